"""The whole program against a simulated newsroom on loopback, and what it found beside what is true."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corroborate.app import App, Work
from corroborate.config import parse_config
from corroborate.errors import UsageError
from corroborate.model.findings import DiscrepancyType, Verdict
from corroborate.model.records import DiscrepancyRecord, StoryRecord
from corroborate.newsroom import Edition, feeds_yaml, generate, serve
from corroborate.newsroom.scoring import Scores, score
from corroborate.publish.query import heading
from corroborate.publish.rows import TABLES
from corroborate.publish.show import show_discrepancy, show_matrix

DEMO_DATABASE = "data/demo.db"
SHOWN = 3
GRAVE = (DiscrepancyType.CONFLICT, DiscrepancyType.TYPO, DiscrepancyType.PARTY, DiscrepancyType.UPDATE)


@dataclass(frozen=True, slots=True)
class Demonstration:
    """A finished demo: the edition, the program that holds what was found in it, and the scores."""

    edition: Edition
    app: App
    scores: Scores


def run_demo(database: str | None, *, seed: int, events: int, outlets: int) -> Demonstration:
    """Crawl an edition at each of its moments, process it each time, and score the result.

    Without a database the demo's own is written anew. Raises UsageError where the one named is in use already.
    """
    edition = generate(seed, events=events, outlets=outlets)
    if database is None:
        _clear(Path(DEMO_DATABASE))
    with serve(edition) as newsroom:
        config = parse_config(feeds_yaml(edition, newsroom.address), "the newsroom's feeds.yaml")
        app = App(config, database=database or DEMO_DATABASE)
        _check_unused(app)
        for moment in edition.moments:
            newsroom.now = moment
            app = App(config, database=app.database, now=moment)
            app.crawl(everything=True)
            app.process(Work())
    return Demonstration(edition, app, _scores(edition, app))


def report(demonstration: Demonstration, *, width: int) -> Iterator[str]:
    """The report in parts: stories, the figure matrix of one, discrepancies with their quotes, scores, what to try."""
    app = demonstration.app
    with app.store() as store:
        stories = list(store.stories.records())
        found = sorted(store.discrepancies.all(), key=_gravity)
    shown = max(stories, key=_interest)
    yield heading(f"{len(stories)} stories of {len(demonstration.edition.outlets)} outlets, {len(found)} discrepancies", width=width)
    yield "\n".join(f"{record.story.id}  {len(record.articles):>2} articles  {record.story.title}" for record in stories)
    yield heading(f"The figures of one: {shown.story.title}", width=width)
    yield show_matrix(shown, width=width)
    picked = _varied(found)
    yield heading(f"{len(picked)} of the discrepancies", width=width)
    for record in picked:
        yield show_discrepancy(record, width=width)
    yield heading("Found against true", width=width)
    yield str(demonstration.scores)
    yield heading("To try next", width=width)
    yield "\n".join(_suggestions(app, shown, found))


def _clear(database: Path) -> None:
    shutil.rmtree(database.with_suffix(".archive"), ignore_errors=True)
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def _check_unused(app: App) -> None:
    with app.store() as store:
        if any(True for _ in store.readings.articles()):
            raise UsageError(f"{app.database} holds articles already", "give the demo a database of its own")


def _scores(edition: Edition, app: App) -> Scores:
    with app.store() as store:
        claims, groups, discrepancies = (list(TABLES[name](store)) for name in ("claims", "groups", "discrepancies"))
    return score(edition.truth, claims, groups, discrepancies)


def _interest(record: StoryRecord) -> tuple[int, int]:
    disputed = sum(1 for group in record.groups if group.assessment.verdict is Verdict.DISPUTED)
    return min(disputed, 1), len(record.articles)


def _gravity(record: DiscrepancyRecord) -> tuple[int, str]:
    kind = record.discrepancy.type
    return GRAVE.index(kind) if kind in GRAVE else len(GRAVE), record.discrepancy.id


def _varied(found: list[DiscrepancyRecord]) -> list[DiscrepancyRecord]:
    first = {record.discrepancy.type: record for record in reversed(found)}
    return sorted(first.values(), key=_gravity)[:SHOWN]


def _suggestions(app: App, shown: StoryRecord, found: list[DiscrepancyRecord]) -> Iterator[str]:
    command = f"corroborate --database {app.database}"
    until = app.clock().date()
    yield f"{command} show {shown.story.id}"
    if found:
        yield f"{command} show {found[0].discrepancy.group}"
    yield f"{command} query --verdict disputed"
    yield f"{command} digest --since {shown.story.first.date()} --until {until}"
    yield f"{command} export discrepancies --format csv"
