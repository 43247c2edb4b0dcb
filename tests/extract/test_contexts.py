"""Vectors of tokens are those of spaCy, whether their words were met before or not; so are the tags by them."""

from functools import cache
from typing import Any

import numpy as np
import spacy
from spacy.tokens import Doc

from corroborate.extract.contexts import Contexts
from corroborate.extract.moves import Floats
from corroborate.extract.tagging import Tags
from corroborate.extract.trained import WEIGHTS

SENTENCES = (
    "Petra Lund, 47, wasn't on board when the Sea Lark sank.",
    "Nine ships sank off Norhaven on Tuesday, the harbour police said.",
    "Tuesday.",
    "The harbour police said nine of them were lost.",
)


@cache
def trained() -> Any:
    return spacy.load(WEIGHTS)


def documents() -> list[Doc]:
    return [trained().make_doc(text) for text in SENTENCES]


def spacy_vectors(sentences: list[Doc]) -> list[Floats]:
    return list(trained().get_pipe("tok2vec").predict(sentences))


def own_vectors(contexts: Contexts, sentences: list[Doc]) -> list[Floats]:
    words: Any = np.concatenate([sentence.to_array(["ORTH", "NORM"]) for sentence in sentences])
    lengths = np.array([len(sentence) for sentence in sentences])
    return np.split(contexts.of(words, lengths), np.cumsum(lengths)[:-1])


def contexts(remembered: int) -> Contexts:
    return Contexts(trained().get_pipe("tok2vec"), trained().vocab, trained().vocab.strings, remembered)


def test_vectors_are_those_of_spacy_however_many_words_are_remembered() -> None:
    expected = spacy_vectors(documents())

    for remembered in (5, 20, 1000):
        reader = contexts(remembered)
        together = own_vectors(reader, documents())
        alone = [own_vectors(reader, [sentence])[0] for sentence in documents()]

        assert all(np.allclose(ours, theirs, atol=1e-5) for ours, theirs in zip(together, expected, strict=True))
        assert all(np.allclose(ours, theirs, atol=1e-5) for ours, theirs in zip(alone, expected, strict=True))


def test_tags_are_those_of_spacy() -> None:
    tagger, strings = trained().get_pipe("tagger"), trained().vocab.strings
    sentences = documents()
    for sentence, vectors in zip(sentences, spacy_vectors(sentences), strict=True):
        sentence.tensor = vectors
    tagger.set_annotations(sentences, tagger.predict(sentences))

    found = [Tags(tagger, strings).of(sentence.tensor, sentence.to_array("LOWER")) for sentence in sentences]

    assert [[strings[tag] for tag in tags.tolist()] for tags, _ in found] == [[token.tag_ for token in one] for one in sentences]
    were = SENTENCES[-1].split().index("were")
    assert strings[int(found[-1][1][were])] == "AUX"
