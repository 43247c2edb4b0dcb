"""Amounts in running text: a number with its magnitude, currency or unit: "$2.9bn", "six weeks", "12.3m tonnes", "$20 to $25 million"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from corroborate.extract.currencies import NAME_BEFORE, SIGN_BEFORE, currency_after, nation_after, sign_code
from corroborate.extract.numbers import DIGITS, SHORT_SCALES, VULGAR, Number, fraction, grain_of, read_number, scaled
from corroborate.extract.numerals import SCALES
from corroborate.extract.units import Unit, unit_after
from corroborate.extract.wording import Writing
from corroborate.model.figures import Kind


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it stands in the text, with what it is measured in; `text[start:end]` is what will be shown.

    `high` is the other end of a range. `sign` is the mark in front. `connector` is what joins the ends of a range.
    """

    start: int
    end: int
    number: Number
    digits: str
    unit: Unit | None = None
    spelled: bool = False
    sign: str = ""
    magnitude: bool = False
    high: Number | None = None
    connector: str = ""

    @property
    def is_bare(self) -> bool:
        """Nothing but a number, as years and labels are."""
        return self.unit is None and not self.magnitude


_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_HUNDRED = rf"(?:(?:{_TENS})(?:[-\s](?:{_UNITS}))?(?![a-z])|{_TEENS}|{_UNITS})"
_BIG = r"(?:thousand|lakhs?|million|crores?|billion|trillion)"
_POINT = rf"(?:\spoint(?:\s(?:zero|nought|oh|{_UNITS}|{_TEENS}))+)"
_GROUP = rf"(?:(?:(?:an?|{_HUNDRED})[-\s]hundred(?:[-\s](?:and\s)?{_HUNDRED})?)|{_HUNDRED})"
_AND_PART = r"(?:\sand\s(?:(?:a|one)[-\s](?:half|third|quarter|fifth)|(?:two|three)[-\s](?:thirds|quarters|fifths)))"
_CARDINAL = (
    rf"(?:(?:{_GROUP}{_AND_PART}?|a|half\sa)(?:[-\s]{_BIG}){{1,2}}(?:\s(?:and\s)?{_GROUP}(?:[-\s]{_BIG}){{1,2}}){{0,3}}"
    rf"(?:\s(?:and\s)?{_GROUP})?(?:\sand\sa\s(?:half|quarter))?|(?:half\sa|an?|{_GROUP})[-\s]dozen|{_GROUP}(?:{_AND_PART}|{_POINT}(?:\s{_BIG})?)?|an?\shundred|half\san?(?=\s(?:hour|day|year|mile|century|point|percentage))|zero)"
)
_PARTS = r"(?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|thousandths?)"
SPELLED = re.compile(rf"(?<![\w-])(?P<spelled>{_CARDINAL})(?![a-z])", re.IGNORECASE)
_DIGITS = re.compile(
    rf"(?P<digits>{DIGITS})(?P<part>\spoint\s\d{{1,6}}(?!\d)|\s?[{''.join(VULGAR)}]|[\s-]\d[/⁄]\d{{1,2}}(?![\d/])|[/⁄]\d{{1,3}}(?![\d/]))?"
)
_LONE_PART = re.compile(f"[{''.join(VULGAR)}]")
_SIGN = re.compile(r"(?P<sign>[-−+±]|minus\s|negative\s)?", re.IGNORECASE)
_CURRENCY = re.compile(rf"(?:(?P<sign>{SIGN_BEFORE})|(?i:(?P<name>{NAME_BEFORE})\s))(?P<minus>[-−])?[\s\u00a0]?(?=[\d.])")
_SCALE_WORD = re.compile(
    r"[\s\u00a0-]?(?P<words>(?:hundred|thousand|lakh|lac|million|crore|billion|trillion|quadrillion|dozen)s?(?:[\s-](?:lakh|crore|million|billion|trillion)s?)?)(?!\w)"
    r"(?P<half>\s+and\s+a\s+(?:half|quarter))?",
    re.IGNORECASE,
)
_SCALE_SHORT = re.compile(
    r"[\s\u00a0]?(?P<long>mln|mn|bln|bn|tln|trn|tn|mio|mil|cr)(?!\w)|(?P<letter>[kmbtKMBT]|MM)(?![\w/²³°])", re.IGNORECASE
)
_SCALE_LETTER_MONEY = re.compile(r"[\s\u00a0]?(?P<letter>[mMbBkKtT])(?!\w)")
START = re.compile(
    rf"(?<![\w.])(?<![\d\w][-–—/:,.’'])(?:(?:[-−+±]|[~≈∼><]\s?|minus\s|negative\s|sub-)?(?:{SIGN_BEFORE}[\s\u00a0]?[-−]?[\s\u00a0]?)?(?P<at>\.?\d|[{''.join(VULGAR)}])"
    rf"|(?P<word>(?<![-])(?i:{_UNITS}|{_TEENS}|{_TENS}|zero|half\san?|an?\s(?:hundred|thousand|lakh|million|crore|billion|trillion|dozen))(?![a-z]))"
    rf"|(?i:{NAME_BEFORE})\s(?=\d))"
)
LENGTH_AFTER_METRE = re.compile(
    r"-?\s*(?:tall|long|deep|wide|high|thick|above|below|away|from the|race|sprint|freestyle|hurdles|relay|wall|wave|tower|drop|pool)\b"
)


def read_amount(text: str, position: int) -> Amount | None:
    """The amount that begins at `position`."""
    hedge = re.compile(r"[~≈∼><]\s?|sub-", re.IGNORECASE).match(text, position)
    start = hedge.end() if hedge else position
    signed = _SIGN.match(text, start)
    sign = (signed["sign"] or "").strip() if signed else ""
    at = signed.end() if signed and sign else start
    money = _CURRENCY.match(text, at)
    if money:
        found = _number_at(text, money.end(), money=True)
        if found is None:
            return None
        number, end, digits, magnitude = found
        code = sign_code(money["sign"] or money["name"])
        nation = nation_after(text, end) if code == "USD" else None
        unit = Unit(Kind.MONEY, nation[0] if nation else code)
        mark = sign or ("-" if money["minus"] else "")
        return Amount(start, nation[1] if nation else end, number, digits, unit, sign=mark, magnitude=magnitude)
    return _measured(text, at, start, sign)


def _measured(text: str, at: int, start: int, sign: str) -> Amount | None:
    while at < len(text) and text[at].isspace():
        at += 1
    found = _number_at(text, at, money=False)
    spelled = False
    if found is None:
        found, spelled = _spelled_at(text, at), True
    if found is None:
        return None
    number, end, digits, magnitude = found
    amount = Amount(start, end, number, digits, spelled=spelled, sign=sign, magnitude=magnitude)
    return with_unit(text, amount)


def with_unit(text: str, amount: Amount) -> Amount:
    """The amount with the currency or unit written behind it."""
    currency = currency_after(text, amount.end, magnitude=amount.magnitude)
    if currency is not None:
        code, parts, end = currency
        number = amount.number
        if parts > 1:
            number = Number(
                number.value / parts, number.grain / parts, Writing.INTEGER if number.writing is Writing.INTEGER else number.writing
            )
        return replace(amount, number=number, unit=Unit(Kind.MONEY, code), end=end)
    found = unit_after(text, amount.end)
    if found is None:
        return amount
    return replace(amount, unit=found[0], end=found[1])


_Found = tuple[Number, int, str, bool]


def _number_at(text: str, position: int, *, money: bool) -> _Found | None:
    """The number in digits that begins at `position`: its value, end, digits, and whether it has a magnitude word."""
    lone = _LONE_PART.match(text, position)
    match = lone or _DIGITS.match(text, position)
    if match is None:
        return None
    end = match.end()
    if lone or match["part"]:
        number = read_number(match[0].replace("-", " "))
        if number is None:
            return None
        word = _SCALE_WORD.match(text, end)
        if word:
            times = SCALES.get(word["words"].lower(), Decimal(1))
            return Number(number.value * times, times / 10, Writing.DECIMAL), word.end(), match[0], True
        return number, end, match[0], False
    plain = read_number(match[0])
    if plain is None or (end < len(text) and text[end].isalpha() and not _may_touch(text, end)):
        return None
    scale, scale_end = _scale_at(text, end, money=money)
    if scale_end == end:
        return plain, end, match[0], False
    if scale is None:
        number = read_number(text[position:scale_end])
        return None if number is None else (Number(number.value, grain_of(plain.value), Writing.DECIMAL), scale_end, match[0], True)
    return scaled(plain.value, scale), scale_end, match[0], True


_TOUCHING = re.compile(r"[a-zA-Zµμ°º]{1,12}(?:/[a-z]{1,3}\d?)?[²³]?(?![\w])")


def _may_touch(text: str, position: int) -> bool:
    """Letters right behind digits are a magnitude, a unit or a currency; else it is a name ("7th", "4x4", "5G")."""
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
    if not money and ((letter in ("t", "T", "K") and letter != "K") or (letter == "m" and LENGTH_AFTER_METRE.match(text, short.end()))):
        return Decimal(1), position
    return Decimal(10) ** SHORT_SCALES[letter.lower()], short.end()


def _spelled_at(text: str, position: int) -> _Found | None:
    match = SPELLED.match(text, position)
    if match is None:
        return None
    written = match["spelled"]
    if written.lower() in ("half a", "half an"):
        return fraction(Decimal("0.5")), match.end(), written, False
    number = read_number(written)
    if number is None:
        return None
    magnitude = bool(re.search(_BIG, written, re.IGNORECASE))
    return number, match.end(), written, magnitude
