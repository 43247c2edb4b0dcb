"""Claims across outlets: which articles are one story, which claims answer one question, and what they rest on.

Everything here is a pure function of the readings; their order makes no difference. Stories are found among all articles;
what is found inside a story depends on nothing but its own articles, so that only stories with a new article are gone
through again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corroborate.match.embedding import Embedder, MiniLM
from corroborate.match.groups.clustering import claim_groups
from corroborate.match.groups.mentions import mentions
from corroborate.match.groups.suggestions import suggestions
from corroborate.match.morgue import MORGUE
from corroborate.match.origins.tracing import find_origins, gather
from corroborate.match.reuse import find_reuses
from corroborate.match.stories.index import find_stories
from corroborate.model.articles import Reading
from corroborate.model.decisions import UNDECIDED, Decisions
from corroborate.model.outlets import Outlet
from corroborate.model.stories import ClaimGroup, Origin, Reuse, Story, Suggestion

__all__ = ["Embedder", "Matching", "Means", "MiniLM", "joined", "match_readings", "match_story"]


@dataclass(frozen=True, slots=True)
class Matching:
    """What matching finds, in one story or in many."""

    stories: tuple[Story, ...]
    groups: tuple[ClaimGroup, ...]
    origins: tuple[Origin, ...]
    reuses: tuple[Reuse, ...]
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Means:
    """What stories are matched with besides their articles.

    `outlets` maps names to outlets (an unknown outlet is a family of its own). Without an embedder only words are
    compared. `decided` is what people settled about claims, by their keys.
    """

    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    embedder: Embedder | None = None
    decided: Decisions = UNDECIDED


def match_story(story: Story, readings: Sequence[Reading], means: Means) -> Matching:
    """The claim groups of one story, what they rest on, and which of its articles repeat which.

    `readings` are those of the story's articles, in any order. Raises ModelMissing where the embedder's model is not
    installed.
    """
    readings = [MORGUE.clipping(reading).reading for reading in readings]
    reuses = find_reuses([reading.article for reading in readings])
    told = mentions(readings, means.embedder)
    groups = claim_groups(story.id, told, means.decided)
    evidence = gather(readings, means.outlets, reuses)
    origins = tuple(origin for group in groups for origin in find_origins(group, evidence))
    return Matching((story,), groups, origins, reuses, suggestions(told, groups, means.decided))


def match_readings(readings: Sequence[Reading], outlets: Mapping[str, Outlet], embedder: Embedder | None = None) -> Matching:
    """Find stories, claim groups, their origins and text reuse, all at once.

    Raises ModelMissing where the embedder's model is not installed.
    """
    by_article = {reading.article.id: reading for reading in readings}
    means = Means(outlets, embedder)
    stories = find_stories(readings, embedder)
    return joined(match_story(story, [by_article[article] for article in story.articles], means) for story in stories)


def joined(parts: Iterable[Matching]) -> Matching:
    """What was found in several stories, as one."""
    found = tuple(parts)
    return Matching(
        tuple(story for one in found for story in one.stories),
        tuple(group for one in found for group in one.groups),
        tuple(origin for one in found for origin in one.origins),
        tuple(reuse for one in found for reuse in one.reuses),
        tuple(suggestion for one in found for suggestion in one.suggestions),
    )
