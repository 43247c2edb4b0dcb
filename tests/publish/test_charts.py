"""The range plot: one row an answer, its ends where the wording has them, and no figure lost off its edge."""

from dataclasses import replace
from typing import Any

from corroborate.model.figures import Approx, Figure
from corroborate.model.records import ClaimRecord, GroupRecord
from corroborate.publish.charts import DAY, png, range_plot, svg
from tests.factory import article, claim, period, quantity
from tests.publish.stories import RECORD

CUT, STAFF = RECORD.groups


def answering(*figures: Figure) -> GroupRecord:
    """A question to which each outlet answers with one of these."""
    claims = []
    for number, figure in enumerate(figures):
        told = article(f"Outlet {number}", f"It was {number} there.")
        claims.append(ClaimRecord(claim(told, str(number), figure), told))
    return replace(CUT, claims=tuple(claims), assessment=replace(CUT.assessment, low=None, high=None))


def rows(drawn: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows that the topmost layer draws; layers that draw the same share them."""
    found: list[dict[str, Any]] = drawn["layer"][-1].get("data", drawn.get("data"))["values"]
    return found


def scale(drawn: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = drawn["layer"][-1]["encoding"]["x"]["scale"]
    return found


def plotted(record: GroupRecord) -> dict[str, Any]:
    drawn = range_plot(record)
    assert drawn is not None
    return drawn


def domain(drawn: dict[str, Any]) -> tuple[float, float]:
    low, high = scale(drawn)["domain"]
    return low, high


def test_each_answer_is_a_row_in_the_order_of_time() -> None:
    assert [row["outlet"] for row in rows(plotted(STAFF))] == ["Harbour Herald", "Evening Tide"]
    assert [(row["low"], row["high"], row["value"]) for row in rows(plotted(STAFF))] == [(24000, 25000, 25000), (24900, 24900, 24900)]


def test_an_end_that_is_left_open_is_drawn_to_the_edge() -> None:
    drawn = plotted(answering(quantity("100"), quantity("90", "0", "90", approx=Approx.AT_MOST)))

    assert rows(drawn)[1]["low"] == domain(drawn)[0] > 0


def test_figures_far_apart_are_drawn_by_powers_of_ten() -> None:
    kinds = [
        plotted(answering(quantity("42"), quantity(other)))["layer"][-1]["encoding"]["x"]["scale"]["type"] for other in ("47", "42000")
    ]

    assert kinds == ["linear", "log"]


def test_a_day_is_as_wide_as_a_day() -> None:
    row = rows(plotted(answering(period("2026-04-08", "2026-04-08"))))[0]

    assert row["high"] - row["low"] == DAY
    assert row["value"] == row["low"] + DAY / 2


def test_equal_figures_of_nothing_still_have_an_axis() -> None:
    low, high = domain(plotted(answering(quantity("0"), quantity("0"))))

    assert low < high


def test_answers_without_bounds_are_not_plotted() -> None:
    assert range_plot(answering(period(None, None))) is None
    assert range_plot(replace(CUT, claims=())) is None


def test_sides_have_shapes_as_well_as_colours() -> None:
    drawn = range_plot(CUT, {CUT.claims[0].claim.id: "A", CUT.claims[1].claim.id: "B"})

    assert drawn is not None
    assert [row["side"] for row in rows(drawn)] == ["A", "B"]
    assert len(set(drawn["layer"][-1]["encoding"]["shape"]["scale"]["range"][:4])) == 4


def test_a_chart_is_drawn_for_mail_and_markdown() -> None:
    drawn = range_plot(STAFF, width=400)

    assert drawn is not None
    assert "Harbour Herald" in svg(drawn)
    assert png(drawn).startswith(b"\x89PNG")
