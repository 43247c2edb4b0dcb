"""Numbers as newspapers print them: "3,480", "40 000", "12,34,567", "3.4m", "thirty-one thousand four hundred", "two thirds"."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from corroborate.extract.quantities.wording import Writing, last_digit_place, tidy
from corroborate.model.numerals import CARDINALS, ORDINALS, SCALES, read_numeral

LONGEST_NUMBER = 240

# Blank, no-break blank, thin and narrow blanks.
_BLANK = "[ \u00a0\u2009\u202f]"
DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)"
    rf"|\d{{1,3}}(?:{_BLANK}\d{{3}})+(?:[.,]\d+)?(?!\d)"
    r"|\d{1,3}(?:['’]\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)"
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)"
    r"|\d+(?:\.\d+)?"
    r"|\.\d+)"
)
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6),
    "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
# Short scales stand right after digits or after one blank; single letters in text only where the reader of amounts allows it.
SHORT_SCALES = {
    "k": 3, "m": 6, "mn": 6, "mln": 6, "mil": 6, "mio": 6, "mm": 6, "b": 9, "bn": 9, "bln": 9, "g": 9, "t": 12, "tn": 12, "tln": 12,
    "trn": 12, "cr": 7, "lkh": 5, "lkhs": 5, "lac": 5, "lacs": 5, "krore": 7, "krores": 7, "koti": 7,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number read: "28.8 million" is 28800000 with grain 100000, written with a magnitude word and decimals."""

    value: Decimal
    grain: Decimal
    writing: Writing


def parse_number(text: str) -> Decimal | None:
    """The value of a number written in digits or words, None where the text is no number.

    >>> parse_number("three and a half million")
    Decimal('3500000.0')
    """
    found = read_number(text)
    return None if found is None else found.value


def read_number(text: str) -> Number | None:
    """The number that the whole text writes, with its grain and way of writing."""
    stripped = text.strip().lower().replace("−", "-").replace("⁄", "/")
    if not stripped or len(stripped) > LONGEST_NUMBER:
        return None
    negative, stripped = _sign(stripped)
    number = _positive(stripped)
    if number is None or not negative:
        return number
    return Number(-number.value, number.grain, number.writing)


def grain_of(value: Decimal, *, scale: Decimal = Decimal(1)) -> Decimal:
    """The place value of the last significant digit of `value` times `scale`.

    Decimals count as written. A whole number that ends in two zeros or more was counted in hundreds or thousands.
    """
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent) * scale
    if value != 0 and value % 100 == 0:
        return last_digit_place(value) * scale
    return scale


def _sign(text: str) -> tuple[bool, str]:
    for sign in ("minus ", "negative ", "-"):
        if text.startswith(sign):
            return True, text.removeprefix(sign).lstrip()
    return False, text.removeprefix("+")


# Trillions of so many digits still fit into what decimals keep; what is longer is no number of anything.
MOST_PLACES = 16
_OVERLONG = re.compile(rf"\d(?:(?:{_BLANK}|[.,'’])?\d){{{MOST_PLACES}}}")
_NUMERIC = re.compile(rf"({DIGITS}|\d+,\d+)\s*([a-z]+)?")
_POWER = re.compile(r"(\d+(?:\.\d+)?)\s*(?:e|[x×*]\s*10\s*\^)\s*([+-]?\d{1,3})")
_RATIO = re.compile(r"(?:(\d{1,6})\s+)?(\d{1,9})\s*/\s*(\d{1,9})")
_VULGAR = re.compile(r"(\d{1,6})?\s*([" + "".join(VULGAR) + "])")
_TWICE = re.compile(r"([^()]+)\(([^()]+)\)")


def _positive(text: str) -> Number | None:
    if _OVERLONG.search(text):
        return None
    for reader in (_digits, _power, _ratio, _vulgar, _twice):
        number = reader(text)
        if number is not None:
            return number
    return _spelled(text)


def _digits(text: str) -> Number | None:
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    value = _plain(match[1])
    scale = _scale(match[2])
    if value is None or scale is None:
        return None
    return scaled(value, scale)


def scaled(value: Decimal, scale: Decimal = Decimal(1)) -> Number:
    """A number in digits with its magnitude word: 28.8 and a million."""
    exponent = value.as_tuple().exponent
    writing = Writing.DECIMAL if isinstance(exponent, int) and exponent < 0 else Writing.MAGNITUDE if scale > 1 else Writing.INTEGER
    return Number(tidy(value * scale), tidy(grain_of(value, scale=scale)), writing)


def _plain(digits: str) -> Decimal | None:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}", digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}|\d+,\d{4,}", digits):
        digits = digits.replace(",", ".")
    try:
        return Decimal(re.sub(rf"{_BLANK}|[,'’]", "", digits))
    except InvalidOperation:
        return None


def _scale(word: str | None) -> Decimal | None:
    if word is None:
        return Decimal(1)
    if word in SHORT_SCALES:
        return Decimal(10) ** SHORT_SCALES[word]
    return SCALES.get(word)


def _power(text: str) -> Number | None:
    match = _POWER.fullmatch(text)
    if match is None:
        return None
    value = Decimal(match[1]).scaleb(int(match[2]))
    return scaled(value) if value.adjusted() <= MOST_PLACES else None


def _ratio(text: str) -> Number | None:
    match = _RATIO.fullmatch(text)
    if match is None or int(match[3]) == 0:
        return None
    return fraction(Decimal(match[1] or 0) + Decimal(match[2]) / Decimal(match[3]))


def _vulgar(text: str) -> Number | None:
    match = _VULGAR.fullmatch(text)
    if match is None:
        return None
    over, under = VULGAR[match[2]]
    return fraction(Decimal(match[1] or 0) + Decimal(over) / Decimal(under))


def fraction(value: Decimal) -> Number:
    """A number written as a fraction, which nobody means to the last decimal: "two and a half hours" are two hours and 24 to 36 minutes."""
    return Number(value, min(Decimal("0.2"), abs(value) / 5), Writing.DECIMAL)


def _twice(text: str) -> Number | None:
    match = _TWICE.fullmatch(text)
    if match is None:
        return None
    outer, inner = _positive(match[1].strip()), _positive(match[2].strip())
    return outer if outer is not None and inner is not None and outer.value == inner.value else None


def _spelled(text: str) -> Number | None:
    value = read_numeral(text)
    if value is None:
        return None
    words = set(re.findall(r"[a-z]+", text))
    if value != value.to_integral_value():
        return fraction(value) if words & ORDINALS.keys() or "half" in words else scaled(value)
    if "dozen" in words:
        return Number(tidy(value), Decimal(1), Writing.DOZEN)
    if words & {"half", "quarter", "quarters"}:
        return Number(value, last_digit_place(value), Writing.MAGNITUDE)
    grain = _spelled_grain(text, value, words)
    return Number(value, grain, Writing.MAGNITUDE if grain >= 1000 else Writing.INTEGER)


def _spelled_grain(text: str, value: Decimal, words: set[str]) -> Decimal:
    """ "three million" was counted in millions, "three million and twelve" in ones."""
    last = re.findall(r"[a-z]+", text)[-1]
    if last in SCALES and SCALES[last] >= 100 and words - CARDINALS.keys():
        return max(SCALES[last], Decimal(1))
    return grain_of(value)
