"""The pipeline component that reads the two sides of a vote: "voted 52-48", "in a 5-4 decision". Other scores are no figures."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

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

SPOKEN = re.compile(
    r"(?P<told>\bvot(?:ed|es|ing)(?: by)?(?: \w+ly)? )?\b(?P<first>\d{1,3}) (?(told)|votes )to (?P<second>\d{1,3})"
    r"(?![\d,.:-]*\d|%)(?(told)(?! ?(?:percent|per cent|a\.?m|p\.?m)\b))",
    re.IGNORECASE,
)
"""Both numbers told as one reads them: "voted 7 to 5", "by 52 votes to 48"."""

CUE = re.compile(rf"\d(?:{_DASH}| to | votes to )\d", re.IGNORECASE)


@Language.factory(COMPONENT)
def make_ballots(nlp: Language, name: str) -> "Ballots":
    """Register the component as `corroborate_ballots`."""
    register_extensions()
    return Ballots()


class Ballots:
    """Fills `doc.spans["ballots"]` where no quantity is read yet, or one that counts nothing but votes."""

    def __call__(self, doc: Doc) -> Doc:
        sides = list(_sides(text_of(doc)))
        read = doc.spans.get("quantities", [])
        told = [both for both in sides if not any(_meet(side, chars_of(one)) for side in both for one in read if not _is_bare(one))]
        doc.spans[GROUP] = [span for ours, theirs in told for span in _marked(doc, ours, theirs)]
        if told and read:
            doc.spans["quantities"] = [one for one in read if not any(_meet(side, chars_of(one)) for both in told for side in both)]
        return doc


def _is_bare(read: TokenSpan) -> bool:
    figure = read._.figure
    return isinstance(figure, Quantity) and read.label_ == Kind.COUNT.value and figure.counted in (None, "votes")


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
    for found in chain(VOTE.finditer(text), SPOKEN.finditer(text)):
        yield Span(*found.span("first")), Span(*found.span("second"))


def _votes(doc: Doc, side: Span, counted: str) -> Quantity:
    value, one = Decimal(side.cut(text_of(doc))), Decimal(1)
    return Quantity(value, Range(value, value), Approx.EXACT, one, counted=counted)
