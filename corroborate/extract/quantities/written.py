"""Numbers as they stand in running text, with their magnitude word: "28.8 million", "3.4m", "thirty-one thousand four hundred"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from corroborate.extract.quantities.currencies import currency_after
from corroborate.extract.quantities.numbers import DIGITS, SHORT_SCALES, VULGAR, Number, fraction, grain_of, read_number, scaled
from corroborate.extract.quantities.units import unit_after
from corroborate.extract.quantities.wording import Writing
from corroborate.model.numerals import SCALES

ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_HUNDRED = rf"(?:(?:{TENS})(?:[-\s](?:{ONES}))?(?![a-z])|{TEENS}|{ONES})"
_BIG = r"(?:thousand|lakhs?|million|crores?|billion|trillion)"
_POINT = rf"(?:\spoint(?:\s(?:zero|nought|oh|{ONES}|{TEENS}))+)"
_GROUP = rf"(?:(?:(?:an?|{_HUNDRED})[-\s]hundred(?:[-\s](?:(?:and|&)\s)?{_HUNDRED})?)|{_HUNDRED})"
_AND_PART = r"(?:\sand\s(?:(?:a|one)[-\s](?:half|third|quarter|fifth)|(?:two|three)[-\s](?:thirds|quarters|fifths)))"
_CARDINAL = (
    rf"(?:(?:{_GROUP}{_AND_PART}?|a|half\sa)(?:[-\s]{_BIG}){{1,2}}(?:,?\s(?:(?:and|&)\s)?{_GROUP}(?:[-\s]{_BIG}){{1,2}}){{0,3}}"
    rf"(?:(?:\s(?:(?:and|&)\s)?|,\s(?=[a-z]+\shundred\s(?:and|&)\s)){_GROUP})?(?:\sand\sa\s(?:half|quarter))?|(?:half\sa|an?|{_GROUP})[-\s]dozen|{_GROUP}(?:{_AND_PART}|{_POINT}(?:\s{_BIG})?)?|an?\shundred|half\san?(?=\s(?:hour|day|year|mile|century|point|percentage))|zero)"
)
# "A third night" is the third of them.
_ORDINAL = re.compile(r"an?\s(?:third|fifth|tenth)\s(?!of\b)", re.IGNORECASE)
ARTICLE = "a"
_ARTICLE = re.compile(r"an?(?=\s)", re.IGNORECASE)
_PARTS = r"(?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|thousandths?)"
SPELLED = re.compile(rf"(?<![\w-])(?P<spelled>{_CARDINAL})(?:(?=fold\b)|(?!\w))", re.IGNORECASE)
_DIGITS = re.compile(
    rf"(?P<digits>{DIGITS})(?P<part>\spoint\s\d{{1,6}}(?!\d)|\s?[{''.join(VULGAR)}]|[\s-]\d[/⁄]\d{{1,2}}(?![\d/])|[/⁄]\d{{1,3}}(?![\d/]))?"
)
# "a quarter of a percentage point", "three-quarters of an hour", "one-half mile"
_PART = re.compile(
    r"(?P<part>(?:(?:an?|one|two|three|four)[-\s])?(?:half|thirds?|quarters?|fifths?|tenths?))(?:\s+of)?(?:\s+an?)?(?=[\s-])", re.IGNORECASE
)
_LONE_PART = re.compile(f"[{''.join(VULGAR)}]")
_SCALE_WORD = re.compile(
    r"[\s\u00a0-]?(?P<words>(?:hundred|thousand|lakh|lac|million|crore|billion|trillion|quadrillion|dozen)s?(?:[\s-](?:lakh|crore|million|billion|trillion)s?)?)(?!\w)"
    r"(?P<half>\s+and\s+a\s+(?:half|quarter))?",
    re.IGNORECASE,
)
_SCALE_SHORT = re.compile(
    r"[\s\u00a0]?(?P<long>mln|mn|bln|bn|tln|trn|tn|mio|mil|cr)(?!\w)|(?P<letter>[kmbtKMBT])(?![\w/²³°])", re.IGNORECASE
)
_SCALE_LETTER_MONEY = re.compile(r"[\s\u00a0]?(?P<letter>MM|[mMbBkKtT])(?!\w)")


@dataclass(frozen=True, slots=True)
class Written:
    """A number read in a text: where it ends, how it is written, and whether a magnitude word belongs to it."""

    number: Number
    end: int
    digits: str
    magnitude: bool = False


def number_at(text: str, position: int, *, money: bool) -> Written | None:
    """The number in digits that begins at `position`: its value, end, digits, and whether it has a magnitude word."""
    lone = _LONE_PART.match(text, position)
    match = lone or _DIGITS.match(text, position)
    if match is None:
        return None
    end = match.end()
    if not lone and (match["part"] or "").endswith("/1"):
        # Odds: "at 33/1".
        return None
    if lone or match["part"]:
        number = read_number(match[0].replace("-", " "))
        if number is None:
            return None
        word = _SCALE_WORD.match(text, end)
        if word:
            times = SCALES.get(word["words"].lower(), Decimal(1))
            return Written(Number(number.value * times, times / 10, Writing.DECIMAL), word.end(), match[0], True)
        return Written(number, end, match[0])
    power = _POWER.match(text, position)
    if power:
        number = read_number(power[0])
        return None if number is None else Written(number, power.end(), power[0])
    plain = read_number(match[0])
    if plain is None or (end < len(text) and text[end].isalpha() and not _may_touch(text, end)):
        return None
    scale, scale_end = _scale_at(text, end, money=money)
    if scale_end == end:
        return Written(plain, end, match[0])
    if scale is None:
        number = read_number(text[position:scale_end])
        return None if number is None else Written(Number(number.value, grain_of(plain.value), Writing.DECIMAL), scale_end, match[0], True)
    return Written(scaled(plain.value, scale), scale_end, match[0], True)


_POWER = re.compile(r"\d+(?:\.\d+)?e[-+]?\d{1,2}(?!\w)")
_TOUCHING = re.compile(r"[a-zA-Zµμ°º]{1,12}(?:/[a-z]{1,3}\d?)?[²³]?(?![\w])")


def _may_touch(text: str, position: int) -> bool:
    """Letters right behind digits are a magnitude, a unit or a currency; else it is a name ("7th", "4x4", "5G")."""
    if _SCALE_WORD.match(text, position):
        return True
    touching = _TOUCHING.match(text, position)
    if touching is None:
        return False
    if touching[0].lower() in SHORT_SCALES and touching[0] not in ("G", "g"):
        return True
    return unit_after(text, position) is not None or currency_after(text, position, magnitude=True) is not None


def _scale_at(text: str, position: int, *, money: bool) -> tuple[Decimal | None, int]:
    """The magnitude behind a number and where it ends; None for one that must be read with its number ("3 million and a half")."""
    word = _SCALE_WORD.match(text, position)
    if word:
        if word["half"]:
            return None, word.end()
        scale = Decimal(1)
        for part in re.findall(r"[a-z]+", word["words"].lower()):
            scale *= SCALES[part]
        return scale, word.end()
    short = _SCALE_SHORT.match(text, position) or (_SCALE_LETTER_MONEY.match(text, position) if money else None)
    if short is None:
        return Decimal(1), position
    letter = short.groupdict().get("letter")
    if letter is None:
        return Decimal(10) ** SHORT_SCALES[short["long"].lower()], short.end()
    if not money and (letter in ("t", "T") or (letter == "m" and _is_length(text, position, short.end()))):
        return Decimal(1), position
    return Decimal(10) ** SHORT_SCALES[letter.lower()], short.end()


def spelled_at(text: str, position: int) -> Written | None:
    """The number in words that begins at `position`."""
    part = _PART.match(text, position)
    if part:
        number = read_number(part["part"])
        scale, end = _scale_at(text, part.end(), money=False)
        if number is not None and scale == SCALES["dozen"]:
            return Written(Number(number.value * scale, Decimal(1), Writing.DOZEN), end, text[position:end])
        if number is not None and scale is not None and scale > 1:
            return Written(Number(number.value * scale, scale / 100, Writing.MAGNITUDE), end, text[position:end], True)
        if number is not None and unit_after(text, part.end()) is not None and not _ORDINAL.match(text, position):
            return Written(fraction(number.value), part.end(), part["part"])
    match = SPELLED.match(text, position)
    if match is None:
        article = _ARTICLE.match(text, position)
        return article and Written(Number(Decimal(1), Decimal(1), Writing.INTEGER), article.end(), ARTICLE)
    written = match["spelled"]
    if written.lower() in ("half a", "half an"):
        return Written(fraction(Decimal("0.5")), match.end(), written)
    number = read_number(written)
    if number is None:
        return None
    magnitude = bool(re.search(_BIG, written, re.IGNORECASE))
    return Written(number, match.end(), written, magnitude)


_LENGTH = re.compile(
    r"\s?\(\d[\d,.]{0,9}\s?(?:ft|feet|foot|yards?|in|inches)\b"
    r"|-?\s*(?:tall|long|deep|wide|high|thick|above|below|away|from the|race|sprint|freestyle|hurdles|relay|wall"
    r"|wave|tower|drop|pool|underwater|offshore"
    r"|down(?!,| (?:from|on|in|to|by (?:about|nearly|almost|more|\d|an? (?:third|quarter|half|fifth|tenth))|\d)))\b"
)
_DISTANCES = frozenset({"50", "60", "100", "200", "400", "500", "800", "1,000", "1,500", "3,000", "5,000", "10,000"})
_SEVERAL = re.compile(r"\s+[a-z-]*\s?[a-z]+s\b|\s+(?:people|women|men|children|of)\b")


_REACHED = re.compile(
    r"\b(?:passed|reached|topped|hit|exceeded|surpassed|exceeds?|to|than|nearly|almost|about|over|some|of|at least|as many as|worth"
    r"|cost|costs|(?:up|down) from)\s$"
)


def _is_length(text: str, position: int, end: int) -> bool:
    """ "m" is metres in "1.93m tall" and "the 200m butterfly", millions in "8.4m viewers" and "downloads passed 100m"."""
    if _LENGTH.match(text, end):
        return True
    start = position
    while start and (text[start - 1].isdigit() or text[start - 1] in ",."):
        start -= 1
    if _IN_FEET.search(text, max(0, start - 24), start) or _is_height(text, start, text[start:position]):
        return not _SEVERAL.match(text, end)
    if text[start:position] not in _DISTANCES or _SEVERAL.match(text, end):
        return False
    return not (_ENDS.match(text, end) and _REACHED.search(text, max(0, start - 16), start))


# Of rivers, tides and jumps "m" is metres.
_HEIGHTS = re.compile(
    r"\b(?:[Tt]he river|River (?=[A-Z])|[Rr]iver levels?|[Tt]ides?|[Ww]aves (?:of|up|as|that|reach\w*|hit|were|topped|over)"
    r"|[Ss]torm surge|[Ss]nowfall|[Ss]nowdrifts?|[Ss]now|[Ff]loodwaters?|[Ww]ater (?:levels?|has|had|rose|fell|is|was|reached)"
    r"|[Ff]lood (?:levels?|peak|crest)|crest(?:ed)?"
    r"|depths?|heights?|deep|tall|long jump|high jump|pole vault|javelin|shot put|leapt|leaped|vaulted|elevation|altitude)\b"
    r"[^.!?]*(?:\.\d[^.!?]*)*$"
)
_HEIGHT_REACH = 160
HIGHEST = 100


def _is_height(text: str, start: int, digits: str) -> bool:
    """ "The river peaked at 4.72m, and has since dropped to 4.3m"."""
    if "," in digits or float(digits) > HIGHEST:
        return False
    return _HEIGHTS.search(text, max(0, start - _HEIGHT_REACH), start) is not None


# "Ten feet (some 3m) of water"
_IN_FEET = re.compile(r"(?:feet|foot|ft|yards?|inch(?:es)?)\.?\s?\((?:(?:about|some|around|roughly|nearly|over)\s)?$")
_ENDS = re.compile(r"\s*(?:[.,;)]|$)")
