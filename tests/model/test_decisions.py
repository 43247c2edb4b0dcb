"""What people settled, made free of contradictions."""

from dataclasses import replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from corroborate.model.decisions import UNDECIDED, Action, Decisions, Review, about_articles, about_claims, claim_key, standing
from corroborate.model.ids import content_id
from tests.factory import NOON, article, claim, quantity

NUMBERS = count(1)


def merge(*sides: str, letter: str = "g") -> Review:
    return review(Action.MERGE, *sides, letter=letter)


def split(*sides: str, letter: str = "g") -> Review:
    return review(Action.SPLIT, *sides, letter=letter)


def review(action: Action, *sides: str, letter: str) -> Review:
    """Each side is a word whose letters are the keys."""
    return Review(action, (f"{letter}_1",), "O. Marsh", NOON, sides=tuple(map(frozenset, sides)), number=next(NUMBERS))


def undo(undone: Review) -> Review:
    return Review(Action.UNDO, undone.subjects, "O. Marsh", NOON, undoes=undone.number, number=next(NUMBERS))


def test_what_is_joined_with_one_is_joined_with_all() -> None:
    decided = about_claims([merge("ab", "c"), merge("d", "e"), merge("c", "d")])

    assert decided == Decisions((frozenset("abcde"),), ())


def test_a_later_division_takes_its_claims_out_of_what_was_joined() -> None:
    decided = about_claims([merge("ab", "cd"), split("a", "bcd")])

    assert decided == Decisions((frozenset("bcd"),), ((frozenset("a"), frozenset("bcd")),))


def test_a_later_join_brings_together_what_was_divided() -> None:
    decided = about_claims([split("ab", "cd"), merge("a", "c")])

    assert decided.together == (frozenset("ac"),)
    assert decided.apart == ((frozenset("b"), frozenset("cd")), (frozenset("a"), frozenset("d")))


def test_what_was_undone_never_was() -> None:
    first, second = merge("a", "b"), split("a", "b")

    assert about_claims([first, second, undo(second)]) == about_claims([first])
    assert standing([first, undo(first)]) == ()


def test_stories_and_groups_are_decided_apart_from_each_other() -> None:
    reviews = [merge("a", "b"), merge("x", "y", letter="s"), replace(merge("c", "d"), action=Action.ACCEPT)]

    assert about_articles(reviews).together == (frozenset("xy"),)
    assert about_claims(reviews).together == (frozenset("ab"),)
    assert about_claims([]) == UNDECIDED


SIDES = st.tuples(*[st.text("abcdefg", min_size=1, max_size=4)] * 2).filter(lambda sides: not set(sides[0]) & set(sides[1]))


@given(st.lists(st.tuples(st.sampled_from([Action.MERGE, Action.SPLIT]), SIDES), max_size=8))
def test_nothing_handed_over_contradicts_itself_and_the_last_word_stands(made: list[tuple[Action, tuple[str, str]]]) -> None:
    decided = about_claims([review(action, *sides, letter="g") for action, sides in made])

    for number, one in enumerate(decided.together):
        assert not any(one & other for other in decided.together[:number])
        assert not any(one & left and one & right for left, right in decided.apart)
    if made:
        action, (left, right) = made[-1]
        apart = {frozenset((x, y)) for one, other in decided.apart for x in one for y in other}
        for x in left:
            for y in right:
                together = any({x, y} <= one for one in decided.together)
                assert together is (action is Action.MERGE)
                assert (frozenset((x, y)) in apart) is (action is Action.SPLIT)


def test_a_claim_has_the_same_key_in_every_version_that_holds_its_sentence() -> None:
    first = article(text="Four boats sank. It rained.", url="http://herald.example/boats")
    edited = article(text="It rained all night. Four  boats sank.", url="http://herald.example/boats")
    other = article(text="Four boats sank.", url="http://courier.example/boats")
    keys = [claim_key(one.id, claim(one, "Four", quantity("4"))) for one in (first, edited, other)]

    assert keys[0] == keys[1] == content_id("k", first.id, "count", "Four", "Four boats sank.")
    assert keys[2] != keys[0]
