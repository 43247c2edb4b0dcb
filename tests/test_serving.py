"""`corroborate serve`, up to where it listens."""

from pathlib import Path

import pytest

from corroborate.model.access import Scope
from corroborate.publish.access.policy import LOOPBACK
from corroborate.serving import is_loopback, make_policy
from corroborate.store import Store
from tests.commands import refusal
from tests.factory import NOON


@pytest.mark.parametrize(("host", "loopback"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False)])
def test_only_this_machine_reaches_a_loopback_address(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_other_machines_are_answered_only_where_somebody_has_a_token(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "a.db")) as store:
        for words in (("--host", "0.0.0.0"), ("--name", "news.example")):
            assert "and there is no token; make one" in refusal("--database", tmp_path / "a.db", "serve", *words)
        store.tokens.create("desk", Scope.READ, now=NOON)

        policies = [make_policy(store, hosts, NOON, secure=True) for hosts in (("0.0.0.0",), ("127.0.0.1", "News.example"), ("::1",))]

    assert [policy.open for policy in policies] == [False, False, True]
    assert [policy.hosts for policy in policies] == [frozenset(), {"news.example", *LOOPBACK}, LOOPBACK]


def test_a_database_that_is_not_there_is_not_served(tmp_path: Path) -> None:
    assert "there is no database" in refusal("--database", tmp_path / "a.db", "serve")
