"""Words of a text as matching counts them: lower case, without inflection, without the words that carry no subject."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*\d|\d")
CAPITALISED = re.compile(r"\b[A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*")
PLACE = re.compile(r"\b(?:in|near|at|off|outside|around|from|of)\s+(?:the\s+)?([A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2})")
DATELINE = re.compile(r"^([A-Z][A-Z .'-]{2,30}?)(?:, [A-Z][\w. ]{1,20})?(?: \([^)]{1,20}\))? [-–—] ", re.MULTILINE)
AGE = re.compile(r"\baged (\d{1,2})\b|, (\d{1,2})[,.;]|\b(\d{1,2})-year-old\b")
NAMED = r"\b(?:[A-Z][^\W\d_]+|\d{1,3}(?:st|nd|rd|th)) "
ALSO_STREETS = r"(?:Lane|Square|Place|Quay|Way|Court|Row)\b"
"""Words that end the names of streets, and of towns, firms and courts as well: "in Cardew Quay", "the Supreme Court"."""

STREET = re.compile(
    rf"{NAMED}(?:Avenue|Street|Road|Drive|Boulevard|Terrace|Parkway)\b|\b(?:Route|Highway|Interstate) \d{{1,3}}\b"
    rf"|(?:(?<=\b[Oo]n )|(?<=\b[Oo]ff )|(?<=\b[Aa]long )|(?<=\b[Oo]nto )|(?<=\bblock of )|(?<=\bcorner of )|(?<=\d )){NAMED}{ALSO_STREETS}"
)
ANY_STREET = re.compile("Avenue|Street|Road|Drive|Boulevard|Terrace|Parkway|Route|Highway|Interstate|Lane|Square|Place|Quay|Way|Court|Row")
"""A word that every street has: most texts have none, which is quickly seen."""

BLOCK = re.compile(rf"\b(\d{{2,5}})(?:-block| block)?(?: of)? (?=({STREET.pattern}))")
SMALL = 3
CAPITALS = 0.8
"""Share of capitalised words from which a headline is taken to capitalise every word."""

LOOK_BACK = 4
OPENING = frozenset('.!?:;"“”‘|')
"""Behind these a capital may merely open a sentence."""


def listed(words: str) -> frozenset[str]:
    """A set of words written as running text."""
    return frozenset(words.split())


STOPWORDS = listed(
    """a about above across after again against all almost alone along already also although always am among an and another any
    anyone anything are around as at away back be became because become been before began behind being below between beyond both
    but by came can cannot come could did do does doing done down during each either else enough even ever every everyone few
    fewer first for found from full further gave get give given go going gone good got had has have having he held her here hers
    herself him himself his how however i if in including indeed instead into is it its itself just keep kept last later least
    less like likely long made make many may me meanwhile might mine more most much must my near nearly neither never new next
    no nobody none nor not nothing now of off often on once one only onto or other others our out over own per put quite rather
    same saw say said saying says see seen several shall she should since so some someone something soon still such take taken
    than that the their theirs them themselves then there these they thing this those though through thus till to today together
    told too took toward towards two under until up upon us use used very via was way we well went were what when where whether
    which while who whole whom whose why will with within without would yet you your mr mrs ms dr sen according reported reports
    report news statement spokesman spokeswoman spokesperson officials official monday tuesday wednesday thursday friday
    saturday sunday week month year day"""
)

COMMON = listed(
    """accident agency amid announce area attack authority bank billion board business call campaign case chief city claim close
    company compare confirm cost country court cut damage deal death director early earlier emergency end event executive expect
    fall figure fire firm force government group head help high home hospital hour house hundred increase industry inquiry
    international investigate investor issue job large law lead leader letter line local lose low major man manager market mayor
    meet meeting member million minister minute morning move nation national night number offer office open order park part pay
    people percent place plan police policy power president price public quarter question raise rate region release remain
    residents resident result rise rule school section sector security sell service set share show site small source spread
    staff start state stop street support team technology term thousand time top total town trade try turn union village war
    water win woman work worker world write"""
)
"""Words so frequent in news that sharing them tells little."""

IRREGULAR = dict(
    pair.split(":")
    for pair in listed(
        """people:person men:man women:woman children:child died:die dies:die dying:die deaths:death bodies:body lives:life sent:send
    paid:pay fell:fall fallen:fall rose:rise risen:rise bought:buy sold:sell lost:lose struck:strike hit:hit began:begin
    begun:begin ran:run wrote:write written:write held:hold met:meet won:win left:leave hurt:hurt feet:foot crises:crisis
    news:news series:series swept:sweep sank:sink sunk:sink burst:burst shook:shake shaken:shake fined:fine crew:crew
    staff:staff saw:see buses:bus gases:gas"""
    )
)


def tokens(text: str) -> Iterator[str]:
    """Words and numbers in lower case, in order."""
    return iter(WORD.findall(text.lower().replace("’", "'")))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word without plural, possessive, past or progressive: "penalties" -> "penalty", "evacuated" -> "evacuat"."""
    word = word.removesuffix("'s")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) <= 3 or not word.isalpha():
        return word
    return _without_past(_without_plural(word))


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_past(word: str) -> str:
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and any(letter in "aeiouy" for letter in root):
            undoubled = root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "ls" else root
            return undoubled.removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


def stems(text: str) -> list[str]:
    """Stems of the words that carry a subject, in order; numbers are left out."""
    return stems_of(tokens(text))


def stems_of(words: Iterable[str]) -> list[str]:
    """Stems of those of some words that carry a subject."""
    return [stem(word) for word in words if word not in STOPWORDS and len(word) > 1 and not word[0].isdigit()]


CALENDAR = listed(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct
    nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"""
)


@dataclass(frozen=True, slots=True)
class Capital:
    """A capitalised word of a text: where it stands, and in lower case without its possessive. `opens` where it begins a sentence."""

    start: int
    end: int
    name: str
    opens: bool

    @property
    def is_name(self) -> bool:
        """It does not merely open a sentence, and is no weekday, month or other word that names nobody."""
        return not self.opens and self.is_telling

    @property
    def is_telling(self) -> bool:
        """It is no weekday, month or other word that names nobody."""
        return self.name not in STOPWORDS and self.name not in CALENDAR


def capitals(text: str) -> list[Capital]:
    """The capitalised words of a text, in order."""
    return [
        Capital(start := match.start(), match.end(), bare(match.group().lower()), _opens(text[max(0, start - LOOK_BACK) : start], start))
        for match in CAPITALISED.finditer(text)
    ]


def _opens(before: str, start: int) -> bool:
    """A sentence, a quotation or a line begins behind these characters."""
    closed = before.rstrip()
    if not closed:
        return start <= LOOK_BACK or "\n" in before
    return closed[-1] in OPENING or "\n" in before[len(closed) :]


def bare(word: str) -> str:
    """A word without its possessive."""
    return word.removesuffix("'s").removesuffix("’s")


def names(text: str) -> list[str]:
    """Capitalised words that do not merely open a sentence, in lower case, in order."""
    return [one.name for one in capitals(text) if one.is_name]


def headline_names(title: str) -> list[str]:
    """Words of a title alone that are names: capitalised ones, and the first; none where every word has a capital."""
    words = CAPITALISED.findall(title)
    every = [word for word in WORD.findall(title) if len(word) > SMALL]
    if len(words) > 2 and len(words) > CAPITALS * len(every):
        return []
    found = [word.lower().removesuffix("'s").removesuffix("’s") for word in words]
    return [word for word in found if word not in STOPWORDS and word not in CALENDAR]


def places(text: str) -> list[str]:
    """Names that stand where places do, in lower case: "in Upper Dorn" -> "upper dorn"; and those of datelines."""
    found = [match.group(1) for pattern in (PLACE, DATELINE) for match in pattern.finditer(text)]
    return [place.lower() for place in found if place.split()[0].lower() not in CALENDAR and place.lower() not in STOPWORDS]


def streets(text: str) -> list[str]:
    """Streets and roads, in lower case: "the 1200 block of Halsey Avenue" -> "halsey avenue", "Route 9" -> "route 9"."""
    if ANY_STREET.search(text) is None:
        return []
    return [match.group().lower() for match in STREET.finditer(text)]


def blocks(text: str) -> list[str]:
    """House numbers with their streets, in lower case: "in the 1200 block of Halsey Avenue" -> "1200 halsey avenue"."""
    if ANY_STREET.search(text) is None:
        return []
    return [f"{match.group(1)} {match.group(2).lower()}" for match in BLOCK.finditer(text)]


def ages(text: str) -> list[str]:
    """How old people are said to be: "a man aged 27", "Amy Loess, 31, ", "16-year-old" -> "27", "31", "16"."""
    return [next(filter(None, match.groups())) for match in AGE.finditer(text)]


def overlap(left: Iterable[str], right: Iterable[str]) -> float:
    """Shared words over the words of the shorter set; 0 where either is empty."""
    first, second = set(left), set(right)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0
