"""From the text of a query to what it asks."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from corroborate.errors import QueryError
from corroborate.model.queries import Key, Query, Term, Value
from corroborate.publish.language.scanning import MOST_VALUES, Clause, Piece, scan
from corroborate.publish.language.values import BETWEEN_FIGURES, MEANT, READINGS, Wrong

# A comparison or a stretch of figures needs no key: it can only be of values.
END = r"[+-]?\d[\d.,]*[A-Za-z]{0,8}"
BARE_BAND = re.compile(rf"[<>]=?[+-]?[\d.].*|{END}\.\.(?:{END})?|\.\.{END}", re.DOTALL)
ONE_VALUE = frozenset({Key.SINCE, Key.UNTIL})


def parse(text: str) -> Query:
    """What a query asks: `parse("barges value:>20k")`. Raises QueryError, which knows the place of what is wrong."""
    return Query(tuple(dict.fromkeys(_term(text, clause) for clause in scan(text))))


def _term(text: str, clause: Clause) -> Term:
    key, values = clause.key, clause.values
    if key is None:
        word = values[0]
        if word.quoted or not BARE_BAND.fullmatch(word.text):
            return Term(Key.WORDS, (word.text,), clause.negated)
        return Term(Key.VALUE, _read(text, Key.VALUE, _figures(text, word)), clause.negated)
    known = _key(text, key)
    if known in ONE_VALUE and (len(values) > 1 or clause.negated):
        place = (values[-1].start, values[-1].end) if len(values) > 1 else (key.start - 1, key.start)
        raise QueryError(text, place, f"{known.value} takes one day", f"write {READINGS[known].example}")
    pieces = [part for value in values for part in _figures(text, value)] if known is Key.VALUE else list(values)
    return Term(known, _read(text, known, pieces), clause.negated)


def _read(text: str, key: Key, pieces: list[Piece]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(_value(text, key, piece) for piece in pieces))


def _value(text: str, key: Key, piece: Piece) -> Value:
    try:
        return READINGS[key].read(piece.text)
    except Wrong as wrong:
        raise QueryError(text, (piece.start, piece.end), wrong.problem, wrong.remedy) from None


def _figures(text: str, piece: Piece) -> list[Piece]:
    """The figures between commas that are not those of thousands."""
    found = list(_parted(piece))
    if len(found) > MOST_VALUES:
        raise QueryError(text, (piece.start, piece.end), f"more than {MOST_VALUES} values are given", "leave some out")
    for part in found:
        if not part.text:
            raise QueryError(text, (piece.start, piece.end), "a figure is missing at a comma", "write 10,20 without blanks")
    return found


def _parted(piece: Piece) -> Iterator[Piece]:
    offset, begin = piece.start + piece.quoted, 0
    for comma in BETWEEN_FIGURES.finditer(piece.text):
        yield Piece(piece.text[begin : comma.start()], offset + begin, offset + comma.start())
        begin = comma.end()
    yield Piece(piece.text[begin:], offset + begin, offset + len(piece.text))


def _key(text: str, piece: Piece) -> Key:
    name = piece.text.lower()
    for key in READINGS:
        if key.value == name:
            return key
    raise QueryError(text, (piece.start, piece.end), f"there is no key {piece.text!r}", _suggestion(text, piece))


def _suggestion(text: str, piece: Piece) -> str:
    names = [key.value for key in READINGS]
    word = piece.text.lower()
    # Whoever mistypes a word seldom mistypes its first letter.
    close = sorted(get_close_matches(word, names), key=lambda name: name[0] != word[0])
    meant = close[0] if close else MEANT.get(word, Key.WORDS).value
    if meant in names:
        return f"did you mean {meant}?"
    return f"known: {', '.join(names)}; to search for these words, put them between quotation marks"
