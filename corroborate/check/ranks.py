"""Two ranks of one thing: "the largest known attack" against "one of the largest"."""

import re

from corroborate.check.words import say_rank
from corroborate.model.figures import Rank
from corroborate.model.findings import Comparison, Relation
from corroborate.model.synonyms import AMOUNTS, ranked

FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"largest", "biggest", "greatest", "most extensive"}),
    frozenset({"smallest", "lowest", "least"}),
    frozenset({"deadliest", "most lethal", "bloodiest"}),
    frozenset({"worst", "gravest", "most severe", "most serious"}),
    frozenset({"highest", "record", "tallest"}),
    frozenset({"costliest", "most expensive", "dearest"}),
    frozenset({"oldest", "earliest", "first"}),
    frozenset({"latest", "newest", "last"}),
    frozenset({"strongest", "most powerful"}),
)
LOOSE = frozenset({"known", "ever", "confirmed", "recorded", "on record", "to date", "yet", "so far", "in history", "detected", "reported"})

# "In the company's history" and "in the history of the industry" say little more than "ever".
OF_ALL_TIME = re.compile(r"\b(history|ever|on record|records began|known|all time)\b")


def family(superlative: str) -> str:
    """The superlative, or the first of those that say the same: "biggest" is "largest"."""
    plain = superlative.lower().replace("-", " ").strip()
    words = plain.removesuffix(" ever").removesuffix(" known").strip()
    return next((min(names) for names in FAMILIES if words in names), words)


def restrictions(rank: Rank) -> frozenset[str]:
    """Qualifiers that narrow the field: "in Europe" does, "known" and "ever" do not."""
    named = frozenset(qualifier.lower() for qualifier in rank.qualifiers) - LOOSE
    return frozenset(qualifier for qualifier in named if not OF_ALL_TIME.search(qualifier))


def _measure(rank: Rank) -> str:
    """By what it ranks; the highest fine is the largest."""
    told = family(rank.superlative)
    return family("largest") if told == family("highest") and ranked(rank.head.lower()) in AMOUNTS else told


def compare_ranks(left: Rank, right: Rank) -> Comparison:
    """Relate two ranks of the same thing; the order of the two does not matter."""
    left, right = sorted((left, right), key=str)
    first, second = say_rank(left), say_rank(right)
    if _measure(left) != _measure(right):
        return Comparison(Relation.INCOMPARABLE, f'"{first}" and "{second}" rank by different measures')
    if restrictions(left) and restrictions(right) and restrictions(left) != restrictions(right):
        return Comparison(Relation.INCOMPARABLE, f'"{first}" and "{second}" rank within different fields')
    if left.place != right.place and not (left.shared or right.shared):
        return Comparison(Relation.CONFLICT, f'"{first}" and "{second}" cannot both be right')
    if left.shared != right.shared:
        first_of, among = (right, left) if left.shared else (left, right)
        if restrictions(first_of) and not restrictions(among):
            return Comparison(Relation.COMPATIBLE, f'what is "{say_rank(first_of)}" may well be "{say_rank(among)}"')
        claim, hedge = (second, first) if left.shared else (first, second)
        return Comparison(Relation.TENSION, f'"{claim}" claims the first place, "{hedge}" only a place among the first')
    if left == right:
        return Comparison(Relation.SAME, f'both say "{first}"')
    return Comparison(Relation.COMPATIBLE, f'"{first}" and "{second}" say the same')
