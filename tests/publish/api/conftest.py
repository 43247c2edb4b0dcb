"""A server over the ferry's edition: open, as on this machine, and closed, as beyond it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from corroborate.errors import UsageError
from corroborate.model.access import Scope
from corroborate.model.decisions import Action, Review
from corroborate.model.pages import ArchiveLink, Page
from corroborate.publish.access.policy import Policy
from corroborate.publish.site import Site
from corroborate.publish.web.application import make_server
from corroborate.store import Store
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading, later_edition, revision_of
from tests.store.test_claims import flood_reading


@dataclass(frozen=True, slots=True)
class Desk:
    """Keeps what is decided; nothing is matched again."""

    store: Store

    def decide(self, action: Action, subjects: tuple[str, ...], *, by: str, note: str | None = None) -> Review:
        if action in (Action.MERGE, Action.SPLIT, Action.UNDO):
            raise UsageError("this desk only judges", "judge")
        for one in subjects:
            self.store.discrepancies.get(one)
        return self.store.reviews.add(Review(action, subjects, by, NOON, note))


def no_page(link: ArchiveLink) -> Page:
    raise AssertionError(link)


def https_alone(address: str) -> None:
    if not address.startswith("https://"):
        raise UsageError(f"{address!r} is not https", "give another")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(str(tmp_path_factory.mktemp("api") / "news.db"), clock=lambda: NOON) as store:
        left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45", NOON + timedelta(minutes=5))
        for one in (flood_reading(), left, right, later_edition()):
            store.revisions.add(revision_of(one.article))
            store.readings.save(one, "1")
        store.matches.save(*ferry_matching(left, right), now=NOON)
        yield store


@pytest.fixture(scope="module")
def site(edition: Store) -> Site:
    return Site(edition, lambda: NOON, Desk(edition).decide, no_page, https_alone)


@pytest.fixture
def local(site: Site) -> TestClient:
    return TestClient(make_server(site), base_url="http://localhost:8000", raise_server_exceptions=False)


@pytest.fixture(scope="module")
def secrets(edition: Store) -> dict[Scope, str]:
    return {scope: edition.tokens.create(f"the {scope.value}er", scope, now=NOON) for scope in Scope}


@pytest.fixture
def remote(site: Site) -> TestClient:
    policy = Policy(frozenset({"news.example"}), open=False, secure=True)
    return TestClient(make_server(site, policy), base_url="https://news.example", raise_server_exceptions=False, follow_redirects=False)


def bearer(secret: str) -> dict[str, str]:
    return {"authorization": f"Bearer {secret}"}
