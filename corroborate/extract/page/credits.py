"""Whom an article credits as its origin: agencies and outlets named in byline, dateline, tags and notes. Only names, no guess."""

import re
from collections.abc import Iterator

AGENCIES = {
    "AP": "Associated Press",
    "AFP": "Agence France-Presse",
    "UPI": "United Press International",
    "PTI": "Press Trust of India",
    "ANI": "Asian News International",
    "IANS": "Indo-Asian News Service",
    "AAP": "Australian Associated Press",
    "DPA": "Deutsche Presse-Agentur",
    "dpa": "Deutsche Presse-Agentur",
    "EFE": "EFE",
    "ANSA": "ANSA",
    "TASS": "TASS",
    "PA": "PA Media",
    "CP": "The Canadian Press",
    "Reuters": "Reuters",
    "REUTERS": "Reuters",
    "Bloomberg": "Bloomberg",
    "Xinhua": "Xinhua",
    "Kyodo": "Kyodo",
    "Yonhap": "Yonhap",
    "Interfax": "Interfax",
    "Belga": "Belga",
    "Anadolu": "Anadolu",
}
WORD = r"[A-Z][\w'’&.-]{0,30}"
NAME = rf"{WORD}(?: (?:of |de |the |and )?{WORD}){{0,5}}"
WIRE = (
    r"(?:Newswires?|News ?Wire|Wire|Wire Service|News Agency|News Service"
    r"|Press Agency|Press Association|Associated Press|Press Trust of \w+|Presse|Press|Agency)"
)
AGENCY = re.compile(rf"(?:The )?((?:{WORD} ){{1,4}}{WIRE}|{'|'.join(name for name in AGENCIES if len(name) > 4)})\b")
DATE = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
DATELINE = re.compile(
    rf"^[A-Z][A-Z'’. /-]{{2,40}}(?:, [A-Z][\w. ]{{1,25}})?{DATE}[ ,]{{0,2}}\(([A-Z][\w&. -]{{1,40}})\)\s{{0,2}}[-–—]", re.M
)
LEAD_TAG = re.compile(r"^\(([A-Z][\w&. -]{1,40})\)\s{0,2}[-–—]", re.M)
END_TAG = re.compile(r"(?:^|[.”\"] ?)[(\[]([A-Z]{2,6}|[A-Z][\w&.-]{1,30}(?: [A-Z][\w&.-]{1,30}){0,3})[)\]]\s{0,2}$", re.M)
SOURCE_LINE = re.compile(rf"^(?:Sources?|Credit|Via): ?(?:The )?({NAME})(?: ?[(,|].{{0,80}})?\.?$", re.M)
FIRST_PUBLISHED = re.compile(
    r"\b(?:article|story|report|piece|content|post|version)\b.{0,40}? (?:was |is )?(?:first |originally |previously )?"
    r"(?:published|appeared|reported|produced|distributed|provided|syndicated)(?: here)?(?: \w{1,20})? (?:by|in|on|from|at) "
    rf"(?:the )?(?:The )?({NAME})"
)
REPUBLISHED = re.compile(
    rf"\b(?:[Rr]epublished|[Rr]eprinted|[Ss]yndicated|[Aa]dapted) (?:with permission )?(?:from|by|via) (?:the )?(?:The )?({NAME})"
)
CONTRIBUTED = re.compile(
    r"\b(?:[Ww]ith (?:additional |further )?(?:reporting|files|inputs?|agency inputs?)|[Rr]eporting|[Aa]dditional reporting)"
    r" (?:from|by) ([^\n]{2,120})"
)
SHARED = re.compile(r"^([^\n]{2,120}) contributed to this (?:report|story|article)", re.M)
BYLINE = re.compile(r"^(?:By|Written by|Author:|Staff|From)[ :]\s?([^\n]{2,120})$", re.M)
COPYRIGHT = re.compile(r"(?:©|\([cC]\)|Copyright)\s{0,2}(?:©\s{0,2})?(?:\d{4}\s{0,2})?,?\s{0,2}([^\n]{2,80})")
GENERIC = frozenset(("agencies", "news agency", "the agency", "wire", "staff", "press", "agency", "news wire", "the press"))
HEAD, TAIL = 3_000, 3_000


def read_credits(text: str, *, byline: str | None = None, source: str | None = None, outlet: str = "") -> tuple[str, ...]:
    """Agencies and outlets, other than `outlet` itself, that the article names as where it comes from, in order of first evidence.

    >>> read_credits("PORT ELLEN (AP) — The lock has reopened.")
    ('Associated Press',)
    """
    found: dict[str, str] = {}
    for name in _candidates(text, byline, source):
        full = _full_name(name, text)
        if full and full.casefold() not in GENERIC and not _is_same(full, outlet):
            found.setdefault(full.casefold(), full)
    return tuple(found.values())


def _candidates(text: str, byline: str | None, source: str | None) -> Iterator[str]:
    if source:
        yield source
    head, tail = text[:HEAD], text[-TAIL:]
    if byline:
        yield from _agencies(byline)
    for line in BYLINE.findall(head):
        yield from _agencies(line)
    for pattern in (DATELINE, LEAD_TAG):
        yield from (name for name in pattern.findall(head) if _is_agency(name) or pattern is DATELINE)
    for pattern in (SOURCE_LINE, FIRST_PUBLISHED, REPUBLISHED):
        yield from (found[1] for part in _ends(text) for found in pattern.finditer(part))
    yield from (name for name in END_TAG.findall(tail) if _is_agency(name))
    for pattern in (CONTRIBUTED, SHARED, COPYRIGHT):
        yield from (name for part in _ends(text) for line in pattern.findall(part) for name in _agencies(line))


def _ends(text: str) -> tuple[str, ...]:
    return (text,) if len(text) <= HEAD + TAIL else (text[:HEAD], text[-TAIL:])


def _agencies(line: str) -> Iterator[str]:
    yield from (found[1] for found in AGENCY.finditer(line))
    yield from (word for word in re.findall(r"\b[A-Za-z]{2,5}\b", line) if word in AGENCIES)


def _is_agency(name: str) -> bool:
    return name in AGENCIES or name.strip().isupper() or AGENCY.fullmatch(name) is not None


def _full_name(name: str, text: str) -> str | None:
    """A code is spelt out where the article does, or where it is an agency that everyone knows."""
    name = " ".join(name.split()).strip(" .,;:|-–—").removeprefix("The ")
    if name in AGENCIES:
        return AGENCIES[name]
    return (_spelt_out(name, text) if name.isupper() and 2 <= len(name) <= 6 else name) or None


def _spelt_out(code: str, text: str) -> str:
    """ "MW" is "Meridian Wire" where the article has an agency of that name, else it stays a code."""
    rest = r"[\w'’-]{0,30}"
    spelt = re.compile(r"\b" + f"{rest} (?:of |for )?".join(code) + rest)
    for found in spelt.finditer(text[:20_000]):
        if AGENCY.fullmatch(found[0]) or text.startswith(f" ({code})", found.end()):
            return found[0]
    return code


def _is_same(name: str, outlet: str) -> bool:
    return name.casefold().removeprefix("the ") == outlet.casefold().removeprefix("the ")
