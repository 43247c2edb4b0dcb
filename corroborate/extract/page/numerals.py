"""How many numerals of a page are in the text that was taken from it: a page whose layout changed shows first in this.

Compared with the article's body in JSON-LD where there is one, else with the paragraphs of the page's main part.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from corroborate.model.articles import Numerals

NUMERAL = re.compile(r"\d+(?:[.,:]\d+)*")
MARKUP = re.compile(r"<[^<>]{0,2000}>")
LONG_BODY = 200
"""Characters from which on a body in JSON-LD is taken for the whole article, and a main part for one that holds it."""

CHARACTERS = 200_000
PARTS = 20
MAIN = ("article", "main")
PARAGRAPHS = ("p", "li", "td", "h1", "h2", "blockquote")
FURNITURE = {"nav", "footer", "aside", "header", "form", "button", "figure", "a", "script", "style", "noscript", "template"}


def count_numerals(tree: Any, body: str | None, text: str) -> Numerals:
    """The numerals that the page shows, and how many of them the text has; `body` is the article as JSON-LD gives it."""
    shown = Counter(NUMERAL.findall(_shown(tree, body)[:CHARACTERS]))
    return Numerals(shown.total(), (shown & Counter(NUMERAL.findall(text))).total())


def _shown(tree: Any, body: str | None) -> str:
    if body is not None and len(body) >= LONG_BODY:
        return MARKUP.sub(" ", body)
    parts = (" ".join(_paragraphs(part)) for name in MAIN for part in islice(tree.iter(name), PARTS))
    longest = max(parts, key=len, default="")
    return longest if len(longest) >= LONG_BODY else " ".join(_paragraphs(tree))


def _paragraphs(part: Any) -> Iterator[str]:
    """What is written in paragraphs outside furniture; links count only inside them."""
    taken = set[Any]()
    for element in part.iter(*PARAGRAPHS):
        ancestors = list(element.iterancestors())
        if taken.intersection(ancestors) or any(isinstance(one.tag, str) and one.tag in FURNITURE for one in ancestors):
            continue
        taken.add(element)
        yield " ".join(element.itertext("*"))
