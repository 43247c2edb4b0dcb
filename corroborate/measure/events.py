"""Events as several outlets cover them, annotated by people who did not know the rules, and what the program makes of them.

A set is a folder: `articles.jsonl` (`{"id", "event", "outlet", "title", "published", "text", "figures"}`; a figure is
`{"surface", "question"}`, its surface stands once in the text, and figures of one event with one question answer it;
"background" is what tells of other events), `findings.jsonl` (what a careful desk wants to be told:
`{"event", "question", "type", "outlets_left", "outlets_right"}`), `origins.jsonl` (the outlets that rest on one source:
`{"event", "question", "origins"}`) and `outlets.json` (owner, and whether it is an agency).
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import combinations
from pathlib import Path

from corroborate.check import check_stories
from corroborate.errors import InputError, UsageError
from corroborate.extract.reader import Reader
from corroborate.match import Matching, match_readings
from corroborate.match.embedding import Embedder
from corroborate.measure.sets import Lines, Shelf, lines_of
from corroborate.model.articles import Reading
from corroborate.model.claims import Claim
from corroborate.model.findings import Discrepancy
from corroborate.model.ids import content_id, digest
from corroborate.model.outlets import Outlet
from corroborate.model.pages import ArchiveLink, Page, Revision
from corroborate.newsroom.measures import Measure, Share, bcubed
from corroborate.parallel import Map

BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Events:
    """An annotated set."""

    name: str
    articles: Lines
    findings: Lines
    origins: Lines
    outlets: Mapping[str, Outlet]


@dataclass(frozen=True, slots=True)
class Told:
    """An annotated figure that a claim was read from: of which event and article it is, and what it answers."""

    event: str
    question: str
    article: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """A set as it was read, matched and checked; `told` is by claim id, `figures` are all that were annotated."""

    events: Events
    readings: tuple[Reading, ...]
    homes: Mapping[str, str]
    told: Mapping[str, Told]
    figures: int
    matching: Matching
    found: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class EventScores:
    """What was made of a set. `background` counts pairs of an event's own figure and one of the background in one group."""

    name: str
    figures: Share
    stories: Measure
    groups: Measure
    background: int
    findings: Measure
    types: Share
    origins: Share


def event_sets(names: Sequence[str] = ()) -> tuple[Path, ...]:
    """The folders of our own sets, or of those named. Raises InputError where the package is installed without them, UsageError for a
    name that none has.
    """
    shelf = Shelf().own_set("events")
    if not shelf.is_dir():
        raise InputError(shelf, None, "the annotated events are not there", "run this in a checkout of the repository")
    folders = sorted(folder for folder in shelf.iterdir() if folder.is_dir())
    known = [folder.name for folder in folders]
    if unknown := [name for name in names if name not in known]:
        raise UsageError(f"there is no set of events {unknown[0]!r}", f"known are {', '.join(known)}")
    return tuple(folder for folder in folders if not names or folder.name in names)


def load_events(folder: Path) -> Events:
    """A set out of its folder. Raises InputError."""
    owners = json.loads((folder / "outlets.json").read_text(encoding="utf-8"))
    outlets = {name: Outlet(name, told.get("owner") or name, agency=bool(told.get("agency"))) for name, told in owners.items()}
    articles, findings, origins = (lines_of(folder / f"{name}.jsonl") for name in ("articles", "findings", "origins"))
    return Events(folder.name, articles, findings, origins, outlets)


def cover(events: Events, reader: Reader, embedder: Embedder | None, run: Map) -> Coverage:
    """Read, match and check a set by the functions that `process` uses."""
    readings = tuple(run(partial(read_line, reader), events.articles))
    homes = {reading.article.id: str(line["event"]) for reading, line in zip(readings, events.articles, strict=True)}
    told = {claim: one for reading, line in zip(readings, events.articles, strict=True) for claim, one in _told(reading, line)}
    matching = match_readings(readings, events.outlets, embedder)
    figures = sum(len(line["figures"]) for line in events.articles)
    return Coverage(events, readings, homes, told, figures, matching, tuple(_discrepancies(matching, readings)))


def score_events(coverage: Coverage) -> EventScores:
    """How near the program comes to the annotation."""
    group_of = {claim: group.id for group in coverage.matching.groups for claim in group.claims}
    findings, types = _findings(coverage)
    return EventScores(
        name=coverage.events.name,
        figures=Share(len(coverage.told), coverage.figures),
        stories=bcubed(coverage.homes, {article: story.id for story in coverage.matching.stories for article in story.articles}),
        groups=_pairs(coverage.told, group_of),
        background=_background(coverage.told, group_of),
        findings=findings,
        types=types,
        origins=_origins(coverage, group_of),
    )


def read_line(reader: Reader, line: Mapping[str, object]) -> Reading:
    """The article of a line as an import of it would be read."""
    name, text = str(line["id"]), str(line["text"])
    url, seen = f"urn:corroborate:{name}", datetime.fromisoformat(str(line["published"]))
    page = Page(url, url, 200, "text/plain", text.encode(), seen, charset="utf-8")
    identity = digest(text)
    revision = Revision(
        id=content_id("r", url, identity),
        article=content_id("a", url),
        url=url,
        outlet=str(line["outlet"]),
        digest=identity,
        seen=seen,
        archived=ArchiveLink("", 0, 0),
        title=str(line["title"]) if line.get("title") else None,
        published=seen,
    )
    return reader.read(revision, page)


def _told(reading: Reading, line: Mapping[str, object]) -> Iterator[tuple[str, Told]]:
    """The claims that lie on annotated figures."""
    figures = line["figures"]
    assert isinstance(figures, list)
    for figure in figures:
        start = reading.article.text.find(figure["surface"])
        claim = _claim_at(reading.claims, start, start + len(figure["surface"]))
        if claim is not None and start >= 0:
            yield claim.id, Told(str(line["event"]), figure["question"], reading.article.id)


def _claim_at(claims: Sequence[Claim], start: int, end: int) -> Claim | None:
    """The claim that covers most of some characters."""
    lying = [(min(end, claim.span.end) - max(start, claim.span.start), claim) for claim in claims]
    shared, best = max(lying, key=lambda one: one[0], default=(0, None))
    return best if shared > 0 else None


def _discrepancies(matching: Matching, readings: Sequence[Reading]) -> Iterator[Discrepancy]:
    by_article = {reading.article.id: reading for reading in readings}
    for assessments in check_stories(matching.stories, matching.groups, matching.origins, by_article, matching.reuses):
        for assessment in assessments:
            yield from assessment.discrepancies


def _pairs(told: Mapping[str, Told], group_of: Mapping[str, str]) -> Measure:
    """Pairs of figures in different articles that answer one question of one event."""
    own = sorted(claim for claim, one in told.items() if one.question != BACKGROUND)
    across = [pair for pair in combinations(own, 2) if told[pair[0]].article != told[pair[1]].article]
    wanted = {pair for pair in across if _asked(told[pair[0]]) == _asked(told[pair[1]])}
    made = {pair for pair in across if group_of[pair[0]] == group_of[pair[1]]}
    return Measure(len(wanted & made), len(made), len(wanted))


def _asked(one: Told) -> tuple[str, str]:
    return one.event, one.question


def _background(told: Mapping[str, Told], group_of: Mapping[str, str]) -> int:
    mixed: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for claim, one in told.items():
        mixed[group_of[claim]][one.question == BACKGROUND] += 1
    return sum(counts[True] * counts[False] for counts in mixed.values())


def _findings(coverage: Coverage) -> tuple[Measure, Share]:
    """Findings that tell of an expected difference, and how many of these have its type; each of expected ones counts once."""
    expected = coverage.events.findings
    hits, right, typed = set[int](), 0, 0
    for one in coverage.found:
        fitting = [number for number, line in enumerate(expected) if _tells(one, line, coverage)]
        best = min(fitting, key=lambda number: (expected[number]["type"] != one.type, number), default=None)
        if best is None:
            continue
        hits.add(best)
        right += 1
        typed += expected[best]["type"] == one.type
    precision = Measure(right, len(coverage.found), right * len(expected) / len(hits) if hits else len(expected))
    return precision, Share(typed, right)


def _tells(found: Discrepancy, expected: Mapping[str, object], coverage: Coverage) -> bool:
    """The finding is about the event and question, and sets one outlet of either side against the other."""
    claims = [claim for side in found.sides for claim in side.claims]
    about = {coverage.told[claim].question for claim in claims if claim in coverage.told}
    events = {coverage.told[claim].event for claim in claims if claim in coverage.told}
    left, right = (set[str](expected[name]) for name in ("outlets_left", "outlets_right"))  # type: ignore[call-overload]
    outlets = {outlet for side in found.sides for outlet in side.outlets}
    return expected["event"] in events and expected["question"] in about and bool(outlets & left) and bool(outlets & right)


def _origins(coverage: Coverage, group_of: Mapping[str, str]) -> Share:
    """Questions whose best group has as many origins as the annotation gives its outlets."""
    outlet_of = {claim.id: reading.article.outlet for reading in coverage.readings for claim in reading.claims}
    counted = Counter(origin.group for origin in coverage.matching.origins)
    members = {group.id: group.claims for group in coverage.matching.groups}
    right = asked = 0
    for line in coverage.events.origins:
        homes = Counter(group_of[claim] for claim, one in coverage.told.items() if _asked(one) == (line["event"], line["question"]))
        if not homes:
            continue
        group = min(homes, key=lambda home: (-homes[home], home))
        outlets = {outlet_of[claim] for claim in members[group]}
        asked += 1
        told = {frozenset(part) & outlets for part in line["origins"]} - {frozenset()}
        right += counted[group] == len(told)
    return Share(right, asked)
