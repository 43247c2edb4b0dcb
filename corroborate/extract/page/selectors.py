"""What an outlet's own layout is read by, where feeds.yaml tells it: CSS selectors and XPath expressions."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from cssselect import SelectorError
from lxml import etree
from lxml.cssselect import CSSSelector

from corroborate.errors import ConfigError
from corroborate.model.outlets import Selectors

MATCHES = 2_000
"""So many elements are looked at that one expression finds."""

LINES = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figcaption", "td", "th", "dt", "dd", "div", "section", "br")
"""What stands on lines of its own."""

SILENT = ("script", "style", "noscript", "template", "svg", "button", "form")


def check_selectors(outlet: str, selectors: Selectors) -> None:
    """Raise ConfigError where one of an outlet's expressions is neither CSS nor XPath."""
    for expression in (selectors.text, selectors.title, selectors.byline, selectors.published, *selectors.remove):
        if expression is None:
            continue
        try:
            _compiled(expression)
        except (etree.XPathError, SelectorError, ValueError) as wrong:
            problem = f"outlet {outlet}: page: {expression!r} is neither a CSS selector nor an XPath expression ({str(wrong)[:100]})"
            raise ConfigError("feeds.yaml", None, problem, "correct it") from None


def prune(tree: Any, selectors: Selectors) -> None:
    """Take out of a page what is to be removed."""
    for expression in selectors.remove:
        for element in _found(tree, expression):
            if hasattr(element, "drop_tree") and element.getparent() is not None:
                element.drop_tree()


def text_of(tree: Any, expression: str | None) -> str | None:
    """The text of all that an expression finds, its paragraphs on lines of their own; None where it finds nothing to read."""
    if expression is None:
        return None
    lines = "".join(_written(found) + "\n" for found in _found(tree, expression)).split("\n")
    shown = [" ".join(line.split()) for line in lines]
    return "\n".join(line for line in shown if line) or None


def line_of(tree: Any, expression: str | None) -> str | None:
    """The same as one line; of an element without text the attribute that tells it, such as a time's `datetime`."""
    if expression is None:
        return None
    for found in _found(tree, expression):
        told = found if isinstance(found, str) else found.get("datetime") or found.get("content") or _written(found)
        if line := " ".join(told.split())[:300]:
            return line
    return None


def _found(tree: Any, expression: str) -> list[Any]:
    try:
        found = _compiled(expression)(tree)
    except etree.XPathError:
        return []
    return found[:MATCHES] if isinstance(found, list) else [str(found)]


@cache
def _compiled(expression: str) -> Callable[[Any], Any]:
    """XPath begins with a slash, a bracket, or a function's name; everything else is CSS."""
    is_xpath = re.match(r"\.?/|\(|[a-z-]+\(", expression) is not None
    compiled: Callable[[Any], Any] = etree.XPath(expression) if is_xpath else CSSSelector(expression, translator="html")
    return compiled


def _written(found: Any) -> str:
    return found if isinstance(found, str) else "".join(_pieces([found]))


def _pieces(roots: Iterable[Any]) -> Iterator[str]:
    """The text below some elements, without recursion: pages nest as deep as they like."""
    waiting: list[Any] = list(roots)
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node.tag, str) and node.tag not in SILENT:
            edge = "\n" if node.tag in LINES else ""
            parts: list[Any] = [edge, node.text or ""]
            for child in node:
                parts += [child, child.tail or ""]
            waiting += reversed([*parts, edge])
