"""The fuzz itself: the same sentences for the same seed, and it notices what it is there to notice."""

import json

from corroborate.measure.fuzz import WARM_UP, fuzz, length_class
from corroborate.measure.mutations import mutants, seed_sentences
from tests.commands import corroborate


def spin(rounds: int) -> int:
    return sum(number * number for number in range(rounds))


def test_the_same_seed_gives_the_same_sentences() -> None:
    assert list(mutants(50, seed=3)) == list(mutants(50, seed=3))
    assert list(mutants(50, seed=3)) != list(mutants(50, seed=4))


def test_mutants_are_no_longer_the_sentences_they_were() -> None:
    whole = set(seed_sentences())

    assert sum(mutant not in whole for mutant in mutants(200)) >= 190


def test_an_exception_is_told_with_its_sentence() -> None:
    def read(text: str) -> None:
        if "seven" in text:
            raise ValueError("seven")

    found = fuzz(read, ["six goats", "seven goats"])

    assert [(crash.text, crash.error) for crash in found.crashes] == [("seven goats", "ValueError: seven")]
    assert found.sentences == 1


def test_a_sentence_that_takes_far_longer_than_others_of_its_length_is_told() -> None:
    def read(text: str) -> None:
        spin(1_000_000 if "slow" in text else 10)

    found = fuzz(read, ["a quick goat"] * (WARM_UP + 50) + ["a slow goat"])

    assert [one.text for one in found.slow] == ["a slow goat"]


def test_a_sentence_that_is_slow_only_once_is_not_slow() -> None:
    seen: set[str] = set()

    def read(text: str) -> None:
        spin(1_000_000 if text == "a shy goat" and text not in seen else 10)
        seen.add(text)

    found = fuzz(read, ["a quick goat"] * (WARM_UP + 50) + ["a shy goat"])

    assert found.slow == ()


def test_lengths_are_compared_with_their_like() -> None:
    assert length_class("x" * 5) == length_class("x" * 63)
    assert length_class("x" * 64) == length_class("x" * 127) < length_class("x" * 128)


def test_a_fuzz_runs_on_the_command_line() -> None:
    done = corroborate("bench", "fuzz", "--sentences", 60, "--json")

    found = json.loads(done.out)
    assert found["sentences"] == 60 - WARM_UP + len(found["exceptions"])
    assert done.status == (0 if found["met"] else 1)
