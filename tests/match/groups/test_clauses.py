import pytest

from corroborate.match.groups.clauses import background_before


@pytest.mark.parametrize(
    ("sentence", "figure", "expected"),
    [
        ("At the ballot three years ago, the party of Ilse Varga took 32 percent of the vote.", "32 percent", True),
        ("In an earlier recall, 12,000 mixers were called back.", "12,000", True),
        ("On Tuesday evening, the party of Ilse Varga took 32 percent of the vote.", "32 percent", False),
    ],
)
def test_what_a_sentence_opens_with_says_when_the_rest_holds(sentence: str, figure: str, expected: bool) -> None:
    start = sentence.index(figure)

    assert background_before(sentence, start, start + len(figure)) is expected
