"""How often the reader knows who says so; the floors only ever go up."""

from typing import Any

import pytest

from corroborate.model.claims import Attribution
from tests.evaluation.attribution import NEWS, name_keys, news, score

needs_news = pytest.mark.skipif(not NEWS.is_file(), reason="the annotated news are not there")


def test_names_are_the_same_whatever_their_article_and_legal_form() -> None:
    assert name_keys(["The Norhaven Courier"]) == name_keys(["Norhaven Courier"])
    assert name_keys(["Orrin Rail plc"]) == name_keys(["Orrin Rail"])
    assert name_keys(["two people familiar with the matter"]) == name_keys(["people familiar with the matter"])
    assert name_keys(["police in Norhaven"]) == name_keys(["Norhaven police"])
    assert name_keys(["Orrin Rail"]) != name_keys(["Velt Rail"])


def test_a_speaker_given_for_the_reporters_own_voice_counts_against_precision() -> None:
    silent: dict[str, Any] = {"speaker": None, "document": None, "cites": [], "hedged": False, "denied": False}
    passage = {"figures": [silent, silent | {"speaker": "Ilse Varga"}]}

    scores = score([passage], lambda _: [Attribution(speaker="police"), Attribution(speaker="Ilse Varga")])

    assert (scores.speaker.precision, scores.speaker.recall) == (0.5, 1.0)


@needs_news
def test_speakers_and_cited_outlets_are_read_in_the_half_that_rules_were_tuned_on() -> None:
    scores = score(news("dev"))

    assert scores.speaker.f1 >= 0.5
    assert scores.cites.f1 >= 0.5
