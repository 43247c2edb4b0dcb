"""The deck of an article: the sentence or two between its headline and its text."""

import re
from itertools import islice
from typing import Any

from corroborate.extract.page.clearing import names_of

LENGTHS = range(30, 600)
NEAR = 60
"""So many elements behind the headline are looked at."""

TAGS = ("p", "h2", "h3", "h4", "div", "span", "strong", "section")
NAMES = frozenset(
    re.findall(
        r"\w+",
        """subheadline subhead subheading subtitle standfirst dek deck summary lead lede intro introduction excerpt abstract strap
        strapline entradilla vorspann chapo sapo sottotitolo bajada""",
    )
)
SUBS = frozenset(("headline", "title", "heading", "head", "hed"))
WITHOUT = frozenset(
    re.findall(r"\w+", "newsletter author caption credit byline meta card promo list related video image photo player media enhancement")
)


def deck_of(tree: Any, description: str | None) -> str | None:
    """What its name tells for a deck, or what stands there word for word as the page's own description; None where nothing does."""
    headline = next(tree.iter("h1"), next(tree.iter("h2"), None))
    if headline is None:
        return None
    described = " ".join((description or "").split())
    for element in islice(headline.xpath("following::*"), NEAR):
        if element.tag not in TAGS or element.find(".//a") is not None:
            continue
        written = " ".join("".join(element.itertext()).split())
        if len(written) in LENGTHS and (written == described or _is_named(element)):
            return written
    return None


def _is_named(element: Any) -> bool:
    names = names_of(element)
    if len(names) == 0 and element.getparent() is not None and len(element.getparent()) == 1:
        names = names_of(element.getparent())
    if WITHOUT.intersection(names):
        return False
    return bool(NAMES.intersection(names)) or ("sub" in names and bool(SUBS.intersection(names)))
