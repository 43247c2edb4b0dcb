"""A part that another outlet prints as if it were the whole, and figures that only stand beside each other."""

import pytest

from corroborate.model.findings import DiscrepancyType
from tests.check.newsrooms import Newsroom
from tests.factory import quantity


def types(sentence: str) -> list[DiscrepancyType]:
    """What is found where one outlet tells both figures in `sentence`, one only the larger and one only the smaller."""
    newsroom = Newsroom("How many jobs will go?")
    whole, part = quantity("2400", counted="jobs"), quantity("900", counted="jobs")
    newsroom.says("Harbour Herald", sentence, "2,400", whole)
    newsroom.says("Daily Quay", "Tarn Freight cuts 2,400 jobs in its freight yards.", "2,400", whole)
    newsroom.ask("How many jobs are there?")
    newsroom.says("Harbour Herald", sentence, "900", part)
    newsroom.says("Port Post", "Tarn Freight cuts 900 jobs in its freight yards.", "900", part)
    return newsroom.types()


@pytest.mark.parametrize(
    "sentence",
    [
        "Of the 2,400 jobs that Tarn Freight cuts in its freight yards, 900 go this year.",
        "Tarn Freight cuts 900 of the 2,400 jobs in its freight yards this year.",
        "Tarn Freight cuts 2,400 jobs in its freight yards, of which 900 go this year.",
    ],
)
def test_a_part_printed_as_the_whole_is_found(sentence: str) -> None:
    assert DiscrepancyType.PART_WHOLE in types(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tarn Freight saved 900 at a cost of 2,400 jobs in its freight yards.",
        "A cut of 2,400 in its freight yards left Tarn Freight 900 short.",
        "Jobs in its freight yards fell to 900, from 2,400 when Tarn Freight cuts began.",
        "Tarn Freight cleared 900 on sales of 2,400 in its freight yards.",
    ],
)
def test_figures_that_stand_beside_each_other_are_no_parts(sentence: str) -> None:
    assert DiscrepancyType.PART_WHOLE not in types(sentence)


@pytest.mark.parametrize(("bare", "is_found"), [("Some 2,300 posts are for the chop.", True), ("In shops 2,300 posts will go.", False)])
def test_a_long_figure_is_that_of_the_part_whatever_it_is_called_unless_it_is_told_to_be_one(bare: str, is_found: bool) -> None:
    newsroom = Newsroom("How many jobs will go?")
    telling = "Tarn will shed 3,100 jobs, of which 2,300 are in shops."
    newsroom.says("Harbour Herald", telling, "3,100", quantity("3100", counted="jobs"))
    newsroom.ask("How many jobs are there?")
    newsroom.says("Harbour Herald", telling, "2,300", quantity("2300"))
    newsroom.says("Port Post", bare, "2,300", quantity("2300", counted="posts"))

    assert (DiscrepancyType.PART_WHOLE in newsroom.types()) is is_found


@pytest.mark.parametrize(
    "holder",
    ["Tarn Freight has 2,400 jobs in its freight yards.", "Tarn Freight employs 2,400 in its freight yards, where jobs were safe."],
)
def test_some_of_all_that_somebody_has_are_no_part_printed_as_the_whole(holder: str) -> None:
    newsroom = Newsroom("How many jobs are there?")
    whole, part = quantity("2400", counted="jobs"), quantity("900", counted="jobs")
    telling = "Tarn Freight cuts 900 of 2,400 jobs in its freight yards this year."
    newsroom.says("Harbour Herald", telling, "2,400", whole)
    newsroom.says("Daily Quay", holder, "2,400", whole)
    newsroom.ask("How many jobs will go?")
    newsroom.says("Harbour Herald", telling, "900", part)
    newsroom.says("Port Post", "Tarn Freight cuts 900 jobs in its freight yards.", "900", part)

    assert DiscrepancyType.PART_WHOLE not in newsroom.types()
