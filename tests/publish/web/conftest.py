"""One small newspaper stand, read and matched once for all tests of the pages: a ferry sinks, and outlets differ about the dead."""

import json
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corroborate.app import App
from corroborate.config import load_config
from corroborate.publish.web.application import make_server
from corroborate.serving import make_site
from corroborate.store import Store
from tests.commands import corroborate

FERRY = (
    "A ferry sank off Port Ellery on Tuesday, killing {} people, police said. "
    "The Ostrava Star had left the harbour at dawn. "
    "Rescuers pulled 268 survivors from the water before dark, the coast guard said in a statement."
)
TITLE = "Ferry Ostrava Star sinks off Port Ellery"
HOSTILE = "</title><script>document.title='owned'</script>\u202e=HYPERLINK(\"http://evil.example\")" + "W" * 300
HOSTILE_BYLINE = '"><img src=x onerror="document.title=\'owned\'">\u200b@SUM(1)'
NOW = "2026-10-14T20:00:00+00:00"


def page(text: str, title: str = TITLE, byline: str = "Ada Quill") -> str:
    """An article as an outlet would publish it, with a script and a picture from elsewhere."""
    paragraphs = "".join(f"<p>{sentence.strip()}.</p>" for sentence in text.split(". ") if sentence.strip(". "))
    escaped = title.replace("<", "&lt;")
    return (
        f"<!doctype html><html lang='en'><head><title>{escaped}</title><meta name='author' content='{byline.replace(chr(39), '&#39;')}'>"
        "<script>document.title = 'owned'; parent.document.title = 'owned';</script></head>"
        f"<body><article><h1>{escaped}</h1>{paragraphs}</article>"
        "<img src='https://elsewhere.example/pixel.gif' alt=''><form action='https://elsewhere.example/'><button>Send</button></form></body></html>"
    )


def manuscripts() -> Iterator[dict[str, str]]:
    """What the stand holds: five outlets, one of them hostile, and a second version of one article."""
    times = {"published": "2026-10-14T12:00:00+00:00", "fetched": "2026-10-14T12:30:00+00:00"}
    for host, dead in (("herald", "42"), ("courier", "47"), ("tide", "42")):
        yield {"url": f"http://{host}.example/ferry", "outlet": host.title(), "html": page(FERRY.format(dead)), "title": TITLE, **times}
    post = {"url": "http://post.example/ferry", "outlet": "Post", "title": TITLE, "published": "2026-10-14T13:00:00+00:00"}
    yield {**post, "html": page(FERRY.format("24")), "fetched": "2026-10-14T13:10:00+00:00"}
    yield {**post, "html": page(FERRY.format("42")), "fetched": "2026-10-14T15:10:00+00:00"}
    text = f"{FERRY.format('42')} {HOSTILE}. ' onmouseover=alert(1) {'x' * 500}."
    evil = {"outlet": "Evil <b>& \u202ePost", "html": page(text, HOSTILE, HOSTILE_BYLINE), "title": f"{TITLE} {HOSTILE}", **times}
    yield {"url": "http://evil.example/ferry?a=%3Cscript%3E&b='\"", **evil}


@pytest.fixture(scope="session")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the database and its archive."""
    folder = tmp_path_factory.mktemp("stand")
    (folder / "feeds.yaml").write_text("settings:\n  embedding: {model: none}\n  language: {pipeline: blank}\n")
    (folder / "desk.jsonl").write_text("".join(json.dumps(one) + "\n" for one in manuscripts()))
    words = ("--config", folder / "feeds.yaml", "--database", folder / "news.db", "--now", NOW)
    for command in (("import", folder / "desk.jsonl"), ("process",)):
        done = corroborate(*words, *command)
        assert (done.status, done.err) == (0, ""), done
    return folder


def program(folder: Path) -> App:
    """The program over a stand, at its evening."""
    return App(load_config(folder / "feeds.yaml"), database=str(folder / "news.db"), now=datetime.fromisoformat(NOW))


@pytest.fixture(scope="session")
def store(stand: Path) -> Iterator[Store]:
    """The database of the stand, to look into."""
    with program(stand).store(create=False) as store:
        yield store


@pytest.fixture(scope="session")
def client(stand: Path) -> Iterator[TestClient]:
    """The pages of the stand, to be read."""
    app = program(stand)
    with app.store(create=False) as store:
        yield TestClient(make_server(make_site(app, store)), base_url="http://127.0.0.1", follow_redirects=True)  # type: ignore[arg-type]


@pytest.fixture
def desk(stand: Path, tmp_path: Path) -> Iterator[TestClient]:
    """The pages of a stand of one's own, to decide on."""
    folder = Path(shutil.copytree(stand, tmp_path / "stand"))
    app = program(folder)
    with app.store(create=False) as store:
        yield TestClient(make_server(make_site(app, store)), base_url="http://127.0.0.1", follow_redirects=True)  # type: ignore[arg-type]
