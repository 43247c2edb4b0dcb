"""An embedder without a model: words hashed into a vector, so that shared words mean likeness."""

from collections.abc import Sequence

import numpy as np

from corroborate.match.embedding import Vectors
from corroborate.match.words import stems
from corroborate.model.ids import digest

DIMENSIONS = 64


class BagOfWords:
    """Stands in for a sentence model."""

    name = "bag of words"

    def embed(self, texts: Sequence[str], /) -> Vectors:
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in stems(text):
                row[int(digest(word)[:8], 16) % DIMENSIONS] += 1
            row /= max(1.0, float(np.linalg.norm(row)))
        return rows
