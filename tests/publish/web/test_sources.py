"""How an outlet is doing, told from what its feeds and pages answered."""

from dataclasses import replace
from datetime import timedelta

import pytest

from corroborate.model.outlets import Outlet
from corroborate.model.pages import Channel, FeedState, VisitState
from corroborate.publish.web.marks import Mark
from corroborate.publish.web.sources import FAILING, REFUSED, SILENT, UNLISTED, WAITING, WELL, source_lines, state_of
from corroborate.store import Store
from tests.factory import NOON

FEED = FeedState("https://herald.example/feed", "Herald", Channel.FEED, NOON, 3600, last_success=NOON, last_new=NOON)


@pytest.mark.parametrize(
    ("feeds", "visits", "state"),
    [
        ([FEED], {}, WELL),
        ([], {}, UNLISTED),
        ([replace(FEED, last_success=None, last_new=None)], {}, WAITING),
        ([FEED, replace(FEED, error="timed out", failures=2)], {}, FAILING),
        ([replace(FEED, last_new=NOON - timedelta(days=8))], {}, SILENT),
        ([replace(FEED, last_new=None)], {}, SILENT),
        ([FEED], {VisitState.FETCHED: 2, VisitState.BLOCKED: 3}, REFUSED),
        ([FEED], {VisitState.FETCHED: 3, VisitState.BLOCKED: 2, VisitState.PENDING: 9}, WELL),
    ],
)
def test_an_outlet_is_well_or_it_is_told_what_is_wrong(feeds: list[FeedState], visits: dict[VisitState, int], state: Mark) -> None:
    assert state_of(feeds, visits) is state


def test_those_in_trouble_stand_first() -> None:
    failing = Outlet("Zephyr", family="Zephyr", feeds=("https://zephyr.example/feed",))
    with Store.open(":memory:") as store:
        store.outlets.sync([Outlet("Anchor", family="Anchor"), failing])
        store.feeds.sync([failing], NOON)
        store.feeds.save(replace(store.feeds.all()[0], error="timed out", failures=3), ())

        assert [(line.outlet, line.state) for line in source_lines(store)] == [("Zephyr", FAILING), ("Anchor", UNLISTED)]


def test_a_source_leads_to_its_claims() -> None:
    with Store.open(":memory:") as store:
        store.outlets.sync([Outlet('The "Daily" Crab', family="Crab")])

        assert source_lines(store)[0].query == 'outlet:"The  Daily  Crab"'
