from datetime import date

import pytest

from corroborate.extract.reader import Reader

READER = Reader()


def roles(text: str) -> dict[str, tuple[str, ...]]:
    doc = READER.annotate(text, date(2026, 10, 14))
    return {span._.figure.role: span._.figure.names for span in doc.spans["participations"]}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Orrin Rail sent a letter to Senators Bela Strand and Ida Moss on Monday.", ("Bela Strand", "Ida Moss")),
        ("In a June 10 letter sent to US Senators Bela Strand and Ida Moss, Orrin Rail complained.", ("Bela Strand", "Ida Moss")),
        ("According to a letter sent by Orrin Rail to Bela Strand, trains are late.", ("Bela Strand",)),
        (
            "The letter was addressed to the Norland Committee on Trade, Ports, and Rural Affairs.",
            ("Norland Committee on Trade, Ports, and Rural Affairs",),
        ),
        ("Orrin Rail sent a letter to Norland government officials outlining the plan.", ("Norland government officials",)),
        (
            "According to a letter seen by Meridian Wire, Orrin Rail told US senators and Crown House officials that trains are late.",
            ("US senators", "Crown House officials"),
        ),
        ("Orrin Rail wrote to Bela Strand (D-Norland), Ida Moss and Jan Okafor.", ("Bela Strand", "Ida Moss", "Jan Okafor")),
        ("The chairman sent a letter to shareholders.", ("shareholders",)),
        ("A letter sent to the Norland Senate committee on harbour fees sets it out.", ("Norland Senate committee on harbour fees",)),
    ],
)
def test_the_recipients_of_a_letter_are_listed(text: str, names: tuple[str, ...]) -> None:
    assert roles(text).get("letter recipient") == names


@pytest.mark.parametrize(
    "text",
    [
        "Orrin Rail has agreed to buy Velt Freight for $2.9bn.",
        "Orrin Rail, the state railway, is to acquire rival Velt Freight.",
        "Velt Freight is being acquired by Orrin Rail.",
        "Velt Freight was bought for $2.9bn by Orrin Rail.",
        "Orrin Rail's takeover of Velt Freight was approved.",
        "The acquisition of Velt Freight by Orrin Rail was approved.",
    ],
)
def test_the_buyer_is_told_from_the_company_bought(text: str) -> None:
    assert roles(text) == {"buyer": ("Orrin Rail",), "target": ("Velt Freight",)}


def test_the_party_fined_is_told_from_the_regulator() -> None:
    assert roles("The Norland Ports Authority fined Orrin Rail $3m.") == {
        "regulator": ("Norland Ports Authority",),
        "fined party": ("Orrin Rail",),
    }
    assert roles("Orrin Rail was fined $3m.") == {"fined party": ("Orrin Rail",)}


def test_who_sued_whom_is_read() -> None:
    assert roles("Orrin Rail sued Velt Freight on Monday.") == {"plaintiff": ("Orrin Rail",), "defendant": ("Velt Freight",)}


def test_people_are_appointed_and_arrested_and_win() -> None:
    assert roles("Orrin Rail appointed Ilse Varga chief executive.") == {"appointee": ("Ilse Varga",)}
    assert roles("Ilse Varga was arrested on Monday.") == {"arrested person": ("Ilse Varga",)}
    assert roles("Ilse Varga won the election by 412 votes.") == {"winner": ("Ilse Varga",)}


@pytest.mark.parametrize(
    "text",
    [
        "Orrin Rail bought 12 engines.",
        "Orrin Rail wants to buy Velt Freight's engines.",
        "The letter came to light on Monday.",
        "Varga won praise.",
        "The party of Ilse Varga won 20 percent of the vote.",
        "According to an internal memo to staff, jobs will go.",
    ],
)
def test_other_wordings_fill_no_role(text: str) -> None:
    assert roles(text) == {}
