"""The day in figures, ordered by consequence: what it brought about each discrepancy, which figures were revised, what is new."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corroborate.model.findings import Discrepancy, DiscrepancyType, Status
from corroborate.model.records import DiscrepancyRecord, RevisionRecord
from corroborate.model.stories import Story, summary
from corroborate.store.bulletins import Moved, Standing

SETTLED = frozenset({Status.REJECTED, Status.EXPLAINED})
MOST_STORIES = 20
"""New stories that are named; of the others only how many there are is told."""
MANY = 3
"""So many outlets carry a figure before its correction stands above stale copies."""


class Change(StrEnum):
    """What became of a discrepancy since."""

    NEW = "new"
    CHANGED = "changed"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class Entry:
    """A discrepancy in a digest. `news` says what changed where it was there before: "now also Port Post: 530"."""

    record: DiscrepancyRecord
    change: Change = Change.NEW
    news: tuple[str, ...] = ()
    standing: Standing | None = None

    @property
    def found(self) -> Discrepancy:
        """The discrepancy itself."""
        return self.record.discrepancy

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets on any side."""
        return tuple(dict.fromkeys(outlet for side in self.found.sides for outlet in side.outlets))

    @property
    def sources(self) -> str:
        """Who stands behind the figures: "7 outlets, 2 origins: 1 letter and 1 source not stated"."""
        if self.standing is not None and self.standing.origins:
            return summary(self.standing.origins)
        count = len(self.outlets)
        return f"{count} outlet{'' if count == 1 else 's'}"

    @property
    def is_independent(self) -> bool:
        """Its sides rest on different origins."""
        sides = [set(side.origins) for side in self.found.sides]
        return len(sides) > 1 and all(sides) and not set.intersection(*sides)


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one consequence."""

    title: str
    holds: Callable[[Entry], bool]


def _of(*types: DiscrepancyType) -> Callable[[Entry], bool]:
    return lambda entry: entry.found.type in types


CORRECTED = frozenset({DiscrepancyType.UPDATE, DiscrepancyType.CORRECTION})
SECTIONS = (
    Section("Conflicts between independent origins", lambda one: one.found.type is DiscrepancyType.CONFLICT and one.is_independent),
    Section(
        "Updated or corrected where many outlets carry the figure", lambda one: one.found.type in CORRECTED and len(one.outlets) >= MANY
    ),
    Section("Outlets that still print an old figure", _of(DiscrepancyType.STALE_COPY)),
    Section("Other conflicts", _of(DiscrepancyType.CONFLICT)),
    Section("Figures that do not add up", _of(DiscrepancyType.ARITHMETIC, DiscrepancyType.PART_WHOLE)),
    Section("Probable slips of the pen", _of(DiscrepancyType.TYPO)),
    Section("Who it was, and who says so", _of(DiscrepancyType.PARTY, DiscrepancyType.ATTRIBUTION, DiscrepancyType.RANK)),
    Section("Updated or corrected", lambda one: one.found.type in CORRECTED),
    Section("Worth a look", lambda _: True),
)
"""In the order of consequence; the first that holds an entry has it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of a section, and how many more there are."""

    title: str
    entries: tuple[Entry, ...]
    more: int = 0

    @property
    def in_all(self) -> int:
        """How many there are, listed or not."""
        return len(self.entries) + self.more


@dataclass(frozen=True, slots=True)
class Digest:
    """What came up between two moments; entries by consequence, those that are found no more behind the others.

    `unlisted` are the entries of which only how many there are is told.
    """

    since: datetime
    until: datetime
    entries: tuple[Entry, ...] = ()
    resolved: tuple[Entry, ...] = ()
    revised: tuple[RevisionRecord, ...] = ()
    stories: tuple[Story, ...] = ()
    stories_in_all: int = 0
    unlisted: tuple[Entry, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing came up."""
        return not (self.entries or self.resolved or self.revised or self.stories)

    def sections(self) -> tuple[Listing, ...]:
        """The entries under their titles; a section without any is left out."""
        return tuple(listing for section in SECTIONS if (listing := self._listing(section)).entries)

    def _listing(self, section: Section) -> Listing:
        entries = tuple(one for one in self.entries if section_of(one) is section)
        return Listing(section.title, entries, sum(1 for one in self.unlisted if is_in(one, section)))


def section_of(entry: Entry) -> Section:
    """Where an entry belongs."""
    return next(section for section in SECTIONS if section.holds(entry))


def is_in(entry: Entry, section: Section) -> bool:
    """Whether an entry is told under a section; what was resolved has its own place."""
    return entry.change is not Change.RESOLVED and section_of(entry) is section


def put_together(
    time: tuple[datetime, datetime],
    entries: Iterable[Entry],
    revised: Iterable[RevisionRecord] = (),
    stories: tuple[tuple[Story, ...], int] = ((), 0),
) -> Digest:
    """A digest with everything in its order."""
    ordered = sorted(entries, key=_weight)
    return Digest(
        *time,
        entries=tuple(one for one in ordered if one.change is not Change.RESOLVED),
        resolved=tuple(one for one in ordered if one.change is Change.RESOLVED),
        revised=tuple(sorted(revised, key=lambda one: (one.revision.seen, one.revision.id))),
        stories=stories[0],
        stories_in_all=stories[1],
    )


def _weight(entry: Entry) -> tuple[int, int, datetime, str]:
    return SECTIONS.index(section_of(entry)), -len(entry.outlets), entry.found.first_seen, entry.found.id


def entry_of(moved: Moved) -> Entry | None:
    """What is told of a discrepancy that moved; None where there is nothing to tell."""
    before, now = moved.before, moved.now
    was_open = before is not None and before.status not in SETTLED
    if now is None:
        if before is None or not was_open:
            return None
        return Entry(DiscrepancyRecord(before, "", before.about), Change.RESOLVED, ("the outlets no longer differ",))
    if now.status in SETTLED:
        return None
    if before is None:
        return _entry(now, Change.NEW)
    if not was_open:
        return _entry(now, Change.CHANGED, ("open again",))
    news = _news(before, now)
    return _entry(now, Change.CHANGED, news) if news else None


def _entry(now: Discrepancy, change: Change, news: tuple[str, ...] = ()) -> Entry:
    return Entry(DiscrepancyRecord(now, "", now.about), change, news)


def _news(before: Discrepancy, now: Discrepancy) -> tuple[str, ...]:
    """Which outlets came to a side, and which left it."""
    was = {side.value: set(side.outlets) for side in before.sides}
    stands = {side.value: set(side.outlets) for side in now.sides}
    come = [f"now also {', '.join(sorted(gained))}: {value}" for value, held in stands.items() if (gained := held - was.get(value, set()))]
    gone = [f"no longer {', '.join(sorted(lost))}: {value}" for value, held in was.items() if (lost := held - stands.get(value, set()))]
    return (*come, *gone)
