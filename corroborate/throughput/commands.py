"""`corroborate bench all`: the whole program on simulated editions."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from corroborate.console import example, finish, heeding_interrupts, print_json, screen_width
from corroborate.errors import InputError

SAMPLE = 150
"""Articles on which the yardsticks are laid."""


@click.command("all", epilog=example("corroborate bench all --articles 10000 --compare earlier.json"))
@click.option("--articles", type=click.IntRange(100), default=10_000, show_default=True, help="How many articles arrive.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that read and match.")
@click.option("--seed", default=1, show_default=True, help="Another seed gives other editions.")
@click.option("--compare", type=click.Path(path_type=Path), help="The JSON of an earlier run, to be held against.")
@click.option("--plot", "drawing", type=click.Path(path_type=Path), help="Draw how the cost grows into this SVG file.")
@click.option("--check", is_flag=True, help="Exit with status 1 where it is not as asked.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_context
def bench_all(context: click.Context, /, *, articles: int, workers: int, seed: int, **asked: Any) -> None:
    """Pages to findings: processor time by stage, memory and database bytes an article, at several sizes on the way.

    Beside them what trafilatura alone, spaCy alone and a matcher of all pairs cost on the same articles. Times are of the
    processor: two cores of it give twice as many articles a second.
    """
    from corroborate.config import load_config
    from corroborate.parallel import choose_map
    from corroborate.throughput.course import Course, run_course
    from corroborate.throughput.report import bars, plot, report, row_of

    before = _earlier(asked["compare"])
    config = load_config(context.obj["config"])
    bar = click.progressbar(length=articles, label="articles", file=sys.stderr, hidden=not sys.stderr.isatty())
    with TemporaryDirectory(prefix="corroborate-") as folder, choose_map(workers) as run, bar, heeding_interrupts() as heed:

        def progress(done: int) -> None:
            heed()
            bar.update(done - bar.pos)

        yardsticks = _yardsticks(seed)
        reached = run_course(Course(config, _marks(articles), seed), Path(folder), run, progress)
        rows = [row_of(one, yardsticks) for one in reached]
    if asked["drawing"]:
        asked["drawing"].write_text(plot(rows))
    print_json({"seed": seed, "workers": workers, "marks": rows}) if asked["as_json"] else click.echo(
        report(rows, before, width=screen_width())
    )
    if asked["check"]:
        finish(f"{one.measure}: {one.ours:.2f} where {one.asked} is asked" for one in bars(rows) if not one.is_met)


def _marks(articles: int) -> tuple[int, ...]:
    """Where it is looked at: a tenth, three tenths, the end."""
    return tuple(sorted({max(1, articles // 10), max(1, 3 * articles // 10), articles}))


def _yardsticks(seed: int) -> Any:
    from corroborate.measure.yardsticks import naive_seconds, spacy_seconds, trafilatura_seconds
    from corroborate.throughput.course import editions, pages_of
    from corroborate.throughput.report import Yardsticks

    edition = next(editions(seed))
    pages = [page.body.decode() for page, _ in pages_of(edition)][:SAMPLE]
    texts = [one.text for one in edition.visible(edition.moments[-1])][:SAMPLE]
    return Yardsticks(trafilatura_seconds(pages), spacy_seconds(texts), naive_seconds(texts))


def _earlier(path: Path | None) -> list[dict[str, Any]]:
    if path is None:
        return []
    try:
        marks: list[dict[str, Any]] = json.loads(path.read_text())["marks"]
        return [{**one, "articles": int(one["articles"])} for one in marks]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(path, None, f"it is not what `bench all --json` wrote ({error})", "name another file with --compare") from None
