"""What a claim's words say of its figure."""

from typing import Any

import pytest

from corroborate.match.groups.clauses import background_before, clause_around
from corroborate.match.groups.constraints import role_differs, scope_differs
from corroborate.match.groups.fitting import values_meet
from corroborate.match.groups.mentions import Mention, mention
from corroborate.model.figures import Approx, Figure, Kind, Role
from tests.factory import article, claim, period, quantity


def read(sentence: str, surface: str, figure: Figure | None = None, **fields: Any) -> Mention:
    of = article("Dune Daily", sentence)
    return mention(claim(of, surface, figure or quantity("12", counted="people"), **fields), of)


@pytest.mark.parametrize(
    ("sentence", "surface", "fate"),
    [
        ("A wave killed 12 people and injured 40 in Carrick.", "12", "dead"),
        ("A wave killed nine people and injured 12 in Carrick.", "12", "injured"),
        ("The toll from the quake that flattened Carrick reached 12 on Sunday.", "12", "dead"),
        ("The number of victims of the slide has risen to 12 after a man died in hospital.", "12", "dead"),
        ("He shot 12 people dead in a bar.", "12", "dead"),
        ("Some 12 others, a girl of 17 and eleven men, were wounded.", "12", "injured"),
        ("The 12 officers and at least 20 marchers were injured.", "12", "injured"),
        ("More than 12 people from two villages have lost their homes.", "12", "homeless"),
        ("A rampage left 12 fighting for their lives in hospital.", "12", "injured"),
        ("Some 12 people were taken to hospital.", "12", "injured"),
        ("The infirmary says it took in 12 people.", "12", "injured"),
        ("Divers recovered the bodies of 12 people.", "12", "dead"),
        ("A man is dead and 12 others are recovering after a shooting.", "12", "injured"),
        ("The 12 others had wounds that were not life-threatening.", "12", "injured"),
        ("A man was stabbed to death and 12 others were cut in a fight.", "12", "injured"),
        ("A man was stabbed to death and 12 others were in the room.", "12", None),
        ("Police say 12 employees of a furniture warehouse in Carrick were shot and killed this morning.", "12", "dead"),
        ("The driver in a crash that killed 12 of his friends was charged on Thursday.", "12", "dead"),
        ("It woke the man who lives 12 doors down from there.", "12", None),
        ("The number of people known to have died in Monday's quake near Carrick has risen to 12.", "12", "dead"),
        ("The number of people who are missing after the slide in Carrick fell to 12.", "12", "missing"),
        ("The storm cost 12 people their lives.", "12", "dead"),
        ("About 12 people had to leave their homes.", "12", "evacuated"),
        ("There were 12 people on board the tug.", "12", "aboard"),
        ("Gunfire in a bar left 12 people dead.", "12", "dead"),
        ("A man shot and killed 12 classmates.", "12", "dead"),
        ("Two students were shot dead and 12 people injured.", "12", "injured"),
        ("The 12 victims, including a mother of two, have died.", "12", "dead"),
        ("Some 12 survivors were taken to hospital with injuries.", "12", "injured"),
        ("Police said 12 people were brought to safety.", "12", "evacuated"),
        ("Some 12 residents have not been traced.", "12", "missing"),
        ("A roof came down, killing two miners and trapping 12 in Carrick.", "12", "trapped"),
        ("A roof came down, killing two miners and delaying 12 trains in Carrick.", "12", None),
        ("The last of the 12 people who were hurt left the clinic on Friday.", "12", "injured"),
        ("He spoke of 12 friends who died that night.", "12", "dead"),
        ("A man charged with shooting 12 riders on a tram is in court.", "12", "shot"),
        ("Police said 12 people were shot and wounded in Carrick.", "12", "injured"),
        ("In all, 12 people had been told to go.", "12", "evacuated"),
        ("About 12 people were ordered out.", "12", "evacuated"),
        ("Ambulances took 12 people to clinics along the coast.", "12", "injured"),
        ("Falling trees cut off 12 people from the grid.", "12", "powerless"),
        ("Some 12 people joined the rescue teams in Carrick.", "12", None),
        ("Some 12 people have caught the virus.", "12", "infected"),
        ("Some 12 people were brought out by boat.", "12", "rescued"),
        ("Some 12 people are in the district infirmary.", "12", "injured"),
        ("The 12 people aboard were unhurt.", "12", "unhurt"),
        ("Some 12 people did not survive the night.", "12", "dead"),
        ("A car struck a stall and 12 people were hit.", "12", "injured"),
        ("The ambulance service said it carried 12 people from the scene.", "12", "injured"),
        ("Some 12 nurses were among those who died.", "12", "dead"),
        ("Some 12 nurses were among the injured.", "12", "injured"),
        ("As the recall notice shows, 12 people were burned.", "12", "injured"),
        ("Burns were reported by 12 people.", "12", "injured"),
    ],
)
def test_the_nearest_words_tell_what_befell_those_counted(sentence: str, surface: str, fate: str | None) -> None:
    assert read(sentence, surface).fates == (frozenset({fate}) if fate else frozenset())


@pytest.mark.parametrize(
    ("counted", "sentence"),
    [
        ("counts of murder", "He faces 12 counts of murder in the killing of a clerk."),
        ("rounds", "He fired 12 rounds and killed a clerk."),
        ("fake accounts", "The firm has accused a rival over 12 fake accounts, and a clerk was arrested."),
        ("rescue workers", "It sent 12 rescue workers."),
    ],
)
def test_what_cannot_be_hurt_or_held_has_no_fate(counted: str, sentence: str) -> None:
    assert read(sentence, "12", quantity("12", counted=counted)).fates == frozenset()


@pytest.mark.parametrize(
    ("counted", "sentence"),
    [
        ("soldiers", "The army sent 12 soldiers to the valley, where 40 people were evacuated."),
        ("firefighters", "Some 12 firefighters joined the rescue teams."),
        ("police officers", "About 12 police officers were deployed after a guard was killed."),
    ],
)
def test_nothing_befell_those_who_were_sent_to_help(counted: str, sentence: str) -> None:
    assert read(sentence, "12", quantity("12", counted=counted)).fates == {"deployed"}


@pytest.mark.parametrize(
    ("sentence", "counted", "thing"),
    [
        ("Police are looking for 12 men.", "men", "suspect"),
        ("Cops are hunting 12 yobs.", "yobs", "suspect"),
        ("Witnesses saw 12 men in ski masks.", "men", "suspect"),
        ("At least 12 people fired.", "people", "suspect"),
        ("Divers are looking for 12 men.", "men", "man"),
        ("The street was closed after 12 people died.", "people", "person"),
        ("He is charged with 12 counts of murder.", "counts of murder", "offence"),
    ],
)
def test_those_who_did_it_are_told_from_those_to_whom_it_was_done(sentence: str, counted: str, thing: str) -> None:
    assert read(sentence, "12", quantity("12", counted=counted)).thing == thing


@pytest.mark.parametrize(
    ("counted", "thing"),
    [
        ("fake accounts", "account"),
        ("fraudulent profiles", "account"),
        ("number of queries", "exchange"),
        ("reports of smoke", "incident"),
        ("members of the crew", "crew"),
        ("polling places", "station"),
        ("residents", "person"),
        ("casing", "cartridg"),
        ("children aged", "age limit"),
        (None, None),
    ],
)
def test_counted_things_go_by_one_name(counted: str | None, thing: str | None) -> None:
    assert read("They spoke of 12 in all.", "12", quantity("12", counted=counted)).thing == thing


def test_houses_that_burned_are_not_hurt() -> None:
    assert read("As the notice shows, 12 barns were burned.", "12", quantity("12", counted="barns")).fates == frozenset()


def test_members_are_of_the_body_named_behind_them() -> None:
    crew = read("Among the dead are 12 members of the crew.", "12", quantity("12", counted="members"))
    several = read("The 12 members of its board of trustees resigned.", "12", quantity("12", counted="members"))

    assert (crew.thing, several.thing) == ("crew", None)


def test_money_is_known_by_what_it_is_for() -> None:
    fined = read("The regulator fined Tarn Systems $12.", "$12", quantity("12", unit="USD"), kind=Kind.MONEY)
    share = read("Holders get $12 for each share.", "$12", quantity("12", unit="USD"), kind=Kind.MONEY)

    assert fined.thing == "fine"
    assert share.thing == "share price"


def test_a_date_in_the_dateline_is_no_date_of_the_event() -> None:
    first = read("CARRICK, Oct 12 - A mill burned down on Sunday.", "Oct 12", period("2026-10-12", "2026-10-12"))

    assert first.events == ("dateline",)


def test_the_clause_ends_where_another_begins() -> None:
    sentence = "The union sent a letter on June 3, while the mill closed on June 9"

    low, high = clause_around(sentence, sentence.index("June 9"), len(sentence))

    assert "letter" not in sentence[low:high]


@pytest.mark.parametrize(
    ("sentence", "surface", "earlier"),
    [
        ("In an earlier recall two years ago, 12 mixers burned.", "12", True),
        ("The recall covers 12 mixers, more than any previous one.", "12", False),
        ("It exceeded two earlier campaigns, which involved 12 groups.", "12", True),
        ("Earlier this week 12 mixers burned.", "12", False),
        ("In 2019, 12 mixers burned.", "12", True),
        ("Profit fell to 12 from 14 a year earlier.", "12", False),
        ("The party has 12 seats, twice as many as in 2022.", "12", False),
        ("He scored 12 goals last term.", "12", True),
    ],
)
def test_the_past_is_told_from_the_event(sentence: str, surface: str, earlier: bool) -> None:
    start = sentence.index(surface)

    assert background_before(sentence, start, start + len(surface)) is earlier


def test_a_city_s_inhabitants_are_its_population() -> None:
    assert "population" in read("Carrick has almost 12 inhabitants.", "12", quantity("12", counted="inhabitants")).scope


@pytest.mark.parametrize(
    ("sentence", "surface", "scope"),
    [
        ("Three people, including the gunman, died in Carrick.", "Three", {"with-perpetrator"}),
        ("Three people died in Carrick.", "Three", set()),
        ("Three of the victims died at the scene in Carrick.", "Three", {"part"}),
        ("Police said ten people died: three pupils, a teacher and the driver.", "three", {"part"}),
        ("Ten people died in Carrick: a teacher, the driver and three pupils.", "three", {"part"}),
        ("The dead include three children.", "three", {"part"}),
        ("Among the dead are three children.", "three", {"part"}),
        ("Three of the arrested sailors are to stay in custody.", "Three", {"part"}),
        ("Tarn Motors shuts three plants in Carrick and others in Lindby.", "three", {"part"}),
        ("Ten years behind bars: that is what he got on three counts.", "three", set()),
        ("Three others are in critical condition.", "Three", {"grave"}),
        ("Shootings have killed 212 people in Norrland this year.", "212", {"this-year"}),
        ("The floods of 2013 killed 212 people.", "212", {"earlier"}),
        ("In 2026 the fever killed 212 people.", "212", set()),
        ("The toll was revised down from 231 to 212.", "212", set()),
        ("The toll stood at 212, revised from an earlier 231.", "212", set()),
        ("Prices of 212 goods rose in the fourth quarter of 2025.", "212", set()),
        ("The maker has 28,000 workers and closed a plant last year.", "28,000", set()),
        ("Sales were up, at 212 units, from a year earlier.", "212", set()),
        ("It paid $212 million for a plant that Ferrin had sold for half of it only a year ago.", "$212 million", set()),
        ("Fires have killed 212 people in Norrland since 1990.", "212", {"earlier"}),
        ("A day after the quake that killed 68 rescuers found more.", "68", set()),
        ("There was no link to Sunday's shooting in Orsk, in which 212 people died.", "212", {"beside"}),
        ("It came three days after 212 skiers died nearby.", "212", {"beside"}),
        ("In Orsk, a mill burned and 212 people were hurt.", "212", {"in:orsk"}),
        ("In the capital, 212 people were hurt.", "212", {"in:capital"}),
        ("Divers brought out 212 more bodies.", "212", {"further"}),
        ("All 212 of the wounded have gone home.", "212", set()),
        ("Robbers shot nine guests, three of them fatally.", "three", set()),
        ("The number had climbed to 212 by half past nine.", "212", set()),
        ("The prosecutor said that 212 posts would go by the end of 2028.", "212", set()),
        ("The union had asked for 212 posts.", "212", {"demanded"}),
        ("It is to shed 212 jobs by the end of the year.", "212", set()),
        ("Slides have killed 212 people in Norrland this winter.", "212", {"this-year"}),
    ],
)
def test_scope_tells_parts_and_other_times_from_the_event_itself(sentence: str, surface: str, scope: set[str]) -> None:
    assert read(sentence, surface).scope == scope


def test_miles_and_kilometres_measure_one_thing_and_a_magnitude_is_no_count() -> None:
    miles = read("The blast was heard 12 miles away.", "12 miles", quantity("12", unit="mile"), kind=Kind.MEASURE)
    metric = read("The blast was heard 19 km away.", "19 km", quantity("19", unit="kilometre"), kind=Kind.MEASURE)
    magnitude = read("The magnitude was put at 6.4.", "6.4", quantity("6.4", counted="magnitude"))

    assert miles.family == metric.family == "measure:length"
    assert values_meet(miles, metric)
    assert magnitude.family == "measure:magnitude"


def test_an_age_is_that_of_the_name_beside_it() -> None:
    age = quantity("47", unit="year", counted="age")
    stated = {"kind": Kind.DURATION, "parties": ("Ada Brill", "Tom Gage")}

    assert read("Ada Brill, 47, saw the fire, Tom Gage said.", "47", age, **stated).modifiers == {"=brill"}
    assert read("The driver, 47, fled, Tom Gage said.", "47", age, **stated).modifiers == {"driver"}


def test_one_place_is_not_the_other_unless_both_articles_are_of_it() -> None:
    here = read("A man fired in Carrick and 12 people were hurt.", "12")
    there = read("In Orsk, nine people were hurt.", "nine", quantity("9", counted="people"))
    same = read("In Carrick, nine people were hurt.", "nine", quantity("9", counted="people"))

    assert scope_differs(here, there) is not None
    assert scope_differs(here, same) is None


def test_what_it_took_before_something_happened_is_no_earlier_figure() -> None:
    taken = read("It took 12 weeks before the gates were shut.", "12 weeks", quantity("12", unit="week"), kind=Kind.DURATION)

    assert "earlier" not in taken.scope


def test_an_offer_above_the_price_may_be_the_premium() -> None:
    above = read("The offer is 25.3 percent above the price.", "25.3 percent", share("25.3", Role.CHANGE), kind=Kind.PERCENT)
    premium = read(
        "It is a premium of nearly 26 percent.", "nearly 26 percent", share("26", Role.LEVEL, "25", approx=Approx.NEARLY), kind=Kind.PERCENT
    )
    other = read("It is a premium of 31 percent.", "31 percent", share("31", Role.LEVEL), kind=Kind.PERCENT)

    assert role_differs(above, premium) is None
    assert role_differs(above, other) is not None


def share(value: str, role: Role, low: str | None = None, **fields: Any) -> Figure:
    return quantity(value, low, unit="%", role=role, **fields)


@pytest.mark.parametrize(
    ("sentence", "surface", "thing"),
    [
        ("A judge sentenced Ilse Varga to six years in prison.", "six years", "term"),
        ("Ilse Varga was jailed for 72 months.", "72 months", "term"),
        ("The trial of Ilse Varga lasted six years.", "six years", "lasting"),
    ],
)
def test_what_a_court_gave_is_no_length_of_anything(sentence: str, surface: str, thing: str | None) -> None:
    assert read(sentence, surface, quantity("6", unit="year"), kind=Kind.DURATION).thing == thing


def test_how_long_after_something_is_not_how_long_it_lasted() -> None:
    length = quantity("2", unit="week")
    after = read("The bank told of it two weeks after it was found.", "two weeks", length, kind=Kind.DURATION)
    lasted = read("It took two weeks before it was found.", "two weeks", length, kind=Kind.DURATION)

    assert ["offset" in one.scope for one in (after, lasted)] == [True, False]


def test_on_the_second_day_of_a_strike_none_begins() -> None:
    first = read("The strike began on Friday.", "Friday", period("2026-10-16", "2026-10-16"))
    second = read("Trains stood still on Friday, the second day of a strike.", "Friday", period("2026-10-16", "2026-10-16"))

    assert first.events[0] == "begin"
    assert second.events == ("second day",)


def test_a_day_before_which_something_happened_is_not_that_day() -> None:
    counting = read("Neighbours counted holes on Friday after shots hit their homes.", "Friday", period("2026-10-16", "2026-10-16"))
    arrested = read("A boy was arrested Friday, 12 days after the shooting.", "Friday", period("2026-10-16", "2026-10-16"))

    assert counting.events == ()
    assert arrested.events == ("arrest",)


def test_whoever_was_told_on_a_day_reported_nothing_on_it() -> None:
    told = read("Employees were told on Friday.", "Friday", period("2026-10-16", "2026-10-16"))
    report = read("A spokeswoman told the Dune Daily on Friday.", "Friday", period("2026-10-16", "2026-10-16"))

    assert told.events == ()
    assert report.events == ("report",)


def test_what_is_to_happen_was_told_before() -> None:
    end = read("The jobs go when the scheme ends, which is to happen on Friday.", "Friday", period("2026-10-16", "2026-10-16"))

    assert end.events[0] == "end"


def test_half_a_percentage_point_is_fifty_basis_points() -> None:
    point = quantity("0.5", unit="percentage point", role=Role.CHANGE)
    basis = quantity("50", unit="basis point", role=Role.CHANGE)
    left = read("It raised its rate by half a point.", "half a point", point, kind=Kind.PERCENT)
    right = read("It raised its rate by 50 basis points.", "50 basis points", basis, kind=Kind.MEASURE)

    assert left.family == right.family
    assert values_meet(left, right)


def test_two_short_stretches_of_time_are_no_roundings_of_one() -> None:
    left, right = (
        read(f"It took {weeks} weeks.", f"{weeks} weeks", quantity(weeks, unit="week"), kind=Kind.DURATION) for weeks in ("23", "24")
    )

    assert not values_meet(left, right)


@pytest.mark.parametrize(
    ("sentence", "earlier"),
    [
        ("Births dropped to 12, the lowest since records began in 1948.", False),
        ("Only 12 were born, the fewest since 1948.", False),
        ("It is the worst crash since 2011, when 12 died.", True),
        ("It is the worst attack since the 2019 bombing, in which 12 died.", True),
        ("At the end of 2025 the country had 12 ferries.", False),
    ],
)
def test_what_is_the_least_since_a_year_is_of_now(sentence: str, earlier: bool) -> None:
    start = sentence.index("12")

    assert background_before(sentence, start, start + 2, 2026) is earlier


@pytest.mark.parametrize(
    ("sentence", "surface", "thing"),
    [
        ("It gave the company 90 days to mend its ways.", "90 days", "deadline"),
        ("The launch had been put off by 90 days.", "90 days", "delay"),
        ("The rise is to be paid over 90 days.", "90 days", "span"),
        ("A judge jailed him for 90 days.", "90 days", "term"),
        ("The jury reached its verdict after more than 90 days.", "90 days", "deliberation"),
        ("He was found guilty after 90 days of deliberations.", "90 days", "deliberation"),
        ("The strike went on for 90 days.", "90 days", "lasting"),
    ],
)
def test_a_length_of_time_is_known_by_the_words_beside_it(sentence: str, surface: str, thing: str | None) -> None:
    assert read(sentence, surface, quantity("90", unit="day"), kind=Kind.DURATION).thing == thing


def test_what_is_built_for_a_sum_costs_it() -> None:
    sums = {"figure": quantity("12", unit="USD", counted="project"), "kind": Kind.MONEY}

    assert read("The $12 project was rejected.", "$12", **sums).thing == "cost"


def test_inflation_is_a_rise_of_prices() -> None:
    level = read("Inflation fell to 8.8 percent.", "8.8 percent", quantity("8.8", unit="%", counted="Inflation"), kind=Kind.PERCENT)
    rise = read(
        "Prices were 8.2 percent higher.", "8.2 percent", quantity("8.2", unit="%", counted="Prices", role=Role.CHANGE), kind=Kind.PERCENT
    )

    assert role_differs(level, rise) is None
