"""Foreign text made safe to print: no terminal escapes, no hidden direction marks, no spreadsheet formulas."""

import re
import unicodedata

# CSI, OSC and other escape sequences; then whatever control characters are left.
ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,1000}(?:\x07|\x1b\\)|[@-Z\\-_])|\x9b[0-?]*[ -/]*[@-~]")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Marks, embeddings, overrides and isolates of text direction, zero-width blanks, line separators, tags.
INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
FORMULA = re.compile(r"^[\s\xa0]*[=+\-@\uff1d\uff0b\uff0d\uff20|]")
LEADING = re.compile(r"^[\t\r\n]")
NUMBER = re.compile(r"[+-]?\d{1,60}(?:\.\d{1,60})?")


def printable(text: str) -> str:
    """The text without escape sequences, control characters and direction marks; newlines and tabs stay."""
    if text.isprintable():
        return text
    return INVISIBLE.sub("", CONTROLS.sub("", ESCAPES.sub("", text)))


def one_line(text: str) -> str:
    """The printable text on one line."""
    return " ".join(printable(text).split())


def cell(text: str) -> str:
    """The text as a spreadsheet cell: printable, and never taken for a formula; plain numbers stay numbers."""
    if text.isascii() and text.isprintable() and text[:1].isalnum():
        return text
    if LEADING.match(text):
        return f"'{printable(text)}"
    clean = printable(text)
    if FORMULA.match(clean) and not NUMBER.fullmatch(clean):
        return f"'{clean}"
    return clean


def display_width(text: str) -> int:
    """Columns that the text takes on a terminal: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def clip(text: str, width: int) -> str:
    """The text cut to `width` terminal columns, with an ellipsis where something is missing."""
    if display_width(text) <= width:
        return text
    kept, used = [], 0
    for one in text:
        used += display_width(one)
        if used > width - 1:
            break
        kept.append(one)
    return "".join(kept).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """The text clipped and filled to exactly `width` terminal columns."""
    clipped = clip(text, width)
    return clipped + " " * (width - display_width(clipped))
