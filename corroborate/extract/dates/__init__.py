"""Dates and periods of an article, resolved against its publication day and left open as wide as their wording."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.dates.calendars import Days
from corroborate.extract.dates.readings import Reading, read_dates
from corroborate.extract.spans import mark, register_extensions, text_of
from corroborate.model.claims import Span
from corroborate.model.outlets import DateOrder

__all__ = ["DateOrder", "Reading", "make_dates", "mark_dates", "read_dates"]

# What runs on for longer is no sentence.
LONGEST_SENTENCE = 5_000

# No name goes on so before a month or a weekday.
INTRODUCED = re.compile(r"\b(?:on|until|since|during|next) $")


@Language.factory("corroborate_dates", assigns=["doc.spans"])
def make_dates(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component for `nlp.add_pipe("corroborate_dates")`; it reads `doc._.published`, and `doc._.date_order` where it is told."""
    register_extensions()
    if not Doc.has_extension("date_order"):
        Doc.set_extension("date_order", default=None)
    return mark_dates


def mark_dates(doc: Doc) -> Doc:
    """Fill the group "dates"."""
    closed = Places(doc.spans.get("boilerplate", ()))
    named = Places(span for span in doc.spans.get("parties", ()) if span.label_ in {"PERSON", "ORG", "PRODUCT"})
    text, found = text_of(doc), []
    anchor: Days | None = None
    tagged = doc.has_annotation("TAG")
    published, order = doc._.published, doc._.date_order
    for sentence in doc.sents if doc.has_annotation("SENT_START") else [doc[:]]:
        offset, end = sentence.start_char, min(sentence.end_char, sentence.start_char + LONGEST_SENTENCE)
        tags = partial(_tags, sentence) if tagged else None
        for reading in read_dates(text[offset:end], published, anchor=anchor, order=order, tags=tags):
            place = Span(offset + reading.start, offset + reading.end)
            if closed.meet(place) or _is_part_of_name(text, place, reading, named):
                continue
            found.append(mark(doc, place, reading.label, f"dates.{reading.rule}", reading.period))
            anchor = reading.period.range if reading.period.is_resolved else anchor
    doc.spans["dates"] = found
    return doc


class Places:
    """Where spans lie that do not overlap; looking one up does not go through all of them."""

    def __init__(self, spans: Iterable[TokenSpan]) -> None:
        self._places = sorted((span.start_char, span.end_char) for span in spans)

    def at(self, place: Span) -> tuple[int, int] | None:
        """The span in which a place ends or that begins before its end, the last one of them."""
        number = bisect_left(self._places, (place.end,))
        return self._places[number - 1] if number else None

    def meet(self, place: Span) -> bool:
        """One of the spans and the place have a character in common."""
        near = self.at(place)
        return near is not None and near[1] > place.start


def _is_part_of_name(text: str, place: Span, reading: Reading, named: Places) -> bool:
    """ "April Okafor" is no month; a longer wording ("June 10, 2026") or "on Thursday" is a date whatever was taken for a name."""
    if INTRODUCED.search(text, max(0, place.start - 7), place.start) or reading.rule.partition(",")[0] not in {
        "month",
        "year",
        "season",
        "weekday",
    }:
        return False
    name = named.at(place)
    return name is not None and name[0] <= place.start and place.end <= name[1] and name[1] - name[0] > place.end - place.start


def _tags(sentence: TokenSpan) -> dict[int, str]:
    return {token.idx - sentence.start_char: token.tag_ for token in sentence}
