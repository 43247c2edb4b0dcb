"""What is read and why, told to whoever maintains the rules."""

import json

from corroborate.extract.reader import Reader
from corroborate.measure.articles import article_of
from corroborate.measure.explain import FURNITURE, MASK, explain
from corroborate.measure.explanations import explanation
from tests.commands import corroborate

READER = Reader()
FIRE = "The fire at the mill in Orsk injured nearly 25 people, police said. It broke out at 6:45 p.m."


def test_each_figure_is_told_with_the_rule_that_read_it() -> None:
    told = explanation(explain(READER, article_of(FIRE)), width=100)

    assert "count: nearly 25" in told
    assert "less than 25" in told
    assert "people" in told
    assert "said by" in told
    assert "rule" in told


def test_numbers_that_are_no_figures_are_told_with_the_reason() -> None:
    found = explain(READER, article_of(FIRE + "\nAdvertisement 300"))

    unread = {one.surface: one.reason for sentence in found for one in sentence.unread}
    assert unread["6:45"] == MASK


def test_numbers_of_page_furniture_are_told_to_be_skipped() -> None:
    found = explain(READER, article_of(FIRE + "\nSubscribe to our newsletter for 12 a month\n"))

    assert [one.reason for sentence in found for one in sentence.unread if one.surface == "12"] == [FURNITURE]


def test_every_number_told_stands_where_it_is_said_to_stand() -> None:
    text = FIRE + " In 2019 Route 88 Bakery paid between $20 and $25 million; one of the largest known fines."

    for sentence in explain(READER, article_of(text)):
        assert text[sentence.sentence.start :].startswith(sentence.sentence.text)
        for number in sentence.unread:
            assert number.span.cut(text) == number.surface
        for claim in sentence.claims:
            assert claim.span.cut(text) == claim.surface


def test_sentences_without_any_number_are_left_out() -> None:
    assert explain(READER, article_of("The mill has stood in Orsk for ages.")) == ()
    assert "no figure" in explanation((), width=80)


def test_a_text_is_explained_on_the_command_line() -> None:
    done = corroborate("extract", "--explain", "--text", FIRE)

    assert done.status == 0, done.err
    assert "nearly 25" in done.out
    assert "not a figure: 6:45" in done.out


def test_an_explanation_can_be_had_as_json() -> None:
    done = corroborate("--now", "2026-10-14T12:00:00+00:00", "extract", "--json", "--text", FIRE + " It was out on Tuesday.")

    sentences = [json.loads(line) for line in done.out.splitlines()]
    figures = {figure["surface"]: figure for sentence in sentences for figure in sentence["figures"]}
    assert figures["25"]["figure"]["counted"] == "people"
    assert figures["25"]["rule"]
    assert figures["Tuesday"]["figure"]["range"]["low"] == "2026-10-13"


def test_a_text_on_the_command_line_gives_claims_without_a_file() -> None:
    done = corroborate("extract", "--text", FIRE)

    assert [json.loads(line)["surface"] for line in done.out.splitlines()] == ["25"]
