"""Which exported row is which expected claim."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import count

from corroborate.model.figures import Approx, Kind
from corroborate.newsroom.truth import ArticleTruth, Expected

Row = Mapping[str, object]
WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
OPTIONAL = ("title", "dateline")
UNGROUPED = ("note", "round-up")
DAYS = {Kind.DATE.value, Kind.PERIOD.value}


def recognise(articles: Sequence[ArticleTruth], rows: Sequence[Row]) -> dict[int, Expected]:
    """The expected claim of each row, by the row's place in the list; what is not there is expected nowhere.

    A claim is expected once per mention. Mentions in the row's own sentence come first, and those which need not be found last.
    """
    by_url: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        by_url.setdefault(address(row.get("url")), []).append(index)
    found: dict[int, Expected] = {}
    for article in articles:
        left = list(article.claims)
        indices = by_url.get(address(article.url), [])
        for strict in (True, False):
            for index in indices:
                if index in found:
                    continue
                expected = _pick(left, rows[index], same_sentence=strict)
                if expected is not None:
                    left = _without(left, expected)
                    found[index] = expected
    return found


def says(row: Row, expected: Expected) -> bool:
    """The row states what is expected: kind, value or days, hedge, and some of the same words."""
    kind = str(row.get("kind"))
    if not (kind == expected.kind or {kind, expected.kind.value} <= DAYS):
        return False
    surface = str(row.get("surface") or "")
    if not overlap(surface, expected.surface):
        return False
    if expected.kind is Kind.PARTY:
        return True
    if expected.kind is Kind.RANK:
        return str(expected.superlative).casefold() in surface.casefold()
    if expected.start is not None or expected.end is not None:
        return day(row.get("start")) == expected.start and day(row.get("end")) == expected.end
    if str(row.get("approx") or Approx.EXACT.value) != expected.approx:
        return False
    if expected.approx is Approx.VAGUE:
        return True
    if expected.value is None:
        return number(row.get("low")) == expected.low and number(row.get("high")) == expected.high
    return number(row.get("value")) == expected.value


def overlap(one: str, other: str) -> bool:
    """Two surfaces share a word or number."""
    return bool(set(WORD.findall(one.casefold())) & set(WORD.findall(other.casefold())))


def address(url: object) -> str:
    """A URL as far as it tells articles apart."""
    return str(url or "").partition("://")[2].rstrip("/").lower()


def number(value: object) -> Decimal | None:
    """A cell as a number."""
    try:
        return None if value is None or value == "" else Decimal(str(value))
    except InvalidOperation:
        return None


def day(value: object) -> date | None:
    """A cell as a day."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def listed(value: object) -> list[object]:
    """A cell that holds several values: a list, or a list written as JSON or with separators."""
    if isinstance(value, list | tuple):
        return list(value)
    if not isinstance(value, str) or not value:
        return []
    if value.startswith("["):
        parsed = json.loads(value)
        return parsed if isinstance(parsed, list) else [parsed]
    return [part.strip() for part in re.split(r"[;|]", value) if part.strip()]


def labels(found: Mapping[int, Expected]) -> dict[int, str]:
    """The question that each recognised row answers; what stands alone has a label of its own, notes and round-ups have none."""
    alone = count()
    return {index: expected.question or f"alone {next(alone)}" for index, expected in found.items() if expected.place not in UNGROUPED}


def _pick(left: Sequence[Expected], row: Row, *, same_sentence: bool) -> Expected | None:
    fitting = [expected for expected in left if says(row, expected)]
    if same_sentence:
        sentence = str(row.get("sentence") or "").strip()
        fitting = [expected for expected in fitting if sentence and (sentence in expected.sentence or expected.sentence in sentence)]
    surface = str(row.get("surface") or "")
    fitting.sort(key=lambda expected: (expected.surface != surface, expected.place in OPTIONAL))
    return fitting[0] if fitting else None


def _without(left: Sequence[Expected], taken: Expected) -> list[Expected]:
    place = next(index for index, expected in enumerate(left) if expected is taken)
    return [*left[:place], *left[place + 1 :]]
