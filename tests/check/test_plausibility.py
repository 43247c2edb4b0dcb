from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.model.stories import Reuse
from tests.check.newsrooms import Newsroom
from tests.factory import period, quantity


def test_figures_of_quite_another_size_answer_another_question() -> None:
    newsroom = Newsroom("How many people were aboard?")
    newsroom.says("Harbour Herald", "There were 671 people aboard.", "671", quantity("671"))
    newsroom.says("Port Post", "Orsk has 640,312 people.", "640,312", quantity("640312"))

    assert newsroom.types() == []


def test_of_a_thousand_missing_a_handful_may_be_left_days_later() -> None:
    for hours, told in ((240, [DiscrepancyType.UPDATE]), (3, [])):
        newsroom = Newsroom("How many people are missing?")
        newsroom.says("Harbour Herald", "After the fire 1,011 people were missing.", "1,011", quantity("1011"))
        newsroom.says("Port Post", "People unaccounted for are down to 11.", "11", quantity("11"), hours=hours)

        assert newsroom.types() == told


def test_the_ages_of_two_people_are_not_compared() -> None:
    newsroom = Newsroom("How old?")
    for outlet, name, age in (("Harbour Herald", "Mira Lind", "34"), ("Port Post", "Tom Okafor", "61")):
        newsroom.says(outlet, f"{name}, {age}, spoke.", age, quantity(age, unit="year", counted="age"), kind=Kind.DURATION)

    assert newsroom.types() == []


def test_two_ages_of_one_person_are_a_conflict() -> None:
    newsroom = Newsroom("How old?")
    for outlet, age in (("Harbour Herald", "34"), ("Port Post", "37")):
        newsroom.says(outlet, f"Mira Lind, {age}, spoke.", age, quantity(age, unit="year", counted="age"), kind=Kind.DURATION)

    assert newsroom.types() == [DiscrepancyType.CONFLICT]


def test_a_copied_text_with_swapped_digits_is_a_typo_even_between_two() -> None:
    newsroom = Newsroom("How many jobs will go?")
    one = newsroom.says("Harbour Herald", "Tarn cuts 48 jobs.", "48", quantity("48"))
    other = newsroom.says("Port Post", "Tarn cuts 84 jobs.", "84", quantity("84"))

    (found,) = newsroom.discrepancies(Reuse(one.id, other.id, 0.95, (("48", "84"),)))

    assert found.type is DiscrepancyType.TYPO
    assert "otherwise the same" in found.reason


def test_three_swapped_digits_are_a_slip_however_late_they_are_printed() -> None:
    newsroom = Newsroom("How many cars are recalled?")
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(outlet, f"Tarn recalls 186,000 cars, {outlet} learned.", "186,000", quantity("186000"))
    newsroom.says("Daily Quay", "Tarn recalls 168,000 cars.", "168,000", quantity("168000"), hours=20)

    assert newsroom.types() == [DiscrepancyType.TYPO]


def test_a_slip_for_the_newer_figure_is_no_update_of_the_older() -> None:
    newsroom = Newsroom("How many people were killed?")
    for outlet in ("Harbour Herald", "Port Post", "Evening Tide"):
        newsroom.says(outlet, f"The blast killed 12, {outlet} learned.", "12", quantity("12"))
    for outlet in ("Daily Quay", "Orsk Observer"):
        newsroom.says(outlet, f"The blast killed 19, {outlet} learned.", "19", quantity("19"), hours=9)
    newsroom.says("Tarn Times", "The blast killed 91.", "91", quantity("91"), hours=9)

    assert newsroom.types() == [DiscrepancyType.TYPO, DiscrepancyType.UPDATE]


def test_a_page_full_of_figures_is_bounded() -> None:
    newsroom = Newsroom("How many people were killed?")
    text = " ".join(f"The blast killed {number} people." for number in range(1000, 1400))
    for number in range(1000, 1400):
        newsroom.says("Harbour Herald", text, str(number), quantity(str(number)))
    newsroom.says("Port Post", "The blast killed 12.", "12", quantity("12"))

    assert len(newsroom.only().values) <= 101


def test_days_told_in_the_same_words_are_no_conflict() -> None:
    newsroom = Newsroom("When did it take place?")
    newsroom.says("Harbour Herald", "It went on until 22 January.", "22 January", period("2025-01-22", "2025-01-22"))
    newsroom.says("Port Post", "It went on until 22 January.", "22 January", period("2026-01-22", "2026-01-22"))

    assert newsroom.types() == []


def test_a_weekday_read_into_another_week_is_no_conflict() -> None:
    newsroom = Newsroom("When will the power be back?")
    newsroom.says(
        "Harbour Herald", "Power is due back on Saturday, 22 February.", "Saturday, 22 February", period("2025-02-22", "2025-02-22")
    )
    newsroom.says("Port Post", "Power is due back on Saturday.", "Saturday", period("2025-03-01", "2025-03-01"), hours=30)

    assert newsroom.types() == []


def test_four_days_and_four_decades_are_two_stretches_of_time() -> None:
    newsroom = Newsroom("How long did it last?")
    newsroom.says("Harbour Herald", "Twice in four days a buyer came.", "four days", quantity("4", unit="day"))
    newsroom.says("Port Post", "It ends four decades of work.", "four decades", quantity("4", unit="decade"))

    assert newsroom.types() == []
