"""Annotated stories are read as their outlets wrote them."""

from collections.abc import Callable

from corroborate.measure.coverage import coverages, pairs_score, unmarked
from corroborate.measure.scores import Score
from corroborate.model.articles import Article, Reading
from tests.factory import claim, quantity, reading


def test_marks_are_taken_out_of_the_text_and_kept_with_their_places() -> None:
    text, answers = unmarked("A slide killed {14=dead} people and hurt {9=hurt}.")

    assert text == "A slide killed 14 people and hurt 9."
    assert [(text[start:end], question) for start, end, question in answers] == [("14", "dead"), ("9", "hurt")]


def reader(value: str) -> Callable[[Article], Reading]:
    return lambda of: reading(of, claim(of, value, quantity(value, counted="people")))


def test_a_marked_figure_that_was_not_read_is_counted() -> None:
    line = {"story": "slide", "outlet": "Herald", "published": "2026-10-14T06:00+00:00", "text": "It killed {14=dead} and hurt {9=hurt}."}

    (found,) = coverages((line,), reader("14"))

    assert list(found.questions.values()) == ["dead"]
    assert found.unread == 1


def test_pairs_of_one_group_are_scored_against_pairs_of_one_question() -> None:
    questions = {"c_1": "dead", "c_2": "dead", "c_3": "hurt"}

    assert pairs_score([("c_1", "c_2", "c_3", "c_4")], questions) == Score(gold=1, given=3, right=1)


def test_two_figures_of_the_background_are_neither_right_nor_wrong_together() -> None:
    questions = {"c_1": "background", "c_2": "background", "c_3": "dead"}

    assert pairs_score([("c_1", "c_2")], questions) == Score(gold=0, given=0, right=0)
    assert pairs_score([("c_1", "c_3")], questions) == Score(gold=0, given=1, right=0)
