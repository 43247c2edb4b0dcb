"""What the tags of a pipeline tell better than word lists: where a noun phrase ends and a verb begins."""

from dataclasses import replace

from spacy.tokens import Doc

from corroborate.extract.labels import FINITE_TAGS
from corroborate.extract.quantities.counted import is_plural
from corroborate.extract.quantities.occurrences import Found
from corroborate.extract.spans import text_of
from corroborate.model.figures import Kind

# How far behind a figure its noun phrase may begin.
NEAR = 40


def without_verb(doc: Doc, found: Found) -> Found:
    """The figure without the verb that was taken into its noun phrase: "70 percent of firms reported losses" is of firms.

    A count keeps its phrase where nothing plural would be left, since taggers err as well: "three number-one hits".
    """
    counted = found.quantity.counted
    place = text_of(doc).find(counted, found.span.end, found.span.end + NEAR + len(counted)) if counted else -1
    phrase = doc.char_span(place, place + len(counted)) if counted and place >= 0 else None
    verb = next((token for token in phrase if token.tag_ in FINITE_TAGS), None) if phrase is not None else None
    if phrase is None or verb is None:
        return found
    left = doc[phrase.start : verb.i].text
    if found.kind is Kind.COUNT and not is_plural(left.split(" ")[-1].lower()):
        return found
    return replace(found, quantity=replace(found.quantity, counted=left or None))
