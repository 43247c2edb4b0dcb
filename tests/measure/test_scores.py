"""Counting what was asked for, given and right."""

import pytest

from corroborate.measure.scores import Score, f1


def test_precision_is_of_what_is_given_and_recall_of_what_is_asked_for() -> None:
    score = Score(gold=4, given=2, right=1)

    assert (score.precision, score.recall) == (0.5, 0.25)
    assert score.f1 == pytest.approx(1 / 3)


def test_nothing_asked_for_and_nothing_given_is_no_mistake() -> None:
    assert Score().f1 == Score().precision == Score().recall == 1


def test_scores_of_sentences_add_up() -> None:
    assert Score(1, 1, 1) + Score(2, 1, 0) == Score(3, 2, 1)


def test_a_measure_tells_how_many_values_were_asked_for() -> None:
    assert f1("dates", Score(gold=2, given=2, right=1)).number == 2
