"""How often the reader knows who says so; the floors only ever go up."""

from typing import Any

import pytest

from corroborate.model.claims import Attribution
from tests.evaluation.attribution import NEWS, news, same_name, score

needs_news = pytest.mark.skipif(not NEWS.is_file(), reason="the annotated news are not there")


@pytest.mark.parametrize(
    ("left", "right", "is_same"),
    [
        ("The Norhaven Courier", "Norhaven Courier", True),
        ("Orrin Rail plc", "Orrin Rail", True),
        ("Captain Ilse Varga", "Ilse Varga", True),
        ("two people familiar with the matter", "people familiar with the matter", True),
        ("police in Norhaven", "Norhaven police", True),
        ("rescuer at the scene", "rescuer", True),
        ("the lender's internal auditors", "internal auditors", True),
        ("Orrin Rail", "Velt Rail", False),
        ("internal auditors", "auditors", False),
        ("Ilse Varga", "mayor", False),
        ("e-mail", "email", True),
    ],
)
def test_names_are_the_same_by_their_words_and_descriptions_by_their_head(left: str, right: str, is_same: bool) -> None:
    assert same_name(left, right) is is_same


def test_a_speaker_given_for_the_reporters_own_voice_counts_against_precision() -> None:
    silent: dict[str, Any] = {"speaker": None, "document": None, "cites": [], "hedged": False, "denied": False}
    passage = {"figures": [silent, silent | {"speaker": "Ilse Varga"}]}

    scores = score([passage], lambda _: [Attribution(speaker="police"), Attribution(speaker="Ilse Varga")])

    assert (scores.speaker.precision, scores.speaker.recall) == (0.5, 1.0)


@needs_news
def test_speakers_and_cited_outlets_are_read_in_the_half_that_rules_were_tuned_on() -> None:
    scores = score(news("dev"))

    assert scores.speaker.f1 >= 0.9
    assert scores.cites.f1 >= 0.8


@needs_news
def test_speakers_and_cited_outlets_are_read_in_the_half_kept_apart() -> None:
    scores = score(news("test"))

    assert scores.speaker.f1 >= 0.7
    assert scores.cites.f1 >= 0.75
