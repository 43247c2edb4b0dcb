import pytest

from corroborate.extract.scope import scope_of


def scope(sentence: str, surface: str) -> tuple[str, ...]:
    start = sentence.index(surface)
    return scope_of(sentence, start, start + len(surface))


@pytest.mark.parametrize(
    ("sentence", "surface", "expected"),
    [
        ("The leak exposed 31,400 profiles.", "31,400", ()),
        ("Three earlier leaks exposed about 9,000 profiles.", "9,000", ("earlier",)),
        ("Some 9,000 homes have been evacuated so far.", "9,000", ("so far",)),
        ("The group employs 12,000 people worldwide.", "12,000", ("worldwide",)),
        ("Another 14 people were hurt.", "14", ("part",)),
        ("Nine people died, including two children.", "two", ("part",)),
        ("Nine people died, among them two children.", "Nine", ()),
        ("Three of them were children.", "Three", ("part",)),
        ("It took six weeks before the gates were shut.", "six", ()),
        ("It sold 12,000 before the recall.", "12,000", ("earlier",)),
        ("The storm is expected to cut 4,000 homes off.", "4,000", ("expected",)),
        ("It sold 310 barges a year.", "310", ("annual",)),
        ("It sold 310 barges in a year.", "310", ()),
        ("It sold 310 barges a week.", "310", ("weekly",)),
        ("It lost 310 barges a week ago.", "310", ()),
        ("It spends $1.4 million a day on diesel.", "$1.4 million", ("daily",)),
        ("The outbreak sickened 900 people at its peak.", "900", ("peak",)),
        ("The group employs 3,100 people abroad.", "3,100", ("abroad",)),
        ("Velt Freight and Orrin Rail together own 900 engines.", "900", ("combined",)),
        ("It made $88 million before tax.", "$88 million", ("excluding",)),
        ("Output grew 2 percent in real terms.", "2 percent", ("adjusted",)),
        ("The ferry was carrying 212 passengers.", "212", ("aboard",)),
        ("The line carried 1.2 million passengers.", "1.2 million", ()),
        ("The fire hurt a total of 57 people.", "57", ()),
        ("It first reported 26 deaths; the toll is now 31.", "26", ("previously reported",)),
        ("It first reported 26 deaths; the toll is now 31.", "31", ()),
    ],
)
def test_scope_words_are_found_in_the_clause_of_the_figure(sentence: str, surface: str, expected: tuple[str, ...]) -> None:
    assert scope(sentence, surface) == expected


def test_a_figure_compared_with_another_is_set_apart_from_it() -> None:
    sentence = "The port handled 4.1 million tonnes, compared with 3.6 million tonnes a year earlier."

    assert scope(sentence, "4.1 million") == ()
    assert scope(sentence, "3.6 million") == ("year earlier",)


def test_a_relative_clause_goes_on_about_the_earlier_events_it_follows() -> None:
    sentence = "The 5,200 calls exceeded the volume of two earlier scams Orrin Telecom reported, which generated roughly 3,100 calls."

    assert scope(sentence, "5,200") == ()
    assert scope(sentence, "two") == ("earlier",)
    assert scope(sentence, "3,100") == ("earlier",)
