"""Texts as vectors, by a table of words that comes with the package, by a sentence model, or each for what it tells best.

The default is "mixed". Of claims the sentence model tells no more than the table, and takes longer than all the rest of
matching; of the leads of articles it tells what neither the table nor their words do, at one lead an article.
"""

from corroborate.match.embedding.choice import Mixed, make_embedder, of_leads
from corroborate.match.embedding.embedder import Embedder, Vectors
from corroborate.match.embedding.sentences import MiniLM
from corroborate.match.embedding.static import StaticVectors

__all__ = ["Embedder", "MiniLM", "Mixed", "StaticVectors", "Vectors", "make_embedder", "of_leads"]
