"""How articles that were compared come together: what speaks for each pair is given, in hundredths."""

from collections.abc import Mapping
from itertools import combinations

from corroborate.match.stories.candidates import DAY
from corroborate.match.stories.clustering import COPIED, Web, joints

UNMET = 150


def told(speaks: Mapping[str, int], *, day: Mapping[str, int]) -> set[frozenset[str]]:
    """The stories of articles named by letters; `speaks` maps two letters to what speaks for the two being one."""
    articles = sorted(day)
    web = Web({one: (day[one] * DAY + place, one) for place, one in enumerate(articles)})
    web.unmet = dict.fromkeys(articles, UNMET)
    web.kin = {one: {} for one in articles}
    for later in articles:
        earlier = [other for other in articles if web.keys[other] < web.keys[later]]
        met = {other: weight for other in earlier if (weight := speaks.get(other + later, speaks.get(later + other))) is not None}
        web.compared[later] = tuple(met), list(met.values())
    joined = joints([], articles, web)
    roots: dict[str, set[str]] = {}
    for one in articles:
        root = one
        while root in joined:
            root = joined[root].into
        roots.setdefault(root, set()).add(one)
    return {frozenset(members) for members in roots.values()}


def between(left: str, right: str, weight: int) -> dict[str, int]:
    return {one + other: weight for one in left for other in right}


def within(story: str, weight: int) -> dict[str, int]:
    return {one + other: weight for one, other in combinations(story, 2)}


def on_one_day(articles: str) -> dict[str, int]:
    return dict.fromkeys(articles, 0)


def test_two_stories_that_hold_closely_together_are_not_joined_by_a_little() -> None:
    ferries = within("abc", 500) | within("xyz", 500) | between("abc", "xyz", 60)
    assert told(ferries, day=on_one_day("abcxyz")) == {frozenset("abc"), frozenset("xyz")}


def test_two_loose_stories_are_joined_by_as_little_as_holds_each_together() -> None:
    loose = within("abc", 150) | within("xyz", 150) | between("abc", "xyz", 60)
    assert told(loose, day=on_one_day("abcxyz")) == {frozenset("abcxyz")}


def test_copies_of_two_reports_tell_nothing_of_how_closely_a_story_holds_together() -> None:
    copied = within("abc", COPIED) | within("xyz", COPIED) | between("abc", "xyz", 60)
    mixed = within("ab", COPIED) | between("ab", "c", 500) | within("xy", COPIED) | between("xy", "z", 500) | between("abc", "xyz", 60)

    assert told(copied, day=on_one_day("abcxyz")) == {frozenset("abcxyz")}
    assert told(mixed, day=on_one_day("abcxyz")) == {frozenset("abc"), frozenset("xyz")}


def test_a_single_late_report_joins_a_close_story_by_a_little() -> None:
    followed = within("abc", 500) | between("abc", "x", 60)
    assert told(followed, day=on_one_day("abc") | {"x": 4}) == {frozenset("abcx")}


def test_a_story_grown_loose_is_weighed_again_with_another_only_where_something_new_speaks_for_it() -> None:
    growing = within("abc", 500) | within("xyz", 500) | between("abc", "xyz", 110) | between("abc", "d", 20)
    days = on_one_day("abcxyz") | {"d": 1}
    assert told(growing | between("xyz", "d", 0), day=days) == {frozenset("abcd"), frozenset("xyz")}
    assert told(growing | between("xyz", "d", 10), day=days) == {frozenset("abcdxyz")}


def test_an_article_that_stays_alone_joins_the_only_story_that_it_is_near_to() -> None:
    near = within("abc", 500) | {"ax": 40, "bx": -90, "cx": -60}
    far = within("abc", 500) | {"ax": 40, "bx": -190, "cx": -160}
    between_two = near | within("pqr", 500) | {"px": 10, "qx": -70, "rx": -60}

    assert told(near, day=on_one_day("abcx")) == {frozenset("abcx")}
    assert told(far, day=on_one_day("abcx")) == {frozenset("abc"), frozenset("x")}
    assert told(between_two, day=on_one_day("abcpqrx")) == {frozenset("abc"), frozenset("pqr"), frozenset("x")}
    assert told({"ax": -10}, day=on_one_day("ax")) == {frozenset("a"), frozenset("x")}
