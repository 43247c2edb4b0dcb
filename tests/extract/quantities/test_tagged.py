import pytest
import spacy
from spacy.tokens import Doc

from corroborate.extract.quantities import make_quantities

BLANK = spacy.blank("en")
READER = make_quantities(BLANK, "corroborate_quantities")


def tagged(*words: tuple[str, str]) -> Doc:
    doc = Doc(BLANK.vocab, words=[word for word, _ in words], tags=[tag for _, tag in words])
    return READER(doc)


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ((("Some", "DT"), ("70", "CD"), ("%", "NN"), ("of", "IN"), ("firms", "NNS"), ("mourned", "VBD"), ("losses", "NNS")), "firms"),
        ((("The", "DT"), ("300", "CD"), ("guns", "NNS"), ("means", "VBZ"), ("trouble", "NN")), "guns"),
        ((("He", "PRP"), ("had", "VBD"), ("three", "CD"), ("big", "JJ"), ("hits", "VBZ")), "big hits"),
        ((("The", "DT"), ("300", "CD"), ("guns", "NNS"), ("sank", "VBD")), "guns"),
    ],
)
def test_a_noun_phrase_ends_before_what_is_tagged_a_verb(words: tuple[tuple[str, str], ...], counted: str) -> None:
    doc = tagged(*words)

    (span,) = doc.spans["quantities"]

    assert span._.figure.counted == counted
