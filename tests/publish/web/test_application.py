"""The application as a browser meets it, without a network."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corroborate.model.decisions import Action, Review
from corroborate.model.pages import ArchiveLink, Page
from corroborate.publish.site import Site
from corroborate.publish.web.application import make_application
from corroborate.store import Store
from tests.factory import NOON


def no_decision(action: Action, subjects: tuple[str, ...], *, by: str, note: str | None = None) -> Review:
    raise AssertionError((action, subjects, by, note))


def no_page(link: ArchiveLink) -> Page:
    raise AssertionError(link)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with (
        Store.open(str(tmp_path / "corroborate.db")) as store,
        TestClient(make_application(Site(store, lambda: NOON, no_decision, no_page))) as client,
    ):
        yield client


def test_the_front_page_answers_over_an_empty_database(client: TestClient) -> None:
    answer = client.get("/")

    assert answer.status_code == 200
    assert "There is nothing to show yet" in answer.text


def test_every_file_that_a_page_names_is_shipped(client: TestClient) -> None:
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', client.get("/").text):
        assert client.get(address).status_code == 200


def test_the_scripts_of_plots_are_shipped_with_their_licences(client: TestClient) -> None:
    for name in ("vega.min.js", "vega-lite.min.js", "vega-interpreter.js", "LICENSES.txt"):
        assert client.get(f"/static/vega/{name}").status_code == 200
