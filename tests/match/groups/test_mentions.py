"""What a claim is by the other claims of its article."""

import pytest

from corroborate.match.groups.mentions import mentions
from corroborate.match.groups.scoring import log_odds
from corroborate.model.articles import Reading
from tests.factory import article, claim, quantity


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("A slide near Carrick killed 11 people. Another 22 people were hurt.", True),
        ("A slide near Carrick killed 11 people and hurt nine. Another 22 people were hurt when a wall fell.", False),
        ("A slide near Carrick blocked 11 roads. Another 22 people were hurt.", False),
    ],
)
def test_another_number_of_hurt_behind_the_dead_is_of_all_the_hurt(text: str, is_whole: bool) -> None:
    of = article(text=text)
    thing = "roads" if "roads" in text else "people"
    told = [claim(of, "11", quantity("11", counted=thing)), claim(of, "22", quantity("22", counted="people"))]
    told += [claim(of, "nine", quantity("9", counted="people"))] if "nine" in text else []

    found = {one.claim.surface: one for one in mentions([Reading(of, tuple(told))], None)}

    assert ("further" not in found["22"].scope) is is_whole


def test_swapped_digits_of_the_same_thing_speak_for_one_question() -> None:
    def revenue(value: str, outlet: str) -> Reading:
        of = article(outlet, f"Helvar took a charge of ${value} million for its works in Turren.")
        return Reading(of, (claim(of, f"${value} million", quantity(f"{value}e6", unit="USD", counted="charge")),))

    first, swapped, other = mentions([revenue("45", "Dorvik Post"), revenue("54", "Orm Mail"), revenue("59", "Orm Sun")], None)
    by_value = {one.claim.surface: one for one in (first, swapped, other)}
    one = by_value["$45 million"]

    assert log_odds(one, by_value["$54 million"]) > log_odds(one, by_value["$59 million"])


def test_a_figure_that_a_sentence_takes_back_is_of_the_same_question() -> None:
    def dead(sentence: str, number: str, outlet: str) -> Reading:
        of = article(outlet, sentence)
        return Reading(of, (claim(of, number, quantity(number, counted="sailors")),))

    old = dead("The storm off Orsk killed 19 sailors.", "19", "Dorvik Post")
    new = dead("The port says 17 sailors died and not 19, as it had first announced.", "17", "Orm Mail")
    other = dead("The port says 17 sailors died off Orsk on Sunday.", "17", "Orm Sun")
    first, second, third = (one for found in (old, new, other) for one in mentions([found], None))

    assert second.instead_of == 19
    assert log_odds(first, second) > log_odds(first, third) + 3
