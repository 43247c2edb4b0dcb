"""The results of an evaluation as a table for people and as rows for programs."""

from collections.abc import Iterable, Iterator

from corroborate.measure.asks import NOTHING_ASKED
from corroborate.measure.evaluate import Result, Skipped
from corroborate.measure.events import EventScores
from corroborate.measure.newsrooms import NEWSROOM_ASKS, Edited, Measured
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


def event_rows(scored: Iterable[EventScores]) -> Iterator[Row]:
    """One row a set of annotated events, shares in percent."""
    for one in scored:
        yield {
            "set": one.name,
            "figures read": _percent(one.figures.value),
            "stories P": _percent(one.stories.precision),
            "R": _percent(one.stories.recall),
            "F1": _percent(one.stories.f1),
            "groups P": _percent(one.groups.precision),
            "groups R": _percent(one.groups.recall),
            "groups F1": _percent(one.groups.f1),
            "with background": one.background,
            "findings P": _percent(one.findings.precision),
            "findings R": _percent(one.findings.recall),
            "types right": _percent(one.types.value),
            "origins exact": _percent(one.origins.value),
        }


def newsroom_table(editions: Iterable[Edited], *, width: int) -> str:
    """What is asked and what was measured of each edition, side by side."""
    found = list(editions)
    asked = [NEWSROOM_ASKS.get(one.measure, NOTHING_ASKED).least for one in found[0].measures]
    rows: list[Row] = [
        {
            "measure": found[0].measures[place].measure,
            "asked": "" if least is None else f"{_percent(least):5.1f}",
            **{f"seed {one.seed}": _beside(one.measures[place]) for one in found},
        }
        for place, least in enumerate(asked)
    ]
    rows.append(
        {
            "measure": "background figures compared",
            "asked": "    0",
            **{f"seed {one.seed}": f"{one.scores.background:5}{' short' if one.scores.background else ''}" for one in found},
        }
    )
    articles = ", ".join(f"{one.articles} articles" for one in found)
    return f"{table(rows, width=width)}\n\n{articles}; in percent"


def newsroom_rows(editions: Iterable[Edited]) -> Iterator[Row]:
    """One row a measure and edition, shares in percent."""
    for edition in editions:
        for one in edition.measures:
            least = one.ask.least
            yield {
                "seed": edition.seed,
                "measure": one.measure,
                "asked": None if least is None else _percent(least),
                "ours": _percent(one.share),
                "n": one.number,
                "reached": None if least is None else not one.falls_short,
            }
        background = edition.scores.background
        yield {"seed": edition.seed, "measure": "background figures compared", "asked": 0, "ours": background, "reached": not background}


def _beside(one: Measured) -> str:
    return f"{_percent(one.share):5.1f} of {one.number}{' short' if one.falls_short else ''}"


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
