"""Who holds which office in a story: "Marlow police chief Ana Ruiz", "Dana Vell, a spokeswoman for Oriel Labs"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from corroborate.match.origins.phrases import FIRMS, OFFICES, TITLES, body_words
from corroborate.match.words import STOPWORDS, listed

KEPT = 1 << 16
"""Names and texts in which they were looked for that are remembered for when their story goes on."""

LONGEST = 20_000
"""Characters of an article in which people are looked for."""

BEFORE = 90
BEHIND = 110
"""Characters around a name in which its office stands."""

FURTHEST = 6
"""Words before a name that can be its office."""

BREAK = re.compile(r"[.;:!?“”\"()–—]\s|[\n]|[“”\"()–—]")
APPOSED = re.compile(r"^,?\s(?:who (?:is|heads|leads|runs|chairs)\s)?([^,.;:!?\n“”\"()–—]{3,80})(?=[,.;:!?\n)–—]|$)")
OF = re.compile(r"^,?\s(?:of|from|with|at)\s((?:the\s)?(?:[A-Z][\w'’&-]*\s?){1,6})(?![\w’'&-])(?!\s?\d)")
VERBS = listed(
    """said says told wrote added confirmed announced put gave called asked warned blamed promised praised is was has had were
    are be been will"""
)
ARTICLES = listed("the a an its their his her")
STOP = (STOPWORDS - listed("state district")) | VERBS


def offices(names: Iterable[str], texts: Sequence[str]) -> dict[str, str]:
    """For every name that the texts give an office, the office in their words: {"Ana Ruiz": "Marlow police chief"}.

    `names` are as speakers were read; the fullest office that tells a body wins, then the most frequent.
    """
    found: dict[str, str] = {}
    for name in names:
        phrases = [phrase for text in texts if name in text for phrase in _around(name, text)]
        telling = [phrase for phrase in phrases if body_words(phrase)]
        if telling:
            found[name] = max(telling, key=lambda phrase: (len(body_words(phrase)), telling.count(phrase), -len(phrase), phrase))
    return found


@lru_cache(maxsize=KEPT)
def _around(name: str, text: str) -> tuple[str, ...]:
    return tuple(_offices(name, text[:LONGEST]))


def _offices(name: str, text: str) -> Iterator[str]:
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before = _office_before(text[max(0, found.start() - BEFORE) : found.start()])
        if before:
            yield before
        behind = _office_behind(text[found.end() : found.end() + BEHIND])
        if behind:
            yield behind


def _office_before(stretch: str) -> str | None:
    """ "according to the city's police chief, " -> "city's police chief"."""
    last = 0
    for found in BREAK.finditer(stretch):
        # "Sgt. Cobb": the stop belongs to the title.
        if stretch[: found.start()].rpartition(" ")[2].lower() not in TITLES:
            last = found.end()
    stretch = stretch[last:]
    words = stretch.replace(",", " , ").split()
    while words and (words[-1] == "," or words[-1].lower().strip(".") in TITLES - OFFICES):
        comma = words.pop() == ","
        if comma and words and not _is_office(words[-1]):
            return None
    office: list[str] = []
    for word in reversed(words[-FURTHEST:]):
        plain = word.lower().strip(".,'’")
        if word == "," or (plain in STOP and not _is_office(word)) or plain in ARTICLES:
            break
        office.insert(0, word)
    return " ".join(office) if any(_is_office(word) for word in office[-3:]) else None


def _office_behind(stretch: str) -> str | None:
    """ ", a spokeswoman for Oriel Labs," -> "spokeswoman for Oriel Labs"."""
    apposed = APPOSED.match(stretch)
    if apposed is not None and stretch.startswith(","):
        words = apposed.group(1).split()
        opens = words[0].lower() in ARTICLES or words[0][0].isupper() or _is_office(words[0])
        if opens and any(_is_office(word) for word in words) and not any(word.lower() in VERBS for word in words):
            return re.sub(r"^(?:an?|the|its|their|his|her)\s", "", apposed.group(1))
    of = OF.match(stretch)
    return of.group(1).strip() if of is not None else None


def _is_office(word: str) -> bool:
    plain = word.lower().strip(".,'’")
    return plain in OFFICES or any(part in OFFICES for part in plain.split("-"))


def descriptions(names: Iterable[str], texts: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """Nouns by which bodies are introduced, and so may be called later: {"Lorn Lines": {"operator"}}."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for name in names:
        for text in texts:
            if name in text:
                found[name] |= _introduced(name, text)
    return dict(found)


@lru_cache(maxsize=KEPT)
def _introduced(name: str, text: str) -> frozenset[str]:
    told = text[:LONGEST]
    before = re.findall(rf"\b([\w-]+),? (?:called |named )?{re.escape(name)}(?!\w)", told)
    behind = re.findall(rf"(?<!\w){re.escape(name)}, (?:an?|the|which) ([^,.;:\n]{{3,60}})", told)
    nouns = {word.lower() for word in before if word.islower() or word.lower() in FIRMS}
    return frozenset(nouns | {word.lower() for phrase in behind for word in phrase.split()})
