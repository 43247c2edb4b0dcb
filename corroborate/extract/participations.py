"""Who fills a role in an event: the recipients of a letter, the buyer in a takeover."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.spans import chars_of, mark, register_extensions
from corroborate.model.claims import Span
from corroborate.model.figures import Kind, Participation

LETTER_RECIPIENT = "letter recipient"

_LETTER_TO = re.compile(r"\b(?:letter|memo|memorandum|report|note)\b[^.;\n]{0,60}?\bto (?=(?:the |US |U\.S\. )?[A-Z])")
_BETWEEN = re.compile(r"^\s*(?:,|and|, and)?\s*(?:(?:Senators?|Representatives?|Mayors?|Ministers?)\s+)?$")


class ParticipationReader:
    """Fill `doc.spans["participations"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read who fills which role."""
        doc.spans["participations"] = list(read_participations(doc))
        return doc


@Language.factory("corroborate_participations")
def make_participations(nlp: Language, name: str) -> ParticipationReader:
    """The component that reads participations."""
    register_extensions()
    return ParticipationReader()


def read_participations(doc: Doc) -> Iterator[TokenSpan]:
    """The recipients of letters, reports and memos."""
    parties = list(doc.spans.get("parties", []))
    for found in _LETTER_TO.finditer(doc.text):
        named = _listed(doc.text, parties, found.end())
        if named:
            chars = Span(chars_of(named[0]).start, chars_of(named[-1]).end)
            names = tuple(dict.fromkeys(span._.party for span in named))
            yield mark(doc, chars, Kind.PARTY, "participations.letter", Participation(LETTER_RECIPIENT, names))


def _listed(text: str, parties: list[TokenSpan], start: int) -> list[TokenSpan]:
    """The parties listed from `start` on, with nothing between them but commas, "and" and titles."""
    named: list[TokenSpan] = []
    end = start
    for span in parties:
        if span.start_char < start:
            continue
        if not _BETWEEN.match(text[end : span.start_char].removeprefix("the ").removeprefix("US ")) or len(named) > 8:
            break
        named.append(span)
        end = span.end_char
    return named
