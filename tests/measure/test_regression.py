"""Weights that are learned from examples."""

import numpy as np
import pytest

from corroborate.measure.regression import Examples, Regression, fit


def examples(weights: tuple[float, ...], bias: float, number: int = 4000) -> Examples:
    random = np.random.default_rng(3)
    features = random.normal(size=(number, len(weights))) * np.arange(1, len(weights) + 1)
    chance = 1 / (1 + np.exp(-(features @ np.array(weights) + bias)))
    return Examples(features, (random.random(number) < chance).astype(float), np.ones(number))


def test_the_weights_behind_the_examples_are_found_again() -> None:
    found = fit(examples((1.5, -0.5), bias=-1.0), signs=(0, 0))

    assert found.bias == pytest.approx(-1.0, abs=0.15)
    assert found.weights == pytest.approx((1.5, -0.5), abs=0.15)


def test_a_weight_against_its_meaning_is_left_out() -> None:
    found = fit(examples((1.5, -0.5), bias=0.0), signs=(1, 1))

    assert found.weights[0] > 1
    assert found.weights[1] == 0


def test_examples_that_can_be_told_apart_wholly_do_not_run_away() -> None:
    features = np.array([[-2.0], [-1.0], [1.0], [2.0]])

    found = fit(Examples(features, np.array([0.0, 0.0, 1.0, 1.0]), np.ones(4)), signs=(1,), ridge=0.1)

    assert 0 < found.weights[0] < 20


def test_an_example_counts_as_often_as_it_says() -> None:
    once = Examples(np.array([[1.0], [1.0], [1.0]]), np.array([1.0, 0.0, 0.0]), np.ones(3))
    heavy = Examples(np.array([[1.0], [1.0]]), np.array([1.0, 0.0]), np.array([1.0, 2.0]))

    assert fit(once, signs=(0,)).bias == pytest.approx(fit(heavy, signs=(0,)).bias)
    assert isinstance(fit(heavy, signs=(0,)), Regression)
