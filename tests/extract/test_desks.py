"""Days of articles in the zone of their outlet."""

import pickle
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from corroborate.extract import Reader
from corroborate.extract.desks import Desk, desk_of, published_day
from corroborate.model.articles import Article
from corroborate.model.figures import Period
from corroborate.model.ids import digest
from corroborate.model.outlets import DateOrder, Outlet

NIGHT = datetime(2026, 10, 15, 1, 30, tzinfo=UTC)
NEW_YORK, LONDON = Desk("America/New_York"), Desk("Europe/London")


def article(published: datetime | None, source: str | None = "feed", text: str = "The lock failed on Wednesday.") -> Article:
    return Article("a", "r", "", "Harbour Herald", None, text, digest(text), NIGHT, published, source)


def test_a_feed_that_tells_a_time_in_utc_is_read_on_the_day_of_its_outlet() -> None:
    assert published_day(article(NIGHT)) == date(2026, 10, 15)
    assert published_day(article(NIGHT), NEW_YORK) == date(2026, 10, 14)
    assert published_day(article(NIGHT), LONDON) == date(2026, 10, 15)


def test_a_time_with_a_zone_of_its_own_is_the_outlets() -> None:
    eastern = NIGHT.astimezone(timezone(timedelta(hours=9)))

    assert published_day(article(eastern, "json-ld"), NEW_YORK) == date(2026, 10, 15)


@pytest.mark.parametrize("source", ["url", "page", "text"])
def test_a_day_that_no_time_was_told_of_stays_that_day(source: str) -> None:
    midnight = datetime(2026, 10, 15, tzinfo=UTC)

    assert published_day(article(midnight, source), NEW_YORK) == date(2026, 10, 15)
    assert published_day(article(midnight, "import"), NEW_YORK) == date(2026, 10, 15)


def test_an_article_without_a_time_is_of_the_day_on_which_it_was_seen() -> None:
    assert published_day(article(None, None), NEW_YORK) == date(2026, 10, 14)


@pytest.mark.parametrize(("country", "order"), [("US", DateOrder.MONTH_FIRST), ("GB", DateOrder.DAY_FIRST), ("CA", None), (None, None)])
def test_the_country_tells_the_order_of_a_numeric_date(country: str | None, order: DateOrder | None) -> None:
    assert desk_of(Outlet("Harbour Herald", "Tidewater Press", country=country)) == Desk(None, order)


def test_a_reader_keeps_the_customs_of_its_outlets_in_other_processes() -> None:
    reader: Reader = pickle.loads(pickle.dumps(Reader("blank", {"Harbour Herald": Desk("America/New_York", DateOrder.MONTH_FIRST)})))

    claims = reader.read_article(article(NIGHT, text="The lock failed on Thursday, and the log of 3/4/2026 is lost.")).claims

    assert [str(one.figure.range.low) for one in claims if isinstance(one.figure, Period)] == ["2026-10-08", "2026-03-04"]
