from datetime import date

import pytest

from corroborate.extract.reader import Reader
from corroborate.extract.spans import attribution_of, chars_of
from corroborate.model.claims import Attribution

READER = Reader()


def attribution(text: str, surface: str) -> Attribution:
    """Who says what stands at `surface`."""
    doc = READER.annotate(text, date(2026, 10, 14))
    offset = text.index(surface)
    spans = [span for span in doc.spans["attributions"] if chars_of(span).start <= offset < chars_of(span).end]
    return attribution_of(spans[-1]) if spans else Attribution()


@pytest.mark.parametrize(
    ("text", "surface", "speaker"),
    [
        ("On Monday Orrin Rail said 412 people had been on the train.", "412", "Orrin Rail"),
        ("On Monday 412 people were on the train, Orrin Rail said.", "412", "Orrin Rail"),
        ("On Monday 412 people were on the train, Orrin Rail said in a statement.", "412", "Orrin Rail"),
        ("“We counted 412 people,” said Ilse Varga, the harbourmaster.", "412", "Ilse Varga"),
        ("“We counted 412 people,” the harbourmaster, Ilse Varga, said.", "412", "Ilse Varga"),
        ("According to Mayor Ilse Varga, 412 people were rescued.", "412", "Ilse Varga"),
        ("Some 412 people were rescued, according to Orrin Rail.", "412", "Orrin Rail"),
        ("Police said 12 people were arrested.", "12", "police"),
        ("Norhaven police said 12 people were arrested.", "12", "Norhaven police"),
        ("An Orrin Rail spokesman said 12 people were hurt.", "12", "Orrin Rail"),
        ("Jan Okafor, a spokesman for Orrin Rail, said 12 people were hurt.", "12", "Orrin Rail"),
        ("Orrin Rail has accused Velt Freight of hiding 12 accidents.", "12", "Orrin Rail"),
        ("Varga told Meridian Wire that 12 boats sank. The mayor is Ilse Varga.", "12", "Ilse Varga"),
        ("Orrin Rail, which runs the line, announced on Friday that 300 jobs would go.", "300", "Orrin Rail"),
        ("Norla Bank in Denmark announced on Tuesday that it would close 40 branches.", "40", "Norla Bank"),
        ("The ferry carried 312 people, port director Ilse Varga told state television.", "312", "Ilse Varga"),
        ("The toll rose to 57, Interior Minister Ilse Varga wrote on Tuesday.", "57", "Ilse Varga"),
        ("“It carried 312 people,” said Orrin Rail CEO Ilse Varga.", "312", "Ilse Varga"),
        ("Plans to cut 1,200 jobs were announced in a memo on Thursday by chief executive Ilse Varga.", "1,200", "Ilse Varga"),
        ("Analysts at Crane Partners expect savings of $80 million.", "$80", "analysts at Crane Partners"),
        ("Fire officials say 40 homes burned.", "40", "fire officials"),
    ],
)
def test_the_speaker_is_found_however_speech_is_put(text: str, surface: str, speaker: str) -> None:
    assert attribution(text, surface).speaker == speaker


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("A fire destroyed 40 homes in Norhaven.", "40"),
        ("The fire at Orsk Mill claimed 14 lives.", "14"),
        ("Velt Motors is recalling 12,000 mixers over a fault.", "12,000"),
        ("The committee called 14 witnesses.", "14"),
    ],
)
def test_the_reporters_own_voice_has_no_speaker(text: str, surface: str) -> None:
    assert attribution(text, surface) == Attribution()


def test_the_company_is_the_one_that_spoke() -> None:
    text = "Orrin Rail sued Velt Freight on Monday. The company said it had lost 12 engines."

    assert attribution(text, "12").speaker == "Orrin Rail"


def test_a_pronoun_stands_for_the_last_person() -> None:
    text = "Mayor Ilse Varga visited the quay. She said 12 boats had sunk."

    assert attribution(text, "12").speaker == "Ilse Varga"


def test_a_letter_seen_by_an_outlet_has_author_document_and_route() -> None:
    text = "According to a letter seen by Meridian Wire, Orrin Rail told ministers that 31,000 tickets were forged."

    found = attribution(text, "31,000")

    assert (found.speaker, found.document, found.cites) == ("Orrin Rail", "letter", ("Meridian Wire",))


def test_the_author_of_a_letter_stands_behind_it() -> None:
    text = "According to a letter sent by Orrin Rail to Senators Bela Strand and Ida Moss, 31,000 tickets were forged."

    found = attribution(text, "31,000")

    assert (found.speaker, found.document) == ("Orrin Rail", "letter")


def test_a_dated_letter_is_remembered_when_it_is_mentioned_again() -> None:
    text = (
        "Orrin Rail sent a letter to the Norland Transport Committee on June 10. Ticket sales rose.\n"
        "The letter alleges that 31,000 tickets were forged."
    )

    found = attribution(text, "31,000")

    assert (found.speaker, found.document, found.hedged) == ("Orrin Rail", "letter", True)
    assert found.document_date == date(2026, 6, 10)


def test_a_copy_of_the_letter_is_the_letter_named_before() -> None:
    text = (
        "Orrin Rail sent a letter to the N.L. Committee on Trade, Ports, and Rural Affairs on June 10 alleging that a gang "
        "forged 31,000 tickets, according to a copy of the letter obtained by Meridian Wire."
    )

    assert attribution(text, "31,000") == Attribution(
        speaker="Orrin Rail",
        document="letter",
        document_date=date(2026, 6, 10),
        cites=("Meridian Wire",),
        cue="alleging",
        hedged=True,
    )


def test_a_memo_speaks_for_itself_where_nobody_is_named() -> None:
    found = attribution("Some 300 jobs will go, a memo seen by employees says.", "300")

    assert (found.speaker, found.document) == (None, "memo")


@pytest.mark.parametrize(
    ("text", "speaker", "document"),
    [
        ("Some 300 jobs will go, a press release by Orrin Rail says.", "Orrin Rail", "press release"),
        ("The ruling of the Norland Ports Authority says 300 ships were late.", "Norland Ports Authority", "ruling"),
        ("Orrin Rail cut jobs. Some 300 will go, according to the company's memo.", "Orrin Rail", "memo"),
        ("Data from the Harbour Office show 300 ships were late.", "Harbour Office", None),
        ("A study published on Monday by Norhaven University found that 300 ships were late.", "Norhaven University", "study"),
        ("Orrin Rail's quarterly report showed a loss of 300 trains.", "Orrin Rail", "report"),
        ("The deal costs 300 jobs, two people familiar with the matter said.", "people familiar with the matter", None),
        ("Some 300 people died, the country's disaster agency said.", "country's disaster agency", None),
        ("Some 300 people died, the national health agency said.", "national health agency", None),
        ("Orrin Rail's shares fell after it emerged that 300 jobs will go.", None, None),
        ("Some 300 people were hurt, according to a spokeswoman for the organisers.", "organisers", None),
        ("Police in Norhaven said 300 people were hurt.", "Norhaven police", None),
        ("Some 300 homes had no power, the grid operator Orrin Power said in a statement.", "Orrin Power", "statement"),
        ("The Norland Ports Authority objected. The regulator said 300 ships were late.", "Norland Ports Authority", None),
        ("Mayor Ilse Varga met Jan Okafor. The mayor said 300 ships were late.", "Ilse Varga", None),
        ("A court spokeswoman confirmed that 300 people were cheated.", "court", None),
    ],
)
def test_phrases_lead_to_the_one_whose_word_it_is(text: str, speaker: str | None, document: str | None) -> None:
    found = attribution(text, "300" if "Some 300 will" not in text else "300 will")

    assert (found.speaker, found.document) == (speaker, document)


def test_a_trailing_as_reported_covers_what_stands_before_it() -> None:
    assert attribution("Some 300 ships were late, as Meridian Wire reported.", "300").cites == ("Meridian Wire",)


def test_alleged_content_has_the_source_of_the_sentence_before() -> None:
    text = "Orrin Rail alleged that a gang forged tickets. The scheme allegedly used 3,000 accounts. Trains ran on 12 lines."

    assert attribution(text, "3,000") == Attribution(speaker="Orrin Rail", cue="allegedly", hedged=True)
    assert attribution(text, "12") == Attribution()


def test_an_outlet_that_reported_it_is_cited_and_is_no_speaker() -> None:
    text = "Meridian Wire reported that 12 boats had sunk."

    assert attribution(text, "12") == Attribution(cites=("Meridian Wire",), cue="reported")


def test_a_denial_is_told_from_a_statement() -> None:
    found = attribution("Orrin Rail denied that 12 engines were unsafe.", "12")

    assert (found.speaker, found.denied) == ("Orrin Rail", True)


def test_two_speakers_of_one_sentence_keep_their_own_figures() -> None:
    text = "Police said 12 people were hurt, while Orrin Rail said nine were."

    assert attribution(text, "12").speaker == "police"
    assert attribution(text, "nine").speaker == "Orrin Rail"


def test_words_that_only_look_like_a_cue_name_no_speaker() -> None:
    assert attribution("Insurance claims rose to 412 and state aid fell.", "412").speaker is None
    assert attribution("The council added 12 buses.", "12").speaker is None


def test_a_quotation_that_runs_on_keeps_its_speaker() -> None:
    text = "“We saw 12 boats,” said Ilse Varga, the harbourmaster. “Nine of them sank. The others drifted.”\nSome 40 people watched."

    assert attribution(text, "Nine").speaker == "Ilse Varga"
    assert attribution(text, "40") == Attribution()


@pytest.mark.parametrize(
    "text",
    [
        "Some 300 people are believed to have fled.",
        "The gang allegedly forged 300 tickets.",
        "As many as 300 people may have fled.",
        "Some 300 tickets were reportedly forged.",
    ],
)
def test_a_hedge_belongs_to_the_claim_even_without_a_speaker(text: str) -> None:
    found = attribution(text, "300")

    assert (found.speaker, found.hedged) == (None, True)


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("Some 300 jobs will go, Meridian Wire first reported.", ("Meridian Wire",)),
        ("The plan, first reported by Meridian Wire, would cut 300 jobs.", ("Meridian Wire",)),
        ("A letter obtained by Meridian Wire says 300 jobs will go.", ("Meridian Wire",)),
        ("In an interview with the Harbour Herald, Ilse Varga spoke of 300 jobs.", ("Harbour Herald",)),
        ("According to a report in the Norland Courier, 300 jobs will go.", ("Norland Courier",)),
        ("Meridian Wire, citing two officials, said 300 jobs will go.", ("Meridian Wire",)),
        ("Orrin Rail told reporters that 300 jobs will go.", ()),
        ("The Norland Ports Authority reported 300 late ships.", ()),
    ],
)
def test_outlets_are_cited_and_other_bodies_are_not(text: str, cites: tuple[str, ...]) -> None:
    assert attribution(text, "300").cites == cites


def test_accusations_and_their_gerunds_are_the_accusers_word() -> None:
    text = "Orrin Rail sued Velt Freight on Monday, alleging that 300 tickets were forged."

    found = attribution(text, "300")

    assert (found.speaker, found.hedged) == ("Orrin Rail", True)


@pytest.mark.parametrize(
    ("text", "surface", "speaker"),
    [
        ("Police put the crowd at 40,000 and organisers at 300.", "40,000", "police"),
        ("Police put the crowd at 40,000 and organisers at 300.", "300", "organisers"),
        ("The ministry put the toll at 12, the opposition at 300.", "300", "opposition"),
        ("Officials put the number of dead at 61 and the injured at 300.", "300", "officials"),
    ],
)
def test_speakers_share_a_verb(text: str, surface: str, speaker: str) -> None:
    assert attribution(text, surface).speaker == speaker
