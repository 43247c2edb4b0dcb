"""Articles that repeat each other's text: shingles of five words, quotations and notes left out."""

from corroborate.match.reuse.finding import DEPENDENT, FEWEST, REPUBLISHED, find_reuses
from corroborate.match.reuse.scoring import reuse_score
from corroborate.match.reuse.shingling import containment, same_telling_words, same_words, shingles

__all__ = [
    "DEPENDENT",
    "FEWEST",
    "REPUBLISHED",
    "containment",
    "find_reuses",
    "reuse_score",
    "same_telling_words",
    "same_words",
    "shingles",
]
