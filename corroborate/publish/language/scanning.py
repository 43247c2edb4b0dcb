"""The text of a query cut into pieces, each with its place: `-outlet:"Fjord Post",Herald` is a sign, a key and two values."""

import re
from dataclasses import dataclass

from corroborate.errors import QueryError

LONGEST = 2000
MOST_TERMS = 50
MOST_VALUES = 50
KEY = re.compile(r"([A-Za-z_]+)(?::(?!//)|(?=[<>]=?[\d.+-]))")
WORD = re.compile(r'[^\s"]+')
BARE = re.compile(r'[^\s,"]+')
NUMERIC = re.compile(r'[^\s"]+')


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text as it is meant: without quotation marks; `start` and `end` are where it stands."""

    text: str
    start: int
    end: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A sign, a key where there is one, and values or one word."""

    key: Piece | None
    values: tuple[Piece, ...]
    negated: bool = False


def scan(text: str) -> tuple[Clause, ...]:
    """The clauses of a query in their order; raises QueryError."""
    if len(text) > LONGEST:
        raise QueryError(text[:LONGEST], (0, 1), f"the query has {len(text)} characters", f"ask in at most {LONGEST}")
    clauses = list[Clause]()
    place = _past_blanks(text, 0)
    while place < len(text):
        if len(clauses) == MOST_TERMS:
            raise QueryError(text, (place, len(text)), f"the query has more than {MOST_TERMS} terms", "leave some out")
        clause, place = _clause(text, place)
        clauses.append(clause)
        place = _past_blanks(text, place)
    return tuple(clauses)


def _clause(text: str, place: int) -> tuple[Clause, int]:
    negated = text[place] == "-" and place + 1 < len(text) and not text[place + 1].isspace()
    place += negated
    found = KEY.match(text, place)
    if found is None:
        word, place = _quoted(text, place) if text[place] == '"' else _bare(text, place, WORD)
        return Clause(None, (word,), negated), place
    key = Piece(found[1], found.start(1), found.end(1))
    values, place = _values(text, found.end(), NUMERIC if found[1].lower() == "value" else BARE)
    if not values:
        raise QueryError(text, (key.start, place), f"nothing stands behind {found[0]!r}", f"write {found[1]}:VALUE, without a blank")
    return Clause(key, tuple(values), negated), place


def _values(text: str, place: int, bare: re.Pattern[str]) -> tuple[list[Piece], int]:
    values = list[Piece]()
    while place < len(text) and not text[place].isspace():
        if text[place] == ",":
            raise QueryError(text, (place, place + 1), "a value is missing at this comma", "write A,B without blanks, or leave it out")
        value, place = _quoted(text, place) if text[place] == '"' else _bare(text, place, bare)
        values.append(value)
        if len(values) > MOST_VALUES:
            raise QueryError(text, (value.start, value.end), f"more than {MOST_VALUES} values are given", "leave some out")
        place = _past_comma(text, place)
    return values, place


def _past_comma(text: str, place: int) -> int:
    if place == len(text) or text[place].isspace():
        return place
    if text[place] != ",":
        raise QueryError(text, (place, place + 1), "a blank or comma is missing here", "put one between two values")
    if place + 1 == len(text) or text[place + 1].isspace():
        raise QueryError(text, (place, place + 1), "a value is missing behind this comma", "write A,B without blanks, or leave it out")
    return place + 1


def _bare(text: str, place: int, shape: re.Pattern[str]) -> tuple[Piece, int]:
    found = shape.match(text, place)
    assert found is not None
    return Piece(found[0], place, found.end()), found.end()


def _quoted(text: str, start: int) -> tuple[Piece, int]:
    """What stands between quotation marks; a backslash takes the sign behind it as it is."""
    letters = list[str]()
    place = start + 1
    while place < len(text) and text[place] != '"':
        place += text[place] == "\\" and place + 1 < len(text)
        letters.append(text[place])
        place += 1
    if place == len(text):
        raise QueryError(text, (start, start + 1), "this quotation mark is never closed", "close it, or leave it out")
    if not "".join(letters).strip():
        raise QueryError(text, (start, place + 1), "nothing stands between these quotation marks", "write something, or leave them out")
    return Piece("".join(letters), start, place + 1, quoted=True), place + 1


def _past_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place
