"""People's decisions, made from the ids that they name: kept by content, so that they hold whatever is read or matched again.

"g_1 and g_2 are one question"  ->  the claims of both, by article and sentence
"d_3 is none"                   ->  its type, its values and the claims on each side
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from corroborate.errors import UsageError
from corroborate.model.decisions import STATUSES, Action, Review, claim_key, plain_value
from corroborate.model.records import GroupRecord, StoryRecord
from corroborate.store import Store

HOW_MANY = {
    Action.ACCEPT: "name one discrepancy",
    Action.REJECT: "name one discrepancy",
    Action.EXPLAIN: "name one discrepancy",
    Action.MERGE: "name two claim groups, or two stories",
    Action.SPLIT: "name a claim group and the claims that do not belong in it, or a story and articles",
    Action.NOTE: "name one thing: a discrepancy, claim, claim group, article or story",
    Action.UNDO: "name one decision by its number, or what it was about",
}


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, when, and why."""

    by: str
    at: datetime
    note: str | None = None


def made(store: Store, action: Action, subjects: Sequence[str], signature: Signature) -> Review:
    """The decision to do this with these, as the functions below make each. Raises UnknownId, UsageError."""
    if not subjects:
        raise UsageError("nothing was named to decide about", "name it by its id")
    first, *others = subjects
    if action is Action.SPLIT and others:
        return divided(store, first, others, signature)
    if action is Action.MERGE and len(others) == 1:
        return merged(store, (first, others[0]), signature)
    if action is Action.UNDO and not others:
        return undone(store, first, signature)
    if action is Action.NOTE and not others:
        return noted(store, first, signature)
    if action in STATUSES and not others:
        return judged(store, action, first, signature)
    raise UsageError(f"so many ids cannot be taken for `{action.value}`", HOW_MANY[action])


def judged(store: Store, action: Action, identity: str, signature: Signature) -> Review:
    """A discrepancy is accepted, rejected or explained. Raises UnknownId, UsageError."""
    if not identity.startswith("d_"):
        raise UsageError(f"{identity} is no discrepancy", "name one by its id: d_..., as `corroborate export discrepancies` lists them")
    found = store.discrepancies.get(identity).discrepancy
    sides = tuple(frozenset(_key(store, claim) for claim in side.claims) for side in found.sides)
    said = tuple(plain_value(side.value) for side in found.sides)
    return Review(action, (identity,), signature.by, signature.at, signature.note, sides, found.type, said)


def merged(store: Store, identities: tuple[str, str], signature: Signature) -> Review:
    """Two claim groups answer one question, or two stories are one. Raises UnknownId, UsageError."""
    left, right = (_group_or_story(store, identity) for identity in identities)
    if isinstance(left, GroupRecord) and isinstance(right, GroupRecord):
        _check_groups(left, right)
        subjects, sides = (left.group.id, right.group.id), (_claim_keys(left), _claim_keys(right))
    elif isinstance(left, StoryRecord) and isinstance(right, StoryRecord):
        subjects, sides = (left.story.id, right.story.id), (frozenset(left.story.articles), frozenset(right.story.articles))
    else:
        raise UsageError("a claim group and a story cannot be one", "name two groups, or two stories")
    if subjects[0] == subjects[1]:
        raise UsageError(f"{identities[0]} and {identities[1]} are one already", "see `corroborate show` for what is in it")
    return Review(Action.MERGE, subjects, signature.by, signature.at, signature.note, sides)


def divided(store: Store, whole: str, parts: Sequence[str], signature: Signature) -> Review:
    """Some claims do not belong in their group, or some articles in their story; or two groups are two questions.

    Raises UnknownId, UsageError.
    """
    found = _group_or_story(store, whole)
    if isinstance(found, GroupRecord) and any(part.startswith("g_") for part in parts):
        return _kept_apart(store, found, parts, signature)
    if isinstance(found, GroupRecord):
        identity = found.group.id
        members = {one.claim.id: claim_key(one.article.id, one.claim) for one in found.claims}
    else:
        identity = found.story.id
        members = {article: article for article in found.story.articles}
    if strange := [part for part in parts if part not in members]:
        raise UsageError(f"{strange[0]} is not in {whole}", f"see `corroborate show {whole}` for what is in it")
    out = frozenset(members[part] for part in parts)
    rest = frozenset(members.values()) - out
    if not rest:
        raise UsageError(f"nothing would be left in {whole}", "name only what does not belong in it")
    return Review(Action.SPLIT, (identity, *parts), signature.by, signature.at, signature.note, (out, rest))


def _kept_apart(store: Store, left: GroupRecord, parts: Sequence[str], signature: Signature) -> Review:
    if len(parts) > 1:
        raise UsageError("more than two groups are named", "name two groups at a time, or the claims that do not belong in one")
    right = _group_or_story(store, parts[0])
    if not isinstance(right, GroupRecord):
        raise UsageError(f"{parts[0]} is not a claim group", "name two groups, or a group and its claims")
    if left.group.id == right.group.id:
        raise UsageError(
            f"{left.group.id} and {parts[0]} are one", f"name the claims that do not belong: `corroborate show {left.group.id}`"
        )
    sides = (_claim_keys(left), _claim_keys(right))
    return Review(Action.SPLIT, (left.group.id, right.group.id), signature.by, signature.at, signature.note, sides)


def noted(store: Store, identity: str, signature: Signature) -> Review:
    """Something to be remembered about whatever an id names; it moves nothing. Raises UnknownId, UsageError."""
    if not (signature.note or "").strip():
        raise UsageError("a note needs its words", "say what is to be remembered")
    store.find_any(identity)
    return Review(Action.NOTE, (identity,), signature.by, signature.at, signature.note)


def undone(store: Store, what: str, signature: Signature) -> Review:
    """A decision no longer counts: that of a number, or the last about an id. Raises UnknownId, UsageError."""
    if what.isdigit():
        wanted = store.reviews.get(int(what))
        standing = [one for one in store.reviews.standing() if one.number == wanted.number]
    else:
        numbers = {one.number for one in store.reviews.of(what)}
        standing = [one for one in store.reviews.standing() if one.number in numbers]
    if not standing:
        raise UsageError(f"there is no decision about {what} that counts", "see `corroborate review list`")
    last = standing[-1]
    return Review(Action.UNDO, last.subjects, signature.by, signature.at, signature.note, undoes=last.number)


def _key(store: Store, claim: str) -> str:
    record = store.claims.get(claim)
    return claim_key(record.article.id, record.claim)


def _claim_keys(record: GroupRecord) -> frozenset[str]:
    return frozenset(claim_key(one.article.id, one.claim) for one in record.claims)


def _group_or_story(store: Store, identity: str) -> GroupRecord | StoryRecord:
    found = store.find_any(identity)
    if isinstance(found, GroupRecord | StoryRecord):
        return found
    raise UsageError(f"{identity} is neither a claim group nor a story", "name one by its id: g_... or s_...")


def _check_groups(left: GroupRecord, right: GroupRecord) -> None:
    if left.group.story != right.group.story:
        stories = f"{left.group.story} {right.group.story}"
        raise UsageError("the groups are of two stories", f"make these one first: corroborate review merge {stories}")
    if left.group.kind is not right.group.kind:
        kinds = f"{left.group.kind.value} and {right.group.kind.value}"
        raise UsageError(f"figures of two kinds ({kinds}) cannot answer one question", "name two groups of one kind")
