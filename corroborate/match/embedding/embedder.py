"""What every embedding is to the rest of the program."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into vectors of unit length, so that a dot product is a cosine.

    The vector of a text is a function of the text alone: the same to the last bit whatever it was asked together with.
    """

    @property
    def name(self) -> str:
        """Tells one embedder from another: what was matched with another is matched again."""
        ...

    def embed(self, texts: Sequence[str], /) -> Vectors:
        """One row per text, shape (texts, dimensions)."""
        ...
