"""Whether a page that came is a wall before its article: told in one pass over its bytes, before a version is made of it.

The tree of a page is built once, when it is read; here only its text outside scripts and furniture is measured, and
searched for what walls say. A notice about cookies stands beside most articles: it makes a wall only where there is none.
"""

import re
from dataclasses import dataclass, field

from corroborate.model.pages import Page
from corroborate.model.walls import CONSENT_WALL, OTHER_WALL, PAID_WALL, STUB

TAG = re.compile(rb"<(/?)([A-Za-z][A-Za-z0-9]{0,20})([^<>]*)>|<!--")
CODE = {b"script", b"style", b"template", b"svg"}
FURNITURE = {b"nav", b"footer", b"aside", b"header", b"a", b"form", b"button", b"dialog"}
BOX = {b"div", b"section"}
CONSENT_BOX = re.compile(
    rb"\b(?:id|class|role|aria-label)\s{0,5}=\s{0,5}[\"']?[^\"'>]{0,200}(?:consent|cookie|gdpr|onetrust|didomi|usercentrics|sp_message|alertdialog)",
    re.IGNORECASE,
)
PAID = re.compile(rb'"isAccessibleForFree"\s{0,5}:\s{0,5}"?false', re.IGNORECASE)
CHALLENGE = re.compile(
    rb"challenges\.cloudflare\.com|/cdn-cgi/challenge|captcha-delivery\.com|px-captcha|_Incapsula_Resource|hcaptcha\.com/1/api|perimeterx",
    re.IGNORECASE,
)
ARTICLE = re.compile(rb'<article[\s>]|"(?:News|Reportage|Opinion)?Article"|og:type["\'][^>]{0,50}article|articleBody', re.IGNORECASE)
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?([\w-]{2,30})", re.IGNORECASE)
DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Letters of which one says as much as three of an alphabet."""

LOOKED_AT = 300_000
SAID = 20_000
"""Characters of what a page says that are searched."""

HARDLY = 300
"""Characters up to which a page says hardly anything."""


def is_wall(page: Page) -> bool:
    """The page says little, and says that more is to be had for a password, a consent or a proof of being human."""
    body = page.body[:LOOKED_AT]
    own, said = (_decoded(text, page) for text in _texts(body))
    size = len(own) + 2 * len(DENSE.findall(own))
    if size >= STUB:
        return False
    if PAID.search(page.body) or PAID_WALL.search(said[:SAID]) or OTHER_WALL.search(said[:SAID]):
        return True
    if CONSENT_WALL.search(said[:SAID]):
        return size < HARDLY or not ARTICLE.search(body)
    return size < HARDLY and CHALLENGE.search(body) is not None


def _decoded(text: bytes, page: Page) -> str:
    named = CHARSET.search(page.body[:2_048])
    charset = page.charset or (named[1].decode("ascii", "replace") if named else "utf-8")
    try:
        written = text.decode(charset, "replace")
    except (LookupError, UnicodeError, ValueError):
        written = text.decode("utf-8", "replace")
    return " ".join(written.split())


@dataclass(slots=True)
class Hidden:
    """The element that is being passed over, with how many of its name are open in it."""

    name: bytes
    depth: int = 1
    texts: list[bytes] = field(default_factory=list)


def _texts(body: bytes) -> tuple[bytes, bytes]:
    """What stands outside furniture, and all that is shown."""
    own, said = list[bytes](), list[bytes]()
    hidden: Hidden | None = None
    end = 0
    for tag in TAG.finditer(body):
        if tag.start() < end:
            continue
        text, end = body[end : tag.start()], tag.end()
        if hidden is None or hidden.name not in CODE:
            said.append(text)
            (own if hidden is None else hidden.texts).append(text)
        if tag[2] is None:
            behind = body.find(b"-->", end)
            end = len(body) if behind < 0 else behind + 3
            continue
        hidden = _after(tag, hidden, own)
    if hidden is None or hidden.name not in CODE:
        said.append(body[end:])
        own += [] if hidden else [body[end:]]
    return b" ".join(own), b" ".join(said)


def _after(tag: re.Match[bytes], hidden: Hidden | None, own: list[bytes]) -> Hidden | None:
    """What is passed over behind a tag."""
    name, closes = tag[2].lower(), bool(tag[1])
    if hidden is None:
        hides = name in CODE | FURNITURE or (name in BOX and CONSENT_BOX.search(tag[3][:1_000]) is not None)
        return Hidden(name) if hides and not closes and not tag[3].endswith(b"/") else None
    if name != hidden.name:
        return hidden
    hidden.depth += -1 if closes else 1 if name in BOX else 0
    if hidden.depth > 0:
        return hidden
    if name in BOX and sum(map(len, hidden.texts)) > 2 * STUB:
        # Whatever its name says, so much is the page and no notice.
        own += hidden.texts
    return None
