"""Benchmarks as text for people and rows for programs."""

from collections.abc import Iterator
from dataclasses import dataclass

from corroborate.measure.fuzz import MOST_TIMES, Fuzzed
from corroborate.measure.quantulum import Race
from corroborate.measure.speed import Speed
from corroborate.publish.query import table
from corroborate.publish.views import Row

LEAST_ARTICLES, MOST_MEGABYTES, LEAST_TIMES = 30.0, 700.0, 4.0
NAMED = 20
SHOWN = 160
MILLISECOND = 1e-3


@dataclass(frozen=True, slots=True)
class Bar:
    """A measure beside what is asked of it: so many at least, or at most."""

    measure: str
    asked: str
    ours: float
    is_met: bool


def bars(speed: Speed, raced: Race | None) -> Iterator[Bar]:
    """What is asked of the extractor's speed."""
    each = speed.articles_per_second
    yield Bar("articles a second, one core", f"at least {LEAST_ARTICLES:.0f}", each, each >= LEAST_ARTICLES)
    yield Bar("megabytes of memory at most", f"below {MOST_MEGABYTES:.0f}", speed.megabytes, speed.megabytes < MOST_MEGABYTES)
    if raced is not None:
        yield Bar("times as fast as quantulum3", f"at least {LEAST_TIMES:.0f}", raced.ratio, raced.ratio >= LEAST_TIMES)


def speed_report(speed: Speed, raced: Race | None, *, width: int) -> str:
    """What is asked, then where the time goes."""
    words = speed.words / speed.articles
    head = f"{speed.articles} articles of {words:.0f} words, text to claims, language pipeline {speed.pipeline!r}"
    asked: list[Row] = [
        {"measure": bar.measure, "asked": bar.asked, "ours": f"{bar.ours:7.1f}", "": "" if bar.is_met else "short"}
        for bar in bars(speed, raced)
    ]
    parts: list[Row] = [
        {
            "part": name,
            "share": f"{100 * seconds / speed.seconds:5.1f} %",
            "milliseconds an article": f"{seconds / speed.articles / MILLISECOND:6.2f}",
        }
        for name, seconds in speed.parts.items()
    ]
    blocks = [head, table(asked, width=width), table(parts, width=width)]
    if raced is not None:
        blocks.append(
            f"Quantities alone, of {raced.sentences} sentences of these articles: ours {raced.sentences / raced.ours:.0f} a second, "
            f"quantulum3 {raced.sentences / raced.theirs:.0f}."
        )
    return "\n\n".join(blocks)


def speed_row(speed: Speed, raced: Race | None) -> Row:
    """The same for programs."""
    row: Row = {
        "pipeline": speed.pipeline,
        "articles": speed.articles,
        "words": speed.words,
        "cpu_seconds": round(speed.seconds, 4),
        "articles_per_second": round(speed.articles_per_second, 2),
        "megabytes": round(speed.megabytes, 1),
        "shares": {name: round(seconds / speed.seconds, 4) for name, seconds in speed.parts.items()},
    }
    if raced is not None:
        row["quantulum3"] = {
            "sentences": raced.sentences,
            "our_cpu_seconds": round(raced.ours, 4),
            "their_cpu_seconds": round(raced.theirs, 4),
            "times_as_fast": round(raced.ratio, 2),
        }
    return row | {"met": all(bar.is_met for bar in bars(speed, raced))}


def fuzz_report(fuzzed: Fuzzed, *, width: int) -> str:
    """Exceptions, and the slowest sentence of each class of length."""
    rows: list[Row] = [
        {
            "characters up to": f"{one.longest:>6}",
            "sentences": f"{one.sentences:>7}",
            "median ms": f"{one.median / 1e6:8.3f}",
            "slowest ms": f"{one.slowest / 1e6:8.3f}",
            "times": f"{one.times:6.1f}",
            "": "slow" if one.times > MOST_TIMES else "",
        }
        for one in fuzzed.lengths
    ]
    asked = f"asked: none, and no sentence slower than {MOST_TIMES} times the median of its length"
    told = f"{fuzzed.sentences} mutated sentences, {len(fuzzed.crashes)} exceptions ({asked})"
    crashes = [f"{crash.error}: {crash.text[:SHOWN]!r}" for crash in fuzzed.crashes[:NAMED]]
    slow = [f"slow: {one.text[:SHOWN]!r}" for one in fuzzed.slow]
    return "\n".join([told, "", table(rows, width=width), *crashes, *slow])


def fuzz_row(fuzzed: Fuzzed) -> Row:
    """The same for programs."""
    return {
        "sentences": fuzzed.sentences,
        "crashed": len(fuzzed.crashes),
        "exceptions": [{"error": crash.error, "text": crash.text} for crash in fuzzed.crashes[:NAMED]],
        "lengths": [
            {"longest": one.longest, "sentences": one.sentences, "median_ns": one.median, "slowest_ns": one.slowest, "slowest": one.text}
            for one in fuzzed.lengths
        ],
        "met": not fuzzed.crashes and not fuzzed.slow,
    }
