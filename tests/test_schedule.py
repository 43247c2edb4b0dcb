from datetime import UTC, datetime, time, timedelta

from corroborate.schedule import LONGEST_SLEEP, fixed_clock, next_digest, next_wake, system_clock

NOON = datetime(2026, 10, 14, 12, tzinfo=UTC)


def test_it_wakes_at_the_earliest_thing_due() -> None:
    assert next_wake(NOON, [NOON + timedelta(minutes=5), NOON + timedelta(minutes=3)]) == NOON + timedelta(minutes=3)


def test_what_is_overdue_is_due_now_and_never_in_the_past() -> None:
    assert next_wake(NOON, [NOON - timedelta(days=1)]) == NOON


def test_with_nothing_due_it_still_looks_again() -> None:
    assert next_wake(NOON, []) == NOON + LONGEST_SLEEP


def test_the_digest_hour_wakes_it_too() -> None:
    assert next_wake(NOON, [], NOON + timedelta(minutes=1)) == NOON + timedelta(minutes=1)


def test_the_next_digest_is_today_before_its_hour_and_tomorrow_after() -> None:
    assert next_digest(NOON, time(18)) == datetime(2026, 10, 14, 18, tzinfo=UTC)
    assert next_digest(NOON, time(12)) == datetime(2026, 10, 15, 12, tzinfo=UTC)


def test_clocks_tell_aware_utc_times() -> None:
    assert fixed_clock(NOON)() == NOON
    assert system_clock().utcoffset() == timedelta(0)
