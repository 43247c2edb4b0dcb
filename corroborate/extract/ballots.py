"""The pipeline component that reads the two sides of a vote: "voted 52-48", "in a 5-4 decision". Other scores are no figures."""

import re
from collections.abc import Iterator
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.spans import chars_of, mark, register_extensions, text_of
from corroborate.model.claims import Span
from corroborate.model.figures import Approx, Kind, Quantity
from corroborate.model.ranges import Range

GROUP, COMPONENT, RULE = "ballots", "corroborate_ballots", "sides of a vote"

_DASH = r"(?:[-–—]|-to-)"
_TALLY = rf"(?<![\d,.])(?P<first>\d{{1,3}}){_DASH}(?P<second>\d{{1,3}})(?![\d,.%]*\d|%|[-–—]\w)"
_BODY = (
    r"(?:house|senate|congress|parliament|council|assembly|legislature|committee|commission|board|panel|court|justices|"
    r"judges|jury|lawmakers|legislators|senators|deputies|councillors|members|MPs|delegates|shareholders|bill|motion|measure|"
    r"resolution|amendment|referendum|ordinance|nomination|budget)"
)
_DECIDED = (
    r"(?:pass(?:ed|es)|approv(?:ed|es)|back(?:ed|s)|reject(?:ed|s)|adopt(?:ed|s)|clear(?:ed|s)|confirm(?:ed|s)|carried|defeat(?:ed|s)|"
    r"rul(?:ed|es)|decid(?:ed|es)|split|divided|failed|endors(?:ed|es)|upheld|overturned|ratif(?:ied|ies))"
)
VOTE = re.compile(
    rf"(?P<told>\bvot(?:ed|es?|ing)\b[^.;:\d]{{0,40}}|\b{_BODY}\b[^.;:]{{0,90}}\b{_DECIDED}\b[^.;:\d]{{0,70}})?\b{_TALLY}"
    r"(?(told)|\s(?:[a-z]+\s)?(?:votes?|decision|ruling|majority|verdict|split)\b)",
    re.IGNORECASE,
)
"""A vote told before both numbers, or named behind them."""

CUE = re.compile(rf"\d{_DASH}\d", re.IGNORECASE)


@Language.factory(COMPONENT)
def make_ballots(nlp: Language, name: str) -> "Ballots":
    """Register the component as `corroborate_ballots`."""
    register_extensions()
    return Ballots()


class Ballots:
    """Fills `doc.spans["ballots"]` where no quantity is read yet."""

    def __call__(self, doc: Doc) -> Doc:
        text = text_of(doc)
        read = [chars_of(span) for span in doc.spans.get("quantities", ())]
        sides = [both for both in _sides(text) if not any(_meet(side, other) for side in both for other in read)]
        doc.spans[GROUP] = [span for ours, theirs in sides for span in _marked(doc, ours, theirs)]
        return doc


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _marked(doc: Doc, ours: Span, theirs: Span) -> Iterator[TokenSpan]:
    """Both sides; what hangs on a span hangs on its tokens, so that of two in one token the second takes the next token along."""
    first = mark(doc, ours, Kind.COUNT.value, RULE, _votes(doc, ours, "votes"))
    yield first
    whole = doc.char_span(theirs.start, theirs.end, alignment_mode="expand")
    if whole is not None and whole.start >= first.end:
        yield mark(doc, theirs, Kind.COUNT.value, RULE, _votes(doc, theirs, "opposing votes"))
    elif whole is not None and whole.end < len(doc):
        span = TokenSpan(doc, whole.start, whole.end + 1, label=Kind.COUNT.value)
        span._.chars, span._.rule, span._.figure = theirs, RULE, _votes(doc, theirs, "opposing votes")
        yield span


def _sides(text: str) -> Iterator[tuple[Span, Span]]:
    """The characters of both numbers of each vote."""
    if CUE.search(text) is None:
        return
    for found in VOTE.finditer(text):
        yield Span(*found.span("first")), Span(*found.span("second"))


def _votes(doc: Doc, side: Span, counted: str) -> Quantity:
    value, one = Decimal(side.cut(text_of(doc))), Decimal(1)
    return Quantity(value, Range(value, value), Approx.EXACT, one, counted=counted)
