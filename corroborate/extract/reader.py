"""The reader: from a page to an article with its claims."""

import re
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import local
from typing import TYPE_CHECKING, Any

from corroborate.extract.desks import NOWHERE, Desk, published_day
from corroborate.extract.lately import Lately
from corroborate.extract.lean import without_torch
from corroborate.extract.trained import SHIPPED
from corroborate.model.articles import Article, Readability, Reading
from corroborate.model.claims import Claim
from corroborate.model.ids import content_id, digest
from corroborate.model.outlets import DateOrder, Selectors
from corroborate.model.pages import Page, Revision

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["EXTRACTOR_VERSION", "Reader", "published_day", "read"]

# Changes whenever the same page may give other claims: what was read by another version is read again.
EXTRACTOR_VERSION = "10"
LONGEST_TEXT = 200_000
OWN = (SHIPPED, "blank")
PIPELINES = 3
"""Language pipelines that a thread keeps."""
REMEMBERED = 2_000_000
"""Characters of texts whose claims are remembered at least: copies of an agency's report come from one outlet after another."""

Printed = tuple[str, date | None, DateOrder | None]
"""All that an article is read by: its text, its day, and how its outlet writes dates."""

HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class Reader:
    """Reads articles with one language pipeline, built on first use in each process that reads.

    It can be pickled and sent to worker processes; the pipeline itself stays behind. `desks` are the customs of outlets,
    `aliases` is the file of a table of party names: ConfigError is raised here, and not for each article, where these are wrong.
    """

    def __init__(self, pipeline: str = SHIPPED, desks: Mapping[str, Desk] | None = None, *, aliases: Path | None = None) -> None:
        self.pipeline = pipeline
        self.desks = dict(desks or {})
        self.aliases = aliases
        self._table = "" if aliases is None else _table_of(aliases)
        self._layouts = _layouts_of(self.desks)
        self._tools: _Tools | None = None

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"_tools": None}

    @property
    def version(self) -> str:
        """What was read by another version, or with another language pipeline, table of aliases or layouts, is read again."""
        return " ".join(part for part in (EXTRACTOR_VERSION, self.pipeline, self._table, self._layouts) if part)

    def read(self, revision: Revision, page: Page) -> Reading:
        """The article of a fetched page and its claims. Raises ReadError where the page is no article at all."""
        # Reading pages needs the HTML libraries, reading texts does not.
        from corroborate.extract.page.body import read_page

        article, numerals = read_page(page, revision, self.desks.get(revision.outlet, NOWHERE).page or Selectors())
        return replace(self.read_article(article), numerals=numerals)

    def read_article(self, article: Article) -> Reading:
        """An article with its claims; none where it could not be read. What another outlet printed on the same day in the same
        words is read once."""
        if article.readability is not Readability.READ:
            return Reading(article, ())
        from corroborate.extract.claims import read_claims, retold

        copies, printed = self._loaded().copies, self._printed(article)
        known = copies.get(printed)
        if known is None:
            known = read_claims(self.annotate_article(article), article)
            copies.keep(printed, known, len(article.text))
        return Reading(article, retold(known, article))

    def annotate_article(self, article: Article) -> "Doc":
        """An article's text with everything in it, its dates as its outlet writes them."""
        text, day, order = self._printed(article)
        return self.annotate(text, day, order=order)

    def _printed(self, article: Article) -> Printed:
        desk = self.desks.get(article.outlet, NOWHERE)
        return article.text, published_day(article, desk), desk.order

    def annotate(self, text: str, published: date | None, *, order: DateOrder | None = None) -> "Doc":
        """The text with everything the pipeline reads in it; dates are resolved against the day of publication, and
        numeric ones ("3/4/2026") by what the outlet puts first."""
        language = self._loaded().language
        doc = language.make_doc(text[:LONGEST_TEXT])
        doc._.published = published
        doc._.date_order = order
        return language(doc)

    def _loaded(self) -> "_Tools":
        if self._tools is None:
            self._tools = _loaded(self.pipeline, self.aliases, self._table)
        return self._tools


@dataclass(frozen=True, slots=True)
class _Tools:
    """What a thread reads with: a language pipeline, and what it found in the texts that it read last."""

    language: "Language"
    copies: Lately[Printed, tuple[Claim, ...]]


def read(text: str, *, published: date | None = None) -> tuple[Claim, ...]:
    """The claims of a text; without a day of publication only dates with a year are resolved.

    Half of a character, as a broken file may leave it, is read as the mark for what cannot be shown.

    >>> [claim.surface for claim in read("The blaze killed 19 people.")]
    ['19']
    """
    text = HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)
    day = published.date() if isinstance(published, datetime) else published
    name = content_id("a", digest(text))
    article = Article(
        id=name,
        revision=content_id("r", name),
        url="",
        outlet="",
        title=None,
        text=text,
        text_digest=digest(text),
        seen=datetime.min.replace(tzinfo=UTC),
    )
    from corroborate.extract.claims import read_claims

    return read_claims(_READER.annotate(text, day), article)


def _loaded(pipeline: str, aliases: Path | None, table: str) -> _Tools:
    """The tools of a language pipeline, made once in a thread: workers are sent a reader with every article."""
    known: dict[tuple[str, str], _Tools] = _THREAD.__dict__.setdefault("tools", {})
    key = (pipeline, table)
    if key not in known:
        # spaCy takes seconds to import: whoever only asks whether there is anything to read does without.
        with without_torch() if pipeline in OWN else nullcontext():
            from corroborate.extract.language import load_pipeline

        if len(known) == PIPELINES:
            known.clear()
        known[key] = _Tools(load_pipeline(pipeline, aliases), Lately(REMEMBERED))
    return known[key]


def _layouts_of(desks: Mapping[str, Desk]) -> str:
    told = {outlet: desk.page for outlet, desk in sorted(desks.items()) if desk.page is not None}
    if not told:
        return ""
    from corroborate.extract.page.selectors import check_selectors

    for outlet, layout in told.items():
        check_selectors(outlet, layout)
    return digest(repr(told))[:12]


def _table_of(aliases: Path) -> str:
    from corroborate.extract.parties.aliases import read_aliases

    return digest(repr(read_aliases(aliases)))[:12]


_THREAD = local()
_READER = Reader()
