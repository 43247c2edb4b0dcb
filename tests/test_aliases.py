"""A table of aliases, from feeds.yaml to the claims that are printed and exported."""

import csv
import io
import json
from pathlib import Path

from corroborate.extract.reader import Reader
from tests.commands import corroborate, refusal

TABLE = "alias,name,kind,wikidata\nNFA,Norland Fisheries Authority,org,Q901\n"
STORY = (
    "Inspectors of the NFA seized 268 boats in Orsk on Monday, the authority said. "
    "Nobody had told the crews, who had been mending their nets on the quay since dawn when the vans came. "
    "The boats will be kept in a yard behind the old cannery until their owners have paid what they owe."
)


def configured(folder: Path, table: str = TABLE) -> Path:
    """A feeds.yaml that names a table of aliases beside it."""
    (folder / "parties.csv").write_text(table, encoding="utf-8")
    config = folder / "feeds.yaml"
    settings = f"settings:\n  database: sqlite:///{folder}/news.db\n  parties:\n    aliases: {folder}/parties.csv\n"
    config.write_text(settings, encoding="utf-8")
    return config


def article(folder: Path) -> Path:
    path = folder / "articles.jsonl"
    path.write_text(json.dumps({"text": STORY, "outlet": "Harbour Herald", "published": "2026-10-14T12:00:00+00:00"}) + "\n")
    return path


def test_claims_name_parties_as_the_table_does_and_give_their_ids(tmp_path: Path) -> None:
    done = corroborate("--config", configured(tmp_path), "extract", article(tmp_path))
    row = next(row for line in done.out.splitlines() if (row := json.loads(line))["value"] == "268")

    assert dict(zip(row["parties"], row["parties_wikidata"], strict=True)) == {"Norland Fisheries Authority": "Q901", "Orsk": None}


def test_exported_claims_give_the_ids(tmp_path: Path) -> None:
    config = configured(tmp_path)
    corroborate("--config", config, "import", article(tmp_path))
    corroborate("--config", config, "process")

    rows = list(csv.DictReader(io.StringIO(corroborate("--config", config, "export", "claims").out)))

    assert json.loads(next(row["parties_wikidata"] for row in rows if row["value"] == "268")) == ["Q901", None]


def test_without_a_table_there_are_no_ids(tmp_path: Path) -> None:
    rows = [json.loads(line) for line in corroborate("extract", article(tmp_path)).out.splitlines()]

    assert {tuple(row["parties_wikidata"]) for row in rows} == {()}


def test_a_wrong_table_ends_the_command_in_one_line(tmp_path: Path) -> None:
    config = configured(tmp_path, "alias,name\nNFA,\n")

    assert "parties.csv:2: an alias and a name are needed" in refusal("--config", config, "extract", article(tmp_path))


def test_articles_are_read_again_when_the_table_says_something_else(tmp_path: Path) -> None:
    configured(tmp_path)
    path = tmp_path / "parties.csv"
    before = Reader("blank", aliases=path).version
    path.write_text(TABLE.replace("Q901", "Q902"), encoding="utf-8")

    assert before != Reader("blank", aliases=path).version
    assert Reader("blank").version == Reader("blank").version.strip()
