"""How well the shipped weights tag, parse and find names; the floors only ever go up."""

from collections.abc import Mapping

import pytest
import spacy

from corroborate.extract.trained import WEIGHTS
from corroborate.extract.trained.scores import scores
from tests.evaluation.shared import ROOT, needs_shared

pytestmark = needs_shared

FLOORS = {
    "ewt-test.conllu.gz": {"tag": 0.934, "uas": 0.83, "las": 0.80},
    "gum-test.conllu.gz": {"tag": 0.958, "uas": 0.85, "las": 0.815},
    "ner-test-uner_ewt.spacy": {"typed": 0.54, "span": 0.67},
    "ner-test-wikigold.spacy": {"typed": 0.62, "span": 0.83},
}


@pytest.fixture(scope="module")
def measured() -> Mapping[str, Mapping[str, float]]:
    return scores(spacy.load(WEIGHTS), ROOT / "treebanks")


@pytest.mark.parametrize("name", FLOORS)
def test_the_weights_read_texts_they_were_not_trained_on(name: str, measured: Mapping[str, Mapping[str, float]]) -> None:
    assert {part: value for part, value in measured[name].items() if value < FLOORS[name][part]} == {}
