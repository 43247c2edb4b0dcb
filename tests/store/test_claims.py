from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from corroborate.errors import UnknownId
from corroborate.model.articles import Reading
from corroborate.model.figures import Approx, Kind
from corroborate.model.findings import Verdict
from corroborate.model.records import ClaimQuery
from corroborate.store import Store, claims
from tests.factory import NOON, article, claim, period, quantity, reading
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, HERALD, ferry_matching, ferry_reading, later_edition


def flood_reading() -> Reading:
    """Figures of several kinds, and of every sort of bound."""
    text = (
        "Zürich-born mayor Odile Marsh said at least 40 barges sank. Repairs cost 28.8 million crowns since April. "
        "Dozens of cellars were flooded in Orrin Vale."
    )
    page = article("Fjord Post", text, title="Flood in Orrin", published=NOON - timedelta(days=3))
    return reading(
        page,
        claim(page, "40", quantity("40", "40", approx=Approx.AT_LEAST, counted="barges"), parties=("Odile Marsh",)),
        claim(page, "28.8 million crowns", quantity("28.8e6", "28.75e6", "28.85e6", unit="NOK"), kind=Kind.MONEY),
        claim(page, "April", period("2026-04-01", "2026-04-30")),
        claim(page, "Dozens", quantity(None, "24", "99", approx=Approx.VAGUE, counted="cellars"), parties=("Orrin Vale",)),
    )


@pytest.fixture
def filled(store: Store) -> Store:
    for one in (flood_reading(), ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45", NOON + timedelta(minutes=5))):
        store.readings.save(one, "1")
    return store


def surfaces(store: Store, query: ClaimQuery) -> set[str]:
    return {record.claim.surface for record in store.claims.find(query)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ClaimQuery(words=("barges",)), {"40"}),
        (ClaimQuery(words=("barge",)), {"40"}),
        (ClaimQuery(words=("zurich", "BARGES")), {"40"}),
        (ClaimQuery(words=("28.8 million",)), {"28.8 million crowns", "April"}),
        (ClaimQuery(words=("million 28.8",)), set()),
        (ClaimQuery(words=("flood",)), {"40", "28.8 million crowns", "April", "Dozens"}),
        (ClaimQuery(words=("police",)), {"42", "45"}),
        (ClaimQuery(words=("the",)), {"Marisol"}),
        (ClaimQuery(words=("barges", "cellars")), set()),
        (ClaimQuery(words=('" OR words : "', "barges")), set()),
        (ClaimQuery(party="odile marsh"), {"40"}),
        (ClaimQuery(party="Marsh"), {"40"}),
        (ClaimQuery(party="Tarn Point"), {"Marisol"}),
        (ClaimQuery(party="barges"), set()),
        (ClaimQuery(kind=Kind.MONEY), {"28.8 million crowns"}),
        (ClaimQuery(unit="NOK"), {"28.8 million crowns"}),
        (ClaimQuery(outlet=GAZETTE), {"45", "Marisol"}),
        (ClaimQuery(since=date(2026, 10, 14), kind=Kind.COUNT), {"42", "45"}),
        (ClaimQuery(until=date(2026, 10, 11)), {"40", "28.8 million crowns", "April", "Dozens"}),
        (ClaimQuery(until=date(2026, 10, 10)), set()),
        (ClaimQuery(low=Decimal(43)), {"45", "28.8 million crowns", "Dozens"}),
        (ClaimQuery(high=Decimal(41)), {"40", "Dozens"}),
        (ClaimQuery(low=Decimal("28.8e6"), high=Decimal("28.8e6")), {"28.8 million crowns"}),
        (ClaimQuery(article=flood_reading().article.id, kind=Kind.COUNT), {"40", "Dozens"}),
    ],
)
def test_each_filter_narrows_what_is_found(filled: Store, query: ClaimQuery, expected: set[str]) -> None:
    assert surfaces(filled, query) == expected


def test_claims_are_found_by_their_place_among_the_others(store: Store) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (left, right, flood_reading()):
        store.readings.save(one, "1")
    matching, assessments = ferry_matching(left, right)
    store.matches.save(matching, assessments, now=NOON)

    assert surfaces(store, ClaimQuery(verdict=Verdict.DISPUTED)) == {"42", "45"}
    assert surfaces(store, ClaimQuery(verdict=Verdict.CORROBORATED)) == set()
    assert surfaces(store, ClaimQuery(group=matching.groups[0].id)) == {"42", "45"}
    assert surfaces(store, ClaimQuery(story=matching.stories[0].id)) == {"42", "45", "Marisol"}


def test_a_claim_comes_with_its_story_group_origin_and_verdict(store: Store) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (left, right):
        store.readings.save(one, "1")
    matching, assessments = ferry_matching(left, right)
    store.matches.save(matching, assessments, now=NOON)

    (found,) = store.claims.find(ClaimQuery(outlet=HERALD, kind=Kind.COUNT))

    assert found == replace(store.claims.get(found.claim.id), article=replace(left.article, text=""))
    assert (found.story, found.group, found.origin) == (matching.stories[0].id, matching.groups[0].id, matching.origins[0].id)
    assert found.verdict is Verdict.DISPUTED


def test_the_newest_come_first_and_a_listing_can_be_continued(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "BATCH", 3)
    whole = list(filled.claims.find(ClaimQuery()))

    half = list(filled.claims.find(ClaimQuery(limit=4)))
    rest = list(filled.claims.find(ClaimQuery(after=half[-1].claim.id)))

    assert len(whole) == 8
    assert half + rest == whole
    assert all((one.article.published, one.claim.id) > (other.article.published, other.claim.id) for one, other in pairwise(whole))


def test_no_limit_is_no_claims_when_it_is_nought(filled: Store) -> None:
    assert list(filled.claims.find(ClaimQuery(limit=0))) == []


def test_a_superseded_claim_is_found_by_its_id_only(store: Store) -> None:
    for one in (ferry_reading(), later_edition()):
        store.readings.save(one, "1")
    old = ferry_reading().claims[-1]

    assert store.claims.get(old.id).claim == old
    assert store.claims.get(old.id).article == ferry_reading().article
    assert surfaces(store, ClaimQuery(kind=Kind.COUNT)) == {"57"}


def test_a_word_longer_than_any_is_found_and_searched_without_harm(store: Store) -> None:
    first = ferry_reading()
    endless = "x" * 5000
    store.readings.save(replace(first, article=replace(first.article, title=endless)), "1")

    assert surfaces(store, ClaimQuery(words=(endless,), kind=Kind.COUNT)) == {"42"}


def test_words_of_a_replaced_reading_are_not_found_again(store: Store) -> None:
    first = flood_reading()
    store.readings.save(first, "1")

    store.readings.save(replace(first, claims=first.claims[1:]), "2")

    assert surfaces(store, ClaimQuery(words=("barges",))) == set()


def test_an_article_without_date_is_found_by_when_it_was_seen(store: Store) -> None:
    undated = ferry_reading()
    store.readings.save(replace(undated, article=replace(undated.article, published=None)), "1")

    assert surfaces(store, ClaimQuery(since=date(2026, 10, 14), kind=Kind.COUNT)) == {"42"}


def test_an_unknown_claim_is_told_as_such(store: Store) -> None:
    with pytest.raises(UnknownId, match="c_9"):
        store.claims.get("c_9")
    with pytest.raises(UnknownId, match="c_9"):
        list(store.claims.find(ClaimQuery(after="c_9")))
