"""Text with slots."""

from random import Random

from corroborate.model.figures import Kind
from corroborate.newsroom.prose import Mark, Written, fill, join, plain, sentence, spin
from corroborate.newsroom.truth import Expected

CLAIM = Expected(Kind.COUNT)


def test_alternatives_are_settled() -> None:
    assert {spin("the [old|new] [ship|boat [sank|burned]]", Random(seed)) for seed in range(60)} == {
        f"the {age} {what}" for age in ("old", "new") for what in ("ship", "boat sank", "boat burned")
    }


def test_a_filled_slot_knows_where_its_figure_stands() -> None:
    figure = Written("some 40 boats", (Mark(5, 7, CLAIM),))

    written = sentence(fill("{boats} joined {place}", {"boats": figure, "place": plain("Velden")}.__getitem__, Random(1)))

    assert written.text == "Some 40 boats joined Velden."
    assert [claim.surface for claim in written.claims("body")] == ["40"]


def test_the_article_fits_what_follows() -> None:
    assert fill("a {x} offer", {"x": plain("8 percent")}.__getitem__, Random(1)).text == "an 8 percent offer"
    assert fill("a {x} offer", {"x": plain("unit")}.__getitem__, Random(1)).text.startswith("an ")
    assert fill("a {x} offer", {"x": plain("new")}.__getitem__, Random(1)).text == "a new offer"


def test_joined_texts_keep_their_figures_in_place() -> None:
    one = Written("It has 12 cars.", (Mark(7, 9, CLAIM),))

    both = join([one, one])

    assert [both.text[mark.start : mark.end] for mark in both.marks] == ["12", "12"]
