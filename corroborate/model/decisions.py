"""What people settled about claims, articles and discrepancies, in a form that survives reading and crawling again."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from corroborate.model.claims import Claim
from corroborate.model.findings import CHANGES, DISMISSED, Agreement, Assessment, DiscrepancyType, Status, agreement_of, verdict_of
from corroborate.model.ids import content_id

Pair = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What belongs together and what does not, in a person's judgement.

    Each set of `together` is about one thing; of each pair of `apart` nothing on the left is about the same as anything
    on the right. Members are article ids where stories are decided, and claim keys where groups are. A later decision
    that says otherwise has been taken into account by whoever hands these over: nothing here contradicts itself.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[Pair, ...] = ()

    def among(self, members: Iterable[str]) -> "Decisions":
        """Only what concerns these members."""
        known = frozenset(members)
        together = (one & known for one in self.together)
        apart = ((left & known, right & known) for left, right in self.apart)
        return Decisions(
            tuple(one for one in together if len(one) > 1),
            tuple(pair for pair in apart if all(pair)),
        )


UNDECIDED = Decisions()


def claim_key(article: str, claim: Claim) -> str:
    """Names a claim by its article and sentence, whichever version of the article it was read from."""
    return key_of(article, claim.kind, claim.surface, claim.sentence.text)


def key_of(article: str, kind: str, surface: str, sentence: str) -> str:
    """The key of a claim of which only these parts are at hand."""
    return content_id("k", article, kind, surface, " ".join(sentence.split()))


def keys_of(claims: Iterable[Claim], article: str) -> Mapping[str, str]:
    """The keys of an article's claims, by claim id."""
    return {claim.id: claim_key(article, claim) for claim in claims}


class Action(StrEnum):
    """What a person can decide."""

    ACCEPT = "accept"
    REJECT = "reject"
    EXPLAIN = "explain"
    MERGE = "merge"
    SPLIT = "split"
    NOTE = "note"
    UNDO = "undo"


STATUSES: Mapping[Action, Status] = {
    Action.ACCEPT: Status.ACCEPTED,
    Action.REJECT: Status.REJECTED,
    Action.EXPLAIN: Status.EXPLAINED,
}


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided: who, when, why, and about what.

    `subjects` are the ids as they were at the time; what counts is the content. `sides` are the claim keys on each side
    of a discrepancy, or the claim keys or article ids that are joined or kept apart. `type` and `said` are what a
    discrepancy was and the value of each side. `undoes` is the number of the review that no longer counts; the store
    gives each review its `number`.
    """

    action: Action
    subjects: tuple[str, ...]
    by: str
    at: datetime
    note: str | None = None
    sides: tuple[frozenset[str], ...] = ()
    type: DiscrepancyType | None = None
    said: tuple[str, ...] = ()
    undoes: int | None = None
    number: int | None = None

    @property
    def is_about_articles(self) -> bool:
        """It joins or divides stories."""
        return self.action in (Action.MERGE, Action.SPLIT) and self.subjects[0].startswith("s")

    @property
    def is_about_claims(self) -> bool:
        """It joins or divides claim groups."""
        return self.action in (Action.MERGE, Action.SPLIT) and not self.is_about_articles


def standing(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The decisions that count, in their order: none that was undone."""
    listed = tuple(reviews)
    undone = {review.undoes for review in listed if review.action is Action.UNDO}
    return tuple(review for review in listed if review.action is not Action.UNDO and review.number not in undone)


def about_claims(reviews: Iterable[Review]) -> Decisions:
    """What the reviews come to for claim groups; a later one wins over an earlier that says otherwise."""
    return _decided(review for review in standing(reviews) if review.is_about_claims)


def about_articles(reviews: Iterable[Review]) -> Decisions:
    """What the reviews come to for stories; a later one wins over an earlier that says otherwise."""
    return _decided(review for review in standing(reviews) if review.is_about_articles)


def _decided(reviews: Iterable[Review]) -> Decisions:
    together: list[frozenset[str]] = []
    apart: list[Pair] = []
    for review in reviews:
        if review.action is Action.MERGE:
            joined = _joined(together, frozenset().union(*review.sides))
            apart = [part for pair in apart for part in _outside(pair, joined[-1])]
            together = joined
            continue
        left, right = review.sides
        together = [part for one in together for part in _divided(one, left, right)]
        apart.append((left, right))
    return Decisions(tuple(one for one in together if len(one) > 1), tuple(dict.fromkeys(apart)))


def _joined(together: Sequence[frozenset[str]], new: frozenset[str]) -> list[frozenset[str]]:
    """What is one with one of the new is one with all of them; the set of the new comes last."""
    met = [one for one in together if one & new]
    return [*(one for one in together if not one & new), new.union(*met)]


def _outside(pair: Pair, joined: frozenset[str]) -> list[Pair]:
    """What of a pair still stands after a set was joined: nothing within the set."""
    left, right = pair
    parts = [(left - joined, right), (left & joined, right - joined)] if left & joined and right & joined else [pair]
    return [part for part in parts if all(part)]


def _divided(one: frozenset[str], left: frozenset[str], right: frozenset[str]) -> list[frozenset[str]]:
    """A set that holds of both sides gives up what stands on the left."""
    return [one - left, one & left] if one & left and one & right else [one]


def ruling(
    reviews: Sequence[Review], identity: str, said: tuple[DiscrepancyType, Collection[str]], keys: Sequence[Collection[str]]
) -> Status:
    """What the reviews say of a discrepancy, by its type, its values and the claim keys of each side; the last one counts.

    A review holds as long as nothing new is said: another outlet with a figure that was there leaves it, another value
    opens the question again.
    """
    kind, values = said
    for review in reversed(reviews):
        if review.action not in STATUSES or not (identity in review.subjects or _share(review.sides, keys)):
            continue
        if review.type is None or (review.type is kind and {plain_value(value) for value in values} <= set(review.said)):
            return STATUSES[review.action]
    return Status.OPEN


def ruled(found: Assessment) -> Assessment:
    """The assessment as people's decisions leave it: what they rejected or explained is held against no figure.

    A rejected discrepancy is none, so that the figures agree; an explained one is still a difference, which disputes
    nothing. What several types say of a group is read off those that stand, as if the others had not been found.
    """
    if found.support is None or not any(one.status in DISMISSED for one in found.discrepancies):
        return found
    standing_types = {one.type for one in found.discrepancies if one.status not in DISMISSED}
    differing = {one.type for one in found.discrepancies if one.status is not Status.REJECTED}
    support = found.support
    return replace(
        found,
        agreement=found.agreement if found.agreement is Agreement.ALONE else agreement_of(differing),
        verdict=verdict_of(standing_types, support.verdict),
        low=found.low if standing_types & CHANGES else support.low,
        high=found.high if standing_types & CHANGES else support.high,
    )


def _share(sides: Sequence[Collection[str]], keys: Sequence[Collection[str]]) -> bool:
    """Of each side some claim was there when the review was made."""
    known = frozenset().union(*sides)
    return bool(keys) and all(known & set(side) for side in keys)


def plain_value(value: str) -> str:
    """A side's value for comparing: no difference of case or spaces."""
    return " ".join(value.casefold().split())
