from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.errors import QueryError
from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType, Verdict
from corroborate.publish.language import Band, Key, Query, Term, parse

NAMES = (Key.PARTY, Key.SPEAKER, Key.UNIT, Key.OUTLET, Key.STORY, Key.GROUP, Key.ARTICLE)
WORDS = {Key.KIND: Kind, Key.VERDICT: Verdict, Key.TYPE: DiscrepancyType}


def only(text: str) -> Term:
    (term,) = parse(text).terms
    return term


def band(low: str | None = None, high: str | None = None, **ends: Any) -> Band:
    return Band(None if low is None else Decimal(low), None if high is None else Decimal(high), **ends)


def test_a_query_is_words_and_narrowing_keys() -> None:
    found = parse('accounts party:Alibaba kind:count value:>20000 -verdict:disputed since:2026-06-01 "letter to the senate"')

    assert found == Query(
        (
            Term(Key.WORDS, ("accounts",)),
            Term(Key.PARTY, ("Alibaba",)),
            Term(Key.KIND, ("count",)),
            Term(Key.VALUE, (band("20000", low_open=True),)),
            Term(Key.VERDICT, ("disputed",), negated=True),
            Term(Key.SINCE, (date(2026, 6, 1),)),
            Term(Key.WORDS, ("letter to the senate",)),
        )
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("value:20000", band("20000", "20000")),
        ("value:20k", band("20000", "20000")),
        ("value:20,000", band("20000", "20000")),
        ("value:1,234,567.5", band("1234567.5", "1234567.5")),
        ("value:>=1.2m", band("1200000")),
        ("value>3bn", band("3e9", low_open=True)),
        ("value:<5", band(None, "5", high_open=True)),
        ("value:<=-5", band(None, "-5")),
        ("<=2 ", band(None, "2")),
        (">20k", band("20000", low_open=True)),
        ("10..20", band("10", "20")),
        ("value:1.5m..2MILLION", band("1.5e6", "2e6")),
        ("value:10..", band("10")),
        ("..2tn", band(None, "2e12")),
    ],
)
def test_figures_are_written_with_commas_scales_comparisons_and_stretches(text: str, expected: Band) -> None:
    assert only(text) == Term(Key.VALUE, (expected,))


def test_commas_between_values_mean_any_of_them_and_commas_of_thousands_do_not() -> None:
    assert only('outlet:Herald,"Fjord Post, evening"').values == ("Herald", "Fjord Post, evening")
    assert only("value:20,000,30k").values == (band("20000", "20000"), band("30000", "30000"))
    assert only("value:10,20").values == (band("10", "10"), band("20", "20"))


def test_months_and_years_stand_for_their_first_or_last_day() -> None:
    assert only("since:2026-06").values == (date(2026, 6, 1),)
    assert only("until:2024-02").values == (date(2024, 2, 29),)
    assert only("until:2026").values == (date(2026, 12, 31),)


def test_what_looks_like_a_key_or_a_sign_can_be_sought_between_quotation_marks() -> None:
    for text in ('"kind:count"', '"-minus"', '">20"', '"10..20"', r'"a \"word\" and \\"'):
        assert only(text).key is Key.WORDS
    assert only(r'"a \"word\""').values == ('a "word"',)
    assert only("https://harbour-herald.example/ferry").key is Key.WORDS
    assert only("10:30").values == ("10:30",)


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("barges partie:Marsh", "partie", "there is no key 'partie'; did you mean party?"),
        ("source:Herald", "source", "did you mean outlet?"),
        ("x qqq:Herald", "qqq", "put them between quotation marks"),
        ("kind:cuont", "cuont", "there is no kind 'cuont'; did you mean count?"),
        ("verdict:zzz", "zzz", "choose one of: corroborated, repeated"),
        ("since:2026-13", "2026-13", "there is no day 2026-13"),
        ("since:2026-02-30", "2026-02-30", "there is no day"),
        ("until:yesterday", "yesterday", "write for example 2026-06-01"),
        ("-since:2026", "-", "since takes one day"),
        ("until:2026,2027", "2027", "until takes one day"),
        ("value:>5%", ">5%", "unit:% beside it"),
        ("value:$20m", "$20m", "unit:USD"),
        ("value:3zillion", "3zillion", "'zillion' is no scale"),
        ("value:20..10", "20..10", "write 10..20"),
        ("value:1,2,x", "x", "'x' is no figure"),
        ("value:1e99", "1e99", "is no figure"),
        (f"value:{'9' * 40}", "9" * 40, "larger than any figure"),
        ("outlet:", "outlet:", "nothing stands behind"),
        ("outlet:A,", ",", "a value is missing behind this comma"),
        ("outlet:,A", ",", "a value is missing at this comma"),
        ('barges "28.8 million', '"', "never closed"),
        ('barges ""', '""', "nothing stands between"),
        ('outlet:"A""B"', '"', "a blank or comma is missing"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_to_do(text: str, word: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)

    assert said in str(caught.value)
    assert text[caught.value.start : caught.value.end] == word


@pytest.mark.parametrize("text", ["a" * 2001, "a " * 51, f"outlet:{','.join('a' * 51)}", f"value:{','.join(['7'] * 60)}x"])
def test_a_query_has_bounds(text: str) -> None:
    with pytest.raises(QueryError):
        parse(text)


figures = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3)
texts = st.text(alphabet=st.sampled_from(list("aeKéß船 :,;\"'\\-<>=.0128%()*\t\n\u202e")), min_size=1, max_size=12).filter(str.strip)
bands = st.one_of(
    figures.map(lambda one: Band(one, one)),
    st.tuples(figures, figures).map(sorted).map(lambda ends: Band(*ends)),
    st.builds(Band, low=figures, low_open=st.booleans()),
    st.builds(Band, high=figures, high_open=st.booleans()),
)


def terms_of(
    key: Key, values: st.SearchStrategy[Any], most: int = 3, negated: st.SearchStrategy[bool] | None = None
) -> st.SearchStrategy[Term]:
    several = st.lists(values, min_size=1, max_size=most, unique=True).map(tuple)
    return st.builds(Term, st.just(key), several, st.booleans() if negated is None else negated)


terms = st.one_of(
    terms_of(Key.WORDS, texts, most=1),
    terms_of(Key.VALUE, bands),
    *(terms_of(key, texts) for key in NAMES),
    *(terms_of(key, st.sampled_from([member.value for member in words])) for key, words in WORDS.items()),
    *(terms_of(key, st.dates(), most=1, negated=st.just(False)) for key in (Key.SINCE, Key.UNTIL)),
)


@given(st.lists(terms, max_size=6, unique=True))
def test_a_query_written_out_is_read_back_to_the_same(asked: list[Term]) -> None:
    query = Query(tuple(asked))

    assert parse(str(query)) == query


@given(st.text(alphabet=st.sampled_from(list('ab:,"\\-<>=.0123 kind:value:since\t\u202e\n')), max_size=40))
def test_any_text_is_a_query_or_an_error_with_a_place_in_it(text: str) -> None:
    try:
        found = parse(text)
    except QueryError as error:
        place = error.start, error.end
    else:
        place = 0, 1
        assert parse(str(found)) == found
    assert 0 <= place[0] < place[1] <= max(1, len(text))


def test_facets_narrow_and_widen_a_query() -> None:
    query = parse("barges outlet:Herald -outlet:Gazette")

    assert str(query.narrowed(Key.OUTLET, "Fjord Post")) == 'barges -outlet:Gazette outlet:"Fjord Post"'
    assert str(query.widened(Key.OUTLET, "Herald")) == "barges -outlet:Gazette"
    assert query.asked(Key.OUTLET) == ("Herald",)
    assert str(query.joined(parse("barges kind:count"))) == "barges outlet:Herald -outlet:Gazette kind:count"
