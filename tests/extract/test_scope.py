import pytest

from corroborate.extract.reader import Reader
from corroborate.extract.scope import scope_of
from corroborate.model.figures import Quantity
from tests.factory import article

READER = Reader()


def scope(sentence: str, surface: str) -> tuple[str, ...]:
    start = sentence.index(surface)
    return scope_of(sentence, start, start + len(surface))


@pytest.mark.parametrize(
    ("sentence", "surface", "expected"),
    [
        ("The leak exposed 31,400 profiles.", "31,400", ()),
        ("Three earlier leaks exposed about 9,000 profiles.", "9,000", ("earlier",)),
        ("The sinking comes three days after the Estrela capsized off Pell, where 19 people died.", "19", ("earlier",)),
        ("The crash, which hurt 26, comes three days after a bus overturned in Orsk.", "26", ()),
        ("Police said it had nothing to do with the Orsk deaths, in which five people died.", "five", ("earlier",)),
        ("A clerk was shot in Orsk on Tuesday, a day after gunfire in Pell hurt five people.", "five", ("earlier",)),
        ("A second man has died two days after gunfire in Pell hurt five people.", "five", ()),
        ("The magnitude was 5.6, a shade weaker than first thought.", "5.6", ()),
        ("The port says 17 sailors died and not 19, as it had first announced.", "17", ()),
        ("Some 9,000 homes have been evacuated so far.", "9,000", ("so far",)),
        ("The group employs 12,000 people worldwide.", "12,000", ("worldwide",)),
        ("Another 14 people were arrested.", "14", ("part",)),
        ("Another 14 people were hurt.", "14", ()),
        ("It hit 39.4 degrees, beating the old mark of 38.1 degrees.", "38.1", ("earlier",)),
        ("Profit was 1.3 billion euros, above the 1.2 billion analysts had expected.", "1.2 billion", ("expected",)),
        ("The ferry was allowed to carry 96 people.", "96", ("capacity",)),
        ("It hit 39.4 degrees, beating the old mark of 38.1 degrees.", "39.4", ()),
        ("It slowed the illness by 31 percent compared with a placebo in a trial of 1,734 adults.", "1,734", ()),
        ("Nine people died, including two children.", "two", ("part",)),
        ("Nine people died, among them two children.", "Nine", ()),
        ("Three of them were children.", "Three", ("part",)),
        ("It took six weeks before the gates were shut.", "six", ()),
        ("It sold 12,000 before the recall.", "12,000", ("earlier",)),
        ("The storm is expected to cut 4,000 homes off.", "4,000", ("expected",)),
        ("It sold 310 barges a year.", "310", ("annual",)),
        ("It sold 310 barges in a year.", "310", ()),
        ("It sold 310 barges a week.", "310", ("weekly",)),
        ("Winds gusted to 215 kilometres per hour.", "215 kilometres per hour", ()),
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


def scopes(text: str) -> dict[str, tuple[str, ...]]:
    """The scope of each quantity of a text by its surface."""
    claims = READER.read_article(article(text=text)).claims
    return {claim.surface: claim.scope for claim in claims if isinstance(claim.figure, Quantity)}


def test_a_rate_is_of_the_figure_that_it_stands_beside() -> None:
    fares = scopes("Tern Lines will raise fares by 40 cents a day and spend $3.1 million on a pier, or about $90,000 a week.")

    assert list(fares.values()) == [("daily",), (), ("weekly",)]


def test_what_was_broken_is_the_record_and_not_what_broke_it() -> None:
    assert scopes("It hit 41.2C in Orsk, breaking the previous record of 40.7C.") == {"41.2C": (), "40.7C": ("earlier",)}


@pytest.mark.parametrize(
    ("text", "base", "current"),
    [
        (
            "Brask Shipping swung to a loss of $84 million in September from a profit of $31 million a year earlier.",
            "$31 million",
            "$84 million",
        ),
        ("Orders at Velt Freight more than doubled to 128 from 41.", "41", "128"),
        ("The gap narrowed to 27.5% from 40.5%, figures showed.", "40.5%", "27.5%"),
        ("Debt was $2.9bn, up from $1.8bn at June 30, and gearing was 31%.", "$1.8bn", "31%"),
        ("Calls were 12% fewer than the week before, and inspectors closed 21 wards.", "", "21"),
        ("Tern Lines made a loss of $4m from a profit of $9m a year earlier.", "$9m", "$4m"),
        ("That compares with 380 ships for Orsk.", "380", ""),
    ],
)
def test_only_what_a_figure_is_measured_against_is_compared(text: str, base: str, current: str) -> None:
    read = scopes(text)

    assert not base or {"compared", "year earlier"} & set(read[base])
    assert not current or not {"compared", "year earlier"} & set(read[current])


def test_from_tells_where_something_came_from_unless_a_verb_of_change_leads_to_it() -> None:
    assert scopes("Tern Lines received $3 million from 40 donors.")["40"] == ()
    assert scopes("Tern Lines raised $3 million from 40 donors.")["40"] == ()
    assert scopes("Tern Lines raised its fare to $4 from $3.")["$3"] == ("compared",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turnout in Orsk was 61.5%. Statewide it was 70.5%.", [(), ("statewide",)]),
        ("Turnout was 61.5% in Orsk and 70.5% nationwide.", [(), ("nationwide",)]),
        ("It employs 3,100 people in 12 countries worldwide.", [("worldwide",), ("worldwide",)]),
        ("The flood stood 0.4 metres above the previous record.", [()]),
        ("Few had eaten eel in the previous twelve months, 300 said.", [(), ()]),
        ("Brask had earlier put the toll at 31, and the Orsk Herald, quoting a medic, said that 44 had died.", [("earlier",), ()]),
        ("The tunnel will cost $2.4bn in 2024 prices.", [("adjusted",)]),
        ("It closed 240 shops that it said were run by two rivals abroad.", [(), ("abroad",)]),
    ],
)
def test_words_of_another_phrase_say_nothing_of_the_figure(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [tuple(word for word in scope if word != "previously reported") for scope in scopes(text).values()] == expected


def test_the_figure_that_stands_now_is_not_the_one_that_it_corrects() -> None:
    sentence = "The ministry said 44 people had died, correcting an earlier figure of 47."

    assert scopes(sentence) == {"44": (), "47": ("earlier",)}
