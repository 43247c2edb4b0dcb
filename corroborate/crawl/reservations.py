"""What a site reserves: text and data mining, training, use by AI. Told with the page; what follows is for others to say.

The signals are those that publishers use: the TDM Reservation Protocol of the W3C's community group (header, meta tag and
`/.well-known/tdmrep.json`), "noai" in robots directives, and the Content-Signal and Content-Usage lines of robots.txt.
Whether they bind differs from country to country: they are recorded, and exports leave the texts out.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

WELL_KNOWN = "/.well-known/tdmrep.json"
HEAD_BYTES = 65_536
RULES = 1_000
NO_AI = ("noai", "noimageai", "noml", "notrain")
MINING = ("ai", "ai-train", "ai-input", "train-ai", "train-genai", "tdm", "bots")
REFUSALS = ("no", "n")
META = re.compile(rb"<meta\s[^>]{1,600}>", re.IGNORECASE)
FIELD = re.compile(r"([a-z:-]{1,40})\s*=\s*(?:\"([^\"]{0,300})\"|'([^']{0,300})'|([^\s\"'>]{1,300}))", re.IGNORECASE)
SIGNAL = re.compile(r"^[ \t]*content-(?:signal|usage)[ \t]*:[ \t]*([^#\r\n]{1,500})", re.IGNORECASE | re.MULTILINE)
PREFERENCE = re.compile(r"([a-z-]{1,20})[ \t]*=[ \t]*([a-z]{1,5})\b", re.IGNORECASE)


def in_headers(headers: Mapping[str, str]) -> tuple[str, ...]:
    """The signals of an answer's headers: `tdm-reservation: 1`, `X-Robots-Tag: noai`."""
    named = {name.lower(): value for name, value in headers.items()}
    told = ["tdm-reservation in its headers"] if named.get("tdm-reservation", "").strip() == "1" else []
    return (*told, *_directives(named.get("x-robots-tag", ""), "its headers"))


def in_markup(body: bytes) -> tuple[str, ...]:
    """The signals of a page's meta tags."""
    told = list[str]()
    for tag in META.findall(body[:HEAD_BYTES]):
        fields = {field[1].lower(): field[2] or field[3] or field[4] or "" for field in FIELD.finditer(tag.decode("latin-1"))}
        name, content = fields.get("name", "").lower(), unescape(fields.get("content", ""))
        if name == "tdm-reservation" and content.strip() == "1":
            told.append("tdm-reservation in the page")
        if name == "robots":
            told += _directives(content, "the page")
    return tuple(dict.fromkeys(told))


def in_robots(text: str) -> tuple[str, ...]:
    """The signals of a robots.txt, whoever they are addressed to: `Content-Signal: search=yes, ai-train=no`."""
    told = (
        f"{use.lower()}={answer.lower()} in robots.txt"
        for line in SIGNAL.findall(text)
        for use, answer in PREFERENCE.findall(line)
        if use.lower() in MINING and answer.lower() in REFUSALS
    )
    return tuple(dict.fromkeys(told))


def read_tdmrep(body: bytes) -> Callable[[str], bool]:
    """What a `tdmrep.json` says of a URL; the first rule whose location fits counts. One that cannot be read reserves nothing."""
    rules = tuple(_rules(body))

    def reserves(url: str) -> bool:
        path = unquote(urlsplit(url).path) or "/"
        return next((reserved for location, reserved in rules if _fits(location, path)), False)

    return reserves


def _rules(body: bytes) -> Iterable[tuple[str, bool]]:
    try:
        listed: Any = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return
    for rule in listed[:RULES] if isinstance(listed, list) else ():
        if isinstance(rule, dict) and isinstance(rule.get("location"), str):
            yield rule["location"][:500], str(rule.get("tdm-reservation")).strip() == "1"


def _fits(location: str, path: str) -> bool:
    """As robots.txt has it: `*` stands for anything, `$` for the end, and what is named stands for all below it."""
    pattern = re.sub(r"([\[?])", r"[\1]", unquote(location.removesuffix("$")))
    return fnmatchcase(path, pattern if location.endswith("$") else f"{pattern}*")


def _directives(written: str, place: str) -> list[str]:
    directives = [word.strip().lower() for word in re.split(r"[,:]", written[:1_000])]
    return [f"{word} in {place}" for word in NO_AI if word in directives]
