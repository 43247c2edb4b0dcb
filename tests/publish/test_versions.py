import pytest

from corroborate.publish.versions import differences

FIRST = "The ferry Marisol sank. Police counted 42 injured. The board met."


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (FIRST, ()),
        ("The ferry Marisol sank. Police counted 57 injured. The board met.", ("~ Police counted [-42-] {+57+} injured.",)),
        ("The ferry Marisol sank. The board met.", ("- Police counted 42 injured.",)),
        (f"{FIRST} Nobody was to blame.", ("+ Nobody was to blame.",)),
        ("The ferry Marisol sank.\n\nPolice counted 42 injured.\nThe board met.", ()),
        ("Rain fell all day. Police counted 42 injured. The board met.", ("+ Rain fell all day.", "- The ferry Marisol sank.")),
    ],
)
def test_versions_differ_in_sentences_and_these_in_words(later: str, told: tuple[str, ...]) -> None:
    assert differences(FIRST, later) == told


def test_long_texts_are_compared_in_bounded_time() -> None:
    text = " ".join(f"Sentence {number} says so." for number in range(5_000))

    assert differences(text, text) == ()
