"""Places in an order: "one of the largest known attacks", "the second-largest port", "the deadliest fire since 1998"."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from corroborate.extract.lexicon import FUNCTION_WORDS, words
from corroborate.extract.spans import mark, register_extensions
from corroborate.model.claims import Span
from corroborate.model.figures import Kind, Rank

SUPERLATIVES = words("""
largest biggest smallest highest lowest deadliest worst best longest shortest strongest weakest heaviest lightest oldest youngest
richest poorest fastest slowest busiest costliest priciest cheapest tallest deepest hottest coldest wettest driest warmest coolest
greatest fewest broadest widest steepest sharpest bloodiest fiercest gravest earliest newest safest
""")
ORDINALS: dict[str, int] = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
QUALIFIERS = words("known ever recorded confirmed reported detected documented registered measured observed seen single publicly")

_MOST = r"most [a-z]{4,20}(?:ful|ous|ive|able|ible|ent|ant|al|ly|sive)"
_RANK = re.compile(
    r"(?P<shared>\b(?:one of|among) (?:the |its |\w+['’]s )?)?"
    rf"\b(?:(?P<ordinal>{'|'.join(ORDINALS)})[- ])?(?P<superlative>{'|'.join(sorted(SUPERLATIVES))}|{_MOST})\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[- ]?([A-Za-z][\w’'-]*)")


class RankReader:
    """Fill `doc.spans["ranks"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read every superlative with what it ranks."""
        doc.spans["ranks"] = [mark(doc, chars, Kind.RANK, "ranks.superlative", rank) for chars, rank in read_ranks(doc.text)]
        return doc


@Language.factory("corroborate_ranks")
def make_ranks(nlp: Language, name: str) -> RankReader:
    """The component that reads ranks."""
    register_extensions()
    return RankReader()


def read_ranks(text: str) -> Iterator[tuple[Span, Rank]]:
    """Every rank of a text with its characters, from left to right."""
    for found in _RANK.finditer(text):
        qualifiers, head, end = _ranked(text, found.end())
        if head:
            place = ORDINALS.get((found["ordinal"] or "").lower(), 1)
            rank = Rank(found["superlative"].lower(), head, qualifiers, place, found["shared"] is not None)
            yield Span(found.start(), end), rank


def _ranked(text: str, start: int) -> tuple[tuple[str, ...], str, int]:
    """Qualifiers, noun phrase and end of what follows a superlative."""
    qualifiers: list[str] = []
    nouns: list[str] = []
    end = start
    while len(nouns) < 6 and (found := _WORD.match(text, end)):
        word = found[1]
        if word.lower() in QUALIFIERS:
            qualifiers.append(word.lower())
        elif word.lower() in FUNCTION_WORDS:
            break
        else:
            nouns.append(word)
        end = found.end()
    return tuple(qualifiers), " ".join(nouns), end
