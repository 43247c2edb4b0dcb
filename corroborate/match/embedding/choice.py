"""The embedding that settings name."""

from corroborate.match.embedding.embedder import Embedder
from corroborate.match.embedding.sentences import MiniLM
from corroborate.match.embedding.static import StaticVectors

NONE = "none"


def make_embedder(name: str) -> Embedder | None:
    """ "static" for the table of this package, "none" for words alone, else the name or path of a sentence model.

    Nothing is loaded before the first text, and nothing ever takes the place of a model that is missing.
    """
    if name == NONE:
        return None
    return StaticVectors() if name == StaticVectors.name else MiniLM(name)
