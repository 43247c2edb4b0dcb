import pytest

from corroborate.match.groups.clauses import background_before, clause_around


@pytest.mark.parametrize(
    ("sentence", "figure", "expected"),
    [
        ("At the ballot three years ago, the party of Ilse Varga took 32 percent of the vote.", "32 percent", True),
        ("In an earlier recall, 12,000 mixers were called back.", "12,000", True),
        ("The Saturday before, 130 people were hurt.", "130", True),
        ("The Saturday before the vote, 130 people were hurt.", "130", False),
        ("The 12 coffins, buried 2,500 years ago, lay in a shaft.", "12", False),
        ("The 12-vote defeat is the worst of any council in a full session since 1924.", "12", False),
        ("Not for decades has a council lost by more than 100 votes.", "100", True),
        ("Never before have more than 400 members voted against it.", "400", False),
        ("On Tuesday evening, the party of Ilse Varga took 32 percent of the vote.", "32 percent", False),
    ],
)
def test_what_a_sentence_opens_with_says_when_the_rest_holds(sentence: str, figure: str, expected: bool) -> None:
    start = sentence.index(figure)

    assert background_before(sentence, start, start + len(figure)) is expected


def test_a_short_clause_behind_a_semicolon_stands_by_itself() -> None:
    sentence = "Net profit was $62m, down from $90m a year earlier; revenue came to $1.83bn."
    start = sentence.index("$1.83bn")

    low, high = clause_around(sentence, start, start + 7)

    assert sentence[low:high] == " revenue came to $1.83bn."
    assert not background_before(sentence, start, start + 7, 2026)
    assert clause_around("Dead: 12; hurt: 40", 16, 18) == (0, 18)


def test_the_figure_of_now_is_not_background_for_being_held_against_that_of_then() -> None:
    sentence = "Turnout was 67.3 percent, up from 61.9 percent four years ago."

    assert not background_before(sentence, 12, 24, 2026)
    assert background_before(sentence, 34, 46, 2026)
