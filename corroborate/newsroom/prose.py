"""Text with typed slots: whatever figure a sentence states is declared by the slot that wrote it.

A template is prose with alternatives and slots: "[the|a] ferry carried {aboard} [when|as] it sank". Its own words hold no
figure, date or superlative; those come from slots alone.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from random import Random

from corroborate.newsroom.truth import Expected

CHOICE = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure standing at characters of a text."""

    start: int
    end: int
    claim: Expected


@dataclass(frozen=True, slots=True)
class Written:
    """A stretch of text and the figures in it."""

    text: str
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: "Written") -> "Written":
        shift = len(self.text)
        moved = tuple(replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in other.marks)
        return Written(self.text + other.text, self.marks + moved)

    def capitalised(self) -> "Written":
        """The text as a sentence begins."""
        return Written(self.text[:1].upper() + self.text[1:], self.marks)

    def claims(self, place: str) -> tuple[Expected, ...]:
        """The figures as they stand here, with the sentence around them."""
        return tuple(replace(mark.claim, surface=self.text[mark.start : mark.end], place=place, sentence=self.text) for mark in self.marks)


Slots = Callable[[str], Written]


def plain(text: str) -> Written:
    """Text without a figure."""
    return Written(text)


def join(parts: Iterable[Written], glue: str = " ") -> Written:
    """The parts one after the other."""
    whole = Written("")
    for index, part in enumerate(parts):
        whole = whole + plain(glue if index else "") + part
    return whole


def spin(template: str, rng: Random) -> str:
    """Settle every alternative."""
    while found := CHOICE.search(template):
        chosen = rng.choice(found.group(1).split("|"))
        template = template[: found.start()] + chosen + template[found.end() :]
    return re.sub(r"  +", " ", template).strip()


def fill(template: str, slots: Slots, rng: Random) -> Written:
    """A template with its alternatives settled and its slots filled; "a" becomes "an" where what follows asks for it."""
    settled = spin(template, rng)
    whole, end = Written(""), 0
    for slot in SLOT.finditer(settled):
        filled = slots(slot.group(1))
        whole = whole + plain(_article(settled[end : slot.start()], filled.text)) + filled
        end = slot.end()
    return whole + plain(settled[end:])


def sentence(clause: Written) -> Written:
    """The clause with its capital and its full stop."""
    stop = "" if clause.text.endswith((".", "!", "?", '."', '?"', "”")) else "."
    return clause.capitalised() + plain(stop)


def titled(headline: Written) -> Written:
    """The headline with a capital on every longer word: "Quake Near Velden Kills 40"; figures stay as they are written."""
    within = {place for mark in headline.marks for place in range(mark.start, mark.end)}
    starts = [word.start() for word in re.finditer(r"(?<![\w'’-])[a-z]\w{3,}", headline.text) if word.start() not in within]
    letters = list(headline.text)
    for start in starts:
        letters[start] = letters[start].upper()
    return Written("".join(letters), headline.marks)


def named_slots(template: str) -> tuple[str, ...]:
    """The keys of a template's slots, without their options."""
    return tuple(slot.partition(":")[0] for slot in SLOT.findall(template))


def _article(before: str, after: str) -> str:
    if re.search(r"(?:^|\s)[Aa] $", before) and re.match(r"[aeiouAEIOU]|8|11\b|18\b", after):
        return before[:-1] + "n "
    return before
