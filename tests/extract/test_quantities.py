from decimal import Decimal

import spacy

from corroborate.extract.quantities import Found, read_quantities
from corroborate.model.claims import Span
from corroborate.model.figures import Approx, Kind, Quantity, Role


def only(text: str) -> Found:
    (found,) = read_quantities(text)
    return found


def figure(text: str) -> Quantity:
    return only(text).quantity


def surfaces(text: str) -> list[str]:
    return [found.span.cut(text) for found in read_quantities(text)]


def test_a_hedged_count_keeps_its_noun_phrase() -> None:
    text = "Operators opened nearly 25,000 fraudulent accounts to copy the archive."

    found = only(text)

    assert found.span.cut(text) == "25,000"
    assert found.kind is Kind.COUNT
    assert found.quantity.value == Decimal(25000)
    assert found.quantity.approx is Approx.NEARLY
    assert found.quantity.counted == "fraudulent accounts"


def test_money_values_the_thing_named_beside_it() -> None:
    assert figure("Tarn Foods was sold at a $965 million valuation.").counted == "valuation"
    assert figure("The court set a fine of $3m.").counted == "fine"


def test_a_rise_by_is_a_change_and_a_rise_to_a_level() -> None:
    change, level = (found.quantity for found in read_quantities("Output rose by 3 percent to 98 tonnes."))

    assert (change.role, change.direction, change.counted) == (Role.CHANGE, 1, "Output")
    assert (level.role, level.direction, level.counted) == (Role.LEVEL, 0, "Output")


def test_the_subject_is_counted_where_no_noun_follows() -> None:
    assert figure("The death toll rose to 57.").counted == "death toll"
    assert figure("The number of injured rose to 57.").counted == "injured"


def test_a_duration_keeps_its_unit_as_written() -> None:
    found = figure("Divers searched the lake over six weeks.")

    assert (found.value, found.unit, found.approx) == (Decimal(6), "week", Approx.EXACT)


def test_names_years_times_and_scores_are_no_figures() -> None:
    assert surfaces("Falcon 6 left Route 88 at 7am in 2018 after Orsk won 3-1.") == []


def test_the_component_fills_its_group_of_spans() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("corroborate_quantities")

    doc = nlp("The ferry carried 3,480 passengers.")

    (span,) = doc.spans["quantities"]

    assert span.label_ == "count"
    assert span._.chars == Span(18, 23)
    assert span._.figure.counted == "passengers"


def test_what_the_dates_took_is_left_alone() -> None:
    assert read_quantities("The 40 boats left.", [Span(4, 6)]) == ()
