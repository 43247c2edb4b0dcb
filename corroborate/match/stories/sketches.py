"""What articles are compared by when stories are sought: words, names, figures and days, weighted by how rare they are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from corroborate.match.embedding import Embedder, Vectors
from corroborate.match.reuse import shingles
from corroborate.match.stories.kinship import Sketch, event_days, headline_counts, telling_figures
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


def sketches(readings: Sequence[Reading], embedder: Embedder | None) -> list[Sketch]:
    """One sketch an article, in order of time."""
    ordered = sorted(readings, key=lambda reading: (reading.article.as_of, reading.article.id))
    counts = [_words(reading.article) for reading in ordered]
    named = [_names(reading) for reading in ordered]
    figures = [frozenset(telling_figures(reading)) for reading in ordered]
    leads = [f"{reading.article.title or ''}. {reading.article.text[:LEAD]}" for reading in ordered]
    vectors: Iterable[Vectors | None] = [None] * len(ordered) if embedder is None else embedder.embed(leads)
    return [
        Sketch(
            article=reading.article,
            words=weighted(_subject(count, who)),
            names=_telling(weighted(who), who),
            core=weighted(_core(reading, who)),
            mentioned=frozenset(who),
            figures={figure: rarity(figure) for figure in told},
            counts=headline_counts(reading),
            days=event_days(reading),
            shingles=shingles(reading.article.text),
            vector=vector,
        )
        for reading, count, who, told, vector in zip(ordered, counts, named, figures, vectors, strict=True)
    ]


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
