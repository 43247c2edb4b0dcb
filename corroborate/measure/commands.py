"""The commands that measure the extractor: `evaluate` and `bench`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.console import DONE_WITH_FAILURES, complain, example, screen_width
from corroborate.errors import UsageError

if TYPE_CHECKING:
    from corroborate.extract.reader import Reader


def configured_reader(context: click.Context) -> Reader:
    """A reader with the language pipeline that feeds.yaml names."""
    from corroborate.config import load_config
    from corroborate.extract.reader import Reader

    return Reader(load_config(context.obj["config"]).settings.language.pipeline)


@click.command(epilog=example("corroborate evaluate --sets ../shared/eval"))
@click.option("--sets", type=click.Path(path_type=Path), help="A folder with annotated sets of others; else CORROBORATE_SETS.")
@click.option("--check", is_flag=True, help="Exit with status 1 where a measure is below what is asked.")
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON, one a line.")
@click.pass_context
def evaluate(context: click.Context, sets: Path | None, check: bool, as_json: bool) -> None:
    """How well claims are read, on annotated sets, beside what is asked and what others reach.

    Our own sets come with the repository. Shares are in percent; F1 where nothing else is said.
    """
    from corroborate.config import sets_folder
    from corroborate.measure.evaluate import Result
    from corroborate.measure.evaluate import evaluate as measure
    from corroborate.measure.report import evaluation_rows, evaluation_table
    from corroborate.measure.sets import Shelf

    folder = sets_folder(sets)
    if folder is not None and not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder", "name the folder of annotated sets with --sets")
    results = list(measure(configured_reader(context), Shelf(others=folder)))
    if as_json:
        for row in evaluation_rows(results):
            click.echo(json.dumps(row, ensure_ascii=False))
    else:
        click.echo(evaluation_table(results, width=screen_width()))
    short = [one for one in results if isinstance(one, Result) and one.falls_short]
    if check and short:
        for one in short:
            complain(f"{one.name}: {one.measured.measure} is below what is asked")
        sys.exit(DONE_WITH_FAILURES)
