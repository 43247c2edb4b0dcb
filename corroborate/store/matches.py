"""What matching and checking found: the stories gone through are made equal to their last result, touching only rows that differ.

A story with its claim groups, their assessments and origins, its discrepancies and reuses is a pure function of its
readings. Each row carries a digest of all that belongs to it, so that a run which finds the same again writes nothing; and
nothing is read or written of the stories that were not gone through.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session, aliased

from corroborate.errors import Overtaken
from corroborate.model.findings import Assessment
from corroborate.model.stories import Reuse
from corroborate.store.aliases import save_aliases
from corroborate.store.columns import batches, delete_by, upsert
from corroborate.store.differences import save_discrepancies
from corroborate.store.due import DueArticle, bump, generation, mark_stories, settle_due
from corroborate.store.engine import Database
from corroborate.store.groups import origin_to_row
from corroborate.store.markings import claims_of_groups, mark_findings
from corroborate.store.sheaves import Matching, Sheaf, group_sheaves, reuse_from_row, reuse_to_row, story_sheaves
from corroborate.store.sketches import SketchRecord, save_sketches
from corroborate.store.successions import Former, former, group_heirs, story_heirs
from corroborate.store.suggestions import save_suggestions
from corroborate.store.tables import (
    ClaimRow,
    DiscrepancyRow,
    GroupClaimRow,
    GroupRow,
    OriginClaimRow,
    OriginRow,
    ReuseRow,
    ReviewRow,
    StoryArticleRow,
    StoryRow,
)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a matching settles besides what it found.

    `generation` is the count of savings that it started from, `reviewed` the number of the last review it knew. `sketches`
    are those made or changed, `removed` the articles that no longer stand, `gone` the stories that are found no more.
    `articles` and `stories` are what was due.
    """

    generation: int | None = None
    reviewed: int | None = None
    sketches: tuple[SketchRecord, ...] = ()
    removed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    articles: tuple[DueArticle, ...] = ()
    stories: tuple[str, ...] = ()

    @property
    def moves(self) -> bool:
        """Articles may have come into other stories."""
        return bool(self.sketches or self.removed or self.gone)


NOTHING_ELSE = Settled()


class Matches:
    """The last result of matching and checking."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, matching: Matching, assessments: Iterable[Assessment], *, now: datetime, settled: Settled = NOTHING_ELSE) -> int:
        """Hold exactly this of the stories given, in one transaction; other stories stay, but for articles they lose to these.

        A group is first seen when the first version of any article stated its figure; it changed last at `now` if its
        claims, origins or assessment differ from before. Returns the count of savings. Raises Overtaken where another
        program changed stories since the matching began: it is then to be done again.
        """
        assessed = {assessment.group: assessment for assessment in assessments}
        stories, groups = story_sheaves(matching.stories), group_sheaves(matching, assessed)
        articles = {article for story in matching.stories for article in story.articles} | set(settled.removed)
        with self._database.writing() as session:
            count = _hold(session, settled)
            before = former(session, stories, articles, settled.gone)
            concerned = claims_of_groups(session, before.groups)
            _save_stories(session, stories, before)
            _save_groups(session, groups, before, now)
            save_discrepancies(session, assessed, set(before.groups) | set(groups))
            homes = {group.id: group.story for group in matching.groups}
            save_suggestions(session, matching.suggestions, homes, {*stories, *before.ending})
            _save_heirs(session, matching, before)
            delete_by(session, GroupRow.id, before.groups.keys() - groups.keys())
            delete_by(session, StoryRow.id, before.ending)
            mark_findings(session, concerned | claims_of_groups(session, groups))
            _save_reuses(session, matching.reuses, articles)
            save_sketches(session, settled.sketches, settled.removed)
            settle_due(session, settled.articles, {*settled.stories, *before.ending})
            if settled.reviewed is not None and _last_review(session) > settled.reviewed:
                mark_stories(session, stories)
            return count

    def reuses(self) -> tuple[Reuse, ...]:
        """Which articles repeat the text of which."""
        with self._database.reading() as session:
            rows = session.scalars(select(ReuseRow).order_by(ReuseRow.earlier, ReuseRow.later))
            return tuple(reuse_from_row(row) for row in rows)

    def counts(self) -> dict[str, int]:
        """How many stories, groups and discrepancies are held."""
        tables = {"stories": StoryRow, "groups": GroupRow, "discrepancies": DiscrepancyRow}
        with self._database.reading() as session:
            return {name: session.scalar(select(func.count()).select_from(table)) or 0 for name, table in tables.items()}


def _hold(session: Session, settled: Settled) -> int:
    """Let nobody else save until the end; the count of savings after this one."""
    count = generation(session, hold=True)
    if settled.generation is not None and count != settled.generation:
        raise Overtaken("another program matched articles meanwhile", "run `corroborate process` again")
    return bump(session) if settled.moves else count


def _last_review(session: Session) -> int:
    return session.scalar(select(func.max(ReviewRow.number))) or 0


def _save_stories(session: Session, stories: Mapping[str, Sheaf], before: Former) -> None:
    """Write what differs; articles that were in another story leave it."""
    changed = {key: sheaf for key, sheaf in stories.items() if before.stories.get(key) != sheaf.digest}
    upsert(session, StoryRow, [sheaf.row | {"digest": sheaf.digest} for sheaf in changed.values()])
    for story, articles in before.strays.items():
        for batch in batches(sorted(articles)):
            _delete_members(session, story, batch)
    delete_by(session, StoryArticleRow.story_id, changed)
    upsert(session, StoryArticleRow, [part for sheaf in changed.values() for part in sheaf.parts])


def _delete_members(session: Session, story: str, articles: Collection[str]) -> None:
    held = delete(StoryArticleRow).where(StoryArticleRow.story_id == story, StoryArticleRow.article.in_(articles))
    session.execute(held, execution_options={"synchronize_session": False})


def _save_groups(session: Session, groups: Mapping[str, Sheaf], before: Former, now: datetime) -> None:
    """Write what differs."""
    changed = {key: sheaf for key, sheaf in groups.items() if before.digest_of_group(key) != sheaf.digest}
    times = {"first_seen": now, "last_changed": now}
    upsert(session, GroupRow, [sheaf.row | times | {"digest": sheaf.digest} for sheaf in changed.values()], keep=("first_seen",))
    for column in (GroupClaimRow.group_id, OriginRow.group_id, OriginClaimRow.group_id):
        delete_by(session, column, changed)
    upsert(session, GroupClaimRow, [part for sheaf in changed.values() for part in sheaf.parts])
    rooted = [(origin, place) for sheaf in changed.values() for place, origin in enumerate(sheaf.origins)]
    upsert(session, OriginRow, [origin_to_row(origin, place) for origin, place in rooted])
    members = [{"claim": claim, "group_id": origin.group, "origin": origin.id} for origin, _ in rooted for claim in origin.claims]
    upsert(session, OriginClaimRow, members)
    _settle_first_seen(session, changed)


def _save_heirs(session: Session, matching: Matching, before: Former) -> None:
    """Remember what became of stories and groups that are found no more."""
    heirs = story_heirs(before, matching.stories)
    heirs |= group_heirs(session, before, matching.groups, heirs)
    found = {one.id for one in matching.stories} | {one.id for one in matching.groups}
    alive = found - before.stories.keys() - before.groups.keys()
    save_aliases(session, heirs, alive)


def _save_reuses(session: Session, reuses: Iterable[Reuse], articles: Iterable[str]) -> None:
    """Write what differs among the reuses of these articles."""
    rows = {(reuse.earlier, reuse.later): reuse_to_row(reuse) for reuse in reuses}
    known = dict[tuple[str, str], str]()
    for batch in batches(sorted(articles)):
        stored = session.execute(select(ReuseRow.earlier, ReuseRow.later, ReuseRow.digest).where(ReuseRow.later.in_(batch)))
        known |= {(earlier, later): written for earlier, later, written in stored}
    upsert(session, ReuseRow, [row for key, row in rows.items() if known.get(key) != row["digest"]])
    for earlier, later in known.keys() - rows.keys():
        session.delete(session.get_one(ReuseRow, (earlier, later)))
    session.flush()


def _settle_first_seen(session: Session, groups: Iterable[str]) -> None:
    """A figure is first seen with the first version of its article that states it, whichever version stands now."""
    same = aliased(ClaimRow)
    stated = (
        select(GroupClaimRow.group_id, func.min(same.seen).label("seen"))
        .join(ClaimRow, ClaimRow.id == GroupClaimRow.claim)
        .join(same, (same.article == ClaimRow.article) & (same.figure_key == ClaimRow.figure_key))
        .group_by(GroupClaimRow.group_id)
    )
    for batch in batches(sorted(groups)):
        seen = stated.where(GroupClaimRow.group_id.in_(batch)).subquery()
        later = select(GroupRow.id, seen.c.seen).join(seen, seen.c.group_id == GroupRow.id).where(seen.c.seen < GroupRow.first_seen)
        for group, moment in session.execute(later).all():
            session.execute(
                update(GroupRow).where(GroupRow.id == group).values(first_seen=moment), execution_options={"synchronize_session": False}
            )
