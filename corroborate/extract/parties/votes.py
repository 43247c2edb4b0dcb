"""One sort per name throughout an article: what its mentions say, each with its reason, weighed against each other."""

from collections.abc import Iterator, Mapping, Sequence

from corroborate.extract.parties.mentions import WEIGHTS, Mention, Sort
from corroborate.extract.parties.names import BODIES, COMPANY_TAILS, is_outlet

SETTLED = frozenset({"known place", "known people", "known body", "alias table"})
LOOSE = frozenset({"name of its own", "trained pipeline", "trained pipeline, weakly", "acts", "speaks", "preposition of place"})
"""Reasons that give way to how an article goes on calling a name."""

FALLBACK = Sort("ORG", "name of its own")
"""Of what nothing tells, most are companies and bodies."""


def sorts_of(mentions: Sequence[Mention], given: Mapping[str, str]) -> dict[str, Sort]:
    """The sort of each name; people and companies hand theirs on to their short names, all to the acronyms `given` for them."""
    sorts = {name: _weightiest(votes) for name, votes in _votes(mentions).items()}
    sorts |= {name: Sort("PERSON", "called by the last word") for name in _called_by_last_word(sorts)}
    surnames = {name.split()[-1] for name, sort in sorts.items() if sort.label == "PERSON" and " " in name}
    firsts = {name.split()[0] for name, sort in sorts.items() if sort.label == "ORG" and is_company(name)}
    for name in sorts.keys() & (surnames | firsts):
        if sorts[name].reason not in SETTLED:
            sorts[name] = Sort("PERSON", "surname") if name in surnames else Sort("ORG", "first word of a company")
    for short, full in given.items():
        if short in sorts and full in sorts and sorts[short].reason not in SETTLED:
            sorts[short] = Sort(sorts[full].label, "short for another name")
    return sorts


def is_company(name: str) -> bool:
    """The name is of a company by its last word, so that its first word alone may stand for it."""
    parts = name.split()
    return len(parts) > 1 and parts[-1] in COMPANY_TAILS and not is_outlet(name) and not set(parts) & BODIES - COMPANY_TAILS


def _votes(mentions: Sequence[Mention]) -> dict[str, dict[Sort, float]]:
    votes: dict[str, dict[Sort, float]] = {}
    for mention in mentions:
        counts = votes.setdefault(mention.name, {})
        for sort in (mention.sort, mention.guess):
            if sort.label:
                counts[sort] = counts.get(sort, 0) + WEIGHTS[sort.reason]
    return votes


def _weightiest(votes: Mapping[Sort, float]) -> Sort:
    """The label with the most weight, for the weightiest of its reasons."""
    if not votes:
        return FALLBACK
    totals: dict[str, float] = {}
    for sort, weight in votes.items():
        totals[sort.label] = totals.get(sort.label, 0) + weight
    label = max(totals, key=lambda one: (totals[one], one))
    return max((sort for sort in votes if sort.label == label), key=lambda sort: (votes[sort], sort.reason))


def _called_by_last_word(sorts: Mapping[str, Sort]) -> Iterator[str]:
    """People are called by their last word later on, companies by their first: "Quent Obrecht", then "Obrecht"."""
    for name, sort in sorts.items():
        parts = name.split()
        typical = sort.reason in LOOSE and 2 <= len(parts) <= 3 and BODIES.isdisjoint(parts) and COMPANY_TAILS.isdisjoint(parts)
        if typical and parts[-1] in sorts and parts[0] not in sorts and sorts[parts[-1]].reason in LOOSE:
            yield name
