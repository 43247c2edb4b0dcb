"""Amounts in running text: a number with its magnitude, currency or unit: "$2.9bn", "six weeks", "12.3m tonnes", "$20 to $25 million"."""

import re
from dataclasses import dataclass, replace

from corroborate.extract.quantities.currencies import NAME_BEFORE, SIGN_BEFORE, alternation, currency_after, nation_after, sign_code
from corroborate.extract.quantities.numbers import VULGAR, Number
from corroborate.extract.quantities.units import Unit, unit_after
from corroborate.extract.quantities.wording import Writing
from corroborate.extract.quantities.written import ARTICLE, ONES, TEENS, TENS, number_at, spelled_at
from corroborate.model.figures import Kind


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it stands in the text, with what it is measured in; `text[start:end]` is what will be shown.

    `high` is the other end of a range. `sign` is the mark in front. `connector` is what joins the ends of a range,
    `parts` tells of how many amounts it is made: two in "5 ft 8 in". `carried` says in words what it took from another amount.
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
    parts: int = 1
    carried: str = ""

    def cut(self, text: str) -> str:
        """What will be shown."""
        return text[self.start : self.end]

    @property
    def is_negative(self) -> bool:
        """A minus stands in front, as a mark or a word."""
        return self.sign.lower() in ("-", "−", "minus", "negative")

    @property
    def is_article(self) -> bool:
        """ "A year", which is one year where it is hedged."""
        return self.digits == ARTICLE and self.parts == 1

    @property
    def is_bare(self) -> bool:
        """Nothing but a number, as years and labels are."""
        return self.unit is None and not self.magnitude


# What writers count as "a": "more than a year", "a dollar and 42 cents".
ONCE = (
    "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century", "mile", "kilometre", "kilometer", "metre",
    "meter", "foot", "tonne", "ton", "kilo", "kilogram", "acre", "hectare", "litre", "liter", "gallon", "dollar", "euro", "pound",
    "percentage point",
)  # fmt: skip
_SIGN = re.compile(r"(?P<sign>[-−+±]|minus\s|negative\s)?", re.IGNORECASE)
_CURRENCY = re.compile(rf"(?:(?P<sign>{SIGN_BEFORE})|(?i:(?P<name>{NAME_BEFORE})\s))(?P<minus>[-−])?[\s\u00a0]?(?=[\d.])")
_GLUED_HEDGE = re.compile(r"[~≈∼><]\s?|sub-", re.IGNORECASE)
_MINUS = r"(?<!or\s)(?:minus|negative)\s"
_WORDS = (
    rf"(?:{ONES}|{TEENS}|{TENS}|zero|(?:one[\s-])?half"
    r"|an?\s(?:half|third|quarter|fifth|tenth|hundred|thousand|lakh|million|crore|billion|trillion|dozen))"
)
# "A year" is one year where it is hedged or goes on; everywhere else the article counts nothing.
_GOES_ON = (
    r"\s+and\s+(?:(?:a|one)\s(?:half|third|quarter)|three[\s-]quarters"
    r"|[\w-]{1,12}\s(?:cents|pence|sen|inch(?:es)?|ounces?|months?|minutes?)\b)"
)
_ONE_OF_IT = rf"(?:{alternation(ONCE)})(?![\w'’-])"
_HEDGES = (
    "more than",
    "less than",
    "longer than",
    "almost",
    "nearly",
    "at least",
    "over",
    "under",
    "about",
    "around",
    "roughly",
    "approximately",
)
_HEDGED = "|".join(rf"(?<={hedge.replace(' ', chr(92) + 's')}\s)" for hedge in _HEDGES)
_ARTICLE = rf"an?\s(?={_ONE_OF_IT}{_GOES_ON})|(?:{_HEDGED})an?\s(?={_ONE_OF_IT})"
# The places where amounts begin are many alternatives: they are looked for only at PLACES.
START = re.compile(
    rf"(?<![\w.=&])(?<![\d\w][-–—/:,.’'])(?:"
    rf"(?:[-−+±]|[~≈∼><]\s?|(?i:{_MINUS})|sub-)?(?:{SIGN_BEFORE}[\s\u00a0]?[-−]?[\s\u00a0]?)?(?:\.?\d|[{''.join(VULGAR)}])"
    rf"|(?<![-])(?i:(?:{_MINUS})?{_WORDS})(?:(?=fold\b)|(?!\w))"
    rf"|(?i:{NAME_BEFORE})\s(?=\d)|(?i:{_ARTICLE}))"
)
PLACES = re.compile(
    rf"(?<![\w.=&])(?=[^\w\s,;:'\"’“”()\[\]/!?]|[\d{''.join(VULGAR)}]|[a-z][a-zł.$£¥=]{{0,4}}[\s\u00a0−-]*+[$£¥]?[\s\u00a0−-]*+[.\d{''.join(VULGAR)}]"
    rf"|an?\s|{ONES}|{TEENS}|{TENS}|zero|half|minus|negative|sub-|ringgit|malaysia)"
)
"""Where any of them can begin, in small letters: at most places of a text none can, and one look tells."""


def read_amount(text: str, position: int) -> Amount | None:
    """The amount that begins at `position`."""
    hedge = _GLUED_HEDGE.match(text, position)
    start = hedge.end() if hedge else position
    signed = _SIGN.match(text, start)
    sign = (signed["sign"] or "").strip() if signed else ""
    at = signed.end() if signed and sign else start
    money = _CURRENCY.match(text, at)
    if money:
        found = number_at(text, money.end(), money=True)
        if found is None:
            return None
        code = sign_code(money["sign"] or money["name"])
        nation = nation_after(text, found.end) if code == "USD" else None
        unit = Unit(Kind.MONEY, nation[0] if nation else code)
        mark = sign or ("-" if money["minus"] else "")
        return Amount(start, nation[1] if nation else found.end, found.number, found.digits, unit, sign=mark, magnitude=found.magnitude)
    return _measured(text, at, start, sign)


def _measured(text: str, at: int, start: int, sign: str) -> Amount | None:
    while at < len(text) and text[at].isspace():
        at += 1
    found = number_at(text, at, money=False)
    spelled = False
    if found is None:
        found, spelled = spelled_at(text, at), True
    if found is None:
        return None
    amount = Amount(start, found.end, found.number, found.digits, spelled=spelled, sign=sign, magnitude=found.magnitude)
    return with_unit(text, amount)


LARGE_SUM = 100_000
_PAYING = re.compile(
    r"\b(?:paid|pays?|paying|costs?|worth|priced?|fined?|raised|spent|spend|earned|earns|salary|revenue|profits?|fees?|debts?|bill|owed|owes|prize|"
    r"fund|sum|savings|stole|stolen|damages|compensation|grant|donated|invested|sold|sells|bought|charged?|asking)\b",
    re.IGNORECASE,
)


def _means_money(text: str, amount: Amount) -> bool:
    """ "pounds" are money where much is counted or paid."""
    return amount.number.value >= LARGE_SUM or _PAYING.search(text, max(0, amount.start - 50), amount.start) is not None


def unit_behind(text: str, position: int) -> tuple[Unit, int] | None:
    """The currency or unit behind a number of which only the order is told: "tens of millions of euros"."""
    currency = currency_after(text, position, magnitude=True)
    return (Unit(Kind.MONEY, currency[0]), currency[2]) if currency else unit_after(text, position)


def with_unit(text: str, amount: Amount) -> Amount:
    """The amount with the currency or unit written behind it."""
    currency = currency_after(text, amount.end, magnitude=amount.magnitude or _means_money(text, amount))
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
