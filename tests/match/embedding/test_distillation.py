"""The command that makes the table, on a model of a few words."""

import io
from pathlib import Path

import numpy as np
import pytest

from corroborate.match.embedding.distillation import distil, is_of_words, principal, weight

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "ferry", "harbour", "##s", "12", "!", "é", "电"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch
    from transformers import BertConfig, BertModel, BertTokenizer

    place = tmp_path_factory.mktemp("model")
    (place / "vocab.txt").write_text("\n".join(VOCABULARY), encoding="utf-8")
    torch.manual_seed(7)
    shape = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16, "max_position_embeddings": 16}
    BertModel(BertConfig(vocab_size=len(VOCABULARY), **shape)).save_pretrained(place)
    BertTokenizer(str(place / "vocab.txt")).save_pretrained(place)
    return place


def test_the_table_holds_words_and_their_pieces_and_no_signs(folder: Path) -> None:
    kept = np.load(io.BytesIO(distil(folder, columns=4)))

    assert bytes(kept["words"]).decode().split("\n") == ["##s", "12", "ferry", "harbour", "the"]
    assert kept["numbers"].shape == (5, 4)
    assert np.abs(kept["numbers"]).max(axis=0).tolist() == [127] * 4


def test_the_same_model_gives_the_same_file(folder: Path) -> None:
    assert distil(folder, columns=4) == distil(folder, columns=4)


def test_rare_words_count_more_than_frequent_ones_and_pieces_half() -> None:
    assert weight("harbour") > 0.9 > weight("people") > weight("the")
    assert weight("##s") == 0.5


def test_signs_and_other_scripts_are_no_words() -> None:
    assert [piece for piece in VOCABULARY if is_of_words(piece)] == ["the", "ferry", "harbour", "##s", "12"]


def test_components_keep_what_is_alike_alike() -> None:
    rows = np.array([[5.0, 1, 0, 0], [5, 1.2, 0, 0.1], [-5, 0, 1, 0], [-5, 0.1, 1.1, 0]])

    found = principal(rows, 2)

    assert found.shape == (4, 2)
    assert np.linalg.norm(found[0] - found[1]) < np.linalg.norm(found[0] - found[2])
