"""How an outlet is doing, as the page of sources tells it."""

from dataclasses import replace
from datetime import timedelta

from corroborate.model.health import Alert, AlertKind
from corroborate.model.outlets import Outlet
from corroborate.publish.web.sources import ALERTS, UNLISTED, WAITING, source_lines, state_of
from corroborate.store import Store
from tests.factory import NOON


def test_the_gravest_alert_of_an_outlet_is_its_state() -> None:
    alerts = [Alert(AlertKind.QUIET, "nothing new for 9 days"), Alert(AlertKind.FAILING, "failing since noon")]

    assert state_of((), alerts) is ALERTS[AlertKind.FAILING]


def test_those_in_trouble_stand_first() -> None:
    failing = Outlet("Zephyr", family="Zephyr", feeds=("https://zephyr.example/feed",))
    new = Outlet("Mole", family="Mole", feeds=("https://mole.example/feed",))
    with Store.open(":memory:") as store:
        store.outlets.sync([Outlet("Anchor", family="Anchor"), new, failing])
        store.feeds.sync([new, failing], NOON)
        broken = next(state for state in store.feeds.all() if state.outlet == "Zephyr")
        store.feeds.save(replace(broken, error="timed out", failures=3, next_at=NOON + timedelta(days=3)), ())

        lines = source_lines(store, NOON + timedelta(hours=25))

        assert [(line.outlet, line.state) for line in lines[1:]] == [("Mole", ALERTS[AlertKind.OVERDUE]), ("Anchor", UNLISTED)]
        assert (lines[0].outlet, lines[0].state) == ("Zephyr", ALERTS[AlertKind.FAILING])
        assert {line.outlet: line.state for line in source_lines(store, NOON)}["Mole"] is WAITING


def test_a_source_leads_to_its_claims() -> None:
    with Store.open(":memory:") as store:
        store.outlets.sync([Outlet('The "Daily" Crab', family="Crab")])

        assert source_lines(store, NOON)[0].query == 'outlet:"The \\"Daily\\" Crab"'
