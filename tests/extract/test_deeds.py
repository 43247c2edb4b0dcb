from datetime import date

import pytest

from corroborate.extract.reader import Reader
from corroborate.model.claims import Deed
from corroborate.model.figures import Quantity
from tests.factory import article

RULES, TRAINED = Reader("blank"), Reader()
DAY = date(2026, 10, 14)


def deed(text: str, surface: str, reader: Reader = RULES) -> tuple[str | None, str | None]:
    """Actor and target of the quantity with that surface."""
    claims = reader.read_article(article(text=text)).claims
    found = next(claim.deed for claim in claims if isinstance(claim.figure, Quantity) and claim.surface == surface)
    return found.actor, found.target


@pytest.mark.parametrize("reader", [RULES, TRAINED], ids=["rules", "trained"])
@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("Brask Shipping scrapped 14 tankers.", "14", ("Brask Shipping", None)),
        ("The Ferry Commission fined Brask Shipping $620,000.", "$620,000", ("Ferry Commission", "Brask Shipping")),
        ("Brask Shipping was fined $620,000 by the Ferry Commission.", "$620,000", ("Ferry Commission", "Brask Shipping")),
        ("Brask Shipping has agreed to pay $9 million to Orrin Rail.", "$9 million", ("Brask Shipping", "Orrin Rail")),
        ("Orrin Rail received $9 million from Brask Shipping.", "$9 million", ("Brask Shipping", "Orrin Rail")),
        ("Orrin Rail has been accused of hiding 41 accidents.", "41", ("Orrin Rail", None)),
        ("Prosecutors accused Orrin Rail of hiding 41 accidents.", "41", ("Orrin Rail", None)),
        ("The court ordered Orrin Rail to repair 41 bridges.", "41", ("Orrin Rail", None)),
        ("Thieves stole $2 million from Meridian Bank.", "$2 million", (None, "Meridian Bank")),
        ("Orrin Rail's debt of $4 billion worries the ministry.", "$4 billion", ("Orrin Rail", None)),
        ("Profit at Orrin Rail rose to $88 million.", "$88 million", ("Orrin Rail", None)),
        ("Orrin Rail said it would close 12 stations.", "12", ("Orrin Rail", None)),
        ("Ilse Varga said that she had paid $700.", "$700", ("Ilse Varga", None)),
        ("Police arrested 19 people.", "19", ("police", None)),
        ("Brask Shipping fined $620,000 over oil spill.", "$620,000", (None, "Brask Shipping")),
        ("A $4 million fine on Orrin Rail was upheld.", "$4 million", (None, "Orrin Rail")),
        ("The $4 billion takeover of Orrin Rail by Brask Shipping failed.", "$4 billion", ("Brask Shipping", "Orrin Rail")),
    ],
)
def test_who_did_it_and_to_whom_is_read(text: str, surface: str, expected: tuple[str | None, str | None], reader: Reader) -> None:
    assert deed(text, surface, reader) == expected


@pytest.mark.parametrize("reader", [RULES, TRAINED], ids=["rules", "trained"])
@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("A storm on Sunday flattened 40 barns.", "40"),
        ("A blaze in Orsk killed 19 people.", "19"),
        ("Orrin Rail said 19 people were hurt.", "19"),
        ("Orrin Rail put the number of hurt at 19.", "19"),
        ("Velt Freight and Orrin Rail own 900 engines.", "900"),
        ("Six minutes later Orrin Rail closed the line.", "Six minutes"),
        ("The list led by Brask Shipping has 14 names.", "14"),
        ("Fans of Orsk United tore down 300 seats.", "300"),
        ("The campaign involved 300 calls.", "300"),
        ("Some 900 kettles are being called back, according to a notice by the Ferry Commission.", "900"),
    ],
)
def test_nobody_is_named_where_the_text_does_not_tell(text: str, surface: str, reader: Reader) -> None:
    assert deed(text, surface, reader) == (None, None)


def test_a_pronoun_of_a_new_sentence_is_whom_the_last_one_was_about() -> None:
    assert deed("Tern Lines has ordered ferries. It will pay $52 million.", "$52 million") == ("Tern Lines", None)


def test_verbs_of_a_list_share_their_subject_where_there_is_a_tree() -> None:
    assert deed("Tern Lines sold nine ferries and bought 14 buses.", "14", TRAINED) == ("Tern Lines", None)


def test_what_is_done_by_using_something_is_done_by_whoever_does_the_rest() -> None:
    assert deed("Velt Freight moved the money abroad, using 14 shell companies.", "14", TRAINED) == ("Velt Freight", None)


def test_what_an_accused_party_used_is_never_laid_on_the_accuser() -> None:
    text = "Orrin Rail has accused Velt Freight of planning the largest ticket fraud yet, using nearly 25,000 cards to cheat it."

    assert deed(text, "25,000", TRAINED)[0] != "Orrin Rail"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Orrin Rail carried 4.1 million passengers, compared with 3.8 million a year before.", "3.8 million"),
        ("Orrin Rail lost $9 million (A$13 million).", "A$13 million"),
        ("The audit covers the $9 million that Orrin Rail spent.", "$9 million"),
    ],
)
def test_a_figure_beside_another_or_before_its_verb_has_its_party_too(text: str, surface: str) -> None:
    assert deed(text, surface) == ("Orrin Rail", None)


def test_the_company_is_the_one_its_sentence_names() -> None:
    text = "Brask Shipping sank. Shares in Velt Freight fell after the company lost $200 million."

    assert deed(text, "$200 million") == ("Velt Freight", None)


def test_the_company_of_a_new_sentence_is_the_one_the_article_names_most() -> None:
    named = "Velt Freight is in trouble. Velt Freight must close yards. Brask Shipping may help. The company lost $200 million."
    twice = "Velt Freight is in trouble. Velt Freight must close yards. The company lost $200 million."

    assert deed(named, "$200 million")[0] != "Brask Shipping"
    assert deed(twice, "$200 million") == ("Velt Freight", None)


def test_dates_and_ranks_have_no_deed() -> None:
    claims = RULES.read_article(article(text="Orrin Rail closed its largest depot yet on Monday.")).claims

    assert {claim.deed for claim in claims} == {Deed()}


def test_an_endless_sentence_is_read_in_pieces() -> None:
    text = "Orrin Rail sold " + "9 trams and bought " * 2000 + "nothing."

    assert len(RULES.read_article(article(text=text)).claims) > 1000


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("Brask Shipping gave $14 million, Tern Lines $3 million and neighbouring Belmar 20 engines.", "$3 million", ("Tern Lines", None)),
        ("Brask Shipping owns 36.5%, Petrel Gas 18.5%.", "18.5%", ("Petrel Gas", None)),
        ("Brask Shipping paid Orrin Rail $3 million, Tern Lines $2 million.", "$2 million", ("Brask Shipping", "Tern Lines")),
        ("Ilse Varga owns 40 percent; a Danish fund, Solpen Capital, bought 30 percent.", "30 percent", ("Solpen Capital", None)),
        ("Brask Shipping shut the pier. It took them 19 minutes to leave.", "19 minutes", (None, None)),
        ("Brask Shipping has 29 ferries (+11), Tern Lines few (-14).", "-14", (None, None)),
    ],
)
def test_a_verb_left_out_is_the_one_before_and_a_semicolon_begins_anew(
    text: str, surface: str, expected: tuple[str | None, str | None]
) -> None:
    assert deed(text, surface, TRAINED) == expected
