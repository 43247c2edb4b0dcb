"""What articles are compared by when stories are sought: words, names, figures and days, weighted by how rare they are.

A sketch is a pure function of one reading (and of the vector of its title and lead, where there is an embedder), small
enough to be kept beside the article: a few hundred words at most, whatever the length of the text.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache
from math import fsum
from textwrap import shorten

import numpy as np
from numpy.typing import NDArray

from corroborate.match.embedding import Embedder, StaticVectors, Vectors, of_leads
from corroborate.match.reuse.prints import print_of
from corroborate.match.stories.figures import HEAD, MOST, Extent, event_days, headline_counts, plain_numbers, telling_figures
from corroborate.match.stories.people import MARK, christened, full_names, subjects
from corroborate.match.vectors import rarity, unit, weighted
from corroborate.match.words import Capital, ages, blocks, capitals, headline_names, names, places, stem, stems_of, streets, tokens
from corroborate.model.articles import Article, Reading

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

TITLE_WEIGHT = 3
BODY = 4000
"""Characters of the text whose words are counted."""

LEAD = 400
EMBEDDED = 320
"""Characters below the title that a vector tells of. What follows them costs the sentence model a fifth more and tells nothing more."""

SHORT = 200
"""Characters of a text too short to say which words of its title are names."""

HEADLINE, CUT = 160, "…"
"""Characters of a first sentence that stands for a headline, and what ends it where it has more."""

BRIEF = 12
"""Different words of a headline, or of little more."""


ONCE = 0.5
"""Weight of a name that stands in the article a single time."""

LONGEST = 600
"""Characters of a sentence in which names are looked for."""

WORDS = 120
NAMES = 120
"""The heaviest words, and the names, that are kept of an article."""

TRACES = 96
"""Shingles kept of a text: those with the smallest hashes, so that two texts keep the same ones where they share them."""

RARE = 4.0
"""Rarity from which a word is rare: about one article in fifty holds it."""

WHICH = 0.25
"""By how much rarer is the word of a name that tells which of its kind is meant."""

EVERY = 1 << 32
"""Above any hash."""

DIGITS = 3
SCALE = 127
"""Weights are kept to three digits, vectors to a byte a dimension: a sketch that was kept is equal to one newly made."""


@dataclass(frozen=True, eq=False)
class Sketch:
    """What an article is compared by.

    `whole` are the words of title and text, `words` those that say what happened, without names; `core` are the names of
    title, lead and of the sentences with figures, `places` names at its head that stand where places do, `ages` those of
    people. `traces` are the smallest hashes of its runs of five words, `complete` whether those are all. `vector` has
    length one; `by_table` says that it comes from the table of words, whose cosines are larger than those of sentence models.
    """

    article: str
    revision: str
    as_of: datetime
    dated: bool
    headline: str
    title: Mapping[str, float]
    whole: Mapping[str, float]
    words: Mapping[str, float]
    names: Mapping[str, float]
    core: Mapping[str, float]
    mentioned: frozenset[str]
    full_names: frozenset[str]
    streets: frozenset[str]
    blocks: frozenset[str]
    subjects: frozenset[str]
    figures: Mapping[str, float]
    numbers: Mapping[str, float]
    counts: Mapping[str, tuple[Extent, ...]]
    days: tuple[Extent, ...]
    places: frozenset[str]
    ages: frozenset[str]
    traces: frozenset[int]
    complete: bool
    vector: Vectors | None
    by_table: bool = False

    @cached_property
    def subject_shares(self) -> Mapping[str, float]:
        """How much of what the article is about is each name, all together 1."""
        total = fsum(weight * weight for weight in self.core.values())
        return {name: weight * weight / total for name, weight in self.core.items()} if total else {}

    @cached_property
    def traces_in_order(self) -> tuple[int, ...]:
        """The traces, the smallest first."""
        return tuple(sorted(self.traces))

    @cached_property
    def all_words(self) -> frozenset[str]:
        """The words of title and text."""
        return frozenset(self.whole)

    @cached_property
    def telling_words(self) -> frozenset[str]:
        """The words that say what happened."""
        return frozenset(self.words)

    @cached_property
    def about(self) -> frozenset[str]:
        """The names that the article is about."""
        return frozenset(self.core)

    @cached_property
    def rare_words(self) -> Mapping[str, float]:
        """The rare ones among the words that say what happened, and how much beyond RARE each is."""
        return {word: _beyond(word) for word in self.words if rarity(word) > RARE}

    @cached_property
    def kinds(self) -> Mapping[str, frozenset[str]]:
        """The things that it is about by their kinds, "storm": "freya", "festival": "penhallick": the rarer word tells which it is."""
        pairs = [(first, second) for first, _, second in (name.partition(" ") for name in self.full_names)]
        behind: defaultdict[str, set[str]] = defaultdict(set)
        for first, second in pairs:
            behind[first].add(second)
        found: defaultdict[str, set[str]] = defaultdict(set)
        for first, second in pairs:
            if second.startswith(MARK):
                found[first].add(second)
                continue
            which, kind = (first, second) if rarity(first) > rarity(second) else (second, first)
            if which in self.core and rarity(which) > rarity(kind) + WHICH:
                for one in (kind, *(behind.get(kind, ()) if kind == second else ())):
                    found[one].add(which)
        return {kind: frozenset(names) for kind, names in found.items()}

    @cached_property
    def place_words(self) -> tuple[frozenset[str], ...]:
        """The words of each place."""
        return tuple(frozenset(place.split()) for place in sorted(self.places))

    @cached_property
    def moment(self) -> int:
        """The moment for which it stands, in microseconds."""
        return (self.as_of - EPOCH) // MICROSECOND

    @cached_property
    def last_trace(self) -> int:
        """The hash up to which the traces are complete."""
        return EVERY if self.complete else max(self.traces, default=EVERY)

    @property
    def is_brief(self) -> bool:
        """A headline, or little more."""
        return len(self.whole) <= BRIEF


@lru_cache(maxsize=1 << 16)
def _beyond(word: str) -> float:
    return rarity(word) - RARE


def sketches(readings: Sequence[Reading], embedder: Embedder | None) -> list[Sketch]:
    """One sketch a reading, in the order given."""
    leads = [lead(one) for one in readings]
    vectors: Iterable[Vectors | None] = [None] * len(readings) if embedder is None else of_leads(embedder).embed(leads)
    by_table = embedder is not None and of_leads(embedder).name == StaticVectors.name
    return [sketch(reading, vector, by_table=by_table) for reading, vector in zip(readings, vectors, strict=True)]


def lead(reading: Reading) -> str:
    """The text whose vector goes into a sketch: the title and the lead, the title said once."""
    return f"{reading.article.title or ''}. {reading.article.body[:EMBEDDED]}"


def sketch(reading: Reading, vector: Vectors | None = None, *, by_table: bool = False) -> Sketch:
    """What an article is compared by; `vector` is that of its lead, of length one, `by_table` where the table of words gave it."""
    article, wording = reading.article, _wording(reading)
    who, heading, text = _names(reading, wording), _heading(article), article.text[:BODY]
    counts, traces = _words(wording), _traces(article.text)
    return Sketch(
        article=article.id,
        revision=article.revision,
        as_of=article.as_of,
        dated=article.published is not None or article.modified is not None,
        headline=_headline(article),
        title=_kept(weighted(Counter(wording.title)), NAMES),
        whole=_kept(weighted(counts), WORDS),
        words=_kept(weighted(_subject(counts, who)), WORDS),
        names=_kept(_telling(weighted(who), who), NAMES),
        core=_kept(weighted(_core(reading, wording, who)), NAMES),
        mentioned=frozenset(_heaviest(who, NAMES)),
        full_names=frozenset(
            [*sorted(full_names(wording.text, wording.capitals))[:NAMES], *christened(heading, wording.text[:HEAD], wording.capitals)]
        ),
        subjects=frozenset(sorted(subjects(wording.text, wording.capitals))[:MOST]),
        streets=frozenset(sorted(streets(text))[:MOST]),
        blocks=frozenset(sorted(blocks(text))[:MOST]),
        figures=_kept({figure: rarity(figure) for figure in telling_figures(reading)}, MOST),
        numbers=_kept(plain_numbers(reading), MOST),
        counts=headline_counts(reading),
        days=event_days(reading),
        places=frozenset(sorted(places(f"{_blanked(heading, wording.outlets)}\n{wording.text[:HEAD]}"))[:MOST]),
        ages=frozenset(sorted(ages(f"{heading}\n{text}"))[:MOST]),
        traces=traces[0],
        complete=traces[1],
        vector=None if vector is None else restored(reduced(vector)),
        by_table=by_table,
    )


@dataclass(frozen=True, slots=True)
class Wording:
    """An article's words: the stems of title and text, the text in which the outlets that report are blanked, its capitals, and
    how often each word stands in title and text.
    """

    title: list[str]
    body: list[str]
    text: str
    capitals: list[Capital]
    outlets: list[str]
    times: Counter[str]


def _wording(reading: Reading) -> Wording:
    heading, text = _heading(reading.article), reading.article.text[:BODY]
    told, printed, outlets = list(tokens(heading)), list(tokens(text)), _reporting(reading)
    blanked = _blanked(text, outlets)
    times = Counter(word.removesuffix("'s") for word in (*told, *printed))
    return Wording(stems_of(told), stems_of(printed), blanked, capitals(blanked), outlets, times)


def reduced(vector: Vectors) -> NDArray[np.int8]:
    """A vector of length one at a byte a dimension, its largest entry at 127."""
    largest = float(np.max(np.abs(vector))) if len(vector) else 0.0
    entries: NDArray[np.int8] = np.rint(vector * (SCALE / largest if largest else 0.0)).astype(np.int8)
    return entries


def restored(entries: NDArray[np.int8]) -> Vectors:
    """The vector, again of length one."""
    vector = entries.astype(np.float32)
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector


def _kept(weights: Mapping[str, float], number: int) -> dict[str, float]:
    return {word: _one_object(round(weights[word], DIGITS)) for word in _heaviest(weights, number)}


@lru_cache(maxsize=1 << 13)
def _one_object(weight: float) -> float:
    """Weights of three digits are few: each is kept once, however many words have it."""
    return weight


def _heaviest(weights: Mapping[str, float], number: int) -> list[str]:
    if len(weights) <= number:
        return sorted(weights)
    return sorted(weights, key=lambda word: (-weights[word], word))[:number]


def _headline(article: Article) -> str:
    if article.title:
        return article.title[:LEAD]
    sentence = article.text.strip().split("\n")[0].split(". ")[0]
    return shorten(sentence, HEADLINE, placeholder=CUT) or article.url


def _traces(text: str) -> tuple[frozenset[int], bool]:
    found = print_of(text).shingles
    # Of a set, and not of a list, it is made at the size that it needs.
    return frozenset(set((found[:TRACES] >> np.uint64(32)).tolist())), len(found) <= TRACES


def _words(wording: Wording) -> Counter[str]:
    counts = Counter(wording.body)
    for word in wording.title:
        counts[word] += TITLE_WEIGHT
    return counts


def _heading(article: Article) -> str:
    return (article.title or "")[:LEAD]


def _names(reading: Reading, wording: Wording) -> Counter[str]:
    """Names, and how often each stands in title and text."""
    found = {one.name for one in wording.capitals if one.is_name}
    found.update(word for claim in reading.claims for party in claim.parties for word in party.lower().split())
    if len(wording.text) <= SHORT:
        found.update(headline_names(_heading(reading.article)))
    # The headline of a long text may capitalise every word: only what the text confirms is a name.
    return Counter({name: max(1, wording.times[name]) for name in found})


def _subject(counts: Mapping[str, int], who: Mapping[str, int]) -> dict[str, int]:
    """Words without the names: what happened, not to whom."""
    named = {stem(name) for name in who}
    return {word: count for word, count in counts.items() if word not in named}


def _core(reading: Reading, wording: Wording, who: Mapping[str, int]) -> Counter[str]:
    """Names in title, lead and beside figures: whom and what the article is about."""
    spans = {claim.sentence.start: claim.sentence.start + min(LONGEST, len(claim.sentence.text)) for claim in reading.claims}
    starts = [one.start for one in wording.capitals]
    found: Counter[str] = Counter(set(names(_blanked(_heading(reading.article), wording.outlets))))
    for start, end in ((0, LEAD), *spans.items()):
        near = wording.capitals[bisect_left(starts, start) : bisect_left(starts, end)]
        found.update({one.name for one in near if one.is_name})
    known = Counter({name: count for name, count in found.items() if name in who})
    if len(reading.article.text) <= HEAD:
        return known
    # Who is named a single time in a long text is quoted, or looked on; what it is about comes up again.
    return Counter({name: count for name, count in known.items() if who[name] > 1}) or known


def _telling(who: Mapping[str, float], counts: Mapping[str, int]) -> dict[str, float]:
    """A name that stands in the article once, such as a bystander's, tells less of the event."""
    return unit({name: weight * (ONCE if counts[name] == 1 else 1.0) for name, weight in who.items()})


def _blanked(text: str, outlets: Sequence[str]) -> str:
    """The text with as many blanks for every outlet's name."""
    for outlet in outlets:
        text = text.replace(outlet, " " * len(outlet))
    return text


def _reporting(reading: Reading) -> list[str]:
    """The outlets that the article credits or cites, long names first: who reports is no party to the event."""
    cited = {cite for claim in reading.claims for cite in claim.attribution.cites}
    return sorted({reading.article.outlet, *reading.article.credits, *cited} - {""}, key=lambda name: (-len(name), name))
