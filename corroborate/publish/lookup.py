"""Whatever an id names, as text for the terminal."""

from collections.abc import Iterable

from corroborate.errors import UsageError
from corroborate.model.pages import Revision
from corroborate.model.records import ArticleRecord, ClaimRecord, DiscrepancyRecord, GroupRecord, RevisionRecord, StoryRecord
from corroborate.publish.show import show_article, show_claim, show_discrepancy, show_group, show_story
from corroborate.store import Store


def show_any(store: Store, identity: str, *, width: int = 120) -> str:
    """The story, claim group, claim, article or discrepancy with this id. Raises UnknownId."""
    found = store.find_any(identity)
    if isinstance(found, Revision):
        found = store.find_any(found.article)
    if isinstance(found, StoryRecord):
        return show_story(found, width=width)
    if isinstance(found, GroupRecord):
        concerned = (found.group.id, *(one.id for one in found.assessment.discrepancies))
        return show_group(found, store.reviews.of(*concerned), store.suggestions.of_group(found.group.id), width=width)
    if isinstance(found, DiscrepancyRecord):
        return show_discrepancy(found, store.reviews.of(found.discrepancy.id), width=width)
    if isinstance(found, ClaimRecord):
        return show_claim(found, store.revisions.get(found.claim.revision), width=width)
    assert isinstance(found, ArticleRecord)
    revisions = tuple(store.revisions.records(article=found.article.id))
    return show_article(found, revisions, _texts(store, revisions), width=width)


def _texts(store: Store, revisions: Iterable[RevisionRecord]) -> dict[str, str]:
    """The texts of the versions that are held against each other."""
    names = dict.fromkeys(name for one in revisions for name in (one.previous, one.revision.id))
    readings = (store.readings.of_revision(name) for name in names)
    return {reading.article.revision: reading.article.text for reading in readings if reading is not None}


def archived_revision(store: Store, identity: str) -> Revision:
    """The version whose archived page stands behind an id: of an article its current one, of a claim the one it was read from.

    Raises UnknownId; UsageError for an id that stands for several pages.
    """
    found = store.find_any(identity)
    if isinstance(found, Revision):
        return found
    if isinstance(found, ClaimRecord):
        return store.revisions.get(found.claim.revision)
    if isinstance(found, ArticleRecord):
        return store.revisions.get(found.article.revision)
    raise UsageError(f"{identity} stands for several pages", "name an article (a_...), a version of it (r_...) or a claim (c_...)")
