"""Matching measured on simulated news whose truth is known, read by the real reader."""

from collections import defaultdict
from itertools import combinations

import pytest

from corroborate.extract import Reader
from corroborate.match import Matching, match_readings
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim
from corroborate.model.ids import content_id, digest
from corroborate.newsroom import Edition, Publication, generate
from corroborate.newsroom.truth import Expected
from tests.match.bag_of_words import BagOfWords


def article(publication: Publication) -> Article:
    identity = content_id("a", publication.url)
    return Article(
        id=identity,
        revision=content_id("r", identity, publication.version),
        url=publication.url,
        outlet=publication.outlet,
        title=publication.title,
        text=publication.text,
        text_digest=digest(publication.text),
        seen=publication.visible_from,
        published=publication.published,
        modified=publication.modified,
        credits=publication.credits,
    )


@pytest.fixture(scope="module")
def edition() -> Edition:
    return generate(4, events=4, outlets=6)


@pytest.fixture(scope="module")
def readings(edition: Edition) -> list[Reading]:
    reader = Reader()
    return [reader.read_article(article(publication)) for publication in edition.visible(edition.moments[-1])]


@pytest.fixture(scope="module")
def matching(edition: Edition, readings: list[Reading]) -> Matching:
    return match_readings(readings, {outlet.name: outlet for outlet in edition.outlets}, BagOfWords())


@pytest.fixture(scope="module")
def answers(edition: Edition, readings: list[Reading]) -> dict[str, Expected]:
    """Claims that were read as they were written, with their truth."""
    truth = {one.url: one for one in edition.truth.latest()}
    found: dict[str, Expected] = {}
    for reading in readings:
        for claim in reading.claims:
            expected = next((one for one in truth[reading.article.url].claims if _tells(one, claim)), None)
            if expected is not None:
                found[claim.id] = expected
    return found


def _tells(expected: Expected, claim: Claim) -> bool:
    return expected.surface == claim.surface and expected.kind is claim.kind and claim.sentence.text[:25] in expected.sentence


def test_most_articles_of_an_event_are_one_story_and_no_story_mixes_events(edition: Edition, matching: Matching) -> None:
    events = {content_id("a", one.url): one.event for one in edition.truth.articles}
    mixed = [story for story in matching.stories if len({events[identity] for identity in story.articles}) > 1]

    assert mixed == []
    assert len(matching.stories) <= 2 * len(set(events.values()))


def test_answers_to_one_question_are_grouped_and_background_stays_out(matching: Matching, answers: dict[str, Expected]) -> None:
    home = {claim: group.id for group in matching.groups for claim in group.claims}
    told = [claim for claim, expected in answers.items() if expected.question is not None]
    wanted = {pair for pair in combinations(sorted(told), 2) if answers[pair[0]].question == answers[pair[1]].question}
    made = {pair for pair in combinations(sorted(told), 2) if home[pair[0]] == home[pair[1]]}

    assert len(wanted & made) / len(made) >= 0.95
    assert len(wanted & made) / len(wanted) >= 0.75


def test_most_questions_have_as_many_origins_as_the_newsroom_gave_them(
    edition: Edition, matching: Matching, answers: dict[str, Expected], readings: list[Reading]
) -> None:
    outlet_of = {claim.id: reading.article.outlet for reading in readings for claim in reading.claims}
    origins = defaultdict(list)
    for origin in matching.origins:
        origins[origin.group].append(origin)
    right = asked = 0
    for question in edition.truth.questions:
        claims = {claim for claim, expected in answers.items() if expected.question == question.key}
        group = max(matching.groups, key=lambda group: len(claims & set(group.claims)))
        outlets = {outlet_of[claim] for claim in group.claims}
        wanted = {tuple(sorted(outlets & set(origin.outlets))) for origin in question.origins} - {()}
        asked += 1
        right += len(origins[group.id]) == len(wanted)

    assert right / asked >= 0.85
