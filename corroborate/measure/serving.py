"""How fast a large database is read out while it is written: server time of searches and story pages with several readers."""

import re
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from http.client import HTTPConnection
from itertools import chain, count, islice
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from urllib.parse import quote

from corroborate.errors import UsageError
from corroborate.measure.newsstand import DAYS, FIRST_DAY, Bundle, Newsstand
from corroborate.measure.verdicts import Bar
from corroborate.model.stories import ClaimGroup, Origin, Reuse, Story, Suggestion
from corroborate.publish.views import Row
from corroborate.store import Store

MOST_MILLISECONDS = 150.0
"""Asked of 95 of 100 answers."""
READERS = 4
VERSION = "bench"
AT_ONCE = 25
"""Stories written in one transaction."""
PATIENCE = 60.0
BREATH = 0.2
FIRST_NEW = 10_000_000
"""Stories that are written while others are read are numbered from here."""
ADDRESS = re.compile(r"http://127\.0\.0\.1:([0-9]+)/")
TIMING = re.compile(r"app;dur=([0-9.]+)")


@dataclass(frozen=True, slots=True)
class Together:
    """What was found about several stories."""

    stories: tuple[Story, ...]
    groups: tuple[ClaimGroup, ...]
    origins: tuple[Origin, ...]
    reuses: tuple[Reuse, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Served:
    """Milliseconds of server time by what was asked, how many claims there were, and how many were written meanwhile."""

    claims: int
    written: int
    taken: Mapping[str, tuple[float, ...]]


def fill(store: Store, articles: int, *, seed: int = 1) -> None:
    """Bring in a library of so many simulated articles."""
    stories = Newsstand(seed).stories(articles)
    while bundles := list(islice(stories, AT_ONCE)):
        bring_in(store, bundles)


@contextmanager
def filled(library: Path | None, articles: int) -> Iterator[Path]:
    """A library that is kept, made where it is not there yet; else one for the time being."""
    with TemporaryDirectory() as folder:
        place = library or Path(folder) / "library.db"
        if not place.exists():
            with Store.open(str(place)) as store:
                fill(store, articles)
        yield place


def bring_in(store: Store, bundles: Sequence[Bundle]) -> int:
    """Keep some stories; how many claims they hold."""
    found = Together(
        tuple(chain.from_iterable(one.stories for one in bundles)),
        tuple(chain.from_iterable(one.groups for one in bundles)),
        tuple(chain.from_iterable(one.origins for one in bundles)),
    )
    readings = [reading for one in bundles for reading in one.readings]
    store.bulk.add(readings, found, [one for bundle in bundles for one in bundle.assessments], version=VERSION)
    return sum(len(reading.claims) for reading in readings)


def addresses(store: Store, seed: int, *, each: int) -> Iterator[tuple[str, str]]:
    """What readers ask: kinds of searches and story pages, by turns, each with its own words."""
    random, stand = Random(seed), Newsstand(1)
    stories = [line.id for line in store.overviews.stories(100)]
    for _ in range(each):
        common, rare = (random.choice(stand.words[slice(*ends)]) for ends in ((0, 30), (200, 5000)))
        party, outlet = random.choice(stand.parties), random.choice(stand.outlets)
        yield "story page", f"/story/{random.choice(stories)}"
        for name, query in (
            ("search: a common word", common),
            ("search: a rare word", rare),
            ("search: party and verdict", f'party:"{party}" verdict:disputed'),
            ("search: common word, outlet", f'{common} outlet:"{outlet}"'),
            ("search: values, verdict, days", "value:>1m verdict:disputed,updated since:2026-03 until:2026-05"),
            ("search: common word, not a kind", f"{common} -kind:count kind:money,percent"),
        ):
            yield name, f"/search?q={quote(query, safe='')}"


@contextmanager
def server(database: str) -> Iterator[int]:
    """`corroborate serve` over the database, once all its processes answer; its port."""
    command = [sys.executable, "-m", "corroborate", "--database", database, "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            told = next((found for line in process.stderr if (found := ADDRESS.search(line))), None)
            if told is None:
                raise UsageError("the server does not begin", "try `corroborate serve` with the same database")
            yield int(told[1])
        finally:
            process.terminate()


def measure_serving(database: str, *, each: int = 25) -> Served:
    """Let four readers ask at once, while a writer brings in new stories all the time."""
    with Store.open(database) as store, server(database) as port:
        shares = [list(addresses(store, seed, each=each)) for seed in range(READERS)]
        stop, written = threading.Event(), list[int]()
        writer = threading.Thread(target=_write, args=(store, stop, written))
        writer.start()
        try:
            with ThreadPoolExecutor(READERS) as readers:
                answers = list(chain.from_iterable(readers.map(partial(_read, port), shares)))
        finally:
            stop.set()
            writer.join()
        return Served(store.bulk.claims(), sum(written), _by_name(answers))


def _write(store: Store, stop: threading.Event, written: list[int]) -> None:
    """A story at a time, with a breath between: faster than a crawl of a thousand outlets."""
    stand = Newsstand(2)
    for number in count(FIRST_NEW):
        if stop.wait(BREATH):
            return
        written.append(bring_in(store, [stand.story(number, FIRST_DAY + timedelta(days=DAYS))]))


def _read(port: int, share: Sequence[tuple[str, str]]) -> list[tuple[str, float]]:
    """What one reader asks, one after the other, each by a connection of its own, and the server's own time for each."""
    taken = list[tuple[str, float]]()
    for name, address in share:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", address, headers={"Host": f"localhost:{port}"})
        answer = connection.getresponse()
        answer.read()
        timing = TIMING.search(answer.headers.get("server-timing", ""))
        if answer.status != 200 or timing is None:
            raise UsageError(f"{address} was answered with {answer.status}", "see what `corroborate serve` says of it")
        connection.close()
        taken.append((name, float(timing[1])))
    return taken


def _by_name(answers: Iterable[tuple[str, float]]) -> dict[str, tuple[float, ...]]:
    named = defaultdict[str, list[float]](list)
    for name, milliseconds in answers:
        named[name].append(milliseconds)
    return {name: tuple(sorted(taken)) for name, taken in sorted(named.items())}


def of_hundred(taken: Sequence[float], share: int) -> float:
    """The time under which so many of a hundred answers stay."""
    return quantiles(taken, n=100, method="inclusive")[share - 1] if len(taken) > 1 else taken[0]


def serving_bars(found: Served) -> Iterator[Bar]:
    """What is asked of searches and of story pages."""
    for what in ("search", "story page"):
        taken = [one for name, times in found.taken.items() if name.startswith(what) for one in times]
        reached = of_hundred(taken, 95)
        yield Bar(f"{what}, ms for 95 of 100", f"below {MOST_MILLISECONDS:.0f}", reached, reached < MOST_MILLISECONDS)


def serving_rows(found: Served) -> Iterator[Row]:
    """Milliseconds of server time by what was asked."""
    for name, taken in found.taken.items():
        shares = {f"{share} of 100": f"{of_hundred(taken, share):8.1f}" for share in (50, 95, 99)}
        yield {"milliseconds": name, "answers": len(taken), **shares, "slowest": f"{taken[-1]:8.1f}"}
