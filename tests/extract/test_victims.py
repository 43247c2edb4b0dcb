"""People counted because they are named or listed; only what is told of all whom the event befell is a figure."""

from datetime import date

import pytest

from corroborate.extract.reader import Reader
from corroborate.model.claims import Claim
from corroborate.model.figures import Approx, Kind, Quantity
from tests.factory import article

READER = Reader("blank")
TODAY = date(2026, 10, 14)


def claims(text: str) -> tuple[Claim, ...]:
    """The claims of a text by rules alone."""
    from corroborate.extract.claims import read_claims

    return read_claims(READER.annotate(text, TODAY), article(text=text))


def enumerated(text: str) -> set[tuple[str, int, str]]:
    """Surface, value and thing counted of those who are not counted in numbers."""
    found = set()
    for claim in claims(text):
        figure = claim.figure
        if claim.rule.startswith(("people", "nobody")) and isinstance(figure, Quantity) and figure.value is not None:
            found.add((claim.surface, int(figure.value), figure.counted or ""))
    return found


@pytest.mark.parametrize(
    ("text", "surface", "value", "counted"),
    [
        ("A man and a woman were killed in the fire.", "A man and a woman", 2, "people killed"),
        ("Divers found the body of a 12th victim in Orsk.", "12th", 12, "people killed"),
        (
            "A gunman killed the owner of a tire shop and one of his workers.",
            "the owner of a tire shop and one of his workers",
            2,
            "people killed",
        ),
        ("The driver of the tanker was killed and a firefighter was hurt.", "a firefighter", 1, "people injured"),
        ("Rocks killed a guide and three skiers.", "a guide and three skiers", 4, "people killed"),
        ("Ada Brill, 71, and Tom Sturt, 50, died at the scene.", "Ada Brill, 71, and Tom Sturt, 50", 2, "people killed"),
        ("A couple in their 70s have died in a blaze in Orsk.", "A couple in their 70s", 2, "people killed"),
        ("A teenage boy is fighting for his life after a crash.", "A teenage boy", 1, "people injured"),
        ("A third victim of Saturday's shooting at a bar in Orsk has died.", "third", 3, "people killed"),
        ("One man died at the scene of the shooting. A second man died in hospital.", "second", 2, "people killed"),
        ("The coroner identified the dead as Ada Brill, 71, and Tom Sturt, 50.", "Ada Brill, 71, and Tom Sturt, 50", 2, "people killed"),
        ("Police are at the scene of a double homicide.", "double homicide", 2, "people killed"),
        ("A triple shooting closed Elm Street.", "triple shooting", 3, "people shot"),
        ("The lorry hit a wall. No one was hurt.", "No one was hurt", 0, "people injured"),
        ("Four shot, one dead at car wash\n\nPolice were called.", "Four", 4, "people shot"),
        ("A woman was taken to Orsk Infirmary, where she died.", "A woman", 1, "people killed"),
        (
            "The crash killed Ada Brill, 71, a teacher, and Tom Sturt, 50.",
            "Ada Brill, 71, a teacher, and Tom Sturt, 50",
            2,
            "people killed",
        ),
    ],
)
def test_people_who_are_listed_are_counted(text: str, surface: str, value: int, counted: str) -> None:
    assert (surface, value, counted) in enumerated(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested a man and a woman on Thursday.",
        "A storm could have killed a man and a boy.",
        "A woman wounded in Sunday's shooting has died.",
        "Eleven people died in the collapse, including a couple from Orsk.",
        "The march comes a week after a man and his son were killed nearby.",
        "The novel begins when a man and a woman are killed.",
        "The fire killed a horse and two dogs.",
        "The blast killed a nurse and an unnamed relative of hers.",
        "The man shot and wounded his own brother-in-law's horse.",
        "Two people were killed on the A9. They were Ada Brill, 71, and Tom Sturt, 50.",
    ],
)
def test_what_is_not_told_of_all_whom_the_event_befell_is_no_figure(text: str) -> None:
    assert enumerated(text) == set()


def test_a_victim_told_of_again_is_counted_once() -> None:
    found = enumerated("Renata Lowe, 24, died at the scene.\n\nLowe was a teacher. She died of a head wound, the coroner said.")

    assert found == {("Renata Lowe, 24", 1, "people killed")}


def test_an_earlier_event_told_of_in_passing_adds_nothing() -> None:
    found = enumerated("A man was stabbed to death in Orsk. Last year a father and his son were killed on the same street.")

    assert found == {("A man", 1, "people killed")}


def test_a_number_in_a_list_is_a_part_of_those_listed() -> None:
    (two,) = [claim for claim in claims("A mother and her two daughters died in the crash.") if claim.surface == "two"]

    assert "part" in two.scope


def test_who_tells_of_the_wounded_is_none_of_them() -> None:
    (killed, wounded) = claims("The blast killed 15 people and wounded more than 30, a hospital official said.")

    assert (killed.scope, wounded.scope) == ((), ())


def test_a_hedge_before_those_counted_is_kept() -> None:
    (killed,) = [claim for claim in claims("The blast left a tower burning, killing at least one.") if claim.rule.startswith("people")]

    assert isinstance(killed.figure, Quantity)
    assert killed.figure.approx is Approx.AT_LEAST


def test_the_age_of_one_is_no_count_of_the_dead() -> None:
    for text in ("A man of 23 died, the sheriff said.", "In Orsk a male victim of 22 was pronounced dead.", "A child of 6 was hurt."):
        assert {claim.kind for claim in claims(text)} == {Kind.DURATION}, text


def test_the_ages_of_two_and_the_children_of_one_are_no_victims() -> None:
    assert not any("57" in surface for surface, _, _ in enumerated("Two men, aged 20 and 57, were also injured."))
    assert enumerated("A mother of three died in Orsk.") == {("A mother of three", 1, "people killed")}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A woman died in the crash and a man died later in hospital.", 2, None),
        ("Ada Brill, 34, was pronounced dead at the scene.\n\nHer cousin, 29-year-old Tom Sturt, was taken to Orsk Hospital.", 1, 1),
        (
            "A 19-year-old man who was shot on a porch last month has died, police said.\n\nTom Sturt died on Saturday. "
            "His cousin, Ivo Sturt, 34, was killed in the shooting.",
            2,
            None,
        ),
        (
            "A woman who was shot on Wednesday died Thursday night.\n\nAda Brill, 30, had been in critical condition. Her boyfriend, "
            "Tom Sturt, 33, died at the scene.\n\nA third person, a 28-year-old man, remains hospitalized.",
            2,
            1,
        ),
        ("One of the victims, a 41-year-old man, was in critical condition. A man, 38, and a woman, 36, had minor wounds.", None, 3),
        ("A man was killed.\n\nThe man, a roofer, was 40. He died of a head wound.", 1, None),
        ("A fourth person was hurt in the shooting, police said.", None, None),
        ("Killed were Ada Brill, 63; her son, Tom Brill, 35; and Tom Brill's sons, Ivo, 9, and Jan, 7.", 4, None),
        ("A body was found in a burned car on Tuesday.", 1, None),
        ("All three were taken to Orsk Hospital, where one of them died.", 1, None),
    ],
)
def test_victims_of_whom_several_sentences_tell_one_each_are_counted(text: str, killed: int | None, injured: int | None) -> None:
    told = {counted: value for _, value, counted in enumerated(text)}

    assert (told.get("people killed"), told.get("people injured")) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A man shot and killed his wife and daughter before killing himself, the sheriff said.", 3),
        ("A man shot his wife to death. The man then killed himself, police said.", 2),
        ("An officer was killed on Friday. The suspect was also killed, the sheriff said.", 2),
        ("A 4-year-old accidentally shot and killed himself with a gun he found.", 1),
        ("A man shot and killed his wife before trying to kill himself, the sheriff said.", 1),
    ],
)
def test_who_did_it_and_died_of_it_is_one_of_the_dead(text: str, killed: int) -> None:
    assert {value for _, value, counted in enumerated(text) if counted == "people killed"} == {killed}


def test_those_arrested_for_a_killing_are_not_the_dead() -> None:
    found = enumerated("Police have arrested two men in the death of Ada Brill, the 71-year-old woman killed by a stray bullet.")

    assert {value for _, value, _ in found} == {1}
