"""Whatever an id names, as text for the terminal."""

from corroborate.model.pages import Revision
from corroborate.model.records import ArticleRecord, ClaimRecord, DiscrepancyRecord, GroupRecord, StoryRecord
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
    return show_article(found, tuple(store.revisions.records(article=found.article.id)), width=width)
