"""Tags, entity spans and parses by the shipped weights, only where a sentence carries something to read.

Tags and entities are looked for where a sentence has a figure, a date or somebody's words; trees, which cost twice as
much, where it has a figure.
"""

import re
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.labels import part_of_speech
from corroborate.extract.spans import register_extensions
from corroborate.extract.stretches import stretches
from corroborate.extract.trained import WEIGHTS

COMPONENT = "corroborate_syntax"
FIGURES = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundreds?|thousands?|[bmtr]illions?|dozens?|scores|half|thirds?|quarters?|fifths?|doubled|tripled)\b",
    re.IGNORECASE,
)
"""What makes a sentence worth a tree."""

READABLE = re.compile(
    rf"{FIGURES.pattern}|[\"“”]|\b(?:said|says|told|according|reported|announced|added|first|last|record|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|week|month|year)\b",
    re.IGNORECASE,
)
"""What makes a sentence worth tags and names: a figure, a date, a rank or somebody's words."""

ATTRIBUTES = ("TAG", "ENT_IOB", "ENT_TYPE", "POS", "DEP", "HEAD")


class Syntax:
    """Sets `token.tag_`, `token.pos_`, `token.dep_`, `token.head` and `doc.ents` for the sentences that need them.

    It keeps a vocabulary of its own, so that it can stand in any pipeline without changing its word vectors.
    """

    def __init__(self, weights: Path, strings: StringStore) -> None:
        self._trained = spacy.load(weights)
        self._namers = [self._trained.get_pipe(name) for name in ("tok2vec", "tagger", "ner")]
        self._parser = self._trained.get_pipe("parser")
        for label in chain.from_iterable(self._trained.pipe_labels.values()):
            strings.add(label)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the sentences that carry something to read; the others stay as they are."""
        text = doc.text
        sentences = [sentence for sentence in stretches(doc) if READABLE.search(text, sentence.start_char, sentence.end_char)]
        if not sentences:
            return doc
        named = self._excerpt(sentences)
        for pipe in self._namers:
            named = pipe(named)
        carrying = [sentence for sentence in sentences if FIGURES.search(text, sentence.start_char, sentence.end_char)]
        return _annotated(doc, sentences, named, carrying, self._parsed(carrying, sentences, named))

    def _excerpt(self, sentences: Sequence[TokenSpan]) -> Doc:
        """The sentences as a document of their own."""
        tokens = [token for sentence in sentences for token in sentence]
        first = {sentence.start for sentence in sentences}
        vocabulary = self._trained.vocab
        made = Doc(
            vocabulary,
            words=[token.text for token in tokens],
            spaces=[bool(token.whitespace_) for token in tokens],
            sent_starts=[token.i in first for token in tokens],
        )
        # The norm of "n't" is "not": known to the tokenizer, not to the word.
        norms: Any = np.array([vocabulary.strings.add(token.norm_) for token in tokens], dtype=np.uint64)
        return made.from_array(["NORM"], norms.reshape(-1, 1))

    def _parsed(self, carrying: Sequence[TokenSpan], sentences: Sequence[TokenSpan], named: Doc) -> Doc | None:
        """The trees of the sentences that carry figures; the vectors of their words are those of the tagger."""
        if not carrying:
            return None
        made = self._excerpt(carrying)
        starts = {sentence.start for sentence in carrying}
        kept = np.concatenate([np.full(len(sentence), sentence.start in starts) for sentence in sentences])
        made.tensor = named.tensor[kept]
        return self._parser(made)


def _annotated(doc: Doc, sentences: Sequence[TokenSpan], named: Doc, carrying: Sequence[TokenSpan], parsed: Doc | None) -> Doc:
    """The document with the annotation of its excerpts."""
    boundaries: Any = doc.to_array(["SENT_START"]).reshape(-1, 1)
    columns: Any = np.zeros((len(doc), len(ATTRIBUTES)), dtype=np.uint64)
    places = _places(sentences)
    columns[places, :3] = named.to_array(["TAG", "ENT_IOB", "ENT_TYPE"])
    columns[places, 3] = [doc.vocab.strings[part_of_speech(token.tag_, token.lower_)] for token in named]
    if parsed is not None:
        columns[_places(carrying), 4:] = parsed.to_array(["DEP", "HEAD"])
    doc.from_array(list(ATTRIBUTES), columns)
    # Trees move the ends of sentences; they stay where the rules put them.
    return doc.from_array(["SENT_START"], boundaries)


def _places(sentences: Sequence[TokenSpan]) -> NDArray[np.intp]:
    return np.concatenate([np.arange(sentence.start, sentence.end) for sentence in sentences])


@Language.factory(COMPONENT, default_config={"weights": str(WEIGHTS)}, assigns=["token.tag", "token.dep", "token.head", "doc.ents"])
def make_syntax(nlp: Language, name: str, weights: str) -> Syntax:
    """The component that tags, parses and finds entities with the weights of a folder."""
    register_extensions()
    return Syntax(Path(weights), nlp.vocab.strings)
