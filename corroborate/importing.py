"""Articles that were handed over: kept some at a time, each version once, and where a long import was broken off.

Pages are on the disk of the archive before the database knows them, and a note of how far a file has come is made behind
both: a killed import loses what was in flight, and the next one doubles nothing.
"""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corroborate.crawl.archive import Archive, read_records
from corroborate.crawl.imports import Manuscript, archived_manuscript
from corroborate.crawl.revisions import revision_id
from corroborate.crawl.urls import article_id
from corroborate.errors import CorroborateError
from corroborate.model.ids import digest
from corroborate.model.pages import ArchiveLink, Revision
from corroborate.store import Store
from corroborate.store.positions import Positions

HEAD_BYTES = 65_536
SAVED_EVERY = 1_000_000
"""Bytes of a file between two notes of how far its import has come."""

TOGETHER, TOGETHER_BYTES = 64, 8_000_000
"""Articles that are kept in one go, and bytes of their pages: a disk and a database take many in nearly the time of one."""

Archived = Callable[[Collection[int]], Sequence[ArchiveLink]]
"""Told which of a number of versions are new, says where their pages lie; it may write them only then."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an article that was handed over, without its page."""

    url: str
    outlet: str
    digest: str
    seen: datetime
    title: str | None
    published: datetime | None
    reserved: tuple[str, ...]
    dated: bool


def version_of(manuscript: Manuscript) -> Version:
    """What is known of a manuscript besides its page."""
    page = manuscript.page
    kept = (page.url, manuscript.outlet, digest(page.body), page.fetched)
    return Version(*kept, manuscript.title, manuscript.published, page.reserved, manuscript.dated)


@dataclass(frozen=True, slots=True)
class Packed:
    """The versions of a WARC file with where their pages lie now, in groups; `error` tells why it was not read to its end."""

    taken: tuple[tuple[tuple[Version, ArchiveLink], ...], ...]
    error: CorroborateError | None = None


class Place:
    """How far the import of files has come: told to whoever watches, and kept for a run that goes on after this one was killed."""

    def __init__(self, positions: Positions, progress: Callable[[int], None]) -> None:
        self._positions = positions
        self._progress = progress
        self._name = ""
        self._size = self._at = self._saved = 0

    def begin(self, path: Path) -> None:
        """A file comes next; it is known again by its beginning and its size, whatever it is called."""
        try:
            with path.open("rb") as file:
                self._size = os.fstat(file.fileno()).st_size
                self._name = f"import {digest(file.read(HEAD_BYTES))} {self._size}"
        except OSError:
            # Reading it will tell what is wrong.
            self._name, self._size = "", 0
        self._at = self._saved = 0

    def resume(self) -> int:
        """Where in the file to go on."""
        start = self._positions.get(self._name)
        self.reach(start)
        self._saved = start
        return start

    def reach(self, offset: int) -> None:
        """Everything before this place is handed over."""
        self._progress(offset - self._at)
        self._at = offset

    def keep(self) -> None:
        """Everything that was handed over, but for what began at the last place, is kept."""
        if self._at - self._saved >= SAVED_EVERY:
            self._positions.save(self._name, self._at)
            self._saved = self._at

    def finish(self) -> None:
        """The file is done: who hands it over again has it looked through from its beginning."""
        self._progress(self._size - self._at)
        if self._saved:
            self._positions.forget(self._name)


def sound(handed: Iterable[Manuscript | CorroborateError], wrong: list[CorroborateError]) -> Iterator[Manuscript]:
    """What can be kept; what cannot is noted."""
    for one in handed:
        if isinstance(one, CorroborateError):
            wrong.append(one)
        else:
            yield one


def groups(handed: Iterable[Manuscript]) -> Iterator[list[Manuscript]]:
    """Articles some at a time, in their order, and none twice in a group: a version is judged by those that are kept."""
    group, known, size = list[Manuscript](), set[str](), 0
    for one in handed:
        article, more = article_id(one.page.url), len(one.page.body)
        if group and (article in known or len(group) >= TOGETHER or size + more > TOGETHER_BYTES):
            yield group
            group, known, size = [], set(), 0
        group.append(one)
        known.add(article)
        size += more
    if group:
        yield group


def import_manuscripts(store: Store, archive: Archive, group: Sequence[Manuscript]) -> list[bool]:
    """Keep articles that were handed over, no two of them the same; False for each of which this version is known already."""
    versions = [version_of(one) for one in group]
    return import_versions(store, versions, lambda new: archive.write_all([(group[place].page, None) for place in new]))


def import_versions(store: Store, handed: Sequence[Version], archived: Archived) -> list[bool]:
    """Keep versions, no two of them of one article; False for each that is known already."""
    histories = store.revisions.of_all(article_id(one.url) for one in handed)
    found = ((place, _new_id(one, histories.get(article_id(one.url), ()))) for place, one in enumerate(handed))
    new = {place: identity for place, identity in found if identity is not None}
    for outlet in {handed[place].outlet for place in new}:
        store.outlets.ensure(outlet)
    links = zip(new.items(), archived(new), strict=True)
    store.revisions.add_all([_revision(handed[place], identity, link) for (place, identity), link in links])
    return [place in new for place in range(len(handed))]


def import_packed(store: Store, group: Sequence[tuple[Version, ArchiveLink]]) -> list[bool]:
    """The same of versions whose pages lie in the archive already."""
    return import_versions(store, [version for version, _ in group], lambda new: [group[place][1] for place in new])


def _new_id(handed: Version, history: Sequence[Revision]) -> str | None:
    """The id of a version behind those that are known; None where it is one of them."""
    before = [known for known in history if known.seen <= handed.seen]
    later = [known for known in history if known.seen > handed.seen]
    # Of several that were seen in one second any may come again.
    latest = [known for known in before if known is before[-1] or known.seen == handed.seen]
    compared = latest if handed.dated and before else history
    if any(known.digest == handed.digest for known in compared):
        return None
    return revision_id(article_id(handed.url), handed.digest, [*later, *before])


def _revision(handed: Version, identity: str, link: ArchiveLink) -> Revision:
    return Revision(
        id=identity,
        article=article_id(handed.url),
        url=handed.url,
        outlet=handed.outlet,
        digest=handed.digest,
        seen=handed.seen,
        archived=link,
        title=handed.title,
        published=handed.published,
        reserved=handed.reserved,
    )


def pack_warc(archive: Archive, owners: Mapping[str, str], address: str) -> Packed:
    """Take the pages out of a WARC file into an archive file of our own; runs in any process that reaches both."""
    taken, wrong = list[tuple[tuple[Version, ArchiveLink], ...]](), list[CorroborateError]()
    try:
        for group in groups(sound(_archived_pages(owners, address), wrong)):
            links = archive.write_all([(one.page, None) for one in group])
            taken.append(tuple(zip(map(version_of, group), links, strict=True)))
    except CorroborateError as error:
        wrong.append(error)
    return Packed(tuple(taken), wrong[0] if wrong else None)


def _archived_pages(owners: Mapping[str, str], address: str) -> Iterator[Manuscript | CorroborateError]:
    """The pages of a WARC file, and what is wrong with it behind those that were read."""
    try:
        for page, _ in read_records(address):
            yield archived_manuscript(page, owners)
    except CorroborateError as error:
        yield error
