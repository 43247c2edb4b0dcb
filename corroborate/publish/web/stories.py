"""A story: its figure matrix, its differences, and who covers it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from corroborate.errors import QueryError, UnknownId
from corroborate.model.articles import Article
from corroborate.model.findings import DiscrepancyType
from corroborate.model.pages import FeedState, VisitState
from corroborate.model.records import DiscrepancyRecord, StoryLine, StoryRecord
from corroborate.publish.language import parse
from corroborate.publish.web.marks import MISSED
from corroborate.publish.web.matrix import counted, matrix_of
from corroborate.publish.web.sites import made_of, moved, site_of, undoable
from corroborate.publish.web.templating import page
from corroborate.store import Store

router = APIRouter(include_in_schema=False)

QUESTIONS, MOST, SUGGESTED = 60, 2_000, 20
AROUND = timedelta(days=1)
LATER = timedelta(days=3)
FOUND, OFFERED = 200, 20
"""So many claims are looked at for the stories that hold them, and so many stories offered."""


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One outlet in the coverage ledger: whether it has an article in the story, and what is known otherwise."""

    outlet: str
    covers: bool
    reasons: tuple[str, ...]


@router.get("/story/{identity}")
def story(request: Request, identity: str, questions: str = "", made: int | None = None) -> Response:
    """The story at a glance."""
    store = site_of(request).store
    record = store.stories.get(identity)
    if record.story.id != identity:
        return RedirectResponse(moved("story", record.story.id, made), status_code=303)
    matrix = matrix_of(record)
    reviews = store.reviews.of(record.story.id)
    values = {
        "record": record,
        "matrix": matrix,
        "most": MOST if questions == "all" else QUESTIONS,
        "outlets": len({article.outlet for article in record.articles}),
        "counted": list(counted([*matrix.shared, *matrix.alone])),
        "differences": differences(record),
        "suggestions": store.suggestions.of_story(record.story.id)[:SUGGESTED],
        "ledger": list(_ledger(record)),
        "reviews": reviews,
        "undo": undoable(store, reviews),
        "made": made_of(store, made),
    }
    return page(request, "story.html", values)


def differences(record: StoryRecord) -> list[DiscrepancyRecord]:
    """What was found in a story, gravest first."""
    order = tuple(DiscrepancyType)
    found = [
        DiscrepancyRecord(one, record.story.title, group.group.question)
        for group in record.groups
        for one in group.assessment.discrepancies
    ]
    return sorted(found, key=lambda one: (-order.index(one.discrepancy.type), one.discrepancy.first_seen, one.discrepancy.id))


def _ledger(record: StoryRecord) -> Iterator[tuple[Article, int]]:
    """Each article with how many of its figures are in the story's questions."""
    figures = Counter(claim.article.id for group in record.groups for claim in group.claims)
    for article in sorted(record.articles, key=lambda one: (one.as_of, one.id)):
        yield article, figures[article.id]


@router.get("/story/{identity}/merge")
def choose(request: Request, identity: str, q: str = "") -> Response:
    """The other story of one event, to be chosen: those found by words, or those of about the same time."""
    store = site_of(request).store
    line = store.overviews.story(identity)
    if line is None:
        raise UnknownId(f"there is no story {identity}", "see the list of stories")
    values: dict[str, object] = {"story": line, "q": q, "wrong": None, "offered": ()}
    try:
        offered = found_by(store, q) if q.strip() else store.overviews.stories(OFFERED + 1, before=(line.first + LATER, "~"))
    except QueryError as error:
        return page(request, "merge.html", values | {"wrong": f"{error.problem}; {error.remedy}"}, status=400)
    return page(request, "merge.html", values | {"offered": [one for one in offered if one.id != line.id][:OFFERED]})


def found_by(store: Store, words: str) -> tuple[StoryLine, ...]:
    """The stories whose claims answer a query, latest first."""
    claims = store.search.page(parse(words), limit=FOUND).claims
    return store.overviews.some(list(dict.fromkeys(one.story for one in claims if one.story))[: OFFERED + 1])


@router.get("/story/{identity}/coverage")
def coverage(request: Request, identity: str) -> HTMLResponse:
    """Every outlet: whether it covers the story, and if not, what is known of why."""
    store = site_of(request).store
    line = store.overviews.story(identity)
    if line is None:
        raise UnknownId(f"there is no story {identity}", "see the list of stories")
    lines = coverage_of(store, line)
    return page(request, "coverage.html", {"story": line, "lines": lines, "covering": sum(one.covers for one in lines)})


def coverage_of(store: Store, story: StoryLine) -> list[CoverageLine]:
    """The ledger of a story: those that cover it first."""
    covering = set(story.outlets)
    missed = store.overviews.missed(story.first - AROUND, story.last + AROUND)
    feeds: dict[str, list[FeedState]] = {}
    for state in store.feeds.all():
        feeds.setdefault(state.outlet, []).append(state)
    names = sorted({outlet.name for outlet in store.outlets.all()} | covering, key=lambda name: (name not in covering, name))
    return [CoverageLine(name, name in covering, _known(name in covering, missed.get(name, {}), feeds.get(name, ()))) for name in names]


def _known(covers: bool, missed: Mapping[VisitState, int], feeds: Sequence[FeedState]) -> tuple[str, ...]:
    found = tuple(_reasons(missed, feeds))
    if found or covers:
        return found
    if not feeds:
        return ("no feed or sitemap is listed",)
    if all(feed.last_success is None for feed in feeds):
        return ("its feeds were never reached",)
    return ("its feeds announced nothing about it, or it was told as another story",)


def _reasons(missed: Mapping[VisitState, int], feeds: Sequence[FeedState]) -> Iterator[str]:
    for state, number in sorted(missed.items()):
        yield f"{number} of its articles of these days: {MISSED[state]}"
    for feed in feeds:
        if feed.error:
            yield f"{feed.channel.value} in trouble: {feed.error}"
