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
BOXES = {b"div", b"section"}
CLOSING = {name: re.compile(rb"</" + name + rb"(?=[\s/>])[^<>]*>", re.IGNORECASE) for name in CODE | FURNITURE}
UNSHOWN = re.compile(rb"<!--.*?(?:-->|\Z)|<(script|style|template|svg)\b.*?(?:</\1\s{0,5}>|\Z)", re.IGNORECASE | re.DOTALL)
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

ENOUGH = 4 * STUB
"""Bytes outside furniture that are no wall's in any charset."""

HARDLY = 300
"""Characters up to which a page says hardly anything."""


def is_wall(page: Page) -> bool:
    """The page says little, and says that more is to be had for a password, a consent or a proof of being human."""
    body = page.body[:LOOKED_AT]
    written, shown = _texts(body)
    own = _decoded(written, page)
    size = len(own) + 2 * len(DENSE.findall(own))
    if size >= STUB:
        return False
    said = _decoded(shown, page)[:SAID].lower()
    if PAID.search(page.body) or PAID_WALL.search(said) or OTHER_WALL.search(said):
        return True
    if CONSENT_WALL.search(said):
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
class Box:
    """A box of a name that notices have, with how many of its kind are open in it."""

    name: bytes
    depth: int = 1
    texts: list[bytes] = field(default_factory=list)


def _texts(body: bytes) -> tuple[bytes, bytes]:
    """What stands outside furniture, and all that is shown, up to where it is too much for a wall."""
    own, said = list[bytes](), list[bytes]()
    box: Box | None = None
    end = size = 0
    while size < ENOUGH:
        tag = TAG.search(body, end)
        text = body[end : tag.start() if tag else len(body)]
        said.append(text)
        (own if box is None else box.texts).append(text)
        if tag is None:
            break
        size += 0 if box else len(b" ".join(text.split()))
        end = tag.end()
        if tag[2] is None:
            behind = body.find(b"-->", end)
            end = len(body) if behind < 0 else behind + 3
        elif _opens(tag) and (tag[2].lower() in CODE or (box is None and tag[2].lower() in FURNITURE)):
            shown, end = _passed_over(tag[2].lower(), body, end)
            said.append(shown)
        else:
            box = _after(tag, box, own)
    return b" ".join(own), b" ".join(said)


def _opens(tag: re.Match[bytes]) -> bool:
    return not tag[1] and not tag[3].endswith(b"/")


def _passed_over(name: bytes, body: bytes, start: int) -> tuple[bytes, int]:
    """What an element of that name shows, and where it ends."""
    closing = CLOSING[name].search(body, start)
    inside = body[start : closing.start() if closing else len(body)]
    return b"" if name in CODE else TAG.sub(b" ", UNSHOWN.sub(b" ", inside)), closing.end() if closing else len(body)


def _after(tag: re.Match[bytes], box: Box | None, own: list[bytes]) -> Box | None:
    """The box of a notice in which what is behind a tag stands."""
    name = tag[2].lower()
    if box is None:
        return Box(name) if _opens(tag) and name in BOXES and CONSENT_BOX.search(tag[3][:1_000]) else None
    if name != box.name:
        return box
    box.depth += -1 if tag[1] else 1
    if box.depth > 0:
        return box
    if sum(map(len, box.texts)) > 2 * STUB:
        # Whatever its name says, so much is the page and no notice.
        own += box.texts
    return None
