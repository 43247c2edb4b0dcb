"""Places in an order: "one of the largest known attacks", "the second-largest port", "the deadliest fire since 1998".

Also what ranks without a superlative: "a record profit", "its first loss in a decade", "a six-year high", "for the third month
in a row".
"""

import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from corroborate.extract.attribution.verbs import SPEECH_VERBS
from corroborate.extract.lexicon import FUNCTION_WORDS, words
from corroborate.extract.spans import mark, register_extensions, text_of
from corroborate.model.claims import Span
from corroborate.model.figures import Kind, Rank
from corroborate.model.months import ANY_MONTH

SUPERLATIVES = words("""
largest biggest smallest deadliest longest shortest strongest weakest heaviest lightest oldest youngest richest poorest fastest
slowest busiest costliest priciest cheapest tallest deepest hottest coldest wettest driest warmest coolest fewest broadest widest
steepest sharpest bloodiest fiercest gravest safest dirtiest cleanest loudest rarest
""")
# These rank only behind an article or an owner: "the worst storm", not "at worst", "best known".
WEAK_SUPERLATIVES = words("best worst highest lowest greatest earliest newest")
ORDINALS: dict[str, int] = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
SEEN = "known|recorded|confirmed|reported|detected|documented|registered|measured|observed|seen|discovered|disclosed|experienced|identified"
QUALIFIERS = frozenset({*SEEN.split("|"), "ever", "single", "publicly"})
VERBS = words("""
killed hit struck won lost took came went began broke sank left made saw held rose fell grew closed opened has had is was were
will would could
""")
LONGEST_HEAD = 6
# These rank a level where no noun follows: "its highest since 2019".
LEVELS = words("highest lowest strongest weakest worst best biggest largest smallest fastest slowest steepest sharpest hottest coldest")
# What reaches a record; a record of a court or a band ranks nothing.
RECORDS = words("""
profit profits loss losses revenue revenues sales earnings high highs low lows level levels price prices number numbers fine penalty
heat temperature temperatures rainfall snowfall turnout year quarter month week crowd attendance harvest crop deficit surplus debt
inflow inflows outflow outflows exports imports output production sum amount payout bid inflation unemployment growth demand orders
deliveries majority margin heatwave drought floods victory defeat fee budget spending income turnover traffic shipments
""")

_MOST = (
    r"(?:most|least) (?!recent|likely|important|senior|common\b|of\b)(?:[a-z]{3,16}ly )?"
    r"[a-z]{3,16}(?:ful|ous|ive|able|ible|ent|ant|al|ical|ly|ed|ing|rse|rd|ar|ct)"
)
_NOT_COMPOUND = r"(?!-known\b|(?<=best) known\b|[- ](?:hit|paid|selling|off|affected|placed|dressed|performing|rated|ranked)\b)"
_OWNER = r"(?:the|a|an|its|his|her|their|our|this|[\w.-]{1,30}['’]s|[\w.-]{1,30}s['’])"
# A superlative is looked for first, what leads to it only there: most words of a text end otherwise.
_RANK = re.compile(
    rf"\b(?P<superlative>{'|'.join(sorted(SUPERLATIVES))}|(?P<weak>(?:{'|'.join(sorted(WEAK_SUPERLATIVES))}){_NOT_COMPOUND}|{_MOST}))\b",
    re.IGNORECASE,
)
_ENDS_SO = re.compile(r"\b(?:[a-z]{1,12}est|worst|most|least)\b", re.IGNORECASE)
_LEAD = re.compile(
    rf"(?:\b(?P<shared>one of|among|some of|ranks? among)\s+)?(?:\b(?P<owner>{_OWNER})\s+)?(?:\b(?P<ordinal>{'|'.join(ORDINALS)})[- ])?$",
    re.IGNORECASE,
)
LONGEST_LEAD = 60
_WORD = re.compile(r"(?:[ \t]|-(?=\w))?([A-Za-z][\w’'-]{0,30})")
_TAIL = re.compile(
    r"[ \t]?,?[ \t]?(?:"
    r"(?P<seen>(?:(?:it|they|that|which|anyone|[A-Za-z]\w{1,20}) (?:has|have|had) )?(?:ever )?(?:been )?"
    rf"(?:publicly )?(?:{SEEN})\b|ever\b)|"
    r"(?P<date>to date|so far|yet|on record|of all time|of its kind|in (?:living )?memory|since records began)\b|"
    r"(?P<history>in (?:the )?(?:(?:modern|recorded|recent) )?(?:history|[\w’']{1,20}(?: [\w’']{1,20})?['’]s history)"
    r"(?: of (?:the )?\w{1,20})?)\b|"
    rf"(?P<since>since (?:(?:(?:early|late|mid)[ -])?(?:{ANY_MONTH}|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?) )?(?:(?:1[5-9]|20)\d\d\b|(?<=[a-z.] )\d{1,2}\b))|"
    r"(?P<span>(?:in|for) (?:(?:more than|over|nearly|almost|about|at least|the last|the past) )?"
    r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) "
    r"(?:years?|decades?|century|centuries|generations?|months?))\b)",
    re.IGNORECASE,
)


# "the deadliest accident in Orsk waters since 1987": a field, where a limit of time follows it.
_FIELD = re.compile(
    r" (?:in|for) (?:the )?(?P<field>[A-Za-z][\w’'-]{0,20}(?: [A-Za-z][\w’'-]{0,20}){0,3}?)(?= (?:since|in|for|ever|on record)\b)"
)
_PERIODS = r"day|night|week|weekend|month|quarter|year|season|session|game|match|election|round|time"
_NTH = "|".join(ORDINALS)
_RECORD = re.compile(
    r"\brecord\b(?![- ](?:book|keep|label|show|shop|player|holder|store|deal with))"
    r"(?P<number> [$€£]?\d[\d,.]{0,20}(?: ?(?:million|billion|percent|%|m|bn)\b)?)?",
    re.IGNORECASE,
)
_RECORD_LEAD = re.compile(
    r"(?:\b(?:an?|the|its|their|his|her|by|with|to|at|of|hit|reported|posted)|['’]s) (?:new |all-time )?$", re.IGNORECASE
)
_FIRST = re.compile(r"\bfirst\b(?![- ](?:half|quarter|aid|class|lady|minister|of)\b)", re.IGNORECASE)
_HIGH = re.compile(
    r"\b(?:an?|its|their|the|to|at) (?P<high>(?:(?P<ever>all-time|record)|(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|"
    r"twelve|fifteen|twenty|thirty|forty)-(?P<unit>year|month|week|decade)) (?P<side>high|low))\b(?!-)",
    re.IGNORECASE,
)
_ROW = re.compile(
    rf"(?<=[a-z] )(?P<row>(?P<ordinal>{_NTH}) (?:(?P<unit>{_PERIODS}) (?:in a row|running|in succession)|"
    rf"(?:straight|consecutive|successive) (?P<of>{_PERIODS})))\b",
    re.IGNORECASE,
)
_TIME = re.compile(rf"\bfor (?:the|a) (?P<time>(?P<ordinal>{_NTH}) time)\b(?! in a row| running)", re.IGNORECASE)
# What makes a place comparable where its noun alone does not.
_LIMITED = re.compile(r"since |in |on record$")


class RankReader:
    """Fill `doc.spans["ranks"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read every superlative with what it ranks."""
        doc.spans["ranks"] = [mark(doc, chars, Kind.RANK, f"ranks.{rule}", rank) for chars, rank, rule in _placed(text_of(doc))]
        return doc


@Language.factory("corroborate_ranks")
def make_ranks(nlp: Language, name: str) -> RankReader:
    """The component that reads ranks."""
    register_extensions()
    return RankReader()


def read_ranks(text: str) -> Iterator[tuple[Span, Rank]]:
    """Every rank of a text with its characters, from left to right.

    The characters begin at "one of the" or the superlative and end with the noun ranked or what narrows its field.
    """
    return ((chars, rank) for chars, rank, _ in _placed(text))


def _placed(text: str) -> list[tuple[Span, Rank, str]]:
    """Ranks with the rules that read them; where two overlap, the one that begins first."""
    found = [(chars, rank, rule) for rule, read in RULES.items() for chars, rank in read(text)]
    found.sort(key=lambda one: (one[0].start, -one[0].end))
    kept: list[tuple[Span, Rank, str]] = []
    for one in found:
        if not kept or one[0].start >= kept[-1][0].end:
            kept.append(one)
    return kept


def _superlatives(text: str) -> Iterator[tuple[Span, Rank]]:
    for place in _ENDS_SO.finditer(text):
        found = _RANK.match(text, place.start())
        if found is None:
            continue
        lead = _lead(text, place.start())
        if found["weak"] and not lead["owner"]:
            continue
        before, head, end = _ranked(text, found.end())
        behind, end = _narrowed(text, end)
        if not head:
            # "its highest since 2019" is of the level that the sentence is about.
            if not any(_LIMITED.match(qualifier) for qualifier in behind) or found["superlative"].lower() not in LEVELS:
                continue
            head = "level"
        rank = Rank(
            found["superlative"].lower(),
            head,
            _unique(before + behind),
            ORDINALS.get((lead["ordinal"] or "").lower(), 1),
            lead["shared"] is not None,
        )
        yield Span(_begin(lead, found.start()), end), rank


def _lead(text: str, start: int) -> re.Match[str]:
    """What stands before a place: "one of the", "the country's second-"; empty where nothing leads."""
    found = _LEAD.search(text, max(0, start - LONGEST_LEAD), start)
    assert found is not None
    return found


def _records(text: str) -> Iterator[tuple[Span, Rank]]:
    """ "a record profit", "record high temperatures", "a record 48,000 visitors"."""
    for found in _RECORD.finditer(text):
        start = found.start()
        if not _RECORD_LEAD.search(text, max(0, start - 24), start):
            continue
        _, head, end = _ranked(text, found.end())
        if not found["number"]:
            words_seen = head.lower().split()
            if not words_seen or (words_seen[-1] not in RECORDS and words_seen[0] not in RECORDS):
                continue
        if head:
            behind, end = _narrowed(text, end)
            yield Span(start, end), Rank("record", head, _unique(behind))


def _firsts(text: str) -> Iterator[tuple[Span, Rank]]:
    """ "the first time since 2009", "its first loss in a decade"; a first that nothing limits ranks nothing."""
    for found in _FIRST.finditer(text):
        if not _lead(text, found.start())["owner"]:
            continue
        before, head, end = _ranked(text, found.end())
        behind, end = _narrowed(text, end)
        if head and any(_LIMITED.match(qualifier) or qualifier == "ever" for qualifier in (*before, *behind)):
            yield Span(found.start(), end), Rank("first", head, _unique(before + behind))


def _highs(text: str) -> Iterator[tuple[Span, Rank]]:
    """ "a six-year high", "an all-time low"."""
    for found in _HIGH.finditer(text):
        superlative = "highest" if found["side"].lower() == "high" else "lowest"
        span = "in history" if found["ever"] else f"in {found['number'].lower()} {found['unit'].lower()}s"
        yield Span(found.start("high"), found.end()), Rank(superlative, "level", (span,))


def _rows(text: str) -> Iterator[tuple[Span, Rank]]:
    """ "for the third month in a row", "a fourth straight quarter"."""
    for found in _ROW.finditer(text):
        place = ORDINALS[found["ordinal"].lower()]
        yield Span(found.start("row"), found.end()), Rank("consecutive", (found["unit"] or found["of"]).lower(), place=place)


def _times(text: str) -> Iterator[tuple[Span, Rank]]:
    """ "for the third time", "for the third time in a year"."""
    for found in _TIME.finditer(text):
        behind, end = _narrowed(text, found.end())
        yield Span(found.start("time"), end), Rank("time", "", _unique(behind), ORDINALS[found["ordinal"].lower()])


RULES: dict[str, Callable[[str], Iterator[tuple[Span, Rank]]]] = {
    "a superlative with what it ranks": _superlatives,
    "a record": _records,
    "the first since or in": _firsts,
    "a high or low of some time": _highs,
    "so many in a row": _rows,
    "for the so-manieth time": _times,
}
"""The ways in which a place in an order is told, by what `extract --explain` says of them."""


def _begin(lead: re.Match[str], start: int) -> int:
    """Where the characters of a rank begin: at "one of", at "second", else at the superlative."""
    name = next((name for name in ("shared", "ordinal") if lead[name] is not None), None)
    return start if name is None else lead.start(name)


def _unique(qualifiers: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(qualifiers))


def _ranked(text: str, start: int) -> tuple[list[str], str, int]:
    """Qualifiers, noun phrase and end of what follows a superlative."""
    qualifiers: list[str] = []
    nouns: list[str] = []
    end = start
    while len(nouns) < LONGEST_HEAD and (found := _WORD.match(text, end)):
        word = found[1]
        if word.lower() in QUALIFIERS and not nouns:
            qualifiers.append(word.lower())
        elif _ends_phrase(text, found, nouns):
            break
        else:
            nouns.append(word)
        end = found.end()
    return qualifiers, " ".join(nouns), end


def _ends_phrase(text: str, found: re.Match[str], nouns: list[str]) -> bool:
    """The word cannot belong to the noun phrase: a function word, a verb, a participle with nothing to describe."""
    word = found[1].lower()
    if word in FUNCTION_WORDS or word in QUALIFIERS or word.endswith(("'s", "’s", "n't")):
        return True
    if not nouns:
        return False
    if word in VERBS or word in SPEECH_VERBS:
        return True
    if not word.endswith(("ed", "ing")) or len(word) < 5:
        return False
    after = _WORD.match(text, found.end())
    return after is None or not after[1].islower() or after[1].lower() in FUNCTION_WORDS


def _narrowed(text: str, end: int) -> tuple[list[str], int]:
    """What stands behind the noun and narrows the field: "ever recorded", "since 1998", "in a decade"."""
    qualifiers: list[str] = []
    field = _FIELD.match(text, end)
    if field is not None and _TAIL.match(text, end) is None and _TAIL.match(text, field.end()) is not None:
        qualifiers.append(f"in {field['field'].lower()}")
        end = field.end()
    while (found := _TAIL.match(text, end)) is not None and found.end() > end:
        words_seen = found["seen"]
        if words_seen:
            qualifiers.extend(word for word in words_seen.lower().split() if word in QUALIFIERS)
        else:
            told = " ".join(found[0].lower().replace(",", " ").split())
            # "For a decade" says what "in a decade" does.
            qualifiers.append(f"in {told.removeprefix('for ')}" if told.startswith("for ") else told)
        end = found.end()
    return qualifiers, end
