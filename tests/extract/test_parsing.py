"""The same trees as spaCy grows with the same weights."""

from functools import cache
from typing import Any

import numpy as np
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from corroborate.extract.parsing import Trees
from corroborate.extract.trained import WEIGHTS
from corroborate.measure.mutations import AWKWARD, mutants, seed_sentences

SENTENCES = (*AWKWARD, *seed_sentences()[:150], *mutants(150, seed=3))


@cache
def trained() -> Any:
    return spacy.load(WEIGHTS)


def sentences_of(texts: list[str]) -> list[Doc]:
    made = [trained().make_doc(text) for text in texts if text]
    for sentence in made:
        for token in sentence:
            token.is_sent_start = token.i == 0
    contexts = trained().get_pipe("tok2vec")
    contexts.set_annotations(made, contexts.predict(made))
    return made


def trees_of(sentences: list[Doc]) -> list[tuple[int, str]]:
    return [(token.head.i, token.dep_) for sentence in sentences for token in sentence]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
def test_trees_of_many_sentences_at_once_are_those_of_spacy(texts: list[str]) -> None:
    ours, theirs = sentences_of(texts), sentences_of(texts)
    parser = trained().get_pipe("parser")

    Trees(parser).plant(ours, np.concatenate([sentence.tensor for sentence in ours]))

    parser.set_annotations(theirs, parser.predict(theirs))
    assert trees_of(ours) == trees_of(theirs)
    assert any(relation == "ROOT" for _, relation in trees_of(ours))
