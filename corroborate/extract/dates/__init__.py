"""Dates and periods of an article, resolved against its publication day and left open as wide as their wording."""

from collections.abc import Callable
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.dates.calendars import Days
from corroborate.extract.dates.readings import Reading, read_dates
from corroborate.extract.dates.viewpoints import DateOrder
from corroborate.extract.spans import mark, register_extensions
from corroborate.model.claims import Span

__all__ = ["DateOrder", "Reading", "make_dates", "mark_dates", "read_dates"]

# What runs on for longer is no sentence.
LONGEST_SENTENCE = 5_000


@Language.factory("corroborate_dates", assigns=["doc.spans"])
def make_dates(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component for `nlp.add_pipe("corroborate_dates")`; it reads `doc._.published`, and `doc._.date_order` where it is told."""
    register_extensions()
    if not Doc.has_extension("date_order"):
        Doc.set_extension("date_order", default=None)
    return mark_dates


def mark_dates(doc: Doc) -> Doc:
    """Fill the group "dates"."""
    closed = [(span.start_char, span.end_char) for span in doc.spans.get("boilerplate", [])]
    named = [(span.start_char, span.end_char) for span in doc.spans.get("parties", []) if span.label_ in {"PERSON", "ORG", "PRODUCT"}]
    found = []
    anchor: Days | None = None
    tagged = doc.has_annotation("TAG")
    sentences = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
    for sentence in sentences:
        tags = partial(_tags, sentence) if tagged else None
        for reading in read_dates(sentence.text[:LONGEST_SENTENCE], doc._.published, anchor=anchor, order=doc._.date_order, tags=tags):
            place = Span(sentence.start_char + reading.start, sentence.start_char + reading.end)
            if _is_inside(place, closed) or _is_part_of_name(place, reading, named):
                continue
            found.append(mark(doc, place, reading.label, f"dates.{reading.rule}", reading.period))
            anchor = reading.period.range if reading.period.is_resolved else anchor
    doc.spans["dates"] = found
    return doc


def _is_inside(place: Span, closed: list[tuple[int, int]]) -> bool:
    return any(start < place.end and place.start < end for start, end in closed)


def _is_part_of_name(place: Span, reading: Reading, named: list[tuple[int, int]]) -> bool:
    """ "April Okafor" is no month; a longer wording ("June 10, 2026") is a date whatever was taken for a name."""
    if reading.rule not in {"month", "year", "season", "weekday"}:
        return False
    return any(start <= place.start and place.end <= end and end - start > place.end - place.start for start, end in named)


def _tags(sentence: TokenSpan) -> dict[int, str]:
    return {token.idx - sentence.start_char: token.tag_ for token in sentence}
