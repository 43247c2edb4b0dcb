"""The tables as they are read out of the store, row by row."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from corroborate.model.parties import AliasTable
from corroborate.model.records import ClaimQuery
from corroborate.publish import views
from corroborate.publish.sources import health_rows
from corroborate.store import Store


def claims(store: Store) -> Iterator[views.Row]:
    """Every claim of every current article version."""
    return map(views.claim_row, store.claims.find(ClaimQuery()))


def groups(store: Store) -> Iterator[views.Row]:
    """Every claim group."""
    return map(views.group_row, store.groups.all())


def discrepancies(store: Store) -> Iterator[views.Row]:
    """Every discrepancy, whatever a reviewer made of it."""
    return map(views.discrepancy_row, store.discrepancies.all())


def stories(store: Store) -> Iterator[views.Row]:
    """Every story."""
    return map(views.story_row, store.stories.records())


def articles(store: Store) -> Iterator[views.Row]:
    """The current version of every article."""
    return map(views.article_row, store.readings.articles())


def revisions(store: Store) -> Iterator[views.Row]:
    """Every later version of an article against the one before it."""
    return map(views.revision_row, store.revisions.records())


def sources(store: Store) -> Iterator[views.Row]:
    """Every feed and sitemap, as of the last time any was asked."""
    return health_rows(store)


def identified(rows: Iterable[views.Row], aliases: AliasTable) -> Iterator[views.Row]:
    """The rows with the Wikidata identifier of each of their parties, null for one without; empty without a table of aliases."""
    for row in rows:
        named = row.get("parties")
        if aliases.parties and isinstance(named, list):
            yield row | {"parties_wikidata": [aliases.wikidata(name) for name in named]}
        else:
            yield row


TABLES: Mapping[str, Callable[[Store], Iterator[views.Row]]] = {
    "claims": claims,
    "groups": groups,
    "discrepancies": discrepancies,
    "stories": stories,
    "articles": articles,
    "revisions": revisions,
    "sources": sources,
}
