"""Short answers in words: which say the same. Of the "near" pairs, those that do not share most of their words."""

import json
from pathlib import Path

import pytest

from corroborate.match import MiniLM
from corroborate.match.groups.answers import answers_alike, numbers_in

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "answers.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("nearly 25 thousand fake accounts", (25000.0,)),
        ("$84m", (84e6,)),
        ("forty-six people", (46.0,)),
        ("a two-day truce", (48.0,)),
        ("48 hours", (48.0,)),
        ("no one", ()),
    ],
)
def test_numbers_are_known_by_their_value_however_written(text: str, numbers: tuple[float, ...]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("same", "other"),
    [
        (("around 25,000 accounts", "nearly 25 thousand fake accounts"), ("around 25,000 accounts", "about 40,000 accounts")),
        (("shares fell sharply", "sharply lower shares"), ("shares fell sharply", "shares rose sharply")),
        (("the vaccine is safe", "a safe vaccine"), ("the vaccine is safe", "the vaccine is not safe")),
        (("closing is due in March", "it closes in March"), ("closing is due in March", "closing is due in June")),
        (("the offer was accepted", "they accepted the offer"), ("the offer was accepted", "the offer was rejected")),
        (("on the north bank", "the northern bank"), ("on the north bank", "on the south bank")),
        (("said by Oriel Labs", "from Oriel"), ("said by Oriel Labs", "said by Tarn Systems")),
    ],
)
def test_other_numbers_days_names_and_directions_are_other_answers(same: tuple[str, str], other: tuple[str, str]) -> None:
    assert answers_alike(*same) > answers_alike(*other)


def test_an_answer_is_like_itself_and_likeness_goes_both_ways() -> None:
    for pair in PAIRS[:40]:
        assert answers_alike(pair["left"], pair["right"]) == pytest.approx(answers_alike(pair["right"], pair["left"]))
        assert answers_alike(pair["left"], pair["left"]) > 0.99


@pytest.mark.parametrize(("half", "floor"), [("dev", 0.88), ("held", 0.77), ("near-dev", 0.81), ("near-held", 0.65)])
def test_pairs_that_say_the_same_are_told_from_those_that_do_not(half: str, floor: float) -> None:
    told = [pair for pair in PAIRS if pair["half"] == half]
    embedder = MiniLM()
    likeness = [(answers_alike(pair["left"], pair["right"], embedder), pair["same"]) for pair in told]
    yes, no = ([value for value, same in likeness if same is wanted] for wanted in (True, False))

    area = sum((one > other) + 0.5 * (one == other) for one in yes for other in no) / (len(yes) * len(no))

    assert area >= floor
