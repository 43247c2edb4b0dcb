"""What a sentence looks back to: another event, of which other articles may say nothing."""

import pytest

from corroborate.match.groups.constraints import forbidden
from corroborate.match.groups.elsewhere import elsewhere, is_named
from corroborate.match.groups.mentions import mention
from corroborate.model.articles import Article
from corroborate.model.claims import Claim
from tests.factory import article, claim, quantity

LEAD = (
    "A fire at a printing works in Tarnholt killed 14 people on Friday, the fire service said. Forty appliances fought it for six "
    "hours, and the road to the harbour stayed shut until the evening. "
)


def stated(sentence: str, surface: str, *parties: str) -> tuple[Claim, Article]:
    """A sentence behind the lead of an article."""
    of = article("Port Post", LEAD + sentence)
    return claim(of, surface, quantity(surface, counted="people"), parties=parties), of


def test_a_sentence_that_looks_back_to_another_place_tells_of_another_event() -> None:
    assert elsewhere(*stated("Only weeks before, a blast in Orrinsk had killed 31 people.", "31", "Orrinsk")) == {"Orrinsk"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Orrinsk and Marrakland had counted 31 people out of work shortly before.",
        "In a like case, Orrinsk Works had been ordered to pay 31 people.",
        "In Orrinsk, 31 people had been in favour shortly before.",
        "It was reported not long before that the floods at Orrinsk had displaced 31 people.",
    ],
)
def test_what_is_said_to_be_over_elsewhere_is_another_event(sentence: str) -> None:
    assert elsewhere(*stated(sentence, "31", "Orrinsk")) == {"Orrinsk"}


def test_the_town_that_the_article_opens_with_is_no_other_place() -> None:
    assert not elsewhere(*stated("Only weeks before, a blast in Tarnholt had killed 31 people.", "31", "Tarnholt"))


def test_what_someone_says_had_happened_is_the_event_itself() -> None:
    assert not elsewhere(*stated("Shortly before dusk 31 people had been taken to Orrinsk, she said.", "31", "Orrinsk"))


def test_what_had_happened_by_then_is_the_event_itself() -> None:
    assert not elsewhere(*stated("By dusk 31 people had been taken to Orrinsk.", "31", "Orrinsk"))


def test_figures_of_two_events_are_kept_apart_where_one_article_knows_nothing_of_the_other() -> None:
    past = mention(*stated("Only weeks before, a blast in Orrinsk had killed 31 people.", "31", "Orrinsk"))
    own = mention(*stated("The toll stands at 15 people.", "15"))
    knowing = mention(*stated("The toll stands at 15 people, after the blast in Orrinsk.", "15", "Orrinsk"))

    assert forbidden(past, own) == forbidden(own, past) == "one is of another event"
    assert forbidden(past, knowing) is None


def test_a_figure_of_another_event_that_is_equal_by_chance_stays_apart() -> None:
    past = mention(*stated("Only weeks before, a blast in Orrinsk had killed 31 people.", "31", "Orrinsk"))

    assert forbidden(past, mention(*stated("By now it has cost the lives of 31 people.", "31"))) == "one is of another event"


def test_festivals_of_one_kind_go_by_the_name_that_tells_them_apart() -> None:
    first = mention(*stated("The Orrinsk Lantern Festival had drawn 310 people not long before.", "310", "Orrinsk Lantern Festival"))
    second = mention(*stated("The Velmarsh Lantern Festival had drawn 450 people not long before.", "450", "Velmarsh Lantern Festival"))

    assert forbidden(first, second) == "one is of another event"


def test_what_was_announced_only_recently_is_another_event_too() -> None:
    sentence = "Only recently, Orrinsk Foods had announced that it would cut 31 people."

    assert elsewhere(*stated(sentence, "31", "Orrinsk Foods")) == {"Orrinsk Foods"}
    assert elsewhere(*stated("Orrinsk Foods had been found guilty of cheating 31 people not long before.", "31", "Orrinsk Foods"))


def test_a_word_that_another_name_has_as_well_names_nothing() -> None:
    head = "The ferry Polar Lark has sunk off Tarnholt, the Orrinsk Herald reported."

    assert [is_named(name, head) for name in ("Island Lark", "Orrinsk", "Lark", "Tarnholt")] == [False, False, True, True]
    assert is_named("Verocorp Textiles", "Verocorp said so.")
    assert not is_named("Verocorp Textiles", "Thornbury Textiles said so.")
    assert not is_named("Ember 40", "The Ember 7 heater is recalled.")


def test_what_became_known_not_long_before_is_over_without_a_had() -> None:
    sentence = "At Orrinsk Foods, 31 people are to go under a plan that became known not long before."

    assert elsewhere(*stated(sentence, "31", "Orrinsk Foods")) == {"Orrinsk Foods"}


def test_an_article_that_only_looks_back_to_an_event_does_not_tell_of_it() -> None:
    past = mention(*stated("Only weeks before, a blast in Orrinsk had killed 31 people.", "31", "Orrinsk"))
    of = article("Quay Post", "A fire in Tarnholt killed 15 people. Shortly before, a blast in Orrinsk had killed 28. All is quiet now.")
    own = mention(claim(of, "15", quantity("15", counted="people")), of)

    assert forbidden(past, own) == "one is of another event"


HARBOUR = (
    "The ferry Royal Comfort sank off Harrowton on Friday, and 17 people died, the coastguard said. Boats searched the water off "
    "Harrowton through the night, and relatives waited on the quay. "
)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Shortly before, the ferry Polar Lark had gone down off Harrowton, and 31 people had died.", {"Polar Lark"}),
        ("When the Polar Lark sank off Harrowton, 31 people had been hurt.", {"Polar Lark"}),
        ("When the Royal Comfort sank off Harrowton, 31 people had been hurt.", set()),
        ("The harbour master of Orrinsk had counted 31 people aboard shortly before.", set()),
    ],
)
def test_another_name_is_another_event_though_the_place_is_the_same(sentence: str, names: set[str]) -> None:
    of = article("Port Post", HARBOUR + sentence)
    parties = tuple(name for name in ("Polar Lark", "Royal Comfort", "Harrowton") if name in sentence)
    if not parties:
        parties = ("Harrowton",)

    assert elsewhere(claim(of, "31", quantity("31", counted="people"), parties=parties), of) == names
