"""The matrix of a page: sides, origins, and which cells stand out."""

from dataclasses import replace

from corroborate.model.findings import Status
from corroborate.model.records import GroupRecord, StoryRecord
from corroborate.publish.web.matrix import Cell, Line, gravest, matrix_of, sides_of
from tests.publish.stories import CUT, RECORD, SHED


def settled(record: GroupRecord, status: Status) -> GroupRecord:
    found = tuple(replace(one, status=status) for one in record.assessment.discrepancies)
    return replace(record, assessment=replace(record.assessment, discrepancies=found))


def line(record: StoryRecord, question: str) -> Line:
    matrix = matrix_of(record)
    return next(one for one in (*matrix.shared, *matrix.alone) if one.question == question)


def cells(record: StoryRecord, question: str) -> dict[str, Cell]:
    return {cell.outlet: cell for cell in line(record, question).cells if cell}


def test_disputed_questions_stand_first_and_every_outlet_with_a_figure_has_a_column() -> None:
    matrix = matrix_of(RECORD)

    assert [one.question for one in matrix.shared] == ["How many jobs will go?", "How many people work there?"]
    assert set(matrix.outlets) == {"Harbour Herald", "Port Post", "Evening Tide"}


def test_sides_are_lettered_and_none_of_two_equal_ones_is_the_rule() -> None:
    assert sides_of(RECORD.groups[0]) == {SHED.id: "A", CUT.id: "B"}
    assert {outlet: (cell.side, cell.is_odd) for outlet, cell in cells(RECORD, "How many jobs will go?").items()} == {
        "Harbour Herald": ("B", True),
        "Port Post": ("A", True),
    }


def test_outlets_that_agree_take_no_side() -> None:
    assert {cell.side for cell in cells(RECORD, "How many people work there?").values()} == {None}


def test_an_outlet_without_a_figure_has_an_empty_cell() -> None:
    found = line(RECORD, "How many jobs will go?")

    assert [cell is None for cell in found.cells].count(True) == 1


def test_a_rejected_difference_makes_no_sides() -> None:
    rejected = settled(RECORD.groups[0], Status.REJECTED)

    assert sides_of(rejected) == {}
    assert gravest(rejected.assessment.discrepancies) is None
    assert sides_of(settled(rejected, Status.EXPLAINED)) == {SHED.id: "A", CUT.id: "B"}


def test_cells_number_the_origins_they_rest_on() -> None:
    placed = tuple(replace(one, origin=origin.id) for one, origin in zip(RECORD.groups[0].claims, RECORD.groups[0].origins, strict=True))
    record = replace(RECORD, groups=(replace(RECORD.groups[0], claims=placed),))

    assert {outlet: cell.origins for outlet, cell in cells(record, "How many jobs will go?").items()} == {
        "Harbour Herald": (1,),
        "Port Post": (2,),
    }
