"""An article: its text with the figures marked, its versions, and what changed from one to the next."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from corroborate.errors import UnknownId
from corroborate.model.articles import Article
from corroborate.model.records import ArticleRecord, ClaimRecord
from corroborate.publish.web.passages import paragraphs
from corroborate.publish.web.sites import site_of
from corroborate.publish.web.templating import page
from corroborate.store import Store

router = APIRouter(include_in_schema=False)

LONGEST = 200_000
"""Characters of a text that a page shows."""
FIGURES = 2_000


@router.get("/article/{identity}")
def article(request: Request, identity: str, revision: str | None = None) -> HTMLResponse:
    """An article, in the version that stands or in another."""
    store = site_of(request).store
    record = store.find_any(identity)
    if not isinstance(record, ArticleRecord):
        raise UnknownId(f"there is no article {identity}", "take an id from a story")
    shown, claims = _version(store, record, revision)
    values = {
        "article": shown,
        "current": shown.revision == record.article.revision,
        "story": store.overviews.story(record.story) if record.story else None,
        "paragraphs": list(paragraphs(shown.text[:LONGEST], claims)),
        "is_long": len(shown.text) > LONGEST,
        "versions": store.revisions.of(shown.id),
        "changes": [one for one in store.revisions.records(article=shown.id) if one.changes] if record.revisions > 1 else [],
        "claims": claims,
    }
    return page(request, "article.html", values)


def _version(store: Store, record: ArticleRecord, revision: str | None) -> tuple[Article, Sequence[ClaimRecord]]:
    """The version that is asked for with its claims, in order of the text. Raises UnknownId."""
    wanted = revision or record.article.revision
    claims = store.claims.of_revision(wanted, FIGURES)
    if wanted == record.article.revision:
        return record.article, claims
    reading = store.readings.of_revision(wanted)
    if reading is None or reading.article.id != record.article.id:
        raise UnknownId(f"{wanted} is no version of this article", "choose one of those listed")
    return reading.article, claims
