"""What becomes of pages that came: a new version or none, first on the disk of the archive, then in the ledger."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from corroborate.crawl.archive import Archive
from corroborate.crawl.ledger import Ledger
from corroborate.crawl.revisions import Change, after_page, change, revision_of
from corroborate.crawl.walls import is_wall
from corroborate.errors import ArchiveError
from corroborate.model.ids import digest
from corroborate.model.pages import Page, Revision, Visit


@dataclass(frozen=True, slots=True)
class Fetched:
    """The page that came of a visit."""

    visit: Visit
    page: Page


@dataclass(frozen=True, slots=True)
class Judged:
    """What a page is to the versions before it; only the last of these matters to its visit."""

    visit: Visit
    page: Page
    history: Sequence[Revision]
    outcome: Change


class Keeping:
    """Keeps pages, several at a time. `disputed` are the articles with a figure that another outlet contradicts."""

    def __init__(self, ledger: Ledger, archive: Archive, clock: Callable[[], datetime]) -> None:
        self.disputed: Collection[str] = ()
        self._ledger = ledger
        self._archive = archive
        self._clock = clock

    async def keep(self, done: Sequence[Fetched | Visit]) -> Sequence[Change | None]:
        """Save visits, and pages that came: what each page is to its article, None for a visit without one."""
        came = [one for one in done if isinstance(one, Fetched)]
        histories = self._ledger.histories([one.visit.article for one in came]) if came else {}
        judged = [self._judge(one, histories.get(one.visit.article, ())) for one in came]
        archived = [one for one in judged if one.outcome is Change.NEW or (one.history and one.outcome is Change.SAME)]
        written = [(one.page, None if one.outcome is Change.NEW else one.history[-1]) for one in archived]
        links = dict(zip((one.visit.article for one in archived), await asyncio.to_thread(self._archive.write_all, written), strict=True))
        revisions = {
            one.visit.article: revision_of(one.visit, one.page, links[one.visit.article], one.history)
            for one in judged
            if one.outcome is Change.NEW
        }
        now = self._clock()
        following = [after_page(one.visit, one.page, one.outcome, now, disputed=one.visit.article in self.disputed) for one in judged]
        failed = [one for one in done if isinstance(one, Visit)]
        self._ledger.save_visits([(visit, revisions.get(visit.article)) for visit in following] + [(visit, None) for visit in failed])
        outcomes = iter(judged)
        return [next(outcomes).outcome if isinstance(one, Fetched) else None for one in done]

    def _judge(self, came: Fetched, history: Sequence[Revision]) -> Judged:
        visit, page = came.visit, came.page
        previous = history[-1] if history else None
        before = self._before(previous, page)
        walled = (before is not None or previous is None) and is_wall(page) and not (before and is_wall(before))
        outcome = change(visit, page, previous, None if before is None else len(before.body), is_walled=walled)
        return Judged(visit, page, history, outcome)

    def _before(self, previous: Revision | None, page: Page) -> Page | None:
        """The page of the last version, where there is one to be compared with and it can be read."""
        if previous is None or page.status == 304 or digest(page.body) == previous.digest:
            return None
        try:
            return self._archive.read(previous.archived)
        except ArchiveError:
            return None
