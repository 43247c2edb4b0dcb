"""Number words: "thirty-one thousand four hundred", "three and a half million", "two fifths", "half a dozen"."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

CARDINALS = {
    "zero": 0, "nought": 0, "naught": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ORDINAL_UNITS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
    "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip
ORDINALS = {
    **_ORDINAL_UNITS,
    **{f"{word}s": value for word, value in _ORDINAL_UNITS.items()},
    "quarter": 4,
    "quarters": 4,
    "half": 2,
    "halves": 2,
}
_SCALE_WORDS = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 10**5, "lac": 10**5, "lkh": 10**5, "million": 10**6, "crore": 10**7,
    "krore": 10**7, "koti": 10**7, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15, "quintillion": 10**18, "sextillion": 10**21,
    "cr": 10**7, "dz": 12, "doz": 12,
}  # fmt: skip
SCALES = {form: Decimal(value) for word, value in _SCALE_WORDS.items() for form in (word, f"{word}s")}
_CARDINAL_OF = {value: word for word, value in (_SCALE_WORDS | CARDINALS).items() if value}
_PARTS = frozenset({"half", "halves", "quarter", "quarters"})
_NEVER_PARTS = frozenset({"first", "second", "seconds"})
IDIOMS = {"single": 1, "pair": 2, "couple": 2, "few": 3}
LONGEST_NUMERAL = 40

_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+|/|\S")
_HYPHENATED = re.compile(r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\s*-\s*([a-z]+)")
_DIVISION = re.compile(r"^(.+?) (?:over|out of|in) (.+)$")


def read_numeral(text: str) -> Decimal | None:
    """The value of a number in words, or in words and digits; None where it is none."""
    value = _expression(" ".join(text.lower().replace("&", "and").split()))
    if value is None:
        return None
    return Decimal(value.numerator) / Decimal(value.denominator)


def _expression(text: str) -> Fraction | None:
    division = _DIVISION.match(text)
    if division:
        over, under = _expression(division[1]), _expression(division[2])
        return over / under if over is not None and under else None
    # "thirty-fifths" is one denominator, "thirty fifths" may be thirty of them.
    joined = _HYPHENATED.sub(r"\1=\2", text)
    tokens = [part for word in re.split(r"[\s\-,]+", joined) for part in _split(word)]
    if not tokens or len(tokens) > LONGEST_NUMERAL:
        return None
    return _numeral(tokens)


def _split(word: str) -> list[str]:
    return [word] if "=" in word else _TOKEN.findall(word)


def _numeral(tokens: Sequence[str]) -> Fraction | None:
    tokens = tokens[:-1] if len(tokens) > 1 and tokens[-1] == "of" else tokens
    for reader in (_idiom, _point, _mixed, _share, _cardinal, _ordinal):
        value = reader(tokens)
        if value is not None:
            return value
    return None


def _idiom(tokens: Sequence[str]) -> Fraction | None:
    rest = tokens[1:] if tokens[0] in ("a", "an") else tokens
    return Fraction(IDIOMS[rest[0]]) if len(rest) == 1 and rest[0] in IDIOMS else None


def _point(tokens: Sequence[str]) -> Fraction | None:
    """ "two point two million", "nought point nought three"."""
    if "point" not in tokens:
        return None
    at = list(tokens).index("point")
    after = list(tokens[at + 1 :])
    scale = Fraction(1)
    while after and after[-1] in SCALES:
        scale *= Fraction(SCALES[after.pop()])
    whole = _cardinal(tokens[:at]) if at else Fraction(0)
    if whole is None or not after:
        return None
    digits = "".join(str(_word_value(token)) if _word_value(token) is not None else "x" for token in after)
    if not digits.isdigit():
        return None
    return (whole + Fraction(int(digits), 10 ** len(digits))) * scale


def _word_value(token: str) -> int | None:
    if token.isdigit():
        return int(token)
    tens, _, unit = token.partition("=")
    if tens not in CARDINALS:
        return None
    return CARDINALS[tens] + CARDINALS.get(unit, 0)


def _mixed(tokens: Sequence[str]) -> Fraction | None:
    """ "five and a half million", "one million and a half", "one hundred and three quarters"."""
    positions = [at for at, token in enumerate(tokens) if token == "and"]
    for at in reversed(positions):
        whole = _cardinal(tokens[:at])
        tail, scale = _without_scales(tokens[at + 1 :])
        part = _share(tail)
        if whole is None or part is None or part >= 1:
            continue
        if scale == 1:
            return whole + part * _trailing_scale(tokens[:at])
        return whole + part * scale if tokens[at - 1] in SCALES else (whole + part) * scale
    return None


def _without_scales(tokens: Sequence[str]) -> tuple[Sequence[str], Fraction]:
    scale, end = Fraction(1), len(tokens)
    while end > 1 and tokens[end - 1] in SCALES:
        end -= 1
        scale *= Fraction(SCALES[tokens[end]])
    return tokens[:end], scale


def _trailing_scale(tokens: Sequence[str]) -> Fraction:
    last = tokens[-1]
    return Fraction(SCALES[last]) if last in SCALES and SCALES[last] >= 1000 else Fraction(1)


def _share(tokens: Sequence[str]) -> Fraction | None:
    """ "two fifths", "a half", "half a dozen", "two thirds of a million"."""
    if not tokens:
        return None
    if "of" in tokens:
        at = list(tokens).index("of")
        part, whole = _share(tokens[:at]), _cardinal(tokens[at + 1 :])
        return None if part is None or whole is None else part * whole
    if tokens[0] in ("half", "quarter"):
        rest = [token for token in tokens[1:] if token not in ("a", "an")]
        whole = _cardinal(rest) if rest else Fraction(1)
        return None if whole is None else whole / ORDINALS[tokens[0]]
    # The longest denominator that leaves a numerator: "one hundred thirty-fifths" is a hundred of them.
    for at in range(1, len(tokens)):
        article = at == 1 and tokens[0] in ("a", "an")
        over = Fraction(1) if article else _cardinal(tokens[:at])
        under = _denominator(tokens[at:], single=over == 1)
        if over is not None and under is not None:
            return over / under
    return None


def _denominator(tokens: Sequence[str], *, single: bool) -> int | None:
    tens, _, last = tokens[-1].rpartition("=")
    if last not in ORDINALS or (last in _NEVER_PARTS and not tens) or tokens[0] == "and":
        return None
    if not single and not last.endswith("s"):
        return None
    if last in _PARTS:
        return ORDINALS[last] if len(tokens) == 1 else None
    if len(tokens) > 1 and tokens[0] in SCALES:
        return None
    value = _ordinal(tokens)
    return None if value is None or value.denominator != 1 else int(value)


def _ordinal(tokens: Sequence[str]) -> Fraction | None:
    """ "two thousand and fifth" is 2005."""
    before, _, last = tokens[-1].rpartition("=")
    cardinal = _CARDINAL_OF.get(ORDINALS.get(last, 0))
    if cardinal is None or last in _PARTS:
        return None
    return _cardinal([*tokens[:-1], f"{before}={cardinal}" if before else cardinal])


def _cardinal(tokens: Sequence[str]) -> Fraction | None:
    """Whole numbers by the usual grammar: groups below a thousand, each with its scale."""
    if not tokens or tokens[-1] == "and" or tokens[0] == "and":
        return None
    reading = _Cardinal()
    for at, token in enumerate(tokens):
        if not (token in ("a", "an") and at == 0 and len(tokens) > 1) and not reading.take(token):
            return None
    return reading.value


class _Cardinal:
    """The running sum of a number in words."""

    def __init__(self) -> None:
        self.total = Fraction(0)
        self.group: Fraction | None = None
        self.since_and = Fraction(0)
        self.last_term: Fraction | None = None
        self.last = ""

    @property
    def value(self) -> Fraction:
        return self.total + (self.group or 0)

    def take(self, token: str) -> bool:
        """Add one word; False where it cannot follow."""
        previous, self.last = self.last, token
        if token == "and":
            self.since_and = Fraction(0)
            return previous != "and"
        if token in SCALES:
            self._scale(Fraction(SCALES[token]))
            return True
        number = Fraction(token) if token[0].isdigit() and "=" not in token else None
        if number is None:
            word = _word_value(token)
            if word is None or ("=" in token and token.partition("=")[2] not in CARDINALS):
                return False
            number = Fraction(word)
        return self._number(number, previous)

    def _number(self, number: Fraction, previous: str) -> bool:
        before = CARDINALS.get(previous)
        if before is not None or (previous and (previous[0].isdigit() or "=" in previous)):
            if before is not None and before >= 20 and 0 < number < 10:
                pass
            elif before is not None and 0 < before < 10 and 10 <= number < 100:
                # "one twenty two" is said for 122.
                self.group = (self.group or Fraction(0)) * 100
            else:
                return False
        self.group = (self.group or Fraction(0)) + number
        self.since_and += number
        return True

    def _scale(self, scale: Fraction) -> None:
        if scale == 100:
            self.group = (self.group if self.group else Fraction(1)) * 100
            self.since_and = self.group
            return
        if scale == 12 and self.group is not None and self.since_and:
            self.group += self.since_and * 11
            return
        if self.group is None:
            # "three lakh crore", "three thousand millions"; a bare "million" is one.
            term = (self.last_term or Fraction(1)) * scale
            self.total += term - (self.last_term or 0)
        else:
            term = self.group * scale
            self.total += term
        self.last_term, self.group, self.since_and = term, None, Fraction(0)
