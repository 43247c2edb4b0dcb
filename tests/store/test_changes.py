from corroborate.model.articles import Reading
from corroborate.model.figures import Approx, Rank
from corroborate.store.changes import figure_changes
from tests.factory import article, claim, quantity, reading

URL = "https://fjord-post.example/dam"


def version(text: str, *figures: tuple[str, str, str | None]) -> Reading:
    """A version of one page; each figure is its words, its value and what is counted."""
    page = article(text=text, url=URL)
    return reading(page, *(claim(page, words, quantity(value, counted=counted)) for words, value, counted in figures))


def told(old: Reading, new: Reading) -> list[tuple[str | None, str | None]]:
    return [(change.old, change.new) for change in figure_changes(old, new)]


def test_a_figure_that_was_raised_is_one_change() -> None:
    old = version("The flood displaced 42 families in Orrin.", ("42", "42", "families"))
    new = version("The flood displaced 57 families in Orrin.", ("57", "57", "families"))

    (change,) = figure_changes(old, new)

    assert (change.old, change.new, change.sentence) == ("42", "57", "The flood displaced 57 families in Orrin.")


def test_two_edits_of_one_kind_are_not_mixed_up() -> None:
    old = version("The flood killed 9 people. It displaced 42 families.", ("9", "9", "people"), ("42", "42", "families"))
    new = version("It displaced 57 families. The flood killed 11 people.", ("57", "57", "families"), ("11", "11", "people"))

    assert told(old, new) == [("42", "57"), ("9", "11")]


def test_a_figure_that_moved_or_is_worded_anew_has_not_changed() -> None:
    old = version("It displaced 42 families. Rain fell.", ("42", "42", "families"))
    new = version("Rain fell. Forty-two families were displaced.", ("Forty-two", "42", "families"))

    assert told(old, new) == []


def test_figures_that_came_or_went_stand_alone() -> None:
    old = version("Repairs cost 30 crowns per head.", ("30", "30", "crowns"))
    new = version("The mayor opened a shelter with 200 beds.", ("200", "200", "beds"))

    assert set(told(old, new)) == {(None, "200"), ("30", None)}


def test_another_hedge_alone_is_no_other_figure() -> None:
    page, edited = article(text="Some 40 boats sank.", url=URL), article(text="At least 40 boats sank.", url=URL)
    old = reading(page, claim(page, "40", quantity("40", approx=Approx.ABOUT)))
    new = reading(edited, claim(edited, "40", quantity("40", approx=Approx.AT_LEAST)))

    assert told(old, new) == []


def test_a_rank_that_was_softened_is_a_change() -> None:
    page, edited = article(text="It is the largest flood.", url=URL), article(text="It is one of the largest floods.", url=URL)
    old = reading(page, claim(page, "largest", Rank("largest", "flood")))
    new = reading(edited, claim(edited, "one of the largest", Rank("largest", "flood", shared=True)))

    assert told(old, new) == [("largest", "one of the largest")]


def test_a_version_against_itself_has_no_changes() -> None:
    page = version("The flood displaced 42 families.", ("42", "42", "families"))

    assert figure_changes(page, page) == ()
