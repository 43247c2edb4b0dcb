"""Claims: every figure of an article with its sentence, its parties, who says so, and what it is limited to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.deeds import NOBODY, read_deeds
from corroborate.extract.periods import read_periods
from corroborate.extract.scope import scope_of
from corroborate.extract.spans import attribution_of, chars_of, text_of
from corroborate.extract.stretches import stretches
from corroborate.model.articles import Article
from corroborate.model.claims import Attribution, Claim, Deed, Sentence, Span
from corroborate.model.figures import Figure, Kind, Period, Quantity
from corroborate.model.ids import content_id

FIGURES = ("quantities", "victims", "ballots", "dates", "ranks", "participations")
MOST_BESIDE = 6
# A nationality says where someone is from; who acts is named by the other labels.
PARTY_LABELS = frozenset({"PERSON", "ORG", "PLACE", "PRODUCT"})


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the claims of one article share: its sentences, its parties by their first character, its attributions, all in order.

    `quantities` are the characters of its quantities, in order; `deeds` and `periods` are theirs; `lists` those of people in a row.
    """

    sentences: tuple[Sentence, ...]
    parties: tuple[tuple[int, str], ...]
    attributions: tuple[tuple[Span, Attribution], ...]
    quantities: tuple[Span, ...]
    lists: tuple[Span, ...]
    deeds: dict[Span, Deed]
    periods: dict[Span, Period | None]


def read_claims(doc: Doc, article: Article) -> tuple[Claim, ...]:
    """The claims of an article from its analysed text, in order of their place."""
    # Asking a document for its text, or a span for what hangs on it, costs more than reading a claim: each is done once.
    text = text_of(doc)
    around = _surroundings(doc, text)
    skipped = [chars for chars, _ in _group(doc, "boilerplate")]
    claims = [
        _claim(text, article, _Place(chars, span, figure), around)
        for group in FIGURES
        for chars, span in _group(doc, group)
        if _states_something(figure := span._.figure) and not _inside(chars, skipped)
    ]
    return tuple(sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, claim.kind)))


def retold(claims: tuple[Claim, ...], article: Article) -> tuple[Claim, ...]:
    """The claims of a text as those of an article that has the same text."""
    if not claims or claims[0].revision == article.revision:
        return claims
    return tuple(replace(claim, id=_id_of(article, claim.kind, claim.span, claim.surface), revision=article.revision) for claim in claims)


def _id_of(article: Article, kind: Kind, chars: Span, surface: str) -> str:
    return content_id("c", article.revision, kind, chars.start, surface)


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure where it stands."""

    chars: Span
    marked: TokenSpan
    figure: Figure


def _surroundings(doc: Doc, text: str) -> _Surroundings:
    quantities, victims = _group(doc, "quantities"), _group(doc, "victims")
    places, spans = [chars for chars, _ in quantities], [span for _, span in quantities]
    return _Surroundings(
        tuple(_sentences(doc, text)),
        tuple((span.start_char, span._.party) for _, span in _group(doc, "parties") if span.label_ in PARTY_LABELS),
        tuple((chars, attribution_of(span)) for chars, span in _group(doc, "attributions")),
        tuple(places),
        tuple(chars for chars, _ in _group(doc, "listed")),
        dict(zip(places, read_deeds(doc, spans), strict=True)),
        {**_periods(doc, text, victims), **_periods(doc, text, quantities)},
    )


def _periods(doc: Doc, text: str, figures: Sequence[tuple[Span, TokenSpan]]) -> dict[Span, Period | None]:
    return (
        dict(zip((chars for chars, _ in figures), read_periods(doc, text, [span for _, span in figures]), strict=True)) if figures else {}
    )


def _group(doc: Doc, name: str) -> list[tuple[Span, TokenSpan]]:
    return sorted(((chars_of(span), span) for span in doc.spans.get(name, ())), key=lambda one: one[0].start)


def _sentences(doc: Doc, text: str) -> Iterator[Sentence]:
    """The sentences of a document without the blanks around them."""
    for sentence in stretches(doc):
        whole = text[sentence.start_char : sentence.end_char]
        told = whole.strip()
        if told:
            yield Sentence(told, sentence.start_char + whole.index(told))


def _states_something(figure: Figure | None) -> bool:
    """A date that could not be resolved answers no question."""
    return figure is not None and not (isinstance(figure, Period) and not figure.is_resolved)


def _inside(chars: Span, spans: Sequence[Span]) -> bool:
    """The characters begin in one of the spans, which are in order and apart from each other."""
    before = bisect_right(spans, chars.start, key=lambda span: span.start)
    return before > 0 and chars.start < spans[before - 1].end


def _claim(text: str, article: Article, place: _Place, around: _Surroundings) -> Claim:
    chars = place.chars
    surface = chars.cut(text)
    kind = Kind(place.marked.label_)
    is_quantity = isinstance(place.figure, Quantity)
    sentence = _sentence_at(around.sentences, chars.start)
    ends = sentence.start + len(sentence.text)
    return Claim(
        id=_id_of(article, kind, chars, surface),
        revision=article.revision,
        kind=kind,
        figure=place.figure,
        surface=surface,
        span=chars,
        sentence=sentence,
        parties=_parties(around.parties, sentence.start, ends),
        attribution=_attribution(around.attributions, chars.start),
        scope=_scope(place, sentence, around),
        rule=place.marked._.rule,
        deed=around.deeds.get(chars, NOBODY) if is_quantity else NOBODY,
        period=around.periods.get(chars) if is_quantity else None,
    )


def _scope(place: _Place, sentence: Sentence, around: _Surroundings) -> tuple[str, ...]:
    """Scope words limit quantities; a date, a rank and a part in an event carry their own limits."""
    figure, chars, quantities = place.figure, place.chars, around.quantities
    if not isinstance(figure, Quantity):
        return ()
    first = bisect_left(quantities, sentence.start, key=lambda one: one.start)
    last = bisect_left(quantities, sentence.start + len(sentence.text), lo=first, key=lambda one: one.start)
    # Of an endless list only the nearest can matter.
    middle = bisect_left(quantities, chars.start, lo=first, hi=last, key=lambda one: one.start)
    near = quantities[max(first, middle - MOST_BESIDE) : min(last, middle + MOST_BESIDE + 1)]
    others = [Span(one.start - sentence.start, one.end - sentence.start) for one in near if one != chars]
    found = scope_of(sentence.text, chars.start - sentence.start, chars.end - sentence.start, others)
    if place.marked.label_ == Kind.COUNT and place.marked._.rule[:6] != "people" and _inside(chars, around.lists):
        # "A mother and her two daughters died": two are not all the dead.
        found = tuple(sorted({*found, "part"}))
    # A share is always of something: "12 percent of them" is no part of another percentage.
    return tuple(scope for scope in found if scope != "part") if figure.unit == "%" else found


def _sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence:
    """The sentence in which a character stands."""
    return sentences[max(0, bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1)]


def _parties(parties: Sequence[tuple[int, str]], start: int, end: int) -> tuple[str, ...]:
    """Full names of the parties between two offsets, each once, in order of first mention."""
    first = bisect_left(parties, start, key=itemgetter(0))
    last = bisect_left(parties, end, lo=first, key=itemgetter(0))
    return tuple(dict.fromkeys(name for _, name in parties[first:last]))


def _attribution(attributions: Sequence[tuple[Span, Attribution]], offset: int) -> Attribution:
    """Who says what stands at an offset: the innermost attribution that covers it."""
    before = bisect_right(attributions, offset, key=lambda one: one[0].start)
    covering = [told for chars, told in attributions[max(0, before - 3) : before] if offset < chars.end]
    return covering[-1] if covering else Attribution()
