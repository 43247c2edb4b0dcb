"""spaCy without PyTorch."""

import sys

import pytest

from corroborate.extract.lean import without_torch


def test_what_is_imported_within_finds_no_pytorch_and_afterwards_it_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("torch", "spacy"):
        monkeypatch.delitem(sys.modules, name, raising=False)

    with without_torch(), pytest.raises(ImportError):
        import torch  # noqa: F401

    assert "torch" not in sys.modules


@pytest.mark.parametrize("imported", ["torch", "spacy"])
def test_where_either_is_imported_already_nothing_changes(imported: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("torch", "spacy"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, imported, pytest)
    before = dict(sys.modules)

    with without_torch():
        assert sys.modules == before

    assert sys.modules == before
