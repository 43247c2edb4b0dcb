"""Two databases that are not the same are told apart, by the row."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from corroborate.store import Store
from corroborate.store.transfer import compare_databases
from corroborate.store.transfer.digests import digest_of_rows
from corroborate.store.transfer.sheets import sheets
from tests.store.newsdesk import publish

SHEETS = {sheet.name: sheet for sheet in sheets()}


@pytest.fixture
def pair(template: Path, tmp_path: Path) -> tuple[str, str]:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    shutil.copyfile(template, one)
    with Store.open(str(one)) as store:
        publish(store, 1)
        publish(store, 2)
    shutil.copyfile(one, other)
    return str(one), str(other)


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("UPDATE claims SET low = low + 1 WHERE number = 2", "2 is not the same"),
        ("DELETE FROM claims WHERE number = 1", "1 only in"),
        ("UPDATE claims SET number = 9 WHERE number = 1", "9 only in"),
    ],
)
def test_a_row_that_differs_is_named(pair: tuple[str, str], harm: str, told: str) -> None:
    with Store.open(pair[1]) as store, store._database.writing() as session:
        session.execute(text(harm))

    differing = {one.table: one.differing for one in compare_databases(*pair, timeout=5) if not one.agrees}

    # What is done to a claim is noted in the journal.
    assert set(differing) == {"claims", "journal"}
    assert any(told in sentence for sentence in differing["claims"])


def test_a_digest_knows_no_order_but_how_often_a_row_is_there() -> None:
    sheet = SHEETS["stories"]
    one, other = ("s_1", "Ferry", "x", "y", "d"), ("s_2", "Quay", "x", "y", "d")

    assert digest_of_rows(sheet, [[one], [other]]) == digest_of_rows(sheet, [[other, one]])
    assert digest_of_rows(sheet, [[one, one]]).total != digest_of_rows(sheet, [[other, other]]).total
    assert digest_of_rows(sheet, [[one, one, other, other]]) != digest_of_rows(sheet, [[]])


@pytest.mark.parametrize(
    ("one", "other"),
    [(("a", None), ("a", "None")), (("a", ""), ("", "a")), (("a", 1), ("a", "1")), (("a", 1), ("a", 1.0)), (("", "None"), (None, ""))],
)
def test_rows_that_look_alike_are_not_the_same(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    sheet = SHEETS["aliases"]

    assert digest_of_rows(sheet, [[one]]) != digest_of_rows(sheet, [[other]])


def test_documents_that_say_the_same_are_the_same_however_they_are_written() -> None:
    sheet = SHEETS["reuses"]

    def of(changed: str) -> object:
        return digest_of_rows(sheet, [[("a_1", "a_2", 0.5, changed, "d")]])

    assert of('{"low": 100000.0, "high": 1E-5}') == of('{"high": 0.00001, "low": 100000}')
    assert of('{"low": "1.0"}') != of('{"low": "1"}')
