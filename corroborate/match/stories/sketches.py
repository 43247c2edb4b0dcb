"""What articles are compared by when stories are sought: words, names, figures and days, weighted by how rare they are.

A sketch is a pure function of one reading (and of the vector of its title and lead, where there is an embedder), small
enough to be kept beside the article: a few hundred words at most, whatever the length of the text.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from corroborate.match.embedding import Embedder, Vectors, of_leads
from corroborate.match.reuse import shingles
from corroborate.match.stories.figures import HEAD, MOST, Extent, event_days, headline_counts, plain_numbers, telling_figures
from corroborate.match.vectors import rarity, unit, weighted
from corroborate.match.words import ages, full_names, headline_names, names, places, stem, stems, streets, tokens
from corroborate.model.articles import Article, Reading

TITLE_WEIGHT = 3
BODY = 4000
"""Characters of the text whose words are counted."""

LEAD = 400
SHORT = 200
"""Characters of a text too short to say which words of its title are names."""

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

DIGITS = 3
SCALE = 127
"""Weights are kept to three digits, vectors to a byte a dimension: a sketch that was kept is equal to one newly made."""


@dataclass(frozen=True, eq=False)
class Sketch:
    """What an article is compared by.

    `whole` are the words of title and text, `words` those that say what happened, without names; `core` are the names of
    title, lead and of the sentences with figures, `places` names at its head that stand where places do, `ages` those of
    people. `traces` are the smallest hashes of its runs of five words, `complete` whether those are all. `vector` has
    length one.
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
    figures: Mapping[str, float]
    numbers: Mapping[str, float]
    counts: Mapping[str, tuple[Extent, ...]]
    days: tuple[Extent, ...]
    places: frozenset[str]
    ages: frozenset[str]
    traces: frozenset[int]
    complete: bool
    vector: Vectors | None

    @property
    def is_brief(self) -> bool:
        """A headline, or little more."""
        return len(self.whole) <= BRIEF


def sketches(readings: Sequence[Reading], embedder: Embedder | None) -> list[Sketch]:
    """One sketch a reading, in the order given."""
    leads = [lead(one) for one in readings]
    vectors: Iterable[Vectors | None] = [None] * len(readings) if embedder is None else of_leads(embedder).embed(leads)
    return [sketch(reading, vector) for reading, vector in zip(readings, vectors, strict=True)]


def lead(reading: Reading) -> str:
    """The text whose vector goes into a sketch."""
    return f"{reading.article.title or ''}. {reading.article.text[:LEAD]}"


def sketch(reading: Reading, vector: Vectors | None = None) -> Sketch:
    """What an article is compared by; `vector` is that of its lead, of length one."""
    article, who = reading.article, _names(reading)
    counts, title, head = _words(article), stems(_heading(article)), f"{_heading(article)}\n{article.text[:HEAD]}"
    traces, complete = _traces(article.text)
    return Sketch(
        article=article.id,
        revision=article.revision,
        as_of=article.as_of,
        dated=article.published is not None or article.modified is not None,
        headline=_headline(article),
        title=_kept(weighted(Counter(title)), NAMES),
        whole=_kept(weighted(counts), WORDS),
        words=_kept(weighted(_subject(counts, who)), WORDS),
        names=_kept(_telling(weighted(who), who), NAMES),
        core=_kept(weighted(_core(reading, who)), NAMES),
        mentioned=frozenset(_heaviest(who, NAMES)),
        full_names=frozenset(sorted(full_names(_without(article.text[:BODY], _reporting(reading))))[:NAMES]),
        streets=frozenset(sorted(streets(article.text[:BODY]))[:MOST]),
        numbers=_kept(plain_numbers(reading), MOST),
        figures=_kept({figure: rarity(figure) for figure in telling_figures(reading)}, MOST),
        counts=headline_counts(reading),
        days=event_days(reading),
        places=frozenset(sorted(places(_without(head, _reporting(reading))))[:MOST]),
        ages=frozenset(sorted(ages(f"{_heading(article)}\n{article.text[:BODY]}"))[:MOST]),
        traces=traces,
        complete=complete,
        vector=None if vector is None else restored(reduced(vector)),
    )


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
    return {word: round(weights[word], DIGITS) for word in _heaviest(weights, number)}


def _heaviest(weights: Mapping[str, float], number: int) -> list[str]:
    return sorted(weights, key=lambda word: (-weights[word], word))[:number]


def _headline(article: Article) -> str:
    if article.title:
        return article.title[:LEAD]
    sentence = article.text.strip().split("\n")[0].split(". ")[0]
    return sentence[:160] or article.url


def _traces(text: str) -> tuple[frozenset[int], bool]:
    found = sorted(shingle >> 32 for shingle in shingles(text))
    return frozenset(found[:TRACES]), len(found) <= TRACES


def _words(article: Article) -> Counter[str]:
    counts = Counter(stems(article.text[:BODY]))
    for word in stems(_heading(article)):
        counts[word] += TITLE_WEIGHT
    return counts


def _heading(article: Article) -> str:
    return (article.title or "")[:LEAD]


def _names(reading: Reading) -> Counter[str]:
    """Names, and how often each stands in title and text."""
    text, heading = reading.article.text[:BODY], _heading(reading.article)
    found = set(names(_without(text, _reporting(reading))))
    found.update(word for claim in reading.claims for party in claim.parties for word in party.lower().split())
    if len(text) <= SHORT:
        found.update(headline_names(heading))
    # The headline of a long text may capitalise every word: only what the text confirms is a name.
    times = Counter(word.removesuffix("'s") for word in tokens(f"{heading}\n{text}"))
    return Counter({name: max(1, times[name]) for name in found})


def _subject(counts: Mapping[str, int], who: Mapping[str, int]) -> dict[str, int]:
    """Words without the names: what happened, not to whom."""
    named = {stem(name) for name in who}
    return {word: count for word, count in counts.items() if word not in named}


def _core(reading: Reading, who: Mapping[str, int]) -> Counter[str]:
    """Names in title, lead and beside figures: whom and what the article is about."""
    article = reading.article
    sentences = {claim.sentence.start: claim.sentence.text[:LONGEST] for claim in reading.claims if claim.sentence.start < BODY}
    found: Counter[str] = Counter()
    outlets = _reporting(reading)
    for text in (*sentences.values(), _heading(article), article.text[:LEAD]):
        found.update(set(names(_without(text, outlets))))
    known = Counter({name: count for name, count in found.items() if name in who})
    if len(article.text) <= HEAD:
        return known
    # Who is named a single time in a long text is quoted, or looked on; what it is about comes up again.
    return Counter({name: count for name, count in known.items() if who[name] > 1}) or known


def _telling(who: Mapping[str, float], counts: Mapping[str, int]) -> dict[str, float]:
    """A name that stands in the article once, such as a bystander's, tells less of the event."""
    return unit({name: weight * (ONCE if counts[name] == 1 else 1.0) for name, weight in who.items()})


def _without(text: str, outlets: Sequence[str]) -> str:
    for outlet in outlets:
        text = text.replace(outlet, " ")
    return text


def _reporting(reading: Reading) -> list[str]:
    """The outlets that the article credits or cites, long names first: who reports is no party to the event."""
    cited = {cite for claim in reading.claims for cite in claim.attribution.cites}
    return sorted({reading.article.outlet, *reading.article.credits, *cited} - {""}, key=lambda name: (-len(name), name))
