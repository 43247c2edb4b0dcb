"""Annotated sets measured beside what is asked; the sets here are our own small ones."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corroborate.errors import InputError
from corroborate.extract.reader import Reader
from corroborate.measure.asks import ASKS, Ask
from corroborate.measure.evaluate import SETS, AnnotatedSet, Result, Skipped, evaluate
from corroborate.measure.passages import Means
from corroborate.measure.report import evaluation_rows, evaluation_table
from corroborate.measure.scores import Measured
from corroborate.measure.sets import Lines, Shelf
from tests.commands import corroborate, refusal

READER = Reader("blank")


def half_right(lines: Lines, means: Means) -> Iterator[Measured]:
    yield Measured("value", 0.5, len(lines))


def written(folder: Path, *lines: dict[str, Any]) -> Path:
    path = folder / "own.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines))
    return path


OWN = AnnotatedSet("own", "own.jsonl", half_right)
FOREIGN = AnnotatedSet("foreign", "set.jsonl", half_right, scorer="score.py")


def test_the_halves_of_a_set_are_measured_apart(tmp_path: Path) -> None:
    written(tmp_path, {"split": "dev"}, {"split": "test"}, {"split": "dev"})

    found = list(evaluate(READER, Shelf(own=tmp_path), [OWN]))

    assert [(one.half, one.measured.number) for one in found if isinstance(one, Result)] == [("dev", 2), ("test", 1)]


def test_a_set_that_is_not_divided_is_measured_whole(tmp_path: Path) -> None:
    written(tmp_path, {"text": "The mill burned."}, {"text": "The port closed."})

    (found,) = evaluate(READER, Shelf(own=tmp_path), [OWN])

    assert isinstance(found, Result)
    assert (found.half, found.measured.number) == ("", 2)


def test_each_set_that_is_not_there_is_skipped_with_the_reason(tmp_path: Path) -> None:
    others = tmp_path / "others"
    others.mkdir()

    reasons = [
        one.reason
        for shelf in (Shelf(own=tmp_path), Shelf(own=tmp_path / "none", others=others))
        for one in evaluate(READER, shelf, [OWN, FOREIGN])
        if isinstance(one, Skipped)
    ]

    assert "there is no own.jsonl" in reasons[0]
    assert "--sets" in reasons[1]
    assert "come with the repository" in reasons[2]
    assert "there is no set.jsonl" in reasons[3]


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    written(tmp_path).write_text('{"text": "The port closed."}\n["no object"]\n')

    with pytest.raises(InputError, match=r"own\.jsonl:2: the line is no JSON object"):
        list(evaluate(READER, Shelf(own=tmp_path), [OWN]))


def test_a_scorer_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    (tmp_path / "set.jsonl").write_text('{"text": "The port closed."}')
    (tmp_path / "score.py").write_text("raise RuntimeError('no scorer today')")

    with pytest.raises(InputError, match="no scorer today"):
        list(evaluate(READER, Shelf(own=tmp_path, others=tmp_path), [FOREIGN]))


def test_a_measure_below_what_is_asked_falls_short() -> None:
    assert Result("own", "", Measured("value", 0.899, 10), Ask(0.9)).falls_short
    assert not Result("own", "", Measured("value", 0.8996, 10), Ask(0.9)).falls_short
    assert not Result("own", "", Measured("value", 0.1, 10), Ask()).falls_short


def test_the_table_has_what_is_asked_ours_and_the_peers() -> None:
    found: list[Result | Skipped] = [
        Result("own", "dev", Measured("value", 0.5, 7), Ask(0.9, (("Elder", 82.0),))),
        Skipped("other", "there is no such folder"),
    ]

    told = evaluation_table(found, width=120)

    assert "own (dev)" in told
    assert "90.0" in told
    assert "50.0" in told
    assert "short" in told
    assert "Elder 82.0" in told
    assert "other: skipped, there is no such folder" in told


def test_the_rows_say_whether_what_is_asked_is_reached() -> None:
    found = [Result("own", "", Measured("value", 0.95, 7), Ask(0.9)), Result("own", "", Measured("unit", 0.5, 7), Ask())]

    assert [row["reached"] for row in evaluation_rows(found)] == [True, None]


def test_all_that_is_asked_is_asked_of_a_set_that_is_measured() -> None:
    assert {name for name, _ in ASKS} <= {one.name for one in SETS}


def test_a_folder_of_sets_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "there is no such folder" in refusal("evaluate", "--sets", tmp_path / "none")


def test_the_sets_that_are_named_are_measured_on_the_command_line() -> None:
    done = corroborate("evaluate", "--json", "--set", "hedge_pairs", "--set", "seeds")

    rows = [json.loads(line) for line in done.out.splitlines()]
    assert done.status == 0, done.err
    assert {row["set"] for row in rows if "ours" in row} == {"hedge_pairs"}
    assert {row["set"] for row in rows if "skipped" in row} == {"seeds"}


def test_a_set_that_nobody_knows_is_refused_with_those_there_are() -> None:
    assert "quantities_news" in refusal("evaluate", "--set", "quantities")
