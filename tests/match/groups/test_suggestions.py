"""Groups that only a missing slot keeps apart are shown to people."""

from corroborate.match.groups.clustering import claim_groups
from corroborate.match.groups.mentions import Mention, mentions
from corroborate.match.groups.suggestions import MOST, missing_slot, suggestions
from corroborate.model.decisions import Decisions, claim_key
from tests.factory import article, claim, quantity, reading


def told(outlet: str, sentence: str, value: str, counted: str | None = None) -> list[Mention]:
    of = article(outlet, sentence)
    return list(mentions([reading(of, claim(of, value, quantity(value, counted=counted)))], None))


def test_a_count_without_its_fate_is_only_suggested() -> None:
    (herald,) = told("Herald", "The landslide killed 14 people in Carrick.", "14", "people")
    (daily,) = told("Daily", "There were 19 people, the mayor said later.", "19", "people")
    groups = claim_groups("s_1", [herald, daily])

    (found,) = suggestions([herald, daily], groups)

    assert {found.left, found.right} == {group.id for group in groups}
    assert found.reason == "only one says what befell those counted"


def test_what_a_constraint_keeps_apart_is_never_suggested() -> None:
    (herald,) = told("Herald", "The landslide killed 14 people in Carrick.", "14", "people")
    (daily,) = told("Daily", "The landslide injured 14 people in Carrick.", "14", "people")

    assert suggestions([herald, daily], claim_groups("s_1", [herald, daily])) == ()
    assert missing_slot(herald, daily) is None


def test_a_story_has_few_suggestions() -> None:
    killed = [
        one for number in range(9) for one in told(f"Outlet {number}", f"It killed 1{number} people in Carrick.", f"1{number}", "people")
    ]
    others = [one for number in range(9) for one in told(f"Paper {number}", f"There were 4{number} people here.", f"4{number}", "people")]

    assert len(suggestions([*killed, *others], claim_groups("s_1", [*killed, *others]))) <= MOST


def test_a_suggestion_tells_what_speaks_for_it() -> None:
    (herald,) = told("Herald", "The landslide killed 14 people in Carrick.", "14", "people")
    (daily,) = told("Daily", "There were 19 people, the mayor said later.", "19", "people")

    (found,) = suggestions([herald, daily], claim_groups("s_1", [herald, daily]))

    assert "Both count the same thing." in found.evidence


def test_what_a_person_called_two_questions_is_not_suggested_again_even_with_more_outlets() -> None:
    (herald,) = told("Herald", "The landslide killed 14 people in Carrick.", "14", "people")
    (daily,) = told("Daily", "There were 19 people, the mayor said later.", "19", "people")
    (post,) = told("Post", "The landslide killed 14 people in Carrick on Tuesday.", "14", "people")
    sides = (frozenset([claim_key(herald.article.id, herald.claim)]), frozenset([claim_key(daily.article.id, daily.claim)]))
    everybody = [herald, daily, post]
    decided = Decisions(apart=(sides,))

    groups = claim_groups("s_1", everybody, decided)

    assert len(suggestions(everybody, groups)) == 1
    assert suggestions(everybody, groups, decided) == ()
