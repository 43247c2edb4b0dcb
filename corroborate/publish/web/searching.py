"""Search: one box for the query language, facets as links, and an address for every question that can be passed on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from corroborate.errors import QueryError
from corroborate.model.queries import Facets, Key, Query
from corroborate.publish.language import parse
from corroborate.publish.web.marks import VERDICTS
from corroborate.publish.web.passages import quoted
from corroborate.publish.web.sites import site_of
from corroborate.publish.web.templating import page

router = APIRouter(include_in_schema=False)

LISTED = 30
FIELDS = (("party", Key.PARTY), ("unit", Key.UNIT), ("since", Key.SINCE), ("until", Key.UNTIL))
EXAMPLES = (
    ("accounts value:>20000", "claims with the word “accounts” and a figure over 20,000"),
    ("verdict:disputed kind:count", "counts about which outlets disagree"),
    ('party:"Port Ellery" since:2026-10-01', "claims that name Port Ellery, published since 1 October 2026"),
    ("value:10k..50k -kind:money", "figures from 10,000 to 50,000 that are no money"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: how often it was found, where a click leads, and whether it is asked for already."""

    value: str
    word: str
    claims: int
    href: str
    is_chosen: bool


@router.get("/search")
def search(request: Request, q: str = "", cursor: str | None = None) -> Response:
    """The claims that answer a query, latest first, with what stands in them."""
    try:
        query = parse(" ".join((q, *_filled(request.query_params))))
    except QueryError as error:
        return page(request, "search.html", _empty(q) | {"wrong": _pointed(error)}, status=400)
    if any(request.query_params.get(name) for name in (*dict(FIELDS), "low", "high")):
        return RedirectResponse(address(query), status_code=303)
    found = site_of(request).store.search.page(query, cursor=cursor, limit=LISTED, counted=True)
    values = {
        "q": q,
        "wrong": None,
        "rows": [(record, quoted(record.claim)) for record in found.claims],
        "facets": list(_choices(query, found.facets)) if found.facets else [],
        "counted": found.facets,
        "following": address(query, cursor=found.following) if found.following else None,
        "is_first": cursor is None,
        "examples": EXAMPLES,
    }
    return page(request, "search.html", values)


def address(query: Query, **more: str) -> str:
    """Where the answers to a query are found."""
    return f"/search?{urlencode({'q': str(query), **more})}"


def _empty(q: str) -> dict[str, object]:
    return {"q": q, "rows": [], "facets": [], "counted": None, "following": None, "is_first": True, "examples": EXAMPLES}


def _filled(fields: Mapping[str, str]) -> Iterator[str]:
    """What was filled in beside the box, in the words of the language."""
    low, high = (fields.get(name, "").strip() for name in ("low", "high"))
    if low or high:
        yield f'value:"{_bare(low)}..{_bare(high)}"'
    for name, key in FIELDS:
        if value := fields.get(name, "").strip():
            yield f'{key.value}:"{_bare(value)}"'


def _bare(text: str) -> str:
    return text.replace("\\", " ").replace('"', " ")


def _pointed(error: QueryError) -> dict[str, str]:
    """The query with what is wrong in it marked."""
    text = error.text
    return {
        "before": text[: error.start],
        "word": text[error.start : error.end],
        "after": text[error.end :],
        "problem": error.problem,
        "remedy": error.remedy,
    }


def _choices(query: Query, facets: Facets) -> Iterator[tuple[str, list[Choice]]]:
    """Each facet with its values; those that are asked for can be taken back."""
    for title, key, counted in (
        ("Verdict", Key.VERDICT, facets.verdict),
        ("Kind", Key.KIND, facets.kind),
        ("Outlet", Key.OUTLET, facets.outlet),
        ("Party", Key.PARTY, facets.party),
        ("Unit", Key.UNIT, facets.unit),
    ):
        asked = {str(value) for value in query.asked(key)}
        told = {facet.value: facet.claims for facet in counted}
        values = [*(value for value in asked if value not in told), *told]
        if values:
            yield title, [_choice(query, key, value, told.get(value, 0), value in asked) for value in values]


def _choice(query: Query, key: Key, value: str, claims: int, is_chosen: bool) -> Choice:
    leads = query.widened(key, value) if is_chosen else query.narrowed(key, value)
    word = next((mark.word for verdict, mark in VERDICTS.items() if key is Key.VERDICT and verdict.value == value), value)
    return Choice(value, word, claims, address(leads), is_chosen)
