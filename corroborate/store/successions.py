"""What stood before a saving, and which stories and groups follow those that end with it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from corroborate.model.stories import ClaimGroup, Story
from corroborate.store.columns import batches
from corroborate.store.tables import GroupClaimRow, GroupRow, StoryArticleRow, StoryRow


@dataclass(frozen=True, slots=True)
class Former:
    """What a saving meets.

    `stories` has the digests of those among the saved that are known, `strays` the articles that other stories lose to
    them, `ending` the stories that are found no more, with all articles they had. `groups` has story and digest of every
    group of the stories saved and ending.
    """

    stories: Mapping[str, str]
    strays: Mapping[str, frozenset[str]]
    ending: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, str]]

    def digest_of_group(self, group: str) -> str | None:
        """What was known of a group."""
        return self.groups[group][1] if group in self.groups else None


def former(session: Session, stories: Collection[str], articles: Iterable[str], gone: Iterable[str]) -> Former:
    """What stands of these stories, of the others that hold one of the articles, and of those that are gone."""
    strays = defaultdict(set)
    for batch in batches(sorted(articles)):
        query = select(StoryArticleRow.story_id, StoryArticleRow.article).where(StoryArticleRow.article.in_(batch))
        for story, article in session.execute(query):
            if story not in stories:
                strays[story].add(article)
    members = _members(session, {*strays, *gone} - set(stories))
    ending = {story: tuple(held) for story, held in members.items() if story in set(gone) or set(held) <= strays[story]}
    known = dict[str, str]()
    groups = dict[str, tuple[str, str]]()
    for batch in batches(sorted({*stories, *ending})):
        known |= {row.id: row.digest for row in session.execute(select(StoryRow.id, StoryRow.digest).where(StoryRow.id.in_(batch)))}
        inside = select(GroupRow.id, GroupRow.story_id, GroupRow.digest).where(GroupRow.story_id.in_(batch))
        groups |= {row.id: (row.story_id, row.digest) for row in session.execute(inside)}
    return Former(known, {story: frozenset(held) for story, held in strays.items()}, ending, groups)


def story_heirs(before: Former, stories: Iterable[Story]) -> dict[str, str]:
    """For each story that ends, the one that has most of its articles, the earliest where several have as many."""
    place = {article: story.id for story in stories for article in story.articles}
    return {old: heir for old, articles in before.ending.items() if (heir := _most(place.get(article) for article in articles))}


def group_heirs(session: Session, before: Former, groups: Iterable[ClaimGroup], heirs: Mapping[str, str]) -> dict[str, str]:
    """For each group that ends, the one that has most of its claims; where none has any, the story."""
    place = {claim: group.id for group in groups for claim in group.claims}
    alive = set(place.values())
    found = dict[str, str]()
    for batch in batches(sorted(before.groups.keys() - alive)):
        claims = defaultdict(list)
        query = select(GroupClaimRow.group_id, GroupClaimRow.claim).where(GroupClaimRow.group_id.in_(batch))
        for group, claim in session.execute(query.order_by(GroupClaimRow.position)):
            claims[group].append(claim)
        for group in batch:
            story = before.groups[group][0]
            heir = _most(place.get(claim) for claim in claims[group]) or heirs.get(story) or (None if story in before.ending else story)
            if heir is not None:
                found[group] = heir
    return found


def _most(places: Iterable[str | None]) -> str | None:
    """Where most are; of several such places the one met first."""
    counts = Counter(place for place in places if place is not None)
    return max(counts, key=lambda place: counts[place]) if counts else None


def _members(session: Session, stories: Iterable[str]) -> dict[str, list[str]]:
    members: dict[str, list[str]] = {story: [] for story in stories}
    for batch in batches(sorted(members)):
        query = select(StoryArticleRow.story_id, StoryArticleRow.article).where(StoryArticleRow.story_id.in_(batch))
        for story, article in session.execute(query.order_by(StoryArticleRow.position)):
            members[story].append(article)
    return members
