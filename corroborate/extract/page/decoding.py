"""Bytes of a page to text: byte order mark, the server's charset, the page's own, UTF-8, and last a single-byte guess."""

import codecs
import re
from collections.abc import Iterator

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
DECLARED = re.compile(
    rb"""<(?:meta\s[^>]{0,200}?charset\s{0,4}=\s{0,4}|\?xml\s[^>]{0,80}?encoding\s{0,4}=\s{0,4})["']?\s{0,4}([A-Za-z0-9._:-]{1,40})""", re.I
)
# Browsers read these labels as the Windows code page that extends them, and so do pages that carry them.
WINDOWS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
HEAD = 4096


def decode(body: bytes, declared: str | None = None) -> str:
    """The text of a page; `declared` is the charset that the server gave. Never fails: what fits no charset is replaced.

    NUL becomes the replacement character, so that offsets stay and databases accept the text.
    """
    for charset in _charsets(body, declared):
        try:
            return body.decode(charset).replace("\x00", "\ufffd")
        except (UnicodeDecodeError, LookupError):
            continue
    return body.decode("cp1252", errors="replace").replace("\x00", "\ufffd")


def _charsets(body: bytes, declared: str | None) -> Iterator[str]:
    for mark, charset in MARKS:
        if body.startswith(mark):
            yield charset
    own = DECLARED.search(body[:HEAD])
    # A page whose bytes are UTF-8 throughout is UTF-8, whatever a forgotten Latin-1 label says.
    for label in (declared, own and own[1].decode("ascii"), "utf-8"):
        name = _known(label)
        if name == "cp1252" and not body.isascii() and _is_utf8(body):
            yield "utf-8"
        if name:
            yield name


def _known(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return WINDOWS.get(name, name)


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
