"""Those whom an article tells of one by one, each in a sentence of his own, and what became of each in the end.

"John Ade, 34, was pronounced dead at the scene. His cousin, 29, was taken to hospital" are one dead and one hurt. Who is told of
again is the same person: by his name, as "the man", by his age, or as the one whom the first lines left without a name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corroborate.extract.victims.fates import Fate
from corroborate.extract.victims.persons import POSSESSIVES, Person

WORSE = ("", "shot", "injured", "killed")
"""What a later sentence tells takes the place of what is not as bad."""


@dataclass(frozen=True, slots=True)
class Victim:
    """One of those told of, with what is known of him; `fate` is the worst that was told."""

    person: Person
    fate: str


def roster(fates: Iterable[Fate]) -> list[Victim]:
    """Everybody told of by himself, in the order in which he is first told of."""
    known: list[Victim] = []
    for fate in fates:
        for person in _people(fate):
            place = _place(person, fate.name, known)
            if place is not None:
                known[place] = _joined(known[place], person, fate.name)
            elif fate.restricted or person.is_suspect or not (person.is_definite or person.is_pronoun):
                known.append(Victim(person, fate.name))
    return known


def _people(fate: Fate) -> Sequence[Person]:
    """The people of a row; of "his cousin, 19-year-old Isaiah Ade" there is one."""
    people = fate.row.people
    if fate.row.size == 1 and len(people) > 1:
        return [_merged(people[0], people[1])]
    return [person for person in people if not person.counted or person.size == 1]


def _merged(first: Person, second: Person) -> Person:
    return replace(first, age=first.age or second.age, name=first.name or second.name, noun=first.noun or second.noun)


def _joined(known: Victim, person: Person, fate: str) -> Victim:
    worst = max(known.fate, fate, key=WORSE.index)
    return Victim(_merged(known.person, person), worst)


def _place(person: Person, fate: str, known: Sequence[Victim]) -> int | None:
    """Who of those told of before is meant, the last first."""
    fitting = [number for number, one in enumerate(known) if _may_be(person, one.person)]
    named = [number for number in fitting if person.name and known[number].person.name]
    if named:
        return named[-1]
    if not fitting or person.is_other:
        return None
    told_again = person.is_definite or person.is_pronoun
    if told_again:
        return fitting[-1]
    if person.determiner in POSSESSIVES:
        return next((number for number in fitting if known[number].person.noun == person.noun), None)
    aged = [number for number in fitting if person.age and known[number].person.age]
    alike = aged or [number for number in fitting if known[number].fate == fate or fate in ("killed", "shot")]
    return alike[0] if alike else None


def _may_be(person: Person, other: Person) -> bool:
    """Nothing that is told of the two keeps them apart."""
    if person.is_suspect != other.is_suspect:
        return False
    if person.name and other.name:
        first, second = person.name.split(), other.name.split()
        return first[-1] == second[-1] and (first[0] == second[0] or 1 in (len(first), len(second)))
    if person.age and other.age:
        return person.age == other.age and not _differ_in_sex(person, other)
    return not _differ_in_sex(person, other) and person.size == other.size


def _differ_in_sex(person: Person, other: Person) -> bool:
    return bool(person.sex and other.sex and person.sex != other.sex)
