"""Claims: every figure of an article with its sentence, its parties, who says so, and what it is limited to."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.scope import scope_of
from corroborate.extract.spans import attribution_of, chars_of
from corroborate.extract.stretches import stretches
from corroborate.model.articles import Article
from corroborate.model.claims import Attribution, Claim, Sentence, Span
from corroborate.model.figures import Figure, Kind, Period, Quantity
from corroborate.model.ids import content_id

FIGURES = ("quantities", "dates", "ranks", "participations")
# A nationality says where someone is from; who acts is named by the other labels.
PARTY_LABELS = frozenset({"PERSON", "ORG", "PLACE", "PRODUCT"})


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the claims of one article share: its sentences by start, its parties and attributions by start."""

    sentences: tuple[Sentence, ...]
    parties: tuple[TokenSpan, ...]
    attributions: tuple[TokenSpan, ...]


def read_claims(doc: Doc, article: Article) -> tuple[Claim, ...]:
    """The claims of an article from its analysed text, in order of their place."""
    text = doc.text
    around = _Surroundings(tuple(_sentences(doc)), _group(doc, "parties"), _group(doc, "attributions"))
    skipped = [chars_of(span) for span in _group(doc, "boilerplate")]
    claims = [
        _claim(text, article, span, around)
        for group in FIGURES
        for span in _group(doc, group)
        if _states_something(span._.figure) and not _inside(chars_of(span), skipped)
    ]
    return tuple(sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, claim.kind)))


def _group(doc: Doc, name: str) -> tuple[TokenSpan, ...]:
    return tuple(sorted(doc.spans.get(name, ()), key=lambda span: chars_of(span).start))


def _sentences(doc: Doc) -> Iterator[Sentence]:
    """The sentences of a document without the blanks around them."""
    for sentence in stretches(doc):
        text = sentence.text.strip()
        if text:
            yield Sentence(text, sentence.start_char + sentence.text.index(text))


def _states_something(figure: Figure | None) -> bool:
    """A date that could not be resolved answers no question."""
    return figure is not None and not (isinstance(figure, Period) and not figure.is_resolved)


def _inside(chars: Span, spans: Sequence[Span]) -> bool:
    """The characters begin in one of the spans, which are in order and apart from each other."""
    before = bisect_right(spans, chars.start, key=lambda span: span.start)
    return before > 0 and chars.start < spans[before - 1].end


def _claim(text: str, article: Article, span: TokenSpan, around: _Surroundings) -> Claim:
    chars = chars_of(span)
    surface = chars.cut(text)
    kind = _kind(span)
    sentence = _sentence_at(around.sentences, chars.start)
    ends = sentence.start + len(sentence.text)
    return Claim(
        id=content_id("c", article.revision, kind, chars.start, surface),
        revision=article.revision,
        kind=kind,
        figure=span._.figure,
        surface=surface,
        span=chars,
        sentence=sentence,
        parties=_parties(around.parties, sentence.start, ends),
        attribution=_attribution(around.attributions, chars.start),
        scope=_scope(span._.figure, sentence, chars),
        rule=span._.rule,
    )


def _scope(figure: Figure, sentence: Sentence, chars: Span) -> tuple[str, ...]:
    """Scope words limit quantities; a date, a rank and a part in an event carry their own limits."""
    if not isinstance(figure, Quantity):
        return ()
    found = scope_of(sentence.text, chars.start - sentence.start, chars.end - sentence.start)
    # A share is always of something: "12 percent of them" is no part of another percentage.
    return tuple(scope for scope in found if scope != "part") if figure.unit == "%" else found


def _kind(span: TokenSpan) -> Kind:
    return Kind(span.label_)


def _sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence:
    """The sentence in which a character stands."""
    return sentences[max(0, bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1)]


def _parties(parties: Sequence[TokenSpan], start: int, end: int) -> tuple[str, ...]:
    """Full names of the parties between two offsets, each once, in order of first mention."""
    first = bisect_right(parties, start - 1, key=lambda span: span.start_char)
    names: dict[str, None] = {}
    for span in parties[first:]:
        if span.start_char >= end:
            break
        if span.label_ in PARTY_LABELS:
            names[span._.party] = None
    return tuple(names)


def _attribution(attributions: Sequence[TokenSpan], offset: int) -> Attribution:
    """Who says what stands at an offset: the innermost attribution that covers it."""
    before = bisect_right(attributions, offset, key=lambda span: chars_of(span).start)
    covering = [span for span in attributions[max(0, before - 3) : before] if offset < chars_of(span).end]
    return attribution_of(covering[-1]) if covering else Attribution()
