"""What holds whatever is saved and in whatever order."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.model.articles import Article, Readability, Reading
from corroborate.model.claims import Attribution, Claim, Deed, Sentence
from corroborate.model.records import ClaimQuery
from corroborate.store import Store
from corroborate.store.columns import storable
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading, later_edition

STUB = Reading(replace(ferry_reading(injured="60", seen=NOON + timedelta(hours=2)).article, readability=Readability.STUB), ())
SAVED = (ferry_reading(), later_edition(), STUB, ferry_reading(GAZETTE, GAZETTE_URL, "45"))


@pytest.mark.parametrize("order", list(permutations(range(len(SAVED))))[1::5])
def test_the_order_in_which_readings_are_saved_changes_nothing(
    order: tuple[int, ...], tmp_path: Path, rows_of: Callable[[str], object]
) -> None:
    def rows(name: str, readings: list[Reading]) -> object:
        url = f"sqlite:///{tmp_path / name}"
        with Store.open(url) as store:
            for reading in readings:
                store.readings.save(reading, "1")
            store.matches.save(*ferry_matching(later_edition(), SAVED[-1]), now=NOON)
        found = rows_of(url)
        assert isinstance(found, dict)
        return {**found, "claims": sorted(repr(row[1:]) for row in found["claims"])}

    assert rows("one.db", list(SAVED)) == rows("other.db", [SAVED[index] for index in order])


@settings(max_examples=15, deadline=None)
@given(st.text(), st.lists(st.text(), max_size=3).map(tuple), st.none() | st.text())
def test_whatever_a_page_holds_can_be_saved_loaded_and_searched(words: str, parties: tuple[str, ...], title: str | None) -> None:
    first, count = ferry_reading().claims
    said = Attribution(words, cites=parties)
    claim = replace(count, surface=words, parties=parties, sentence=Sentence(words, 0), attribution=said, deed=Deed(words, title))
    saved = Reading(replace(ferry_reading().article, text=words, title=title, credits=parties), (first, claim))

    with Store.open("sqlite://") as store:
        store.readings.save(saved, "1")
        (loaded,) = store.readings.current()
        list(store.claims.find(ClaimQuery(words=(words, *parties), party=title)))

    assert loaded.article == kept(saved.article)
    assert loaded.claims[1] == kept_claim(claim)


def kept(version: Article) -> Article:
    title = None if version.title is None else storable(version.title)
    return replace(version, text=storable(version.text), title=title, credits=tuple(map(storable, version.credits)))


def kept_claim(claim: Claim) -> Claim:
    parties = tuple(map(storable, claim.parties))
    words = storable(claim.surface)
    deed = Deed(*(None if name is None else storable(name) for name in (claim.deed.actor, claim.deed.target)))
    said = Attribution(words, cites=parties)
    return replace(claim, surface=words, parties=parties, sentence=Sentence(words, 0), attribution=said, deed=deed)
