"""Checking alone, on simulated news: claims, groups and origins are taken from the truth of an edition."""

import re
from collections.abc import Iterator
from decimal import Decimal

from corroborate.check import check_story
from corroborate.extract.quantities.wording import Writing, between, figure_range, last_digit_place
from corroborate.model.articles import Reading
from corroborate.model.claims import Attribution, Claim, Sentence, Span
from corroborate.model.figures import Figure, Granularity, Kind, Participation, Period, Quantity, Rank
from corroborate.model.ids import content_id
from corroborate.model.ranges import Range
from corroborate.model.records import ClaimRecord, DiscrepancyRecord, GroupRecord
from corroborate.model.stories import ClaimGroup, Origin, OriginKind, Story
from corroborate.newsroom import Edition, Scores, score
from corroborate.newsroom.truth import ArticleTruth, Expected, Question, StoryTruth
from corroborate.publish.views import Row, claim_row, discrepancy_row, group_row
from tests.factory import NOON, article

SCALED = re.compile(r"million|billion|\dm\b|\dbn\b")


def figure(expected: Expected, question: Question | None) -> Figure:
    """The figure that an attentive reader takes from a claim of the truth."""
    if expected.kind in (Kind.DATE, Kind.PERIOD):
        whole_months = expected.start is not None and expected.end is not None and expected.start.day == 1 and expected.end.day > 27
        relation = "between" if expected.kind is Kind.PERIOD else "in"
        return Period(Range(expected.start, expected.end), Granularity.MONTH if whole_months else Granularity.DAY, relation)
    if expected.kind is Kind.RANK:
        return Rank(expected.superlative or "", "event", shared=expected.shared)
    if expected.kind is Kind.PARTY:
        return Participation(expected.role or "", tuple(expected.names))
    return quantity(expected, question)


def quantity(expected: Expected, question: Question | None) -> Quantity:
    """A quantity with its range, by the one table from hedge to range."""
    is_age = expected.unit == "year" and expected.surface.isdigit()
    counted = "age" if is_age else question.counted if question else None
    value = expected.value
    if value is None:
        bounds = between(expected.low or Decimal(0), expected.high or Decimal(0))
        return Quantity(None, bounds, expected.approx, Decimal(1), unit=expected.unit, counted=counted)
    whole, scaled = value == value.to_integral_value(), SCALED.search(expected.surface) is not None
    grain = last_digit_place(value) if value and (scaled or not whole or value % 100 == 0) else Decimal(1)
    writing = Writing.MAGNITUDE if scaled and "." not in expected.surface else Writing.INTEGER if whole and not scaled else Writing.DECIMAL
    return Quantity(value, figure_range(value, expected.approx, grain, writing=writing), expected.approx, grain, expected.unit, counted)


def read(edition: Edition, told: ArticleTruth, questions: dict[str, Question]) -> tuple[Reading, list[str]]:
    """The newest version of an article with its claims, and the group that each belongs to."""
    shown = [one for one in edition.publications if one.url == told.url][-1]
    seen = next((moment for moment in edition.moments if moment >= shown.visible_from), shown.visible_from)
    times = {"published": shown.published, "modified": shown.modified, "seen": seen}
    written = article(told.outlet, shown.text, url=told.url, title=shown.title, **times)
    claims, homes = [], []
    for number, expected in enumerate(one for one in told.claims if one.place != "title"):
        begin = max(shown.text.find(expected.sentence), 0)
        start = max(shown.text.find(expected.surface, begin), 0)
        speaker = None if expected.source is None or expected.source.startswith("outlet:") else expected.source
        claims.append(
            Claim(
                id=content_id("c", told.url, number),
                revision=written.revision,
                kind=expected.kind,
                figure=figure(expected, questions.get(expected.question or "")),
                surface=expected.surface,
                span=Span(start, start + len(expected.surface)),
                sentence=Sentence(expected.sentence or expected.surface, begin),
                attribution=Attribution(speaker=speaker),
            )
        )
        homes.append(expected.question or content_id("x", told.url, number))
    return Reading(written, tuple(claims)), homes


def groups_of(
    story: str, read_in: list[tuple[Reading, list[str]]], questions: dict[str, Question]
) -> Iterator[tuple[ClaimGroup, list[Origin]]]:
    """The claim groups of the truth with their origins."""
    members: dict[str, list[tuple[Claim, str]]] = {}
    for reading, homes in read_in:
        for claim, home in zip(reading.claims, homes, strict=True):
            members.setdefault(home, []).append((claim, reading.article.outlet))
    for home, stated in members.items():
        question = questions.get(home)
        group = ClaimGroup(
            f"g_{home}", story, question.wording if question else home, stated[0][0].kind, None, tuple(one.id for one, _ in stated)
        )
        parts = question.origins if question else ()
        label = {outlet: str(number) for number, part in enumerate(parts) for outlet in part.outlets}
        resting: dict[str, list[str]] = {}
        for claim, outlet in stated:
            resting.setdefault(label.get(outlet, outlet), []).append(claim.id)
        yield (
            group,
            [Origin(content_id("o", home, name), group.id, OriginKind.UNKNOWN, name, tuple(ids), (), ()) for name, ids in resting.items()],
        )


def check_edition(edition: Edition) -> Scores:
    """The scores of checking when everything before it is right."""
    questions = {question.key: question for question in edition.truth.questions}
    tables: tuple[list[Row], list[Row], list[Row]] = ([], [], [])
    for told in edition.truth.stories:
        for table, rows in zip(tables, check_event(edition, told, questions), strict=True):
            table.extend(rows)
    return score(edition.truth, *tables)


def check_event(edition: Edition, told: StoryTruth, questions: dict[str, Question]) -> tuple[list[Row], list[Row], list[Row]]:
    """The rows of claims, groups and discrepancies of one event."""
    read_in = [read(edition, one, questions) for one in edition.truth.latest() if one.url in told.articles]
    readings = {reading.article.id: reading for reading, _ in read_in}
    story = Story(f"s_{told.event}", told.title, tuple(readings), NOON, NOON)
    groups = {group.id: (group, origins) for group, origins in groups_of(story.id, read_in, questions)}
    origins = [origin for _, found in groups.values() for origin in found]
    stated = {claim.id: (claim, reading.article) for reading in readings.values() for claim in reading.claims}
    claims, rows, found = [], [], []
    for assessment in check_story(story, [group for group, _ in groups.values()], origins, readings):
        group, resting = groups[assessment.group]
        records = tuple(ClaimRecord(*stated[one], story=story.id, group=group.id, verdict=assessment.verdict) for one in group.claims)
        claims += [claim_row(record) for record in records]
        rows.append(group_row(GroupRecord(group, assessment, tuple(resting), records, NOON, NOON)))
        found += [discrepancy_row(DiscrepancyRecord(one, story.title, group.question)) for one in assessment.discrepancies]
    return claims, rows, found
