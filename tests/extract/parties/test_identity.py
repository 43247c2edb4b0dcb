import pytest

from corroborate.extract.reader import Reader

READER = Reader("blank")


def full(text: str) -> dict[str, str]:
    """The full name of each name as written."""
    doc = READER.annotate(text, None)
    return {span.text: span._.party for span in doc.spans["parties"]}


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("They met Senator Bela Strand. Later Ms Strand left.", "Strand", "Bela Strand"),
        ("They met Mayor Saskia van der Velde. A day later Velde left.", "Velde", "Saskia van der Velde"),
        ("Lawyers met Dr Mohamed Ould Sidi. They told Ould Sidi so.", "Ould Sidi", "Mohamed Ould Sidi"),
        ("They met Mayor Lutz Brandner. A child asked for Lutz.", "Lutz", "Lutz Brandner"),
        ("It sued Varn Shipping. A day later Varn paid.", "Varn", "Varn Shipping"),
        ("It sued Varn Shipping Ltd on Monday. A day later Varn paid.", "Varn Shipping Ltd", "Varn Shipping"),
        ("The Norland Fisheries Authority (NFA) met. It was the NFA again.", "NFA", "Norland Fisheries Authority"),
        ("It was the Norland Fisheries Authority. A letter by the NFA said so.", "NFA", "Norland Fisheries Authority"),
        ("Storm Mirela hit the coast. On Friday Mirela weakened.", "Mirela", "Storm Mirela"),
        ("Ships left the U.S. on Monday.", "U.S.", "United States"),
    ],
)
def test_short_names_go_under_the_full_one(text: str, short: str, name: str) -> None:
    assert full(text)[short] == name


def test_a_short_name_for_two_stays_itself() -> None:
    assert full("She met Mayor Bela Strand and Mayor Ida Strand. Later Ms Strand left.")["Strand"] == "Strand"
    assert full("It sued Varn Shipping and Varn Foods. Later Varn paid.")["Varn"] == "Varn"


def test_a_headline_calls_people_and_companies_by_their_short_names() -> None:
    text = "Court Clears Bednar Of Killing As Sandcastle Pays Fine\nA court acquitted Mayor Karol Bednar. It fined Sandcastle Toys."

    assert full(text)["Bednar"] == "Karol Bednar"
    assert full(text)["Sandcastle"] == "Sandcastle Toys"
