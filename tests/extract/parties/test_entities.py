"""Spans of trained pipelines beside the rules, of our own scheme and that of en_core_web; the spans are set by hand."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.parties import PartyReader
from corroborate.extract.spans import register_extensions

Guess = tuple[str, str]


def pipeline() -> Language:
    register_extensions()
    blank = spacy.blank("en")
    blank.add_pipe("corroborate_sentences")
    return blank


def read(text: str, *guesses: Guess, tags: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    """Name as written, label and full name of each party, where a pipeline takes words for entities."""
    doc = pipeline()(text)
    doc.ents = tuple(found(doc, words, label) for words, label in guesses)
    for token in doc:
        token.tag_ = (tags or {}).get(token.text, "NNP" if token.text[0].isupper() else "NN") if guesses else ""
    return [(span.text, span.label_, span._.party) for span in PartyReader()(doc).spans["parties"]]


def found(doc: Doc, words: str, label: str) -> TokenSpan:
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words), label=label)
    assert span is not None
    return span


def labels(text: str, *guesses: Guess) -> dict[str, str]:
    return {name: label for name, label, _ in read(text, *guesses)}


@pytest.mark.parametrize(("label", "expected"), [("LOC", "PLACE"), ("GPE", "PLACE"), ("FAC", "PLACE"), ("MISC", "PRODUCT")])
def test_labels_of_both_schemes_are_understood(label: str, expected: str) -> None:
    assert labels("They saw Grey Heron there.", ("Grey Heron", label)) == {"Grey Heron": expected}


def test_dates_and_sums_of_a_trained_pipeline_name_nobody() -> None:
    assert read("It cost Ten Crowns on Monday.", ("Monday", "DATE"), ("Ten Crowns", "MONEY"))[1:] == []


def test_what_words_and_neighbours_tell_goes_before_a_guess() -> None:
    assert labels("They fly to France.", ("France", "PERSON")) == {"France": "PLACE"}
    assert labels("It was Velt Ceramics again.", ("Velt Ceramics", "PERSON")) == {"Velt Ceramics": "ORG"}
    assert labels("It hurt the carrier Tamarind.", ("Tamarind", "PERSON")) == {"Tamarind": "ORG"}
    assert labels("Shares in Corvane fell.", ("Corvane", "LOC")) == {"Corvane": "ORG"}
    assert labels("They left the village of Nune.", ("Nune", "ORG")) == {"Nune": "PLACE"}
    assert labels("Medistella, a chain of clinics, closed.", ("Medistella", "LOC")) == {"Medistella": "ORG"}
    assert labels("Real Montescuro lost again.", ("Real Montescuro", "MISC")) == {"Real Montescuro": "ORG"}


def test_a_guess_decides_where_nothing_else_tells() -> None:
    assert labels("It was Nordlys Tun who left.", ("Nordlys Tun", "PERSON")) == {"Nordlys Tun": "PERSON"}
    assert labels("It was Nordlys Tun who left.") == {"Nordlys Tun": "ORG"}


def test_titles_and_roles_are_cut_off_what_a_pipeline_found() -> None:
    assert labels("He met Justice Ilsabet Moss.", ("Justice Ilsabet Moss", "PERSON")) == {"Ilsabet Moss": "PERSON"}
    assert labels("Goalkeeper Orla Wren left.", ("Goalkeeper Orla Wren", "MISC")) == {"Orla Wren": "PERSON"}
    assert labels("Captain Rui Seabra of the navy left.", ("Captain Rui Seabra of the navy", "MISC")) == {"Rui Seabra": "PERSON"}


def test_sums_and_numbers_are_cut_off_names() -> None:
    assert labels("They fined Orrin Rail $3m.", ("Orrin Rail $3", "MISC")) == {"Orrin Rail": "ORG"}
    assert labels("In Stoke Marrow 79 voted.", ("Stoke Marrow 79", "LOC")) == {"Stoke Marrow": "PLACE"}


def test_double_names_stay_whole() -> None:
    assert labels("It went to Sigrun Osei-Bonsu.", ("Bonsu", "PERSON"))["Sigrun Osei-Bonsu"] == "PERSON"
    assert labels("The firm is Marsh & Venn.", ("Marsh", "ORG"), ("Venn", "PERSON")) == {"Marsh & Venn": "ORG"}


def test_what_a_pipeline_joins_is_parted_where_peoples_are_listed() -> None:
    assert labels("Some Catholics and Lutherans met.", ("Catholics and Lutherans", "ORG")) == {"Catholics": "NORP", "Lutherans": "NORP"}


def test_what_is_never_named_in_full_is_no_person() -> None:
    text = "Later Mayor Ida Moss told Nexidyne so. Then Nexidyne slept."

    assert labels(text, ("Nexidyne", "PERSON"))["Nexidyne"] == "ORG"
    assert labels(text.replace("Mayor Ida Moss", "they"), ("Nexidyne", "PERSON")) == {"Nexidyne": "PERSON"}
    assert labels("He saw Tove Nexidyne. Then Nexidyne paid.", ("Nexidyne paid", "ORG"))["Nexidyne"] == "PERSON"


def test_a_capital_that_tags_take_for_no_name_is_none() -> None:
    text = "Rehearsals went on in Oslo."

    assert read(text, ("Oslo", "LOC"), tags={"Rehearsals": "NNS"}) == [("Oslo", "PLACE", "Oslo")]


def test_a_product_and_its_maker_are_two() -> None:
    assert labels("They used Castell's Kestrel again.", ("Castell's Kestrel", "MISC")) == {"Castell": "ORG", "Kestrel": "PRODUCT"}
    assert labels("The Harbour People's Party lost.", ("Harbour People's Party", "ORG")) == {"Harbour People's Party": "ORG"}
