from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.model.figures import Approx
from corroborate.model.findings import Verdict
from tests.check.newsrooms import Newsroom
from tests.factory import quantity

OUTLETS = ("Harbour Herald", "Port Post", "Daily Quay", "Evening Tide")


def test_the_consensus_is_the_intersection_and_no_average() -> None:
    newsroom = Newsroom("How many people came?")
    newsroom.says("Harbour Herald", "Between 20 and 30 came.", "20 and 30", quantity(None, "20", "30", approx=Approx.BETWEEN))
    newsroom.says("Port Post", "Between 26 and 40 came.", "26 and 40", quantity(None, "26", "40", approx=Approx.BETWEEN))

    assessment = newsroom.only()

    assert (assessment.low, assessment.high) == ("26", "30")
    assert assessment.values == ("between 20 and 30", "between 26 and 40")


def test_a_majority_leads_and_the_dissenter_is_named_last() -> None:
    newsroom = Newsroom("How many jobs will go?")
    for outlet in OUTLETS[:3]:
        newsroom.says(outlet, f"Tarn cuts 48 jobs, {outlet} learned.", "48", quantity("48"))
    newsroom.says("Evening Tide", "Tarn cuts 61 jobs.", "61", quantity("61"))

    assessment = newsroom.only()

    assert assessment.verdict is Verdict.DISPUTED
    assert (assessment.low, assessment.high, assessment.values) == ("48", "48", ("48", "61"))
    assert assessment.discrepancies[0].sides[-1].outlets == ("Evening Tide",)


def test_tension_alone_disputes_nothing() -> None:
    newsroom = Newsroom("How many people came?")
    newsroom.says(
        "Harbour Herald",
        "Nearly 25,000 came.",
        "25,000",
        quantity("25000", "24000", "25000", approx=Approx.NEARLY, low_soft=True, low_open=True),
    )
    newsroom.says("Port Post", "The fair drew 24,000.", "24,000", quantity("24000"))

    assert newsroom.only().verdict is Verdict.SINGLE


STATEMENTS = st.lists(
    st.tuples(
        st.sampled_from(OUTLETS),
        st.integers(1, 5000),
        st.sampled_from([approx for approx in Approx if approx not in (Approx.BETWEEN, Approx.VAGUE)]),
        st.integers(0, 40),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(STATEMENTS, st.sampled_from(["How many people were killed?", "How many jobs will go?"]))
def test_whatever_is_said_is_assessed_with_distinct_ids_and_known_claims(
    statements: list[tuple[str, int, Approx, int]], question: str
) -> None:
    newsroom = Newsroom(question)
    for number, (outlet, value, approx, hours) in enumerate(statements):
        text = f"Report {chr(97 + number)} of {outlet} speaks of {value} cases."
        newsroom.says(outlet, text, f"{value} cases", quantity(str(value), approx=approx), hours=hours)

    assessment = newsroom.only()

    ids = [found.id for found in assessment.discrepancies]
    known = {one.id for claims in newsroom.claims.values() for one in claims}
    assert len(ids) == len(set(ids))
    assert all(side.claims and set(side.claims) <= known for found in assessment.discrepancies for side in found.sides)
    assert all(found.reason and len(found.sides) > 1 for found in assessment.discrepancies)


def test_an_outlet_that_words_it_otherwise_is_quoted_with_its_own_words() -> None:
    newsroom = Newsroom("How many people were injured?")
    newsroom.says("Harbour Herald", "At least six were hurt.", "six", quantity("6", approx=Approx.AT_LEAST))
    newsroom.says("Port Post", "Seven were hurt.", "Seven", quantity("7"))
    newsroom.says("Daily Quay", "Twelve were hurt.", "Twelve", quantity("12"))

    assert 'Harbour Herald and Port Post ("seven") say "at least six"' in newsroom.only().discrepancies[0].reason
