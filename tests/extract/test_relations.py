import pytest
import spacy
from spacy.tokens import Doc

from corroborate.extract.relations import (
    chain_of,
    complements,
    counted_noun,
    head_of,
    is_passive,
    predicate_of,
    predicate_thing,
    sharing,
    subject_of,
)

VOCAB = spacy.blank("en").vocab


def tree(*rows: str) -> Doc:
    """A parsed sentence, one "word tag label head" a token."""
    words, tags, deps, heads = zip(*(row.split() for row in rows), strict=True)
    starts = [place == 0 for place in range(len(words))]
    return Doc(VOCAB, list(words), tags=list(tags), deps=list(deps), heads=[int(head) for head in heads], sent_starts=starts)


BOUGHT = tree(
    "Tern NNP compound 1", "Lines NNP nsubj 2", "bought VBD ROOT 2", "nine CD nummod 4", "ferries NNS obj 2", "and CC cc 6",
    "sold VBD conj 2", "two CD obj 6", "to IN case 9", "Brask NNP obl 6", ". . punct 2",
)  # fmt: skip
ROSE = tree(
    "Passenger NN compound 1", "traffic NN nsubj 4", "across IN case 3", "Norland NNP nmod 1", "fell VBD ROOT 4", "9 CD nummod 6",
    "percent NN obl:unmarked 4", ". . punct 4",
)  # fmt: skip
CLEAR = tree(
    "The DT det 1", "number NN nsubj 5", "of IN prep 1", "farms NNS pobj 2", "has VBZ aux 5", "fallen VBN ROOT 5", "to IN prep 5",
    "11,000 CD pobj 6", ". . punct 5",
)  # fmt: skip
FINED = tree(
    "Velt NNP nsubj:pass 2", "was VBD aux:pass 2", "fined VBN ROOT 2", "$ $ obj 2", "3m CD nummod 3", "by IN case 6",
    "Norgrid NNP obl:agent 2",
)  # fmt: skip


def test_a_span_hangs_in_its_sentence_by_one_token() -> None:
    assert head_of(FINED[3:5]) == FINED[3]
    assert head_of(BOUGHT[3:4]) == BOUGHT[3]


def test_the_chain_of_a_figure_ends_with_its_predicate() -> None:
    assert [token.text for token in chain_of(BOUGHT[3])] == ["nine", "ferries", "bought"]
    assert predicate_of(BOUGHT[7]) == BOUGHT[6]


def test_a_number_counts_the_noun_it_hangs_on() -> None:
    assert counted_noun(BOUGHT[3]) == BOUGHT[4]
    assert counted_noun(FINED[4]) is None


def test_a_verb_of_a_list_shares_its_subject() -> None:
    shared = sharing(BOUGHT[6])

    assert shared == BOUGHT[2]
    assert shared is not None
    assert subject_of(shared) == BOUGHT[1]
    assert sharing(BOUGHT[2]) is None


def test_of_two_subjects_the_nearer_is_meant() -> None:
    owned = tree("Velt NNP nsubj 3", "'s POS case 0", "profit NN nsubj 3", "fell VBD ROOT 3", "9% CD obj 3")

    assert subject_of(owned[3]) == owned[2]


def test_the_subject_of_a_passive_does_nothing() -> None:
    assert is_passive(FINED[2])
    assert not is_passive(BOUGHT[2])


@pytest.mark.parametrize(
    ("doc", "verb", "found"), [(BOUGHT, 6, ("to", "Brask")), (FINED, 2, ("by", "Norgrid")), (CLEAR, 5, ("to", "11,000"))]
)
def test_complements_come_with_their_prepositions_in_both_schemes(doc: Doc, verb: int, found: tuple[str, str]) -> None:
    assert found in [(case, token.text) for case, token in complements(doc[verb])]


@pytest.mark.parametrize(("doc", "place", "thing"), [(ROSE, 6, "passenger traffic"), (CLEAR, 7, "farms"), (BOUGHT, 3, None)])
def test_what_rises_or_falls_is_what_the_figure_is_of(doc: Doc, place: int, thing: str | None) -> None:
    assert predicate_thing(doc[place]) == thing


def test_a_figure_is_of_the_subject_that_it_is_said_to_be() -> None:
    turnout = tree("Turnout NN nsubj 3", "was VBD cop 3", "61 CD nummod 3", "percent NN ROOT 3")
    told = tree("It PRP nsubj 3", "was VBD cop 3", "61 CD nummod 3", "percent NN ROOT 3")

    assert predicate_thing(turnout[3]) == "turnout"
    assert predicate_thing(told[3]) is None


def test_what_a_figure_is_expected_to_reach_is_the_subjects() -> None:
    doc = tree(
        "Inflation NN nsubj:pass 2", "is VBZ aux:pass 2", "expected VBN ROOT 2", "to TO mark 4", "ease VB xcomp 2", "to IN case 7",
        "2.4 CD nummod 7", "percent NN obl 4",
    )  # fmt: skip

    assert predicate_thing(doc[7]) == "inflation"


def test_nothing_is_told_without_a_tree() -> None:
    doc = Doc(VOCAB, ["Nine", "ships", "sank"])

    assert head_of(doc[0:2]) is None
    assert predicate_of(doc[0]) is None
    assert predicate_thing(doc[0]) is None
    assert counted_noun(doc[0]) is None
