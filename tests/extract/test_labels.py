"""What the labels of trained pipelines mean to the readers."""

import pytest
import spacy
from spacy.tokens import Doc

from corroborate.extract.labels import entity_label, has_syntax, is_parsed, is_tagged, part_of_speech


@pytest.mark.parametrize(
    ("label", "meant"), [("LOC", "PLACE"), ("GPE", "PLACE"), ("MISC", "PRODUCT"), ("PERSON", "PERSON"), ("CARDINAL", None)]
)
def test_entities_of_both_schemes_have_one_meaning(label: str, meant: str | None) -> None:
    assert entity_label(label) == meant


@pytest.mark.parametrize(
    ("tag", "word", "part"),
    [("VBZ", "is", "AUX"), ("VBZ", "sinks", "VERB"), ("NNPS", "Alps", "PROPN"), ("``", "“", "PUNCT"), ("CD", "9", "NUM")],
)
def test_tags_give_parts_of_speech(tag: str, word: str, part: str) -> None:
    assert part_of_speech(tag, word) == part


def test_a_document_without_a_parse_says_so() -> None:
    plain = spacy.blank("en")("Nine ships sank.")

    assert not has_syntax(plain)
    assert not any(is_tagged(token) or is_parsed(token) for token in plain)


def test_a_parsed_document_says_so() -> None:
    doc = Doc(spacy.blank("en").vocab, ["Ships", "sank"], tags=["NNS", "VBD"], deps=["nsubj", "ROOT"], heads=[1, 1])

    assert has_syntax(doc)
    assert all(is_tagged(token) and is_parsed(token) for token in doc)
