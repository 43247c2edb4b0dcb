from dataclasses import replace
from datetime import timedelta

import pytest

from corroborate.model.articles import Article
from corroborate.model.records import Edit
from corroborate.store.edits import edit_of
from tests.factory import NOON, article

OLD = article("Herald", "The ferry ran aground. Police counted 42 injured.", seen=NOON)


def edited(text: str, **fields: object) -> Article:
    return replace(OLD, text=text, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("notice", "edit"),
    [
        ("Correction: an earlier version of this article gave the number as 42.", Edit.CORRECTION),
        ("This story was corrected on Tuesday; it misstated the number of injured.", Edit.CORRECTION),
        ("UPDATE 2: adds police quote.", Edit.UPDATE),
        ("This story has been updated.", Edit.UPDATE),
        ("(Updates with new toll)", Edit.UPDATE),
        ("The ministry updated its guidance to sailors.", Edit.SILENT),
        ("The board corrected the course of the ferry.", Edit.SILENT),
        ("", Edit.SILENT),
    ],
)
def test_an_edit_is_what_the_text_says_of_it(notice: str, edit: Edit) -> None:
    assert edit_of(OLD, edited(f"The ferry ran aground. Police counted 57 injured.\n{notice}")) is edit


def test_a_notice_that_was_there_before_tells_nothing_of_this_edit() -> None:
    notice = "Correction: an earlier version of this article misspelled the ferry's name."
    before, after = edited(f"{OLD.text}\n{notice}"), edited(f"The ferry ran aground. Police counted 57 injured.\n{notice}")

    assert edit_of(before, after) is Edit.SILENT


def test_a_later_time_of_modification_is_an_update_that_is_owned_up_to() -> None:
    assert edit_of(OLD, edited("57 injured.", modified=NOON)) is Edit.UPDATE
    assert edit_of(replace(OLD, modified=NOON), edited("57 injured.", modified=NOON)) is Edit.SILENT
    assert edit_of(replace(OLD, modified=NOON), edited("57 injured.", modified=NOON + timedelta(hours=1))) is Edit.UPDATE
