"""Where sentences begin."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.extract.language import load_pipeline
from corroborate.extract.sentences import sentence_starts


def sentences(text: str) -> list[str]:
    starts = [*sentence_starts(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(starts)]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ilse Varga met Mr. Okafor and Dr. Linde.",
        "The U.S. Coast Guard sent J. R. Okafor to Port Ellen.",
        "Orsk Freight Inc. bought Tern Lines Ltd. for $2.9bn.",
        "The vote is due on Jan. 5 or Sept. 9 at 9 a.m. Monday.",
        "It ranked No. 3 of 12, with 4.5 million visitors.",
        "He said: “We are going... somewhere else” and left.",
        '"Are we safe?" she asked.',
        "“Stop!” Varga shouted from the quay.",
        "A storm ... Okafor's second ... hit the coast.",
        "3. The third point of the plan",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The dyke broke.|Nobody was hurt.",
        "He flew to the U.S.|The trip took nine hours.",
        "The plant belongs to Orsk Freight Inc.|It opened in 2019.",
        "“We lost.”|“We will try again.”",
        "Nearly 300 ships came in 2019.|45 stayed.",
        "Who pays?|Nobody knows!|Not even the harbour master.",
        "The answer was no.|Varga left at 9 p.m.|She did not return.",
        "It was over...|Then the lights came back.",
        "HARBOUR REOPENS|Ships return after nine days|The harbour reopened.",
    ],
)
def test_a_sentence_ends_at_its_last_stop(text: str) -> None:
    assert sentences(text.replace("|", "\n" if "REOPENS" in text else " ")) == text.split("|")


def test_paragraphs_glued_together_are_parted_before_a_word_that_opens_sentences() -> None:
    assert sentences("They left the quay.The crew of Tern.Io stayed.") == ["They left the quay.", "The crew of Tern.Io stayed."]


def test_the_component_marks_the_first_token_of_each_sentence() -> None:
    doc = load_pipeline()("Sen. Varga spoke.\n\n  Then she left. The U.S. team stayed.")

    assert [sentence.text.strip() for sentence in doc.sents] == ["Sen. Varga spoke.", "Then she left.", "The U.S. team stayed."]


@given(st.text(alphabet="ab AB.!?…\"'”\n\t19é\u2028", max_size=60))
def test_starts_are_ordered_and_lie_on_visible_characters(text: str) -> None:
    starts = list(sentence_starts(text))

    assert starts == sorted(set(starts))
    assert all(not text[start].isspace() for start in starts)


@given(st.lists(st.sampled_from(["Ships left.", "Nobody came", "U.S. Sen. Varga", "", "   "]), max_size=6))
def test_every_line_with_text_starts_a_sentence(lines: list[str]) -> None:
    text = "\n".join(lines)

    assert len(set(sentence_starts(text))) >= sum(1 for line in lines if line.strip())
