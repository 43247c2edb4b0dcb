"""The whole course as text for people, rows for programs, a plot, and beside an earlier run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corroborate.measure.verdicts import Bar
from corroborate.publish.query import table
from corroborate.publish.views import Row
from corroborate.throughput.course import STAGES, Reached

LEAST_ARTICLES, LEAST_SHARE, MOST_MEGABYTES, MOST_TIMES = 25.0, 0.8, 4000.0, 2.0
"""Asked: articles a second on two cores; of the first mark's speed at the last; memory; times what trafilatura alone costs."""
CORES = 2
WIDTH, HEIGHT, MARGIN = 640, 320, 48


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """Processor seconds: trafilatura a page, spaCy a text, a naive matcher a pair of articles."""

    trafilatura: float
    spacy: float
    pair: float


def row_of(reached: Reached, yardsticks: Yardsticks) -> dict[str, Any]:
    """Everything that is known at one mark, rounded to what the measurement is worth."""
    each = {stage: reached.latest[stage] / max(1, reached.since) for stage in STAGES}
    return {
        "articles": reached.articles,
        "seconds_an_article": {stage: round(seconds, 5) for stage, seconds in each.items()},
        "articles_a_second": round(CORES / max(1e-9, sum(each.values())), 2),
        "elapsed": round(reached.elapsed, 1),
        "megabytes": round(reached.megabytes),
        "bytes_an_article": round(reached.size / reached.articles),
        "claims": reached.claims,
        "discrepancies": reached.discrepancies,
        "trafilatura_alone": round(yardsticks.trafilatura, 5),
        "spacy_alone": round(yardsticks.spacy, 5),
        "all_pairs_alone": round(yardsticks.pair * reached.articles, 5),
    }


def bars(rows: Sequence[Mapping[str, Any]]) -> list[Bar]:
    """What is asked of the whole, beside what it does."""
    first, last = rows[0], rows[-1]
    share = last["articles_a_second"] / first["articles_a_second"]
    times = sum(last["seconds_an_article"].values()) / last["trafilatura_alone"]
    speed = last["articles_a_second"]
    return [
        Bar("articles a second on two cores, by processor time", f"at least {LEAST_ARTICLES:.0f}", speed, speed >= LEAST_ARTICLES),
        Bar("- of that at the first mark", f"at least {LEAST_SHARE}", share, share >= LEAST_SHARE),
        Bar("megabytes of memory at most", f"below {MOST_MEGABYTES:.0f}", last["megabytes"], last["megabytes"] < MOST_MEGABYTES),
        Bar("times the cost of trafilatura alone", f"at most {MOST_TIMES:.0f}", times, times <= MOST_TIMES),
    ]


def report(rows: Sequence[Mapping[str, Any]], before: Sequence[Mapping[str, Any]], *, width: int) -> str:
    """What is asked, then every mark; where an earlier run is given, what became of each stage."""
    asked: list[Row] = [
        {"measure": bar.measure, "asked": bar.asked, "ours": f"{bar.ours:8.2f}", "": "" if bar.is_met else "short"} for bar in bars(rows)
    ]
    parts = [table(asked, width=width), table([_line(row) for row in rows], width=width)]
    earlier = {row["articles"]: row for row in before}
    compared = [_change(row, nearest) for row in rows if (nearest := _nearest(row, earlier)) is not None]
    return "\n\n".join([*parts, *([table(compared, width=width)] if compared else [])])


def _line(row: Mapping[str, Any]) -> Row:
    milliseconds = {f"{stage}, ms": f"{1000 * seconds:7.1f}" for stage, seconds in row["seconds_an_article"].items()}
    others = {
        name: f"{1000 * row[f'{key}_alone']:7.1f}"
        for name, key in (("trafilatura", "trafilatura"), ("spaCy", "spacy"), ("all pairs", "all_pairs"))
    }
    return {
        "articles": row["articles"],
        **milliseconds,
        **others,
        "MB": row["megabytes"],
        "bytes each": row["bytes_an_article"],
        "claims": row["claims"],
        "discrepancies": row["discrepancies"],
    }


def _nearest(row: Mapping[str, Any], earlier: Mapping[int, Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The mark of an earlier run with about as many articles."""
    close = [articles for articles in earlier if abs(articles - row["articles"]) <= 0.2 * row["articles"]]
    return earlier[min(close, key=lambda articles: abs(articles - row["articles"]))] if close else None


def _change(row: Mapping[str, Any], before: Mapping[str, Any]) -> Row:
    now, then = row["seconds_an_article"], before["seconds_an_article"]
    changes = {stage: f"{now[stage] / then[stage] - 1:+7.1%}" for stage in now if then.get(stage)}
    return {
        "against the earlier run": row["articles"],
        **changes,
        "bytes each": f"{row['bytes_an_article'] / before['bytes_an_article'] - 1:+7.1%}",
    }


def plot(rows: Sequence[Mapping[str, Any]]) -> str:
    """Processor milliseconds an article against the number of articles, as SVG: a line that rises is a cost that grows."""
    most = max(row["articles"] for row in rows)
    lines = {stage: [1000 * row["seconds_an_article"][stage] for row in rows] for stage in STAGES}
    highest = max(max(values) for values in lines.values()) or 1.0
    drawn = []
    for place, (stage, values) in enumerate(lines.items()):
        spots = " ".join(
            f"{MARGIN + (WIDTH - 2 * MARGIN) * row['articles'] / most:.0f},{HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * value / highest:.0f}"
            for row, value in zip(rows, values, strict=True)
        )
        line, dashes = (("solid", "none"), ("dashed", "6 3"), ("dotted", "2 3"))[place]
        drawn.append(f'<polyline points="{spots}" fill="none" stroke="#24527a" stroke-width="2" stroke-dasharray="{dashes}"/>')
        drawn.append(f'<text x="{MARGIN}" y="{16 + 14 * place}">{stage} ({line}): {values[-1]:.1f} ms an article at the end</text>')
    axes = f'<path d="M{MARGIN} {MARGIN}V{HEIGHT - MARGIN}H{WIDTH - MARGIN}" fill="none" stroke="#888"/>'
    end = f'<text x="{WIDTH - MARGIN}" y="{HEIGHT - MARGIN + 16}" text-anchor="end">{most:,} articles</text>'
    scale = "".join(
        f'<text x="{MARGIN - 6}" y="{y}" text-anchor="end">{told}</text>'
        for y, told in ((MARGIN + 4, f"{highest:.0f} ms"), (HEIGHT - MARGIN, "0"))
    )
    style = 'font-family="sans-serif" font-size="12"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {style}>{axes}{end}{scale}{"".join(drawn)}</svg>\n'
