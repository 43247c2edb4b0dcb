"""People in a row: "a mother and her two daughters" are three, "John Harrow, 24, and Jane Pell, 31," are two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corroborate.extract.victims.persons import Person, persons

_AND = re.compile(r"\s?,?\s(?:and|&|along with|as well as|together with|plus)\s(?:also\s|then\s)?")
_COMMA, _SEMICOLON = re.compile(r",\s"), re.compile(r";\s(?:and\s)?")
_HEADED = re.compile(r"(?:[:;,] |\b(?:after|as|when|kills|left|leaves|and|wounds|injures) )$")
_OF_DEATH = (" killing of ", " death of ", " murder of ", " slaying of ")


@dataclass(frozen=True, slots=True)
class Row:
    """People in a row; `size` is how many they are."""

    people: tuple[Person, ...]
    size: int

    @property
    def start(self) -> int:
        """Where the row begins in the text."""
        return self.people[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.people[-1].end

    @property
    def is_counted(self) -> bool:
        """The text gives the number itself: "two men"."""
        return len(self.people) == 1 and self.people[0].counted


def rows(text: str, start: int, end: int, *, bare: bool) -> Iterator[Row]:
    """The rows of people of a sentence; `bare` where nouns stand without articles, as in a headline."""
    row: list[Person] = []
    links: list[str] = []
    for person in persons(text, start, end):
        link = _link(text, row[-1], person) if row else ""
        if row and not link:
            yield _row(text, row, links, bare=bare)
            row, links = [], []
        if not row and not _may_stand(text, person, start, bare=bare):
            continue
        links.extend([link] if row else [])
        row.append(person)
    if row:
        yield _row(text, row, links, bare=bare)


def _link(text: str, before: Person, person: Person) -> str:
    """What joins two people of a row; a pronoun never stands in one."""
    if before.is_pronoun or person.is_pronoun or before.of_them or person.of_them:
        return ""
    between = text[before.end : person.start]
    kinds = (("and", _AND), (",", _COMMA), (";", _SEMICOLON))
    return next((kind for kind, pattern in kinds if pattern.fullmatch(between)), "")


def _may_stand(text: str, person: Person, start: int, *, bare: bool) -> bool:
    """A noun without an article stands only in headlines, and there at the head of a clause."""
    if person.counted or person.name or person.determiner or not person.noun:
        return True
    before = text[max(start, person.start - 12) : person.start]
    if before.endswith(_OF_DEATH):
        return True
    return bare and (not before.strip() or _HEADED.search(before) is not None)


def _row(text: str, row: Sequence[Person], links: Sequence[str], *, bare: bool) -> Row:
    """One row, what only describes others in it counted once."""
    if len(row) == 1:
        return Row(tuple(row), row[0].size)
    if ";" in links:
        # "A, 64; her son, B, 35; and C, 9": a comma only describes.
        return Row(tuple(row), sum(one.size for one in _parts(text, row, links, bare=bare)))
    sizes = [person.size for person in row]
    first = row[0]
    if links[0] == "," and first.size == sum(sizes[1:]) and not first.name:
        # "Two people, a man and a woman, were killed"; "the driver, a 24-year-old man,".
        return Row((_spread(row),) if first.counted else tuple(row), first.size)
    if "and" not in links and not bare:
        # "John Harrow, 24, a teacher, was killed"; "more than 60, the operator said"
        return Row((first,) if first.counted else tuple(row), first.size)
    return Row(tuple(row), sum(person.size for number, person in enumerate(row) if not _describes(text, row, links, number)))


def _parts(text: str, row: Sequence[Person], links: Sequence[str], *, bare: bool) -> Iterator[Row]:
    """What stands between the semicolons of a row."""
    ends = [number + 1 for number, link in enumerate(links) if link == ";"]
    for first, end in zip([0, *ends], [*ends, len(row)], strict=True):
        yield _row(text, row[first:end], links[first : end - 1], bare=bare)


def _describes(text: str, row: Sequence[Person], links: Sequence[str], number: int) -> bool:
    """ "Mark Deller, 44, a teacher, and Ines Deller, 41": what stands between commas behind a name."""
    if number == 0 or links[number - 1] != "," or row[number].name or row[number].counted or not row[number - 1].name:
        return False
    return row[number].determiner in ("a", "an", "the", "") and text.startswith(",", row[number].end)


def _spread(row: Sequence[Person]) -> Person:
    first, last = row[0], row[-1]
    return Person(first.start, last.end, first.size, first.noun, first.determiner, counted=True)
