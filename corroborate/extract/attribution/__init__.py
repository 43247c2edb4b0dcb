"""Who says so: the speaker, the document and the outlets behind what a sentence states."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from corroborate.extract.attribution.reading import LATEST_TOPIC, told_in
from corroborate.extract.attribution.told import Told
from corroborate.extract.spans import GROUPS, register_extensions

GROUP = "attributions"
__all__ = ["LATEST_TOPIC", "AttributionReader", "Told", "make_attribution", "read_attributions"]


class AttributionReader:
    """Fill `doc.spans["attributions"]`; the value hangs on `span._.attribution`.

    `span._.voice` is the person who spoke where that was done for another: a spokeswoman.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Read who says what, sentence by sentence."""
        taken = {(span.start, span.end) for name in GROUPS if name != GROUP for span in doc.spans.get(name, ())}
        marked = []
        for told in read_attributions(doc):
            span = _span_over(doc, told, taken)
            taken.add((span.start, span.end))
            span._.chars, span._.rule = told.chars, told.rule
            span._.attribution, span._.voice = told.attribution, told.voice
            marked.append(span)
        doc.spans[GROUP] = marked
        return doc


def _span_over(doc: Doc, told: Told, taken: set[tuple[int, int]]) -> Span:
    """A token span around what was told that is no other's: spaCy keeps the attributes of a span by its two ends alone."""
    span = doc.char_span(told.chars.start, told.chars.end, alignment_mode="expand")
    assert span is not None
    start, end = int(span.start), int(span.end)
    while (start, end) in taken and end < len(doc):
        end += 1
    while (start, end) in taken and start > 0:
        start -= 1
    return doc[start:end]


@Language.factory("corroborate_attribution")
def make_attribution(nlp: Language, name: str) -> AttributionReader:
    """The component that reads attributions."""
    register_extensions()
    if not Span.has_extension("voice"):
        Span.set_extension("voice", default=None)
    return AttributionReader()


def read_attributions(doc: Doc) -> Iterator[Told]:
    """Every stretch of the text that has a source or a hedge, in order of its start; the innermost of several starts last."""
    yield from sorted(told_in(doc), key=lambda told: (told.chars.start, -told.chars.end))
