"""The weights that are shipped: small, licensed, and made by the script beside them."""

import json

import numpy as np
import pytest
import spacy

from corroborate.extract.trained import WEIGHTS
from corroborate.extract.trained.train import needed_strings
from corroborate.extract.trained.vectors import DIMENSIONS, add_vectors, reduced

LARGEST = 15_000_000


def test_the_weights_are_small() -> None:
    assert sum(file.stat().st_size for file in WEIGHTS.rglob("*") if file.is_file()) <= LARGEST


@pytest.mark.parametrize("name", ["LICENSE", "ATTRIBUTION.md", "config.cfg"])
def test_the_weights_come_with_their_licence_and_recipe(name: str) -> None:
    assert (WEIGHTS.parent / name).read_text()


def test_the_weights_are_those_of_the_recipe() -> None:
    shipped = spacy.util.load_config(WEIGHTS / "config.cfg")
    recipe = spacy.util.load_config(WEIGHTS.parent / "config.cfg")

    assert shipped["components"]["tok2vec"]["model"] == recipe["components"]["tok2vec"]["model"]
    assert shipped["training"]["max_steps"] == recipe["training"]["max_steps"]
    assert shipped["system"]["seed"] == recipe["system"]["seed"]


def test_the_weights_hold_no_words_that_only_their_training_texts_had() -> None:
    pipeline = spacy.load(WEIGHTS)

    assert needed_strings(pipeline) == sorted(json.loads((WEIGHTS / "vocab" / "strings.json").read_text()))


def test_vectors_keep_what_words_have_in_common() -> None:
    rng = np.random.default_rng(0)
    kinds = rng.normal(size=(2, 300)).astype(np.float32)
    rows = np.concatenate([kinds[[place % 2]] + 0.1 * rng.normal(size=(1, 300)) for place in range(200)]).astype(np.float32)

    small = reduced(rows)

    assert small.shape == (200, DIMENSIONS)
    assert small[0] @ small[2] > 0 > small[0] @ small[1]
    assert np.linalg.norm(small, axis=1).mean() == pytest.approx(1.0, rel=1e-3)


def test_vectors_are_found_by_the_word_in_any_case() -> None:
    vocabulary = spacy.blank("en").vocab
    row = np.ones((1, DIMENSIONS), dtype=np.float32)

    add_vectors(vocabulary, ["harbour"], row)

    assert vocabulary["Harbour"].has_vector
    assert not vocabulary["ferry"].has_vector
