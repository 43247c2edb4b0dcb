"""Editions are complete, honest and the same for the same seed."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from random import Random

import pytest
import trafilatura
from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.model.figures import Approx, Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom import HARD, Difficulty, Edition, generate
from corroborate.newsroom.casting import Casting, known_by
from corroborate.newsroom.fillers import FILLER, NOTES
from corroborate.newsroom.pages import article_page
from corroborate.newsroom.plot import Event, beginning
from corroborate.newsroom.prose import SLOT, named_slots
from corroborate.newsroom.scene import Scene
from corroborate.newsroom.scenes import SCENES
from corroborate.newsroom.vocabulary import PRODUCTS
from corroborate.newsroom.wording import admits, honest, range_of

EDITION = generate(11, events=2 * len(SCENES), outlets=9)
NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve dozen dozens score scores hundred thousand million billion half "
    "third quarter double twice thrice first second last next zero pair couple"
)
TIMES = (
    "january february march april june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday today yesterday tomorrow day days week weeks month months year years decade century spring summer autumn winter"
)
SUPERLATIVES = "most least biggest largest highest lowest worst best record latest earliest deadliest newest oldest"
FORBIDDEN = re.compile(rf"\d|\b(?:{'|'.join(f'{NUMBERS} {TIMES} {SUPERLATIVES}'.split())})\b", re.I)


def literals(template: str) -> str:
    return SLOT.sub(" ", template)


def templates(scene: Scene) -> Iterator[str]:
    yield from (*scene.headlines, *scene.leads, *scene.combined, *scene.filler, *scene.background, *scene.recalls)
    for ask in scene.asks:
        yield from (*ask.says, *ask.nouns)
    for source in scene.sources.values():
        yield from source.names


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_the_own_words_of_a_template_state_no_figure(scene: Scene) -> None:
    stating = {template: FORBIDDEN.findall(literals(template)) for template in templates(scene) if FORBIDDEN.search(literals(template))}

    assert stating == {}


def test_colour_and_notes_state_no_figure() -> None:
    assert [text for text in (*FILLER, *NOTES) if FORBIDDEN.search(literals(text))] == []


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_every_question_can_be_answered_in_several_ways(scene: Scene) -> None:
    assert sum(len(ask.says) for ask in scene.regular()) >= 3 * len(scene.regular())
    assert all(ask.says for ask in scene.asks)
    assert all(any(key == ask.key for says in ask.says for key in named_slots(says)) for ask in scene.asks)


def test_the_same_seed_gives_the_same_edition() -> None:
    assert generate(11, events=4, outlets=6) == generate(11, events=4, outlets=6)
    assert generate(11, events=4, outlets=6).truth != generate(12, events=4, outlets=6).truth


def test_every_expected_surface_stands_in_its_article() -> None:
    texts = {(one.url, one.version): f"{one.title}\n{one.text}" for one in EDITION.publications}

    for article in EDITION.truth.articles:
        for claim in article.claims:
            assert claim.surface in texts[article.url, article.version]
            assert claim.sentence in texts[article.url, article.version]


def test_no_digit_of_an_article_is_undeclared() -> None:
    texts = {(one.url, one.version): one.text for one in EDITION.publications}

    for article in EDITION.truth.articles:
        text = texts[article.url, article.version].replace("Falcon 6", "")
        text = re.sub(rf"(?:{'|'.join(PRODUCTS)}) \d+", "", text)
        for claim in sorted(article.claims, key=lambda claim: -len(claim.surface)):
            text = text.replace(claim.surface, "")
        assert re.findall(r".{20}\d.{10}", text) == []


def test_no_slot_is_left_open() -> None:
    assert [one.url for one in EDITION.publications if SLOT.search(one.text) or "[" in one.text or "|" in one.text] == []


@given(st.integers(min_value=1, max_value=10**11), st.sampled_from([Kind.COUNT, Kind.MONEY]))
@settings(max_examples=300, deadline=None)
def test_every_wording_of_a_figure_leaves_room_for_it(value: int, kind: Kind) -> None:
    true = Decimal(value)

    found = honest(true, kind)

    assert found
    assert all(admits(form, true) for form in found)
    hedged = [range_of(form) for form in found if form.approx is not Approx.EXACT]
    assert all(left.meets(right) for left, right in combinations(hedged, 2))


def test_every_type_of_difference_is_planted() -> None:
    planted = {one.type for one in EDITION.truth.discrepancies}
    for seed in range(6):
        if planted < set(DiscrepancyType):
            planted |= {one.type for one in generate(seed, events=2 * len(SCENES), outlets=10).truth.discrepancies}

    assert planted == set(DiscrepancyType)


def test_every_planted_difference_has_outlets_on_both_sides() -> None:
    for one in EDITION.truth.discrepancies:
        if one.type is not DiscrepancyType.ARITHMETIC and not one.arguable:
            assert len(one.sides) == 2
            assert not set(one.sides[0].outlets) & set(one.sides[1].outlets)


def test_reporters_who_write_for_themselves_write_other_sentences() -> None:
    for story in EDITION.truth.stories:
        own = [one for one in EDITION.publications if one.url in story.articles and one.version == 0]
        for left, right in combinations(own, 2):
            reused = any(
                set(origin.why) & {"wire", "reuse"} and {left.outlet, right.outlet} <= set(origin.outlets)
                for question in EDITION.truth.questions
                if question.event == story.event
                for origin in question.origins
            )
            if not reused:
                assert containment(left.text, right.text) < 0.2


def containment(one: str, other: str) -> float:
    shingles = [{tuple(words[i : i + 5]) for i in range(len(words) - 4)} for words in (one.split(), other.split())]
    return len(shingles[0] & shingles[1]) / min(len(shingles[0]), len(shingles[1]))


def test_a_page_keeps_its_article_and_loses_what_surrounds_it() -> None:
    edition: Edition = generate(2, events=4, outlets=8)
    for one in edition.publications:
        house = next(house for house in edition.houses if house.name == one.outlet)
        text = trafilatura.extract(article_page(house, one, edition.publications), include_comments=False, favor_precision=True) or ""

        text = re.sub(r"\s+", " ", text)
        missing = [paragraph for paragraph in one.paragraphs if paragraph not in text]
        assert missing == [], (house.name, house.layout)
        assert "Lottery" not in re.sub(r"Read also: [^.]*?(?= What is known)", "", text)
        assert "20 seconds" not in text


def test_articles_are_long_enough_to_be_articles_unless_they_are_briefs_or_round_ups() -> None:
    briefs = {house.name for house in EDITION.houses if house.voice == "brief"}
    short = [one for one in EDITION.publications if len(one.text.split()) < 200]

    assert short
    assert all(one.outlet in briefs or "+" in one.event for one in short)
    assert all(len(one.text.split()) >= 35 for one in short)


def test_the_truth_can_be_written_down() -> None:
    written = json.loads(EDITION.truth.to_json())

    assert set(written) == {"articles", "questions", "stories", "discrepancies", "revisions", "look_alikes"}
    assert all(isinstance(claim["kind"], str) for article in written["articles"] for claim in article["claims"])


def test_a_double_shares_its_country_and_keeps_the_name_under_which_it_is_known() -> None:
    casting = Casting(SCENES, replace(HARD, doubles=1.0), Random(5))
    for _ in range(8):
        casting.next(beginning(5), beginning(5))

    pairs = [(one, other) for other in casting.events for one in casting.events if other.like == one.key]
    assert len(pairs) == 7
    for one, other in pairs:
        assert one.scene is other.scene
        assert not {one.names[role] for role in one.scene.known_by} & {other.names[role] for role in one.scene.known_by}
        assert one.scene.national or one.names["country"] == other.names["country"]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_some_leads_say_which_of_two_events_much_alike_it_is(scene: Scene) -> None:
    event = Event("e", scene, {}, {}, beginning(1), beginning(1), "EUR")
    telling = [lead for lead in scene.leads if any(slot in lead for slot in known_by(event))]

    assert len(telling) >= 3
    assert all(any(slot in back for slot in known_by(event)) for back in scene.recalls)


def test_what_is_told_of_another_event_answers_no_question_about_this_one() -> None:
    back = [claim for article in EDITION.truth.latest() for claim in article.claims if (claim.question or "").count("/") == 2]

    assert back
    assert all(claim.background for claim in back)
    assert not {claim.question for claim in back} & {question.key for question in EDITION.truth.questions}


def test_a_round_up_tells_two_events_and_is_in_the_story_of_neither() -> None:
    rounds = [article for article in EDITION.truth.articles if "+" in article.event]
    stories = {url for story in EDITION.truth.stories for url in story.articles}

    assert rounds
    for one in rounds:
        events = one.event.split("+")
        assert {claim.question.partition("/")[0] for claim in one.claims if claim.question} == set(events)
        assert one.url not in stories
        assert one.outlet not in {other.outlet for other in EDITION.publications if other.event in events}


def test_without_difficulty_events_have_nothing_of_each_other() -> None:
    plain = generate(11, events=8, outlets=8, difficulty=Difficulty())

    assert plain.truth.look_alikes == ()
    assert all(one.published is not None for one in plain.publications)
    assert not any("+" in one.event for one in plain.publications)
    assert all(len(one.text.split()) >= 250 for one in plain.publications)


def test_an_undated_page_says_nowhere_when_it_appeared() -> None:
    one = next(one for one in EDITION.publications if one.published is None)
    house = next(house for house in EDITION.houses if house.name == one.outlet)
    page = article_page(house, one, ())

    assert "datePublished" not in page
    assert "published_time" not in page
    assert "<time" not in page


def test_updates_become_visible_at_the_later_moments() -> None:
    counts = [len(EDITION.visible(moment)) for moment in EDITION.moments]
    versions = {one.version for one in EDITION.visible(EDITION.moments[-1])}

    assert counts == sorted(counts)
    assert counts[0] > 0
    assert 1 in versions
    assert EDITION.truth.revisions
