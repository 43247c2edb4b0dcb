"""`corroborate sources` as it is typed."""

import json
from pathlib import Path

import pytest

from corroborate.config import parse_config
from corroborate.model.outlets import Outlet
from corroborate.sourcing import entries
from corroborate.store import Store
from tests.commands import corroborate, refusal
from tests.factory import NOON

HERALD = "outlets:\n  - {name: Harbour Herald, feeds: ['https://harbour-herald.example/rss']}\n"


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    (tmp_path / "feeds.yaml").write_text(HERALD)
    with Store.open(f"sqlite:///{tmp_path / 'news.db'}") as store:
        store.feeds.sync(parse_config(HERALD, tmp_path / "feeds.yaml").outlets, NOON)
    return ["--config", str(tmp_path / "feeds.yaml"), "--database", f"sqlite:///{tmp_path / 'news.db'}"]


def test_sources_are_told_as_a_table_and_as_json(options: list[str]) -> None:
    told = corroborate(*options, "sources")
    rows = [json.loads(line) for line in corroborate(*options, "sources", "--json").out.splitlines()]

    assert "Harbour Herald" in told.out
    assert told.out.startswith("! Harbour Herald (https://harbour-herald.example/rss): overdue")
    assert [row["feed"] for row in rows] == ["https://harbour-herald.example/rss"]
    assert corroborate(*options, "sources", "--ledger").out.strip() == "nothing found"


def test_feeds_go_out_as_opml_and_come_back_as_entries(options: list[str], tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"

    corroborate(*options, "sources", "opml", "--output", str(file))
    told = corroborate(*options, "sources", "import", str(file))

    (outlet,) = parse_config(f"outlets:\n{told.out}", Path("feeds.yaml")).outlets
    assert (outlet.name, outlet.feeds) == ("Harbour Herald", ("https://harbour-herald.example/rss",))


def test_an_entry_is_yaml_whatever_the_name_holds() -> None:
    odd = Outlet("No: 'news' # today", "Quay", feeds=("https://herald.example/?a=1#x",), sitemaps=("https://herald.example/s.xml",))

    (again,) = parse_config(f"outlets:\n{entries([odd])}", Path("feeds.yaml")).outlets

    assert again == odd


@pytest.mark.parametrize("content", [b"", b"<rss/>", b"<opml><body/></opml>"])
def test_a_file_that_is_no_opml_is_told_in_one_line(options: list[str], tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.opml").write_bytes(content)

    told = refusal(*options, "sources", "import", str(tmp_path / "odd.opml"))

    assert "odd.opml" in told
    assert "as OPML" in told
