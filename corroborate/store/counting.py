"""How many of the claims that were found are of which party, kind, unit, outlet, verdict and day; counted by the database.

In SQLite all of it stands in the index that puts claims in the order of time, so that none of their rows is looked at.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, cast, func, select
from sqlalchemy.orm import Session

from corroborate.model.findings import Verdict
from corroborate.model.queries import Facet, Facets
from corroborate.store.tables import ClaimRow
from corroborate.store.words import mark

SHOWN = 12
"""Values of a facet, at most; days are all told."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = 24 * 60
BITS = 37
"""Of a claim's place these are its number, those above the minute in which it appeared."""
NAMES = ("kind", "unit", "outlet", "party", "verdict", "place")
VERDICTS: Mapping[str, str] = {mark("v", verdict.value): verdict.value for verdict in Verdict}


def counted_columns(place: ColumnElement[int]) -> list[ColumnElement[Any]]:
    """What is looked at of each claim: what facets are named for; parties as they are written, its day within its place."""
    columns = (ClaimRow.kind, ClaimRow.unit, ClaimRow.outlet, ClaimRow.parties, ClaimRow.found_marks, place)
    return [column.label(name) for name, column in zip(NAMES, columns, strict=True)]


def count_facets(session: Session, found: Select, limit: int) -> tuple[Facets, list[int]]:  # type: ignore[type-arg]
    """Count what these claims say, and give their places, newest first; `found` has the counted columns of each.

    All of them come as one document: a thread that is handed a thousand rows lets others run a thousand times.
    """
    claims = found.subquery("found")
    columns = [claims.c[name] for name in NAMES]
    if session.get_bind().dialect.name == "sqlite":
        nested = [func.json(column) if column.name == "party" else column for column in columns]
        document = func.json_group_array(func.json_array(*nested))
    else:
        document = func.json_agg(func.json_build_array(*columns))
    rows = json.loads(session.scalar(select(cast(document, Text))) or "[]")
    told = dict(zip(NAMES, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(NAMES, ())
    facets = Facets(
        len(rows),
        len(rows) >= limit,
        **{name: _most(Counter(told[name])) for name in ("kind", "unit", "outlet")},
        party=_most(Counter(chain.from_iterable(told["party"]))),
        verdict=_most(_verdicts(Counter(told["verdict"]))),
        days=tuple(_days(Counter((place >> BITS) // DAY for place in told["place"]))),
    )
    return facets, sorted(told["place"], reverse=True)


def _most(counted: Mapping[str | None, int]) -> tuple[Facet, ...]:
    """The most frequent; None is no value."""
    facets = (Facet(value, number) for value, number in counted.items() if value is not None)
    return tuple(sorted(facets, key=lambda facet: (-facet.claims, facet.value))[:SHOWN])


def _verdicts(counted: Mapping[str, int]) -> Counter[str | None]:
    """A claim's group has one verdict, which stands among what is marked of it."""
    tally = Counter[str | None]()
    for marks, number in counted.items():
        tally.update({VERDICTS[one]: number for one in marks.split() if one in VERDICTS})
    return tally


def _days(counted: Mapping[int, int]) -> Iterator[Facet]:
    for day, number in sorted(counted.items()):
        yield Facet((EPOCH + timedelta(days=day)).date().isoformat(), number)
