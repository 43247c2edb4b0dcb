"""Word vectors distilled from the sentence model: what the pipeline knows of words its training texts do not contain.

Each whole word of the model's vocabulary is embedded alone and the outcome reduced to its principal components, as in
Tulkens and van Dongen's Model2Vec (2024); without their weighting by frequency, since no sums of vectors are formed here.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

DIMENSIONS = 64
BATCH = 512

Matrix = NDArray[np.float32]


def distil(folder: Path) -> tuple[list[str], Matrix]:
    """The words of a BERT-like model and their vectors, shape (words, DIMENSIONS), of mean length one."""
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
    model = AutoModel.from_pretrained(str(folder), local_files_only=True).eval()
    known = tokenizer.get_vocab()
    names = sorted(word for word in known if word.isascii() and word.isalpha() and len(word) > 1)
    frame = (tokenizer.cls_token_id, tokenizer.sep_token_id)
    return names, reduced(_embedded(model, [known[word] for word in names], frame))


def _embedded(model: object, ids: Sequence[int], frame: tuple[int, int]) -> Matrix:
    import torch

    rows = []
    with torch.inference_mode():
        for start in range(0, len(ids), BATCH):
            batch = torch.tensor([[frame[0], word, frame[1]] for word in ids[start : start + BATCH]])
            rows.append(model(batch).last_hidden_state[:, 1].numpy())  # type: ignore[operator]
    return np.concatenate(rows)


def reduced(rows: Matrix) -> Matrix:
    """The rows in their first principal components, scaled to a mean length of one."""
    centred = rows - rows.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    # Eigenvectors have no sign of their own: the largest part is made positive, so that two runs agree.
    leading = axes[:, ::-1][:, :DIMENSIONS]
    signs = np.sign(leading[np.abs(leading).argmax(axis=0), np.arange(DIMENSIONS)])
    projected = centred @ (leading * signs)
    scaled: Matrix = (projected / np.linalg.norm(projected, axis=1).mean()).astype(np.float32)
    return scaled


def add_vectors(vocab: Vocab, names: Sequence[str], rows: Matrix) -> None:
    """Give a vocabulary its vectors, found by the lower-case form of a word."""
    from spacy.vectors import Vectors

    keys = [vocab.strings.add(word) for word in names]
    vocab.vectors = Vectors(strings=vocab.strings, data=rows, keys=keys, attr="LOWER")
