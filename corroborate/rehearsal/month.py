"""Weeks of crawling with everything that goes wrong in them, and whether anything was lost, doubled, hurried or overlooked."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import chain, pairwise
from pathlib import Path

from corroborate.crawl.archive import Archive
from corroborate.crawl.manners import CrawlSettings
from corroborate.crawl.urls import article_id
from corroborate.extract import Reader
from corroborate.model.health import AlertKind
from corroborate.model.records import Edit, RevisionRecord
from corroborate.pipeline import Failure, read_revision
from corroborate.publish.sources import feed_healths
from corroborate.rehearsal.lives import Life, Watch
from corroborate.rehearsal.web import Fault, Piece, Site, Web, make_sites
from corroborate.store import Store

START = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
GAP = 5.0
SLOWEST_POLL = timedelta(hours=60)
"""So long after it appeared an article must be there: a day between two polls, a feed that lies about its ETag for another,
and a storm to be sat out."""

SOONEST_CHECKS = ((timedelta(hours=30), timedelta(hours=48)), (timedelta(days=8), timedelta(days=10)))
"""An edit made so soon after the first fetch must be found so long after it."""

REQUESTS = 11
"""So many a day and outlet at least: the program is killed within them."""

KNOWN_RHYTHM, SILENT_LONG = timedelta(days=6), timedelta(days=4)
SETTINGS = CrawlSettings(gap=GAP, concurrency=64)
Progress = Callable[[float], object]
"""Told how many more hours have passed."""


@dataclass(frozen=True, slots=True)
class Course:
    """How many outlets over how many days, with so many kills at random points."""

    outlets: int = 300
    days: int = 30
    seed: int = 1
    kills: int = 0

    @property
    def end(self) -> datetime:
        """When it is over."""
        return START + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What there was and what went wrong: an empty list of `problems` is what is asked."""

    articles: frozenset[str]
    requests: int
    versions: int
    edits: int
    killed: int
    problems: tuple[str, ...] = field(default=())


def live_through(course: Course, folder: Path, progress: Progress = lambda _: None) -> Outcome:
    """Crawl for so many days of fake time, with a database and an archive in `folder`, and look at what came of it."""
    sites = make_sites(course.outlets, START, course.days, course.seed)
    web = Web(sites, course.seed)
    killed = _crawl_on(course, web, Life(folder, tuple(site.outlet for site in sites), SETTINGS, START, 0.0, course.end), progress)
    with Store.open(f"sqlite:///{folder / 'news.db'}") as store:
        return _look(store, Archive(folder / "archive"), (sites, web, course), killed)


def _crawl_on(course: Course, web: Web, life: Life, progress: Progress) -> int:
    chance, killed = random.Random(f"kills {course.seed}"), 0
    kills = frozenset(chance.sample(range(1, course.outlets * course.days * REQUESTS), course.kills))
    hours = 0.0

    def tell(seconds: float) -> None:
        nonlocal hours
        progress(seconds / 3600 - hours)
        hours = seconds / 3600

    watch = Watch(web, kills, chance, tell)
    while (seconds := watch.over(life)) is not None:
        killed += 1
        # Who is started again waits longer than a pause.
        life = replace(life, seconds=seconds + GAP * 2)
    return killed


def _look(store: Store, archive: Archive, world: tuple[tuple[Site, ...], Web, Course], killed: int) -> Outcome:
    sites, web, course = world
    found = store.revisions.of_all(visit.article for visit in store.visits.all())
    versions = {visit.article: found.get(visit.article, ()) for visit in store.visits.all()}
    wanted = {(site.domain, one.path): (site, one) for site in sites for one in site.pieces}
    ids = {key: _ids(site, one) for key, (site, one) in wanted.items()}
    named = {article for both in ids.values() for article in both}
    must = [
        (article, *wanted[key]) for key in wanted if _must_be_found(web, course, *wanted[key]) for article in ids[key] & versions.keys()
    ]
    _read(store, archive, [article for article, _, _ in must])
    records = {record.revision.article: record for record in store.revisions.records()}
    problems = [
        *_lost([wanted[key] for key in wanted if not ids[key] & versions.keys()], course),
        *(f"{article} is no article of any outlet" for article in versions if article not in named),
        *(f"{key[0]}{key[1]} is there twice" for key, both in ids.items() if len(both & versions.keys()) > 1),
        *(f"{article} has a version twice in a row" for article, past in versions.items() if _repeats([one.digest for one in past])),
        *_hurried(web),
        *_overlooked(must, records),
        *_unalerted(store, sites, course),
    ]
    return Outcome(frozenset(versions), web.count, sum(map(len, versions.values())), len(must), killed, tuple(problems))


def _read(store: Store, archive: Archive, articles: Sequence[str]) -> None:
    """Only what was edited while it was looked at is read."""
    reader = Reader("blank")
    for revision in chain.from_iterable(store.revisions.of_all(articles).values()):
        outcome = read_revision(reader, archive, revision)
        if not isinstance(outcome, Failure):
            store.readings.save(outcome, reader.version)


def _repeats(digests: Sequence[str]) -> bool:
    return any(left == right for left, right in pairwise(digests))


def _ids(site: Site, one: Piece) -> set[str]:
    """By which the article may be known: where its site moves, at either address."""
    return {article_id(f"https://{domain}{one.path}") for domain in (site.domain, site.new_domain)}


def _lost(missing: Sequence[tuple[Site, Piece]], course: Course) -> Iterator[str]:
    for site, one in missing:
        last = site.since if site.fault in (Fault.DEAD, Fault.FROZEN) else course.end
        if one.published > START - timedelta(days=1) and one.published + SLOWEST_POLL < min(last, course.end):
            yield f"{site.domain}{one.path} of {one.published:%d %H:%M} ({site.fault.value}) was lost"


def _hurried(web: Web) -> Iterator[str]:
    for domain, moments in web.requests.items():
        close = [later for earlier, later in pairwise(moments) if (later - earlier).total_seconds() < GAP - 1e-6]
        if close:
            yield f"{domain} was asked {len(close)} times before its pause was over, first at {close[0]}"


def _must_be_found(web: Web, course: Course, site: Site, one: Piece) -> bool:
    served = web.first_served.get(f"{site.domain}{one.path}")
    if served is None or one.edited is None or one.edited <= served:
        return False
    last = site.since if site.fault is Fault.DEAD else course.end
    return any(one.edited < served + soon and served + found < last for soon, found in SOONEST_CHECKS)


def _overlooked(must: Sequence[tuple[str, Site, Piece]], records: dict[str, RevisionRecord]) -> Iterator[str]:
    for article, site, one in must:
        record = records.get(article)
        told = {(change.old, change.new) for change in record.changes} if record else set()
        if record is None or (str(one.figure), str(one.later)) not in told or record.edit is not Edit.SILENT:
            yield f"{site.domain}{one.path} ({site.fault.value}): {one.figure} -> {one.later} at {one.edited} was not found"


def _unalerted(store: Store, sites: Sequence[Site], course: Course) -> Iterator[str]:
    health = {one.state.outlet: one for one in feed_healths(store, course.end)}
    for site in sites:
        kinds = {alert.kind for alert in health[site.outlet.name].alerts(course.end)}
        asked = _alert_asked(site, course)
        if asked is not None and asked not in kinds:
            yield f"{site.domain} is {site.fault.value} since {site.since:%d %H:%M} and no alert says {asked.value}"
        if site.fault in (Fault.NONE, Fault.LAYOUT, Fault.SKEW, Fault.LYING_ETAG) and kinds:
            yield f"{site.domain} is well ({site.fault.value}) and there is an alert: {', '.join(sorted(kinds))}"


def _alert_asked(site: Site, course: Course) -> AlertKind | None:
    known, silent = site.since - START, course.end - site.since
    if site.fault is Fault.DEAD and silent > SILENT_LONG:
        return AlertKind.FAILING
    if site.fault is Fault.MOVED and silent > timedelta(days=2):
        return AlertKind.MOVED
    if site.fault is Fault.FROZEN and known > KNOWN_RHYTHM and silent > SILENT_LONG:
        return AlertKind.QUIET
    return None
