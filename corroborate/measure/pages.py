"""Pages in the layouts of publishing systems, filled with our own stories: is the text taken out of them, and the right day?

A layout is a Jinja template that calls `t` for what belongs to the article and `maybe` for what some count as such and
others do not (captions, an author's address); all else is furniture. A folder of others in the form of the article
extraction benchmark (`ground-truth.json` beside `html/NAME.html` or `.html.gz`) is scored the same way.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from corroborate.errors import InputError, ReadError
from corroborate.extract.page.body import read_page
from corroborate.measure.scores import Measured, Score
from corroborate.measure.sets import HALVES, Lines, Shelf, lines_of
from corroborate.model.articles import Article
from corroborate.model.pages import ArchiveLink, Page, Revision

LAYOUTS, STORIES = "pages", "events/region/articles.jsonl"
LENGTHS = (1, 3, 6)
"""A page of each layout is made of so many articles' paragraphs: about 100, 300 and 600 words."""

FAR = 80
"""So many articles further on begin those of other events, of which decks and teasers are made."""

FIRST_DAY = datetime(2026, 10, 2, 7, 12, tzinfo=UTC)
SHINGLE = 4
ASKED = {"text": 96.0, "day of publication": 97.0}
WORD = re.compile(r"\w+")
TRUTH = "ground-truth.json"
LOST = 0.5


@dataclass(frozen=True, slots=True)
class Printed:
    """A page, what its article says with and without what is open to taste, and its day; None where the set does not tell."""

    name: str
    page: Page
    texts: tuple[str, ...]
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of a page's text was taken, in shares of all runs of four words that it or its reading has."""

    right: float = 0.0
    added: float = 0.0
    lost: float = 0.0

    def __add__(self, other: "Overlap") -> "Overlap":
        return Overlap(self.right + other.right, self.added + other.added, self.lost + other.lost)

    @property
    def precision(self) -> float:
        """How much of what was taken is the article's."""
        return self.right / (self.right + self.added) if self.right + self.added else 1.0

    @property
    def recall(self) -> float:
        """How much of the article was taken."""
        return self.right / (self.right + self.lost) if self.right + self.lost else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (2 * self.right + self.added + self.lost) if self.right + self.added + self.lost else 1.0


@dataclass(slots=True)
class _Sheet:
    """What a layout puts on a page, in order, and whether it surely belongs to the article."""

    put: list[tuple[str, bool]] = field(default_factory=list)

    def sure(self, text: str) -> Markup:
        self.put.append((text, True))
        return escape(text)

    def rich(self, text: str) -> Markup:
        """The same with links and stress in it."""
        self.put.append((text, True))
        words = [escape(word) for word in text.split()]
        marked = [_dressed(word, place) for place, word in enumerate(words, 1)]
        return Markup(" ").join(marked)

    def open(self, text: str) -> Markup:
        self.put.append((text, False))
        return escape(text)

    @property
    def texts(self) -> tuple[str, ...]:
        return ("\n".join(text for text, is_sure in self.put if is_sure), "\n".join(text for text, _ in self.put))


def _dressed(word: Markup, place: int) -> Markup:
    if place % 23 == 0:
        return Markup('<a href="/topics/a">{}</a>').format(word)
    return Markup("<strong>{}</strong>").format(word) if place % 41 == 0 else word


def printed_pages(shelf: Shelf, half: str, lengths: Sequence[int] = LENGTHS) -> Iterator[Printed]:
    """Every layout of one half, filled with a story of each length. Raises InputError where a set cannot be read."""
    folder = shelf.own_set(LAYOUTS) / half
    if not folder.is_dir():
        raise InputError(folder, None, "there are no pages here", "our own come with the repository, not with the installed package")
    stories = lines_of(shelf.own_set(STORIES))
    layouts = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
    for place, path in enumerate(sorted(folder.glob("*.html"))):
        for length in lengths:
            number = 7 * place + 3 * length + 60 * HALVES.index(half)
            yield _printed(layouts, path.name, _filling(stories, number, length))


def _filling(stories: Lines, number: int, length: int) -> dict[str, Any]:
    own = [stories[(number + step) % len(stories)] for step in range(length)]
    rest = [stories[(number + FAR + step) % len(stories)] for step in range(8)]
    published = FIRST_DAY + timedelta(days=number % 24, hours=number % 9)
    sentences = [part for story in rest for part in re.split(r"(?<=[.!?])\s+(?=[A-Z])", story["text"]) if 30 < len(part) < 160]
    return {
        "title": own[0]["title"],
        "slug": re.sub(r"\W+", "-", own[0]["title"].lower()).strip("-"),
        "outlet": own[0]["outlet"],
        "author": ("Ilse Varga", "Tom Ashgrove", "Noor Halloran")[number % 3],
        "deck": sentences[0],
        "quote": sentences[1],
        "extra": sentences[2:10],
        "body": [paragraph.strip() for story in own for paragraph in story["text"].split("\n\n")],
        "published": published,
        "updated": published + timedelta(days=1, hours=3),
        "others": [
            {"title": story["title"], "summary": story["text"].split("\n\n")[0], "published": published - timedelta(days=3 * nth - 4)}
            for nth, story in enumerate(rest[:6], 1)
        ],
    }


def _printed(layouts: Environment, name: str, filling: dict[str, Any]) -> Printed:
    source = layouts.loader.get_source(layouts, name)[0] if layouts.loader else ""
    told = json.loads(source.split("#}", 1)[0].removeprefix("{#"))
    url = told["url"].format(**filling)
    sheet = _Sheet()
    html = layouts.get_template(name).render(filling | {"url": url, "t": sheet.sure, "r": sheet.rich, "maybe": sheet.open})
    page = Page(url, url, 200, "text/html", html.encode(), filling["published"] + timedelta(days=5), charset="utf-8")
    return Printed(name.removesuffix(".html"), page, sheet.texts, filling["published"].date())


def benchmark_pages(folder: Path) -> Iterator[Printed]:
    """The pages of others. Raises InputError where the folder does not hold what it should."""
    try:
        truth = json.loads((folder / TRUTH).read_text(encoding="utf-8"))
        for name, told in truth.items():
            plain, packed = folder / "html" / f"{name}.html", folder / "html" / f"{name}.html.gz"
            body = plain.read_bytes() if plain.is_file() else gzip.decompress(packed.read_bytes())
            url = str(told.get("url") or f"urn:page:{name}")
            day = told.get("datePublished")
            page = Page(url, url, 200, "text/html", body, datetime.now(UTC))
            yield Printed(name, page, (str(told["articleBody"]),), date.fromisoformat(day[:10]) if day else None)
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as wrong:
        raise InputError(folder, None, f"it is no set of pages ({wrong})", f"it takes {TRUTH} and html/NAME.html for each name") from None


def measure_pages(pages: Iterable[Printed]) -> Iterator[Measured]:
    """F1 of the texts in runs of four words, its two sides, pages of which less than half is right, F1 of the days."""
    overlaps, days = [], Score()
    for one in pages:
        article = read_printed(one)
        overlaps.append(text_overlap(one, article))
        days += day_score(one, article)
    total = sum(overlaps, Overlap())
    yield Measured("text", total.f1, len(overlaps))
    yield Measured("text, precision", total.precision, len(overlaps))
    yield Measured("text, recall", total.recall, len(overlaps))
    yield Measured("pages half right or better", sum(one.f1 >= LOST for one in overlaps) / max(1, len(overlaps)), len(overlaps))
    if days.gold:
        yield Measured("day of publication", days.f1, days.gold)


def read_printed(one: Printed) -> Article | None:
    """The article of a page, None where it cannot be read."""
    version = Revision("r_1", "a_1", one.page.url, "", "0", one.page.fetched, ArchiveLink("none", 0, 0))
    try:
        return read_page(one.page, version)[0]
    except ReadError:
        return None


def text_overlap(one: Printed, article: Article | None) -> Overlap:
    """The best over what counts as the article; the headline, which is put on top of every text, counts for nothing."""
    text = "" if article is None else article.body
    return max((_overlap(gold, text) for gold in one.texts), key=lambda overlap: overlap.f1)


def day_score(one: Printed, article: Article | None) -> Score:
    """Whether the day of publication is the one of the page."""
    if one.published is None:
        return Score()
    given = article.published.date() if article is not None and article.published is not None else None
    return Score(1, int(given is not None), int(given == one.published))


def _overlap(gold: str, text: str) -> Overlap:
    wanted, taken = _shingles(gold), _shingles(text)
    right = (wanted & taken).total()
    added, lost = taken.total() - right, wanted.total() - right
    whole = right + added + lost
    return Overlap(right / whole, added / whole, lost / whole) if whole else Overlap()


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[place : place + SHINGLE]) for place in range(max(1, len(words) - SHINGLE + 1) if words else 0))


def page_rows(name: str, measures: Iterable[Measured]) -> Iterator[dict[str, Any]]:
    """One row a measure of a set, shares in percent."""
    for one in measures:
        least, ours = ASKED.get(one.measure), round(100 * one.share, 1)
        reached = None if least is None else ours >= least
        yield {"set": name, "measure": one.measure, "asked": least, "ours": ours, "n": one.number, "reached": reached}
