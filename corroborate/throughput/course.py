"""Simulated editions from HTML to findings, one after the other into one database, as they would arrive; crawling is left out.

Processor seconds are counted for this program and the processes that it started, since the machine may be busy with others.
"""

import os
import resource
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import monotonic

from corroborate import importing, pipeline
from corroborate.app import App
from corroborate.config import Config
from corroborate.crawl.imports import Manuscript
from corroborate.matching import Session
from corroborate.measure.memory import peak_megabytes as own_peak_megabytes
from corroborate.model.pages import Page
from corroborate.newsroom import Edition, generate
from corroborate.newsroom.pages import article_page
from corroborate.parallel import Map
from corroborate.store import Store

STAGES = ("keep", "read", "match")
EVENTS, OUTLETS = 40, 30
"""Of one edition: some three hundred articles within a week."""
RELATED = 40
TICKS = os.sysconf("SC_CLK_TCK")
MEGABYTE = 1_000_000
Progress = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Course:
    """Under which settings it is run, at how many articles it is looked at, and which editions they are of."""

    config: Config
    marks: tuple[int, ...]
    seed: int = 1
    events: int = EVENTS
    outlets: int = OUTLETS


@dataclass(frozen=True, slots=True)
class Reached:
    """How far it has come: `cost` and `latest` are processor seconds by stage, in all and since the last such mark.

    `since` is how many articles came since then, `elapsed` seconds by the clock, `size` the bytes of the database.
    """

    articles: int
    since: int
    cost: Mapping[str, float]
    latest: Mapping[str, float]
    elapsed: float
    megabytes: float
    size: int
    claims: int
    discrepancies: int


def pages_of(edition: Edition) -> Iterator[tuple[Page, str]]:
    """The newest version of every article as its outlet serves it, with the outlet's name."""
    houses = {house.name: house for house in edition.houses}
    shown = edition.visible(edition.moments[-1])
    for one in shown:
        related = [other for other in shown if other.outlet == one.outlet][:RELATED]
        body = article_page(houses[one.outlet], one, related).encode()
        yield Page(one.url, one.url, 200, "text/html", body, one.visible_from, charset="utf-8"), one.outlet


def editions(seed: int, events: int = EVENTS, outlets: int = OUTLETS) -> Iterator[Edition]:
    """One after the other, of other events each."""
    return (generate(number, events=events, outlets=outlets) for number in count(seed))


def run_course(course: Course, folder: Path, run: Map, progress: Progress) -> Iterator[Reached]:
    """Keep, read and match editions until the last mark, with a database in `folder`; tells at each mark."""
    app = App(course.config, database=f"sqlite:///{folder / 'news.db'}")
    spent: dict[str, float] = dict.fromkeys(STAGES, 0.0)
    before, begun, told = dict(spent), monotonic(), 0
    remaining = list(course.marks)
    with app.store() as store:
        for edition in editions(course.seed, course.events, course.outlets):
            for stage, work in zip(STAGES, _stages(app, store, run, edition), strict=True):
                start = cpu_seconds()
                work()
                spent[stage] += cpu_seconds() - start
            counts = store.counts()
            articles = counts["article_versions"]
            progress(articles)
            if articles < remaining[0]:
                continue
            latest = {stage: spent[stage] - before[stage] for stage in STAGES}
            yield Reached(
                articles=articles,
                since=articles - told,
                cost=dict(spent),
                latest=latest,
                elapsed=monotonic() - begun,
                megabytes=peak_megabytes(),
                size=sum(path.stat().st_size for path in folder.glob("news.db*") if path.is_file()),
                claims=counts["claims"],
                discrepancies=counts["discrepancies"],
            )
            before, told = dict(spent), articles
            remaining = [mark for mark in remaining if mark > articles]
            if not remaining:
                return


def _stages(app: App, store: Store, run: Map, edition: Edition) -> tuple[Callable[[], object], ...]:
    # Writing the pages is the newsroom's work and no cost of ours.
    pages = tuple(pages_of(edition))

    def keep() -> None:
        for group in importing.groups(Manuscript(page.url, page, outlet, dated=True) for page, outlet in pages):
            importing.import_manuscripts(store, app.archive, group)

    def read() -> None:
        pipeline.extract_new(store, app.archive, app.reader, run)

    def match() -> None:
        app.matcher.match_due(Session(store, run, edition.moments[-1], pipeline.no_progress))

    return keep, read, match


def cpu_seconds() -> float:
    """Processor time of this process, of its children that ended, and of those that run, as the system counts it."""
    ended = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(one.ru_utime + one.ru_stime for one in ended) + sum(_ticks(fields) for fields in _descendants()) / TICKS


def peak_megabytes() -> float:
    """The most memory that this process and those it runs have held, each at its peak."""
    return own_peak_megabytes() + sum(_peak(int(fields[0])) for fields in _descendants()) / MEGABYTE


def _descendants() -> Iterator[list[str]]:
    """What the system says of every process that descends from this one; nothing where it says nothing (macOS)."""
    parents = dict[int, list[list[str]]]()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            identity, _, rest = stat.read_text().partition(" (")
        except OSError:
            continue
        fields = [identity, *rest.rpartition(") ")[2].split()]
        parents.setdefault(int(fields[2]), []).append(fields)
    waiting = [os.getpid()]
    while waiting:
        for fields in parents.get(waiting.pop(), []):
            waiting.append(int(fields[0]))
            yield fields


def _ticks(fields: list[str]) -> int:
    """utime and stime (proc(5): fields 14 and 15)."""
    return int(fields[12]) + int(fields[13])


def _peak(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)
