"""Tags, trees and names by the shipped weights."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from corroborate.extract.labels import SUBJECTS, is_parsed, is_tagged
from corroborate.extract.sentences import make_sentences
from corroborate.extract.syntax import make_syntax

assert make_sentences
assert make_syntax


@pytest.fixture(scope="module")
def pipeline() -> Language:
    made = spacy.blank("en")
    made.add_pipe("corroborate_sentences")
    made.add_pipe("corroborate_syntax")
    return made


def sentence_starts(doc: Doc) -> list[str]:
    return [sentence[0].text for sentence in doc.sents]


def test_a_sentence_with_a_figure_is_tagged_and_parsed(pipeline: Language) -> None:
    doc = pipeline("The harbour lost nine ships.")

    lost = next(token for token in doc if token.text == "lost")
    ships = next(token for token in doc if token.text == "ships")
    assert lost.tag_ == "VBD"
    assert lost.pos_ == "VERB"
    assert [child.text for child in lost.children if child.dep_ in SUBJECTS] == ["harbour"]
    assert (ships.dep_, ships.head.text) == ("obj", "lost")


def test_a_sentence_with_nothing_to_read_costs_nothing(pipeline: Language) -> None:
    doc = pipeline("Nobody knew why. The harbour lost nine ships.")

    first, second = doc.sents
    assert not any(is_tagged(token) for token in first)
    assert all(is_tagged(token) for token in second)


def test_speech_without_a_figure_is_tagged_and_not_parsed(pipeline: Language) -> None:
    doc = pipeline("Petra Lund said the harbour was closed.")

    assert all(is_tagged(token) and not is_parsed(token) for token in doc)


def test_sentences_stay_where_the_rules_put_them(pipeline: Language) -> None:
    text = "Nine ships sank off Norhaven, No. 4 among them\nThe captain of the Sea Lark\nTwo died. It rained. Three are missing."

    assert sentence_starts(pipeline(text)) == ["Nine", "The", "Two", "It", "Three"]


def test_names_are_entities(pipeline: Language) -> None:
    doc = pipeline("Petra Lund, 47, said on Tuesday that shares of the company fell 3 percent in Denmark.")

    assert ("Petra Lund", "PERSON") in [(entity.text, entity.label_) for entity in doc.ents]


def test_the_vectors_of_another_pipeline_stay_its_own() -> None:
    other = spacy.blank("en")
    before = other.vocab.vectors.shape

    other.add_pipe("corroborate_sentences")
    other.add_pipe("corroborate_syntax")
    other("Nine ships sank.")

    assert other.vocab.vectors.shape == before


def test_an_empty_text_stays_empty(pipeline: Language) -> None:
    assert len(pipeline("")) == 0
    assert [token.text for token in pipeline("\n")] == ["\n"]


def test_a_sentence_met_before_is_annotated_as_at_first_wherever_it_stands(pipeline: Language) -> None:
    told = "Petra Lund, 47, said on Tuesday that nine ships of Oxmere Freight sank."
    first = pipeline(told)

    again = pipeline(f"Nobody knew why. {told} Three are missing.")[4 : 4 + len(first)]

    assert again.text == told
    assert [(token.tag_, token.pos_, token.dep_, token.head.i - 4, token.ent_type_) for token in again] == [
        (token.tag_, token.pos_, token.dep_, token.head.i, token.ent_type_) for token in first
    ]
    assert any(token.ent_type_ for token in again)
