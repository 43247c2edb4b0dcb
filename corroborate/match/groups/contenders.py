"""Whose votes, seats or share of a poll a figure is: "39 percent Adebayo", "the Greens 11.4 percent", "puts Quist at 46 percent"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corroborate.match.groups.mention import LEAD, opening_of
from corroborate.match.groups.passages import passage_of
from corroborate.match.words import STOPWORDS
from corroborate.model.articles import Article
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind
from corroborate.model.months import ANY_MONTH

CONTESTED = re.compile(
    r"\b(?:votes?|voters?|voted|polls?|polled|polling|elections?|elected|ballots?|seats?|candidates?|challengers?|run-?off|referendum|"
    r"coalition|electorate|incumbent)\b",
    re.IGNORECASE,
)
TALLIED = ("seat", "vote", "point")
"""What is counted of contenders, besides shares."""

WORD = r"[A-Z][\w’'&-]*"
NAMED = re.compile(rf"\b{WORD}(?: (?:of |the |for |and )?{WORD})*")
BEHIND = re.compile(
    r"^(?: (?:seats?|votes?|points?))?(?: of (?:the |all |likely |registered |eligible )*(?:votes?|voters?|respondents|"
    r"electorate|ballots|poll|people|those (?:asked|polled|surveyed)))? "
    r"(?:(?:back(?:ed|ing)?|for|support(?:ed|ing|s)?|(?:would vote|voted|voting|plan to vote) for|"
    r"went to|go to|going to|chose|prefer(?:red)?|"
    rf"favou?r(?:ed)?) )?(?:the )?(?P<name>{WORD}(?: {WORD})*)"
)
"""A name right behind the figure: "48 percent of likely voters back Quist"."""

OPPONENT = re.compile(r"\b(?:leads?|led|leading|beats?|beat|beating|defeat(?:s|ed|ing)?|ahead of|edged|tops?|topped|trails?|trailing)\b")
BREAK = re.compile(r"[;:—–)]| - |\b(?:while|whereas|followed by|against|compared)\b|, (?=(?:with |and )?the [A-Z])")
NO_NAMES = re.compile(
    rf"(?:{ANY_MONTH}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|The|A|An|In|On|At|With|But|And|It|His|Her|Its|Their|"
    r"Some|About|Nearly|Around|Only|According|Meanwhile|Turnout|Undecided|Parliament|President|Mayor|Mr|Mrs|Ms|Prime|Minister|Election|Poll)"
)
IN = re.compile(r"\b(?:in|at|near|from|off|across|by|to|(?<!\bparty )(?<!\bcamp )(?<!\balliance )of) (?:the )?$")
"""Before a place or a source, who have no votes."""

SAID = re.compile(
    r"\b(?:says?|said|reports?|reported|told [a-z]+|confirm(?:s|ed)|announc(?:es|ed)|writes|wrote|showed|shows|according to)\b(?: that)?"
)
"""Behind these words stands what somebody says: "Northern Press reports that"."""

OWNED = re.compile(r"['’]s?$")
PARTY_OF = re.compile(r" (?:[a-z-]+ )?(?:party|coalition|bloc|alliance|camp|movement|lead|support|share|vote)\b")
FIGURES = re.compile(r"\d[\d.,]*(?!\d|st|nd|rd|th)(?:%| ?per ?cent| ?seats| ?votes)?")
FIGURE = re.compile(rf"{FIGURES.pattern}$")
PARTIES = frozenset({"party", "alliance", "union", "coalition", "movement", "bloc", "front", "league", "democrats", "list"})
"""Last words that many names share."""

LONGEST = 80
"""Characters back from the figure in which its contender is named."""

MARK = "="
"""What a contender's name begins with among the words that narrow a figure."""


def contenders_of(claim: Claim, article: Article, thing: str | None) -> frozenset[str]:
    """The last words of the names, each behind "=", with the other names by which the article knows their side; empty where no
    contest is told of, or none is named with the figure.
    """
    if claim.kind is not Kind.PERCENT and not (claim.kind is Kind.COUNT and thing in TALLIED):
        return frozenset()
    if thing != "point" and not CONTESTED.search(claim.sentence.text) and not CONTESTED.search(opening_of(article)):
        return frozenset()
    found = _named_with(claim)
    return found.union(*(names for names in _aliases(f"{article.title or ''}. {article.text[:LEAD]}") if names & found)) if found else found


def _named_with(claim: Claim) -> frozenset[str]:
    passage = passage_of(claim)
    behind = BEHIND.match(passage.sentence[passage.stop : passage.stop + LONGEST])
    if behind is not None and not OWNED.search(behind["name"]):
        found = _words(behind["name"])
        if found:
            return found
    return _before(passage.sentence[max(0, passage.place - LONGEST) : passage.place])


def _before(text: str) -> frozenset[str]:
    """Of the names before a figure those of its side: behind the figure before it, and of a leader and the one led the leader."""
    cut = max((found.end() for found in FIGURES.finditer(text)), default=0)
    side = text[cut:]
    if side.strip().lower() in ("and", "with", "or") and cut:
        # "The Union came second with 28.9% and 53 seats".
        return _before(FIGURE.sub("", text[:cut]))
    led = OPPONENT.search(text)
    if led is not None and side.strip().lower() in ("to", "against", "-", "–"):
        # "Quist leads Adebayo 48% to 39%".
        return _all(text[led.end() : cut])
    broken = max((found.end() for pattern in (BREAK, SAID) for found in pattern.finditer(side)), default=0)
    side = side[broken:]
    led = OPPONENT.search(side)
    side = side[: led.start()] if led is not None else side
    return _all(side)


def _all(side: str) -> frozenset[str]:
    runs = [
        run
        for run in NAMED.finditer(side)
        if not IN.search(side, 0, run.start()) and (not OWNED.search(run.group()) or PARTY_OF.match(side, run.end()))
    ]
    return frozenset().union(*(_words(run.group()) for run in runs)) if runs else frozenset()


def _words(name: str) -> frozenset[str]:
    """ "Dawn Alliance of Ada Brill" goes by "dawn alliance" and by "brill"."""
    parts = [part.split() for part in re.split(r" (?:of|for|and)(?: the)? ", name)]
    return frozenset(f"{MARK}{word}" for words in parts if (word := _short(words)) is not None)


def _short(words: Sequence[str]) -> str | None:
    """The last word of a name, with the one before it where many go by the last."""
    told = [OWNED.sub("", word) for word in words if word != "The"]
    if not told or NO_NAMES.fullmatch(told[-1]) or told[-1].lower() in STOPWORDS:
        return None
    return " ".join(told[-2:] if told[-1].lower() in PARTIES else told[-1:]).lower()


ALIASES = re.compile(
    rf"(?P<party>{WORD}(?: {WORD})*),? (?:of|led by) (?:[\w-]+ ){{0,3}}?(?P<head>{WORD}(?: {WORD})*)"
    rf"|(?P<owner>{WORD}(?: {WORD})*)['’]s (?:[a-z-]+ ){{0,2}}(?P<owned>{WORD}(?: {WORD})*)"
    rf"|(?P<who>{WORD}(?: {WORD})*)\b[^.;]{{0,60}}\b(?:her|his) (?:[a-z-]+ ){{0,2}}(?P<own>{WORD}(?: {WORD})*)"
)
"""How an article says who leads whom: "the Centre Party of Ilva Strand", "Strand's Centre Party", "Strand ... her Centre Party"."""


@lru_cache(maxsize=1 << 12)
def _aliases(opening: str) -> tuple[frozenset[str], ...]:
    """Names that are told to be of one side, by how an article opens."""
    found = []
    for told in ALIASES.finditer(opening):
        pair = [name for name in told.groups() if name]
        found.append(frozenset().union(*(_words(name) for name in pair)))
    return tuple(names for names in found if len(names) > 1 and any(name.split()[-1] in PARTIES for name in names))


def named_in(modifiers: frozenset[str]) -> frozenset[str]:
    """The names, behind their mark, among the words that narrow a figure."""
    return frozenset(word for word in modifiers if word.startswith(MARK))


def one_contender(left: frozenset[str], right: frozenset[str]) -> bool:
    """Both figures are of one side, by what narrows them."""
    return not left.isdisjoint(right) and bool(named_in(left & right))
