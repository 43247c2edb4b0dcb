"""One sort per name throughout an article: what its mentions say, each with its reason, weighed against each other."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from corroborate.extract.parties.labels import STORMS
from corroborate.extract.parties.mentions import WEIGHTS, Mention, Sort
from corroborate.extract.parties.names import BODIES, COMPANY_TAILS, is_outlet
from corroborate.model.parties import AliasTable

SETTLED = frozenset({"known place", "known people", "known body"})
LOOSE = frozenset(
    {"never named in full", "name of its own", "trained pipeline", "trained pipeline, weakly", "acts", "speaks", "preposition of place"}
)
"""Reasons that give way to how an article goes on calling a name."""

FALLBACK = Sort("ORG", "name of its own")
"""Of what nothing tells, most are companies and bodies."""
_BODIES_ALONE = BODIES - COMPANY_TAILS


def sorts_of(mentions: Sequence[Mention], given: Mapping[str, str], aliases: AliasTable) -> dict[str, Sort]:
    """The sort of each name; people, companies and places hand theirs on, all do to the acronyms `given` for them.

    A table of `aliases` has the last word.
    """
    sorts = {name: _weightiest(votes) for name, votes in _votes(mentions).items()}
    sorts |= {name: Sort("PERSON", "called by the last word") for name in _called_by_last_word(sorts)}
    sorts |= dict.fromkeys(_titled_later(sorts, mentions), Sort("PERSON", "title before the last word"))
    sorts |= dict.fromkeys(_never_in_full(sorts, mentions), Sort("ORG", "never named in full"))
    for name, sort in _handed_on(sorts, given).items():
        if name in sorts and sorts[name].reason not in SETTLED:
            sorts[name] = sort
    for name in sorts:
        party = aliases.party(name)
        if party is not None and party.label is not None:
            sorts[name] = Sort(party.label, "alias table")
    return sorts


def _never_in_full(sorts: Mapping[str, Sort], mentions: Sequence[Mention]) -> Iterator[str]:
    """An article that names people in full does so before it calls them by one name; what has one throughout is no person."""
    often = Counter(mention.name for mention in mentions)
    if not any(sort.label == "PERSON" and " " in name for name, sort in sorts.items()):
        return
    for name, sort in sorts.items():
        if " " not in name and often[name] > 1 and sort.label == "PERSON" and sort.reason == "trained pipeline, weakly":
            yield name


def _titled_later(sorts: Mapping[str, Sort], mentions: Sequence[Mention]) -> Iterator[str]:
    """Whose last word has a title elsewhere is a person: "Dunstan Mellor", then "Mr Mellor"."""
    titled = {mention.name for mention in mentions if mention.sort.reason == "title before it" and " " not in mention.name}
    for name, sort in sorts.items():
        parts = name.split()
        if 2 <= len(parts) <= 3 and parts[-1] in titled and (sort.reason in LOOSE or sort.reason == "word of a company"):
            yield name


def _handed_on(sorts: Mapping[str, Sort], given: Mapping[str, str]) -> dict[str, Sort]:
    """What the short forms of the names are, the surest last."""
    people = [name.split() for name, sort in sorts.items() if sort.label == "PERSON" and " " in name]
    found = {parts[0]: Sort("PERSON", "given name") for parts in people if sorts.get(parts[0], FALLBACK).reason in LOOSE}
    found |= {
        ending: Sort("NORP", "people of a place") for place, sort in sorts.items() if sort.label == "PLACE" for ending in _peoples(place)
    }
    found |= {
        name.split()[0]: Sort("ORG", "first word of a company") for name, sort in sorts.items() if sort.label == "ORG" and is_company(name)
    }
    found |= {" ".join(parts[place:]): Sort("PERSON", "surname") for parts in people for place in range(1, len(parts))}
    found |= {name.split()[-1]: sort for name, sort in sorts.items() if name.split()[0] in STORMS}
    return found | {short: Sort(sorts[full].label, "short for another name") for short, full in given.items() if full in sorts}


def _peoples(place: str) -> Iterator[str]:
    """What the people of a place may be called: "Tamsoul", "Tamsouli", "Tamsoulian"."""
    stem = place.removesuffix("a").removesuffix("e")
    if " " not in place and len(stem) > 3:
        yield from (stem + ending + plural for ending in ("i", "ian", "ese", "er", "an", "ish") for plural in ("", "s"))


def is_company(name: str) -> bool:
    """The name is of a company by its last word, so that its first word alone may stand for it."""
    parts = name.split()
    return len(parts) > 1 and parts[-1] in COMPANY_TAILS and not is_outlet(name) and not set(parts) & _BODIES_ALONE


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
