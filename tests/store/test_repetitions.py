"""Columns whose values repeat read as they were, and are turned once for each value."""

import pytest

from corroborate.store.repetitions import Repeated, repeated


def test_a_column_reads_as_it_was() -> None:
    column = ["Tide", None, "Tide", "Gazette"]

    kept = repeated(column)

    assert (list(kept), len(kept), kept[2], list(kept[1:3]), list(kept.distinct)) == (
        column,
        4,
        "Tide",
        [None, "Tide"],
        ["Tide", None, "Gazette"],
    )


def test_each_value_is_turned_once() -> None:
    parts = iter("AB")

    assert list(repeated(["a", "b", "a"]).turned(lambda _: next(parts))) == ["A", "B", "A"]


@pytest.mark.parametrize("column", [[("a", 1), ("b", 2), ("a", 1)], []])
def test_a_column_of_tuples_is_a_column_for_each_part(column: list[tuple[str, int]]) -> None:
    letters, numbers = repeated(column).parts(2)

    assert isinstance(letters, Repeated)
    assert list(zip(letters, numbers, strict=True)) == column
