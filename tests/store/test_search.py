from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from corroborate.errors import UsageError
from corroborate.model.queries import EVERYTHING, Band, Key, Query, Term
from corroborate.store import Store
from corroborate.store.matches import Settled
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, HERALD, ferry_matching, ferry_reading, later_edition
from tests.store.test_claims import flood_reading
from tests.store.test_queries import scanned, statements
from tests.store.test_schema import at_version


@pytest.fixture
def filled(store: Store) -> Store:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45", NOON + timedelta(minutes=5))
    for one in (flood_reading(), left, right):
        store.readings.save(one, "1")
    store.matches.save(*ferry_matching(left, right), now=NOON)
    return store


def asked(key: Key, *values: str | Band | date, negated: bool = False) -> Query:
    return Query((Term(key, values, negated),))


def over(low: str | None, high: str | None = None, **ends: bool) -> Query:
    return asked(Key.VALUE, Band(None if low is None else Decimal(low), None if high is None else Decimal(high), **ends))


def surfaces(store: Store, query: Query) -> list[str]:
    return sorted(record.claim.surface for record in store.search.all(query))


COUNTS = ("SCAN found", "SCAN by_", "SCAN claims VIRTUAL")
FLOOD = ["28.8 million crowns", "40", "April", "Dozens"]
FERRY = ["42", "45", "Marisol", "Marisol"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (EVERYTHING, sorted([*FLOOD, *FERRY])),
        (asked(Key.WORDS, "barges"), ["40"]),
        (asked(Key.WORDS, "barge").joined(asked(Key.WORDS, "ZURICH")), ["40"]),
        (asked(Key.WORDS, "28.8 million"), ["28.8 million crowns", "April"]),
        (asked(Key.WORDS, "million 28.8"), []),
        (asked(Key.WORDS, "—"), sorted([*FLOOD, *FERRY])),
        (asked(Key.WORDS, '" OR words : "'), []),
        (asked(Key.WORDS, "flood").joined(asked(Key.WORDS, "cellars", negated=True)), ["28.8 million crowns", "40", "April"]),
        (asked(Key.PARTY, "Marsh", "Orrin Vale"), ["40", "Dozens"]),
        (asked(Key.SPEAKER, "police"), ["42", "45"]),
        (asked(Key.SPEAKER, "police", negated=True), sorted([*FLOOD, "Marisol", "Marisol"])),
        (asked(Key.KIND, "money", "date"), ["28.8 million crowns", "April"]),
        (asked(Key.UNIT, "nok"), ["28.8 million crowns"]),
        (asked(Key.OUTLET, GAZETTE.lower()), ["45", "Marisol"]),
        (asked(Key.OUTLET, GAZETTE, HERALD, negated=True), FLOOD),
        (asked(Key.SINCE, date(2026, 10, 12)), FERRY),
        (asked(Key.UNTIL, date(2026, 10, 11)), FLOOD),
        (asked(Key.UNTIL, date(2026, 10, 10)), []),
        (over("43"), ["28.8 million crowns", "45", "Dozens"]),
        (over("45", low_open=True), ["28.8 million crowns", "Dozens"]),
        (over(None, "40", high_open=True), ["Dozens"]),
        (over("28.8e6", "28.8e6"), ["28.8 million crowns"]),
        (over("1e9"), []),
        (asked(Key.VALUE, Band(Decimal(43)), negated=True), ["40", "42"]),
        (asked(Key.VALUE, Band(Decimal(40), Decimal(40)), Band(Decimal(45), Decimal(45))), ["40", "45", "Dozens"]),
        (asked(Key.VERDICT, "disputed"), ["42", "45"]),
        (asked(Key.VERDICT, "disputed", negated=True), sorted([*FLOOD, "Marisol", "Marisol"])),
        (asked(Key.TYPE, "conflict"), ["42", "45"]),
        (asked(Key.TYPE, "typo", "rounding"), []),
        (asked(Key.STORY, "s_none"), []),
        (asked(Key.GROUP, "g_none"), []),
        (asked(Key.GROUP, "g_none", negated=True), sorted([*FLOOD, *FERRY])),
        (asked(Key.ARTICLE, flood_reading().article.id), FLOOD),
    ],
)
def test_each_term_narrows_what_is_found(filled: Store, query: Query, expected: list[str]) -> None:
    assert surfaces(filled, query) == expected


def test_claims_are_found_by_their_story_and_group(filled: Store) -> None:
    story = next(iter(filled.stories.all())).id
    group = next(one.group.id for one in filled.groups.of_story(story) if len(one.claims) == 2)

    assert surfaces(filled, asked(Key.STORY, story)) == FERRY
    assert surfaces(filled, asked(Key.STORY, story, negated=True)) == FLOOD
    assert surfaces(filled, asked(Key.GROUP, group)) == ["42", "45"]
    assert surfaces(filled, asked(Key.GROUP, group, negated=True)) == sorted([*FLOOD, "Marisol", "Marisol"])


def test_only_the_version_that_stands_is_found(filled: Store) -> None:
    filled.readings.save(later_edition(), "1")

    assert surfaces(filled, asked(Key.OUTLET, HERALD)) == ["57", "Marisol"]
    assert surfaces(filled, asked(Key.WORDS, "42")) == []


def test_what_is_matched_otherwise_is_found_otherwise(filled: Store) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45", NOON + timedelta(minutes=5))
    matching, _ = ferry_matching(left, right)

    filled.matches.save(type(matching)(), (), now=NOON, settled=settled_without(filled))

    assert matching.groups
    assert surfaces(filled, asked(Key.VERDICT, "disputed")) == []


def settled_without(store: Store) -> Settled:
    return Settled(gone=tuple(story.id for story in store.stories.all()))


def test_the_newest_come_first_page_by_page(filled: Store) -> None:
    whole = [record.claim.id for record in filled.search.all(EVERYTHING)]
    pages, cursor = list[str](), None
    for _ in range(3):
        page = filled.search.page(EVERYTHING, cursor=cursor, limit=3)
        pages += [record.claim.id for record in page.claims]
        cursor = page.following

    assert (pages, cursor) == (whole, None)
    assert [record.article.published for record in filled.search.all(EVERYTHING)] == [NOON] * 4 + [NOON - timedelta(days=3)] * 4


def test_a_page_comes_with_counts_of_what_was_found(filled: Store) -> None:
    facets = filled.search.page(EVERYTHING, limit=1, counted=True).facets

    assert facets is not None
    assert (facets.counted, facets.more) == (8, False)
    assert {one.value: one.claims for one in facets.outlet} == {"Fjord Post": 4, HERALD: 2, GAZETTE: 2}
    assert Counter({one.value: one.claims for one in facets.kind}) == {"count": 4, "party": 2, "money": 1, "date": 1}
    assert {one.value: one.claims for one in facets.unit} == {"NOK": 1}
    assert {one.value: one.claims for one in facets.verdict} == {"disputed": 2, "single": 1}
    assert {one.value: one.claims for one in facets.party} == {"Marisol": 4, "Tarn Point": 2, "Odile Marsh": 1, "Orrin Vale": 1}
    assert [(one.value, one.claims) for one in facets.days] == [("2026-10-11", 4), ("2026-10-14", 4)]


@pytest.mark.parametrize("cursor", ["x", "", "1" * 30, "--1", "9" * 19, "١"])
def test_what_is_no_cursor_is_refused(filled: Store, cursor: str) -> None:
    with pytest.raises(UsageError, match="is no cursor"):
        filled.search.page(EVERYTHING, cursor=cursor)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "small.db")) as store:
        yield store


@pytest.mark.parametrize(
    "query",
    [
        EVERYTHING,
        asked(Key.WORDS, "injured"),
        asked(Key.OUTLET, HERALD, negated=True),
        asked(Key.SINCE, date(2026, 10, 1)),
        asked(Key.VERDICT, "disputed").joined(over("40")),
        asked(Key.STORY, "s_1"),
        asked(Key.GROUP, "g_1"),
    ],
)
def test_a_page_is_read_off_an_index_without_sorting(small: Store, query: Query) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (left, right):
        small.readings.save(one, "1")

    with statements(small) as noted:
        small.search.page(query, counted=True)

    assert [step for step in scanned(small, noted) if not step.startswith(COUNTS)] == []
    page = next(statement for statement in noted if "place" in statement[0])
    assert not [line for line in plan(small, page) if "TEMP B-TREE" in line]


def plan(store: Store, statement: tuple[str, object]) -> list[str]:
    with store._database.reading() as session:
        text, parameters = statement
        rows = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", parameters)  # type: ignore[arg-type]
        return [str(row[-1]) for row in rows]


EARLIER = (
    """INSERT INTO article_versions (revision, article, url, outlet, title, text, text_digest, seen, as_of, credits, readability, current)
    VALUES ('r_1', 'a_1', 'https://quay.example/1', 'Quay Times', 'Barges sink', 'It said 40 barges sank.', 'd',
        '2026-10-14 12:00:00.000000', '2026-10-14 12:00:00.000000', '[]', 'read', TRUE)""",
    """INSERT INTO claims (number, id, revision, position, article, outlet, seen, appeared, current, kind, unit, low, high, figure,
        figure_key, surface, char_start, char_end, sentence, sentence_start, parties, attribution, scope, rule, words, party_words)
    VALUES (7, 'c_1', 'r_1', 0, 'a_1', 'Quay Times', '2026-10-14 12:00:00.000000', '2026-10-14 12:00:00.000000', TRUE, 'measure', 'tonne',
        40, 40, '{"type": "rank", "superlative": "first", "head": "barge", "qualifiers": [], "place": 1, "shared": false}',
        'f', '40', 8, 10, 'It said 40 barges sank.', 0, '[]',
        '{"speaker": "Port Authority", "document": null, "document_date": null, "cites": [],
        "cue": null, "hedged": false, "denied": false}',
        '[]', 'test', 'it said 40 barges sank', '')""",
    """INSERT INTO stories (id, title, first, last, digest)
    VALUES ('s_1', 'Barges', '2026-10-14 12:00:00.000000', '2026-10-14 12:00:00.000000', 'd')""",
    """INSERT INTO claim_groups (id, story_id, question, kind, agreement, verdict, wordings, first_seen, last_changed, digest)
    VALUES ('g_1', 's_1', 'How many?', 'count', 'alone', 'single', '[]',
        '2026-10-14 12:00:00.000000', '2026-10-14 12:00:00.000000', 'd')""",
    "INSERT INTO group_claims (group_id, claim, position) VALUES ('g_1', 'c_1', 0)",
)


def test_claims_of_a_database_of_an_earlier_version_are_found(empty_url: str) -> None:
    at_version(empty_url, "0006", *(statement.replace(":", "\\:") for statement in EARLIER))
    asks = [(Key.WORDS, "barges"), (Key.SPEAKER, "authority"), (Key.KIND, "measure"), (Key.UNIT, "tonne"), (Key.OUTLET, "quay times")]
    asks += [(Key.ARTICLE, "a_1"), (Key.VERDICT, "single")]

    with Store.open(empty_url) as store:
        found = {key: surfaces(store, asked(key, value)) for key, value in asks}
        found |= {Key.VALUE: surfaces(store, over("39", "41")), Key.SINCE: surfaces(store, asked(Key.SINCE, date(2026, 10, 14)))}

    assert found == {key: ["40"] for key in found}
