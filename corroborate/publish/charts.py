"""Charts, drawn in one place: interactive on pages (a Vega-Lite specification), static in mail and Markdown (SVG, PNG).

altair and vl_convert are imported here alone, and this module only by whoever draws.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import altair as alt
import vl_convert

from corroborate.model.figures import Approx, Kind, Period, Quantity
from corroborate.model.records import ClaimRecord, GroupRecord
from corroborate.model.wordings import wording
from corroborate.publish.openness import leaves_open
from corroborate.publish.printable import clip, one_line

MOST_ROWS = 80
ROW_HEIGHT = 28
SIDES = ("A", "B", "C", "D", "agreed")
COLOURS = ("#2F8FD0", "#DD6519", "#0A9B74", "#C2659C", "#2F8FD0")
"""Told apart by the colour-blind (after Okabe and Ito) on light and on dark, and by shape as well."""
SHAPES = ("circle", "square", "triangle-up", "diamond", "circle")
FAR_APART = 50
"""Positive figures whose largest is so many times the smallest are drawn on a logarithmic scale."""
BEYOND = 0.12
"""An end that the wording leaves open is drawn this share of the whole width beyond what is told."""
DAY = 86_400_000.0
"""Milliseconds: days are drawn by number, as browsers count time."""

Specification = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer: who and when, the stretch that its wording leaves open, the value it states."""

    label: str
    outlet: str
    told: str
    open: str
    side: str
    low: float
    high: float
    value: float | None


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the axis goes, and whether it is one of days or by powers of ten."""

    low: float
    high: float
    kind: str

    def within(self, low: float | None, high: float | None) -> tuple[float, float]:
        """A stretch with its open ends at the ends of the axis."""
        return self.low if low is None else low, self.high if high is None else high


def range_plot(record: GroupRecord, sides: Mapping[str, str] | None = None, *, width: int | str = "container") -> Specification | None:
    """Each outlet's figure with what its wording leaves open, in order of time, as Vega-Lite; None where there is nothing to draw.

    `sides` names the side that a claim takes where outlets differ ("A", "B"), by its id.
    """
    plotted = _once([one for one in record.claims if isinstance(one.claim.figure, Quantity | Period)])[:MOST_ROWS]
    if not any(_told(one) for one in plotted):
        return None
    reach = _reach(plotted)
    bars = list(_bars(plotted, sides or {}, reach))
    base = alt.Chart(alt.Data(values=[asdict(bar) for bar in bars]))
    rows = alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelLimit=280, ticks=False, domain=False))
    shared = {"y": rows, "color": _by_side(alt.Color, COLOURS), "tooltip": _tooltips()}
    stretch = base.mark_bar(height=10, opacity=0.4, cornerRadius=3).encode(x=_axis(record, reach, "low"), x2="high:Q", **shared)
    point = base.transform_filter("datum.value !== null").mark_point(filled=True, size=90, opacity=1)
    stated = point.encode(x=_axis(record, reach, "value"), shape=_by_side(alt.Shape, SHAPES), **shared)
    title = f"What each outlet says, and what its wording leaves open: {one_line(record.group.question)}"
    layers = [*_agreed(record, reach), stretch, stated]
    drawn: Specification = alt.layer(*layers).properties(width=width, height=ROW_HEIGHT * len(bars), description=title).to_dict()
    if width == "container":
        drawn["autosize"] = {"type": "fit-x", "contains": "padding"}
    return drawn | {"config": {}}


def svg(chart: Specification) -> str:
    """The chart as a picture that scales."""
    drawn: str = vl_convert.vegalite_to_svg(chart)
    return drawn


def png(chart: Specification, *, scale: float = 2.0) -> bytes:
    """The chart as a picture for whoever takes no SVG: mail programs."""
    drawn: bytes = vl_convert.vegalite_to_png(chart, scale=scale)
    return drawn


def _once(claims: Sequence[ClaimRecord]) -> list[ClaimRecord]:
    """What an article says again in the same words is drawn once."""
    met = {(one.article.id, wording(one.claim).casefold(), leaves_open(one.claim.figure)): one for one in reversed(claims)}
    return list(reversed(met.values()))


def _bars(drawn: Sequence[ClaimRecord], sides: Mapping[str, str], reach: Reach) -> Iterator[Bar]:
    met = Counter[str]()
    for one in drawn:
        outlet = clip(one_line(one.article.outlet), 26)
        label = f"{outlet}, {one.article.as_of:%d %b %H:%M}"
        met[label] += 1
        low, high = reach.within(*_bounds(one))
        yield Bar(
            label=label if met[label] == 1 else f"{label} ({met[label]})",
            outlet=one_line(one.article.outlet),
            told=clip(one_line(wording(one.claim)), 80),
            open=leaves_open(one.claim.figure),
            side=sides.get(one.claim.id, "agreed"),
            low=low,
            high=high,
            value=_value(one),
        )


def _reach(drawn: Sequence[ClaimRecord]) -> Reach:
    """An axis with room for all that is told."""
    told = [number for one in drawn for number in _told(one)]
    low, high = min(told), max(told)
    if all(isinstance(one.claim.figure, Period) for one in drawn):
        return Reach(low - DAY, high + DAY, "days")
    if low > 0 and high / low > FAR_APART:
        return Reach(low / 2, high * 2, "powers")
    room = (high - low or abs(high) or 1.0) * BEYOND
    return Reach(max(0.0, low - room) if low >= 0 else low - room, high + room, "plain")


def _told(one: ClaimRecord) -> list[float]:
    return [number for number in (*_bounds(one), _value(one)) if number is not None]


def _bounds(one: ClaimRecord) -> tuple[float | None, float | None]:
    figure = one.claim.figure
    if isinstance(figure, Quantity):
        # "Up to 35,000" begins nowhere: an axis from nothing would hide how the others differ.
        return None if figure.approx is Approx.AT_MOST else _number(figure.range.low), _number(figure.range.high)
    if isinstance(figure, Period):
        return _moment(figure.range.low), _moment(figure.range.high, whole=True)
    return None, None


def _value(one: ClaimRecord) -> float | None:
    """What is stated; of a day its middle."""
    figure = one.claim.figure
    if isinstance(figure, Quantity):
        return _number(figure.value)
    low, high = _bounds(one)
    return (low + high) / 2 if low is not None and high is not None and high - low <= DAY else None


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _moment(day: date | None, *, whole: bool = False) -> float | None:
    if day is None:
        return None
    start = (datetime.combine(day, time()) - datetime(1970, 1, 1)).total_seconds() * 1000
    return start + DAY if whole else start


def _axis(record: GroupRecord, reach: Reach, field: str) -> alt.X:
    if reach.kind == "days":
        scale = alt.Scale(type="utc", domain=[reach.low, reach.high])
        return alt.X(f"{field}:T", scale=scale, title=None, axis=alt.Axis(tickCount=6))
    scale = alt.Scale(type="log" if reach.kind == "powers" else "linear", domain=[reach.low, reach.high], nice=False, zero=False)
    return alt.X(f"{field}:Q", scale=scale, title=_measured(record), axis=alt.Axis(format="~s", tickCount=6))


def _measured(record: GroupRecord) -> str | None:
    """What the axis counts: "USD", "%", "jobs"."""
    if record.group.unit:
        return one_line(record.group.unit)
    counted = [one.claim.figure.counted for one in record.claims if isinstance(one.claim.figure, Quantity) and one.claim.figure.counted]
    return clip(one_line(Counter(counted).most_common(1)[0][0]), 60) if counted else None


def _agreed(record: GroupRecord, reach: Reach) -> list[alt.Chart]:
    """The range on which most origins agree, as a band behind everything."""
    found = record.assessment
    if found.low is None or found.high is None:
        return []
    if record.group.kind in (Kind.DATE, Kind.PERIOD):
        low, high = _moment(date.fromisoformat(found.low)), _moment(date.fromisoformat(found.high), whole=True)
    else:
        low, high = float(found.low), float(found.high)
    band = alt.Chart(alt.Data(values=[{"low": low, "high": high}]))
    drawn = band.mark_rule(strokeDash=[4, 3], opacity=0.6) if low == high else band.mark_rect(opacity=0.12)
    return [drawn.encode(x=_axis(record, reach, "low"), **({} if low == high else {"x2": alt.X2("high:Q")}))]


def _by_side(channel: Any, shown: Sequence[str]) -> Any:
    return channel("side:N", legend=None, scale=alt.Scale(domain=list(SIDES), range=list(shown)))


def _tooltips() -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{name}:N", title=title) for name, title in (("outlet", "outlet"), ("told", "says"), ("open", "leaves open"))]
