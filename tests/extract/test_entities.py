"""The same entities as spaCy finds with the same weights, one token after another."""

from functools import cache
from typing import Any

import numpy as np
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from corroborate.extract.entities import BEGINS, INSIDE, OUTSIDE, Entities, Found
from corroborate.extract.trained import WEIGHTS
from corroborate.measure.mutations import AWKWARD, mutants, seed_sentences

SENTENCES = (*AWKWARD, *seed_sentences()[:150], *mutants(150, seed=2))


@cache
def trained() -> Any:
    return spacy.load(WEIGHTS)


def vectors_of(texts: list[str]) -> list[Doc]:
    pipeline = trained()
    sentences = [pipeline.make_doc(text) for text in texts if text]
    tagger = pipeline.get_pipe("tok2vec")
    tagger.set_annotations(sentences, tagger.predict(sentences))
    for sentence in sentences:
        for token in sentence:
            token.is_sent_start = token.i == 0
    return sentences


def found_in(sentences: list[Doc]) -> tuple[tuple[str, ...], Found]:
    entities = Entities(trained().get_pipe("ner"))
    blank = np.concatenate([sentence.to_array("IS_SPACE") for sentence in sentences]) > 0
    vectors = np.concatenate([sentence.tensor for sentence in sentences])
    return entities.names, entities.find(vectors, np.array([len(sentence) for sentence in sentences]), blank)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
def test_entities_of_many_sentences_at_once_are_those_of_spacy(texts: list[str]) -> None:
    sentences = vectors_of(texts)
    recogniser = trained().get_pipe("ner")

    names, found = found_in(sentences)

    recogniser.set_annotations(sentences, recogniser.predict(sentences))
    assert found.places.tolist() == np.concatenate([sentence.to_array("ENT_IOB") for sentence in sentences]).tolist()
    assert [names[label] if label >= 0 else "" for label in found.labels] == [
        token.ent_type_ for sentence in sentences for token in sentence
    ]


def test_an_entity_begins_once_and_ends_with_its_sentence() -> None:
    sentences = vectors_of(["Ilse Varga", "Orrin Rail plc sued Velt Freight in Orsk."])

    _, found = found_in(sentences)

    assert set(found.places.tolist()) <= {BEGINS, INSIDE, OUTSIDE}
    assert found.places[0] != INSIDE
    assert found.places[2] != INSIDE
