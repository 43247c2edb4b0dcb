"""Tokens of hostile texts: in time, and where they stand."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.extract.spans import TEXT
from corroborate.extract.tokens import LONGEST_WORD, Bounded, pieces

PLAIN = spacy.blank("en").tokenizer
BOUNDED = Bounded(PLAIN)


def test_a_text_without_endless_words_is_left_to_spacy() -> None:
    text = "Nearly 25,000 crates (worth $2.9bn) sank at https://herald.example/harbour/2026/10/14, police said."

    assert [token.text for token in BOUNDED(text)] == [token.text for token in PLAIN(text)]


def test_an_endless_word_is_cut_and_what_stands_around_it_is_not() -> None:
    text = f"Nearly 25,000 crates {'(' * 1000} sank."

    words = [token.text for token in BOUNDED(text)]

    assert words[:3] == ["Nearly", "25,000", "crates"]
    assert words[-2:] == ["sank", "."]


def test_no_piece_has_more_than_so_many_characters_without_a_blank() -> None:
    assert max(len(piece) for piece in pieces("$" * 5000)) == LONGEST_WORD


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["(" * 150, " ", "\n", "$" * 101, "12", "goats", "'s" * 70, " \u00a0", "é" * 99]), max_size=12))
def test_every_character_stays_where_it_stood(parts: list[str]) -> None:
    text = "".join(parts)

    assert "".join(pieces(text)) == text
    assert BOUNDED(text).text == text


def test_words_behind_a_contraction_are_cut_as_they_are_anywhere() -> None:
    text = "They don't count the ferry's (late) crates: 4,200kg, he said.\n\nThey don't."

    for _ in range(2):
        assert [token.text for token in BOUNDED(text)] == [token.text for token in spacy.blank("en").tokenizer(text)]


def test_a_document_knows_its_text_without_joining_its_tokens() -> None:
    text = "Two  crates\n\tdon't float " + 120 * "(" + " "

    assert BOUNDED(text).user_data[TEXT] == BOUNDED(text).text == text
