"""The command line: one function per command, which parses, calls and prints.

Exit status: 0 done, 1 done with failures (each named on stderr), 2 what was asked for cannot be done. Heavy parts are
imported by the commands that need them, so that `--help` and `query` answer at once.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from corroborate.errors import CorroborateError, UsageError
from corroborate.model.figures import Kind
from corroborate.model.findings import Verdict

if TYPE_CHECKING:
    from corroborate.app import App, CrawlTally, Work

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


class Day(click.ParamType[date]):
    """An ISO 8601 day."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2026-10-14", param, ctx)


class Figure(click.ParamType[Decimal]):
    """A figure in base units: 28800000, 28_800_000, 2.5."""

    name = "figure"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """The decimal, or a usage error."""
        try:
            figure = Decimal(str(value).replace(",", ""))
        except InvalidOperation:
            self.fail(f"{value!r} is not a figure such as 28800000", param, ctx)
        if not figure.is_finite():
            self.fail(f"{value!r} is not a figure such as 28800000", param, ctx)
        return figure


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
        print_json({"read": read.done, "claims": read.claims, "silent": dict(read.silent), "failed": len(read.failed), **asdict(found)})
    else:
        click.echo(f"read {read.done} article versions: {read.claims} claims")
        if read.silent:
            reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(read.silent.items()))
            click.echo(f"{sum(read.silent.values())} of them hold no article: {reasons}")
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


@cli.command(epilog=example("corroborate query accounts --min 1000 --verdict disputed"))
@click.argument("words", nargs=-1)
@click.option("--party", help="Claims that name this person, body or place.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Only this kind of figure.")
@click.option("--unit", help="Only this unit: USD, %, week, tonne.")
@click.option("--outlet", help="Only this outlet.")
@click.option("--since", type=Day(), help="Published on this day or later.")
@click.option("--until", type=Day(), help="Published on this day or earlier.")
@click.option("--min", "low", type=Figure(), help="Values from here up.")
@click.option("--max", "high", type=Figure(), help="Values up to here.")
@click.option("--verdict", type=click.Choice([verdict.value for verdict in Verdict]), help="Only claims of groups with this verdict.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON, one a line.")
@click.pass_context
def query(context: click.Context, /, words: tuple[str, ...], as_json: bool, kind: str | None, verdict: str | None, **filters: Any) -> None:
    """Claims that contain all WORDS and pass every filter, latest first."""
    from corroborate.model.records import ClaimQuery
    from corroborate.publish import query as listing
    from corroborate.publish.views import claim_row

    asked = ClaimQuery(words=words, kind=Kind(kind) if kind else None, verdict=Verdict(verdict) if verdict else None, **filters)
    with make_app(context).store() as store:
        rows = [claim_row(record) for record in store.claims.find(asked)]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    click.echo(listing.table(listing.claim_lines(rows), width=screen_width()))


@cli.command(epilog=example("corroborate show g_5f0e2c77a1b29d34"))
@click.argument("identity", metavar="ID")
@click.pass_context
def show(context: click.Context, identity: str) -> None:
    """A story, claim group, claim, article or discrepancy: every side, the sentence, the archived page."""
    from corroborate.publish.lookup import show_any

    with make_app(context).store() as store:
        click.echo(show_any(store, identity, width=screen_width()))


@cli.command(epilog=example("corroborate digest --since 2026-10-13 --format markdown"))
@click.option("--since", type=Day(), help="From the start of this day (UTC); yesterday's same hour where not given.")
@click.option("--until", type=Day(), help="To the end of this day (UTC); now where not given.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.pass_context
def digest(context: click.Context, since: date | None, until: date | None, form: str) -> None:
    """The day: new disputes first, then updates, revised figures, new stories."""
    from corroborate.publish import digest as daily

    app = make_app(context)
    end = datetime.combine(until, time.max, UTC) if until else app.clock()
    start = datetime.combine(since, time.min, UTC) if since else end - timedelta(days=1)
    with app.store() as store:
        found = daily.compile_digest(
            start, end, discrepancies=store.discrepancies.all(), revisions=store.revisions.records(), stories=store.stories.all()
        )
    click.echo(daily.FORMS[form](found), nl=False)


@cli.command(epilog=example("corroborate export claims --format csv --output claims.csv"))
@click.argument("table", type=click.Choice(["claims", "groups", "discrepancies", "stories", "articles", "revisions", "sources"]))
@click.option("--format", "form", type=click.Choice(["csv", "jsonl", "parquet"]), default="csv", show_default=True)
@click.option("--output", type=click.File("wb"), default="-", help="A file; standard output where not given.")
@click.pass_context
def export(context: click.Context, table: str, form: str, output: BinaryIO) -> None:
    """Write a table for other programs."""
    from corroborate.publish.export import export as write
    from corroborate.publish.rows import TABLES

    with make_app(context).store() as store:
        write(table, TABLES[table](store), output, form=form)


@cli.command(epilog=example("corroborate sources"))
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON, one a line.")
@click.pass_context
def sources(context: click.Context, as_json: bool) -> None:
    """The health of every outlet and feed."""
    from corroborate.publish.query import table
    from corroborate.publish.rows import TABLES

    with make_app(context).store() as store:
        rows = list(TABLES["sources"](store))
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    click.echo(table(rows, width=screen_width()))


@cli.command(epilog=example("corroborate demo --seed 7"))
@click.option("--seed", default=1, show_default=True, help="Another seed gives another edition.")
@click.option("--events", type=click.IntRange(1, 500), default=6, show_default=True, help="How many events the outlets cover.")
@click.option("--outlets", type=click.IntRange(6, 300), default=8, show_default=True, help="How many outlets there are.")
@click.pass_context
def demo(context: click.Context, seed: int, events: int, outlets: int) -> None:
    """A simulated newsroom on loopback, crawled, read, matched and checked; found against true."""
    from corroborate.demo import report, run_demo

    outcome = run_demo(context.obj["database"], seed=seed, events=events, outlets=outlets)
    for part in report(outcome, width=screen_width()):
        click.echo(part + "\n")


def screen_width() -> int:
    """Columns of the terminal; 160 in a pipe."""
    return shutil.get_terminal_size((160, 40)).columns


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
