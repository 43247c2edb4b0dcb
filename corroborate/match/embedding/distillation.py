"""Makes the table of vectors of words out of a sentence model, as Tulkens and van Dongen's Model2Vec (2024) does.

    python -m corroborate.match.embedding.distillation TABLE

Each piece of the model's vocabulary is embedded alone; the outcome is reduced to its principal components, and a word made
the shorter the more frequent it is. Nothing is random: the same model and processor give the same file.
"""

import sys
from collections.abc import Sequence
from io import BytesIO
from math import log1p
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corroborate.match.background import LENGTH, share
from corroborate.match.embedding.sentences import DEFAULT_MODEL, locate

Matrix = NDArray[np.float64]

COLUMNS = 256
BATCH = 256

COMMON = 1e-3
"""Share of running text at which a word counts half."""

PIECE = 0.5
"""What the pieces of a word count, each beside a whole word: a rare name is no more than its sentence's one odd word."""

NUMBER = 3e-5
"""Share of running text assumed of a number: what it says is compared as a figure, not as a word."""

EVENED = 0.5
"""How far the principal components are brought to one spread: 0 leaves them as they are, 1 makes them equal."""

CENTRED = 0.7
"""How much of what running text has in common is taken out of each word, so that texts about nothing alike are not alike."""

TOP = 127
"""The largest whole number of a row."""


def distil(folder: Path, columns: int = COLUMNS) -> bytes:
    """The table of a BERT-like model, as the bytes of an npz file."""
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
    model = AutoModel.from_pretrained(str(folder), local_files_only=True).eval()
    known = tokenizer.get_vocab()
    listed = sorted(piece for piece in known if is_of_words(piece))
    frame = (tokenizer.cls_token_id, tokenizer.sep_token_id)
    alone = embedded(model, [(frame[0], known[piece], frame[1]) for piece in listed])
    return table(listed, weighted(listed, principal(alone, columns)))


def is_of_words(piece: str) -> bool:
    """The piece is made of plain letters or digits; signs and other scripts say nothing here."""
    return piece.isascii() and piece.removeprefix("##").isalnum()


def weighted(listed: Sequence[str], rows: Matrix) -> Matrix:
    """Rows as they are added up: without what all texts share, each as long as its piece is rare."""
    weights = np.array([[weight(piece)] for piece in listed])
    often = weights * np.array([[0.0 if piece.startswith("##") else running(piece)] for piece in listed])
    shared = (often * rows).sum(axis=0) / often.sum()
    return np.asarray((rows - CENTRED * shared) * weights)


def weight(piece: str) -> float:
    """Between 0 and 1, after Arora, Liang and Ma's smooth inverse frequency (2017)."""
    return PIECE if piece.startswith("##") else COMMON / (COMMON + running(piece))


def running(word: str) -> float:
    """The share of running text that is this word."""
    return NUMBER if word.isdigit() else -log1p(-share(word)) / LENGTH


def embedded(model: Any, texts: Sequence[Sequence[int]]) -> Matrix:
    """The state of the middle of each text; all are of three tokens."""
    import torch

    torch.set_num_threads(1)
    rows = []
    with torch.inference_mode():
        for start in range(0, len(texts), BATCH):
            rows.append(model(torch.tensor(texts[start : start + BATCH])).last_hidden_state[:, 1].numpy())
    return np.concatenate(rows).astype(np.float64)


def principal(rows: Matrix, columns: int) -> Matrix:
    """The rows in their first principal components, the large ones dampened."""
    centred = rows - rows.mean(axis=0)
    spread, axes = np.linalg.eigh(centred.T @ centred / len(rows))
    # Eigenvectors have no sign of their own: the largest part is made positive, so that two runs agree.
    leading = axes[:, ::-1][:, :columns]
    signs = np.sign(leading[np.abs(leading).argmax(axis=0), np.arange(leading.shape[1])])
    dampened = spread[::-1][:columns] ** (-EVENED / 2)
    return np.asarray(centred @ (leading * signs * dampened))


def table(listed: Sequence[str], rows: Matrix) -> bytes:
    """The bytes of an npz file with the rows in whole numbers; the same for the same rows."""
    scales = np.abs(rows).max(axis=0) / TOP
    file = BytesIO()
    np.savez_compressed(
        file,
        words=np.frombuffer("\n".join(listed).encode(), dtype=np.uint8),
        numbers=np.rint(rows / scales).astype(np.int8),
        scales=scales.astype(np.float32),
    )
    return file.getvalue()


if __name__ == "__main__":
    place = locate(DEFAULT_MODEL)
    if len(sys.argv) != 2 or place is None:
        sys.exit("usage: python -m corroborate.match.embedding.distillation TABLE")
    Path(sys.argv[1]).write_bytes(distil(place))
