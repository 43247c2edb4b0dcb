"""Outlets as they name each other: "the Harbour Herald reported", "told the Herald", "according to Reuters"."""

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from tld import get_fld

from corroborate.match.words import listed
from corroborate.model.articles import Article
from corroborate.model.outlets import Outlet

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
REPORTS = re.compile(
    r"\b(?:report(?:s|ed|ing)?|according to|told|cit(?:es|ed|ing)|seen by|obtained by|reviewed by|wrote|writes|said|says)\b",
    re.IGNORECASE,
)
FEW = 64
"""Sets of outlets' names that are kept: most stories of a newsroom share one."""

LONGEST_NAME = 5
"""Words of an outlet's name at the most."""

MASTHEADS = listed(
    """herald tribune times post courier bulletin gazette chronicle journal news daily examiner observer dispatch mail mirror star
    telegraph press wire agency standard guardian independent globe record sun echo argus sentinel register review advertiser"""
)
AGENCIES = listed("agency press wire newswire bureau")
HOSTS = listed("yahoo msn aol medium substack blogspot wordpress facebook twitter x youtube google apple github patch tumblr example")
"""Sites on which many publish: their domain tells no family."""


def outlet_names(outlets: Mapping[str, Outlet], articles: Mapping[str, Article] | None = None) -> dict[str, str]:
    """Names and aliases of the outlets in lower case, each with the outlet's name; also of outlets only seen in articles."""
    names = {article.outlet.lower(): article.outlet for article in (articles or {}).values() if article.outlet}
    names |= {name.lower(): outlet.name for outlet in outlets.values() for name in (outlet.name, *outlet.aliases)}
    return dict(_all_names(frozenset(names.items())))


@lru_cache(maxsize=FEW)
def _all_names(named: frozenset[tuple[str, str]]) -> Mapping[str, str]:
    names = dict(named)
    return _short(names) | _bare(names) | names


def _bare(names: Mapping[str, str]) -> dict[str, str]:
    """ "Norland Courier" for The Norland Courier; "Times" alone says too little."""
    bare = {name.removeprefix("the "): meant for name, meant in names.items()}
    return {name: meant for name, meant in bare.items() if " " in name}


def _short(names: Mapping[str, str]) -> dict[str, str]:
    """ "The Herald" for the only Herald there is, "Pallas" for the only Pallas Agency."""
    shorts: dict[str, set[str]] = {}
    for name in set(names.values()):
        *first, last = name.lower().removeprefix("the ").split() or [""]
        if first and last in MASTHEADS:
            shorts.setdefault(f"the {last}", set()).add(name)
        if first and last in AGENCIES:
            for tail in ("", " agency", " news agency", " wire"):
                shorts.setdefault(f"{' '.join(first)}{tail}", set()).add(name)
    return {short: next(iter(meant)) for short, meant in shorts.items() if len(meant) == 1}


CLOSING = re.compile(r"\(([A-Z][^()\n]{1,30})\)\s*$")
TAG = re.compile(r"^[^\n()]{0,60}\(([A-Z][^()\n]{1,30})\)")


def credits_of(article: Article, outlets: Mapping[str, str]) -> tuple[str, ...]:
    """Outlets that an article gives as where its text comes from, and known ones in a tag before or behind it: "(Pallas) A court"."""
    found = [outlets.get(credit.lower(), credit) for credit in article.credits]
    for tag in (TAG.match(article.text), CLOSING.search(article.text[-80:])):
        if tag is not None and tag.group(1).lower() in outlets:
            found.append(outlets[tag.group(1).lower()])
    return tuple(dict.fromkeys(credit for credit in found if credit != article.outlet))


def outlet_meant(phrase: str, outlets: Mapping[str, str]) -> str | None:
    """The outlet that a speaker or a citation is, None where it is none."""
    name = phrase.lower().removeprefix("the ")
    return outlets.get(name) or outlets.get(f"the {name}") or outlets.get(f"the {name}".removeprefix("the the "))


def cited_in(sentence: str, outlets: Mapping[str, str]) -> tuple[str, ...]:
    """Outlets whose names stand in a sentence, in order: "as the Harbour Herald reported"; one word only where something is reported."""
    words = [(found.group().lower(), found.start()) for found in WORD.finditer(sentence)]
    named: list[str] = []
    is_report = REPORTS.search(sentence) is not None
    for position, (_, start) in enumerate(words):
        if not sentence[start].isupper():
            continue
        before = words[position - 1][0] if position else ""
        for length in range(1, LONGEST_NAME + 1):
            name = " ".join(word for word, _ in words[position : position + length])
            if length == 1 and not (is_report and (name in outlets or before == "the")):
                continue
            meant = outlets.get(name) or (outlets.get(f"the {name}") if before == "the" else None)
            if meant is not None:
                named.append(meant)
    return tuple(dict.fromkeys(named))


def family_of(article: Article, outlets: Mapping[str, Outlet]) -> str:
    """The owner of an outlet: as feeds.yaml says, else whoever has its domain, else the outlet itself."""
    outlet = outlets.get(article.outlet)
    if outlet is not None:
        return outlet.family
    return _domain(article.url) or article.outlet


def _domain(url: str) -> str | None:
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return None
    if not host or ":" in host or re.fullmatch(r"[0-9.]+", host):
        return None
    found = get_fld(host, fix_protocol=True, fail_silently=True)
    return found if isinstance(found, str) and found.split(".")[0] not in HOSTS else None
