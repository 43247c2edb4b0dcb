"""The command line as its user meets it: what is printed, what is refused in one line, and the exit status."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from corroborate.app import App
from corroborate.cli import cli
from corroborate.crawl.archive import Archive
from corroborate.model.pages import Page
from tests.commands import corroborate, refusal
from tests.factory import NOON
from tests.sites import Site, serve_sites

HEAVY = ("torch", "spacy", "sqlalchemy", "trafilatura", "sentence_transformers", "pyarrow", "dask", "httpx", "pydantic")
FERRY = (
    "A ferry sank off Port Ellery on Tuesday, killing 42 people, police said. "
    "The Ostrava Star carried nearly 310 passengers when it left the harbour. "
    "Rescuers pulled 268 survivors from the water before dark, the coast guard said in a statement."
)


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "corroborate", *map(str, words)], capture_output=True, text=True, check=False)


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


def test_processing_where_there_is_nothing_to_do_loads_no_model(config: Path, tmp_path: Path) -> None:
    words = ("--config", str(config), "--database", f"sqlite:///{tmp_path / 'empty.db'}", "process")
    done = subprocess.run([sys.executable, "-X", "importtime", "-m", "corroborate", *words], capture_output=True, text=True, check=True)

    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}

    assert "read 0 article versions" in done.stdout
    assert not loaded & {"torch", "spacy", "sentence_transformers", "transformers", "trafilatura"}


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    done = corroborate(command, "--help")

    assert done.status == 0
    assert f"Example: corroborate {command}" in done.out


def test_what_is_extracted_has_the_columns_of_the_contract(tmp_path: Path) -> None:
    done = corroborate(
        "extract", jsonl(tmp_path, {"id": "ferry", "text": FERRY, "outlet": "Harbour Herald", "published": "2026-10-14T12:00:00+00:00"})
    )
    rows = [json.loads(line) for line in done.out.splitlines()]

    assert done.status == 0, done.err
    assert {row["article"] for row in rows} == {"ferry"}
    assert {"268", "42"} <= {row["value"] for row in rows}
    for row in rows:
        assert FERRY[row["char_start"] : row["char_end"]] == row["surface"]


def test_a_wrong_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    done = corroborate("extract", jsonl(tmp_path, "{", {"text": FERRY}))

    assert done.status == 1
    assert "desk.jsonl:1: it is not JSON" in done.err
    assert done.out.count("\n") >= 3


def test_importing_twice_changes_nothing(tmp_path: Path, config: Path) -> None:
    articles = jsonl(
        tmp_path, {"text": FERRY, "url": "http://herald.example/ferry"}, {"text": FERRY + " More.", "url": "http://courier.example/1"}
    )
    words = ("--config", config, "--database", tmp_path / "news.db")

    first, second = corroborate(*words, "import", articles), corroborate(*words, "import", articles)

    assert first.out == "imported 2 article versions, 0 known already\n"
    assert second.out == "imported 0 article versions, 2 known already\n"


def test_a_second_version_of_a_url_is_a_revision(tmp_path: Path, config: Path) -> None:
    words = ("--config", config, "--database", tmp_path / "news.db")
    corroborate(
        *words, "import", jsonl(tmp_path, {"text": FERRY, "url": "http://herald.example/ferry", "fetched": "2026-10-14T12:00:00+00:00"})
    )
    later = FERRY.replace("42", "57")
    corroborate(
        *words, "import", jsonl(tmp_path, {"text": later, "url": "http://herald.example/ferry", "fetched": "2026-10-15T12:00:00+00:00"})
    )
    corroborate(*words, "process")

    done = corroborate(*words, "export", "revisions", "--format", "jsonl")

    changes = [change for line in done.out.splitlines() for change in json.loads(line)["changes"]]
    assert [(change["old"], change["new"]) for change in changes] == [("42", "57")]


def test_files_that_cannot_be_read_are_named_and_the_others_imported(tmp_path: Path, config: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()

    done = corroborate(
        "--config", config, "--database", tmp_path / "n.db", "import", empty, tmp_path / "none.jsonl", jsonl(tmp_path, {"text": FERRY})
    )

    assert done.status == 1
    assert "imported 1 article versions" in done.out
    assert "empty.jsonl: the file is empty" in done.err
    assert "none.jsonl: it cannot be read" in done.err


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
    corroborate("--config", config, "--database", path, "process")
    with sqlite3.connect(path) as connection:
        connection.execute("update corroborate_version set version_num = '9999'")
    connection.close()

    assert "version" in refusal("--config", config, "--database", path, "process")


def test_an_unknown_id_is_refused(tmp_path: Path, config: Path) -> None:
    corroborate("--config", config, "--database", tmp_path / "n.db", "process")

    assert "s_none" in refusal("--config", config, "--database", tmp_path / "n.db", "show", "s_none")


def test_an_unreachable_outlet_is_a_failure_and_not_the_end(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"
    path.write_text(
        "settings:\n  crawl: {gap: 0}\noutlets:\n  - name: Gone\n    feeds: [http://gone.example/feed]\n    connect_to: 127.0.0.1:9\n"
    )

    done = corroborate("--config", path, "--database", tmp_path / "n.db", "crawl")

    assert done.status == 1
    assert "http://gone.example/feed" in done.err


def test_a_locked_database_is_waited_for_and_then_named(tmp_path: Path, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(App, "patience", 0.2)
    path = tmp_path / "news.db"
    corroborate("--config", config, "--database", path, "process")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("begin exclusive")

    message = refusal("--config", config, "--database", path, "import", jsonl(tmp_path, {"text": FERRY}))

    holder.close()
    assert "locked" in message or "busy" in message or "in use" in message


def test_a_page_that_is_no_article_is_counted_and_not_read(tmp_path: Path, config: Path) -> None:
    login = "<html><head><title>Log in</title></head><body><form>Name <input></form></body></html>"
    words = ("--config", config, "--database", tmp_path / "news.db")
    corroborate(*words, "import", jsonl(tmp_path, {"html": login, "url": "http://herald.example/login"}, {"text": FERRY}))

    done = corroborate(*words, "process")

    assert done.status == 0
    assert "1 of them hold no article: 1 " in done.out


def test_an_article_without_a_date_is_read_with_what_it_says_itself(tmp_path: Path) -> None:
    done = corroborate("extract", jsonl(tmp_path, {"text": FERRY + " The harbour was closed on 12 October 2026."}))

    starts = {row["start"] for row in map(json.loads, done.out.splitlines()) if row["kind"] == "date"}
    assert "2026-10-12" in starts
    assert done.status == 0


def test_asking_makes_no_database(tmp_path: Path, config: Path) -> None:
    for words in (["query"], ["show", "c_1"], ["digest"], ["export", "claims"], ["sources"]):
        assert "there is no database" in refusal("--config", config, "--database", tmp_path / "n.db", *words)

    assert not (tmp_path / "n.db").exists()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["crawl", "--bogus"], "No such option '--bogus'; see `corroborate crawl --help`"),
        (["nope"], "No such command 'nope'; see `corroborate --help`"),
        (["export"], "Missing argument"),
        (["export", "nope"], "'nope' is not one of 'claims'"),
        (["query", "--min", "nan"], "'nan' is not a figure such as 28800000"),
        (["query", "--since", "2026-13-01"], "'2026-13-01' is not a day such as 2026-10-14"),
        (["--now", "2026-10-14T12:00", "query"], "lacks its zone; write for example 2026-10-14T12:00:00+00:00"),
        (["--now", "2026-10-14", "query"], "write for example 2026-10-14T00:00:00+00:00"),
        (["digest", "--since", "2026-10-14", "--until", "2026-10-01"], "the digest would begin at 2026-10-14"),
        (["crawl"], "no outlet has a feed or sitemap; list some in feeds.yaml"),
        (["schedule", "--digest", "25:00"], "'25:00' is not a time of day such as 07:30"),
        (["--now", "2026-10-14T12:00Z", "schedule"], "a schedule lives by the clock"),
        (["--database", "postgresql://desk:secret@127.0.0.1:9/news", "process"], "desk:***@127.0.0.1:9/news: it cannot be reached"),
        (["--database", "mysql://db.example/news", "process"], "neither of SQLite nor of PostgreSQL"),
        (["--database", "feeds.yaml/news.db", "process"], "feeds.yaml/news.db: "),
        (["process", "--scheduler", "nowhere"], "the Dask scheduler 'nowhere' cannot be reached"),
        (["extract", "nowhere.jsonl", "--text", "Nine ships sank."], "FILE and --text were both given; leave out one of them"),
        (["extract", "nowhere.jsonl"], "nowhere.jsonl: it cannot be read (No such file or directory)"),
        (["extract", "."], "it cannot be read (Is a directory)"),
    ],
)
def test_each_mistake_is_refused_in_one_line(
    words: list[str], expected: str, tmp_path: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert expected in refusal("--config", config, *words)


def test_without_a_command_the_help_is_shown() -> None:
    done = corroborate()

    assert done.status == 2
    assert "Begin with `corroborate demo`" in done.err


def test_an_export_stands_under_its_name_only_when_it_is_whole(tmp_path: Path, config: Path) -> None:
    words = ("--config", config, "--database", tmp_path / "news.db")
    corroborate(*words, "import", jsonl(tmp_path, {"text": FERRY}))
    target = tmp_path / "articles.csv"

    assert "missing/x.csv: it cannot be written" in refusal(*words, "export", "articles", "--output", tmp_path / "missing" / "x.csv")
    assert corroborate(*words, "export", "articles", "--output", target).status == 0

    assert target.read_text().startswith("article,url,outlet")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no device that is always full")
def test_an_output_without_room_is_told_in_one_line(tmp_path: Path, config: Path) -> None:
    words = ["--config", str(config), "--database", str(tmp_path / "news.db")]
    corroborate(*words, "process")

    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "corroborate", *words, "export", "articles"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert done.returncode == 2
    assert done.stderr == "corroborate: output: No space left on device; check the permissions and the space left\n"


def test_a_reader_that_has_seen_enough_is_no_failure(tmp_path: Path) -> None:
    articles = jsonl(tmp_path, *({"text": f"{FERRY} Report {number}."} for number in range(50)))

    with subprocess.Popen(
        [sys.executable, "-m", "corroborate", "extract", str(articles)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read()
        status = process.wait()

    assert (status, complaints) == (0, b"")


def test_ten_thousand_wrong_lines_do_not_flood_the_terminal(tmp_path: Path) -> None:
    done = corroborate("extract", jsonl(tmp_path, *["{"] * 10_000))

    assert done.status == 1
    assert done.err.count("\n") == 101
    assert done.err.endswith("corroborate: and 9900 failures more\n")


def test_articles_come_from_standard_input_too() -> None:
    done = corroborate("extract", stdin=json.dumps({"text": FERRY, "id": "ferry"}).encode() + b"\n{\n")

    assert done.status == 1
    assert '"article": "ferry"' in done.out
    assert done.err.startswith("corroborate: standard input:2: it is not JSON")


def test_of_a_torn_archive_the_whole_pages_are_imported_and_the_tear_is_named(tmp_path: Path, config: Path) -> None:
    archive = Archive(tmp_path / "theirs")
    urls = [f"http://herald.example/{number}" for number in range(3)]
    links = [archive.write(Page(url, url, 200, "text/html", f"<p>{FERRY}</p>".encode(), NOON)) for url in urls]
    torn = tmp_path / "torn.warc.gz"
    torn.write_bytes((tmp_path / "theirs" / links[0].file).read_bytes()[:-100])

    done = corroborate("--config", config, "--database", tmp_path / "news.db", "import", torn)

    assert done.out == "imported 2 article versions, 0 known already\n"
    assert done.status == 1
    assert "torn.warc.gz: it is cut off or damaged behind page" in done.err


def test_a_page_that_cannot_be_read_is_named_by_its_address(tmp_path: Path, config: Path) -> None:
    words = ("--config", config, "--database", tmp_path / "news.db")
    deep = {"html": "<div>" * 70_000 + FERRY, "url": "http://herald.example/deep"}
    corroborate(*words, "import", jsonl(tmp_path, deep, {"text": FERRY}))

    done = corroborate(*words, "process")

    assert done.status == 1
    assert done.err.startswith("corroborate: http://herald.example/deep (r_")
    assert done.out.startswith("read 1 article versions")


def test_who_gives_no_contact_is_told_so_once(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"
    path.write_text("outlets:\n  - name: Herald\n    feeds: [http://127.0.0.1:9/feed.xml]\n")

    done = corroborate("--config", path, "--database", tmp_path / "n.db", "crawl")

    assert done.err.count("settings.crawl.contact is empty") == 1


def test_a_feed_that_is_no_feed_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    page = f"<html><body><article><p>{FERRY}</p></article></body></html>"
    sites = [
        Site("Herald", "herald.example", {"/ferry": page}),
        Site("Courier", "courier.example", {"/front": "<html><h1>News</h1></html>"}),
    ]
    with serve_sites(sites) as address:
        path = tmp_path / "feeds.yaml"
        path.write_text(
            "settings: {crawl: {gap: 0}, embedding: {model: none}}\noutlets:\n"
            f"  - {{name: Herald, feeds: [http://herald.example/feed.xml], connect_to: '{address}'}}\n"
            f"  - {{name: Courier, feeds: [http://courier.example/front], connect_to: '{address}'}}\n"
        )
        done = corroborate("--config", path, "--database", tmp_path / "n.db", "run")

    assert done.status == 1
    assert done.out.startswith("asked 2 feeds, fetched 1 pages: 1 new versions")
    assert done.err.startswith("corroborate: http://courier.example/front: ")
    assert done.err.count("\n") == 1


def test_an_interrupted_command_says_that_it_goes_on(tmp_path: Path, config: Path) -> None:
    words = ("--config", config, "--database", tmp_path / "news.db")
    corroborate(*words, "import", jsonl(tmp_path, *({"text": f"{FERRY} Report {number}."} for number in range(100))))

    with subprocess.Popen([sys.executable, "-m", "corroborate", *map(str, words), "process"], stderr=subprocess.PIPE) as process:
        wait_for_a_reading(tmp_path / "news.db", process)
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate()

    assert process.returncode == 130
    assert complaint == b"corroborate: interrupted; what was done is saved, and the same command goes on from there\n"
    assert corroborate(*words, "process").status == 0


def wait_for_a_reading(path: Path, process: subprocess.Popen[bytes]) -> None:
    """Asked a few times a second: to ask without a pause would keep the reader itself from its processor."""
    connection = sqlite3.connect(path)
    while not connection.execute("select count(*) from readings").fetchone()[0]:
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.1)
            break
    connection.close()
