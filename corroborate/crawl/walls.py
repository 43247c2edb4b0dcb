"""Whether a page that came is a wall before its article: told in one pass over its bytes, before a version is made of it.

The tree of a page is built once, when it is read; here only its text outside scripts and furniture is measured, and
searched for what walls say.
"""

import re

from corroborate.model.pages import Page
from corroborate.model.walls import STUB, WALLS

TAG = re.compile(rb"<(/?)([A-Za-z][A-Za-z0-9]{0,20})[^<>]*>|<!--")
CODE = {b"script", b"style", b"template", b"svg"}
FURNITURE = {b"nav", b"footer", b"aside", b"header", b"a", b"form", b"button"}
PAID = re.compile(rb'"isAccessibleForFree"\s{0,5}:\s{0,5}"?false', re.IGNORECASE)
LOOKED_AT = 300_000
SAID = 20_000
"""Characters of what a page says that are searched."""


def is_wall(page: Page) -> bool:
    """The page says little, and says that more is to be had for a password, a consent or a proof of being human."""
    own, said = _texts(page.body[:LOOKED_AT])
    if len(" ".join(own.split())) >= STUB:
        return False
    return WALLS.search(said[:SAID]) is not None or PAID.search(page.body) is not None


def _texts(body: bytes) -> tuple[str, str]:
    """What stands outside furniture, and all that is shown; as Latin letters whatever the encoding, for walls are told in English."""
    own, said = list[bytes](), list[bytes]()
    hidden: bytes | None = None
    end = 0
    for tag in TAG.finditer(body):
        if tag.start() < end:
            continue
        text, end = body[end : tag.start()], tag.end()
        if hidden not in CODE:
            said.append(text)
            own += [] if hidden else [text]
        name = (tag[2] or b"").lower()
        if tag[2] is None:
            behind = body.find(b"-->", end)
            end = len(body) if behind < 0 else behind + 3
        elif hidden is None and not tag[1] and name in CODE | FURNITURE:
            hidden = name
        elif hidden == name and tag[1]:
            hidden = None
    if hidden not in CODE:
        said.append(body[end:])
        own += [] if hidden else [body[end:]]
    return b" ".join(own).decode("utf-8", "replace"), " ".join(b" ".join(said).decode("utf-8", "replace").split())
