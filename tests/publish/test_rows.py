"""The tables read out of a real database."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from corroborate.match import Matching
from corroborate.model.pages import ArchiveLink, Revision
from corroborate.publish.export import export
from corroborate.publish.lookup import show_any
from corroborate.publish.rows import TABLES
from corroborate.publish.views import COLUMNS
from corroborate.store import Store
from tests.factory import NOON
from tests.publish.stories import ASSESSMENTS, CUT, DISPUTE, GROUPS, HERALD, ORIGINS, READINGS, STORY

MATCHING = Matching((STORY,), GROUPS, ORIGINS, ())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "news.db")) as opened:
        for reading in READINGS.values():
            article = reading.article
            place = ArchiveLink("a.warc.gz", 0, 10)
            opened.outlets.ensure(article.outlet)
            opened.revisions.add(
                Revision(article.revision, article.id, article.url, article.outlet, article.text_digest, article.seen, place)
            )
            opened.readings.save(reading, "1")
        opened.matches.save(MATCHING, ASSESSMENTS, now=NOON)
        yield opened


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_the_columns_of_the_contract(store: Store, table: str) -> None:
    assert all(list(row) == list(COLUMNS[table]) for row in TABLES[table](store))


def test_the_claims_of_the_database_can_be_exported(store: Store) -> None:
    stream = io.BytesIO()

    assert export("claims", TABLES["claims"](store), stream, form="jsonl") == 4

    rows = {row["claim"]: row for row in map(json.loads, stream.getvalue().splitlines())}
    assert rows[CUT.id]["verdict"] == "disputed"
    assert rows[CUT.id]["group"] == "g_cut"


def test_one_story_has_its_counts(store: Store) -> None:
    (row,) = TABLES["stories"](store)

    assert (row["articles"], row["outlets"], row["origins"]) == (3, 3, 3)


@pytest.mark.parametrize("identity", [STORY.id, "g_cut", CUT.id, HERALD.id, DISPUTE.discrepancy.id])
def test_whatever_an_id_names_can_be_shown(store: Store, identity: str) -> None:
    assert identity in show_any(store, identity)
