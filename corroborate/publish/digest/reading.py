"""A digest out of the database: everything that moved is weighed, and only what is told is loaded.

On the day on which a library comes in, ten thousand discrepancies are new; nobody reads them, and a mail could not hold them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from corroborate.model.queries import EVERYTHING, Query
from corroborate.publish.digest.entries import MOST_STORIES, Change, Digest, Entry, entry_of, put_together, section_of
from corroborate.publish.digest.filters import narrowed
from corroborate.store import Store

LISTED = 100
"""Entries of a section that are told; of the others, how many there are."""


def read_digest(store: Store, since: datetime, until: datetime, wish: Query = EVERYTHING) -> Digest:
    """What came up from `since` up to, not including, `until`; what a reviewer rejected or explained stays out."""
    entries: Sequence[Entry] = [entry for moved in store.bulletins.moved(since, until) if (entry := entry_of(moved)) is not None]
    if wish.terms:
        # What a reader wants may be asked of anything that is known of an entry.
        entries = described(store, entries)
    stories = store.bulletins.stories(since, until, MOST_STORIES)
    found = narrowed(put_together((since, until), entries, store.bulletins.revised(since, until), stories), wish)
    limited = listed(found)
    return replace(limited, entries=described(store, limited.entries))


def listed(digest: Digest, most: int = LISTED) -> Digest:
    """The first entries of each section; the others are only counted."""
    told, left, seen = list[Entry](), list[Entry](), Counter[str]()
    for entry in (*digest.entries, *digest.resolved):
        place = Change.RESOLVED if entry.change is Change.RESOLVED else section_of(entry).title
        seen[place] += 1
        (told if seen[place] <= most else left).append(entry)
    entries = tuple(one for one in told if one.change is not Change.RESOLVED)
    return replace(digest, entries=entries, resolved=tuple(told[len(entries) :]), unlisted=tuple(left))


def described(store: Store, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries with the titles, origins and claims that belong to them."""
    kept = tuple(entries)
    standing = store.bulletins.standing([one.found.id for one in kept if one.standing is None and one.change is not Change.RESOLVED])
    return tuple(
        replace(one, record=found.record, standing=found) if (found := standing.get(one.found.id)) is not None else one for one in kept
    )
