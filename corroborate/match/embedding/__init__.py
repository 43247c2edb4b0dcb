"""Texts as vectors, by a table of words that comes with the package or by a sentence model.

The default is "static". On two cores the sentence model alone takes longer than all the rest of matching.
"""

from corroborate.match.embedding.choice import make_embedder
from corroborate.match.embedding.embedder import Embedder, Vectors
from corroborate.match.embedding.sentences import MiniLM
from corroborate.match.embedding.static import StaticVectors

__all__ = ["Embedder", "MiniLM", "StaticVectors", "Vectors", "make_embedder"]
