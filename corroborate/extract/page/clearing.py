"""What stands on a page beside its article, taken out before the article is looked for.

Three signs tell it: what publishing systems call such a box ("newsletter-signup", "jp-relatedposts"), rows of teasers that
are all alike, and paragraphs that are nothing but a link. Nothing is taken out that holds the headline or most of what there
is to read, and nothing at all where too little would be left.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

LEFT = 200
"""Characters that must be left for an article."""

LARGE = 1 / 3
"""No box holds more of a page's text than this, but for readers' comments."""

LEADING = 0.5
"""No more than this stands before a headline, or it is none."""

TABLES = 200
"""So many tables are looked at: no page lays itself out with more."""

TEASERS, TEASER_CHARACTERS = 3, 600
NAMED_CHARACTERS = 600
CELL_CHARACTERS = 300
PARTS = 80
LINKED, LINKED_HALF = 0.8, 0.5
LINKED_WORDS = 4

BOXES = ("div", "section", "aside", "ul", "ol", "dl", "form", "figure", "nav", "article", "footer")
BLOCKS = ("p", "div", "ul", "ol", "li", "table", "section", "article", "h1", "h2", "h3", "h4", "blockquote", "figure")
OUTER = ("header", "table", "h2", "h3", "h4", "dialog")
MUTE = ("script", "style", "noscript", "template", "svg", "button", "select", "textarea")
CELLS = ("thead", "tbody", "tfoot", "tr", "td", "th", "center", "font")
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]{2,}(?![a-z])")
NAMES = frozenset(
    re.findall(
        r"\w+",
        """newsletter newsletters signup subscribe share sharing sharedaddy social cookie cookies consent gdpr
        breadcrumb breadcrumbs crumb crumbs sidebar advert advertisement ads outbrain taboola related relatedposts recirc recommended
        recommendations trending pagination pager poll masthead copyright""",
    )
)
PAIRS = frozenset(
    re.findall(
        r"(\w+) (\w+)",
        """most read, most popular, most viewed, author bio, author box, author info, about author, read more, read next, read also,
        also read, see also, up next, more stories, more news, next article, sign up, latest news, latest articles, recent posts,
        cookie message, release contact""",
    )
)
REPLIES = frozenset(("comments", "commentlist", "respond", "disqus", "discussion"))
COMMENT_LIST = ("comment", "list")
LABEL = re.compile(
    r"\W*(?:(?:also|must) read|read (?:also|more|next)|related(?: stor(?:y|ies)| articles?)?|more|see also|watch|recommended"
    r"|don['’]t miss)\W*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many characters there are to read in each element of a tree, and how many of them in links."""

    whole: dict[Any, int]
    linked: dict[Any, int]

    def of(self, element: Any) -> int:
        """Characters to be read, links included."""
        return self.whole.get(element, 0)


def cleared(tree: Any) -> Any:
    """A copy of a page's tree without its furniture; the same in structure where that would leave too little to read."""
    kept = copy(tree)
    sizes = _measured(kept)
    whole = sizes.of(kept)
    for found in (_before_headline, _boxes, _teasers):
        if boxes := list(found(kept, sizes)):
            for box in boxes:
                _drop(box)
            sizes = _measured(kept)
    links = list(_links(kept))
    for link in links:
        _drop(link)
    if (_measured(kept) if links else sizes).of(kept) < min(LEFT, whole):
        kept = copy(tree)
    _flow(kept)
    return kept


def names_of(element: Any) -> tuple[str, ...]:
    """The words of an element's class and id: `sub-headLine` is sub, head, line."""
    return (*_words(element.get("class")), *_words(element.get("id")))


def _words(name: str | None) -> tuple[str, ...]:
    return tuple(word.lower() for word in WORD.findall((name or "")[:NAMED_CHARACTERS]))


def _drop(box: Any) -> None:
    if box.getparent() is not None:
        box.drop_tree()


def _measured(tree: Any) -> Sizes:
    sizes = Sizes({}, {})
    for element in reversed(list(tree.iter())):
        if not isinstance(element.tag, str) or element.tag in MUTE:
            continue
        whole, linked = len((element.text or "").strip()), 0
        for child in element:
            whole += len((child.tail or "").strip()) + sizes.whole.get(child, 0)
            linked += sizes.linked.get(child, 0)
        sizes.whole[element] = whole
        sizes.linked[element] = whole if _leads_away(element) else linked
    return sizes


def _holders(tree: Any) -> set[Any]:
    """The headlines, what the page itself calls the article's body, and all that they stand in."""
    found = set[Any]()
    for element in tree.iter("h1", "div", "section", "article"):
        if element.tag != "h1" and element.get("itemprop") != "articleBody":
            continue
        while element is not None and element not in found:
            found.add(element)
            element = element.getparent()
    return found


def _before_headline(tree: Any, sizes: Sizes) -> Iterator[Any]:
    """What comes before the only headline, where most of the page comes behind it."""
    headlines = list(islice(tree.iter("h1"), 2))
    title = next((" ".join("".join(one.itertext()).split()) for one in tree.iter("title")), "")
    if len(headlines) != 1 or not (shown := " ".join("".join(headlines[0].itertext()).split())) or shown not in title:
        return
    boxes = [one for step in (headlines[0], *headlines[0].iterancestors()) for one in step.itersiblings(preceding=True)]
    found = [one for one in boxes if isinstance(one.tag, str) and one.tag in (*BOXES, *OUTER)]
    if sum(map(sizes.of, found)) <= LEADING * sizes.of(tree):
        yield from found


def _boxes(tree: Any, sizes: Sizes) -> Iterator[Any]:
    """The outermost boxes whose names tell them."""
    holders, waiting = _holders(tree), [tree]
    while waiting:
        one = waiting.pop()
        if not isinstance(one.tag, str):
            continue
        named = _is_named(one) if one.tag in BOXES and one not in holders else None
        if named is not None and (named or sizes.of(one) <= LARGE * sizes.of(tree)):
            yield one
            continue
        waiting.extend(one)


def _is_named(element: Any) -> bool | None:
    """None where its names tell nothing; else whether they tell of readers' comments."""
    names = names_of(element)
    # What is called "content with comments" may be the article with them.
    if REPLIES.intersection((*names[:1], *_words(element.get("id"))[:1])) or COMMENT_LIST in pairwise(names):
        return True
    named = (NAMES | REPLIES).intersection(names) or any(pair in PAIRS for pair in pairwise(names))
    return False if named else None


def _teasers(tree: Any, sizes: Sizes) -> Iterator[Any]:
    """Three or more neighbours of one shape, each a link with a few words to it."""
    holders, rows = _holders(tree), defaultdict[tuple[Any, str, str], list[Any]](list)
    for element in tree.iter("div", "li", "article", "section", "a", "td"):
        parent = element.getparent()
        if parent is not None and (element.tag != "a" or len(element)):
            rows[parent, element.tag, element.get("class") or ""].append(element)
    for row in rows.values():
        if len(row) >= TEASERS and all(one not in holders and _is_teaser(one, sizes) for one in row):
            yield from row


def _is_teaser(element: Any, sizes: Sizes) -> bool:
    length = sizes.of(element)
    if not 0 < length <= TEASER_CHARACTERS:
        return False
    if element.tag == "a":
        return _leads_away(element)
    linked = sizes.linked[element] / length
    heading = next((one for one in islice(element.iter(), PARTS) if one.tag in ("h2", "h3", "h4", "h5")), None)
    leads_on = heading is not None and any(_leads_away(one) for one in (heading.find(".//a"), heading.getparent()) if one is not None)
    return leads_on or linked >= (LINKED if element.tag == "li" else LINKED_HALF) or _begins_with_link(element)


def _begins_with_link(element: Any) -> bool:
    """A picture or a headline that leads away comes first; names of authors and of those who are quoted are shorter."""
    first = next((one for one in element if isinstance(one.tag, str)), None)
    if first is None or element.tag == "li" or (element.text or "").strip() or not _leads_away(first):
        return False
    words = len("".join(first.itertext()).split())
    return words == 0 or words >= LINKED_WORDS


def _leads_away(element: Any) -> bool:
    """A link to another page: those of a live blog lead to its own entries."""
    return element.tag == "a" and "#" not in (element.get("href") or "#")


def _links(tree: Any) -> Iterator[Any]:
    """Paragraphs that are a link and perhaps its label: "Also read: Five dead in depot fire"."""
    for element in tree.iter("p", "div"):
        if next(element.iterdescendants(*BLOCKS), None) is not None or not (links := list(element.iter("a"))):
            continue
        written = " ".join("".join(element.itertext()).split())
        linked = [" ".join("".join(link.itertext()).split()) for link in links]
        rest = written
        for one in linked:
            rest = rest.replace(one, " ", 1)
        is_link = not written.endswith((".", "?", "!", "”", '"')) and sum(map(len, linked)) >= LINKED * len(written)
        if sum(one.count(" ") + 1 for one in linked) >= LINKED_WORDS and (is_link or LABEL.fullmatch(rest)):
            yield element


def _flow(tree: Any) -> None:
    """Tables that lay out a page, and hold no table of figures, become plain blocks; the innermost tell first."""
    tables = list(islice(tree.iter("table"), TABLES))
    if not tables:
        return
    sizes = _measured(tree)
    for table in reversed(tables):
        if next(table.iterdescendants("table"), None) is not None or any(
            sizes.of(cell) > CELL_CHARACTERS for cell in table.iter("td", "th")
        ):
            for part in [table, *(one for one in table.iter(*CELLS) if next(one.iterancestors("table"), None) is table)]:
                part.tag = "div"
