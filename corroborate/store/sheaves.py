"""Stories, claim groups and reuses as rows with all that hangs on them, and a digest of the whole.

A sheaf whose digest is the stored one needs no writing.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Protocol

from corroborate.model.findings import Assessment
from corroborate.model.ids import digest
from corroborate.model.stories import ClaimGroup, Origin, Reuse, Story, Suggestion
from corroborate.store.columns import Values
from corroborate.store.discrepancies import to_row as discrepancy_to_row
from corroborate.store.groups import group_to_row, origin_to_row
from corroborate.store.stories import to_row as story_to_row
from corroborate.store.tables import ReuseRow


class Matching(Protocol):
    """What the matching stage gives, for one story or for many."""

    @property
    def stories(self) -> Sequence[Story]: ...
    @property
    def groups(self) -> Sequence[ClaimGroup]: ...
    @property
    def origins(self) -> Sequence[Origin]: ...
    @property
    def reuses(self) -> Sequence[Reuse]: ...
    @property
    def suggestions(self) -> Sequence[Suggestion]: ...


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A row with the rows that hang on it, and a digest of all of them."""

    row: Values
    digest: str
    parts: tuple[Values, ...] = ()
    origins: tuple[Origin, ...] = ()


def story_sheaves(stories: Iterable[Story]) -> dict[str, Sheaf]:
    """Each story with its articles, by id."""
    return {story.id: _story_sheaf(story) for story in stories}


def _story_sheaf(story: Story) -> Sheaf:
    row = story_to_row(story)
    parts = tuple({"story_id": story.id, "article": article, "position": place} for place, article in enumerate(story.articles))
    return Sheaf(row, digest_of(row, parts), parts)


def group_sheaves(matching: Matching, assessed: Mapping[str, Assessment]) -> dict[str, Sheaf]:
    """Each claim group with its claims, origins and assessment, by id."""
    origins = defaultdict(list)
    for origin in matching.origins:
        origins[origin.group].append(origin)
    return {group.id: _group_sheaf(group, assessed[group.id], origins[group.id]) for group in matching.groups}


def _group_sheaf(group: ClaimGroup, assessment: Assessment, origins: Sequence[Origin]) -> Sheaf:
    row = group_to_row(group, assessment)
    parts = tuple({"group_id": group.id, "claim": claim, "position": place} for place, claim in enumerate(group.claims))
    rooted = [origin_to_row(origin, place) for place, origin in enumerate(origins)]
    differences = [discrepancy_to_row(difference, 0) | {"first_seen": None} for difference in assessment.discrepancies]
    return Sheaf(row, digest_of(row, parts, rooted, differences), parts, tuple(origins))


def digest_of(row: Values, *parts: Iterable[Any]) -> str:
    """Names what a row and its parts say."""
    return digest(json.dumps([row, *chain(parts)], default=_written, sort_keys=True))


def _written(value: object) -> object:
    return list(value) if isinstance(value, tuple) else str(value)


def reuse_to_row(reuse: Reuse) -> Values:
    """The reuse as its table holds it."""
    row = {
        "earlier": reuse.earlier,
        "later": reuse.later,
        "containment": reuse.containment,
        "changed": [list(pair) for pair in reuse.changed],
    }
    return row | {"digest": digest_of(row)}


def reuse_from_row(row: ReuseRow) -> Reuse:
    """The reuse of a row."""
    return Reuse(row.earlier, row.later, row.containment, tuple((earlier, later) for earlier, later in row.changed))
