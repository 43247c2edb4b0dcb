"""A claim group: every outlet's answer, the plot of what their wordings leave open, and where they have it from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from corroborate.errors import UnknownId
from corroborate.model.articles import Article
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Period, Quantity
from corroborate.model.records import GroupRecord
from corroborate.model.stories import summary
from corroborate.model.wordings import wording
from corroborate.publish.openness import day_told, grouped, leaves_open
from corroborate.publish.views import outlets_of
from corroborate.publish.web.marks import VERDICTS
from corroborate.publish.web.matrix import sides_of
from corroborate.publish.web.origins import origin_graph
from corroborate.publish.web.passages import Quote, quoted
from corroborate.publish.web.sites import made_of, moved, site_of, undoable
from corroborate.publish.web.templating import page

router = APIRouter(include_in_schema=False)

ANSWERS, SUGGESTED = 300, 10
PICTURES = {"svg": "image/svg+xml", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class Answered:
    """One row of the answers: `side` where outlets differ, `origin` the number of what it rests on."""

    claim: Claim
    article: Article
    told: str
    open: str
    side: str | None
    origin: int | None
    said_by: str
    quote: Quote


@router.get("/group/{identity}")
def group(request: Request, identity: str, made: int | None = None) -> Response:
    """A question with all its answers."""
    store = site_of(request).store
    record = store.groups.get(identity)
    if record.group.id != identity:
        return RedirectResponse(moved("group", record.group.id, made), status_code=303)
    found = record.assessment.discrepancies
    reviews = store.reviews.of(record.group.id, *(one.id for one in found))
    answers = list(answers_of(record))
    siblings = [one for one in store.overviews.questions(record.group.story) if one.kind is record.group.kind and one.id != record.group.id]
    values = {
        "record": record,
        "story": store.overviews.story(record.group.story),
        "verdict": VERDICTS[record.assessment.verdict],
        "resting": summary(record.origins) if record.origins else f"{len(outlets_of(record))} outlets",
        "agreed": agreed(record),
        "discrepancies": found,
        "made": made_of(store, made),
        "plotted": any(isinstance(one.claim.figure, Quantity | Period) for one in record.claims),
        "answers": answers[:ANSWERS],
        "left_out": max(0, len(answers) - ANSWERS),
        "splittable": len(answers) > 1,
        "graph": origin_graph(record),
        "reviews": reviews,
        "undo": undoable(store, reviews),
        "siblings": siblings,
        "suggested_groups": store.suggestions.of_group(record.group.id)[:SUGGESTED],
    }
    return page(request, "group.html", values)


def agreed(record: GroupRecord) -> str:
    """The range on which most origins agree, in words; empty where there is none."""
    low, high = record.assessment.low, record.assessment.high
    if low is None and high is None:
        return ""
    unit = f" {record.group.unit}" if record.group.unit and record.group.kind not in (Kind.DATE, Kind.PERIOD) else ""
    told = [_bound(bound) for bound in (low, high)]
    return f"{told[0]}{unit}" if low == high else f"{told[0]} to {told[1]}{unit}"


def _bound(bound: str | None) -> str:
    """A bound of an assessment: a decimal, a day, or none."""
    if bound is None:
        return "open"
    try:
        return grouped(Decimal(bound))
    except InvalidOperation:
        return day_told(date.fromisoformat(bound))


def answers_of(record: GroupRecord) -> Iterator[Answered]:
    """The claims of a group as rows, in order of time."""
    sides = sides_of(record)
    numbers = {origin.id: number for number, origin in enumerate(record.origins, 1)}
    for one in record.claims:
        claim, says = one.claim, one.claim.attribution
        yield Answered(
            claim=claim,
            article=one.article,
            told=wording(claim),
            open=leaves_open(claim.figure),
            side=sides.get(claim.id),
            origin=numbers.get(one.origin or ""),
            said_by=", ".join(part for part in (says.speaker, says.document, *says.cites) if part),
            quote=quoted(claim),
        )


@router.get("/discrepancy/{identity}")
def discrepancy(request: Request, identity: str) -> RedirectResponse:
    """A discrepancy stands on the page of its question."""
    found = site_of(request).store.discrepancies.get(identity).discrepancy
    return RedirectResponse(f"/group/{found.group}#{found.id}", status_code=303)


@router.get("/group/{identity}/plot.json")
def plot(request: Request, identity: str) -> JSONResponse:
    """The range plot as a Vega-Lite specification."""
    from corroborate.publish.charts import range_plot

    record = site_of(request).store.groups.get(identity)
    chart = range_plot(record, sides_of(record))
    if chart is None:
        raise UnknownId(f"{identity} has nothing to plot", "see its table")
    return JSONResponse(chart)


@router.get("/group/{identity}/plot.{form}")
def picture(request: Request, identity: str, form: str) -> Response:
    """The range plot as a picture."""
    from corroborate.publish.charts import png, range_plot, svg

    record = site_of(request).store.groups.get(identity)
    chart = range_plot(record, sides_of(record), width=620) if form in PICTURES else None
    if chart is None:
        raise UnknownId(f"{identity} has no picture {form}", "see its table")
    drawn = svg(chart) if form == "svg" else png(chart)
    sealed = {"Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'"}
    return Response(drawn, media_type=PICTURES[form], headers=sealed)
