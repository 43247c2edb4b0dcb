"""Whole libraries brought in at once: readings of new articles and what was found about them, in one transaction."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import func, select

from corroborate.model.articles import Reading
from corroborate.model.findings import Assessment
from corroborate.store.columns import Values, insert_new
from corroborate.store.discrepancies import to_row as discrepancy_to_row
from corroborate.store.engine import Database
from corroborate.store.groups import origin_to_row
from corroborate.store.loading import article_to_row, claim_to_row
from corroborate.store.sheaves import Matching, digest_of, group_sheaves, story_sheaves
from corroborate.store.tables import (
    ArticleRow,
    ClaimRow,
    DiscrepancyRow,
    GroupClaimRow,
    GroupRow,
    OriginClaimRow,
    OriginRow,
    ReadingRow,
    StoryArticleRow,
    StoryRow,
    Table,
)
from corroborate.store.words import mark

STANDS = {"current": True}


class Bulk:
    """Brings in what is known to be new: nothing that is there is looked at, replaced or matched again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, readings: Sequence[Reading], matching: Matching, assessments: Iterable[Assessment], *, version: str) -> None:
        """Keep the readings, each as the version that stands for its article, and their stories as if matched when last seen."""
        assessed = {assessment.group: assessment for assessment in assessments}
        found = _found_marks(matching, assessed)
        articles = [article_to_row(reading.article) | STANDS for reading in readings]
        read: list[Values] = [{"revision": one.article.revision, "version": version, "failure": None} for one in readings]
        claims = [
            claim_to_row(claim, reading.article, place) | STANDS | {"found_marks": found.get(claim.id, "")}
            for reading in readings
            for place, claim in enumerate(reading.claims)
        ]
        with self._database.writing() as session:
            insert_new(session, ArticleRow, articles)
            insert_new(session, ClaimRow, claims)
            insert_new(session, ReadingRow, read)
            for table, rows in _matched_rows(matching, assessed):
                insert_new(session, table, rows)

    def claims(self) -> int:
        """How many claims there are."""
        with self._database.reading() as session:
            return session.scalar(select(func.count()).select_from(ClaimRow)) or 0


def _found_marks(matching: Matching, assessed: dict[str, Assessment]) -> dict[str, str]:
    marks = defaultdict[str, set[str]](set)
    for group in matching.groups:
        assessment = assessed[group.id]
        marked = {mark("v", assessment.verdict.value), *(mark("t", one.type.value) for one in assessment.discrepancies)}
        for claim in group.claims:
            marks[claim] |= marked
    return {claim: " ".join(sorted(found)) for claim, found in marks.items()}


def _matched_rows(matching: Matching, assessed: dict[str, Assessment]) -> Iterator[tuple[type[Table], list[Values]]]:
    stories, groups = story_sheaves(matching.stories), group_sheaves(matching, assessed)
    seen = {story.id: {"first_seen": story.first, "last_changed": story.last} for story in matching.stories}
    yield StoryRow, [sheaf.row | {"digest": sheaf.digest} for sheaf in stories.values()]
    yield StoryArticleRow, [part for sheaf in stories.values() for part in sheaf.parts]
    yield GroupRow, [sheaf.row | {"digest": sheaf.digest} | seen[sheaf.row["story_id"]] for sheaf in groups.values()]
    yield GroupClaimRow, [part for sheaf in groups.values() for part in sheaf.parts]
    origins = [(origin, place) for sheaf in groups.values() for place, origin in enumerate(sheaf.origins)]
    yield OriginRow, [origin_to_row(origin, place) for origin, place in origins]
    yield OriginClaimRow, [{"claim": claim, "group_id": one.group, "origin": one.id} for one, _ in origins for claim in one.claims]
    differences = [discrepancy_to_row(one, place) for found in assessed.values() for place, one in enumerate(found.discrepancies)]
    yield DiscrepancyRow, [row | {"digest": digest_of(row)} for row in differences]
