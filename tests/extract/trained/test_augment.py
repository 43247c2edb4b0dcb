"""Names change places, and everything else stays."""

import spacy
from spacy.tokens import Doc
from spacy.training import Example

from corroborate.extract.trained.augment import swapped_names

NLP = spacy.blank("en")


def example(words: list[str], ents: list[str]) -> Example:
    doc = Doc(NLP.vocab, words=words, ents=ents)
    return Example(NLP.make_doc(doc.text), doc)


FIRST = example(["Petra", "Lund", "left", "Orsk", "."], ["B-PERSON", "I-PERSON", "O", "B-LOC", "O"])
SECOND = example(["Then", "Strand", "won", "."], ["O", "B-PERSON", "O", "O"])


def test_a_name_gives_way_to_one_of_its_kind() -> None:
    swap = swapped_names(level=1.0, seed=3)
    made = [next(swap(NLP, one)).reference for one in (FIRST, SECOND) * 10]

    names = {(entity.text, entity.label_) for doc in made for entity in doc.ents}
    assert names == {("Petra Lund", "PERSON"), ("Strand", "PERSON"), ("Orsk", "LOC")}
    assert {doc.text for doc in made[1::2]} == {"Then Petra Lund won . ", "Then Strand won . "}


def test_what_is_no_name_stays() -> None:
    swap = swapped_names(level=1.0, seed=3)

    made = next(swap(NLP, FIRST))

    assert [token.text for token in made.reference if not token.ent_type] == ["left", "."]
    assert made.predicted.text == made.reference.text


def test_only_a_share_of_the_texts_is_changed() -> None:
    swap = swapped_names(level=0.0, seed=3)

    assert next(swap(NLP, FIRST)) is FIRST
