"""What a reader asks of the claims, as values: `accounts party:Alibaba value:>20000 -outlet:"Fjord Post"` is four terms.

Written out again by `str`, a query is what the parser in `publish/language` reads back to the same.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from corroborate.model.wordings import plain


class Key(StrEnum):
    """What a term is about; WORDS has no name in the text of a query."""

    WORDS = "words"
    PARTY = "party"
    SPEAKER = "speaker"
    KIND = "kind"
    UNIT = "unit"
    OUTLET = "outlet"
    VALUE = "value"
    VERDICT = "verdict"
    TYPE = "type"
    STORY = "story"
    GROUP = "group"
    ARTICLE = "article"
    SINCE = "since"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of values: ">20000" has a low end that does not belong to it, "10..20" two that do."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    def __str__(self) -> str:
        if self.low is not None and self.low == self.high:
            return plain(self.low)
        if self.high is None and self.low is not None:
            return f"{'>' if self.low_open else '>='}{plain(self.low)}"
        if self.low is None and self.high is not None:
            return f"{'<' if self.high_open else '<='}{plain(self.high)}"
        return ".." if self.low is None or self.high is None else f"{plain(self.low)}..{plain(self.high)}"


Value = str | Band | date
# What would be read as something else than a word or a value: signs of the language, or the name of a key.
SPECIAL = re.compile(r"""[\s,"\\]|^-|^[<>=]|^[A-Za-z_]+[:<>=]|^[+-]?[\d.]+\.\.|^\.\.""")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: any of `values`; with `negated`, none of them."""

    key: Key
    values: tuple[Value, ...]
    negated: bool = False

    def __str__(self) -> str:
        sign = "-" if self.negated else ""
        if self.key is Key.WORDS:
            return sign + quoted(str(self.values[0]))
        several = len(self.values) > 1
        return f"{sign}{self.key.value}:{','.join(_written(value, several) for value in self.values)}"


@dataclass(frozen=True, slots=True)
class Query:
    """All of its terms hold; none asks for everything."""

    terms: tuple[Term, ...] = ()

    def __str__(self) -> str:
        return " ".join(str(term) for term in self.terms)

    def asked(self, key: Key) -> tuple[Value, ...]:
        """The values that are asked for under a key, not those that are ruled out."""
        return tuple(value for term in self.terms if term.key is key and not term.negated for value in term.values)

    def joined(self, other: "Query") -> "Query":
        """What answers both."""
        return Query((*self.terms, *(term for term in other.terms if term not in self.terms)))

    def narrowed(self, key: Key, value: Value) -> "Query":
        """The query that asks for this value of a key and no other: what a click on a facet leads to."""
        return Query((*(term for term in self.terms if term.key is not key or term.negated), Term(key, (value,))))

    def widened(self, key: Key, value: Value) -> "Query":
        """The query that no longer asks for this value: what a second click leads to."""
        terms = (_lacking(term, value) if term.key is key and not term.negated else term for term in self.terms)
        return Query(tuple(term for term in terms if term.values))


EVERYTHING = Query()


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of the claims that were found say `value` of a key."""

    value: str
    claims: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What stands in the newest claims that were found, most frequent first; `days` in order of time.

    `counted` is how many claims were counted; with `more` there are others behind them.
    """

    counted: int
    more: bool
    party: tuple[Facet, ...] = ()
    kind: tuple[Facet, ...] = ()
    unit: tuple[Facet, ...] = ()
    outlet: tuple[Facet, ...] = ()
    verdict: tuple[Facet, ...] = ()
    days: tuple[Facet, ...] = ()


def quoted(text: str) -> str:
    """The text as the language reads it back: between quotation marks where it needs them."""
    if text and not SPECIAL.search(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _written(value: Value, several: bool) -> str:
    if isinstance(value, Band):
        # "value:100,200" would be a hundred thousand and two hundred.
        return f"={value}" if several and value.low is not None and value.low == value.high else str(value)
    return value.isoformat() if isinstance(value, date) else quoted(value)


def _lacking(term: Term, value: Value) -> Term:
    return Term(term.key, tuple(one for one in term.values if one != value), term.negated)
