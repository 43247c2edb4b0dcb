"""The tables as they are exported: columns of a few thousand rows at a time, under the names that other programs rely on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import Any

from corroborate.errors import UsageError
from corroborate.model.figures import Role
from corroborate.model.parties import AliasTable
from corroborate.model.queries import Query
from corroborate.model.records import RevisionRecord
from corroborate.publish import rows, views
from corroborate.publish.links import text_links
from corroborate.store import Store
from corroborate.store.repetitions import Repeated, repeated

Columns = Mapping[str, Sequence[Any]]
TOGETHER = 4000
"""Rows that are turned into columns at a time."""
NOBODY = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of an export besides its table: who goes by which name, whose texts are not handed on, and which claims."""

    aliases: AliasTable = field(default_factory=AliasTable)
    withheld: frozenset[str] = NOBODY
    where: Query | None = None


EVERYTHING = Wanted()


def read_table(store: Store, table: str, wanted: Wanted = EVERYTHING) -> Iterator[Columns]:
    """The rows of a table, in its columns. Raises UsageError where there is no such table."""
    if table not in TABLES:
        raise UsageError(f"there is no table {table!r}", f"choose one of: {', '.join(TABLES)}")
    if wanted.where is not None and table != "claims":
        raise UsageError(f"{table} cannot be filtered", "leave out --where, or export claims")
    yield from TABLES[table](store, wanted)


def in_columns(table: str, found: Iterable[views.Row]) -> Iterator[Columns]:
    """Rows as columns, so many at a time."""
    remaining = iter(found)
    while together := list(islice(remaining, TOGETHER)):
        yield {name: [row[name] for row in together] for name in views.COLUMNS[table]}


def _claims(store: Store, wanted: Wanted) -> Iterator[Columns]:
    for kept in store.dumps.claims(wanted.where):
        filled = dict(kept) | _named(kept, wanted.aliases)
        filled["claim"] = kept["id"]
        filled["published"] = turned(kept["published"], views.instant)
        filled |= {name: turned(kept[name], plain_text) for name in ("value", "low", "high")}
        filled["change"] = turned(kept["movement"], _change)
        filled |= _texts(kept, wanted.withheld)
        yield {name: filled[name] for name in views.COLUMNS["claims"]}


def turned(column: Sequence[Any], turn: Callable[[Any], Any]) -> Sequence[Any]:
    """What becomes of each value; of one that is repeated, once."""
    return column.turned(turn) if isinstance(column, Repeated) else [turn(value) for value in column]


def _named(kept: Columns, aliases: AliasTable) -> dict[str, Sequence[Any]]:
    """Those who took part, then the others named beside them; with their identifiers where there is a table of names."""
    pairs = repeated(list(zip(kept["names"], kept["parties"], strict=True)))
    parties = pairs.turned(lambda pair: tuple(dict.fromkeys((*pair[0], *pair[1]))))
    return {"parties": parties, "parties_wikidata": parties.turned(partial(_identifiers, aliases))}


def _identifiers(aliases: AliasTable, named: Sequence[str]) -> Sequence[str | None]:
    return tuple(aliases.wikidata(name) for name in named) if aliases.parties else ()


def _texts(kept: Columns, withheld: frozenset[str]) -> dict[str, Sequence[Any]]:
    """The sentence, and the link that names it; of outlets that reserve their texts only the figure and the article's address."""
    sentences = kept["sentence"]
    if withheld:
        told = zip(sentences, kept["outlet"], strict=True)
        sentences = ["" if outlet in withheld else sentence for sentence, outlet in told]
    return {"sentence": sentences, "link": text_links(list(kept["url"]), sentences)}


def plain_text(written: str | None) -> str | None:
    """A decimal as it is exported: "2.88E+7" is "28800000"."""
    return written if written is None or written.isdigit() else views.decimal_text(Decimal(written))


def _change(movement: tuple[str | None, int]) -> str | None:
    role, direction = movement
    if role != Role.CHANGE.value and not direction:
        return None
    return {1: "up", -1: "down"}.get(direction, "changed")


def _groups(store: Store, _: Wanted) -> Iterator[Columns]:
    for kept in store.dumps.groups():
        times = {name: [views.instant(moment) for moment in kept[name]] for name in ("first_seen", "last_changed")}
        yield _ordered("groups", dict(kept) | times | {"group": kept["id"], "story": kept["story_id"], "values": kept["wordings"]})


def _stories(store: Store, _: Wanted) -> Iterator[Columns]:
    for kept in store.dumps.stories():
        times = {name: [views.instant(moment) for moment in kept[name]] for name in ("first", "last")}
        yield _ordered("stories", dict(kept) | times | {"story": kept["id"]})


def _articles(store: Store, _: Wanted) -> Iterator[Columns]:
    for kept in store.dumps.articles():
        published = [views.instant(moment) for moment in kept["published"]]
        revisions = [max(pair) for pair in zip(kept["kept"], kept["read"], strict=True)]
        yield _ordered("articles", dict(kept) | {"published": published, "revisions": revisions})


def _discrepancies(store: Store, wanted: Wanted) -> Iterator[Columns]:
    return in_columns("discrepancies", (_without_quotes(row, wanted.withheld) for row in rows.discrepancies(store)))


def _without_quotes(row: views.Row, withheld: frozenset[str]) -> views.Row:
    """A quote may be that of any outlet of its side; the reason repeats them."""
    sides = row["sides"]
    if not withheld or not isinstance(sides, list) or withheld.isdisjoint(outlet for side in sides for outlet in side["outlets"]):
        return row
    silent = [side | {"quote": ""} if not withheld.isdisjoint(side["outlets"]) else side for side in sides]
    return dict(row) | {"sides": silent, "reason": ""}


def _revisions(store: Store, wanted: Wanted) -> Iterator[Columns]:
    records = store.revisions.records()
    return in_columns("revisions", (_without_sentences(record, wanted.withheld) for record in records))


def _without_sentences(record: RevisionRecord, withheld: frozenset[str]) -> views.Row:
    row = views.revision_row(record)
    if record.revision.outlet not in withheld:
        return row
    return dict(row) | {"changes": [views.change_row(change) | {"sentence": ""} for change in record.changes]}


def _ordered(table: str, filled: Columns) -> Columns:
    return {name: filled[name] for name in views.COLUMNS[table]}


TABLES: Mapping[str, Callable[[Store, Wanted], Iterator[Columns]]] = {
    "claims": _claims,
    "groups": _groups,
    "discrepancies": _discrepancies,
    "stories": _stories,
    "articles": _articles,
    "revisions": _revisions,
    "sources": lambda store, _: in_columns("sources", rows.sources(store)),
}
