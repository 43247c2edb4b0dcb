"""The words around a place of the text, within its sentence."""

import re
from dataclasses import dataclass

REACH = 160

_WORD = re.compile(r"[^\W\d_]+(?:[.'’\-][^\W\d_]+)*|\d(?:[\w.,:/-]*\w)?|[^\w\s]|_", re.UNICODE)
# A sentence ends at a mark followed by blank and a capital, a quotation mark or the end; or at a line break.
_END = re.compile(r"[.!?][\"'”’)]*(?=\s+[\"'“‘(]?[A-Z0-9]|\s*$)|\n")
_SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|Col|Capt|Lt|Sgt|No|approx|ca|c|Inc|Corp|Co|Ltd|Jr|Sr|vs|etc|Rs|U\.S|U\.K|U\.N"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark, with its lower-case form and its place in the text."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Letters, not a number or a mark."""
        return self.text[0].isalpha()


def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    return tuple(Word(found[0], found[0].lower(), found.start(), found.end()) for found in _WORD.finditer(text, start, end))


def words_after(text: str, position: int, *, reach: int = REACH) -> tuple[Word, ...]:
    """The words of the sentence from `position` on, as far as `reach` characters."""
    limit = min(len(text), position + reach)
    for end in _END.finditer(text, position, limit):
        if end[0] == "\n" or not _SHORT.search(text, max(0, end.start() - 7), end.start() + 1):
            limit = end.start()
            break
    return _words(text, position, limit)


def words_before(text: str, position: int, *, reach: int = REACH) -> tuple[Word, ...]:
    """The words of the sentence before `position`, the nearest last."""
    first = max(0, position - reach)
    begin = first
    for end in _END.finditer(text, first, position):
        if end.end() < position and (end[0] == "\n" or not _SHORT.search(text, max(0, end.start() - 7), end.start() + 1)):
            begin = end.end()
    while 0 < begin == first and begin < position and text[begin - 1].isalnum() and text[begin].isalnum():
        begin, first = begin + 1, first + 1
    return _words(text, begin, position)
