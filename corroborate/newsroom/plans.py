"""What the stories of the stream are made of: words and names by Zipf's law, questions with their answers."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import accumulate, islice, product
from random import Random

from corroborate.model.claims import Attribution
from corroborate.model.figures import Approx, Figure, Granularity, Kind, Period, Quantity
from corroborate.model.ranges import Range
from corroborate.newsroom.days import MONTHS
from corroborate.newsroom.fillers import FILLER
from corroborate.newsroom.prose import SLOT, spin
from corroborate.newsroom.scenes import SCENES

ALIKE = 0.25
"""The share of stories that are much like another that lives."""

STAGES = 3
ASKED = (13, 21)
TOLD = 0.7
BESIDE = 3
"""Figures of no event that an article has at most."""

BESIDES = 6_000
"""So many figures of no event there are; each is given again and again."""

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"
MADE_WORDS, NAMES = 24_000, 20_000
WORD = re.compile(r"[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Form:
    """A question as reporters answer it: `{n}` the figure, `{thing}` a word of the story, `{place}` and `{who}` its names."""

    text: str
    kind: Kind
    low: int
    high: int
    unit: str | None = None
    counted: str | None = None


FORMS = (
    Form("{n} people were killed in {place}", Kind.COUNT, 3, 90, counted="people"),
    Form("{n} people were injured near {place}", Kind.COUNT, 11, 400, counted="people"),
    Form("{n} {thing} were destroyed in {place}", Kind.COUNT, 20, 9_000, counted="{thing}"),
    Form("{who} sent {n} {thing} to {place}", Kind.COUNT, 20, 4_000, counted="{thing}"),
    Form("{n} workers of {who} walked out", Kind.COUNT, 90, 30_000, counted="workers"),
    Form("{who} is to cut {n} jobs in {place}", Kind.COUNT, 90, 20_000, counted="jobs"),
    Form("{n} customers of {who} were affected", Kind.COUNT, 900, 900_000, counted="customers"),
    Form("police arrested {n} {thing} in {place}", Kind.COUNT, 11, 300, counted="{thing}"),
    Form("{n} homes in {place} were without power", Kind.COUNT, 900, 90_000, counted="homes"),
    Form("{n} {thing} were sold by {who}", Kind.COUNT, 900, 900_000, counted="{thing}"),
    Form("the damage in {place} comes to {n}", Kind.MONEY, 1_000_000, 900_000_000, unit="USD", counted="damage"),
    Form("{who} will pay {n} for the {thing}", Kind.MONEY, 1_000_000, 9_000_000_000, unit="USD", counted="{thing}"),
    Form("{who} was fined {n}", Kind.MONEY, 100_000, 90_000_000, unit="USD", counted="fine"),
    Form("sales of {who} came to {n}", Kind.MONEY, 1_000_000, 9_000_000_000, unit="USD", counted="sales"),
    Form("the {thing} cost {n} in all", Kind.MONEY, 100_000, 90_000_000, unit="USD", counted="{thing}"),
    Form("{n} of voters in {place} were in favour", Kind.PERCENT, 31, 90, unit="%", counted="voters"),
    Form("prices in {place} rose by {n}", Kind.PERCENT, 2, 29, unit="%", counted="prices"),
    Form("{n} of the {thing} are affected", Kind.PERCENT, 3, 80, unit="%", counted="{thing}"),
    Form("the {thing} was {n} long", Kind.MEASURE, 3, 900, unit="kilometre", counted="{thing}"),
    Form("{who} moved {n} of {thing}", Kind.MEASURE, 20, 90_000, unit="tonne", counted="{thing}"),
    Form("it happened in {place} on {n}", Kind.DATE, -2, 1),
    Form("{who} is to decide about the {thing} on {n}", Kind.DATE, 9, 90),
    Form("the {thing} had begun in {place} on {n}", Kind.DATE, -90, -9),
)
SPEAKERS = ("police", "the ministry", "a spokeswoman for {who}", "the mayor of {place}", "the fire service", "{who}")


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure as a reporter states it; `before` and `after` are the words around it."""

    kind: Kind
    figure: Figure
    surface: str
    before: str
    after: str
    parties: tuple[str, ...]
    attribution: Attribution

    def told(self, rng: Random) -> tuple[str, int]:
        """A sentence, and where in it the surface begins."""
        speaker = self.attribution.speaker
        if speaker is None:
            return f"{self.before[:1].upper()}{self.before[1:]}{self.surface}{self.after}.", len(self.before)
        if rng.random() < 0.5:
            head = f"According to {speaker}, {self.before}"
            return f"{head}{self.surface}{self.after}.", len(head)
        return f"{self.before[:1].upper()}{self.before[1:]}{self.surface}{self.after}, {speaker} said.", len(self.before)


@dataclass(eq=False, slots=True)
class Plan:
    """A story as it is going to be told: its words, its names, and the answers to its questions stage by stage."""

    number: int
    names: tuple[str, ...]
    topic: tuple[str, ...]
    forms: tuple[Form, ...]
    answers: tuple[tuple[Statement, ...], ...]
    total: int
    left: int
    lexicon: "Lexicon" = field(repr=False)

    def title(self, rng: Random) -> str:
        """A headline."""
        return f"{self.names[0]}: {rng.choice(self.topic)} {rng.choice(self.topic)} after {rng.choice(self.topic[:4])}"

    def lead(self, rng: Random) -> str:
        """What it is about."""
        place, who, other = self.names[:3]
        topic = rng.sample(self.topic[:8], 4)
        return f"The {topic[0]} {topic[1]} of {who} in {place} has {topic[2]} the {topic[3]} of {other}."

    def statements(self, rng: Random) -> list[Statement]:
        """What an article states, as far as is known by then, and some figures of nothing of the kind."""
        stage = min(STAGES - 1, STAGES * (self.total - self.left) // self.total)
        told = [versions[min(stage, len(versions) - 1)] for versions in self.answers if rng.random() < TOLD]
        return told + [self.lexicon.beside(rng) for _ in range(rng.randrange(BESIDE + 1))]

    def colour(self, rng: Random) -> str:
        """A sentence without a figure, in the words of the day and of the story."""
        words, told = self.lexicon.words(rng, 8), rng.choices(self.topic, k=3)
        name = self.names[int(5 * rng.random())] if rng.random() < 0.5 else self.lexicon.name(rng)
        head = f"{words[0].capitalize()} {told[0]} {words[1]} {words[2]} {told[1]} {words[3]}"
        return f"{head} {name} {words[4]} {words[5]} {told[2]} {words[6]} {words[7]}."


class Lexicon:
    """Words and names with their frequencies: the newsroom's own prose first, then words that nobody knows."""

    def __init__(self) -> None:
        self._words = [*_prose(), *islice(_made(), MADE_WORDS)]
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(len(self._words))))
        self._names = [name.capitalize() for name in islice(_made(("n", "r", "l", "x")), NAMES)]
        self._fame = list(accumulate(1 / (rank + 30) for rank in range(len(self._names))))
        others = Random("beside")
        self._beside = [self._other(others) for _ in range(BESIDES)]

    def words(self, rng: Random, number: int) -> list[str]:
        """So many words as they come."""
        return rng.choices(self._words, cum_weights=self._weights, k=number)

    def rare(self, rng: Random, number: int) -> list[str]:
        """Words that tell what a story is about: none of the very frequent ones."""
        return [self._words[300 + int((len(self._words) - 300) * rng.random() ** 3)] for _ in range(number)]

    def name(self, rng: Random) -> str:
        """A name; some are in the news every day."""
        return self._names[bisect_right(self._fame, rng.random() * self._fame[-1])]

    def beside(self, rng: Random) -> Statement:
        """A figure of another year, another company."""
        return self._beside[int(BESIDES * rng.random())]

    def _other(self, rng: Random) -> Statement:
        form = rng.choice([form for form in FORMS if form.kind is not Kind.DATE])
        return stated(form, (self.name(rng), self.name(rng)), self.words(rng, 1)[0], (_drawn(form, rng), None, datetime.min))


class Planner:
    """Plans stories, some of them much like one that lives."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._lexicon = _lexicon()
        self._living: list[Plan] = []
        self._place: dict[int, int] = {}
        self._number = 0

    def plan(self, begun: datetime, articles: int) -> Plan:
        """A story of so many articles."""
        rng, lexicon = self._rng, self._lexicon
        like = rng.choice(self._living) if self._living and rng.random() < ALIKE else None
        names = [lexicon.name(rng) for _ in range(5)]
        topic = lexicon.rare(rng, 24)
        forms = tuple(rng.sample(FORMS, rng.randint(*ASKED)))
        if like is not None:
            names[3:] = like.names[3:]
            topic[:14] = rng.sample(like.topic, 14)
            forms = like.forms
        answers = tuple(self._answers(form, names, rng.choice(topic), begun) for form in forms)
        made = Plan(self._number, tuple(names), tuple(topic), forms, answers, articles, articles, lexicon)
        self._number += 1
        self._place[made.number] = len(self._living)
        self._living.append(made)
        return made

    def end(self, plan: Plan) -> None:
        """A story has been told to its end."""
        place, last = self._place.pop(plan.number), self._living.pop()
        if last is not plan:
            self._living[place] = last
            self._place[last.number] = place

    def _answers(self, form: Form, names: Sequence[str], thing: str, begun: datetime) -> tuple[Statement, ...]:
        """One answer, or for a toll one for each stage."""
        rng = self._rng
        drawn = _drawn(form, rng)
        values = [drawn * (2 + stage) // 2 for stage in range(STAGES)] if form.counted == "people" else [drawn]
        speaker = spin(rng.choice(SPEAKERS), rng).format(place=names[0], who=names[1]) if rng.random() < 0.7 else None
        return tuple(stated(form, names, thing, (value, speaker, begun)) for value in values)


def stated(form: Form, names: Sequence[str], thing: str, told: tuple[int, str | None, datetime]) -> Statement:
    """A figure in words: the value, who says so, and the day on which the story began."""
    value, speaker, begun = told
    place, who = names[:2]
    before, after = (part.format(thing=thing, place=place, who=who) for part in form.text.split("{n}"))
    figure, surface = _figure(form, value, thing, begun)
    parties = tuple(name for slot, name in (("{place}", place), ("{who}", who)) if slot in form.text)
    return Statement(form.kind, figure, surface, before, after, parties, Attribution(speaker=speaker))


def _figure(form: Form, value: int, thing: str, begun: datetime) -> tuple[Figure, str]:
    if form.kind is Kind.DATE:
        day = (begun + timedelta(days=value)).date()
        return Period(Range(day, day), Granularity.DAY), f"{MONTHS[day.month]} {day.day}"
    number = Decimal(value)
    counted = None if form.counted is None else form.counted.format(thing=thing)
    figure = Quantity(number, Range(number, number), Approx.EXACT, Decimal(1), form.unit, counted)
    surface = {"USD": f"${value:,}", "%": f"{value} percent", None: f"{value:,}"}.get(form.unit, f"{value:,} {form.unit}s")
    return figure, surface


def _drawn(form: Form, rng: Random) -> int:
    if form.low < 1:
        return rng.randint(form.low, form.high)
    return int(form.low * (form.high / form.low) ** rng.random())


@cache
def _lexicon() -> Lexicon:
    return Lexicon()


def _prose() -> list[str]:
    """The words of the newsroom's own templates, frequent ones first."""
    told = [*FILLER, *(text for scene in SCENES for text in (*scene.filler, *scene.background, *scene.leads))]
    told += [says for scene in SCENES for ask in scene.asks for says in ask.says]
    counts = Counter(word for text in told for word in WORD.findall(SLOT.sub(" ", text).lower()))
    return sorted(counts, key=lambda word: (-counts[word], word))


def _made(endings: Sequence[str] = ("s", "nd", "ck", "m")) -> Iterator[str]:
    """Words that are in no dictionary."""
    syllables = [consonant + vowel for consonant, vowel in product(CONSONANTS, VOWELS)]
    order = Random("words").sample(range(len(syllables) ** 2), len(syllables) ** 2)
    for ending, place in product(endings, order):
        first, second = divmod(place, len(syllables))
        for last in VOWELS[:2]:
            yield syllables[first] + syllables[second] + last + ending
