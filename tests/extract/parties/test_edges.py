"""Where names end in print: days, figures, honours and places behind them, and capitals that name nobody."""

import pytest

from corroborate.extract.reader import Reader

READER = Reader()


def names(text: str) -> list[str]:
    """The full name of every party, in order of mention."""
    doc = READER.annotate(text, None)
    return [span._.party for span in doc.spans["parties"]]


def labels(text: str) -> dict[str, str]:
    doc = READER.annotate(text, None)
    return {span._.party: span.label_ for span in doc.spans["parties"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tram line was approved by the Town Board on Tuesday for £30 million.", ["Town Board"]),
        ("It was fined $3.2 million by the Harbour Board on Monday.", ["Harbour Board"]),
        ("Shares of Tessel Electric of Norway rose 3 percent.", ["Tessel Electric", "Norway"]),
        ("The Bank of Norland cut its rate to 3 percent.", ["Bank of Norland"]),
    ],
)
def test_a_name_ends_before_a_day_and_before_where_a_company_is_from(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It won 29 seats, Unity Party 22 and the Forward Alliance 17.", ["Unity Party", "Forward Alliance"]),
        ("On wind speeds, the town of Ostley had Ostley 92, Ullerdale 88.4 and Marrow 71.", ["Ostley", "Ostley", "Ullerdale", "Marrow"]),
        ("The Civic League has 21, up four, and the Pine Party 6.", ["Civic League", "Pine Party"]),
        ("They tested the Kestrel 5 phone for 30 days.", ["Kestrel 5"]),
        ("He owns a Kestrel 5, and she has used it for 30 days.", ["Kestrel 5"]),
    ],
)
def test_figures_in_a_list_are_no_part_of_the_names_and_versions_are(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cllr Martha Ockley said the road cost £2 million.", ["Martha Ockley"]),
        ("Peter Strand KC told the inquiry that 40 documents were missing.", ["Peter Strand"]),
        ("Managing Partner Ida Moss said 300 people had left.", ["Ida Moss"]),
        ("U.S. District Judge Martha Rees fined the firm $3 million.", ["United States", "Martha Rees"]),
        ("Insp Jo Rudd and Atty. Gen. Jon Velt counted 30 cars.", ["Jo Rudd", "Jon Velt"]),
        ("Martha Rees, R-Iowa, said 30 senators agreed.", ["Martha Rees"]),
        ("Sen. Jon Velt (D-Ore.) said 30 senators agreed.", ["Jon Velt"]),
        ("Jon Velt (Con) lost by 30 votes.", ["Jon Velt"]),
        ("Rival Marlow Resources offered $3 billion.", ["Marlow Resources"]),
    ],
)
def test_titles_honours_and_party_tags_are_no_part_of_a_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quillan AI raised $30 million on Monday.", ["Quillan AI"]),
        ("It bought Quillan AI models for $30 million.", ["Quillan"]),
        ("The charity Homes First built 300 homes.", ["Homes First"]),
        ("They sent 40 patients to Ellery Children's Hospital.", ["Ellery Children's Hospital"]),
        ("New Halden police counted 30 cars. They left New Halden at noon.", ["New Halden", "New Halden"]),
        ("They sailed in the Lady Brenna with 12 men.", ["Lady Brenna"]),
        ("PORT HALSTEN, Oct 14 (Meridian Wire) - Two men died on Monday.", ["Port Halsten", "Meridian Wire"]),
    ],
)
def test_names_keep_all_their_words(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Stocks fell 2 percent on Monday.",
        "Helicopters brought 12 people to safety.",
        "Unit costs rose 4 percent.",
        '"Repairs will cost £3 million," she said.',
        "Horsepower jumped 12 percent.",
        "Route 9 was closed for 3 hours near Milepost 41.",
        "Homes in Band D pay £1,900.",
        "She was a NURSE of 40 years.",
    ],
)
def test_common_nouns_and_numbered_things_name_nobody(text: str) -> None:
    assert names(text) == []


def test_initials_stand_for_the_body_named_before_them() -> None:
    text = 'The Democratic Front lost 12 seats. Analysts said DF had failed. "DF is finished," said Ida Moss.'

    assert names(text) == ["Democratic Front", "Democratic Front", "Democratic Front", "Ida Moss"]


def test_initials_of_two_bodies_stand_for_neither() -> None:
    assert "DF" in names("The Democratic Front met the Defence Forum over 12 seats. Then DF paid $3 million.")


def test_who_has_a_title_later_on_is_a_person_although_companies_are_called_so() -> None:
    assert labels("The award went to Dunstan Mills in 2031. Mr Mills paid £3 million.") == {"Dunstan Mills": "PERSON"}


def test_abbreviated_states_are_places() -> None:
    assert labels("She was born in Lunsford, Mass., and had 3 sons.")["Massachusetts"] == "PLACE"
