"""Benchmarks: what they read, and that they tell what is asked. No test looks at the clock itself."""

import json
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from corroborate.measure.articles import sentences_of, written_texts
from corroborate.measure.quantulum import Race, quantulum_reader, race
from corroborate.measure.speed import Speed, measure_speed
from corroborate.measure.verdicts import bars, speed_report, speed_row
from tests.commands import corroborate, refusal

FAST = Speed("blank", articles=60, words=36_000, parts={"tokenizer": 0.25, "claims": 0.75}, megabytes=320.0)


def test_articles_have_the_length_asked_for_and_come_again_for_the_same_seed() -> None:
    texts = written_texts(4, words=600)

    assert all(600 <= text.words < 700 for text in texts)
    assert len({text.text for text in texts}) == 4
    assert texts == written_texts(4, words=600)


def test_the_sentences_of_an_article_are_its_text() -> None:
    (text,) = written_texts(1)

    assert "".join(" ".join(sentences_of(text.text)).split()) == "".join(text.text.split())


def test_every_part_from_tokens_to_claims_is_timed() -> None:
    speed = measure_speed("blank", written_texts(1, words=50), rounds=1)

    assert next(iter(speed.parts)) == "tokenizer"
    assert list(speed.parts)[-1] == "claims"
    assert {"sentences", "quantities", "dates", "attribution"} <= set(speed.parts)
    assert speed.megabytes > 10


def test_the_report_puts_ours_beside_what_is_asked() -> None:
    told = speed_report(FAST, Race(100, ours=0.1, theirs=0.35), width=120)

    assert "60 articles of 600 words" in told
    assert "25.0 %" in told
    assert "ours 1000 a second, quantulum3 286" in told
    assert [bar.is_met for bar in bars(FAST, Race(100, ours=0.1, theirs=0.35))] == [True, True, False]


def test_too_few_articles_or_too_much_memory_fall_short() -> None:
    slow = Speed("blank", articles=20, words=12_000, parts={"claims": 1.0}, megabytes=900.0)

    assert [bar.is_met for bar in bars(slow, None)] == [False, False]
    assert speed_row(slow, None)["met"] is False


def test_quantulum3_reads_the_same_sentences_by_its_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    stranger: Any = ModuleType("quantulum3")
    stranger.classifier = SimpleNamespace(USE_CLF=True)
    stranger.parser = SimpleNamespace(parse=heard.append)
    monkeypatch.setitem(sys.modules, "quantulum3", stranger)

    found = race(["Nine goats were lost."], quantulum_reader(), rounds=1)

    assert set(heard) == {"Nine goats were lost."}
    assert stranger.classifier.USE_CLF is False
    assert found.sentences == 1


def test_a_comparison_without_quantulum3_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corroborate.measure.quantulum.find_spec", lambda name: None)

    assert "pip install 'corroborate[bench]'" in refusal("bench", "extract", "--articles", 1, "--compare")


def test_a_benchmark_runs_on_the_command_line() -> None:
    done = corroborate("bench", "extract", "--articles", 2, "--json")

    found = json.loads(done.out)
    assert done.status == 0, done.err
    assert found["articles"] == 2
    assert sum(found["shares"].values()) == pytest.approx(1, abs=0.01)
