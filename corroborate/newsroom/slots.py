"""Filling the slots of a template: what an outlet knows, written in its style, declared as claims."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from corroborate.model.figures import Approx, Kind
from corroborate.model.ids import digest
from corroborate.newsroom.days import DayPhrase, day_phrase, exact_day, period_phrase, year_phrase
from corroborate.newsroom.names import Names
from corroborate.newsroom.plot import Assignment, Twist
from corroborate.newsroom.prose import SLOT, Mark, Written, plain
from corroborate.newsroom.scene import Ask, Standing
from corroborate.newsroom.truth import Expected
from corroborate.newsroom.wording import Form, choose, honest, phrase, rounded, spelled


class Writer:
    """One version of one article being written; every slot has its own dice, so that an update changes its figure and no more."""

    def __init__(self, assignment: Assignment, version: int) -> None:
        self.assignment = assignment
        self.version = version
        self.event = assignment.event
        self.style = assignment.house.style
        self.day = assignment.published[0].date()
        self._introduced: set[str] = set()

    def dice(self, place: str) -> Random:
        """The dice of a place in the article, the same for every version."""
        return Random(f"{self.event.identity}/{self.assignment.house.name}/{place}")

    def slots(self, place: str, template: str = "") -> Callable[[str], Written]:
        """What fills the slots of a template at a place."""
        subject = "" if "{#person}" in template else "|".join(SLOT.findall(template))
        return lambda slot: self.slot(slot, place, subject)

    def slot(self, slot: str, place: str, subject: str) -> Written:
        """The text for one slot."""
        if slot.startswith("#"):
            return self.aside(slot[1:], place, subject)
        key, _, option = slot.partition(":")
        if option == "plain" or key not in self.event.facts:
            return plain(self.event.names[key])
        if option == "when":
            return self._frame(key, place)
        return self.figure(key, place, option=option)

    def _frame(self, key: str, place: str) -> Written:
        """The stretch of days for which another figure holds."""
        value = self.assignment.value(key, self.version)
        first, last = value if isinstance(value, tuple) else (value, value)
        assert isinstance(first, date)
        assert isinstance(last, date)
        phrase = period_phrase((first, last), self.style, self.dice(f"{place}.{key}"))
        return background(on_days(phrase, Kind.DATE, bare=False), f"{self.event.key}/~{key}")

    def source_key(self, key: str | None) -> str | None:
        """Who the article names for a question: a source of the event or another outlet."""
        if key is None or self.assignment.mode == "own":
            return None
        if self.assignment.mode == "cites":
            return f"outlet:{self.assignment.of}"
        twist = self.twist(key)
        if twist is not None and twist.source is not None:
            return twist.source
        return self.event.scene.ask(key).source or None

    def source(self, key: str | None) -> tuple[str, str] | None:
        """The kind of that source and a wording for it, the full one where the article has not named it yet."""
        named = self.source_key(key)
        if named is None:
            return None
        if named.startswith("outlet:"):
            return "outlet", named.removeprefix("outlet:")
        source = self.event.scene.sources[named]
        if named not in self._introduced:
            self._introduced.add(named)
            return source.kind, source.names[0]
        return source.kind, self.dice(f"{key}.source").choice(source.names)

    def figure(self, key: str, place: str, *, option: str = "") -> Written:
        """An answer of the event in words."""
        ask = self.event.scene.ask(key)
        value = self.assignment.value(key, self.version)
        rng = self.dice(f"{place}.{key}")
        if isinstance(value, Decimal):
            written = self._quantity(ask, value, option, rng)
        elif isinstance(value, Standing):
            before, surface = value.words()
            claim = Expected(ask.kind, superlative=value.superlative, shared=value.shared)
            written = marked(before, surface, "", claim)
        elif isinstance(value, date):
            far = option == "bare" or not self.assignment.is_dated
            found = exact_day(value, self.style, year=False) if far else day_phrase(value, self.day, self.style, rng)
            written = on_days(found, Kind.DATE, bare=option == "bare")
        elif isinstance(value[0], date):
            first, last = value[0], value[1]
            assert isinstance(first, date)
            assert isinstance(last, date)
            written = on_days(period_phrase((first, last), self.style, rng), Kind.PERIOD, bare=False)
        else:
            names = tuple(str(name) for name in value)
            surface = self.event.names.get(option, " and ".join(names))
            written = marked("", surface, "", Expected(Kind.PARTY, role=ask.role, names=names))
        twist = self.twist(key)
        suffix = f"@{twist.unit}" if twist is not None and twist.unit else ""
        return owned(written, f"{self.event.key}/{key}{suffix}")

    def twist(self, key: str) -> Twist | None:
        """What the outlet says otherwise in this version."""
        twist = self.assignment.twists.get(key)
        return twist if twist is not None and self.version <= twist.until else None

    def _quantity(self, ask: Ask, value: Decimal, option: str, rng: Random) -> Written:
        twist = self.twist(ask.key)
        unit = (twist.unit if twist is not None else None) or self.unit_of(ask)
        if option == "adj":
            number = spelled(value, self.style, scaled=False)
            return marked("", f"{number}-{unit}", "", Expected(ask.kind, value=value, unit=unit))
        form = choose(honest(value, ask.kind), self.style, rng)
        if twist is not None and (twist.form is not None or twist.value is not None):
            form = twist.form or honest(value, ask.kind)[0]
        if form.approx is Approx.VAGUE and (option or not ask.nouns):
            form = honest(value, ask.kind)[0]
        written = self.quantity(form, ask.kind, unit, rng)
        return written if option == "n" or not ask.nouns else written + plain(f" {rng.choice(ask.nouns)}")

    def quantity(self, form: Form, kind: Kind, unit: str | None, rng: Random) -> Written:
        """A figure with its hedge, declared."""
        words = phrase(form, unit, self.style, rng)
        claim = Expected(kind, value=form.value, low=form.low, high=form.high, approx=form.approx, unit=unit)
        return marked(words.before, words.surface, words.after, claim)

    def unit_of(self, ask: Ask) -> str | None:
        """The unit in which the question is answered."""
        return self.event.currency if ask.unit == "currency" else ask.unit

    def aside(self, slot: str, place: str, subject: str) -> Written:
        """A figure beside the event: "#count 200 900 visitors", "#money 1000 9000", "#year 3 9", "#age 25 60".

        What is said of the same subject is the same in every outlet; people met in the street are each outlet's own.
        """
        rng = self.dice(f"{place}.{slot}")
        if slot in ("person", "town"):
            names = Names(rng)
            return plain(names.person() if slot == "person" else names.place())
        name, low, high, *noun = slot.split(" ")
        drawn = (Random(f"{self.event.identity}/{subject}/{slot}") if subject else rng).randint(int(low), int(high))
        question = f"{self.event.key}/~{digest(subject + slot)[:8]}" if subject else None
        return background(self._aside(name, drawn, " ".join(noun), rng), question)

    def _aside(self, name: str, drawn: int, noun: str, rng: Random) -> Written:
        if name == "year":
            gone = drawn + self.day.year - self.event.day.year
            return on_days(year_phrase(gone, self.day, rng), Kind.DATE, bare=False)
        if name == "age":
            return marked("", str(drawn), "", Expected(Kind.DURATION, value=Decimal(drawn), unit="year"))
        kind = {"count": Kind.COUNT, "money": Kind.MONEY, "percent": Kind.PERCENT, "duration": Kind.DURATION, "measure": Kind.MEASURE}[name]
        digits = 3 if drawn >= 10**6 else 9
        value = rounded(Decimal(drawn), digits)
        unit = {"money": self.event.currency, "percent": "%", "duration": noun, "measure": noun}.get(name)
        form = choose(honest(value, kind), replace(self.style, hedging=0.3), rng)
        if form.approx is Approx.VAGUE:
            form = honest(value, kind)[0]
        written = self.quantity(form, kind, unit, rng)
        return written + plain(f" {noun}") if name == "count" else written


def marked(before: str, surface: str, after: str, claim: Expected) -> Written:
    """Text of which the surface states the claim."""
    return Written(before + surface + after, (Mark(len(before), len(before) + len(surface), claim),))


def on_days(phrase: DayPhrase, kind: Kind, *, bare: bool) -> Written:
    """A day in words, with or without its preposition."""
    claim = Expected(kind, start=phrase.start, end=phrase.end)
    return marked("" if bare else phrase.before, phrase.surface, "", claim)


def owned(written: Written, question: str) -> Written:
    """The figures as answers to a question."""
    return Written(written.text, tuple(replace(mark, claim=replace(mark.claim, question=question)) for mark in written.marks))


def background(written: Written, question: str | None) -> Written:
    """The figures as what stands beside the event."""
    marks = (replace(mark, claim=replace(mark.claim, background=True, question=question)) for mark in written.marks)
    return Written(written.text, tuple(marks))
