"""The command line: one function per command, which parses, calls and prints.

Exit status: 0 done, 1 done with failures (each named on stderr), 2 what was asked for cannot be done. Heavy parts are
imported by the commands that need them, so that `--help` and `query` answer at once.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from corroborate.errors import CorroborateError, UsageError

if TYPE_CHECKING:
    from corroborate.app import App, Work
    from corroborate.crawl.crawler import CrawlTally

DONE, DONE_WITH_FAILURES, UNUSABLE = 0, 1, 2


class Instant(click.ParamType[datetime]):
    """An ISO 8601 time with its zone."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The aware time, or a usage error."""
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a time such as 2026-10-14T12:00:00+00:00", param, ctx)
        if moment.tzinfo is None:
            self.fail(f"{value!r} lacks its zone; write for example {value}+00:00", param, ctx)
        return moment


def example(text: str) -> str:
    """The example that closes a command's help."""
    return f"Example: {text}"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--database", metavar="URL", help="The database; else CORROBORATE_DATABASE, else feeds.yaml, else sqlite:///data/corroborate.db."
)
@click.option("--config", type=click.Path(path_type=Path), help="The outlets and settings; feeds.yaml where none is named.")
@click.option("--now", type=Instant(), help="Take this to be the time, for reproducible runs.")
@click.option("-v", "--verbose", is_flag=True, help="Log each event on stderr.")
@click.version_option(package_name="corroborate")
@click.pass_context
def cli(context: click.Context, /, **options: Any) -> None:
    """Many outlets report this; do their figures agree, and how many of them really know?

    Begin with `corroborate demo`. To follow real outlets, list them in feeds.yaml, then `corroborate run`.
    """
    logging.basicConfig(level=logging.INFO if options["verbose"] else logging.ERROR, format="%(levelname)s %(name)s %(message)s")
    context.obj = options


def make_app(context: click.Context) -> App:
    """The program over the database and feeds.yaml that the command line names."""
    from corroborate.app import App
    from corroborate.config import load_config

    options = context.obj
    return App(load_config(options["config"]), database=options["database"], now=options["now"])


def work_options(command: Any) -> Any:
    """The options of commands whose work can be spread."""
    command = click.option("--scheduler", metavar="tcp://HOST:PORT", help="Spread the work over this Dask cluster.")(command)
    return click.option("--workers", type=click.IntRange(1, 256), help="Spread the work over so many processes.")(command)


def chosen_work(app: App, workers: int | None, scheduler: str | None) -> Work:
    """What --workers, --scheduler and the settings come to."""
    from corroborate.app import Work

    return Work(workers or app.config.settings.workers, scheduler)


def finish(failures: Iterable[object]) -> None:
    """Name each failure on stderr; with any, exit with status 1."""
    failed = [str(failure) for failure in failures]
    for line in failed:
        click.echo(f"corroborate: {line}", err=True)
    if failed:
        sys.exit(DONE_WITH_FAILURES)


def print_json(value: object) -> None:
    """One JSON value, readable."""
    click.echo(json.dumps(value, indent=1, ensure_ascii=False, default=str))


@cli.command(epilog=example("corroborate crawl"))
@click.option("--all", "everything", is_flag=True, help="Ask every feed and article again, due or not.")
@click.option("--json", "as_json", is_flag=True, help="Print the tally as JSON.")
@click.pass_context
def crawl(context: click.Context, everything: bool, as_json: bool) -> None:
    """Fetch what is due: feeds, the articles they announce, rechecks."""
    tally = make_app(context).crawl(everything=everything)
    report_crawl(tally, as_json)
    finish(tally.failures)


def report_crawl(tally: CrawlTally, as_json: bool) -> None:
    """One line, or JSON."""
    if as_json:
        print_json(asdict(tally))
        return
    click.echo(f"asked {tally.feeds} feeds, fetched {tally.pages} pages: {tally.revisions} new versions, {tally.unchanged} unchanged")


@cli.command(epilog=example("corroborate process --workers 2"))
@work_options
@click.option("--json", "as_json", is_flag=True, help="Print the tally as JSON.")
@click.pass_context
def process(context: click.Context, workers: int | None, scheduler: str | None, as_json: bool) -> None:
    """Read, match and check what has been fetched or imported."""
    app = make_app(context)
    finish(run_process(app, chosen_work(app, workers, scheduler), as_json))


def run_process(app: App, work: Work, as_json: bool) -> Iterable[object]:
    """Process with a progress bar on a terminal; print the tally; return the failures."""
    with click.progressbar(length=app.unread(), label="reading", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        read, found = app.process(work, bar.update)
    if as_json:
        print_json({"read": read.done, "claims": read.claims, "failed": len(read.failed), **asdict(found)})
    else:
        click.echo(f"read {read.done} article versions: {read.claims} claims")
        click.echo(f"now {found.stories} stories, {found.groups} claim groups, {found.discrepancies} discrepancies")
    return read.failed


@cli.command(epilog=example("corroborate run"))
@work_options
@click.pass_context
def run(context: click.Context, workers: int | None, scheduler: str | None) -> None:
    """Crawl what is due, then process it."""
    app = make_app(context)
    tally = app.crawl()
    report_crawl(tally, as_json=False)
    finish([*tally.failures, *run_process(app, chosen_work(app, workers, scheduler), as_json=False)])


@cli.command("import", epilog=example("corroborate import articles.jsonl saved.html archive.warc.gz"))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def import_(context: click.Context, files: tuple[Path, ...]) -> None:
    """Keep articles from JSONL, WARC or saved HTML; a second version of a URL is a revision."""
    tally = make_app(context).import_files(files)
    click.echo(f"imported {tally.new} article versions, {tally.known} known already")
    finish(tally.wrong)


@cli.command(epilog=example("corroborate extract articles.jsonl > claims.jsonl"))
@click.argument("file", type=click.File("rb"), default="-")
@click.pass_context
def extract(context: click.Context, file: BinaryIO) -> None:
    """Read claims out of articles without a database: JSONL in, JSONL out.

    Each line of FILE (or standard input) is one article with "text" or "html", and if known "id", "url", "outlet",
    "title", "published", "fetched".
    """
    from corroborate.model.records import ClaimRecord
    from corroborate.publish.views import claim_row

    failures = []
    for outcome in make_app(context).extract(file, file.name):
        if isinstance(outcome, CorroborateError):
            failures.append(outcome)
            continue
        name, reading = outcome
        for claim in reading.claims:
            row = claim_row(ClaimRecord(claim, reading.article)) | {"article": name}
            click.echo(json.dumps(row, ensure_ascii=False))
    finish(failures)


def main() -> None:
    """Run the command line; expected errors become one line on stderr."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(UNUSABLE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except UsageError as error:
        click.echo(f"corroborate: {error}", err=True)
        sys.exit(UNUSABLE)
    except CorroborateError as error:
        click.echo(f"corroborate: {error}", err=True)
        sys.exit(DONE_WITH_FAILURES)
    except BrokenPipeError:
        # The reader of our output has gone; Python would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
