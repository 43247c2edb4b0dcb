"""A model run by numpy gives the vectors that sentence-transformers gives."""

import json
from math import erf, sqrt
from pathlib import Path

import numpy as np
import pytest

from corroborate.match.embedding.sentences import DEFAULT_MODEL, Foreign, MiniLM, locate
from corroborate.match.embedding.transformer import CONFIGURATION, POOLING, WEIGHTS, Transformer, can_run, gelu

TEXTS = [
    "",
    "Nine hurt as ferry runs aground off Oxmere",
    "Zürich’s Straßenbahn — 1,200 Fahrgäste 東京 \u200d evacuated\tat 3 p.m.",
    "Two dozen dockers walked out. " * 60,
]


@pytest.fixture(scope="module")
def folder() -> Path:
    found = locate(DEFAULT_MODEL)
    assert found is not None
    return found


def test_vectors_are_those_of_sentence_transformers(folder: Path) -> None:
    ours, theirs = Transformer(folder).encode(TEXTS), Foreign(DEFAULT_MODEL, folder).encode(TEXTS)

    assert np.allclose(ours, theirs, atol=2e-6)


def test_the_default_model_is_run_by_numpy() -> None:
    assert isinstance(MiniLM()._model, Transformer)


def test_a_text_has_one_vector_to_the_last_bit_whatever_it_is_computed_with(folder: Path) -> None:
    model = Transformer(folder)

    assert np.array_equal(model.encode(TEXTS[:3])[1], model.encode([TEXTS[1]])[0])


@pytest.mark.parametrize(
    ("file", "entry", "value"),
    [
        (CONFIGURATION, "model_type", "roberta"),
        (CONFIGURATION, "hidden_act", "relu"),
        (POOLING, "pooling_mode_cls_token", True),
        (POOLING, "pooling_mode_mean_tokens", False),
    ],
)
def test_models_of_other_kinds_are_left_to_sentence_transformers(
    folder: Path, tmp_path: Path, file: str, entry: str, value: object
) -> None:
    for place in (path for path in folder.rglob("*") if path.is_file()):
        (tmp_path / place.relative_to(folder)).parent.mkdir(exist_ok=True)
        (tmp_path / place.relative_to(folder)).symlink_to(place)
    assert can_run(tmp_path)

    told = json.loads((tmp_path / file).read_text())
    (tmp_path / file).unlink()
    (tmp_path / file).write_text(json.dumps(told | {entry: value}))

    assert not can_run(tmp_path)


def test_what_is_no_model_is_not_run(tmp_path: Path) -> None:
    (tmp_path / WEIGHTS).write_bytes(b"no weights")

    assert not can_run(tmp_path)


def test_gelu_is_the_value_times_how_often_a_normal_variable_is_below_it() -> None:
    values = np.linspace(-9, 9, 2_001, dtype=np.float32)

    exact = [value * (1 + erf(value / sqrt(2))) / 2 for value in values.tolist()]

    assert np.allclose(gelu(values[None, :])[0], exact, atol=1e-6)
