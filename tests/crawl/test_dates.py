"""Dates as feeds write them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.crawl.dates import read_moment
from tests.factory import NOON


def read(raw: str | None) -> str | None:
    moment = read_moment(raw, NOON)
    return None if moment is None else f"{moment.at:%Y-%m-%dT%H:%M:%S}{'' if moment.zone_known else ' zone?'}"


READ = {
    "Tue, 03 Mar 2026 10:00:00 GMT": "2026-03-03T10:00:00",
    "03 Mar 2026 10:00 +0200": "2026-03-03T08:00:00",
    "Tue, 3 Mar 26 10:00:00 EST": "2026-03-03T15:00:00",
    "Tue,3 Mar 2026 4:7:5 GMT+9": "2026-03-02T19:07:05",
    "Tuesday, 3-March-2026 10:00:00 UTC": "2026-03-03T10:00:00",
    "Mar 3, 2026 10:00 EST": "2026-03-03T15:00:00",
    "2026-03-03T10:00:00Z": "2026-03-03T10:00:00",
    "2026-03-03T10:00:00.25+05:30": "2026-03-03T04:30:00",
    "2026-03-03 10:00:00 -0300": "2026-03-03T13:00:00",
    "20260303T100000Z": "2026-03-03T10:00:00",
    "2026-03-03T10:00:00": "2026-03-03T10:00:00 zone?",
    "2026-03-03": "2026-03-03T00:00:00 zone?",
    "  Tue, 03 Mar 2026\n 10:00:00  +0000 ": "2026-03-03T10:00:00",
    "Tue, 03 Mar 2026 10:00:00 EST-0500": "2026-03-03T15:00:00",
    "Sat, 31 Dec 2016 23:59:60 GMT": "2016-12-31T23:59:59",
}

UNREAD = (
    None,
    "",
    "soon",
    "1772532000",
    "Tue, 31 Feb 2026 10:00:00 GMT",
    "Tue, 03 Mar 2026 25:00:00 GMT",
    "Tue, 03 Mar 2026 10:00:00 IST",
    "Tue, 03 Mar 2026 10:00:00 +9900",
    "Tue, 03 Mar 2026 10:00:00 EST+0300",
    "Tue, 03 Mar 1970 10:00:00 GMT",
    "Tue, 03 Mar 2099 10:00:00 GMT",
    "03/04/2026 10:00",
    "3 Möp 2026 10:00",
    "0000-00-00T00:00:00Z",
    "2026-03-03T10:00:00Z" + " " * 200,
)


@pytest.mark.parametrize(("raw", "expected"), READ.items())
def test_a_date_is_read(raw: str, expected: str) -> None:
    assert read(raw) == expected


@pytest.mark.parametrize("raw", UNREAD)
def test_a_date_that_would_have_to_be_guessed_is_not_read(raw: str | None) -> None:
    assert read(raw) is None


@given(st.text(max_size=60))
def test_any_text_gives_a_moment_or_nothing(raw: str) -> None:
    moment = read_moment(raw, NOON)

    assert moment is None or moment.at.tzinfo is UTC


@given(st.datetimes(datetime(1991, 1, 1), datetime(2026, 10, 13)), st.integers(-14 * 4, 14 * 4))
def test_what_is_written_is_what_is_read(naive: datetime, quarters: int) -> None:
    written = naive.replace(microsecond=0, tzinfo=UTC)
    sign, minutes = "-" if quarters < 0 else "+", abs(quarters) * 15
    local = (written + timedelta(minutes=quarters * 15)).replace(tzinfo=None)
    zone = f"{sign}{minutes // 60:02}{minutes % 60:02}"

    for raw in (f"{local:%d %b %Y %H:%M:%S} {zone}", f"{local:%Y-%m-%dT%H:%M:%S}{zone}"):
        moment = read_moment(raw, NOON)
        assert moment is not None
        assert (moment.at, moment.zone_known) == (written, True)
