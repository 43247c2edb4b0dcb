"""The command line as its user meets it: what is printed, what is refused in one line, and the exit status."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corroborate.cli import cli

HEAVY = ("torch", "spacy", "sqlalchemy", "trafilatura", "sentence_transformers", "pyarrow", "dask", "httpx", "pydantic")
FERRY = (
    "A ferry sank off Port Ellery on Tuesday, killing 42 people, police said. "
    "The Ostrava Star carried nearly 310 passengers when it left the harbour. "
    "Rescuers pulled 268 survivors from the water before dark, the coast guard said in a statement."
)


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "corroborate", *map(str, words)], capture_output=True, text=True, check=False)


def invoke(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def refusal(*words: object) -> str:
    done = run(*words)

    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "feeds.yaml"
    path.write_text("settings:\n  embedding: {model: none}\n")
    return path


def jsonl(folder: Path, *lines: object) -> Path:
    path = folder / "desk.jsonl"
    path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines))
    return path


def test_help_loads_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-X", "importtime", "-m", "corroborate", "--help"], capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}

    assert "click" in loaded
    assert not loaded & set(HEAVY)


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    done = invoke(command, "--help")

    assert done.exit_code == 0
    assert f"Example: corroborate {command}" in done.output


def test_what_is_extracted_has_the_columns_of_the_contract(tmp_path: Path) -> None:
    done = run(
        "extract", jsonl(tmp_path, {"id": "ferry", "text": FERRY, "outlet": "Harbour Herald", "published": "2026-10-14T12:00:00+00:00"})
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.returncode == 0, done.stderr
    assert {row["article"] for row in rows} == {"ferry"}
    assert {"268", "42"} <= {row["value"] for row in rows}
    for row in rows:
        assert FERRY[row["char_start"] : row["char_end"]] == row["surface"]


def test_a_wrong_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    done = run("extract", jsonl(tmp_path, "{", {"text": FERRY}))

    assert done.returncode == 1
    assert "desk.jsonl:1: it is not JSON" in done.stderr
    assert done.stdout.count("\n") >= 3


def test_importing_twice_changes_nothing(tmp_path: Path, config: Path) -> None:
    articles = jsonl(
        tmp_path, {"text": FERRY, "url": "http://herald.example/ferry"}, {"text": FERRY + " More.", "url": "http://courier.example/1"}
    )
    words = ("--config", config, "--database", tmp_path / "news.db")

    first, second = run(*words, "import", articles), run(*words, "import", articles)

    assert first.stdout == "imported 2 article versions, 0 known already\n"
    assert second.stdout == "imported 0 article versions, 2 known already\n"


def test_a_second_version_of_a_url_is_a_revision(tmp_path: Path, config: Path) -> None:
    words = ("--config", config, "--database", tmp_path / "news.db")
    run(*words, "import", jsonl(tmp_path, {"text": FERRY, "url": "http://herald.example/ferry", "fetched": "2026-10-14T12:00:00+00:00"}))
    later = FERRY.replace("42", "57")
    run(*words, "import", jsonl(tmp_path, {"text": later, "url": "http://herald.example/ferry", "fetched": "2026-10-15T12:00:00+00:00"}))
    run(*words, "process")

    done = run(*words, "export", "revisions", "--format", "jsonl")

    changes = [change for line in done.stdout.splitlines() for change in json.loads(line)["changes"]]
    assert [(change["old"], change["new"]) for change in changes] == [("42", "57")]


def test_files_that_cannot_be_read_are_named_and_the_others_imported(tmp_path: Path, config: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()

    done = run(
        "--config", config, "--database", tmp_path / "n.db", "import", empty, tmp_path / "none.jsonl", jsonl(tmp_path, {"text": FERRY})
    )

    assert done.returncode == 1
    assert "imported 1 article versions" in done.stdout
    assert "empty.jsonl: the file is empty" in done.stderr
    assert "none.jsonl: it cannot be read" in done.stderr


def test_a_wrong_key_in_feeds_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"
    path.write_text("outlets:\n  - name: Harbour Herald\n    fedes: []\n")

    assert "feeds.yaml:3: unknown key 'fedes'" in refusal("--config", path, "crawl")


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, config: Path) -> None:
    other = tmp_path / "letter.db"
    other.write_text("Dear editor, " * 100)

    refusal("--config", config, "--database", other, "process")
    assert other.read_text() == "Dear editor, " * 100


def test_a_database_of_another_program_is_left_alone(tmp_path: Path, config: Path) -> None:
    other = tmp_path / "recipes.db"
    with sqlite3.connect(other) as connection:
        connection.execute("create table recipes (name text)")
    connection.close()

    refusal("--config", config, "--database", other, "process")


def test_a_database_newer_than_the_program_is_left_alone(tmp_path: Path, config: Path) -> None:
    path = tmp_path / "news.db"
    run("--config", config, "--database", path, "process")
    with sqlite3.connect(path) as connection:
        connection.execute("update corroborate_version set version_num = '9999'")
    connection.close()

    assert "version" in refusal("--config", config, "--database", path, "process")


def test_an_unknown_id_is_refused(tmp_path: Path, config: Path) -> None:
    assert "s_none" in refusal("--config", config, "--database", tmp_path / "n.db", "show", "s_none")


def test_an_unreachable_outlet_is_a_failure_and_not_the_end(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"
    path.write_text(
        "settings:\n  crawl: {gap: 0}\noutlets:\n  - name: Gone\n    feeds: [http://gone.example/feed]\n    connect_to: 127.0.0.1:9\n"
    )

    done = run("--config", path, "--database", tmp_path / "n.db", "crawl")

    assert done.returncode == 1
    assert "http://gone.example/feed" in done.stderr


def test_a_locked_database_is_waited_for_and_then_named(tmp_path: Path, config: Path) -> None:
    path = tmp_path / "news.db"
    run("--config", config, "--database", path, "process")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("begin exclusive")

    message = refusal("--config", config, "--database", path, "import", jsonl(tmp_path, {"text": FERRY}))

    holder.close()
    assert "locked" in message or "busy" in message or "in use" in message


def test_a_page_that_is_no_article_is_counted_and_not_read(tmp_path: Path, config: Path) -> None:
    login = "<html><head><title>Log in</title></head><body><form>Name <input></form></body></html>"
    words = ("--config", config, "--database", tmp_path / "news.db")
    run(*words, "import", jsonl(tmp_path, {"html": login, "url": "http://herald.example/login"}, {"text": FERRY}))

    done = run(*words, "process")

    assert done.returncode == 0
    assert "1 of them hold no article: 1 " in done.stdout


def test_an_article_without_a_date_is_read_with_what_it_says_itself(tmp_path: Path) -> None:
    done = run("extract", jsonl(tmp_path, {"text": FERRY + " The harbour was closed on 12 October 2026."}))

    starts = {row["start"] for row in map(json.loads, done.stdout.splitlines()) if row["kind"] == "date"}
    assert "2026-10-12" in starts
    assert done.returncode == 0
