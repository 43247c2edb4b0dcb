"""Editions of the simulated newsroom, read, matched and checked by the functions that `process` uses, and scored."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from corroborate.check import check_stories
from corroborate.extract.reader import Reader
from corroborate.match import Matching, match_readings
from corroborate.match.embedding import Embedder
from corroborate.measure.asks import Ask
from corroborate.model.articles import Article, Reading
from corroborate.model.ids import content_id, digest
from corroborate.model.records import ClaimRecord, DiscrepancyRecord, GroupRecord
from corroborate.newsroom import Edition, Publication, Scores, generate, score
from corroborate.newsroom.measures import Measure, Share
from corroborate.parallel import Map
from corroborate.publish.views import Row, claim_row, discrepancy_row, group_row

NEWSROOM_ASKS: Mapping[str, Ask] = {
    "stories, BCubed F1": Ask(0.97),
    "claim groups, pairs F1": Ask(0.95),
    "discrepancies, precision": Ask(0.97),
    "discrepancies, recall": Ask(0.92),
    "types right": Ask(0.9),
    "origins exact": Ask(0.95),
}
"""What is asked of an edition with 200 events and 30 outlets."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure of an edition: its share, of how many, and what is asked of it."""

    measure: str
    share: float
    number: int

    @property
    def ask(self) -> Ask:
        """What is asked of it."""
        return NEWSROOM_ASKS.get(self.measure, Ask())

    @property
    def falls_short(self) -> bool:
        """It is below what is asked, as shown: to a tenth of a percent."""
        return self.ask.least is not None and round(self.share, 3) < self.ask.least


@dataclass(frozen=True, slots=True)
class Edited:
    """A measured edition."""

    seed: int
    articles: int
    scores: Scores

    @property
    def measures(self) -> tuple[Measured, ...]:
        """All measures, those of which something is asked among them."""
        told = self.scores
        return (
            Measured("claims, F1", told.claims.f1, round(told.claims.expected)),
            _f1("stories, BCubed F1", told.stories),
            _f1("- of look-alike events, F1", told.alike),
            _share("- look-alike events kept apart", told.apart),
            _f1("claim groups, pairs F1", told.groups),
            _share("origins exact", told.origins),
            _share("verdicts right", told.verdicts),
            Measured("discrepancies, precision", told.discrepancies.precision, round(told.discrepancies.found)),
            Measured("discrepancies, recall", told.discrepancies.recall, round(told.discrepancies.expected)),
            _share("types right", told.types),
        )


def measure_newsroom(edition: Edition, reader: Reader, embedder: Embedder | None, run: Map) -> Edited:
    """Read the newest version of every article, match and check, and score the rows as exported."""
    shown = edition.visible(edition.moments[-1])
    readings = list(run(partial(_read, reader), [article_of(one, edition) for one in shown]))
    matching = match_readings(readings, {outlet.name: outlet for outlet in edition.outlets}, embedder)
    return Edited(edition.seed, len(readings), score(edition.truth, *exported(matching, readings)))


def measure_newsrooms(seeds: Sequence[int], size: tuple[int, int], reader: Reader, embedder: Embedder | None, run: Map) -> Iterator[Edited]:
    """An edition for each seed, of so many events and outlets."""
    events, outlets = size
    for seed in seeds:
        yield measure_newsroom(generate(seed, events=events, outlets=outlets), reader, embedder, run)


def article_of(publication: Publication, edition: Edition) -> Article:
    """A publication as the reader would have it from its page, seen at the first moment at which it could be."""
    identity = content_id("a", publication.url)
    seen = next((moment for moment in edition.moments if moment >= publication.visible_from), publication.visible_from)
    return Article(
        id=identity,
        revision=content_id("r", identity, publication.version),
        url=publication.url,
        outlet=publication.outlet,
        title=publication.title,
        text=publication.text,
        text_digest=digest(publication.text),
        seen=seen,
        published=publication.published,
        modified=publication.modified,
        credits=publication.credits,
    )


def exported(matching: Matching, readings: Sequence[Reading]) -> tuple[list[Row], list[Row], list[Row]]:
    """The rows of claims, groups and discrepancies of a matching, every story of which is checked here."""
    by_article = {reading.article.id: reading for reading in readings}
    stated = {claim.id: (claim, reading.article) for reading in readings for claim in reading.claims}
    groups, stories = {group.id: group for group in matching.groups}, {story.id: story for story in matching.stories}
    origins = defaultdict(list)
    for origin in matching.origins:
        origins[origin.group].append(origin)
    rows: tuple[list[Row], list[Row], list[Row]] = ([], [], [])
    for assessments in check_stories(matching.stories, matching.groups, matching.origins, by_article, matching.reuses):
        for assessment in assessments:
            group = groups[assessment.group]
            story = stories[group.story]
            records = tuple(ClaimRecord(*stated[one], story=story.id, group=group.id, verdict=assessment.verdict) for one in group.claims)
            rows[0].extend(claim_row(record) for record in records)
            rows[1].append(group_row(GroupRecord(group, assessment, tuple(origins[group.id]), records, story.first, story.last)))
            rows[2].extend(discrepancy_row(DiscrepancyRecord(one, story.title, group.question)) for one in assessment.discrepancies)
    return rows


def _read(reader: Reader, article: Article) -> Reading:
    return reader.read_article(article)


def _f1(name: str, measure: Measure) -> Measured:
    return Measured(name, measure.f1, round(measure.expected))


def _share(name: str, share: Share) -> Measured:
    return Measured(name, share.value, share.of)
