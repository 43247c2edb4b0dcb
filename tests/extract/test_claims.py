from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.extract.reader import Reader, read
from corroborate.model.articles import Readability
from corroborate.model.claims import Claim
from corroborate.model.figures import Approx, Kind, Period, Quantity, Rank
from tests.factory import article

READER = Reader()
DAY = date(2026, 10, 14)
REPORT = (
    "Orrin Rail accuses Velt Freight of largest ticket fraud yet\n"
    "Orrin Rail has accused Velt Freight of forging nearly 25,000 tickets.\n"
    "The scheme allegedly cost the railway more than $2.9 million between March 3 and April 9. "
    "Three earlier schemes, which it disclosed in February, cost about $1.6 million.\n"
    "Ilse Varga, the transport minister, told Meridian Wire on Monday that 12 people had been arrested.\n"
)


def claims(text: str) -> dict[str, Claim]:
    """Claims by surface."""
    return {claim.surface: claim for claim in READER.read_article(article(text=text)).claims}


def test_every_figure_of_a_report_becomes_a_claim_with_its_source_and_scope() -> None:
    found = claims(REPORT)

    assert found["25,000"].kind is Kind.COUNT
    assert found["25,000"].attribution.speaker == "Orrin Rail"
    assert found["25,000"].parties == ("Orrin Rail", "Velt Freight")
    assert found["$2.9 million"].attribution.hedged
    assert found["$1.6 million"].scope == ("earlier",)
    assert found["12"].attribution.speaker == "Ilse Varga"
    assert found["12"].attribution.cites == ("Meridian Wire",)


def test_figures_dates_and_ranks_keep_their_kind() -> None:
    found = claims(REPORT)

    assert isinstance(found["$2.9 million"].figure, Quantity)
    assert isinstance(found["between March 3 and April 9"].figure, Period)
    assert isinstance(found["largest ticket fraud yet"].figure, Rank)


def test_a_claim_is_tied_to_its_sentence_and_characters() -> None:
    for claim in claims(REPORT).values():
        assert claim.span.cut(REPORT) == claim.surface
        assert REPORT[claim.sentence.start :].startswith(claim.sentence.text)
        assert claim.sentence.start <= claim.span.start
        assert claim.span.end <= claim.sentence.start + len(claim.sentence.text)


def test_reading_twice_gives_the_same_claims_with_the_same_ids() -> None:
    of = article(text=REPORT)

    assert READER.read_article(of) == Reader().read_article(of)


def test_claims_stand_in_order_of_their_place_and_have_ids_of_their_own() -> None:
    found = READER.read_article(article(text=REPORT)).claims

    assert [claim.span.start for claim in found] == sorted(claim.span.start for claim in found)
    assert len({claim.id for claim in found}) == len(found)


def test_the_same_text_in_another_version_has_other_ids() -> None:
    one = READER.read_article(article(text=REPORT, url="https://one.example/a")).claims
    two = READER.read_article(article(text=REPORT, url="https://two.example/b")).claims

    assert not {claim.id for claim in one} & {claim.id for claim in two}


def test_page_furniture_gives_no_claim() -> None:
    text = REPORT + "\nRelated articles:\n- Ferry fire kills 31 off Port Ellery\n- Nine tips for 2026\n"

    assert not {"31", "Nine", "2026"} & set(claims(text))


def test_a_vague_number_is_a_claim_without_a_value() -> None:
    (figure,) = (claim.figure for claim in claims("The fraud cost travellers millions of dollars.\n").values())

    assert isinstance(figure, Quantity)
    assert (figure.value, figure.approx) == (None, Approx.VAGUE)


@pytest.mark.parametrize("readability", [Readability.STUB, Readability.LANGUAGE, Readability.SHORT])
def test_an_article_that_could_not_be_read_claims_nothing(readability: Readability) -> None:
    assert READER.read_article(article(text=REPORT, readability=readability)).claims == ()


def test_a_text_without_date_leaves_relative_dates_out() -> None:
    assert [claim.surface for claim in read("On Monday 12 boats sank.")] == ["12"]
    assert "Monday" in [claim.surface for claim in read("On Monday 12 boats sank.", published=DAY)]


def test_a_weekday_is_the_outlets_own_day() -> None:
    # 23:30 UTC on the 13th is the 14th in the outlet's zone.
    late = datetime.fromisoformat("2026-10-14T04:30:00+05:00")
    assert late.astimezone(UTC).day == 13

    reading = READER.read_article(article(text="The dyke broke on Wednesday.", published=late))

    figure = reading.claims[0].figure
    assert isinstance(figure, Period)
    assert figure.range.low == DAY


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(REPORT.replace("\n", " \n ").split(" ")), max_size=60).map(" ".join))
def test_any_order_of_words_is_read_with_offsets_that_cut_the_surface(text: str) -> None:
    for claim in read(text, published=DAY):
        assert claim.span.cut(text) == claim.surface
        assert claim.surface in claim.sentence.text or "\n" in claim.surface


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    for claim in read(text, published=DAY):
        assert claim.span.cut(text) == claim.surface
