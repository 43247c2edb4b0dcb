"""Simulated outlets with known truth: the demo, the end-to-end tests and the benchmarks run against them.

edition = generate(seed=7, events=6, outlets=8)
with serve(edition) as newsroom:
    feeds = feeds_yaml(edition, newsroom.address)
    for moment in edition.moments:
        newsroom.now = moment
        ...
"""

from corroborate.newsroom.announcements import feeds_yaml
from corroborate.newsroom.difficulty import EASY, HARD, Difficulty
from corroborate.newsroom.edition import Edition, generate
from corroborate.newsroom.publications import Publication
from corroborate.newsroom.scoring import Scores, score, score_revisions
from corroborate.newsroom.server import Newsroom, serve
from corroborate.newsroom.truth import Truth

__all__ = [
    "EASY",
    "HARD",
    "Difficulty",
    "Edition",
    "Newsroom",
    "Publication",
    "Scores",
    "Truth",
    "feeds_yaml",
    "generate",
    "score",
    "score_revisions",
    "serve",
]
