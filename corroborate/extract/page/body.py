"""A page to an article: its text, title, byline, dates, language, credits, and whether there was anything to read."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, ParamSpec, TypeVar

import trafilatura
from htmldate import find_date
from lxml.html import tostring

from corroborate.errors import ReadError
from corroborate.extract.furniture import boilerplate, lone_lines
from corroborate.extract.lexicon import words
from corroborate.extract.page.bounded import OutOfBounds, strangers
from corroborate.extract.page.clearing import cleared
from corroborate.extract.page.credits import read_credits
from corroborate.extract.page.datelines import read_head_dates
from corroborate.extract.page.decks import deck_of
from corroborate.extract.page.decoding import decode
from corroborate.extract.page.markup import Markup, Stated, plausible, read_markup, read_time
from corroborate.extract.page.numerals import count_numerals
from corroborate.extract.page.selectors import line_of, prune, text_of
from corroborate.model.articles import Article, Numerals, Readability
from corroborate.model.ids import digest
from corroborate.model.outlets import Selectors
from corroborate.model.pages import Page, Revision
from corroborate.model.walls import STUB, WALLS

for noisy in ("trafilatura", "htmldate", "readability", "justext", "courlan"):
    logging.getLogger(noisy).setLevel(logging.CRITICAL)

UNKNOWN = Selectors()
Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

PAGE_CHARACTERS = 5_000_000
ELEMENTS = 60_000
TEXT_CHARACTERS = 200_000
SHORT = 200
LANGUAGE_CHARACTERS = 4_000
ENGLISH = words("the and that with from were their have has been which would this they said who after when its than about could")
ENGLISH_SHARE = 0.09
"""No other language is written with so many of these words; one word in six of English news is one of them."""

HEADLINE_CHARACTERS = 1_000
DECK_BEGINS = 60
# Below this share of the wide reading, the precise one has lost paragraphs.
KEPT = 0.7
SILENT = ("script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "header", "a", "form", "button")
URL_DATE = re.compile(r"/(20\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)")


@dataclass(frozen=True, slots=True)
class Read:
    """What a page gave before it became an article."""

    text: str
    markup: Markup
    html: str | None = None
    numerals: Numerals | None = None


def read_page(page: Page, revision: Revision, layout: Selectors = UNKNOWN) -> tuple[Article, Numerals | None]:
    """The article of a page, and what became of its numerals.

    Plain text is taken as it is, so that an importer's offsets hold; markup is read for its main text, or for what the
    `layout` of its outlet says, by a process of bounded time and memory.

    Raises ReadError where the page is too large or too tangled to be read.
    """
    written = decode(page.body, page.charset)
    if len(written) > PAGE_CHARACTERS:
        raise ReadError(page.url, f"{len(written)} characters are more than can be read")
    read = Read(written[:TEXT_CHARACTERS], Markup()) if _is_plain(page) else _bounded(page.url, _read_html, written, page.url, layout)
    return _article(read, page, revision), read.numerals


def _bounded(url: str, function: Callable[Arguments, Result], *arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
    try:
        return strangers(function, *arguments, **named)
    except (OutOfBounds, MemoryError) as error:
        raise ReadError(url, str(error) or "it takes too much memory") from None


def _is_plain(page: Page) -> bool:
    return page.content_type.startswith("text/plain")


def _article(read: Read, page: Page, revision: Revision) -> Article:
    published, source = _published(read, page, revision)
    byline = read.markup.byline or _byline(read.text)
    text = read.text if _is_plain(page) else _without_furniture(read.text)
    language = _language(text)
    return Article(
        id=revision.article,
        revision=revision.id,
        url=revision.url,
        outlet=revision.outlet,
        title=read.markup.title or revision.title or _headline(read.text),
        text=text,
        text_digest=digest(text),
        seen=revision.seen,
        published=published,
        published_source=source,
        modified=_modified(read, published, page),
        byline=byline,
        language=language,
        credits=read_credits(read.text, byline=byline, source=revision.source, outlet=revision.outlet),
        readability=_readability(read, language, is_page=not _is_plain(page)),
    )


def _read_html(html: str, url: str, layout: Selectors) -> Read:
    if html.count("<") > ELEMENTS:
        raise ReadError(url, f"more than {ELEMENTS} elements")
    try:
        tree = trafilatura.load_html(re.sub(r"^\s{0,20}<\?xml[^>]{0,200}>", "", html))
        if tree is None:
            return Read("", Markup(), html)
        markup = _as_laid_out(read_markup(tree), tree, layout)
        if layout.remove:
            prune(tree, layout)
            html = tostring(tree, encoding="unicode")
        plain = cleared(tree)
        text = text_of(tree, layout.text) or _main_text(plain)
        text = _with_deck(text, deck_of(plain, markup.description))
        numerals = count_numerals(tree, markup.body, text)
    except (ValueError, TypeError, AttributeError, RecursionError, MemoryError) as broken:
        raise ReadError(url, f"the page cannot be parsed: {type(broken).__name__}") from broken
    return Read(_with_headline(text, markup.title)[:TEXT_CHARACTERS], markup, html, numerals)


def _as_laid_out(markup: Markup, tree: Any, layout: Selectors) -> Markup:
    published = read_time(line_of(tree, layout.published))
    return replace(
        markup,
        title=line_of(tree, layout.title) or markup.title,
        byline=line_of(tree, layout.byline) or markup.byline,
        published=(*((Stated(*published, "layout"),) if published else ()), *markup.published),
    )


def _main_text(tree: Any) -> str:
    precise = trafilatura.extract(tree, include_comments=False, favor_precision=True) or ""
    if precise and len(precise) >= KEPT * _visible(tree):
        return precise
    wide = trafilatura.extract(tree, include_comments=False) or ""
    return precise if len(precise) >= KEPT * len(wide) and precise else wide


def _visible(tree: Any) -> int:
    """Characters outside links and furniture: at most this much can be text."""
    total, hidden = 0, 0
    for element in tree.iter():
        silent = not isinstance(element.tag, str) or element.tag in SILENT
        hidden += silent
        total += 0 if silent else len((element.text or "").strip())
        total += len((element.tail or "").strip())
    return total


def _with_headline(text: str, title: str | None) -> str:
    """Extraction often leaves the headline out, and headlines state figures."""
    if not text or not title or title.casefold() in " ".join(text[: 4 * len(title) + 400].split()).casefold():
        return text
    return f"{title}\n{text}"


def _without_furniture(text: str) -> str:
    """The lines of a page's text that are its article's: "Advertisement" and "1 / 12" go, unless little else is there."""
    spans = lone_lines(text)
    places = [0, *(place for span in spans for place in (span.start, span.end)), len(text)]
    kept = "".join(text[begin:end] for begin, end in zip(places[::2], places[1::2], strict=True))
    lines = [line for line in kept.split("\n") if line.strip()]
    return "\n".join(lines) if len(kept) >= SHORT else text


def _with_deck(text: str, deck: str | None) -> str:
    """What stands between headline and text is often left out, and decks state figures."""
    if not text or deck is None or deck[:DECK_BEGINS].casefold() in " ".join(text.split()).casefold():
        return text
    return f"{deck}\n{text}"


def _headline(text: str) -> str | None:
    """The first line at the head that reads like one: no furniture, no sentence, neither a section's name nor a paragraph."""
    closed = boilerplate(text)
    for line in re.finditer(r"[^\n]+", text[:HEADLINE_CHARACTERS]):
        shown = line[0].strip()
        if any(span.start <= line.start() < span.end for span in closed) or len(shown) < 15:
            continue
        return shown if len(shown) <= 200 and not shown.endswith(".") else None
    return None


def _byline(text: str) -> str | None:
    found = re.search(r"^By:? ([A-Z][^\n]{2,100})$", text[:2_000], re.M)
    return found[1].strip() if found else None


def _published(read: Read, page: Page, revision: Revision) -> tuple[datetime | None, str | None]:
    """The first that tells: zoned structured data, the feed, structured data without zone, the text's head, the page, its address."""
    seen = page.fetched
    stated = [time for time in read.markup.published if plausible(time.at, seen)]
    for time in stated:
        if time.zoned:
            return time.at, time.source
    if revision.published is not None and plausible(revision.published, seen):
        return revision.published, "import" if read.html is None else "feed"
    if stated:
        return stated[0].at, stated[0].source
    head = read_head_dates(read.text).published
    if head is not None and plausible(head, seen):
        return head, "text"
    return _published_by_page(read.html, page, seen)


def _published_by_page(html: str | None, page: Page, seen: datetime) -> tuple[datetime | None, str | None]:
    in_url = _date_in(page.url)
    if in_url is not None and plausible(in_url, seen):
        return in_url, "url"
    if html is None:
        return None, None
    found = _bounded(page.url, _found_date, html, seen.date().isoformat())
    return (datetime.fromisoformat(found).replace(tzinfo=UTC), "page") if found else (None, None)


def _found_date(html: str, latest: str) -> str | None:
    try:
        found: str | None = find_date(html, original_date=True, max_date=latest)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return found


def _date_in(url: str) -> datetime | None:
    found = URL_DATE.search(url)
    if found is None:
        return None
    try:
        return datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=UTC)
    except ValueError:
        return None


def _modified(read: Read, published: datetime | None, page: Page) -> datetime | None:
    times = [time.at for time in read.markup.modified]
    head = read_head_dates(read.text).updated
    later = [at for at in (*times, *([head] if head else [])) if plausible(at, page.fetched) and (published is None or at > published)]
    return max(later, default=None)


def _language(text: str) -> str | None:
    letters = text[:LANGUAGE_CHARACTERS]
    if not any(character.isalpha() for character in letters):
        return None
    told = letters.lower().split()
    if sum(word in ENGLISH for word in told) >= ENGLISH_SHARE * len(told):
        return "en"
    # Costly to load and to ask, and most of what is read is English.
    import py3langid

    found: str = py3langid.classify(letters)[0]
    return found


def _readability(read: Read, language: str | None, *, is_page: bool) -> Readability:
    """What keeps a text from being read. A few words of a page are what is left of an article; as plain text they are one,
    too short to tell its language."""
    length = len(read.text.strip())
    if length == 0:
        return Readability.EMPTY
    if length < STUB and (read.markup.free is False or WALLS.search(read.text.lower())):
        return Readability.STUB
    if length < SHORT:
        return Readability.SHORT if is_page else Readability.READ
    if language != "en":
        return Readability.LANGUAGE
    return Readability.READ
