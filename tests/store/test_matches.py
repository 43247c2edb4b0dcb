from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from corroborate.model.articles import Reading
from corroborate.model.findings import Assessment
from corroborate.store import Store
from corroborate.store.matches import Settled
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, Matched, ferry_matching, ferry_reading, later_edition

LATER = NOON + timedelta(days=1)
Rows = Callable[[str], dict[str, list[tuple[object, ...]]]]


def edition(store: Store) -> tuple[Reading, Reading]:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45", NOON + timedelta(minutes=5))
    for one in (left, right):
        store.readings.save(one, "1")
    return left, right


def without_discrepancies(assessments: tuple[Assessment, ...]) -> tuple[Assessment, ...]:
    return tuple(replace(assessment, discrepancies=()) for assessment in assessments)


def test_the_same_result_again_changes_no_row(store: Store, url: str, rows_of: Rows) -> None:
    matching, assessments = ferry_matching(*edition(store))
    store.matches.save(matching, assessments, now=NOON)
    before = rows_of(url)

    store.matches.save(matching, assessments, now=LATER)

    assert rows_of(url) == before


def test_of_a_story_that_is_gone_nothing_is_left(store: Store, url: str, rows_of: Rows) -> None:
    matching, assessments = ferry_matching(*edition(store))
    store.matches.save(matching, assessments, now=NOON)

    gone = Settled(gone=tuple(story.id for story in matching.stories), removed=matching.stories[0].articles)

    store.matches.save(Matched(), (), now=LATER, settled=gone)

    derived = ("stories", "story_articles", "claim_groups", "group_claims", "origins", "origin_claims", "discrepancies", "reuses")
    assert {name: rows for name, rows in rows_of(url).items() if name in derived and rows} == {}


def test_a_group_is_first_seen_with_the_first_article_that_states_its_figure(store: Store) -> None:
    matching, assessments = ferry_matching(*edition(store))

    store.matches.save(matching, assessments, now=LATER)

    group = store.groups.get(matching.groups[0].id)
    assert (group.first_seen, group.last_changed) == (NOON, LATER)


def test_a_figure_that_survives_an_edit_is_as_old_as_its_first_version(store: Store) -> None:
    first, edited = ferry_reading(), ferry_reading(seen=LATER)
    edited = replace(
        edited,
        article=replace(edited.article, revision="r_edited"),
        claims=tuple(replace(claim, id=f"{claim.id}_edited", revision="r_edited") for claim in edited.claims),
    )
    for one in (first, edited):
        store.readings.save(one, "1")
    matching, assessments = ferry_matching(edited, ferry_reading(GAZETTE, GAZETTE_URL, "45"))

    store.matches.save(matching, assessments, now=LATER)

    assert store.groups.get(matching.groups[0].id).first_seen == NOON


def test_only_the_group_that_changed_tells_so(store: Store) -> None:
    left, right = edition(store)
    matching, assessments = ferry_matching(left, right)
    store.matches.save(matching, assessments, now=NOON)
    edited = ferry_reading(GAZETTE, GAZETTE_URL, "44", LATER)
    store.readings.save(edited, "1")
    matching, assessments = ferry_matching(left, edited)

    store.matches.save(matching, assessments, now=LATER)

    disputed, vessel = (store.groups.get(group.id) for group in matching.groups)
    assert (disputed.first_seen, disputed.last_changed) == (NOON, LATER)
    assert (vessel.first_seen, vessel.last_changed) == (NOON, NOON)
    assert disputed.assessment.values == ("42", "44")


def test_a_settled_dispute_changes_its_group(store: Store) -> None:
    matching, assessments = ferry_matching(*edition(store))
    store.matches.save(matching, assessments, now=NOON)

    store.matches.save(matching, without_discrepancies(assessments), now=LATER)

    assert list(store.discrepancies.all()) == []
    assert store.groups.get(matching.groups[0].id).last_changed == LATER


def test_a_discrepancy_keeps_when_it_was_first_seen(store: Store) -> None:
    matching, assessments = ferry_matching(*edition(store))
    store.matches.save(matching, assessments, now=NOON)
    dated = replace(assessments[0], discrepancies=(replace(assessments[0].discrepancies[0], first_seen=LATER, reason="worded anew"),))

    store.matches.save(matching, (dated, *assessments[1:]), now=LATER)

    (record,) = store.discrepancies.all()
    assert (record.discrepancy.first_seen, record.discrepancy.reason) == (NOON, "worded anew")


def test_copies_come_back_as_they_were_found(store: Store) -> None:
    matching, assessments = ferry_matching(*edition(store))

    store.matches.save(matching, assessments, now=NOON)

    assert store.matches.reuses() == matching.reuses


def test_what_is_held_is_counted(store: Store) -> None:
    store.matches.save(*ferry_matching(*edition(store)), now=NOON)

    assert store.matches.counts() == {"stories": 1, "groups": 2, "discrepancies": 1}


def test_claims_of_a_silent_edit_leave_their_group(store: Store) -> None:
    left, right = edition(store)
    matching, assessments = ferry_matching(left, right)
    store.matches.save(matching, assessments, now=NOON)
    store.readings.save(later_edition(), "1")
    matching, assessments = ferry_matching(later_edition(), right)

    store.matches.save(matching, assessments, now=LATER)

    assert {record.claim.surface for record in store.groups.get(matching.groups[0].id).claims} == {"57", "45"}
    assert store.claims.get(left.claims[-1].id).group is None
