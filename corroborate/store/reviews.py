"""Reviews: what people decided. Kept apart from what is derived, so that processing again loses none."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, insert, or_, select, update
from sqlalchemy.orm import Session

from corroborate.errors import UnknownId
from corroborate.model.decisions import STATUSES, Action, Review, key_of, ruling, standing
from corroborate.model.findings import Discrepancy, DiscrepancyType, Status
from corroborate.store.aliases import current_id
from corroborate.store.columns import Values, bare, batches
from corroborate.store.discrepancies import from_row as discrepancy_from_row
from corroborate.store.due import mark_articles, mark_stories
from corroborate.store.engine import Database
from corroborate.store.markings import claims_of_groups, mark_findings
from corroborate.store.tables import AliasRow, ClaimRow, DiscrepancyRow, GroupRow, ReviewRow, StoryArticleRow
from corroborate.store.verdicts import settle_verdicts


class Reviews:
    """Decisions, in the order in which they were made."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, review: Review) -> Review:
        """Keep a decision and let it count from now on; what it moves is due to be matched. Returns it with its number.

        Raises UnknownId where it undoes what there is not.
        """
        with self._database.writing() as session:
            effective = review if review.undoes is None else _get(session, review.undoes)
            number = session.scalar(insert(ReviewRow).values(to_row(review)).returning(ReviewRow.number))
            if effective.action in STATUSES:
                _settle_statuses(session, effective)
            elif effective.is_about_articles:
                mark_articles(session, frozenset().union(*effective.sides))
            elif effective.is_about_claims:
                mark_stories(session, _stories_of(session, effective.subjects))
            return from_row(session.get_one(ReviewRow, number))

    def moved(self, review: Review) -> tuple[frozenset[str], frozenset[str]]:
        """The articles that are to be matched again, and the stories to be gone through, when this is decided or undone."""
        with self._database.reading() as session:
            effective = review if review.undoes is None else _get(session, review.undoes)
            if effective.is_about_articles:
                return frozenset().union(*effective.sides), frozenset()
            return frozenset(), frozenset(_stories_of(session, effective.subjects) if effective.is_about_claims else ())

    def get(self, number: int) -> Review:
        """The review of that number. Raises UnknownId."""
        with self._database.reading() as session:
            return _get(session, number)

    def of(self, *identities: str) -> tuple[Review, ...]:
        """All decisions about something, under any of the ids that it had; also about what is found no more."""
        with self._database.reading() as session:
            names = _names(session, {current_id(session, identity) for identity in identities})
            several = (Action.MERGE.value, Action.SPLIT.value, Action.UNDO.value)
            concerned = or_(ReviewRow.subject.in_(names), ReviewRow.action.in_(several))
            return tuple(one for one in _load(session, concerned) if names & set(one.subjects))

    def all(self) -> tuple[Review, ...]:
        """All decisions, those undone and the undoing too."""
        with self._database.reading() as session:
            return _load(session)

    def standing(self) -> tuple[Review, ...]:
        """The decisions that count."""
        with self._database.reading() as session:
            return standing(_load(session))


def statuses_of(session: Session, found: Sequence[Discrepancy]) -> dict[str, Status]:
    """What the reviews say of each discrepancy."""
    reviews = [review for review in standing(_load(session)) if review.action in STATUSES]
    if not reviews:
        return {one.id: Status.OPEN for one in found}
    keys = _keys(session, [claim for one in found for side in one.sides for claim in side.claims])
    return {one.id: _status(one, reviews, keys) for one in found}


def _status(one: Discrepancy, reviews: Sequence[Review], keys: Mapping[str, str]) -> Status:
    sides = [frozenset(keys[claim] for claim in side.claims if claim in keys) for side in one.sides]
    return ruling(reviews, one.id, (one.type, [side.value for side in one.sides]), sides)


def _keys(session: Session, claims: Sequence[str]) -> dict[str, str]:
    found = dict[str, str]()
    for batch in batches(sorted(set(claims))):
        query = select(ClaimRow.id, ClaimRow.article, ClaimRow.kind, ClaimRow.surface, ClaimRow.sentence).where(ClaimRow.id.in_(batch))
        found |= {row.id: key_of(row.article, row.kind, row.surface, row.sentence) for row in session.execute(query)}
    return found


def _settle_statuses(session: Session, review: Review) -> None:
    """Give the discrepancy its status, and every other that the review may have named before it had another id; verdicts follow."""
    concerned = or_(DiscrepancyRow.id.in_(review.subjects), DiscrepancyRow.status != Status.OPEN.value)
    rows = session.scalars(select(DiscrepancyRow).where(concerned)).all()
    for identity, status in statuses_of(session, [discrepancy_from_row(row) for row in rows]).items():
        session.execute(update(DiscrepancyRow).where(DiscrepancyRow.id == identity).values(status=status.value))
    groups = {row.group_id for row in rows}
    settle_verdicts(session, groups)
    mark_findings(session, claims_of_groups(session, groups))


def _stories_of(session: Session, subjects: Iterable[str]) -> set[str]:
    """The stories in which groups and claims are found now."""
    found = set[str]()
    for subject in subjects:
        identity = current_id(session, subject)
        queries: dict[str, Select[str]] = {
            "g": select(GroupRow.story_id).where(GroupRow.id == identity),
            "c": select(StoryArticleRow.story_id)
            .join(ClaimRow, ClaimRow.article == StoryArticleRow.article)
            .where(ClaimRow.id == identity),
        }
        found |= set(session.scalars(queries[identity[0]])) if identity[0] in queries else {identity}
    return found


def _get(session: Session, number: int) -> Review:
    row = session.get(ReviewRow, number)
    if row is None:
        raise UnknownId(f"there is no review {number}", "see `corroborate review list` for their numbers")
    return from_row(row)


def _names(session: Session, current: set[str]) -> set[str]:
    """These ids and every id that leads to one of them."""
    names, latest = set(current), current
    while latest:
        found = {row.old for batch in batches(sorted(latest)) for row in session.execute(bare(AliasRow, "new"), {"keys": batch})}
        latest = found - names
        names |= latest
    return names


def _load(session: Session, *conditions: ColumnElement[bool]) -> tuple[Review, ...]:
    query = select(ReviewRow).where(*conditions).order_by(ReviewRow.at, ReviewRow.number)
    return tuple(from_row(row) for row in session.scalars(query))


def to_row(review: Review) -> Values:
    """The review as its table holds it, but for its number."""
    return {
        "action": review.action.value,
        "subject": review.subjects[0],
        "others": list(review.subjects[1:]),
        "by": review.by,
        "at": review.at,
        "note": review.note,
        "sides": [sorted(side) for side in review.sides],
        "type": None if review.type is None else review.type.value,
        "said": list(review.said),
        "undoes": review.undoes,
    }


def from_row(row: ReviewRow) -> Review:
    """The review of a row."""
    return Review(
        action=Action(row.action),
        subjects=(row.subject, *row.others),
        by=row.by,
        at=row.at,
        note=row.note,
        sides=tuple(frozenset(side) for side in row.sides),
        type=None if row.type is None else DiscrepancyType(row.type),
        said=tuple(row.said),
        undoes=row.undoes,
        number=row.number,
    )
