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
from corroborate.match.stories.figures import MOST, Extent, event_days, headline_counts, telling_figures
from corroborate.match.vectors import rarity, unit, weighted
from corroborate.match.words import names, stem, stems
from corroborate.model.articles import Article, Reading

TITLE_WEIGHT = 3
BODY = 4000
"""Characters of the text whose words are counted."""

LEAD = 400

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

    `words` say what happened, without names; `core` are the names of title, lead and of the sentences with figures.
    `traces` are the smallest hashes of its runs of five words, `whole` whether those are all. `vector` has length one.
    """

    article: str
    revision: str
    as_of: datetime
    dated: bool
    headline: str
    words: Mapping[str, float]
    names: Mapping[str, float]
    core: Mapping[str, float]
    mentioned: frozenset[str]
    figures: Mapping[str, float]
    counts: Mapping[str, tuple[Extent, ...]]
    days: tuple[Extent, ...]
    traces: frozenset[int]
    whole: bool
    vector: Vectors | None


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
    traces, whole = _traces(article.text)
    return Sketch(
        article=article.id,
        revision=article.revision,
        as_of=article.as_of,
        dated=article.published is not None or article.modified is not None,
        headline=_headline(article),
        words=_kept(weighted(_subject(_words(article), who)), WORDS),
        names=_kept(_telling(weighted(who), who), NAMES),
        core=_kept(weighted(_core(reading, who)), NAMES),
        mentioned=frozenset(_heaviest(who, NAMES)),
        figures=_kept({figure: rarity(figure) for figure in telling_figures(reading)}, MOST),
        counts=headline_counts(reading),
        days=event_days(reading),
        traces=traces,
        whole=whole,
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
    for word in stems((article.title or "")[:LEAD]):
        counts[word] += TITLE_WEIGHT
    return counts


def _names(reading: Reading) -> Counter[str]:
    counts = Counter(names(_without(reading.article.text[:BODY], _reporting(reading))))
    counts.update(word for claim in reading.claims for party in claim.parties for word in party.lower().split())
    # A headline may capitalise every word: only what the text confirms is a name.
    counts.update(word for word in names((reading.article.title or "")[:LEAD]) if word in counts)
    return counts


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
    for text in (*sentences.values(), (article.title or "")[:LEAD], article.text[:LEAD]):
        found.update(set(names(_without(text, outlets))))
    return Counter({name: count for name, count in found.items() if name in who})


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
