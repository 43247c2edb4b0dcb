"""Vectors by the table of the package: what they tell, that they depend on nothing but the text, what they load."""

import pickle
import subprocess
import sys

import numpy as np
import pytest

from corroborate.match.embedding.static import StaticVectors
from tests.match.embedding.answers import likeness

TEXTS = (
    "nine people were hurt",
    "9 passengers suffered injuries",
    "the central bank raised interest rates by a quarter point",
    "fraudulent profiles",
    "",
)


@pytest.fixture(scope="module")
def embedder() -> StaticVectors:
    return StaticVectors()


def test_like_things_are_near_whatever_their_words(embedder):
    accounts, profiles, rainfall = embedder.embed(["fake accounts", "fraudulent profiles", "rainfall in millimetres"])

    assert accounts @ profiles > 0.4 > 0.1 > accounts @ rainfall


def test_rows_are_of_unit_length(embedder):
    lengths = np.linalg.norm(embedder.embed(TEXTS[:4]), axis=1)

    assert np.allclose(lengths, 1, atol=1e-6)


def test_a_text_without_a_known_word_is_like_nothing(embedder):
    assert not embedder.embed(["", "– …", "電車"]).any()


def test_no_texts_have_no_vectors(embedder):
    assert embedder.embed([]).shape == (0, 256)


def test_a_text_has_one_vector_whatever_it_is_asked_with(embedder):
    together = embedder.embed([*TEXTS, *reversed(TEXTS)] * 40)
    alone = np.concatenate([embedder.embed([text]) for text in TEXTS])

    assert np.array_equal(together[: len(TEXTS)], alone)
    assert np.array_equal(together[-len(TEXTS) :], alone[::-1])


def test_the_order_of_words_case_and_accents_make_no_difference(embedder):
    first, second = embedder.embed(["Zürich police: nine hurt", "hurt nine POLICE zurich"])

    assert np.array_equal(first, second)


def test_masked_figures_say_nothing(embedder):
    first, second = embedder.embed(["about # crates of apples", "about crates of apples, #.#"])

    assert np.array_equal(first, second)


def test_half_a_character_does_no_harm(embedder):
    assert embedder.embed(["nine \ud83d hurt"]).any()


def test_answers_that_mean_the_same_are_told_from_others(embedder):
    # The sentence model itself reaches 0.887 on them, shared words alone 0.535.
    assert likeness(embedder) >= 0.86


def test_an_embedder_travels_to_other_processes_without_its_table(embedder):
    assert len(pickle.dumps(embedder)) < 200


def test_neither_torch_nor_the_sentence_model_is_loaded():
    program = (
        "import sys; from corroborate.match.embedding import make_embedder; make_embedder('static').embed(['nine hurt']);"
        "sys.exit(bool({'torch', 'transformers', 'tokenizers', 'sentence_transformers'} & sys.modules.keys()))"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
