from datetime import date

import pytest

from corroborate.extract.reader import Reader
from corroborate.model.figures import Period, Quantity
from tests.factory import article

RULES, TRAINED = Reader("blank"), Reader()
SEPTEMBER = ("2026-09-01", "2026-09-30")


def days(text: str, surface: str, reader: Reader = RULES) -> tuple[str | None, str | None] | None:
    """First and last day of the quantity with that surface."""
    claims = reader.read_article(article(text=text)).claims
    found: Period | None = next(claim.period for claim in claims if isinstance(claim.figure, Quantity) and claim.surface == surface)
    if found is None:
        return None
    return tuple(None if day is None else day.isoformat() for day in (found.range.low, found.range.high))  # type: ignore[return-value]


@pytest.mark.parametrize("reader", [RULES, TRAINED], ids=["rules", "trained"])
@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("Brask Shipping scrapped 14 tankers in September.", "14", SEPTEMBER),
        ("In September, Brask Shipping scrapped 14 tankers.", "14", SEPTEMBER),
        ("Since March, Norgrid has laid 410 kilometres of line.", "410 kilometres", ("2026-03-01", None)),
        ("Doctors saw 63 patients in August and 41 in September.", "41", SEPTEMBER),
        ("Doctors saw 63 patients in August and 41 in September.", "63", ("2026-08-01", "2026-08-31")),
        ("Revenue fell to $2.9bn in 2025 from $3.1bn in 2024.", "$3.1bn", ("2024-01-01", "2024-12-31")),
        ("The bank said on Monday that it lost $7 million in September.", "$7 million", SEPTEMBER),
        ("Wages rose 4.4 percent in the year to June.", "4.4 percent", ("2025-07-01", "2026-06-30")),
        ("Sales fell 9 percent in the nine months to September.", "9 percent", ("2026-01-01", "2026-09-30")),
        ("It lost $7 million in the three months ended 30 June.", "$7 million", ("2026-04-01", "2026-06-30")),
        ("Profit fell 31 percent to $86 million in September.", "31 percent", SEPTEMBER),
        ("It lost $7 million in the year to 5 April.", "$7 million", ("2025-04-06", "2026-04-05")),
    ],
)
def test_a_figure_is_of_the_days_that_its_clause_tells(
    text: str, surface: str, expected: tuple[str | None, str | None], reader: Reader
) -> None:
    assert days(text, surface, reader) == expected


@pytest.mark.parametrize("reader", [RULES, TRAINED], ids=["rules", "trained"])
@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The fire killed 12 people, police said on Monday.", "12"),
        ("After the leak in May, the agency tested 3,600 wells.", "3,600"),
        ("Norgrid owes $9 million, according to a filing of June 10.", "$9 million"),
        ("Tern Lines, which was founded in 1987, runs 46 ships.", "46"),
        ("ORSK, Oct 12 (Meridian Wire) — Some 900 people fled.", "900"),
        ("The December contract closed at $31.", "$31"),
        ("It paid $3 million to the victims of a fire that broke out in 2021.", "$3 million"),
        ("The deal, signed in May, gives the railway 14 engines.", "14"),
        ("The strike began on Monday and has cost $5 million.", "$5 million"),
        ("It must pay a fine of $3 million under a settlement from 2011.", "$3 million"),
        ("Brask Shipping scrapped 14 tankers.", "14"),
    ],
)
def test_another_days_are_not_the_figures(text: str, surface: str, reader: Reader) -> None:
    assert days(text, surface, reader) is None


def test_a_figure_after_according_to_is_of_no_day() -> None:
    assert days("The deadline is June 30, according to the two companies.", "two", TRAINED) is None


def test_a_year_earlier_is_the_same_stretch_a_year_back() -> None:
    text = "It carried 4.1 million passengers in September, compared with 3.8 million a year earlier."

    assert days(text, "3.8 million") == ("2025-09-01", "2025-09-30")


def test_only_figures_have_a_period() -> None:
    claims = RULES.read_article(article(text="It was the largest fire since 1998, on Monday.")).claims

    assert {claim.period for claim in claims if not isinstance(claim.figure, Quantity)} == {None}


def test_dates_are_resolved_against_the_day_of_publication() -> None:
    early = Reader("blank").annotate("It sold 40 trams in September.", date(2020, 1, 5))

    assert early.spans["dates"][0]._.figure.range.low == date(2019, 9, 1)


YEAR, AUGUST = ("2025-01-01", "2025-12-31"), ("2026-08-01", "2026-08-31")


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("Net debt stood at $2.9bn, up from $1.8bn at June 30.", "$2.9bn", None),
        ("Net debt stood at $2.9bn, up from $1.8bn at June 30.", "$1.8bn", ("2026-06-30", "2026-06-30")),
        ("Zinc earned $31m (2025: $28m) and tin $9m.", "$31m", None),
        ("Zinc earned $31m (2025: $28m) and tin $9m.", "$9m", None),
        ("Orders for the year to June trebled to $128.6m from $41.2m.", "$41.2m", None),
        ("Orders for the year to June trebled to $128.6m from $41.2m.", "$128.6m", ("2025-07-01", "2026-06-30")),
        ("Velt Freight lost 287 points, its worst day since Feb. 3.", "287", None),
        ("The round values Velt Freight at $1.25 billion, more than 3x its valuation in 2025.", "$1.25 billion", None),
        ("Mara Quist, 54, of Port Ellery, left the board in August.", "54", None),
        ("The pier, in which Brask holds 36.5 percent, was also shut for 17 days in August.", "36.5 percent", None),
        ("The pier, in which Brask holds 36.5 percent, was also shut for 17 days in August.", "17 days", AUGUST),
        ("Brask made a profit of $14m on sales of $91m in 2025.", "$14m", YEAR),
        ("The bridge will cost $2.4bn in 2024 prices.", "$2.4bn", None),
        ("A 2025 survey counted 2,765 otters.", "2,765", YEAR),
        ("Ilse Varga told the Harbour Board on Monday that thefts were down to 58 this year.", "58", ("2026-01-01", "2026-12-31")),
        ("Brask spent $4m after a 2025 settlement.", "$4m", None),
        ("Stocks will fall to $14.2m by the end of 2025 – about 3 percent of spending.", "$14.2m", (None, "2025-12-31")),
        ("Thefts fell to 58 so far this year, from 87 in the first nine months of 2025.", "87", ("2025-01-01", "2025-09-30")),
    ],
)
def test_a_date_is_of_the_figures_on_its_side_of_a_comparison(
    text: str, surface: str, expected: tuple[str | None, str | None] | None
) -> None:
    assert days(text, surface, TRAINED) == expected
