"""`corroborate serve`, up to where it listens."""

from pathlib import Path

import pytest

from corroborate.serving import is_loopback
from tests.commands import refusal


@pytest.mark.parametrize(("host", "loopback"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False)])
def test_only_this_machine_reaches_a_loopback_address(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_other_machines_are_not_served_by_default(tmp_path: Path) -> None:
    assert "0.0.0.0 can be reached from other machines" in refusal("--database", tmp_path / "a.db", "serve", "--host", "0.0.0.0")


def test_a_database_that_is_not_there_is_not_served(tmp_path: Path) -> None:
    assert "there is no database" in refusal("--database", tmp_path / "a.db", "serve")
