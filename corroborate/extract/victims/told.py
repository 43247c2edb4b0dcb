"""What an article tells of those whom its event befell, and what of it is told of another event, or of none."""

import re
from dataclasses import dataclass

from corroborate.extract.ranks import ORDINALS
from corroborate.extract.victims.fates import Fate
from corroborate.extract.victims.persons import Person
from corroborate.extract.victims.phrases import Row
from corroborate.model.claims import Span

LEAD = 3
"""Sentences at the head of an article that tell of its own event."""

FICTION = re.compile(r"\b(?:novel|film|movie|episode|drama|thriller|fictional|screenplay|sequel|video game)\b", re.IGNORECASE)
EVENT = r"(?:shooting|crash|fire|attack|stabbing|blast|explosion|collapse|accident|incident|bombing|collision|killing|case)"
STRETCH = r"(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)"
PAST = re.compile(
    rf"\b(?:last (?:year|month|summer|winter|spring|autumn|fall)|{STRETCH} (?:ago|earlier|before)|previous(?:ly)?|anniversary|"
    r"this (?:year|season)|"
    r"(?:un)?related to|separate from|unrelated|no (?:link|connection)|(?:not|n['’]t) (?:\w+ )?(?:connected|linked|related|tied)|"
    r"nothing to do with|serving (?:life|\w+ years)|(?:an?|another) (?:earlier|unrelated|separate|similar|different|deadly|fatal)|"
    rf"(?:first|second|other|two|three|unrelated|separate|earlier|similar|another) {EVENT}(?:s|es)?)\b",
    re.IGNORECASE,
)

NTH = "|".join(ORDINALS)
SOMEBODY = r"(?:person|victim|man|woman|child|boy|girl|student|teen\w*|officer|death|fatality)"


@dataclass(frozen=True, slots=True)
class Counted:
    """A count that was read already, of people or of who knows what."""

    span: Span
    size: int


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were killed, injured or shot, and the characters that tell it; `hedge` is what stands before them."""

    span: Span
    fate: str
    size: int
    rule: str
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A fate told in a sentence of an article; `number` is the sentence's."""

    fate: Fate
    number: int
    sentence: Span

    @property
    def row(self) -> Row:
        """The people."""
        return self.fate.row

    @property
    def first(self) -> Person:
        """The first of them."""
        return self.fate.row.people[0]


def overlap(chars: Span, start: int, end: int) -> bool:
    """The characters meet."""
    return chars.start < end and start < chars.end
