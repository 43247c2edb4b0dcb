"""What people settled about claims holds in groups, whatever the evidence."""

from dataclasses import replace

from corroborate.match.groups.clustering import claim_groups
from corroborate.match.groups.mentions import Mention, mentions
from corroborate.model.decisions import Decisions, claim_key
from tests.factory import article, claim, quantity, reading


def killed(outlet: str, value: str, verb: str = "killed") -> list[Mention]:
    of = article(outlet, f"The landslide {verb} {value} people in Carrick.")
    return list(mentions([reading(of, claim(of, value, quantity(value, counted="people")))], None))


def keys(*told: Mention) -> frozenset[str]:
    return frozenset(claim_key(one.article.id, one.claim) for one in told)


def sizes(told: list[Mention], decided: Decisions) -> list[int]:
    return sorted(len(group.claims) for group in claim_groups("s_1", told, decided))


def test_claims_that_people_hold_apart_are_never_one_group() -> None:
    (herald,), (daily,), (post,) = killed("Herald", "14"), killed("Daily", "14"), killed("Post", "14")

    found = claim_groups("s_1", [herald, daily, post], Decisions(apart=((keys(herald), keys(daily)),)))

    assert all(not {herald.claim.id, daily.claim.id} <= set(group.claims) for group in found)


def test_claims_that_people_put_together_are_one_group_against_every_constraint() -> None:
    (herald,), (daily,) = killed("Herald", "14"), killed("Daily", "14", "injured")

    assert sizes([herald, daily], Decisions()) == [1, 1]
    assert sizes([herald, daily], Decisions(together=(keys(herald, daily),))) == [2]


def test_a_later_claim_joins_a_group_that_people_made_if_any_member_lets_it() -> None:
    (herald,), (daily,), (post,) = killed("Herald", "14"), killed("Daily", "14", "injured"), killed("Post", "14")

    assert sizes([herald, daily, post], Decisions(together=(keys(herald, daily),))) == [3]


def test_an_outlet_that_has_it_otherwise_stays_out_where_people_say_so() -> None:
    told = [*killed("Herald", "14"), *killed("Daily", "14"), *killed("Post", "19")]

    assert sizes(told, Decisions()) == [3]
    assert sizes(told, Decisions(apart=((keys(*told[:2]), keys(told[2])),))) == [1, 2]


def test_of_two_figures_written_alike_in_one_sentence_the_fitting_one_is_meant() -> None:
    of = article("Fell Courier", "The landslide killed 9 people and injured 9 others in Carrick.")
    fell = [claim(of, written, quantity("9", counted=noun)) for written, noun in (("9 people", "people"), ("9 others", "others"))]
    (herald,) = killed("Herald", "14", "injured")
    dead, hurt = mentions([reading(of, *(replace(one, surface="9") for one in fell))], None)
    decided = Decisions(together=(keys(herald, hurt),))

    found = claim_groups("s_1", [herald, dead, hurt], decided)

    assert keys(dead) == keys(hurt)
    assert {herald.claim.id, hurt.claim.id} in [set(group.claims) for group in found]


def test_decisions_about_claims_of_other_stories_change_nothing() -> None:
    told = [*killed("Herald", "14"), *killed("Daily", "14")]

    assert sizes(told, Decisions(together=(frozenset({"k_1", "k_2"}),), apart=((frozenset({"k_1"}), keys(told[0])),))) == [2]
