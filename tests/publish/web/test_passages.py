"""Text cut at its figures, and put together again."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corroborate.model.claims import Span
from corroborate.model.records import ClaimRecord
from corroborate.publish.web.passages import paragraphs, quoted
from tests.factory import article, claim, quantity

TEXT = "Tarn cut 480 jobs.\n\nThen 530 more went.\n"
ARTICLE = article(text=TEXT)
CUT, MORE = (ClaimRecord(claim(ARTICLE, surface, quantity(surface)), ARTICLE) for surface in ("480", "530"))


def test_figures_are_marked_line_by_line() -> None:
    found = list(paragraphs(TEXT, [MORE, CUT]))

    assert [[(piece.text, piece.claim) for piece in line] for line in found] == [
        [("Tarn cut ", None), ("480", CUT), (" jobs.", None)],
        [("Then ", None), ("530", MORE), (" more went.", None)],
    ]


def test_a_quote_marks_the_figure_in_its_sentence() -> None:
    found = quoted(CUT.claim)

    assert (found.before, found.figure, found.after) == ("Tarn cut ", "480", " jobs.")


@given(text=st.text("ab\n .", max_size=40), spans=st.lists(st.tuples(st.integers(0, 45), st.integers(0, 10)), max_size=6))
def test_no_character_of_a_line_is_lost_or_doubled_wherever_the_figures_lie(text: str, spans: list[tuple[int, int]]) -> None:
    claims = [ClaimRecord(replace(CUT.claim, span=Span(start, start + length)), ARTICLE) for start, length in spans]

    found = ["".join(piece.text for piece in line) for line in paragraphs(text, claims)]

    assert found == [line for line in text.split("\n") if line.strip()]
