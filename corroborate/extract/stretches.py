"""The stretches of a text that are read: its sentences outside page furniture, endless ones cut."""

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.spans import chars_of

# No sentence of a newspaper is as long; what is costs no more than its length when it is read in pieces.
LONGEST_SENTENCE = 300


def stretches(doc: Doc) -> Iterator[TokenSpan]:
    """The sentences of an article from first to last, without those that stand in page furniture."""
    furniture = sorted((chars_of(span) for span in doc.spans.get("boilerplate", ())), key=lambda chars: chars.start)
    place = 0
    for sentence in doc.sents:
        while place < len(furniture) and furniture[place].end <= sentence.start_char:
            place += 1
        if place < len(furniture) and furniture[place].start <= sentence.start_char:
            continue
        first, end = sentence.start, sentence.end
        if end - first <= LONGEST_SENTENCE:
            yield sentence
            continue
        for start in range(first, end, LONGEST_SENTENCE):
            yield doc[start : min(start + LONGEST_SENTENCE, end)]
