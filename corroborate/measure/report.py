"""The results of an evaluation as a table for people and as rows for programs."""

from collections.abc import Iterable, Iterator

from corroborate.measure.evaluate import Result, Skipped
from corroborate.publish.query import table
from corroborate.publish.views import Row


def evaluation_table(results: Iterable[Result | Skipped], *, width: int) -> str:
    """The measures as aligned text, then a line for each set that is not there."""
    found = list(results)
    rows = [_shown(one) for one in found if isinstance(one, Result)]
    skipped = [f"{one.name}: skipped, {one.reason}" for one in found if isinstance(one, Skipped)]
    return "\n".join([table(rows, width=width), *([""] if skipped else []), *skipped])


def evaluation_rows(results: Iterable[Result | Skipped]) -> Iterator[Row]:
    """One row a measure, shares in percent; a set that is not there has a `skipped` instead."""
    for one in results:
        if isinstance(one, Skipped):
            yield {"set": one.name, "skipped": one.reason}
            continue
        yield {
            "set": one.name,
            "half": one.half or None,
            "measure": one.measured.measure,
            "asked": None if one.ask.least is None else _percent(one.ask.least),
            "peers": dict(one.ask.peers),
            "ours": _percent(one.measured.share),
            "n": one.measured.number,
            "reached": None if one.ask.least is None else not one.falls_short,
        }


def _shown(one: Result) -> Row:
    return {
        "set": f"{one.name} ({one.half})" if one.half else one.name,
        "measure": one.measured.measure,
        "asked": "" if one.ask.least is None else f"{_percent(one.ask.least):5.1f}",
        "ours": f"{_percent(one.measured.share):5.1f}",
        "": "short" if one.falls_short else "",
        "n": f"{one.measured.number:>5}",
        "peers": ", ".join(f"{name} {share:.1f}" for name, share in one.ask.peers),
    }


def _percent(share: float) -> float:
    return round(100 * share, 1)
