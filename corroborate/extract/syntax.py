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

from corroborate.extract.entities import Entities, Found
from corroborate.extract.labels import part_of_speech
from corroborate.extract.spans import register_extensions, text_of
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
PRINTED = ("ORTH", "NORM", "SPACY")
"""What a token's annotation depends on."""

REMEMBERED = 200_000
"""Tokens whose annotation is remembered at least, as long as they are met; some 70 bytes each, and twice as many at most."""

Columns = NDArray[np.uint64]
Key = tuple[bytes, bool]


class Sentences:
    """What was found in the sentences that were met last: in how many tokens it is told, when half are forgotten."""

    def __init__(self, tokens: int = REMEMBERED) -> None:
        self._most = tokens
        self._tokens = 0
        self._young: dict[Key, Columns] = {}
        self._old: dict[Key, Columns] = {}

    def get(self, key: Key) -> Columns | None:
        """What was found in a sentence; None where it was never met, or is forgotten."""
        found = self._young.get(key)
        if found is None and (found := self._old.get(key)) is not None:
            self.keep(key, found)
        return found

    def keep(self, key: Key, found: Columns) -> None:
        """Remember a sentence, and forget those not met since as many others were."""
        if self._tokens >= self._most:
            self._old, self._young, self._tokens = self._young, {}, 0
        self._young[key] = found
        self._tokens += len(found)


class Syntax:
    """Sets `token.tag_`, `token.pos_`, `token.dep_`, `token.head` and `doc.ents` for the sentences that need them.

    It keeps a vocabulary of its own, so that it can stand in any pipeline without changing its word vectors.
    """

    def __init__(self, weights: Path, strings: StringStore) -> None:
        self._trained = spacy.load(weights)
        self._taggers: list[Any] = [self._trained.get_pipe(name) for name in ("tok2vec", "tagger")]
        self._parser: Any = self._trained.get_pipe("parser")
        recogniser: Any = self._trained.get_pipe("ner")
        self._entities = Entities(recogniser)
        self._remembered = Sentences()
        # numpy multiplies three times as fast as the kernels that thinc prefers, on one thread: two would wait for each other.
        self._threads = ThreadpoolController()
        for pipe in (*self._taggers, recogniser, self._parser):
            for node in pipe.model.walk():
                node.ops = NumpyOps(use_blis=False)
        for label in chain.from_iterable(self._trained.pipe_labels.values()):
            strings.add(label)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the sentences that carry something to read; the others stay as they are."""
        text = text_of(doc)
        sentences = [sentence for sentence in stretches(doc) if READABLE.search(text, sentence.start_char, sentence.end_char)]
        if not sentences:
            return doc
        carrying = [FIGURES.search(text, one.start_char, one.end_char) is not None for one in sentences]
        printed: Any = doc.to_array(list(PRINTED))
        keys = [(printed[one.start : one.end].tobytes(), parsed) for one, parsed in zip(sentences, carrying, strict=True)]
        found = {key: self._remembered.get(key) for key in keys}
        new = {key: sentence for key, sentence in zip(keys, sentences, strict=True) if found[key] is None}
        if new:
            for key, made in zip(new, self._read(list(new.values()), [parsed for _, parsed in new]), strict=True):
                found[key] = made
                self._remembered.keep(key, made)
        return _annotated(doc, sentences, [columns for key in keys if (columns := found[key]) is not None])

    def _read(self, sentences: Sequence[TokenSpan], carrying: Sequence[bool]) -> list[Columns]:
        """The ATTRIBUTES of each token of each sentence, with heads where they are `carrying`."""
        excerpts = [self._excerpt(sentence) for sentence in sentences]
        with self._threads.limit(limits=1):
            for pipe in self._taggers:
                pipe.set_annotations(excerpts, pipe.predict(excerpts))
            entities = self._entities.find(excerpts)
            parsed = [excerpt for excerpt, is_parsed in zip(excerpts, carrying, strict=True) if is_parsed]
            if parsed:
                self._parser.set_annotations(parsed, self._parser.predict(parsed))
        return _columns(excerpts, entities)

    def _excerpt(self, sentence: TokenSpan) -> Doc:
        """A sentence as a document of its own: what stands beside it here need not stand beside it in the text."""
        tokens = list(sentence)
        vocabulary = self._trained.vocab
        made = Doc(
            vocabulary,
            words=[token.text for token in tokens],
            spaces=[bool(token.whitespace_) for token in tokens],
            sent_starts=[True, *([False] * (len(tokens) - 1))],
        )
        # The norm of "n't" is "not": known to the tokenizer, not to the word.
        norms: Any = np.array([vocabulary.strings.add(token.norm_) for token in tokens], dtype=np.uint64)
        return made.from_array(["NORM"], norms.reshape(-1, 1))


def _columns(excerpts: Sequence[Doc], entities: Found) -> list[Columns]:
    strings = excerpts[0].vocab.strings
    labels = np.array([*(strings.add(label) for label in entities.names), 0], dtype=np.uint64)[entities.labels]
    made, start = [], 0
    for excerpt in excerpts:
        columns: Any = excerpt.to_array(list(ATTRIBUTES))
        end = start + len(excerpt)
        columns[:, 1], columns[:, 2] = entities.places[start:end], labels[start:end]
        columns[:, 3] = [strings[part_of_speech(token.tag_, token.lower_)] for token in excerpt]
        made.append(columns)
        start = end
    return made


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
