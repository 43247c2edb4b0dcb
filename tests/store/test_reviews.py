from dataclasses import replace
from datetime import timedelta

import pytest

from corroborate.errors import UnknownId
from corroborate.model.articles import Reading
from corroborate.model.decisions import Action, Review, claim_key, plain_value
from corroborate.model.findings import Assessment, Discrepancy, DiscrepancyType, Status
from corroborate.store import Store
from corroborate.store.matches import Settled
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, Matched, ferry_matching, ferry_reading

HOUR = timedelta(hours=1)
LEFT, RIGHT = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
MATCHING, ASSESSMENTS = ferry_matching(LEFT, RIGHT)
FOUND = ASSESSMENTS[0].discrepancies[0]
GROUP, VESSEL = (group.id for group in MATCHING.groups)


@pytest.fixture
def matched(store: Store) -> Store:
    for one in (LEFT, RIGHT):
        store.readings.save(one, "1")
    hold(store, ASSESSMENTS)
    return store


def hold(store: Store, assessments: tuple[Assessment, ...], matching: Matched = MATCHING) -> None:
    settled = Settled(articles=store.due.articles(10), stories=store.due.stories(10))
    store.matches.save(matching, assessments, now=NOON, settled=settled)


def with_discrepancies(*found: Discrepancy) -> tuple[Assessment, ...]:
    return (replace(ASSESSMENTS[0], discrepancies=found), *ASSESSMENTS[1:])


def key(of: Reading) -> frozenset[str]:
    return frozenset([claim_key(of.article.id, of.claims[-1])])


def judged(action: Action, hours: int = 0, note: str | None = None) -> Review:
    said = tuple(plain_value(side.value) for side in FOUND.sides)
    return Review(action, (FOUND.id,), "O. Marsh", NOON + HOUR * hours, note, (key(LEFT), key(RIGHT)), FOUND.type, said)


def status(store: Store, identity: str = FOUND.id) -> Status:
    return store.discrepancies.get(identity).discrepancy.status


def test_the_last_review_counts_and_all_are_kept(matched: Store) -> None:
    last = matched.reviews.add(judged(Action.REJECT, 1, "the Gazette counted the crew"))
    first = matched.reviews.add(judged(Action.ACCEPT))

    assert status(matched) is Status.REJECTED
    assert matched.reviews.all() == matched.reviews.of(FOUND.id) == (first, last)
    assert matched.reviews.of("d_9") == ()
    assert matched.reviews.get(2) == first


def test_what_is_undone_no_longer_counts_and_is_still_told(matched: Store) -> None:
    kept, undone = matched.reviews.add(judged(Action.EXPLAIN)), matched.reviews.add(judged(Action.REJECT, 1))

    matched.reviews.add(Review(Action.UNDO, (FOUND.id,), "R. Quill", NOON + 2 * HOUR, undoes=undone.number))

    assert status(matched) is Status.EXPLAINED
    assert matched.reviews.standing() == (kept,)
    assert len(matched.reviews.all()) == 3


def test_what_does_not_exist_cannot_be_undone(matched: Store) -> None:
    with pytest.raises(UnknownId, match="no review 9"):
        matched.reviews.add(Review(Action.UNDO, (FOUND.id,), "R. Quill", NOON, undoes=9))

    assert matched.reviews.all() == ()


def test_a_decision_survives_a_time_in_which_the_discrepancy_is_not_found(matched: Store) -> None:
    matched.reviews.add(judged(Action.EXPLAIN))

    hold(matched, with_discrepancies())
    hold(matched, ASSESSMENTS)

    assert status(matched) is Status.EXPLAINED


def test_a_decision_follows_the_discrepancy_under_another_id(matched: Store) -> None:
    matched.reviews.add(judged(Action.REJECT))

    hold(matched, with_discrepancies(replace(FOUND, id="d_other")))

    assert status(matched, "d_other") is Status.REJECTED


def test_another_outlet_with_the_same_figure_leaves_a_rejected_discrepancy_rejected(matched: Store) -> None:
    third = ferry_reading("Fjord Post", "https://fjord-post.example/ferry", "45")
    matched.readings.save(third, "1")
    matched.reviews.add(judged(Action.REJECT))
    joined = replace(FOUND.sides[1], outlets=(GAZETTE, "Fjord Post"), claims=(*FOUND.sides[1].claims, third.claims[-1].id))

    hold(matched, with_discrepancies(replace(FOUND, sides=(FOUND.sides[0], joined))))

    assert status(matched) is Status.REJECTED


def test_a_new_value_opens_a_rejected_discrepancy_again(matched: Store) -> None:
    matched.reviews.add(judged(Action.REJECT))
    third = replace(FOUND.sides[1], value="57", outlets=("Fjord Post",))

    hold(matched, with_discrepancies(replace(FOUND, sides=(*FOUND.sides, third))))

    assert status(matched) is Status.OPEN


def test_a_difference_of_another_type_is_another_question(matched: Store) -> None:
    matched.reviews.add(judged(Action.REJECT))

    hold(matched, with_discrepancies(replace(FOUND, type=DiscrepancyType.UPDATE)))

    assert status(matched) is Status.OPEN


def test_the_same_values_of_other_claims_are_another_question(matched: Store) -> None:
    matched.reviews.add(judged(Action.REJECT))
    elsewhere = replace(FOUND, id="d_other", sides=tuple(replace(side, claims=(LEFT.claims[0].id,)) for side in FOUND.sides))

    hold(matched, with_discrepancies(elsewhere))

    assert status(matched, "d_other") is Status.OPEN


def test_a_merge_of_groups_makes_their_story_due_and_so_does_its_undoing(matched: Store) -> None:
    merged = matched.reviews.add(Review(Action.MERGE, (GROUP, VESSEL), "O. Marsh", NOON, sides=(key(LEFT), key(RIGHT))))
    due = matched.due.stories(10)
    hold(matched, ASSESSMENTS)
    settled = matched.due.stories(10)

    matched.reviews.add(Review(Action.UNDO, (GROUP,), "O. Marsh", NOON + HOUR, undoes=merged.number))

    assert (due, settled) == ((MATCHING.stories[0].id,), ())
    assert matched.due.stories(10) == due


def test_a_division_of_a_story_makes_its_articles_due(matched: Store) -> None:
    sides = (frozenset([LEFT.article.id]), frozenset([RIGHT.article.id]))

    matched.reviews.add(Review(Action.SPLIT, (MATCHING.stories[0].id, LEFT.article.id), "O. Marsh", NOON, sides=sides))

    assert {one.article for one in matched.due.articles(10)} == {LEFT.article.id, RIGHT.article.id}


def test_a_review_made_while_its_story_was_matched_leaves_the_story_due(matched: Store) -> None:
    begun = Settled(reviewed=0, stories=(MATCHING.stories[0].id,))
    matched.reviews.add(Review(Action.MERGE, (GROUP, VESSEL), "O. Marsh", NOON, sides=(key(LEFT), key(RIGHT))))

    matched.matches.save(MATCHING, ASSESSMENTS, now=NOON, settled=begun)

    assert matched.due.stories(10) == (MATCHING.stories[0].id,)


def test_a_story_is_told_by_the_reviews_of_the_ids_that_it_had(matched: Store) -> None:
    made = matched.reviews.add(Review(Action.MERGE, (GROUP, VESSEL), "O. Marsh", NOON, sides=(key(LEFT), key(RIGHT))))
    one = replace(MATCHING, groups=MATCHING.groups[:1], origins=MATCHING.origins)
    everything = replace(MATCHING.groups[0], claims=(*MATCHING.groups[0].claims, *MATCHING.groups[1].claims))

    hold(matched, ASSESSMENTS[:1], replace(one, groups=(everything,)))

    assert matched.reviews.of(VESSEL) == matched.reviews.of(GROUP) == (made,)
