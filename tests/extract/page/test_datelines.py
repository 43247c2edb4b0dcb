"""Dates in the head of a text."""

from datetime import UTC, datetime

import pytest

from corroborate.extract.page.datelines import read_head_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lock reopens\n\nOct 14, 2026\n09:27 am\n\nThe lock", datetime(2026, 10, 14, tzinfo=UTC)),
        ("Lock reopens\nOct 14, 2026 09:27 pm\nThe lock", datetime(2026, 10, 14, 21, 27, tzinfo=UTC)),
        ("Lock reopens\nPublished 14 October 2026 · ID 2026-10-14-lock\nThe lock", datetime(2026, 10, 14, tzinfo=UTC)),
        ("Wednesday, 14th October 2026\nThe lock", datetime(2026, 10, 14, tzinfo=UTC)),
        ("Posted on: 2026-10-14 | 3 min read\nThe lock", datetime(2026, 10, 14, tzinfo=UTC)),
        ("HARBOURTON, Oct 14, 2026 (Meridian Wire) - The lock", datetime(2026, 10, 14, tzinfo=UTC)),
        ("HARBOURTON, Oct 14 (Meridian Wire) - The lock", None),
        ("On October 14, 2026 the lock reopened, and 14 ships passed.", None),
        ("October 14, 2026 was the day on which the lock reopened.", None),
        ("October 34, 2026\nThe lock", None),
        ("", None),
    ],
)
def test_only_a_line_of_its_own_or_a_dateline_dates_an_article(text: str, expected: datetime | None) -> None:
    assert read_head_dates(text).published == expected


def test_an_update_is_no_publication() -> None:
    dates = read_head_dates("Published: 12 October 2026\nLast updated: 14 October 2026, 10:15\nThe lock")

    assert dates.published == datetime(2026, 10, 12, tzinfo=UTC)
    assert dates.updated == datetime(2026, 10, 14, 10, 15, tzinfo=UTC)
