"""Claims across outlets: which articles are one story, which claims answer one question, and what they rest on.

Everything here is a pure function of the readings; their order makes no difference.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corroborate.match.embedding import Embedder, MiniLM
from corroborate.match.groups.clustering import claim_groups
from corroborate.match.groups.mentions import Mention, mentions
from corroborate.match.origins.tracing import find_origins, gather
from corroborate.match.reuse import find_reuses
from corroborate.match.stories.clustering import find_stories
from corroborate.match.stories.sketches import word_rarity
from corroborate.model.articles import Reading
from corroborate.model.outlets import Outlet
from corroborate.model.stories import ClaimGroup, Origin, Reuse, Story

__all__ = ["Embedder", "Matching", "MiniLM", "match_readings"]


@dataclass(frozen=True, slots=True)
class Matching:
    """Everything that matching finds."""

    stories: tuple[Story, ...]
    groups: tuple[ClaimGroup, ...]
    origins: tuple[Origin, ...]
    reuses: tuple[Reuse, ...]


def match_readings(readings: Sequence[Reading], outlets: Mapping[str, Outlet], embedder: Embedder | None = None) -> Matching:
    """Find stories, claim groups, their origins and text reuse.

    `readings` are the current versions of articles; `outlets` maps names to outlets (an unknown outlet is a family of its
    own). Without an embedder only words are compared. Raises ModelMissing where the embedder's model is not installed.
    """
    stories = find_stories(readings, embedder)
    reuses = find_reuses([reading.article for reading in readings])
    by_story = _by_story(mentions(readings, word_rarity(readings), embedder), stories)
    groups = tuple(group for story in stories for group in claim_groups(story.id, by_story[story.id]))
    evidence = gather(readings, outlets, reuses)
    origins = tuple(origin for group in groups for origin in find_origins(group, evidence))
    return Matching(stories, groups, origins, reuses)


def _by_story(found: Sequence[Mention], stories: Sequence[Story]) -> Mapping[str, list[Mention]]:
    home = {article: story.id for story in stories for article in story.articles}
    sorted_out: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in found:
        sorted_out[home[one.article.id]].append(one)
    return sorted_out
