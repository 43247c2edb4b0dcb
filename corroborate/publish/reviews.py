"""People's decisions as rows, as lines, and in a sentence."""

from collections.abc import Iterable, Iterator, Sequence

from corroborate.errors import UnknownId
from corroborate.model.decisions import STATUSES, Action, Review, standing
from corroborate.model.findings import Status
from corroborate.model.records import ArticleRecord, ClaimRecord
from corroborate.publish.printable import one_line
from corroborate.publish.views import Row, instant
from corroborate.store import Store

DONE = {
    Action.ACCEPT: "accepted",
    Action.REJECT: "rejected",
    Action.EXPLAIN: "explained",
    Action.MERGE: "merged",
    Action.SPLIT: "split",
    Action.NOTE: "noted",
    Action.UNDO: "undone",
}
NOW = {
    Status.OPEN: "it is open again",
    Status.ACCEPTED: "it counts as a discrepancy",
    Status.REJECTED: "it stays out of digests until another value is reported",
    Status.EXPLAINED: "it stays out of digests until another value is reported",
}


def review_rows(reviews: Sequence[Review]) -> list[Row]:
    """The audit trail: every decision, in the order in which they were made."""
    counting = {one.number for one in standing(reviews)}
    return [
        {
            "review": one.number,
            "at": instant(one.at),
            "by": one.by,
            "action": one.action.value,
            "subjects": list(one.subjects),
            "note": one.note,
            "undoes": one.undoes,
            "counts": one.number in counting or one.action is Action.UNDO,
        }
        for one in reviews
    ]


def review_lines(rows: Iterable[Row]) -> Iterator[Row]:
    """The audit trail as a table for the terminal."""
    for row in rows:
        undoing = f"{row['action']} {row['undoes']}" if row["undoes"] else row["action"]
        yield {
            "review": row["review"],
            "at": str(row["at"])[:16].replace("T", " "),
            "by": row["by"],
            "action": undoing if row["counts"] else f"{undoing} (undone)",
            "subjects": row["subjects"],
            "note": row["note"],
        }


def told(review: Review) -> str:
    """A decision in a line: "rejected by O. Marsh, 2026-10-14 12:00: the Gazette counted the crew"."""
    note = f": {one_line(review.note)}" if review.note else ""
    return f"{DONE[review.action]} by {one_line(review.by)}, {review.at:%Y-%m-%d %H:%M}{note}"


def outcome(store: Store, review: Review) -> str:
    """What happens now that a decision was made, in a line."""
    if review.undoes is not None:
        before = store.reviews.get(review.undoes)
        now = "" if before.action is Action.NOTE else f"; {_now(store, before)}"
        return f"review {review.undoes} ({DONE[before.action]}) no longer counts{now}"
    return f"review {review.number}: {_now(store, review)}"


def _now(store: Store, review: Review) -> str:
    try:
        return _standing_of(store, review)
    except UnknownId:
        return f"{review.subjects[0]} is found no more"


def _standing_of(store: Store, review: Review) -> str:
    first, *others = review.subjects
    if review.action in STATUSES:
        status = store.discrepancies.get(first).discrepancy.status
        return f"{first} is {status.value}, {NOW[status]}"
    if review.action is Action.NOTE:
        return f"the note stands with {first}, and moves nothing"
    if review.action is Action.SPLIT and all(subject.startswith("g") for subject in review.subjects):
        return f"{first} and {', '.join(others)} are two questions"
    places = list(dict.fromkeys(_place(store, other) for other in others))
    here = store.aliases.current(first)
    if places == [here]:
        return f"{', '.join([first, *others])}: together in {here}"
    return f"{', '.join(others)} in {', '.join(places)}, the rest in {here}"


def _place(store: Store, identity: str) -> str:
    """The group or story in which something is found now."""
    found = store.find_any(identity)
    if isinstance(found, ClaimRecord):
        return found.group or "no group"
    if isinstance(found, ArticleRecord):
        return found.story or "no story"
    return store.aliases.current(identity)
