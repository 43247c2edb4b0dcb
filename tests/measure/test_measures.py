"""What counts as right in each of our own sets, on small sets written here."""

from dataclasses import replace
from typing import Any

import pytest

from corroborate.extract.reader import Reader, read
from corroborate.measure.attribution import same_name, scored
from corroborate.measure.dates import measure_dates
from corroborate.measure.figures import measure_figures_of_news
from corroborate.measure.hedges import measure_hedges, relation
from corroborate.measure.parties import measure_parties
from corroborate.measure.passages import Means
from corroborate.measure.quantities import in_middle, predictions
from corroborate.measure.roles import claim_at, expected, found, measure_roles
from corroborate.measure.scores import Measured
from corroborate.model.claims import Attribution, Deed

MEANS = Means(Reader())


def shares(*measured: Measured) -> dict[str, float]:
    return {one.measure: one.share for one in measured}


def quantity(text: str, surface: str, **fields: Any) -> dict[str, Any]:
    return {"surface": surface, "start": text.index(surface), "approx": "exact", "unit": None, "counted": None} | fields


def figures_of(text: str, *quantities: dict[str, Any]) -> dict[str, float]:
    return shares(*measure_figures_of_news(({"text": text, "quantities": list(quantities)},), MEANS))


def test_a_figure_read_in_every_part_counts_in_every_measure() -> None:
    text = "Nearly 7,300 lanterns were lost, and the port paid $3.2 million."

    measured = figures_of(
        text,
        quantity(text, "7,300", value="7300", approx="nearly", counted="lanterns"),
        quantity(text, "$3.2 million", value="3200000", unit="USD"),
    )

    assert set(measured.values()) == {1.0}


def test_a_wrong_hedge_counts_against_the_hedge_alone() -> None:
    text = "The port paid $3.2 million for it."

    measured = figures_of(text, quantity(text, "$3.2 million", value="3200000", unit="USD", approx="about"))

    assert measured == {"value": 1.0, "value + approximation": 0.0, "value + unit": 1.0, "value + unit + thing": 1.0}


def test_a_figure_that_is_none_counts_against_precision() -> None:
    text = "The port paid $3.2 million and 19 goats were lost."

    assert figures_of(text, quantity(text, "$3.2 million", value="3200000", unit="USD"))["value"] == pytest.approx(2 / 3)


def test_a_fraction_in_words_is_a_share_of_one_and_percent_is_percent() -> None:
    text = "Half of the fleet was idle, and 41 percent of the crews."

    measured = figures_of(text, quantity(text, "Half", value="0.5"), quantity(text, "41 percent", value="41", unit="%"))

    assert measured["value"] == measured["value + unit"] == 1.0


def test_a_date_counts_where_its_days_and_kind_are_right() -> None:
    line = {"text": "The lock opened on Tuesday.", "published": "2026-10-14"}
    right = {"surface": "Tuesday", "kind": "date", "start": "2026-10-13", "end": "2026-10-13"}

    assert shares(*measure_dates(({**line, "dates": [right]},), MEANS)) == {"dates": 1.0}
    assert shares(*measure_dates(({**line, "dates": [right | {"end": "2026-10-14"}]},), MEANS)) == {"dates": 0.0}


def test_a_party_counts_with_its_place_its_label_and_its_full_name() -> None:
    text = "Senator Ilse Varga left Orrin Rail Inc. in May. Varga said so."
    parties = [
        {"surface": "Ilse Varga", "start": 8, "label": "PERSON", "name": "Ilse Varga"},
        {"surface": "Varga", "start": text.rindex("Varga"), "label": "PERSON", "name": "Ilse Varga"},
    ]

    measured = list(measure_parties(({"text": text, "parties": parties},), MEANS))

    assert {one.number for one in measured} == {2}
    assert all(one.share > 0.5 for one in measured)


def test_two_wordings_are_compared_by_the_figures_named() -> None:
    pair = {"left": "nearly 25,000 crates sank", "right": "25,300 crates sank", "left_figure": "25,000", "right_figure": "25,300"}

    assert relation(pair) == "conflict"
    assert relation(pair | {"left": "crates sank on 25,000", "left_figure": "crates"}) == "unread"
    assert shares(*measure_hedges(({**pair, "label": "conflict"},), MEANS)) == {"relation": 1.0, "conflict": 1.0}


def test_who_did_it_counts_without_article_and_capitals() -> None:
    text = "The Harbour Board fined Orrin Rail $3.2 million for late trains."
    gold = {"surface": "$3.2 million", "actor": "the Harbour Board", "target": None, "period": ["2026-09-01", None], "scope": ["so far"]}
    claim = claim_at(read(text), text, "$3.2 million")
    assert claim is not None

    told = replace(claim, deed=Deed(actor="Harbour board"), scope=("so far",))

    assert found(told, "actor") == expected(gold, "actor")
    assert found(told, "target") == expected(gold, "target") == frozenset()
    assert found(told, "scope") == expected(gold, "scope")
    assert expected(gold, "period") == frozenset({("2026-09-01", None)})


def test_a_figure_that_is_not_read_has_nobody_who_did_it() -> None:
    gold: dict[str, Any] = {"surface": "some", "actor": "Harbour Board", "target": None, "period": None, "scope": []}
    line = {"text": "The Harbour Board fined some.", "published": "2026-10-14", "figures": [gold]}

    assert shares(*measure_roles((line,), MEANS))["who did it"] == 0.0


def test_names_are_the_same_whatever_their_article_title_and_legal_form() -> None:
    assert same_name("The Norhaven Courier", "Norhaven Courier")
    assert same_name("Orrin Rail plc", "Orrin Rail")
    assert same_name("Senator Ilse Varga", "Ilse Varga")
    assert same_name("two people familiar with the matter", "people familiar with the talks")
    assert not same_name("Orrin Rail", "Velt Rail")


def test_a_speaker_given_for_the_reporters_own_voice_counts_against_precision() -> None:
    silent: dict[str, Any] = {"speaker": None, "document": None, "cites": [], "hedged": False, "denied": False}
    told = Attribution(speaker="Ilse Varga")

    measured = {one.measure: one for one in scored([(silent, Attribution(speaker="police")), (silent | {"speaker": "Ilse Varga"}, told)])}

    assert measured["speaker"].share == pytest.approx(2 / 3)
    assert measured["speaker"].number == 1


def test_the_conventions_of_a_set_are_met_by_our_own_figures() -> None:
    (range_,) = predictions("The herd fell from 460 to 410 goats.")
    (middle,) = [in_middle(one) for one in predictions("It weighs 2 to 4 tonnes.")]

    assert (range_["low"], range_["high"]) == (410.0, 460.0)
    assert (middle["value"], middle["unit"]) == (3.0, "tonne")
