"""What an answer means: for an article a new version or none, for a feed sooner or later. Pure rules; `now` is handed in.

The numbers are those with which long-running news crawlers get by: four in five edits come within a day, a feed that
fails for weeks often comes back.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from corroborate.crawl.feeds import OLDEST, Listing
from corroborate.crawl.urls import article_id, registered_domain
from corroborate.errors import AddressRefused, Blocked, FetchError, Gone, RobotsDenied
from corroborate.model.ids import content_id, digest
from corroborate.model.pages import Announcement, ArchiveLink, Entry, FeedState, Page, Revision, Visit, VisitState

RECHECKS = (timedelta(hours=1), timedelta(hours=6), timedelta(hours=24), timedelta(days=7))
"""An article is fetched again after each of these in turn, then left alone."""

DISPUTED_RECHECKS = ((timedelta(days=2), timedelta(hours=2)), (timedelta(days=7), timedelta(hours=12)))
"""An article whose figure another outlet contradicts: until so long after it was announced, it is fetched so often."""

RETRIES = (timedelta(hours=2), timedelta(hours=9), timedelta(hours=67))
"""Four tries within four days, then it has failed for good. Never a day apart: what fails at an hour fails at it every day."""

WALL_RETRIES = 2
"""So often an article that was read is looked for behind a wall before its next check is waited for."""

PAUSES = (timedelta(minutes=10), timedelta(hours=2), timedelta(hours=7), timedelta(hours=31), timedelta(hours=55))
"""The same for a server that asks to wait: it does not refuse the article."""

STUB_SHARE = 0.5
SUSPECT = "suspect: less than half of what it was; believed when it stays so"
WALLED = "suspect: a wall stands before the article"
SHORTEST_INTERVAL = 600
LONGEST_INTERVAL = 24 * 3600
MOSTLY_KNOWN, MOSTLY_NEW = 0.67, 0.33
PACE = 1.5
SOONEST_RETRY = timedelta(hours=1)
LONGEST_BACKOFF = timedelta(days=30)
LONGEST_RETRY_AFTER = timedelta(hours=24)
UNCONDITIONAL_EVERY = timedelta(days=1)


class Change(StrEnum):
    """What a fetched page is to the version before it."""

    NEW = "new"
    SAME = "same"
    SUSPECT = "suspect"
    WALL = "wall"


def change(visit: Visit, page: Page, previous: Revision | None, previous_size: int | None, *, is_walled: bool = False) -> Change:
    """Compare a page with the last version; one that has lost half its bytes is believed only when it comes again.

    One that `is_walled`, where the last version was not, is never a version: the article behind it may be what it was.
    Before there is any version it is believed when it comes again: then a wall is all there is to be had.
    """
    if page.status == 304 or (previous is not None and digest(page.body) == previous.digest):
        return Change.SAME
    if is_walled and (previous is not None or visit.reason != WALLED):
        return Change.WALL
    shrunk = previous_size is not None and len(page.body) < previous_size * STUB_SHARE
    return Change.SUSPECT if shrunk and visit.reason != SUSPECT else Change.NEW


def revision_of(visit: Visit, page: Page, archived: ArchiveLink, history: Sequence[Revision] = ()) -> Revision:
    """The version that a page is, after the versions in `history`."""
    content = digest(page.body)
    return Revision(
        id=revision_id(visit.article, content, history),
        article=visit.article,
        url=visit.url,
        outlet=visit.outlet,
        digest=content,
        seen=page.fetched,
        archived=archived,
        title=visit.title,
        published=visit.published,
        source=visit.source,
        reserved=page.reserved,
    )


def revision_id(article: str, content: str, history: Sequence[Revision]) -> str:
    """Names a version by what it is; one that returns after another, by what it followed as well."""
    plain = content_id("r", article, content)
    if history and any(known.id == plain for known in history):
        return content_id("r", article, content, history[-1].id)
    return plain


def disputed_wait(visit: Visit, now: datetime) -> timedelta | None:
    """How long to wait at most with an article that is disputed; None where it was announced too long ago to be hurried."""
    return next((wait for until, wait in DISPUTED_RECHECKS if now < visit.first_seen + until), None)


def hastened(visit: Visit, now: datetime) -> Visit:
    """A visit whose article turned out to be disputed: fetched sooner, even if it was to be left alone; what failed waits as before."""
    wait = disputed_wait(visit, now)
    if wait is None or visit.state is not VisitState.FETCHED or visit.tries:
        return visit
    return replace(visit, next_at=now + wait if visit.next_at is None else min(visit.next_at, now + wait))


def after_page(visit: Visit, page: Page, outcome: Change, now: datetime, *, disputed: bool = False) -> Visit:
    """The visit after a page has come: fetched, and due again later and later, at its new address where it moved for good.

    While it is `disputed` it is fetched in between, and keeps its place in the usual course.
    """
    usual = after_usual_page(visit, page, outcome, now)
    wait = disputed_wait(visit, now) if disputed else None
    if wait is None or outcome in (Change.SUSPECT, Change.WALL):
        return usual
    soon = now + wait
    if usual.next_at is not None and usual.next_at <= soon:
        return usual
    return replace(usual, checks=max(visit.checks, 1), next_at=soon)


def after_usual_page(visit: Visit, page: Page, outcome: Change, now: datetime) -> Visit:
    """The same where nobody contradicts the article."""
    if outcome is Change.WALL and visit.reason == WALLED:
        if visit.checks and visit.tries < WALL_RETRIES:
            return replace(visit, tries=visit.tries + 1, next_at=now + RETRIES[visit.tries])
        # It stays so: asked again as late as any other article, which is seldom and ends.
        return _checked(visit, now)
    if outcome in (Change.SUSPECT, Change.WALL):
        reason = WALLED if outcome is Change.WALL else SUSPECT
        state = VisitState.FETCHED if visit.checks else VisitState.BLOCKED
        return replace(visit, state=state, reason=reason, tries=0, next_at=now + RECHECKS[0], etag=None, last_modified=None)
    return replace(
        _checked(visit, now),
        url=page.final_url if page.moved and article_id(page.final_url) == visit.article else visit.url,
        state=VisitState.FETCHED,
        reason=None,
        etag=page.etag or (visit.etag if page.status == 304 else None),
        last_modified=page.last_modified or (visit.last_modified if page.status == 304 else None),
    )


def after_failure(visit: Visit, error: FetchError, now: datetime) -> Visit:
    """The visit after no page has come. An article that was read before stays fetched; only the reason tells."""
    state = VisitState.FETCHED if visit.checks else _state(error)
    waits = RETRIES if error.retry_after is None else PAUSES
    tried = replace(visit, state=state, reason=error.reason, tries=visit.tries + 1, next_at=None)
    if isinstance(error, Gone | AddressRefused):
        return tried
    if visit.tries >= len(waits):
        return _checked(tried, now) if visit.checks else tried
    return replace(tried, next_at=now + max(waits[visit.tries], _asked_wait(error.retry_after)))


def _checked(visit: Visit, now: datetime) -> Visit:
    """Next when it would be fetched next had all gone well."""
    due = now + RECHECKS[visit.checks] if visit.checks < len(RECHECKS) else None
    return replace(visit, checks=visit.checks + 1, tries=0, next_at=due)


def postponed_visit(visit: Visit, seconds: float, now: datetime) -> Visit:
    """The visit of a site that asked not to be asked for so long; no try is lost."""
    return replace(visit, next_at=now + _asked_wait(seconds))


def postponed_feed(state: FeedState, seconds: float, now: datetime) -> FeedState:
    """The same for a feed."""
    return replace(state, next_at=now + _asked_wait(seconds))


def asks_unconditionally(state: FeedState, now: datetime) -> bool:
    """Once a day a feed is fetched whole: some keep their ETag while the content changes."""
    return state.last_unconditional is None or now - state.last_unconditional >= UNCONDITIONAL_EVERY


def after_unchanged(state: FeedState, page: Page, now: datetime) -> FeedState:
    """The feed after an answer that it is as it was."""
    interval = _slower(state.interval)
    return replace(
        _answered(state, page, now),
        interval=interval,
        next_at=now + _until_asked(interval, state.floor, page),
        last_unconditional=state.last_unconditional if page.status == 304 else now,
    )


def after_listing(state: FeedState, page: Page, listing: Listing, known: int, now: datetime) -> FeedState:
    """The feed after it was read: asked sooner where most of its entries were new, later where most of them were `known`."""
    share = known / len(listing.entries) if listing.entries else 1.0
    whole = not listing.children or asks_unconditionally(state, now)
    interval = state.interval if state.last_success is None else _adapted(state.interval, share)
    answered = replace(
        _answered(state, page, now),
        interval=interval,
        floor=listing.floor,
        next_at=now + _until_asked(interval, listing.floor, page),
        body_digest=digest(page.body),
        last_new=now if known < len(listing.entries) else state.last_new,
        last_unconditional=now if whole else state.last_unconditional,
        error=_health(page, listing),
        error_kind=("moved" if page.moved else "mended") if _health(page, listing) else None,
    )
    # An index may stay the same for ever while the sitemaps it leads to change.
    return replace(answered, etag=None, last_modified=None, body_digest=None) if listing.children else answered


def changed_children(state: FeedState, listing: Listing, now: datetime) -> tuple[str, ...]:
    """The sitemaps of an index that are worth asking: those not read yet in the state that the index dates them at; once a day all."""
    if asks_unconditionally(state, now):
        return listing.children
    read, dated = dict(state.children), dict(listing.changed)
    return tuple(url for url in listing.children if url not in dated or read.get(url) != dated[url])


def with_children(state: FeedState, listing: Listing, read: Collection[str]) -> FeedState:
    """The state of an index after these of its sitemaps were `read`; those not listed any more are forgotten."""
    before = dict(state.children)
    known = {url: changed if url in read else before.get(url) for url, changed in listing.changed}
    return replace(state, children=tuple((url, at) for url, at in known.items() if at is not None))


def after_feed_failure(state: FeedState, reason: str, retry_after: float | None, now: datetime, *, kind: str | None = None) -> FeedState:
    """The feed after it could not be read: asked later and later, never given up; its articles stay.

    One that is asked once a day is asked sooner after a failure: it may fail at this hour every day.
    """
    failures = state.failures + 1
    doubled = SOONEST_RETRY * 2 ** min(failures - 1, 12)
    wait = min(timedelta(seconds=state.interval * failures), doubled, LONGEST_BACKOFF)
    asked = _asked_wait(retry_after)
    return replace(state, last_attempt=now, failures=failures, error=reason, error_kind=kind, next_at=now + max(wait, asked))


def recent(listing: Listing, now: datetime) -> Listing:
    """The listing without what appeared more than OLDEST ago."""
    return replace(listing, entries=tuple(entry for entry in listing.entries if entry.published is None or entry.published >= now - OLDEST))


def announced_visits(state: FeedState, entries: Iterable[Entry], now: datetime) -> tuple[Visit, ...]:
    """The articles that a feed announces, due at once."""
    return tuple(
        Visit(
            article=article_id(entry.url),
            url=entry.url,
            outlet=state.outlet,
            found_in=state.url,
            first_seen=now,
            next_at=now,
            title=entry.title,
            published=entry.published,
            source=entry.source,
        )
        for entry in entries
    )


def former_ids(state: FeedState, page: Page, visits: Iterable[Visit]) -> dict[str, str]:
    """For articles of a site that moved for good to another domain, the ids that they had at the old one.

    Nothing else tells that the new site's entries are not new: without this every article of the last days would be there twice.
    """
    old, new = registered_domain(state.url), registered_domain(page.final_url)
    if not page.moved or old == new:
        return {}
    found = {}
    for visit in visits:
        parts = urlsplit(visit.url)
        if registered_domain(visit.url) == new and parts.netloc.endswith(new):
            found[visit.article] = article_id(parts._replace(netloc=parts.netloc.removesuffix(new) + old).geturl())
    return found


def announcements(state: FeedState, visits: Iterable[Visit], entries: Iterable[Entry], now: datetime) -> tuple[Announcement, ...]:
    """What a feed itself says of each article, beside what other feeds of its outlet say."""
    return tuple(Announcement(state.url, visit.article, now, entry) for visit, entry in zip(visits, entries, strict=True))


def _answered(state: FeedState, page: Page, now: datetime) -> FeedState:
    # The ETag of a 304 counts: it may differ from the one we sent.
    return replace(
        state,
        etag=page.etag or (state.etag if page.status == 304 else None),
        last_modified=page.last_modified or (state.last_modified if page.status == 304 else None),
        last_attempt=now,
        last_success=now,
        failures=0,
        error=None,
        error_kind=None,
    )


def _health(page: Page, listing: Listing) -> str | None:
    moved = f"it has moved for good to {page.final_url}: change it in feeds.yaml" if page.moved else None
    return "; ".join(note for note in (listing.note, moved) if note) or None


def _adapted(interval: int, known_share: float) -> int:
    if known_share >= MOSTLY_KNOWN:
        return _slower(interval)
    if known_share < MOSTLY_NEW:
        return max(SHORTEST_INTERVAL, int(interval / PACE))
    return interval


def _until_asked(interval: int, floor: int, page: Page) -> timedelta:
    """Our own interval, or what feed and server ask for where that is longer: to a day, for a typing error must not silence a source."""
    return timedelta(seconds=max(interval, min(max(floor, page.max_age or 0), LONGEST_INTERVAL)))


def _slower(interval: int) -> int:
    return min(LONGEST_INTERVAL, int(interval * PACE))


def _state(error: FetchError) -> VisitState:
    states = {RobotsDenied: VisitState.ROBOTS, Blocked: VisitState.BLOCKED, Gone: VisitState.GONE, AddressRefused: VisitState.REFUSED}
    return states.get(type(error), VisitState.FAILED)


def _asked_wait(seconds: float | None) -> timedelta:
    return timedelta(seconds=min(seconds or 0.0, LONGEST_RETRY_AFTER.total_seconds()))
