"""A large library of simulated claims, made without reading a word: to see how search and pages stand a million of them.

Its words are spread as in a language: a few in every third sentence, most in hardly any. All names are invented.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import accumulate
from random import Random

from corroborate.model.articles import Article, Readability, Reading
from corroborate.model.claims import Attribution, Claim, Sentence, Span
from corroborate.model.figures import Approx, Kind, Quantity
from corroborate.model.findings import Agreement, Assessment, Discrepancy, DiscrepancyType, Side, Verdict
from corroborate.model.ids import content_id, digest
from corroborate.model.ranges import Range
from corroborate.model.stories import ClaimGroup, Origin, OriginKind, Reuse, Story

FIRST_DAY = datetime(2026, 1, 1, 6, tzinfo=UTC)
DAYS = 300
OUTLETS = 300
PARTIES = 4000
VOCABULARY = 30_000
WORDS_IN_SENTENCE = 14
SYLLABLES = ("ka", "lo", "min", "ter", "vas", "ori", "bel", "dun", "sha", "rev", "pol", "gan", "tir", "mes", "una", "quo")
THINGS = ("people", "accounts", "homes", "jobs", "vehicles", "patients", "votes", "crates", "workers", "flights")
SPEAKERS = ("police", "the ministry", "a spokeswoman", "the company", None, None)
KINDS = ((Kind.COUNT, None, 6), (Kind.MONEY, "USD", 2), (Kind.PERCENT, "%", 1), (Kind.MEASURE, "tonne", 1))
VERDICTS = ((Verdict.SINGLE, 40), (Verdict.CORROBORATED, 30), (Verdict.REPEATED, 22), (Verdict.UPDATED, 5), (Verdict.DISPUTED, 3))


@dataclass(frozen=True, slots=True)
class Bundle:
    """One story with its articles' readings and what was found about it."""

    readings: tuple[Reading, ...]
    stories: tuple[Story, ...]
    groups: tuple[ClaimGroup, ...]
    origins: tuple[Origin, ...]
    assessments: tuple[Assessment, ...]
    reuses: tuple[Reuse, ...] = ()


class Newsstand:
    """Makes one story after the other: the same seed, the same stories."""

    def __init__(self, seed: int, *, articles_each: int = 8, claims_each: int = 10) -> None:
        self._random = Random(seed)
        self._articles_each = articles_each
        self._claims_each = claims_each
        self.outlets = tuple(f"{self._name()} {paper}" for paper in ("Herald", "Post", "Times") for _ in range(OUTLETS // 3))
        self.parties = tuple(f"{self._name()} {self._name()}" for _ in range(PARTIES))
        self.words = tuple(self._name().lower() for _ in range(VOCABULARY))
        self._weights = tuple(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))

    def stories(self, articles: int) -> Iterator[Bundle]:
        """Stories in order of time, until so many articles were written."""
        count = max(1, articles // self._articles_each)
        for number in range(count):
            yield self.story(number, FIRST_DAY + timedelta(days=DAYS) * number / count)

    def story(self, number: int, begun: datetime) -> Bundle:
        """One story: each of its articles answers each of its questions, with a slip now and then."""
        questions = [self._question(number, place) for place in range(self._claims_each)]
        title = f"{questions[0].party} {self._sentence(4)}"
        outlets = self._random.sample(self.outlets, self._articles_each)
        moments = [begun + timedelta(minutes=self._random.randint(0, 900)) for _ in outlets]
        readings = [self._article(title, outlet, moment, questions) for outlet, moment in zip(outlets, sorted(moments), strict=True)]
        times = [reading.article.as_of for reading in readings]
        story = Story(content_id("s", str(number)), title, tuple(one.article.id for one in readings), times[0], times[-1])
        found = [_found(story, question, place, readings) for place, question in enumerate(questions)]
        return Bundle(
            readings=tuple(readings),
            stories=(story,),
            groups=tuple(group for group, _, _ in found),
            origins=tuple(origin for _, origins, _ in found for origin in origins),
            assessments=tuple(assessment for _, _, assessment in found),
        )

    def _question(self, number: int, place: int) -> "Question":
        kind, unit, _ = self._random.choices(KINDS, weights=[weight for *_, weight in KINDS])[0]
        verdict = self._random.choices([one for one, _ in VERDICTS], weights=[weight for _, weight in VERDICTS])[0]
        value = int(10 ** self._random.uniform(0.5, 8))
        return Question(
            number, place, kind, unit, verdict, value, self._random.choice(THINGS), self._random.choice(self.parties), self._sentence(5)
        )

    def _article(self, title: str, outlet: str, moment: datetime, questions: list["Question"]) -> Reading:
        url = f"https://{outlet.lower().replace(' ', '-')}.example/{digest(title)[:10]}"
        values = [
            one.value + (self._random.randint(1, one.value) if one.verdict in SLIPS and self._random.random() < 0.3 else 0)
            for one in questions
        ]
        sentences = [self._told(question, value) for question, value in zip(questions, values, strict=True)]
        text = " ".join(sentences)
        identity = content_id("a", url)
        article = Article(
            id=identity,
            revision=content_id("r", identity, digest(text)),
            url=url,
            outlet=outlet,
            title=title,
            text=text,
            text_digest=digest(text),
            seen=moment + timedelta(minutes=10),
            published=moment,
            published_source="feed",
            language="en",
            readability=Readability.READ,
        )
        starts = list(accumulate((len(sentence) + 1 for sentence in sentences), initial=0))
        speaker = self._random.choice(SPEAKERS)
        read = (_claim(article, *told) for told in zip(questions, values, sentences, starts, strict=False))
        return Reading(article, tuple(replace(claim, attribution=Attribution(speaker)) for claim in read))

    def _told(self, question: "Question", value: int) -> str:
        return f"{question.party} counted {value} {question.thing} of {question.words} {self._sentence(WORDS_IN_SENTENCE - 6)}."

    def _sentence(self, words: int) -> str:
        return " ".join(self._random.choices(self.words, cum_weights=self._weights, k=words))

    def _name(self) -> str:
        return "".join(self._random.choices(SYLLABLES, k=self._random.randint(2, 4))).capitalize()


@dataclass(frozen=True, slots=True)
class Question:
    """What the articles of a story answer."""

    story: int
    place: int
    kind: Kind
    unit: str | None
    verdict: Verdict
    value: int
    thing: str
    party: str
    words: str


SLIPS = frozenset({Verdict.DISPUTED, Verdict.UPDATED})


def _claim(article: Article, question: Question, value: int, sentence: str, start: int) -> Claim:
    surface = str(value)
    place = start + sentence.index(surface, len(question.party))
    point = Decimal(value)
    return Claim(
        id=content_id("c", article.revision, question.kind, place, surface),
        revision=article.revision,
        kind=question.kind,
        figure=Quantity(
            value=point, range=Range(point, point), approx=Approx.EXACT, grain=Decimal(1), unit=question.unit, counted=question.thing
        ),
        surface=surface,
        span=Span(place, place + len(surface)),
        sentence=Sentence(sentence, start),
        parties=(question.party,),
        attribution=Attribution(),
        scope=(),
        rule="simulated",
    )


def _found(story: Story, question: Question, place: int, readings: list[Reading]) -> tuple[ClaimGroup, list[Origin], Assessment]:
    claims = [(reading.article, reading.claims[place]) for reading in readings]
    group = ClaimGroup(
        id=content_id("g", story.id, str(place)),
        story=story.id,
        question=f"How many {question.thing} of {question.words}?",
        kind=question.kind,
        unit=question.unit,
        claims=tuple(claim.id for _, claim in claims),
    )
    origins = [_origin(group, claims[half::2], half) for half in range(2)]
    values = tuple(dict.fromkeys(claim.surface for _, claim in claims))
    agreement = Agreement.AGREE if len(values) == 1 else Agreement.DIFFER
    differing = (_discrepancy(group, claims, values),) if len(values) > 1 else ()
    return group, origins, Assessment(group.id, agreement, question.verdict, str(question.value), str(question.value), values, differing)


def _origin(group: ClaimGroup, claims: list[tuple[Article, Claim]], half: int) -> Origin:
    return Origin(
        id=content_id("o", group.id, str(half)),
        group=group.id,
        kind=OriginKind.SPEAKER if half else OriginKind.UNKNOWN,
        label=f"source {half + 1}",
        claims=tuple(claim.id for _, claim in claims),
        outlets=tuple(article.outlet for article, _ in claims),
        reasons=("simulated",),
    )


def _discrepancy(group: ClaimGroup, claims: list[tuple[Article, Claim]], values: tuple[str, ...]) -> Discrepancy:
    sides = tuple(_side(value, [one for one in claims if one[1].surface == value]) for value in values)
    return Discrepancy(
        id=content_id("d", group.id),
        group=group.id,
        story=group.story,
        type=DiscrepancyType.CONFLICT,
        about=group.question,
        rule="simulated",
        reason=f"{values[0]} against {values[1]}",
        sides=sides,
        first_seen=max(article.seen for article, _ in claims),
    )


def _side(value: str, claims: list[tuple[Article, Claim]]) -> Side:
    article, claim = claims[0]
    outlets = tuple(one.outlet for one, _ in claims)
    return Side(value, outlets, (), tuple(one.id for _, one in claims), claim.sentence.text, article.url)
