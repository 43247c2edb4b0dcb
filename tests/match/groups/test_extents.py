"""How deep a thing lies is not how long it is."""

import pytest

from corroborate.match.groups.constraints import other_extent
from corroborate.match.groups.mentions import Mention, mention
from corroborate.model.figures import Kind
from tests.factory import article, claim, quantity


def length(sentence: str, value: str) -> Mention:
    of = article("Dune Daily", sentence)
    return mention(claim(of, f"{value} metres", quantity(value, unit="metre"), kind=Kind.MEASURE), of)


@pytest.mark.parametrize(
    ("sentence", "aspect"),
    [
        ("The wreck rests 25 metres below the surface.", "depth"),
        ("It lies at a depth of 25 metres off Orsk.", "depth"),
        ("Waves up to 25 metres high broke over the wall.", "height"),
        ("The crater is 25 metres wide.", "width"),
        ("The wreck lies 25 metres off the coast.", "distance"),
        ("The coach fell 25 metres down a ravine.", None),
        ("The wreck is 25 metres long.", None),
    ],
)
def test_the_words_beside_a_length_tell_which_it_is(sentence: str, aspect: str | None) -> None:
    assert length(sentence, "25").thing == aspect


def test_only_the_same_extents_are_compared() -> None:
    deep = length("The wreck rests 25 metres below the surface.", "25")

    assert other_extent(deep, length("It lies at a depth of 52 metres.", "52")) is None
    assert other_extent(deep, length("The wreck lies 52 metres off the coast.", "52")) is not None
    assert other_extent(deep, length("The wreck is 52 metres long.", "52")) is not None
    assert other_extent(deep, length("The wreck was seen at 25 metres.", "25")) is None
