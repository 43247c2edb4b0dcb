"""The commands that measure the program: `evaluate` and `bench`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corroborate.console import DONE_WITH_FAILURES, example, finish, print_json, print_lines, screen_width
from corroborate.errors import UsageError

if TYPE_CHECKING:
    from corroborate.match.embedding import Embedder


def configured_pipeline(context: click.Context) -> str:
    """The language pipeline that feeds.yaml names."""
    from corroborate.config import load_config

    return load_config(context.obj["config"]).settings.language.pipeline


def configured_embedder(context: click.Context) -> Embedder | None:
    """The embedding that feeds.yaml names, None for "none"."""
    from corroborate.config import load_config
    from corroborate.match.embedding import make_embedder

    return make_embedder(load_config(context.obj["config"]).settings.embedding.model)


@click.command(epilog=example("corroborate evaluate --sets ../shared/eval"))
@click.option("--sets", type=click.Path(path_type=Path), help="A folder with annotated sets of others; else CORROBORATE_SETS.")
@click.option("--set", "names", multiple=True, metavar="NAME", help="Only this annotated set, with --coverage of events; again for more.")
@click.option(
    "--newsroom", "seeds", type=int, multiple=True, metavar="SEED", help="An edition of the simulated newsroom instead; again for more."
)
@click.option("--coverage", is_flag=True, help="Our own events as several outlets cover them instead: stories, groups, findings, origins.")
@click.option(
    "--pages",
    is_flag=True,
    help="Pages in our own layouts instead, or those of others that --sets names: text, day of publication.",
)
@click.option("--events", type=click.IntRange(1, 2000), default=200, show_default=True, help="With --newsroom: how many events.")
@click.option("--outlets", type=click.IntRange(2, 400), default=30, show_default=True, help="With --newsroom: how many outlets.")
@click.option("--embed", is_flag=True, help="With --newsroom or --coverage: with the embeddings of feeds.yaml.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="With --newsroom or --coverage: processes that read.")
@click.option("--check", is_flag=True, help="Exit with status 1 where a measure is below what is asked.")
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON, one a line.")
@click.pass_context
def evaluate(context: click.Context, /, *, check: bool, as_json: bool, **asked: Any) -> None:
    """How well claims are read, on annotated sets, beside what is asked and what others reach.

    Our own sets come with the repository. Shares are in percent; F1 where nothing else is said. With --newsroom, how well
    whole editions of simulated news are read, matched and checked; with --coverage the same of annotated articles. With
    --pages, how well articles are taken out of pages; a set of others has the form of the article extraction benchmark.
    """
    if asked["pages"]:
        _evaluate_pages(asked["sets"], check=check, as_json=as_json)
        return
    if asked["coverage"]:
        _evaluate_coverage(context, asked, as_json=as_json)
        return
    if asked["seeds"]:
        _evaluate_newsrooms(context, asked, check=check, as_json=as_json)
        return
    from corroborate.config import sets_folder
    from corroborate.extract.reader import Reader
    from corroborate.measure.evaluate import Result, sets_named
    from corroborate.measure.evaluate import evaluate as measure
    from corroborate.measure.report import evaluation_rows, evaluation_table
    from corroborate.measure.sets import Shelf

    folder = sets_folder(asked["sets"])
    if folder is not None and not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder", "name the folder of annotated sets with --sets")
    results = list(measure(Reader(configured_pipeline(context)), Shelf(others=folder), sets_named(asked["names"])))
    if as_json:
        print_lines(evaluation_rows(results))
    else:
        click.echo(evaluation_table(results, width=screen_width()))
    if check:
        finish(
            f"{one.name}: {one.measured.measure} is below what is asked" for one in results if isinstance(one, Result) and one.falls_short
        )


def _evaluate_pages(sets: Path | None, *, check: bool, as_json: bool) -> None:
    from corroborate.measure.pages import benchmark_pages, measure_pages, page_rows, printed_pages
    from corroborate.measure.sets import HALVES, Shelf
    from corroborate.publish.query import table

    pages = {sets.name: benchmark_pages(sets)} if sets is not None else {half: printed_pages(Shelf(), half) for half in HALVES}
    rows = [row for name, printed in pages.items() for row in page_rows(name, measure_pages(printed))]
    if as_json:
        print_lines(rows)
    else:
        click.echo(table(rows, width=screen_width()))
    if check:
        finish(f"{row['set']}: {row['measure']} is below what is asked" for row in rows if row["reached"] is False)


def _evaluate_coverage(context: click.Context, asked: dict[str, Any], *, as_json: bool) -> None:
    from corroborate.extract.reader import Reader
    from corroborate.measure.events import cover, event_sets, load_events, score_events
    from corroborate.measure.report import event_rows
    from corroborate.parallel import choose_map
    from corroborate.publish.query import table

    reader = Reader(configured_pipeline(context))
    embedder = configured_embedder(context) if asked["embed"] else None
    with choose_map(asked["workers"]) as run:
        rows = list(event_rows(score_events(cover(load_events(folder), reader, embedder, run)) for folder in event_sets(asked["names"])))
    if as_json:
        print_lines(rows)
    else:
        click.echo(table(rows, width=screen_width()))


def _evaluate_newsrooms(context: click.Context, asked: dict[str, Any], *, check: bool, as_json: bool) -> None:
    from corroborate.extract.reader import Reader
    from corroborate.measure.newsrooms import measure_newsrooms
    from corroborate.measure.report import newsroom_rows, newsroom_table
    from corroborate.parallel import choose_map

    reader = Reader(configured_pipeline(context))
    with choose_map(asked["workers"]) as run:
        embedder = configured_embedder(context) if asked["embed"] else None
        editions = list(measure_newsrooms(asked["seeds"], (asked["events"], asked["outlets"]), reader, embedder, run))
    if as_json:
        print_lines(newsroom_rows(editions))
    else:
        click.echo(newsroom_table(editions, width=screen_width()))
    if check:
        finish(f"seed {row['seed']}: {row['measure']} is not as asked" for row in newsroom_rows(editions) if row["reached"] is False)


@click.group(epilog=example("corroborate bench extract --compare"))
def bench() -> None:
    """How fast reading and matching are, and what they stand."""


@bench.command("extract", epilog=example("corroborate bench extract --articles 100 --compare"))
@click.option("--articles", type=click.IntRange(1, 10_000), default=60, show_default=True, help="How many articles of 600 words to read.")
@click.option("--compare", is_flag=True, help="Let quantulum3 read the same sentences (pip install 'corroborate[bench]').")
@click.option("--check", is_flag=True, help="Exit with status 1 where it is below what is asked.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_context
def bench_extract(context: click.Context, articles: int, compare: bool, check: bool, as_json: bool) -> None:
    """Text to claims, with the language pipeline of feeds.yaml: articles a second on one core, where the time goes, memory."""
    from corroborate.measure.articles import sentences_of, written_texts
    from corroborate.measure.quantulum import is_installed, quantulum_reader, race
    from corroborate.measure.speed import measure_speed
    from corroborate.measure.verdicts import bars, speed_report, speed_row

    if compare and not is_installed():
        raise UsageError("quantulum3 is not installed", "install it with pip install 'corroborate[bench]', or leave out --compare")
    texts = written_texts(articles)
    speed = measure_speed(configured_pipeline(context), texts)
    raced = race([sentence for text in texts for sentence in sentences_of(text.text)], quantulum_reader()) if compare else None
    if as_json:
        print_json(speed_row(speed, raced))
    else:
        click.echo(speed_report(speed, raced, width=screen_width()))
    if check:
        finish(f"{bar.measure}: {bar.ours:.1f} where {bar.asked} are asked" for bar in bars(speed, raced) if not bar.is_met)


@bench.command("match", epilog=example("corroborate bench match --articles 20000 --workers 2"))
@click.option("--articles", type=click.IntRange(10), default=100_000, show_default=True, help="How many simulated articles arrive.")
@click.option("--batch", type=click.IntRange(1), default=500, show_default=True, help="So many arrive at a time.")
@click.option("--live", type=click.IntRange(1), default=5_000, show_default=True, help="Stories that live at any time.")
@click.option("--before", type=click.IntRange(0), default=0, show_default=True, help="So many arrive before the measurement begins.")
@click.option("--embed", is_flag=True, help="With the sentence embeddings of feeds.yaml, not by words alone.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that match and check stories.")
@click.option("--check", is_flag=True, help="Exit with status 1 where it is not as asked.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_context
def bench_match(context: click.Context, /, *, check: bool, as_json: bool, **asked: Any) -> None:
    """Articles to stories, claim groups and findings as they arrive: articles a second, where the time goes, how it grows."""
    from corroborate.config import load_config
    from corroborate.measure.matching import Course, measure_matching, with_workers
    from corroborate.measure.matching_report import matching_bars, matching_report, matching_row
    from corroborate.parallel import choose_map

    embedding = load_config(context.obj["config"]).settings.embedding.model if asked["embed"] else "none"
    course = Course(asked["articles"], asked["batch"], embedding, live=asked["live"], before=asked["before"])
    with choose_map(asked["workers"]) as run:
        found = measure_matching(course, run)
    found = with_workers(found, asked["workers"])
    if as_json:
        print_json(matching_row(found))
    else:
        click.echo(matching_report(found, width=screen_width()))
    if check:
        finish(f"{bar.measure}: {bar.ours:.2f} where {bar.asked} are asked" for bar in matching_bars(found) if not bar.is_met)


@bench.command("serve", epilog=example("corroborate bench serve --articles 10000"))
@click.option(
    "--articles", type=click.IntRange(100), default=100_000, show_default=True, help="How many simulated articles, of ten claims each."
)
@click.option("--library", type=click.Path(path_type=Path), help="Keep the database here, and use it again where it is there already.")
@click.option("--each", type=click.IntRange(1), default=25, show_default=True, help="How often each reader asks everything.")
@click.option("--check", is_flag=True, help="Exit with status 1 where it is not as asked.")
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON, one a line.")
def bench_serve(articles: int, library: Path | None, each: int, check: bool, as_json: bool) -> None:
    """Searches and story pages of a large database, by four readers at once while a writer writes: milliseconds of the server."""
    from corroborate.measure.serving import filled, measure_serving, serving_bars, serving_rows
    from corroborate.publish.query import table

    with filled(library, articles) as place:
        found = measure_serving(f"sqlite:///{place}", each=each)
    if as_json:
        print_lines(serving_rows(found))
    else:
        click.echo(f"{found.claims} claims, {found.written} more written meanwhile\n\n{table(serving_rows(found), width=screen_width())}")
    if check:
        finish(f"{bar.measure}: {bar.ours:.1f} where {bar.asked} is asked" for bar in serving_bars(found) if not bar.is_met)


@bench.command("export", epilog=example("corroborate bench export --articles 10000 --output claims.parquet"))
@click.option(
    "--articles", type=click.IntRange(100), default=100_000, show_default=True, help="How many simulated articles, of ten claims each."
)
@click.option("--library", type=click.Path(path_type=Path), help="Keep the database here, and use it again where it is there already.")
@click.option("--output", type=click.Path(path_type=Path), help="Keep the table here; its name says the format, Parquet if not given.")
@click.option("--check", is_flag=True, help="Exit with status 1 where it is not as asked.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def bench_export(articles: int, library: Path | None, output: Path | None, check: bool, as_json: bool) -> None:
    """The claims table of a large database into a file: rows a second, processor time, memory."""
    from tempfile import TemporaryDirectory

    from corroborate.measure.exporting import export_bars, export_row, measure_export
    from corroborate.measure.serving import filled
    from corroborate.publish.query import table

    with filled(library, articles) as place, TemporaryDirectory() as folder:
        found = measure_export(f"sqlite:///{place}", output or Path(folder) / "claims.parquet")
    if as_json:
        print_json(export_row(found))
    else:
        click.echo(table([export_row(found)], width=screen_width()))
    if check:
        finish(f"{bar.measure}: {bar.ours:.0f} where {bar.asked} is asked" for bar in export_bars(found) if not bar.is_met)


@bench.command("fuzz", epilog=example("corroborate bench fuzz --sentences 5000"))
@click.option(
    "--sentences", type=click.IntRange(1, 10_000_000), default=100_000, show_default=True, help="How many mutated sentences to read."
)
@click.option("--seed", default=0, show_default=True, help="Another seed gives other sentences.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def bench_fuzz(context: click.Context, sentences: int, seed: int, as_json: bool) -> None:
    """Mutated sentences: none may end in an exception, none take longer than a hundred times the median of its length."""
    from corroborate.measure.fuzz import fuzz, reading
    from corroborate.measure.mutations import mutants
    from corroborate.measure.verdicts import fuzz_report, fuzz_row

    made = mutants(sentences, seed=seed)
    with click.progressbar(made, length=sentences, label="reading", file=sys.stderr, hidden=not sys.stderr.isatty()) as texts:
        found = fuzz(reading(configured_pipeline(context)), texts)
    if as_json:
        print_json(fuzz_row(found))
    else:
        click.echo(fuzz_report(found, width=screen_width()))
    if found.crashes or found.slow:
        sys.exit(DONE_WITH_FAILURES)
