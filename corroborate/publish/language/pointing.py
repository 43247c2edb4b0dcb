"""What is wrong with a query, shown under the word that is wrong."""

from corroborate.errors import QueryError
from corroborate.publish.printable import display_width, printable

SHOWN = 60
"""Columns of the query to the left of what is pointed at."""


def pointed(error: QueryError) -> str:
    """Two lines for a terminal: the query, and a caret under each column of the word.

    acounts partie:Alibaba
            ^^^^^^
    """
    text, start, end = error.text, error.start, error.end
    before, word, behind = (_flat(part) for part in (text[:start], text[start:end], text[end:]))
    cut = "…" if len(before) > SHOWN else ""
    before = cut + before[-SHOWN:] if cut else before
    return f"  {before}{word[:SHOWN]}{behind[:SHOWN]}\n  {' ' * display_width(before)}{'^' * max(1, display_width(word[:SHOWN]))}"


def _flat(text: str) -> str:
    return printable(" ".join(f"|{text}|".split()))[1:-1]
