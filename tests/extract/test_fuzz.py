"""Whatever stands in a text: no exception, no sentence that takes for ever, and every figure cut where it stands.

A hundred mutated sentences here; `corroborate bench fuzz` reads a hundred thousand.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.extract.claims import read_claims
from corroborate.extract.quantities import read_quantities
from corroborate.extract.reader import Reader, read
from corroborate.measure.articles import article_of
from corroborate.measure.fuzz import fuzz, reading
from corroborate.measure.mutations import AWKWARD, mutants, seed_sentences
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Quantity

READER = Reader()
DAY = date(2026, 10, 14)
SENTENCES = seed_sentences()
PLAIN = (
    "The ferry carried 268 people to Orsk.",
    "Nearly 25,000 fake accounts were closed by Velt.",
    "Orrin Rail paid $3.2 million for 12 tonnes of ice.",
    "Turnout fell by 3 percentage points to 41 percent.",
    "Between 410 and 460 goats were lost in the flood.",
    "Half a dozen trawlers waited nine hours off the port.",
    "One in seven pupils travels more than 12 kilometres.",
    "Rents rose 4.5 percent, the agency said.",
    "The dam holds up to 28.8 million tonnes of water.",
)


def claims_of(text: str) -> tuple[Claim, ...]:
    return read_claims(READER.annotate(text, DAY), article_of(text))


def figures(texts: Iterable[str]) -> Counter[tuple[object, ...]]:
    return Counter((one.kind, one.quantity.value, one.quantity.range, one.quantity.unit) for text in texts for one in read_quantities(text))


@pytest.mark.parametrize("pipeline", sorted({READER.pipeline, "blank"}))
def test_mutated_sentences_are_read_without_an_exception_and_in_their_time(pipeline: str) -> None:
    found = fuzz(reading(pipeline), mutants(60, seed=11))

    assert found.crashes == ()
    assert found.slow == ()


def test_claims_of_every_kind_are_among_the_sentences_on_which_the_laws_are_tried() -> None:
    kinds = {claim.kind for sentence in (*AWKWARD, *PLAIN) for claim in claims_of(sentence)}

    assert kinds >= set(Kind) - {Kind.PARTY, Kind.PERIOD}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from([" ", "\n", "\n\n", "  "]))
def test_offsets_cut_every_surface_out_of_the_text(sentences: list[str], glue: str) -> None:
    text = glue.join(sentences)

    for claim in claims_of(text):
        assert claim.span.cut(text) == claim.surface
        assert text[claim.sentence.start :].startswith(claim.sentence.text)
        assert claim.sentence.start <= claim.span.start


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(list(mutants(400, seed=5))), min_size=1, max_size=3))
def test_offsets_cut_every_surface_out_of_spoiled_texts_too(sentences: list[str]) -> None:
    text = "\n".join(sentences)

    for claim in claims_of(text):
        assert claim.span.cut(text) == claim.surface
        assert claim.surface.strip()


@settings(max_examples=60, deadline=None)
@given(st.permutations(PLAIN))
def test_a_text_with_its_sentences_shuffled_gives_the_same_quantities(shuffled: list[str]) -> None:
    assert figures([" ".join(shuffled)]) == figures(PLAIN)


@settings(max_examples=30, deadline=None)
@given(st.permutations(PLAIN))
def test_a_shuffled_article_gives_the_same_claims_of_quantity(shuffled: list[str]) -> None:
    def quantities(texts: Iterable[str]) -> Counter[tuple[object, ...]]:
        return Counter((one.kind, one.surface, one.figure) for text in texts for one in claims_of(text) if isinstance(one.figure, Quantity))

    assert quantities(["\n".join(shuffled)]) == quantities(["\n".join(PLAIN)])


@pytest.mark.parametrize(
    "text",
    [
        "The opening is planned to take place in to 224.",
        "The accounts were closed by the end of the 2rd quarter.",
    ],
)
def test_what_once_stopped_the_reading_does_so_no_more(text: str) -> None:
    assert read(text, published=date(2026, 10, 14)) is not None
