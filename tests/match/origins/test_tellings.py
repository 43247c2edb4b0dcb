"""Sentences that give no figure as anybody's word, whoever was read as their speaker."""

import pytest

from corroborate.match.origins.sources import Source, trace_sources
from corroborate.match.origins.tellings import is_about_document, is_believed, tells_its_own_day
from corroborate.model.articles import Reading
from corroborate.model.claims import Attribution
from corroborate.model.figures import Participation
from tests.factory import article, claim, quantity, reading


def source(text: str, **said: str) -> Source:
    of = article("Harbour Herald", text)
    one = reading(of, claim(of, "14", quantity("14"), attribution=Attribution(**said)))  # type: ignore[arg-type]
    return trace_sources([one], {}).of_claim[one.claims[0].id][0]


def both(*letters: tuple[str, str, str]) -> list[Source]:
    readings: list[Reading] = []
    for outlet, text, author in letters:
        of = article(outlet, text)
        readings.append(reading(of, claim(of, "14", quantity("14"), attribution=Attribution(speaker=author, document="letter"))))
    found = trace_sources(readings, {})
    return [found.of_claim[one.claims[0].id][0] for one in readings]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("It emerged that 14 boats had been sold.", "Tarn Freight", "emerged"),
        ("By now it is clear that 14 boats were sold.", "Tarn Freight", "clear"),
        ("By now it is clear that Tarn Freight sold 14 boats.", "Tarn Freight", "clear"),
        ("Some 14 sailors testified on Monday.", "14 sailors", "testified"),
        ("What is certain is that 14 boats were sold.", "Tarn Freight", "certain"),
        ("The storm claimed 14 lives along the coast.", "storm", "claimed"),
        ("Tarn Freight is recalling 14 ferries.", "Tarn Freight", "recalling"),
        ("Tarn Freight is putting $14 million into the yard.", "Tarn Freight", "putting"),
        ("Tarn Freight had called 14 ferries back in May.", "Tarn Freight", "called"),
    ],
)
def test_a_deed_or_what_has_become_known_is_nobodys_word(text: str, speaker: str, cue: str) -> None:
    assert not source(text, speaker=speaker, cue=cue).is_known


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Divers claimed that 14 boats had sunk.", "divers", "claimed"),
        ("The harbour office puts the number at 14.", "harbour office", "puts"),
        ("The recall covers 14 ferries, as the harbour office puts it.", "harbour office", "puts"),
        ("She recalled that 14 boats had sunk.", "Ana Ruiz", "recalled"),
        ("It was clear to her that 14 boats had sunk, Ana Ruiz said.", "Ana Ruiz", "said"),
    ],
)
def test_who_claims_puts_or_recalls_a_figure_is_its_source(text: str, speaker: str, cue: str) -> None:
    assert source(text, speaker=speaker, cue=cue).is_known


def test_who_tells_of_a_deed_is_the_source_and_not_the_doer() -> None:
    told = source("According to officials of the civil defence, the storm claimed 14 lives.", speaker="storm", cue="claimed")

    assert "civil defence" in told.label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The harbour sheltered 14 boats, reporters were told by officials of the civil defence.", "civil defence"),
        ("The sale will bring in 14 million, reporters were told by lawyers for Ana Ruiz.", "Ruiz"),
        ("Tarn Freight was fined 14 crowns by the Board of Trade for its bills.", "Board of Trade"),
    ],
)
def test_who_told_reporters_or_imposed_a_fine_is_its_source(text: str, label: str) -> None:
    assert source(text).label.endswith(label)


def test_ballot_papers_are_no_document() -> None:
    assert source("With 14 ballot papers left, the vote is over, the Board of Trade said.", document="papers").document is None


def test_who_did_a_thing_is_not_who_tells_that_they_did_it() -> None:
    of = article("Harbour Herald", "Tarn Freight was fined by the Board of Trade.")
    one = reading(of, claim(of, "Board of Trade", Participation("fined by", ("Board of Trade",))))

    assert not trace_sources([one], {}).of_claim[one.claims[0].id][0].is_known


def test_what_is_believed_is_nobodys_word() -> None:
    assert is_believed(Attribution(cue="it is thought", hedged=True))
    assert not is_believed(Attribution(cue="allegedly", hedged=True))


def test_the_company_of_a_sentence_is_not_somebody_named_before() -> None:
    told = source(
        "The Port Elm office opened late. The company's press release notes 14 sales.", speaker="Port Elm", document="press release"
    )

    assert "Port Elm" not in told.label


@pytest.mark.parametrize(
    "text",
    [
        "The letter was sent on 9 May.",
        "The filing, dated 10 June, was unsealed on Monday.",
        "Tarn Freight sent the letter to two senators.",
        "The court in Elm read out its verdict on 14 May.",
        "The ruling fell on 14 May.",
        "The judgment was handed down on 14 May.",
    ],
)
def test_what_is_told_of_a_document_is_not_what_it_says(text: str) -> None:
    assert is_about_document(text)


@pytest.mark.parametrize("text", ["The letter says 14 boats sank.", "In a letter to senators it counts 14.", "The audit found 14 gaps."])
def test_what_a_document_says_is_not_told_of_it(text: str) -> None:
    assert not is_about_document(text)


def test_when_somebody_announced_a_thing_is_not_what_was_announced() -> None:
    assert tells_its_own_day("announced", "The consumer agency announced the fine on ")
    assert tells_its_own_day("announced", "The yard announced its largest order ")
    assert not tells_its_own_day("announced", "The yard announced that the work had ended on ")
    assert not tells_its_own_day("announced", "The yard announced the hiring of 40 welders from ")
    assert not tells_its_own_day("said", "The yard announced the order on ")


def test_two_letters_with_authors_of_their_own_are_two() -> None:
    one, other = both(
        ("Harbour Herald", "A letter by Tarn Freight counts 14 boats.", "Tarn Freight"),
        ("Port Post", "According to a letter written by Oriel Labs, 14 boats sank.", "Oriel Labs"),
    )

    assert not one.agrees(other)


def test_who_shows_a_letter_is_not_its_author() -> None:
    one, other = both(
        ("Harbour Herald", "A letter by Tarn Freight counts 14 boats.", "Tarn Freight"),
        ("Port Post", "Senator Vell read out the letter, which counts 14 boats.", "Senator Vell"),
    )

    assert one.agrees(other)
