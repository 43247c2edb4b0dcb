"""Tags, entity spans and parses by the shipped weights, only where a sentence carries something to read.

Tags and entities are looked for where a sentence has a figure, a date or somebody's words; trees, which cost twice as
much, where it has a figure. Sentences of agencies, and of letters and releases, come again in one outlet after another:
what was found in them is remembered.
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
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from corroborate.extract.contexts import Contexts, Words
from corroborate.extract.entities import Entities
from corroborate.extract.lately import Lately
from corroborate.extract.lexicon import small
from corroborate.extract.moves import Floats
from corroborate.extract.parsing import Trees
from corroborate.extract.spans import register_extensions, text_of
from corroborate.extract.stretches import stretches
from corroborate.extract.tagging import Tags
from corroborate.extract.trained import WEIGHTS

COMPONENT = "corroborate_syntax"
_NUMBERS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundreds?|thousands?|billions?|millions?|dozens?|scores|half|thirds?|quarters?|fifths?|doubled|tripled"
)
FIGURES = re.compile(rf"\d|\b(?:{_NUMBERS})\b|teen\b(?<=[a-z]teen)")
"""What makes a sentence worth a tree; looked for in small letters."""

READABLE = re.compile(
    rf"[\d\"“”]|\b(?:{_NUMBERS}|said|says|told|according|reported|announced|added|first|last|record|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|week|month|year)\b|teen\b(?<=[a-z]teen)"
)
"""What makes a sentence worth tags and names: a figure, a date, a rank or somebody's words."""

ATTRIBUTES = ("TAG", "ENT_IOB", "ENT_TYPE", "POS", "DEP", "HEAD")
PRINTED = ("ORTH", "NORM", "SPACY")
"""What a token's annotation depends on."""

REMEMBERED = 200_000
"""Tokens whose annotation is remembered at least, as long as they are met; some 70 bytes each, and twice as many at most."""

Columns = NDArray[np.uint64]
Key = tuple[bytes, bool]


class Syntax:
    """Sets `token.tag_`, `token.pos_`, `token.dep_`, `token.head` and `doc.ents` for the sentences that need them.

    It keeps a vocabulary of its own, so that it can stand in any pipeline without changing its word vectors.
    """

    def __init__(self, weights: Path, strings: StringStore) -> None:
        self._strings = strings
        self._trained = spacy.load(weights)
        pipes: list[Any] = [self._trained.get_pipe(name) for name in ("tok2vec", "tagger", "ner", "parser")]
        tok2vec, tagger, recogniser, parser = pipes
        # numpy multiplies three times as fast as the kernels that thinc prefers, on one thread: two would wait for each other.
        self._threads = ThreadpoolController()
        for node in chain.from_iterable(pipe.model.walk() for pipe in pipes):
            node.ops = NumpyOps(use_blis=False)
        self._contexts = Contexts(tok2vec, self._trained.vocab, strings)
        self._tags = Tags(tagger, strings)
        self._entities = Entities(recogniser)
        self._trees = Trees(parser)
        self._labels = np.array([*(strings.add(name) for name in self._entities.names), 0], dtype=np.uint64)
        self._remembered = Lately[Key, Columns](REMEMBERED)
        for label in chain.from_iterable(self._trained.pipe_labels.values()):
            strings.add(label)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the sentences that carry something to read; the others stay as they are."""
        text = small(text_of(doc))
        sentences = [sentence for sentence in stretches(doc) if READABLE.search(text, sentence.start_char, sentence.end_char)]
        if not sentences:
            return doc
        carrying = [FIGURES.search(text, one.start_char, one.end_char) is not None for one in sentences]
        printed: Any = doc.to_array(list(PRINTED))
        keys = [(printed[one.start : one.end].tobytes(), parsed) for one, parsed in zip(sentences, carrying, strict=True)]
        found = {key: self._remembered.get(key) for key in keys}
        new = {key: sentence for key, sentence in zip(keys, sentences, strict=True) if found[key] is None}
        if new:
            for key, made in zip(new, self._read(doc, list(new.values()), [parsed for _, parsed in new]), strict=True):
                found[key] = made
                self._remembered.keep(key, made, len(made))
        return _annotated(doc, sentences, [columns for key in keys if (columns := found[key]) is not None])

    def _read(self, doc: Doc, sentences: Sequence[TokenSpan], carrying: Sequence[bool]) -> list[Columns]:
        """The ATTRIBUTES of each token of each sentence, with heads where they are `carrying`."""
        words: Any = doc.to_array(["ORTH", "NORM", "LOWER", "IS_SPACE"])[_places(sentences)]
        lengths = np.array([len(sentence) for sentence in sentences])
        columns: Any = np.zeros((len(words), len(ATTRIBUTES)), dtype=np.uint64)
        with self._threads.limit(limits=1):
            vectors = self._contexts.of(words[:, :2], lengths)
            columns[:, 0], columns[:, 3] = self._tags.of(vectors, words[:, 2])
            entities = self._entities.find(vectors, lengths, words[:, 3] > 0)
            columns[:, 1], columns[:, 2] = entities.places, self._labels[entities.labels]
            cuts = np.cumsum(lengths)[:-1]
            made = list(zip(np.split(words[:, 0], cuts), np.split(vectors, cuts), np.split(columns, cuts), strict=True))
            self._parse([one for one, is_parsed in zip(made, carrying, strict=True) if is_parsed])
        return [one.copy() for _, _, one in made]

    def _parse(self, sentences: Sequence[tuple[Words, Floats, Columns]]) -> None:
        """Fill in the trees of sentences, told by the ORTH and the vectors of their tokens."""
        if not sentences:
            return
        excerpts = [self._excerpt(words) for words, _, _ in sentences]
        self._trees.plant(excerpts, np.concatenate([vectors for _, vectors, _ in sentences]))
        for (_, _, columns), excerpt in zip(sentences, excerpts, strict=True):
            columns[:, 4:] = excerpt.to_array(list(ATTRIBUTES[4:]))

    def _excerpt(self, words: Words) -> Doc:
        """A sentence as a document of its own: what stands beside it here need not stand beside it in the text."""
        told = [self._strings[word] for word in words.tolist()]
        return Doc(self._trained.vocab, words=told, sent_starts=[True, *([False] * (len(told) - 1))])


def _annotated(doc: Doc, sentences: Sequence[TokenSpan], found: Sequence[Columns]) -> Doc:
    """The document with what was found in its sentences."""
    boundaries: Any = doc.to_array(["SENT_START"]).reshape(-1, 1)
    columns: Any = np.zeros((len(doc), len(ATTRIBUTES)), dtype=np.uint64)
    columns[_places(sentences)] = np.concatenate(found)
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
