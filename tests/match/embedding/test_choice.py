import pickle

import pytest

from corroborate.config import EmbeddingSection
from corroborate.errors import ModelMissing
from corroborate.match.embedding import MiniLM, Mixed, StaticVectors, make_embedder, of_leads


def test_none_matches_by_words_alone():
    assert make_embedder("none") is None


def test_the_default_takes_each_for_what_it_tells_best():
    assert isinstance(make_embedder(EmbeddingSection().model), Mixed)


def test_the_table_alone_can_be_had():
    assert isinstance(make_embedder("static"), StaticVectors)


def test_any_other_name_is_that_of_a_sentence_model_and_never_replaced():
    embedder = make_embedder("nobody/has-this-model")

    assert isinstance(embedder, MiniLM)
    with pytest.raises(ModelMissing, match="nobody/has-this-model"):
        embedder.embed(["nine hurt"])


def test_mixed_gives_leads_to_the_sentence_model_and_claims_to_the_table():
    embedder = make_embedder("mixed")

    assert isinstance(embedder, Mixed)
    assert isinstance(of_leads(embedder), MiniLM)
    assert embedder.embed(["nine hurt"]).tolist() == StaticVectors().embed(["nine hurt"]).tolist()


def test_any_other_embedder_serves_for_leads_too():
    embedder = StaticVectors()

    assert of_leads(embedder) is embedder


def test_mixed_travels_to_other_processes_without_its_models():
    embedder = make_embedder("mixed")
    embedder.embed(["nine hurt"])

    assert len(pickle.dumps(embedder)) < 500
