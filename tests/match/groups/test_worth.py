"""What money is for, and which shares are stakes."""

import pytest

from corroborate.match.groups.mentions import mention
from corroborate.model.figures import Kind
from tests.factory import article, claim, quantity


@pytest.mark.parametrize(
    ("sentence", "surface", "thing"),
    [
        ("Tarn will pay $38 a share in cash.", "$38", "share price"),
        ("Shares of Tarn jumped 28 percent to $37.10.", "$37.10", "stock price"),
        ("Tarn shares closed up 4.2 per cent at $61.30.", "$61.30", "stock price"),
        ("Tarn sold 48 million shares at $25 each.", "$25", "share price"),
        ("Tarn declared an interim dividend of 1.35 crowns per share.", "1.35 crowns", "dividend"),
        ("- Interim divi: 1.25 crowns.", "1.25 crowns", "dividend"),
        ("Tarn had revenue of 18 million crowns and declared a dividend of 1.35 crowns.", "18 million crowns", "revenue"),
        ("Net income rose to $184 million, or $1.12 a share.", "$1.12", "earnings per share"),
        ("The deal is worth $4.6 billion including net debt of $700 million.", "$700 million", "debt"),
        ("Tarn announced a $300 million share repurchase programme.", "$300 million", "buyback"),
    ],
)
def test_money_is_for_what_the_words_around_it_say(sentence: str, surface: str, thing: str) -> None:
    of = article("Port Post", sentence)
    counted = "net debt" if thing == "debt" else "share repurchase programme" if thing == "buyback" else None
    stated = claim(of, surface, quantity("12", unit="USD", counted=counted), kind=Kind.MONEY)

    assert mention(stated, of).thing == thing


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("The state will own 46% of the bank.", True),
        ("Tarn will take a 46% stake in Velt.", True),
        ("The founders keep 46% of the company.", True),
        ("Tarn sold 46% of the tickets.", False),
        ("Some 46% of the bank is insured.", False),
    ],
)
def test_a_share_that_somebody_owns_is_a_stake(sentence: str, is_one: bool) -> None:
    of = article("Port Post", sentence)

    assert (mention(claim(of, "46%", quantity("46", unit="%"), kind=Kind.PERCENT), of).thing == "stak") is is_one
