"""Groups that may answer one question: kept beside the groups until a person says whether they do."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import Session, aliased

from corroborate.model.records import SuggestionRecord
from corroborate.model.stories import Suggestion
from corroborate.store.aliases import current_id
from corroborate.store.columns import Values, batches, upsert
from corroborate.store.engine import Database
from corroborate.store.tables import GroupRow, SuggestionRow

Pair = tuple[str, str]


class Suggestions:
    """What a person may want to make one, the likeliest of each story first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_group(self, group: str) -> tuple[SuggestionRecord, ...]:
        """The groups that may answer the same question as this one."""
        with self._database.reading() as session:
            identity = current_id(session, group)
            mine = or_(SuggestionRow.first_group == identity, SuggestionRow.second_group == identity)
            return tuple(_record(*row) for row in session.execute(_joined().where(mine)))

    def of_story(self, story: str) -> tuple[SuggestionRecord, ...]:
        """All of a story."""
        with self._database.reading() as session:
            return tuple(_record(*row) for row in session.execute(_of_story(), {"story": current_id(session, story)}))

    def all(self) -> tuple[SuggestionRecord, ...]:
        """All there are, story by story."""
        with self._database.reading() as session:
            return tuple(_record(*row) for row in session.execute(_joined()))


@cache
def _joined() -> Select[SuggestionRow, GroupRow, GroupRow]:
    left, right = aliased(GroupRow), aliased(GroupRow)
    return (
        select(SuggestionRow, left, right)
        .join(left, left.id == SuggestionRow.first_group)
        .join(right, right.id == SuggestionRow.second_group)
        .order_by(SuggestionRow.story_id, SuggestionRow.position, SuggestionRow.first_group)
    )


@cache
def _of_story() -> Select[SuggestionRow, GroupRow, GroupRow]:
    return _joined().where(SuggestionRow.story_id == bindparam("story"))


def _record(row: SuggestionRow, left: GroupRow, right: GroupRow) -> SuggestionRecord:
    return SuggestionRecord(
        suggestion=Suggestion(row.first_group, row.second_group, row.reason, tuple(row.evidence)),
        story=row.story_id,
        questions=(left.question, right.question),
        values=(tuple(left.wordings), tuple(right.wordings)),
    )


def save_suggestions(session: Session, suggestions: Iterable[Suggestion], homes: dict[str, str], stories: Collection[str]) -> None:
    """Hold of these stories, of which some may end, exactly these suggestions; `homes` has the story of each group. Write what differs."""
    rows = dict[Pair, Values]()
    places: defaultdict[str, int] = defaultdict(int)
    for one in suggestions:
        story = homes[one.left]
        rows[one.left, one.right] = to_row(one, story, places[story])
        places[story] += 1
    known = dict[Pair, SuggestionRow]()
    for batch in batches(sorted(stories)):
        held = session.scalars(select(SuggestionRow).where(SuggestionRow.story_id.in_(batch)))
        known |= {(row.first_group, row.second_group): row for row in held}
    upsert(session, SuggestionRow, [row for key, row in rows.items() if key not in known or _differs(known[key], row)])
    for key in known.keys() - rows.keys():
        session.delete(known[key])
    session.flush()


def _differs(known: SuggestionRow, row: Values) -> bool:
    return any(getattr(known, name) != value for name, value in row.items())


def to_row(suggestion: Suggestion, story: str, position: int) -> Values:
    """The suggestion as its table holds it."""
    return {
        "first_group": suggestion.left,
        "second_group": suggestion.right,
        "story_id": story,
        "position": position,
        "reason": suggestion.reason,
        "evidence": list(suggestion.evidence),
    }
