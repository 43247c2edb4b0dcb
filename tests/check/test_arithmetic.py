from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from tests.check.newsrooms import Newsroom
from tests.factory import period, quantity

ARITHMETIC = DiscrepancyType.ARITHMETIC


def weeks(number: str) -> dict[str, object]:
    return {"figure": quantity(number, unit="week"), "kind": Kind.DURATION}


def campaign(weeks: str) -> Newsroom:
    newsroom = Newsroom("How long did the campaign last?")
    newsroom.says(
        "Harbour Herald", f"The campaign lasted {weeks} weeks.", f"{weeks} weeks", quantity(weeks, unit="week"), kind=Kind.DURATION
    )
    newsroom.ask("When did the campaign run?")
    stretch = period("2026-04-22", "2026-06-05", relation="between")
    newsroom.says("Port Post", "The campaign ran between April 22 and June 5.", "between April 22 and June 5", stretch, kind=Kind.PERIOD)
    return newsroom


def test_a_duration_that_fits_the_dates_is_no_discrepancy() -> None:
    assert campaign("6").types() == []


def test_a_duration_that_does_not_fit_the_dates_is_found() -> None:
    (found,) = campaign("8").discrepancies()

    assert found.type is ARITHMETIC
    assert "8 weeks do not fit 22 April 2026 to 5 June 2026, which is 44 to 45 days" in found.reason


def test_what_a_court_gave_is_not_held_against_the_dates_of_the_deed() -> None:
    newsroom = Newsroom("When did the thefts go on?")
    text = "The thefts ran between April 22 and June 5, said prosecutors, who had sought a sentence of 8 weeks."
    stretch = period("2026-04-22", "2026-06-05", relation="between")
    newsroom.says("Port Post", text, "between April 22 and June 5", stretch, kind=Kind.PERIOD)
    newsroom.ask("How long is the sentence?")
    newsroom.says("Port Post", text, "8 weeks", **weeks("8"))

    assert newsroom.types() == []


def test_an_age_is_not_held_against_dates() -> None:
    newsroom = campaign("6")
    newsroom.ask("How old is she?")
    text = "Mira Lind, 62, spoke of the campaign between April 22 and June 5."
    newsroom.says("Daily Quay", text, "62", quantity("62", unit="year", counted="age"), kind=Kind.DURATION)

    assert newsroom.types() == []


def one_sentence(text: str, *figures: tuple[str, Kind, str]) -> Newsroom:
    newsroom = Newsroom("How many people died?")
    for number, (surface, kind, value) in enumerate(figures):
        newsroom.ask(f"Question {number}?")
        newsroom.says("Harbour Herald", text, surface, quantity(value, unit="%" if kind is Kind.PERCENT else None), kind=kind)
    return newsroom


def test_parts_that_do_not_sum_are_found() -> None:
    text = "Twelve people died: seven men and four women."
    newsroom = one_sentence(text, ("Twelve", Kind.COUNT, "12"), ("seven", Kind.COUNT, "7"), ("four", Kind.COUNT, "4"))

    (found,) = newsroom.discrepancies()

    assert found.type is ARITHMETIC
    assert found.reason == 'Harbour Herald says "twelve", "seven" and "four". Seven and four make 11, not 12.'


def test_parts_that_sum_are_no_discrepancy() -> None:
    text = "Eleven people died: seven men and four women."

    assert one_sentence(text, ("Eleven", Kind.COUNT, "11"), ("seven", Kind.COUNT, "7"), ("four", Kind.COUNT, "4")).types() == []


def test_a_percentage_is_held_against_its_counts() -> None:
    text = "Tarn cuts 320 jobs, 25 percent of its 2,100 staff."
    figures = (("320", Kind.COUNT, "320"), ("25 percent", Kind.PERCENT, "25"), ("2,100", Kind.COUNT, "2100"))

    (found,) = one_sentence(text, *figures).discrepancies()

    assert "320 of 2,100 is 15.2 percent, not 25 percent" in found.reason


def test_a_percentage_that_fits_its_counts_is_no_discrepancy() -> None:
    text = "Tarn cuts 320 jobs, 15 percent of its 2,100 staff."
    figures = (("320", Kind.COUNT, "320"), ("15 percent", Kind.PERCENT, "15"), ("2,100", Kind.COUNT, "2100"))

    assert one_sentence(text, *figures).types() == []


def test_counts_that_add_up_elsewhere_must_add_up_in_one_article() -> None:
    newsroom = Newsroom()
    for outlet, crew in (("Harbour Herald", "34"), ("Port Post", "34"), ("Daily Quay", "45")):
        text = f"The ferry carried 534 people. There were 500 passengers. The crew numbered {crew}. {outlet}."
        newsroom.ask("How many people were aboard?")
        newsroom.says(outlet, text, "534", quantity("534"))
        newsroom.ask("How many passengers were aboard?")
        newsroom.says(outlet, text, "500", quantity("500"))
        newsroom.ask("How many crew members were aboard?")
        newsroom.says(outlet, text, crew, quantity(crew))

    (found,) = newsroom.discrepancies()

    assert found.type is ARITHMETIC
    assert found.sides[0].outlets == ("Daily Quay",)
    assert "it would have to be 34" in found.reason


def test_the_dead_are_among_those_aboard_and_make_no_sum_with_them() -> None:
    newsroom = Newsroom()
    for outlet, travellers in (("Harbour Herald", "230"), ("Port Post", "230"), ("Daily Quay", "195")):
        text = f"The ferry carried 225 people. There were {travellers} travellers. Five sailors died. {outlet}."
        newsroom.ask("How many sailors were killed?")
        newsroom.says(outlet, text, "Five", quantity("5", counted="sailors"))
        newsroom.ask("How many people were aboard?")
        newsroom.says(outlet, text, "225", quantity("225", counted="people"))
        newsroom.ask("How many travellers were there?")
        newsroom.says(outlet, text, travellers, quantity(travellers, counted="travellers"))

    assert "counts_that_should_add_up" not in [one.rule for one in newsroom.discrepancies()]


def test_a_count_that_fits_is_no_misfit_though_it_stands_in_another_group() -> None:
    newsroom = Newsroom()
    for outlet, by in (("Harbour Herald", "majority"), ("Port Post", "majority"), ("Daily Quay", "margin"), ("Dune Daily", "margin")):
        text = f"The bridge fell by 432 votes to 202. The {by} was 230. {outlet}."
        newsroom.ask("How many were opposed?")
        newsroom.says(outlet, text, "432", quantity("432", counted="votes"))
        newsroom.ask("How many were in favour?")
        newsroom.says(outlet, text, "202", quantity("202", counted="votes"))
        newsroom.ask(f"How large is the {by}?")
        newsroom.says(outlet, text, "230", quantity("230", counted="votes"))

    assert newsroom.types() == []


def test_a_count_left_in_a_group_of_its_own_must_add_up_too() -> None:
    newsroom = Newsroom()
    for outlet, crew, asked in (
        ("Harbour Herald", "34", "How many"),
        ("Port Post", "34", "How many"),
        ("Daily Quay", "45", "What number of"),
    ):
        text = f"The ferry carried 534 people. There were 500 passengers. It had {crew} crew members. {outlet}."
        newsroom.ask("How many people were aboard?")
        newsroom.says(outlet, text, "534", quantity("534", counted="people"))
        newsroom.ask("How many passengers were aboard?")
        newsroom.says(outlet, text, "500", quantity("500", counted="passengers"))
        newsroom.ask(f"{asked} crew members were aboard?")
        newsroom.says(outlet, text, crew, quantity(crew, counted="crew members"))

    assert [one.rule for one in newsroom.discrepancies()] == ["counts_that_should_add_up"]
