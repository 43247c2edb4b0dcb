"""Speakers that stand far from their verbs, and verbs that only look like speech."""

import pytest

from tests.extract.attribution.test_attribution import attribution


@pytest.mark.parametrize(
    ("text", "figure", "speaker"),
    [
        ("A lawyer involved in the sale, who asked not to be named, said 220 lots were left.", "220", "lawyer involved in the sale"),
        ("A porter who had worked at the mill and who left in May said that 30 valves leaked.", "30", "porter"),
        ("Residents of two streets in the old town said that 14 houses had flooded.", "14", "residents of two streets in the old town"),
        ("The author of a book about lighthouses said 90 had closed.", "90", "author of a book about lighthouses"),
        ("Beekeepers in the valley, many of whom lost their hives, said that 3,000 died.", "3,000", "beekeepers in the valley"),
        ("The mill that burned in 1998, Orrin Rail's first, the owners say, employed 70.", "70", "owners"),
    ],
)
def test_the_subject_of_the_verb_speaks_however_far_it_stands(text: str, figure: str, speaker: str) -> None:
    assert attribution(text, figure).speaker == speaker


@pytest.mark.parametrize(
    ("text", "figure", "speaker"),
    [
        ("Its spokesman, Major Jan Okafor, said the number would pass 1,400.", "1,400", "Jan Okafor"),
        ("Leader of the council Nora Pike said the gap was 14 posts.", "14", "Nora Pike"),
        ("Nora Pike MP (Harbour Party) said 14 schools would close.", "14", "Nora Pike"),
        ("The crash hurt 6 people, Sgt. Dana Reyes said.", "6", "Dana Reyes"),
    ],
)
def test_an_office_and_a_rank_lead_to_the_person(text: str, figure: str, speaker: str) -> None:
    assert attribution(text, figure).speaker == speaker


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("According to the complaint, Jan Doyle wrote 31 letters to the judge.", "31"),
        ("Jan Doyle must report to the prison with 40 others.", "40"),
        ("Orrin Rail will report on 30 lines in May.", "30"),
        ("An earlier version of this page said that 11 people were held.", "11"),
        ("Only 2 percent of women over forty said they had seen 12 doctors.", "12"),
    ],
)
def test_what_is_written_or_due_is_nobodys_word(text: str, figure: str) -> None:
    assert attribution(text, figure).speaker is None


@pytest.mark.parametrize(
    "text", ["The mayor spoke to 9 people. As many as 300 may have left.", "The sheriff said 2 fled. It took 3 bags of suspected dye."]
)
def test_a_hedge_without_a_source_is_the_reporters_own(text: str) -> None:
    assert attribution(text, "300" if "300" in text else "3").speaker is None


def test_what_stands_before_a_speaker_in_mid_sentence_is_theirs() -> None:
    text = "Orrin Rail will close 3 depots, it said on Monday, ending a review that took 14 months."

    assert attribution(text, "3").speaker == "Orrin Rail"
    assert attribution(text, "14").speaker is None


def test_an_interrupted_clause_does_not_reach_back_over_and() -> None:
    text = "When Olaf Steen was a boy there were 40, and the bay, he says, was full of 900 boats."

    assert attribution(text, "40").speaker is None
    assert attribution(text, "900").speaker == "Olaf Steen"


def test_an_opening_source_holds_until_the_clause_of_another() -> None:
    text = (
        "According to a ledger of 1911, Norhaven had 1,204 boats, though pages are lost, and Mira Toll, a historian, believes it had 900."
    )

    assert attribution(text, "1,204").speaker is None
    assert attribution(text, "900").speaker == "Mira Toll"


def test_no_pronoun_reaches_into_the_next_item_of_a_list() -> None:
    text = "• Jan Doyle said that he was 81.\n\n• It also said that she had made 200 bells."

    assert attribution(text, "200").speaker is None


def test_a_denial_of_somebody_unknown_is_a_denial() -> None:
    assert attribution("She admitted that two vans were missing but denied that 400 parcels had been lost.", "400").denied
