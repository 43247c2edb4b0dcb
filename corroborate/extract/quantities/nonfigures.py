"""Digits and number words that are no figures: dates, clock times, telephone numbers, scores, versions, names, list numbers."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corroborate.extract.lexicon import FUNCTION_WORDS, matches_at, small, words
from corroborate.extract.neighbours import Word
from corroborate.extract.quantities.counted import is_plural
from corroborate.extract.quantities.currencies import alternation
from corroborate.model.months import ANY_MONTH

_MONTH = (
    rf"(?:{ANY_MONTH}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?)(?!\w)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_LABELS = words("""
page pages p. pp. chapter section sections article clause paragraph para para. sc sc. rule schedule annex appendix figure table exhibit item
no. nos.
number numbers route highway interstate motorway junction exit gate platform pier terminal runway flight room suite apartment apt. flat
unit floor lane line channel phase stage step level tier type class grade category version volume vol. issue edition episode series
season round week day game match group pool zone district precinct ward block lot box pod part act scene verse psalm title chapter form
counter question tank pad plot mast hall seat kilometre bulletin berth dock bay shaft reactor
model mark generation gen size formula windows android ios python catch ps route bus tram train mile quarter build
""")

# What begins with a digit, with a month, and with anything else: told apart, since each character of a text is tried.
_RINGING = ("call", "calls", "called", "calling", "dial", "dials", "dialed", "dialled", "dialing", "dialling", "phoned", "rang", "ring")
_WITH_DIGIT = (
    r"(?:911|999|112)(?= (?:calls?|callers?|dispatch\w*|operators?|recordings?|tapes?|cent(?:er|re)|system|hang-?ups?)\b)",
    r"(?<![\w.])\d{4}-\d{1,2}-\d{1,2}(?:[T\-]\S{0,200})?",
    r"(?<![\w.])\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d])",
    rf"(?<![\w$€£.,])\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:[-–—]|to|and|or)\s*\d{{1,2}}(?:st|nd|rd|th)?)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}}(?!\d))?",
    r"(?<![\w.,$£€])(?:1[5-9]|20)\d\d\s?[-–/]\s?(?:\d{4}|\d{2})(?![\d%])",
    r"(?<![\w.,])\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]m|[ap]\.m\.?|[AP]M|[AP]\.M\.?)(?!\w)(?:\s+(?:GMT|UTC|BST|E[SD]?T|P[SD]?T|C[ES]T|IST))?",
    r"(?<![\w.,])\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?!\d)(?:\s[+-]\d{4}(?!\d))?",
    r"(?<![\w.,$£€-])\d{1,2}\s[–-]\s\d{1,2}(?=\s*(?:[.,;)]|$)|\s(?:[A-Z]|on\b|in\b|at\b|after\b|against\b|win\b|loss\b|draw\b|defeat\b))",
    r"(?<=[a-z:;,.]\s)\d{1,2}\)(?=\s?[A-Z])",
    r"(?<![\w.,])\d{3,4}\s(?:GMT|UTC|BST|E[SD]?T|P[SD]?T|CET)(?!\w)",
    r"(?<![\w.,$])0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}(?!\d)",
    r"(?<![\w.,$-])\d{3}-\d{4}(?!\d)",
    r"(?<![\w.,$£€])(?!\d{1,3}(?:\.\d{3}){2,}(?![\d.]))\d+(?:\.\d+){2,}",
    r"(?<![\w])(?:\d*(?<!1)1st|\d*2nd|\d*3rd|\d+th)(?!\w)",
    r"(?<![\w.,])(?:24/7|9/11|7/7|50/50|50-50|20/20|360-degree|180-degree)(?!\w)",
    r"(?<![\w.,])\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}\s?['’′]\s?)?(?:\d{1,2}\s?[\"”″]\s?)?[NSEW](?!\w)",
    r"(?<![\w.,])\d+(?:\.\d+)?\s?[×x]\s?10[\d^−-]*",
    r"(?<![\w.,])\d[\d,]*\s(?:BCE?|AD|CE)(?!\w)",
    r"(?<![\w.,$£€])3M(?!\w)",
    r"(?<![\w.,$£€])[48]K(?!\w)",
    r"(?<![\w.,$£€])\d{1,5}\s+(?:[A-Z][\w.'’]{0,30}\s+){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Terrace|Crescent|Way)(?!\w)",
    r"(?<![\w.,$£€])\d{16,}",
    r"(?<![\w.,$£€])\d{1,5}\sblock\sof(?!\w)",
    r"(?:(?<=at about\s)|(?<=at around\s)|(?<=just after\s)|(?<=just before\s)|(?<=shortly after\s)|(?<=shortly before\s))"
    r"(?:[01]\d|2[0-3])\.[0-5]\d(?![\d%])",
)  # fmt: skip
_WITH_MONTH = (
    rf"\b{_MONTH}\s+(?:the\s+)?{_DAY}(?:\s*(?:[-–—]|to|and|or|through)\s*{_DAY}(?!\s+[a-z%$]))?(?:,?\s+\d{{4}}(?!\d))?",
    rf"\b{_MONTH},?\s+(?:of\s+)?\d{{4}}(?!\d)",
)  # fmt: skip
_ADDRESS = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_CLOCK = r"\b\w{1,10}\s+o['’]clock"
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon"
_PAST = rf"(?i:\b(?:five|ten|twenty(?:[ -]five)?|\d{{1,2}})(?: minutes)? past (?:{_HOURS})\b)"
# The sign without which there is none, or nothing where there is no such sign.
_OTHERS: tuple[tuple[str, str], ...] = (
    ("=", r"\((?:(?:US|A|C|NZ|HK)?\$|€|£)?1\s[^()\n=]{0,20}=\s?[^()\n]{1,30}\)"),
    ("", r"(?:https?://|www\.)\S{1,2000}"),
    ("@", _ADDRESS),
    ("", r"(?<![\w.,$£€])['’]?\d{2,4}['’]?s(?!\w)"),
    ("clock", _CLOCK),
    ("past", _PAST),
    ("+", r"\+\d[\d\s().-]{6,18}\d"),
    ("", r"(?<![\w.,$])\(?\d{3}\)?[\s.-]\d{3}[.-]\d{4}(?!\d)"),
    ("", r"(?<!\w)v\.?\s?\d+(?:\.\d+)*"),
    ("", r"(?<!\w)[#*]\s?\d+"),
    ("", r"\b(?:starts?|begins?|departs?|arrives?|leaves?|kicks?\s?off)\s(?:at|from)\s"
         r"\d{1,2}(?:[.:]\d{2})?(?![\d,.]*\d|\s?(?:[%a-z]|per))"),
    ("^", r"(?<![a-zA-Z])\^\d+"),
    ("", r"(?i:(?<!\w)(?:a\s)?(?:quarter|half)\s(?:past|to)\s\w+)(?!\w)"),
    ("", r"(?<![\w-])(?i:one)\s+of(?!\w)"),
    ("", r"(?m:^)[ \t]*\d{1,3}(?:[.)](?=\s)|\)(?=[A-Z]))"),
    ("", r"(?<![\w'’])['’]\d{2}(?![\d\w'’\"”″])"),
    ("", r"(?<!\w)(?:No|Nos|p|pp|[Vv]ol|[Aa]pt|[Ss]ec|[Ss]ect|[Cc]h|[Aa]rt|[Ff]igs?|[Ss]c)\.\s?\d[\d,-]*"),
)  # fmt: skip
_IDIOMS = (
    "one another", "one by one", "one after another", "one after the other", "one-on-one", "one or more", "one or another",
    "one way or another", "one in a million",
    "one day", "one-off", "one-time", "one-way", "one-sided", "one-stop", "two-way", "two-faced", "two-tier", "two-fold", "one thing",
    "one side",
    "one hand", "at one point", "one end", "one time", "one way", "one reason", "one final", "one last", "one morning", "one evening",
    "one night",
    "one afternoon", "no one", "every one", "each one", "any one", "number one", "number two", "square one", "day one", "year one",
    "phase one", "phase two",
    "phase three", "part one", "part two", "the one", "that one", "this one", "which one", "last one", "first one",
    "next one", "new one",
    "one too", "one who", "one that", "one thousand and one nights", "big four", "big three", "big five",
    "group of seven",
    "group of eight", "group of 20", "channel four", "formula one", "air force one", "nine to five", "zero tolerance", "ground zero",
    "zero-sum", "zero-day",
    "net zero", "net-zero", "sub-zero", "below zero", "above zero", "from zero", "twenty-four seven", "second to none", "catch-22",
    "one-man", "one-third of one",
    "these ones", "loved one", "half-time", "half time", "half-hearted", "half-brother", "half-sister", "first half", "second half",
    "last half", "half-life",
    "back to square one", "at sixes and sevens", "ten commandments", "thanks a million",
    *(f"{verb} {number}" for number in ("911", "999", "112") for verb in _RINGING),
    "one and the same", "one and only", "one-party",
    "hundred acre wood", "world war one", "world war two", "title ix", "chapter one",
)  # fmt: skip


def _by_first_word(idioms: Sequence[str]) -> str:
    """One pattern for all idioms that tries each first word once."""
    rests: dict[str, list[str]] = {}
    for idiom in idioms:
        first = re.split(r"[ -]", idiom, maxsplit=1)[0]
        rests.setdefault(first, []).append(idiom.removeprefix(first))
    return "|".join(f"{first}(?:{alternation(rest)})" for first, rest in rests.items())


_STARTS = "|".join(dict.fromkeys(re.split(r"[ -]", idiom, maxsplit=1)[0] for idiom in _IDIOMS))
_PLACES = re.compile(
    rf"[\d(+#*^'’]|^[ \t]|\b(?:{_STARTS}|a|quarter|half|start|begin|depart|arriv|leave|kick|v(?=[.\s\d])"
    r"|(?:nos?|pp?|vol|apt|sect?|ch|art|figs?|sc)\."
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|https?:|www",
    re.MULTILINE,
)
"""Where any of these can begin, in small letters, but for those that a sign behind their beginning tells."""
_SIGNED_PLACES = (("@", re.compile(_ADDRESS)), ("clock", re.compile(_CLOCK)), ("past", re.compile(_PAST)))

_IDIOM = rf"(?<![\w-])(?i:{_by_first_word(_IDIOMS)})(?!\w)"
_SIGNS = tuple(dict.fromkeys(sign for sign, _ in _OTHERS if sign))


def pattern_for(text: str) -> re.Pattern[str]:
    """What finds them in a text: what needs a sign that does not stand there is left out."""
    return _pattern(frozenset(sign for sign in _SIGNS if sign in text))


@lru_cache(1 << len(_SIGNS))
def _pattern(signs: frozenset[str]) -> re.Pattern[str]:
    """The pattern for a text in which these signs stand: what needs another is not tried at every character."""
    others = "|".join(pattern for sign, pattern in _OTHERS if not sign or sign in signs)
    return re.compile(rf"(?=\d)(?:{'|'.join(_WITH_DIGIT)})|(?=[A-Z])(?:{'|'.join(_WITH_MONTH)})|{others}|(?=[a-zA-Z]){_IDIOM}")


_ALWAYS_LABELS = words("page pages p. pp. chapter section sections article rule no. nos. number numbers route highway flight windows")

# Capitalised at the head of a sentence, and no names.
_NO_NAMES = FUNCTION_WORDS | words("""
nearly almost roughly approximately police officers officials authorities investigators prosecutors meanwhile overall total minus plus
estimated next second third early late killed injured wounded rose fell dropped gained lost climbed jumped monday tuesday wednesday
thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr
jun jul aug sept sep oct nov dec least most many fewer more less up
""")


def masked(text: str) -> list[tuple[int, int]]:
    """The stretches of the text in which no figure is read, in order."""
    return [match.span() for match in matches_at(pattern_for(text), _places(text), text)]


def _places(text: str) -> list[int]:
    """Where there may be any: one look at most characters is enough."""
    places = [place.start() for place in _PLACES.finditer(small(text))]
    signed = {place.start() for sign, pattern in _SIGNED_PLACES if sign in text for place in pattern.finditer(text)}
    return sorted(signed.union(places)) if signed else places


def is_label(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """The word before makes the number a label: "page 12", "halls 3 and 8"; not so in "every day 300 people cross"."""
    while len(before) > 2 and before[-1].lower in _LISTING and before[-2].text[0].isdigit():
        before = before[:-2]
    if not before or not _labels(before):
        return False
    counts = any(word.text.islower() and is_plural(word.lower) for word in after[:2])
    return not counts or before[-1].lower in _ALWAYS_LABELS or before[-1].lower in _PLURAL_LABELS


_LISTING = ("and", "or", "to", ",", "-", "–")
_PLURAL_LABELS = words("halls boxes pages rooms gates platforms sections articles chapters questions tanks lines lanes zones flats rows")
_IN_SCHOOL = words("in the of for from with")


def _labels(before: Sequence[Word]) -> bool:
    word = before[-1].lower
    if word in ("year", "years"):
        # "Pupils in year 9", and not "last year 12 died".
        return len(before) > 1 and before[-2].lower in _IN_SCHOOL
    return word in _LABELS or word in _PLURAL_LABELS


def names_it(before: Sequence[Word], *, opens_sentence: bool) -> bool:
    """The number belongs to the name before it: "Falcon 6", "Series 4"."""
    if not before:
        return False
    word = before[-1]
    if not word.is_word or word.text.islower() or word.lower in _NO_NAMES:
        return False
    return not (opens_sentence and len(before) == 1 and word.lower.endswith(("ly", "ing", "ed")))


YEARS = range(1500, 2200)
_BEFORE_YEAR = words("""
in since by of from until till before after during through throughout early late mid around circa for summer winter spring autumn fall
fiscal year years to and between than a an the that last next this back or over versus
""")


def is_year(digits: str, before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Four bare digits that date something: "in 2018", "the 2019 budget"; not "2,018" and not "1520 people"."""
    if len(digits) != 4 or not digits.isdigit() or int(digits) not in YEARS:
        return False
    if 1900 <= int(digits) <= 2100:
        return True
    previous = before[-1].lower if before else ""
    following = after[0].text if after else ""
    return previous in _BEFORE_YEAR or not following or not following[0].isalpha()
