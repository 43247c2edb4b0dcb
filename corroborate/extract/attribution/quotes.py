"""Quotations: which characters of a text stand between quotation marks, over paragraphs and with marks missing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corroborate.model.claims import Span

_DOUBLE = re.compile(r"[\"“”„«»]|''|``")
_OPENING_SINGLE = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–]))['‘](?=[\w$£€])")
_CLOSING_SINGLE = re.compile(r"(?<=[,.!?…])['’](?=[\s,.;:)—–]|$)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FORMS = frozenset(["the", "a", "an", "of", "and", "or", "in", "on", "at", "to", "for", "from", "by", "with"])
_ENDS = ",.!?…—–-"
SHORTEST_SPEECH = 4
LONGEST_TITLE = 8


@dataclass(frozen=True, slots=True)
class Quotation:
    """The characters from an opening mark to behind the closing one, or to the end of the paragraph where none closes."""

    chars: Span
    paragraph: int
    opens_paragraph: bool
    is_closed: bool
    is_speech: bool


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text, in order; each lies within one paragraph.

    >>> [quotation.chars.cut("“Nine are missing,” she said.") for quotation in quotations("“Nine are missing,” she said.")]
    ['“Nine are missing,”']
    """
    found: list[Quotation] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        doubles = list(_DOUBLE.finditer(text, start, end))
        spans = _paired(text, Span(start, end), doubles) if doubles else _single(text, start, end)
        found.extend(_quotation(text, span, number, Span(start, end)) for span in spans)
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            yield start, end
        start = end + 1


def _paired(text: str, paragraph: Span, marks: list[re.Match[str]]) -> Iterator[Span]:
    """From each opening mark to the closing one; a lost mark is taken to stand at the paragraph's edge."""
    begin: int | None = None
    for position, mark in enumerate(marks):
        opens = _opens(text, mark, paragraph, is_open=begin is not None)
        if opens and begin is not None:
            yield Span(begin, mark.start())
        if opens:
            begin = mark.start()
        elif begin is not None:
            yield Span(begin, mark.end())
            begin = None
        elif position == 0 and text[mark.start() - 1 : mark.start()] in _ENDS:
            yield Span(paragraph.start, mark.end())
    if begin is not None:
        yield Span(begin, paragraph.end)


def _opens(text: str, mark: re.Match[str], paragraph: Span, *, is_open: bool) -> bool:
    if mark[0] in "„«``":
        return True
    if mark[0] in "”»''":
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if mark[0] == "“":
        return not (is_open and not before.isspace() and (after.isspace() or after in ".,;:!?"))
    stands_before = before.isspace() or before in "([—–-"
    return (stands_before or not is_open) and not after.isspace() and not (is_open and before in _ENDS and not before.isspace())


def _single(text: str, start: int, end: int) -> Iterator[Span]:
    """Quotations between single marks, where the paragraph has no others; apostrophes close none."""
    position = start
    while (opening := _OPENING_SINGLE.search(text, position, end)) is not None:
        closing = _CLOSING_SINGLE.search(text, opening.end(), end)
        if closing is None:
            return
        yield Span(opening.start(), closing.end())
        position = closing.end()


def _quotation(text: str, chars: Span, number: int, paragraph: Span) -> Quotation:
    surface = chars.cut(text)
    is_closed = len(surface) > 1 and surface[-1] in "\"”“»'’"
    inner = surface.strip("\"“”„«»'‘’` ")
    return Quotation(chars, number, not text[paragraph.start : chars.start].strip(), is_closed, _is_speech(inner))


def _is_speech(inner: str) -> bool:
    """Scare quotes are a word or three, titles are in capitals; what ends with a mark of its own was said."""
    if inner[-1:] and inner[-1] in _ENDS:
        return True
    heads = [word[0] for _, word in zip(range(LONGEST_TITLE + 1), _WORD.findall(inner), strict=False) if word not in _FORMS]
    is_title = len(heads) <= LONGEST_TITLE and not any(head.islower() for head in heads)
    return len(_WORD.findall(inner)) >= SHORTEST_SPEECH and not is_title
