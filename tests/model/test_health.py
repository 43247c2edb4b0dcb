"""When a source needs a look, and when it is only as it always was."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from corroborate.model.health import Alert, AlertKind, Day, FeedHealth, Rhythm, total
from corroborate.model.pages import Channel, FeedState
from tests.factory import NOON

FIRST = NOON.date()
DAY = timedelta(days=1)
FEED = FeedState("https://herald.example/rss", "Herald", Channel.FEED, next_at=NOON, interval=3600, added=NOON)
UNKNOWN = Rhythm()


def rhythm(*days: int) -> Rhythm:
    """Three entries on each of these days, counted from the first."""
    return Rhythm(tuple((FIRST + day * DAY, 3) for day in days), NOON + days[-1] * DAY)


def kinds(now: datetime, known: Rhythm = UNKNOWN, lately: Day | None = None, **state: object) -> list[AlertKind]:
    """What is wrong with a feed that answered just now, unless the state says otherwise."""
    told = replace(FEED, **({"last_success": now, "next_at": now} | state))  # type: ignore[arg-type]
    return [alert.kind for alert in FeedHealth(told, known, lately or total("Herald", ())).alerts(now)]


@pytest.mark.parametrize(
    ("known", "usual"),
    [
        (rhythm(*range(20)), 2),
        (rhythm(*(day for day in range(28) if day % 7 < 5)), 4),
        (rhythm(0, 7, 14, 21, 28, 35), 10),
        (rhythm(0, 7, 14), 21),
        (rhythm(0, 1, 2), 7),
        (rhythm(0), 30),
        (rhythm(*range(40), 60, *range(61, 80)), 2),
    ],
)
def test_a_feed_is_quiet_against_its_own_rhythm(known: Rhythm, usual: int) -> None:
    assert known.last_new is not None
    heard = known.last_new + usual * DAY

    assert known.longest_silence().days == usual
    assert kinds(heard + DAY, known) == [AlertKind.QUIET]
    assert kinds(heard - timedelta(hours=13), known) == []


def test_a_feed_that_never_announced_anything_is_told_after_a_month_and_not_in_its_first_days() -> None:
    assert kinds(NOON + 7 * DAY) == []
    assert kinds(NOON + 31 * DAY) == [AlertKind.QUIET]


def test_a_feed_is_not_called_quiet_while_nobody_asks_it() -> None:
    known, now = rhythm(*range(10)), NOON + 40 * DAY

    assert kinds(now, known, last_success=NOON + 10 * DAY, next_at=NOON + 10 * DAY) == [AlertKind.OVERDUE]


def test_a_feed_fails_when_it_has_not_answered_for_a_day_and_three_times() -> None:
    failing = {"failures": 3, "error": "status 500", "last_success": NOON}

    assert kinds(NOON + DAY, **failing) == [AlertKind.FAILING]
    assert kinds(NOON + DAY, **(failing | {"failures": 2})) == []
    assert kinds(NOON + timedelta(hours=23), **failing) == []
    assert kinds(NOON + DAY, **(failing | {"last_success": None})) == [AlertKind.FAILING]


def test_a_feed_that_moved_for_good_is_to_be_changed() -> None:
    assert kinds(NOON, error_kind="moved", error="it has moved for good") == [AlertKind.MOVED]


def test_an_outlet_most_of_whose_articles_are_not_read_is_told_with_the_reasons() -> None:
    lately = Day("Herald", FIRST, announced=30, read=8, dropped={"stub": 4, "blocked": 14, "pending": 2, "unread": 2})

    (alert,) = FeedHealth(replace(FEED, last_success=NOON), rhythm(0), lately).alerts(NOON)

    assert alert == Alert(AlertKind.UNREAD, "18 of 26 articles were not read: 14 blocked, 4 stub, 2 pending, 2 unread")
    assert kinds(NOON, rhythm(0), replace(lately, read=20)) == []


def test_numerals_that_do_not_survive_are_told_where_there_are_enough_of_them() -> None:
    lately = Day("Herald", FIRST, announced=9, read=9, numerals=100, numerals_kept=60)

    assert kinds(NOON, rhythm(0), lately) == [AlertKind.NUMERALS]
    assert kinds(NOON, rhythm(0), replace(lately, numerals_kept=70)) == []
    assert kinds(NOON, rhythm(0), replace(lately, numerals=40, numerals_kept=10)) == []


def test_entries_a_day_count_the_silent_days_too() -> None:
    assert rhythm(0, 4).per_day(FIRST + 5 * DAY) == 1.0
    assert rhythm(0).per_day(FIRST) is None
    assert Rhythm().per_day(FIRST) is None


def test_days_add_up() -> None:
    days = (Day("Herald", FIRST, 3, 1, {"stub": 2}, 10, 9), Day("Herald", FIRST + DAY, 2, 1, {"stub": 1, "old": 4}, 5, 5))

    assert total("Herald", days) == Day("Herald", date(FIRST.year, FIRST.month, FIRST.day) + DAY, 5, 2, {"stub": 3, "old": 4}, 15, 14)
