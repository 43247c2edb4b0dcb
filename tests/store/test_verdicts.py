"""A group's verdict follows what people decide about its discrepancies, on either database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from corroborate.model.decisions import Action, Review, claim_key, plain_value
from corroborate.model.findings import Agreement, Assessment, DiscrepancyType, Support, Verdict
from corroborate.model.records import ClaimQuery, GroupRecord
from corroborate.store import Store
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading

HOUR = timedelta(hours=1)
LEFT, RIGHT = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
MATCHING, (DISPUTED, SINGLE) = ferry_matching(LEFT, RIGHT)
CONFLICT = DISPUTED.discrepancies[0]
UPDATE = replace(CONFLICT, id="d_update", type=DiscrepancyType.UPDATE)
GROUP = DISPUTED.group
BOTH = replace(DISPUTED, low="45", high="45", discrepancies=(CONFLICT, UPDATE), support=Support(Verdict.CORROBORATED, "42", "42"))


def opened(store: Store, assessment: Assessment) -> Store:
    for one in (LEFT, RIGHT):
        store.readings.save(one, "1")
    hold(store, assessment)
    return store


def hold(store: Store, assessment: Assessment, hours: int = 0) -> None:
    store.matches.save(MATCHING, (assessment, SINGLE), now=NOON + HOUR * hours)


def judge(store: Store, action: Action, identity: str = CONFLICT.id) -> Review:
    found = CONFLICT if identity == CONFLICT.id else UPDATE
    keys = tuple(frozenset([claim_key(one.article.id, one.claims[-1])]) for one in (LEFT, RIGHT))
    said = tuple(plain_value(side.value) for side in found.sides)
    return store.reviews.add(Review(action, (identity,), "O. Marsh", NOON, "so it is", keys, found.type, said))


def group(store: Store) -> GroupRecord:
    return store.groups.get(GROUP)


def told(store: Store) -> tuple[Verdict, Agreement, str | None]:
    found = group(store).assessment
    return found.verdict, found.agreement, found.low


@pytest.mark.parametrize(("action", "agreement"), [(Action.REJECT, Agreement.AGREE), (Action.EXPLAIN, Agreement.DIFFER)])
def test_a_dismissed_dispute_disputes_nothing_and_an_explained_one_is_still_a_difference(
    store: Store, action: Action, agreement: Agreement
) -> None:
    opened(store, DISPUTED)
    before = told(store)

    judge(store, action)

    assert before == (Verdict.DISPUTED, Agreement.DIFFER, "42")
    assert told(store) == (Verdict.SINGLE, agreement, "42")
    assert {one.assessment.group for one in store.groups.all(Verdict.DISPUTED)} == set()
    assert list(store.claims.find(ClaimQuery(verdict=Verdict.DISPUTED))) == []


def test_an_accepted_dispute_stays_one(store: Store) -> None:
    opened(store, DISPUTED)

    judge(store, Action.ACCEPT)

    assert told(store)[0] is Verdict.DISPUTED


def test_what_stands_beside_the_dismissed_still_tells(store: Store) -> None:
    opened(store, BOTH)

    judge(store, Action.REJECT)
    without_conflict = told(store)
    judge(store, Action.REJECT, UPDATE.id)

    assert without_conflict == (Verdict.UPDATED, Agreement.DIFFER, "45")
    assert told(store) == (Verdict.CORROBORATED, Agreement.AGREE, "42")


def test_undoing_brings_back_what_was_found(store: Store) -> None:
    opened(store, BOTH)
    made = [judge(store, Action.REJECT, one.id) for one in (CONFLICT, UPDATE)]

    for one in made:
        store.reviews.add(Review(Action.UNDO, one.subjects, "R. Quill", NOON + HOUR, undoes=one.number))

    assert told(store) == (Verdict.DISPUTED, Agreement.DIFFER, "45")


def test_matching_again_keeps_the_decided_verdict_and_writes_nothing(store: Store, url: str, rows_of: Callable[[str], object]) -> None:
    opened(store, DISPUTED)
    judge(store, Action.REJECT)
    before = rows_of(url)

    hold(store, DISPUTED, hours=1)

    assert rows_of(url) == before
    assert told(store)[0] is Verdict.SINGLE


def test_a_group_that_changes_keeps_its_decided_verdict_until_another_value_is_reported(store: Store) -> None:
    opened(store, DISPUTED)
    judge(store, Action.EXPLAIN)

    hold(store, replace(DISPUTED, values=("42", "45", "about 40")), hours=1)
    changed = told(store)
    third = replace(CONFLICT.sides[1], value="57")
    hold(store, replace(DISPUTED, discrepancies=(replace(CONFLICT, sides=(*CONFLICT.sides, third)),)), hours=2)

    assert changed[0] is Verdict.SINGLE
    assert told(store)[0] is Verdict.DISPUTED


def test_a_verdict_of_a_former_version_stays_until_it_is_found_anew(store: Store) -> None:
    opened(store, replace(DISPUTED, support=None))

    judge(store, Action.REJECT)

    assert told(store)[0] is Verdict.DISPUTED
