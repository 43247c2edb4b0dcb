from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.model.outlets import Outlet
from corroborate.store import Store
from corroborate.store.columns import batches, storable
from tests.store.newsdesk import ferry_reading


def test_a_moment_comes_back_in_utc(store: Store) -> None:
    summer = datetime(2026, 10, 14, 14, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    store.readings.save(ferry_reading(seen=summer), "1")

    (reading,) = store.readings.current()

    assert reading.article.seen == summer
    assert reading.article.seen.tzinfo is UTC


def test_a_moment_without_zone_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="no time zone"):
        store.readings.save(ferry_reading(seen=datetime(2026, 10, 14)), "1")


def test_characters_that_no_database_keeps_are_replaced_one_for_one(store: Store) -> None:
    store.outlets.sync([Outlet("Tarn\x00 Gazette", "Tarn\ud800", aliases=("G\x00",))])

    assert store.outlets.all() == (Outlet("Tarn\ufffd Gazette", "Tarn\ufffd", aliases=("G\ufffd",)),)


@given(st.text())
def test_storing_keeps_the_length_of_a_text(text: str) -> None:
    assert len(storable(text)) == len(text)


@given(st.lists(st.integers()), st.integers(1, 7))
def test_batches_put_together_are_the_whole(things: list[int], size: int) -> None:
    cut = list(batches(things, size))

    assert [thing for batch in cut for thing in batch] == things
    assert all(0 < len(batch) <= size for batch in cut)
