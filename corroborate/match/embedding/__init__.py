"""Texts as vectors, by a table of words that comes with the package, by a sentence model, or each for what it tells best.

The default is "static": on two cores the sentence model alone takes longer than all the rest of matching, and of claims it
tells no more. Weights of evidence are learned with the table, whose cosines spread much as the model's do; with leads by
the model they do as well as weights learned for it.
"""

from corroborate.match.embedding.choice import Mixed, make_embedder, of_leads
from corroborate.match.embedding.embedder import Embedder, Vectors
from corroborate.match.embedding.sentences import MiniLM
from corroborate.match.embedding.static import StaticVectors

__all__ = ["Embedder", "MiniLM", "Mixed", "StaticVectors", "Vectors", "make_embedder", "of_leads"]
