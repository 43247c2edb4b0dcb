"""XML from strangers: looked through before it is parsed, so that no parser meets a bomb.

One pass of expat, which builds nothing, tells whether the document is well-formed, refuses entities and depths that only
an attack needs, and finds where the last entry that we take ends.
"""

import re
import unicodedata
import zlib
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit
from xml.parsers import expat

from bs4 import BeautifulSoup
from lxml import etree

from corroborate.crawl.guard import URL_LENGTH
from corroborate.errors import FeedError

DEPTH = 100
ELEMENTS = 500_000
ENTITIES = 300
ENTITY_LENGTH = 16
"""Old feeds declare `&nbsp;` for themselves; a longer entity, or one made of others, is there to multiply."""

TEXT_LENGTH = 1_000
UNPACKED_BYTES = 15_000_000
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
JOINERS = "\u200c\u200d"
PARSER_OPTIONS = {
    "resolve_entities": "internal",
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


@dataclass(frozen=True, slots=True)
class Vetted:
    """A document that is safe to parse; `is_cut` where entries past the limit were left off."""

    body: bytes
    is_well_formed: bool
    is_cut: bool = False


class Enough(Exception):
    """The entries that we take are complete; the next one begins at byte `at`."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


class TooDeep(Exception):
    """No feed is nested like this one, unless its tags are never closed."""


class Walk:
    """How far expat has come through a document."""

    def __init__(self, url: str, repeated: frozenset[str], limit: int) -> None:
        self.open: list[str] = []
        self._url = url
        self._repeated = repeated
        self._limit = limit
        self._elements = self._entries = self._entities = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._declare

    def through(self, body: bytes) -> None:
        """Walk to the end; raises Enough before it, TooDeep, FeedError, or what expat raises."""
        self._parser.Parse(body, True)

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > ELEMENTS:
            raise FeedError(self._url, "it has too many elements")
        if name.rpartition(":")[2].lower() in self._repeated:
            self._entries += 1
            if self._entries > self._limit:
                raise Enough(self._parser.CurrentByteIndex)
        self.open.append(name)
        if len(self.open) > DEPTH:
            raise TooDeep

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _declare(self, name: str, parameter: bool, value: str | None, *_rest: str | None) -> None:
        self._entities += 1
        if value is None or parameter or len(value) > ENTITY_LENGTH or "&" in value or self._entities > ENTITIES:
            raise FeedError(self._url, f"it declares the entity {name[:40]!r}, which could stand for anything")


def vet(url: str, body: bytes, repeated: frozenset[str], limit: int) -> Vetted:
    """Look through a document whose entries are elements named `repeated`; raises FeedError for one made to harm."""
    walk = Walk(url, repeated, limit)
    try:
        walk.through(body)
    except Enough as enough:
        return _cut(body, enough.at, walk.open)
    except (expat.ExpatError, TooDeep, ValueError, LookupError):
        # Without the declaration's end expat may not have seen it; a lenient parser would.
        if b"<!entity" in body.replace(b"\x00", b"").lower():
            raise FeedError(url, "it declares entities and is not well-formed") from None
        return Vetted(body, is_well_formed=False)
    return Vetted(body, is_well_formed=True)


def parse(url: str, body: bytes) -> etree._Element | None:
    """The tree of a vetted document, None where the parser is stricter than expat was."""
    try:
        return etree.fromstring(body, etree.XMLParser(**PARSER_OPTIONS), base_url=url)
    except (etree.LxmlError, ValueError):
        return None


def unpacked(url: str, body: bytes) -> bytes:
    """What a `.xml.gz` holds, or the body itself where it is not packed; raises FeedError past UNPACKED_BYTES."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    stream = zlib.decompressobj(31)
    try:
        content = stream.decompress(body, UNPACKED_BYTES)
    except zlib.error as error:
        raise FeedError(url, f"it cannot be unpacked ({error})") from None
    if not stream.eof:
        raise FeedError(url, "it ends early, or unpacks to too much")
    return content


def plain_text(raw: str | None) -> str | None:
    """A title without markup, control characters and direction overrides, on one line; None where nothing is left."""
    if raw is None:
        return None
    text = _without_tags(raw[: TEXT_LENGTH * 4])
    # Feeds escape their markup, some of them twice.
    text = _without_tags(unescape(text))
    return visible(text)[:TEXT_LENGTH].strip() or None


def _without_tags(text: str) -> str:
    return BeautifulSoup(text, "html.parser").get_text() if "<" in text else text


def visible(text: str) -> str:
    """The text on one line without characters that cannot be seen, but for joiners, which some scripts are written with."""
    spaced = " ".join(text.split())
    return "".join(sign for sign in spaced if sign in JOINERS or unicodedata.category(sign) not in INVISIBLE)


def web_link(base: str, raw: str | None) -> str | None:
    """An http or https address as an entry gives it, made absolute; None for anything else."""
    written = re.sub(r"[\t\r\n]", "", raw or "").strip(" \x00\x0b\x0c\xa0").replace(" ", "%20")
    if not written or len(written) > URL_LENGTH:
        return None
    try:
        link = urljoin(base, written)
        parts = urlsplit(link)
    except ValueError:
        return None
    usable = parts.scheme in ("http", "https") and parts.hostname and len(link) <= URL_LENGTH and link.isprintable() and "\\" not in link
    return link.partition("#")[0] if usable and not parts.fragment.startswith("!") else link if usable else None


def _cut(body: bytes, at: int, open_names: list[str]) -> Vetted:
    closing = "".join(f"</{name}>" for name in reversed(open_names))
    if body.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in body[:4]:
        encoding = "utf-16-le" if body.startswith(b"\xff\xfe") or body[1:2] == b"\x00" else "utf-16-be"
        return Vetted(body[:at] + closing.encode(encoding), is_well_formed=True, is_cut=True)
    return Vetted(body[:at] + closing.encode(), is_well_formed=True, is_cut=True)
