"""Ids are hashes of content and place, so that doing anything twice changes nothing."""

import hashlib

SEPARATOR = "\x1f"


def content_id(letter: str, *parts: object) -> str:
    """Name a thing by what it is: `content_id("c", revision, 120, 132)` -> `c_5f0e...`.

    The letter tells the reader what the id names: a article, r revision, c claim, s story, g group, o origin, d discrepancy.
    """
    text = SEPARATOR.join("" if part is None else str(part) for part in parts)
    return f"{letter}_{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def digest(content: bytes | str) -> str:
    """SHA-256 of bytes, or of a text's UTF-8 form, in hexadecimal."""
    encoded = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(encoded).hexdigest()
