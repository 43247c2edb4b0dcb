"""What of a text is its own report."""

import pytest

from corroborate.match.reuse.own import own_text


@pytest.mark.parametrize(
    "note",
    [
        "By Mona Farr, Staff Reporter",
        "By Mona Farr and Jan Orth",
        "Photo: Smoke rises over the port. Credit: Jan Orth",
        "Sign up for our newsletter and never miss a story.",
        "Read more: Ten things to know about the storm",
        "Correction: An earlier version of this article misspelled a name.",
        "Editor's note: This story was changed on Friday.",
        "Updated 4 hours ago",
        "Published Oct. 14, 2026 at 9:14 a.m.",
        "© 2026 Dune Daily. All rights reserved.",
        "Additional reporting by Lou Penn",
        "The Meridian Wire contributed to this report.",
        "Do you have a news tip?",
    ],
)
def test_what_sites_put_around_a_report_is_not_its_own(note: str) -> None:
    assert own_text(f"{note}\nThe mill burned down.").strip() == "The mill burned down."


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday evening two hundred people had come.",
        "By Saturday Oxbarrow had burned down.",
        "Correction officers found three knives.",
        "Share prices fell by a tenth.",
        "Related costs rose to 30 million crowns.",
        "Sources close to the firm said so.",
        "Video shows a man running from the shop.",
        "Updated figures put the toll at 40.",
    ],
)
def test_a_sentence_of_the_report_is_no_note(sentence: str) -> None:
    assert own_text(sentence).strip() == sentence


def test_datelines_tags_and_quotations_are_left_out() -> None:
    assert own_text("PORT ELM (AP) - It rained. “We are wet,” he said. (Meridian Wire)").split() == ["It", "rained.", "he", "said."]
