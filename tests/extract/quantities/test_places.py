"""Looking only where something can begin finds what looking everywhere finds."""

import re
from collections.abc import Iterator

import pytest

from corroborate.extract.lexicon import small
from corroborate.extract.quantities.amounts import PLACES, START
from corroborate.extract.quantities.loose import SEVERAL, SHARE, VAGUE, Wording
from corroborate.extract.quantities.nonfigures import masked, pattern_for
from corroborate.measure.mutations import AWKWARD, mutants, seed_sentences

WRITTEN = (
    "Write to desk.two@harbour-herald.example or call +44 20 7946 0123 at 7 o'clock; see https://harbour-herald.example/9-dead, p. 12.",
    "İzmir counted 12 May 2023, 3.5m (1 euro = 1.08) and 10^6, v2.0, #4, No. 5, '90s, and one of them at half past nine. ONE DAY later",
    "zł 3.5, HK $ 4, US$-5, AUD$ 6, Rs. 700, Y=8, PS9, ringgit 10, ₹11, -12, ±13, sub-15, minus 16, ½, .5, a million, an hour and a half",
    "Half of them, a third by weight, two-thirds, one in five, 3 out of every 10; hundreds of thousands, a couple of dozen, a few hundred.",
)
TEXTS = ("\n".join(WRITTEN), "\n".join(AWKWARD), " ".join(seed_sentences()[:400]), "\n".join(mutants(300, seed=5)))


def test_endless_blanks_cost_no_more_than_their_length() -> None:
    assert list(starts(f"{'a' + 200_000 * ' '}5")) == [200_001]


def starts(text: str, position: int = 0) -> Iterator[int]:
    for place in PLACES.finditer(small(text)):
        if START.match(text, place.start()) is not None:
            yield place.start()


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_no_figure_is_found_at_its_places(text: str) -> None:
    assert masked(text) == [found.span() for found in pattern_for(text).finditer(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_amounts_begin_at_their_places(text: str) -> None:
    everywhere = re.compile(rf"(?={START.pattern})")

    assert list(starts(text)) == [found.start() for found in everywhere.finditer(text)]


@pytest.mark.parametrize("wording", [SHARE, VAGUE, SEVERAL])
@pytest.mark.parametrize("text", TEXTS)
def test_shares_and_vague_numbers_are_found_at_their_places(wording: Wording, text: str) -> None:
    assert [found.span() for found in wording.found(text)] == [found.span() for found in wording.pattern.finditer(text)]
