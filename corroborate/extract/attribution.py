"""Who says so: the named source of what a sentence states."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.lexicon import ADVERBS, AUXILIARIES
from corroborate.extract.spans import mark, register_extensions
from corroborate.extract.verbs import ALLEGING, DENYING, HEDGES, SPEECH_VERBS
from corroborate.model.claims import Attribution, Span

_HEDGE = re.compile(rf"\b(?:{'|'.join(sorted(HEDGES))})\b", re.IGNORECASE)


class AttributionReader:
    """Fill `doc.spans["attributions"]`; the value hangs on `span._.attribution`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read who says what, sentence by sentence."""
        doc.spans["attributions"] = list(read_attributions(doc))
        return doc


@Language.factory("corroborate_attribution")
def make_attribution(nlp: Language, name: str) -> AttributionReader:
    """The component that reads attributions."""
    register_extensions()
    return AttributionReader()


def read_attributions(doc: Doc) -> Iterator[TokenSpan]:
    """One span per sentence that somebody named says or that is hedged."""
    party_at = {token.i: span for span in doc.spans.get("parties", []) for token in span}
    for sentence in doc.sents:
        hedged = _HEDGE.search(sentence.text) is not None
        cue = next((token for token in sentence if token.lower_ in SPEECH_VERBS), None)
        speaker = None if cue is None else _speaker(doc, cue.i, sentence.start, party_at)
        if speaker is None and not hedged:
            continue
        word = None if cue is None else cue.lower_
        value = Attribution(speaker=speaker, cue=word, hedged=hedged or word in ALLEGING, denied=word in DENYING)
        span = mark(doc, Span(sentence.start_char, sentence.end_char), "", "attribution.said")
        span._.attribution = value
        yield span


def _speaker(doc: Doc, cue: int, begin: int, party_at: dict[int, TokenSpan]) -> str | None:
    index = cue - 1
    while index >= begin and (doc[index].lower_ in AUXILIARIES or doc[index].lower_ in ADVERBS):
        index -= 1
    span = party_at.get(index)
    return None if span is None else str(span._.party)
