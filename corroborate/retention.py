"""The shell of retention: what is past its time goes, first out of the database, then off the disk.

A file that is to go is marked in the transaction that lets go of its pages: where a run is killed, the next one takes it away.
Files that this database never mentioned are left alone; they may be another's.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from corroborate.config import KeepSection
from corroborate.crawl.archive import Archive
from corroborate.store import Store


@dataclass(frozen=True, slots=True)
class Retained:
    """What was let go of: archive files with so many pages, stories, articles of no story, entries of the past."""

    files: int = 0
    pages: int = 0
    stories: int = 0
    articles: int = 0
    past: int = 0

    def __str__(self) -> str:
        return (
            f"let go of {self.pages} pages in {self.files} archive files, {self.stories} stories, {self.articles} articles of no story, "
            f"{self.past} entries of the past"
        )


def retain(store: Store, archive: Archive, keep: KeepSection, now: datetime) -> Retained:
    """Let go of everything that is past its time."""
    stories = articles = 0
    for days, findings in ((keep.articles, False), (keep.stories, True)):
        if days is not None:
            before = now - timedelta(days=days)
            stories += store.retention.drop_stories(before, findings=findings)
            articles += store.retention.drop_strays(before)
    past = 0 if keep.past is None else store.retention.forget_past(now - timedelta(days=keep.past))
    files, pages = (0, 0) if keep.pages is None else _clear_archive(store, archive, now - timedelta(days=keep.pages))
    return Retained(files, pages, stories, articles, past)


def _clear_archive(store: Store, archive: Archive, before: datetime) -> tuple[int, int]:
    pages = 0
    for shelf in store.retention.shelves(before):
        if shelf.others:
            store.retention.clear(shelf, {version: archive.keep(link) for version, link in shelf.needed.items()})
            pages += shelf.others
    leaving = store.retention.leaving()
    for name in leaving:
        archive.remove(name)
        store.retention.left(name)
    return len(leaving), pages
