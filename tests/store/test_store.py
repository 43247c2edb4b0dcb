from datetime import timedelta

import pytest

from corroborate.errors import UnknownId
from corroborate.model.records import ClaimQuery
from corroborate.store import Store
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading, later_edition, revision_of


def test_an_edition_is_kept_matched_and_found_again(store: Store) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (left, right):
        store.revisions.add(revision_of(one.article))
        store.readings.save(one, "1")
    matching, assessments = ferry_matching(left, right)

    store.matches.save(matching, assessments, now=NOON)

    story = store.stories.get(matching.stories[0].id)
    group = store.groups.get(matching.groups[0].id)
    found = list(store.claims.find(ClaimQuery(words=("injured",))))
    assert story.story == matching.stories[0]
    assert {record.group for record in story.groups} == set(matching.groups)
    assert group.assessment == assessments[0]
    assert group.origins == matching.origins
    assert [record.claim for record in group.claims] == [left.claims[-1], right.claims[-1]]
    assert {record.claim for record in found} == {left.claims[-1], right.claims[-1]}
    assert all(record.story == story.story.id for record in found)
    assert [record.discrepancy for record in store.discrepancies.all()] == list(assessments[0].discrepancies)


def test_any_id_is_found_by_its_letter(store: Store) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (left, right):
        store.revisions.add(revision_of(one.article))
        store.readings.save(one, "1")
    matching, assessments = ferry_matching(left, right)
    store.matches.save(matching, assessments, now=NOON)
    discrepancy = assessments[0].discrepancies[0]
    ids = (left.article.id, left.article.revision, left.claims[0].id, matching.stories[0].id, matching.groups[0].id, discrepancy.id)

    found = [type(store.find_any(identity)).__name__ for identity in ids]

    assert found == ["ArticleRecord", "Revision", "ClaimRecord", "StoryRecord", "GroupRecord", "DiscrepancyRecord"]


@pytest.mark.parametrize("identity", ["a_0", "r_0", "c_0", "s_0", "g_0", "d_0", "x_0", "nothing", ""])
def test_an_unknown_id_is_told_as_such(store: Store, identity: str) -> None:
    with pytest.raises(UnknownId):
        store.find_any(identity)


def test_a_silent_edit_is_told_as_a_changed_figure(store: Store) -> None:
    for one in (ferry_reading(), later_edition()):
        store.revisions.add(revision_of(one.article))
        store.readings.save(one, "1")

    (record,) = store.revisions.records()

    assert record.previous == ferry_reading().article.revision
    assert [(change.old, change.new) for change in record.changes] == [("42", "57")]
    assert record.revision.seen == NOON + timedelta(hours=1)
