"""How many of the claims that were found are of which party, kind, unit, outlet, verdict and day; counted by the database."""

from collections import defaultdict

from sqlalchemy import CTE, ColumnElement, Select, String, cast, func, literal, select, union_all
from sqlalchemy.orm import Session

from corroborate.model.queries import Facet, Facets
from corroborate.store.tables import GroupClaimRow, GroupRow

SHOWN = 12
"""Values of a facet, at most; days are all told."""
NAMES = ("party", "kind", "unit", "outlet", "verdict", "days")


def count_facets(session: Session, found: Select, limit: int) -> Facets:  # type: ignore[type-arg]
    """Count what these claims say; `found` has their id, kind, unit, outlet, appeared and parties."""
    claims = found.cte("found")
    sqlite = session.get_bind().dialect.name == "sqlite"
    day = func.substr(claims.c.appeared, 1, 10) if sqlite else func.to_char(func.timezone("UTC", claims.c.appeared), "YYYY-MM-DD")
    verdicts = (
        select(GroupRow.verdict, func.count().label("claims"))
        .join(GroupClaimRow, GroupClaimRow.group_id == GroupRow.id)
        .join(claims, claims.c.id == GroupClaimRow.claim)
        .group_by(GroupRow.verdict)
    )
    counts = {
        "": select(literal(""), func.count()).select_from(claims),
        **{name: _by(claims, claims.c[name]) for name in ("kind", "unit", "outlet")},
        "days": _by(claims, day),
        "party": _parties(claims, sqlite=sqlite),
        "verdict": verdicts,
    }
    rows = session.execute(union_all(*(_named(name, query) for name, query in counts.items()))).all()
    facets = defaultdict[str, list[Facet]](list)
    for name, value, claims_count in rows:
        if value is not None:
            facets[name].append(Facet(value, claims_count))
    total = facets.pop("")[0].claims
    return Facets(total, total >= limit, **{name: _ordered(name, facets[name]) for name in NAMES})


def _by(claims: CTE, value: ColumnElement[str]) -> Select:  # type: ignore[type-arg]
    return select(value.label("value"), func.count().label("claims")).select_from(claims).group_by(value)


def _parties(claims: CTE, *, sqlite: bool) -> Select:  # type: ignore[type-arg]
    if sqlite:
        each = func.json_each(claims.c.parties).table_valued("value")
        name: ColumnElement[str] = each.c.value
    else:
        each = func.jsonb_array_elements_text(claims.c.parties).table_valued("value")
        name = each.c.value
    counted = select(name.label("value"), func.count().label("claims")).select_from(claims).join(each, literal(True)).group_by(name)
    return counted.order_by(func.count().desc(), name).limit(SHOWN)


def _named(name: str, query: Select) -> Select:  # type: ignore[type-arg]
    """The counts beside the name of their facet: one statement counts them all, so that the claims are found once."""
    counted = query.subquery(f"by_{name or 'all'}")
    value, claims = counted.c[0], counted.c[1]
    return select(literal(name).label("name"), cast(value, String).label("value"), claims.label("claims"))


def _ordered(name: str, facets: list[Facet]) -> tuple[Facet, ...]:
    if name == "days":
        return tuple(sorted(facets, key=lambda facet: facet.value))
    return tuple(sorted(facets, key=lambda facet: (-facet.claims, facet.value))[:SHOWN])
