import pytest

from corroborate.extract.reader import Reader

READER = Reader()


def parties(text: str) -> list[tuple[str, str]]:
    """Full name and label of every party, in order of mention."""
    doc = READER.annotate(text, None)
    return [(span._.party, span.label_) for span in doc.spans["parties"]]


def names(text: str) -> list[str]:
    return list(dict.fromkeys(name for name, _ in parties(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Orrin Rail cancelled trains.", ["Orrin Rail"]),
        ("On Monday, Senator Bela Strand met Mayor Ilse Varga.", ["Bela Strand", "Ilse Varga"]),
        ("They wrote to Senators Bela Strand and Ida Moss.", ["Bela Strand", "Ida Moss"]),
        ("Commerce Secretary Jan Okafor signed it.", ["Jan Okafor"]),
        ("Orrin Rail made CHF 81 million and spent EUR 3m.", ["Orrin Rail"]),
        ("Tennessee Republican Bela Strand objected.", ["Tennessee", "Bela Strand"]),
        ("The Ministry of Health and Social Affairs closed it.", ["Ministry of Health and Social Affairs"]),
        (
            "It went to the U.S. Senate Committee on Trade, Ports, and Rural Affairs on Monday.",
            ["U.S. Senate Committee on Trade, Ports, and Rural Affairs"],
        ),
        (
            "Crown House Office of Science and Technology Policy director Ida Moss resigned.",
            ["Crown House Office of Science and Technology Policy", "Ida Moss"],
        ),
        ("Shares of Velt Freight Inc. fell and Norla GmbH rose.", ["Velt Freight", "Norla"]),
        ("Norla's trains and Velt’s barges stood still.", ["Norla", "Velt"]),
        ("It bought Norla AI models and works with Ostra AI.", ["Norla", "Ostra AI"]),
        ("On Tuesday in March the company lost a case.", []),
        ("Residents said the smoke was thick. Police closed the road.", []),
        ("The fire in Port Ellery reached Lake Sorne.", ["Port Ellery", "Lake Sorne"]),
        ("It was seen by Stella Ebb-Lindt, 44, in Oslo.", ["Stella Ebb-Lindt", "Oslo"]),
        ("The Bank of Norland and Crane Partners agreed.", ["Bank of Norland", "Crane Partners"]),
        ("Ostra on Monday cut 40 jobs.", ["Ostra"]),
        ("US officials and the U.K. disagree.", ["United States", "United Kingdom"]),
    ],
)
def test_names_are_cut_out_whole_and_without_titles(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("He met Ilse Varga there.", "Ilse Varga", "PERSON"),
        ("Mayor Quent Obrecht resigned.", "Quent Obrecht", "PERSON"),
        ("It was signed by Quent Obrecht, the harbourmaster, today.", "Quent Obrecht", "PERSON"),
        ("He joined the Norland Ports Authority.", "Norland Ports Authority", "ORG"),
        ("They flew from France.", "France", "PLACE"),
        ("The boat sank near Ellery Sound.", "Ellery Sound", "PLACE"),
        ("Two Norwegian sailors swam.", "Norwegian", "NORP"),
        ("It released Kestrel 5 today.", "Kestrel 5", "PRODUCT"),
        ("Shares in Castell fell.", "Castell", "ORG"),
        ("He told the Harbour Herald about it.", "Harbour Herald", "ORG"),
    ],
)
def test_a_party_is_labelled_by_its_words_and_neighbours(text: str, name: str, label: str) -> None:
    assert (name, label) in parties(text)


def test_short_names_stand_for_the_full_ones_of_the_article() -> None:
    text = (
        "On Monday Senator Bela Strand met Velt Shipping of Norhaven. Strand said nothing.\n"
        "Later Velt cut 40 jobs, and the Norland Fisheries Authority (NFA) objected. A letter by the NFA was read to Strand."
    )

    assert set(names(text)) == {"Bela Strand", "Velt Shipping", "Norhaven", "Norland Fisheries Authority"}


def test_two_people_of_one_surname_are_not_mixed_up() -> None:
    text = "She saw Bela Strand and Ida Strand. Later Strand left."

    assert names(text) == ["Bela Strand", "Ida Strand", "Strand"]


def test_a_heading_in_capitals_names_only_what_the_article_names() -> None:
    text = "Ferry Fire Kills Nine As Orrin Line Halts Service\nA fire broke out on a ferry of Orrin Line on Monday."

    assert names(text) == ["Orrin Line"]


def test_a_word_that_opens_a_sentence_is_no_name_by_its_capital_alone() -> None:
    text = "Distillers of whisky gathered. Obtaining grain is hard. Vastly more was needed."

    assert names(text) == []
