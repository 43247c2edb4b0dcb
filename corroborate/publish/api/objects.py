"""One object by its id; an id that is found no more leads on to what followed it."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from corroborate.errors import UnknownId
from corroborate.model.pages import Revision
from corroborate.model.records import ArticleRecord, ClaimRecord, DiscrepancyRecord, GroupRecord, StoryRecord
from corroborate.model.stories import Origin
from corroborate.publish import views
from corroborate.publish.api.answers import API, answer
from corroborate.publish.api.shapes import REFUSALS, ROWS
from corroborate.publish.api.tables import site_of
from corroborate.publish.reviews import review_rows
from corroborate.publish.views import Row
from corroborate.store import Store

router = APIRouter()
FOLDERS = {"a": "articles", "c": "claims", "s": "stories", "g": "groups", "d": "discrepancies", "r": "articles"}
Identity = Annotated[str, Path(max_length=100, examples=["g_5f0e2c77a1b29d34"])]


def described(table: str) -> dict[int | str, dict[str, Any]]:
    """How an object is described: its row, and more."""
    return REFUSALS | {200: {"model": ROWS[table]}, 304: {"description": "It is what If-None-Match names."}}


@router.get("/objects/{identity}", responses=REFUSALS)
def any_object(request: Request, identity: Identity) -> Response:
    """Whatever an id names."""
    return _object(request, identity, tuple(FOLDERS))


@router.get("/stories/{identity}", responses=described("stories"))
def story(request: Request, identity: Identity) -> Response:
    """A story with its claim groups and articles."""
    return _object(request, identity, ("s",))


@router.get("/groups/{identity}", responses=described("groups"))
def group(request: Request, identity: Identity) -> Response:
    """A claim group with its claims, origins and discrepancies, and what people decided about it."""
    return _object(request, identity, ("g",))


@router.get("/claims/{identity}", responses=described("claims"))
def claim(request: Request, identity: Identity) -> Response:
    """A claim; also of an article version that was superseded."""
    return _object(request, identity, ("c",))


@router.get("/discrepancies/{identity}", responses=described("discrepancies"))
def discrepancy(request: Request, identity: Identity) -> Response:
    """A discrepancy with what people decided about it."""
    return _object(request, identity, ("d",))


@router.get("/articles/{identity}", responses=described("articles"))
def article(request: Request, identity: Identity) -> Response:
    """An article with its later versions and the figures that changed."""
    return _object(request, identity, ("a", "r"))


def _object(request: Request, identity: str, letters: tuple[str, ...]) -> Response:
    store = site_of(request).store
    if identity.partition("_")[0] not in letters:
        raise UnknownId(f"{identity[:40]} is no id of this kind", f"ids here begin with {' or '.join(f'{letter}_' for letter in letters)}")
    found = document(store, identity)
    folder = FOLDERS[identity[0]]
    name = str(found[{"stories": "story", "discrepancies": "discrepancy"}.get(folder, folder.removesuffix("s"))])
    return answer(request, found, headers={"content-location": f"{API}/{folder}/{name}"})


def document(store: Store, identity: str) -> Row:
    """The object as a row of its table, and beside it what belongs to it."""
    found = store.find_any(identity)
    if isinstance(found, Revision):
        found = store.find_any(found.article)
    if isinstance(found, StoryRecord):
        articles = [
            views.article_row(ArticleRecord(one, 1, found.story.id)) | {"readability": one.readability.value} for one in found.articles
        ]
        return views.story_row(found) | {"groups": [views.group_row(one) for one in found.groups], "coverage": articles}
    if isinstance(found, GroupRecord):
        return _group(store, found)
    if isinstance(found, DiscrepancyRecord):
        about = {"question": found.question, "title": found.story_title}
        return views.discrepancy_row(found) | about | {"reviews": review_rows(store.reviews.of(found.discrepancy.id))}
    if isinstance(found, ClaimRecord):
        return views.claim_row(found)
    assert isinstance(found, ArticleRecord)
    later = [views.revision_row(one) for one in store.revisions.records(article=found.article.id)]
    return views.article_row(found) | {"versions": later, "readability": found.article.readability.value}


def _group(store: Store, found: GroupRecord) -> Row:
    concerned = (found.group.id, *(one.id for one in found.assessment.discrepancies))
    differences = [views.discrepancy_row(DiscrepancyRecord(one, "", found.group.question)) for one in found.assessment.discrepancies]
    return views.group_row(found) | {
        "claims": [views.claim_row(one) for one in found.claims],
        "rests_on": [_origin(one) for one in found.origins],
        "discrepancies": differences,
        "reviews": review_rows(store.reviews.of(*concerned)),
    }


def _origin(origin: Origin) -> Row:
    names = ("claims", "outlets", "reasons", "routes")
    lists: Row = {name: list(getattr(origin, name)) for name in names}
    return {"origin": origin.id, "kind": origin.kind.value, "label": origin.label, **lists}
