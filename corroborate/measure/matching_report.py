"""The benchmark of matching as text for people and a row for programs."""

from collections.abc import Iterator

from corroborate.measure.matching import PARTS, Matched
from corroborate.measure.verdicts import MILLISECOND, Bar
from corroborate.publish.query import table
from corroborate.publish.views import Row

LEAST_ARTICLES, LEAST_EMBEDDED = 100.0, 25.0
MOST_GROWTH, MOST_MEGABYTES = 1.3, 3000.0
"""Asked of 100,000 articles on two cores."""


def matching_bars(found: Matched) -> Iterator[Bar]:
    """What is asked of matching."""
    least = LEAST_ARTICLES if found.embedding == "none" else LEAST_EMBEDDED
    each = found.articles_per_second
    yield Bar("articles a second", f"at least {least:.0f}", each, each >= least)
    yield Bar("last tenth's cost, times the first's", f"at most {MOST_GROWTH}", found.growth, found.growth <= MOST_GROWTH)
    yield Bar("megabytes of memory at most", f"below {MOST_MEGABYTES:.0f}", found.megabytes, found.megabytes < MOST_MEGABYTES)


def matching_report(found: Matched, *, width: int) -> str:
    """What is asked, then where the time goes, in all and in the first and last tenth."""
    head = (
        f"{found.articles} simulated articles in {found.stories} stories, embedding {found.embedding!r}: "
        f"{found.groups} claim groups, {found.discrepancies} discrepancies; stories BCubed {found.accuracy}"
    )
    asked: list[Row] = [
        {"measure": bar.measure, "asked": bar.asked, "ours": f"{bar.ours:8.2f}", "": "" if bar.is_met else "short"}
        for bar in matching_bars(found)
    ]
    parts: list[Row] = [{"CPU milliseconds an article": part, **row} for part, row in _parts(found).items()]
    if found.depths:
        head += f"; a story gone through again has {found.depths[0]:.1f} articles in the first tenth, {found.depths[-1]:.1f} in the last"
    return "\n\n".join((head, table(asked, width=width), table(parts, width=width)))


def matching_row(found: Matched) -> Row:
    """Everything measured."""
    return {
        "articles": found.articles,
        "stories": found.stories,
        "groups": found.groups,
        "discrepancies": found.discrepancies,
        "embedding": found.embedding,
        "articles_per_second": round(found.articles_per_second, 2),
        "milliseconds": {part: round(1000 * found.cost.parts.get(part, 0.0) / found.articles, 3) for part in PARTS},
        "tenths": [round(1000 * one.seconds / found.articles * len(found.tenths), 3) for one in found.tenths],
        "depths": [round(one, 2) for one in found.depths],
        "growth": round(found.growth, 3),
        "megabytes": round(found.megabytes),
        "bcubed": round(found.accuracy.f1, 4),
        "met": all(bar.is_met for bar in matching_bars(found)),
    }


def _parts(found: Matched) -> dict[str, Row]:
    first, last = found.tenths[0], found.tenths[-1]
    each, tenth = found.articles * MILLISECOND, found.articles / len(found.tenths) * MILLISECOND
    rows: dict[str, Row] = {
        part: {
            "all": f"{found.cost.parts.get(part, 0.0) / each:7.2f}",
            "first tenth": f"{first.parts.get(part, 0.0) / tenth:7.2f}",
            "last tenth": f"{last.parts.get(part, 0.0) / tenth:7.2f}",
        }
        for part in PARTS
    }
    rows["together, but for unpacking"] = {
        "all": f"{found.cost.seconds / each:7.2f}",
        "first tenth": f"{first.seconds / tenth:7.2f}",
        "last tenth": f"{last.seconds / tenth:7.2f}",
    }
    return rows
