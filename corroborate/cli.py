"""The command line: one function per command, which parses, calls and prints.

Exit status: 0 done, 1 done with failures (each named on stderr), 2 what was asked for cannot be done, 130 interrupted.
Heavy parts are imported by the commands that need them, so that `--help` and `query` answer at once.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corroborate.arguments import Hour, Instant, written_to
from corroborate.console import (
    DONE,
    DONE_WITH_FAILURES,
    INTERRUPTED,
    UNUSABLE,
    complain,
    example,
    finish,
    heeding_interrupts,
    print_json,
    screen_width,
)
from corroborate.databases import db
from corroborate.digesting import digest
from corroborate.errors import CorroborateError, UsageError
from corroborate.granting import hooks, searches, token
from corroborate.measure.commands import bench, evaluate
from corroborate.opening import chosen_shard, chosen_work, make_app, shard_option, work_options
from corroborate.outgoing import export
from corroborate.querying import query
from corroborate.rehearsal.commands import bench_crawl
from corroborate.reviewing.commands import review
from corroborate.serving import serve
from corroborate.sourcing import sources
from corroborate.throughput.commands import bench_all

if TYPE_CHECKING:
    from corroborate.app import App, CrawlTally, Work
    from corroborate.config import Config
    from corroborate.model.articles import Reading


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


@cli.command(epilog=example("corroborate crawl"))
@click.option("--all", "everything", is_flag=True, help="Ask every feed and article again, due or not.")
@shard_option
@click.option("--json", "as_json", is_flag=True, help="Print the tally as JSON.")
@click.pass_context
def crawl(context: click.Context, everything: bool, shard: str | None, as_json: bool) -> None:
    """Fetch what is due: feeds, the articles they announce, rechecks."""
    tally = crawler(context).crawl(everything=everything, shard=chosen_shard(shard))
    report_crawl(tally, as_json)
    finish(tally.failures)


def crawler(context: click.Context) -> App:
    """The program, if there is anything to crawl; with a warning where its outlets could not reach us."""
    app = make_app(context)
    check_outlets(app.config)
    return app


def check_outlets(config: Config) -> None:
    """Raise UsageError where no outlet has a feed or sitemap; warn where we would not say who we are."""
    if not any(outlet.feeds or outlet.sitemaps for outlet in config.outlets):
        raise UsageError("no outlet has a feed or sitemap", "list some in feeds.yaml, or name another file with --config")
    if config.hides:
        complain("settings.crawl.contact is empty, so that outlets cannot reach you; put an address of yours there")


def report_crawl(tally: CrawlTally, as_json: bool) -> None:
    """One line, or JSON."""
    if as_json:
        print_json(asdict(tally))
        return
    click.echo(str(tally))


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
    bar = click.progressbar(length=app.unread(), label="reading", file=sys.stderr, hidden=not sys.stderr.isatty())
    with bar, heeding_interrupts() as heed:

        def progress(done: int) -> None:
            heed()
            bar.update(done)

        read, found = app.process(work, progress)
    if as_json:
        print_json({"read": read.done, "claims": read.claims, "silent": dict(read.silent), "failed": len(read.failed), **asdict(found)})
    else:
        click.echo(f"{read}\n{found}")
    return read.failed


@cli.command(epilog=example("corroborate run"))
@work_options
@shard_option
@click.pass_context
def run(context: click.Context, workers: int | None, scheduler: str | None, shard: str | None) -> None:
    """Crawl what is due, then process it."""
    app = crawler(context)
    tally = app.crawl(shard=chosen_shard(shard))
    report_crawl(tally, as_json=False)
    failures = [*tally.failures, *run_process(app, chosen_work(app, workers, scheduler), as_json=False)]
    finish([*failures, *app.tell_hooks().failures])


@cli.command(epilog=example("corroborate schedule --digest 07:00"))
@work_options
@shard_option
@click.option("--digest", "hour", type=Hour(), help="Print the digest of the day at this hour (UTC).")
@click.pass_context
def schedule(context: click.Context, workers: int | None, scheduler: str | None, shard: str | None, hour: time | None) -> None:
    """Crawl and process again and again, each feed and article when it is due, until interrupted.

    feeds.yaml is read anew before each round. Interrupted or terminated, it saves what is under way and stops.
    """
    from corroborate.app import Work
    from corroborate.config import load_config
    from corroborate.rounds import Rounds, World, stopped_by_signals

    options = context.obj
    if options["now"] is not None:
        raise UsageError("a schedule lives by the clock", "leave out --now")
    with stopped_by_signals() as stop:
        rounds = Rounds(lambda: load_config(options["config"]), options["database"], World(stop, click.echo, complain))
        check_outlets(rounds.config)
        rounds.keep_going(Work(workers or rounds.config.settings.workers, scheduler, chosen_shard(shard)), hour)


@cli.command("import", epilog=example("corroborate import articles.jsonl saved.html archive.warc.gz"))
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--warc", multiple=True, metavar="URL", help="WARC files at an address that fsspec knows, with * for any name; again for more."
)
@work_options
@click.pass_context
def import_(context: click.Context, files: tuple[Path, ...], warc: tuple[str, ...], workers: int | None, scheduler: str | None) -> None:
    """Keep articles from JSONL, WARC or saved HTML; a second version of a URL is a revision.

    Files may be as large as those of CC-NEWS; a WARC file whose import was broken off goes on where it was. With --warc files
    are taken from wherever they lie, s3://commoncrawl/crawl-data/CC-NEWS/2026/10/*.warc.gz, several at once by --workers or
    --scheduler.
    """
    if not files and not warc:
        raise UsageError("no file is named", "name JSONL, WARC or HTML files, or the address of WARC files with --warc")
    app = make_app(context)
    size = sum(path.stat().st_size for path in files if path.is_file())
    bar = click.progressbar(length=size, label="importing", file=sys.stderr, hidden=not sys.stderr.isatty())
    with bar, heeding_interrupts() as heed:

        def progress(done: int) -> None:
            heed()
            bar.update(done)

        tallies = [app.import_files(files, progress)] if files else []
        tallies += [app.import_archives(warc, chosen_work(app, workers, scheduler), lambda _: heed())] if warc else []
    click.echo(f"imported {sum(one.new for one in tallies)} article versions, {sum(one.known for one in tallies)} known already")
    finish(failure for one in tallies for failure in one.wrong)


@cli.command(epilog=example("corroborate extract articles.jsonl > claims.jsonl"))
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), required=False)
@click.option("--text", help="Read this text, published today, instead of a file.")
@click.option("--explain", is_flag=True, help="Print for each sentence its figures with the rule that read each, and what is no figure.")
@click.option("--json", "as_json", is_flag=True, help="Print what --explain prints as JSON, one sentence a line.")
@click.pass_context
def extract(context: click.Context, file: Path | None, text: str | None, explain: bool, as_json: bool) -> None:
    """Read claims out of articles without a database: JSONL in, JSONL out.

    Each line of FILE (or standard input) is one article with "text" or "html", and if known "id", "url", "outlet",
    "title", "published", "fetched".
    """
    if file is not None and text is not None:
        raise UsageError("FILE and --text were both given", "leave out one of them")
    failures = []
    app = make_app(context)
    for outcome in app.extract(None if str(file or "-") == "-" else file) if text is None else [read_text(app, text)]:
        if isinstance(outcome, CorroborateError):
            failures.append(outcome)
            continue
        name, reading = outcome
        for line in explanations(app, reading, as_json) if explain or as_json else claim_rows(app, name, reading):
            click.echo(line)
    finish(failures)


def read_text(app: App, text: str) -> tuple[str, Reading]:
    """A text from the command line as an article of now."""
    from corroborate.measure.articles import article_of

    return "text", app.reader.read_article(article_of(text, seen=app.clock()))


def explanations(app: App, reading: Reading, as_json: bool) -> Iterator[str]:
    """What is read in an article, and why, for people or as JSON."""
    from corroborate.measure.explain import explain
    from corroborate.measure.explanations import explanation, explanation_row

    found = explain(app.reader, reading.article)
    if as_json:
        yield from (json.dumps(explanation_row(one), ensure_ascii=False, default=str) for one in found)
        return
    yield explanation(found, width=screen_width())


def claim_rows(app: App, name: str, reading: Reading) -> Iterator[str]:
    """The claims of an article as JSON, one a line."""
    from corroborate.model.records import ClaimRecord
    from corroborate.publish.rows import identified
    from corroborate.publish.views import claim_row

    for row in identified((claim_row(ClaimRecord(claim, reading.article)) for claim in reading.claims), app.aliases):
        yield json.dumps(row | {"article": name}, ensure_ascii=False)


@cli.command(epilog=example("corroborate show g_5f0e2c77a1b29d34"))
@click.argument("identity", metavar="ID")
@click.option("--archived", is_flag=True, help="Write the page as it was fetched: of an article, one of its versions, or a claim.")
@click.option("--output", type=click.Path(path_type=Path, allow_dash=True), help="With --archived: a file; else standard output.")
@click.pass_context
def show(context: click.Context, identity: str, archived: bool, output: Path | None) -> None:
    """A story, claim group, claim, article or discrepancy: every side, the sentence, the archived page."""
    from corroborate.publish.lookup import archived_revision, show_any

    app = make_app(context)
    if archived and str(output or "-") == "-" and sys.stdout.isatty():
        raise UsageError("a page as it was fetched may hold anything, also commands to a terminal", "name a file with --output")
    with app.store(create=False) as store:
        if archived:
            page = app.archive.read(archived_revision(store, identity).archived)
            with written_to(output) as stream:
                stream.write(page.body)
            return
        click.echo(show_any(store, identity, width=screen_width()))


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


cli.add_command(evaluate)
cli.add_command(bench)
for command in (query, token, searches, hooks):
    cli.add_command(command)
cli.add_command(db)
cli.add_command(review)
cli.add_command(digest)
cli.add_command(export)
cli.add_command(serve)
cli.add_command(sources)
bench.add_command(bench_crawl)
bench.add_command(bench_all)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; expected errors become one line on stderr."""
    _open_what_is_closed()
    try:
        with cli.make_context("corroborate", list(sys.argv[1:] if arguments is None else arguments)) as context:
            cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(UNUSABLE)
    except click.UsageError as error:
        place = error.ctx.command_path if error.ctx else "corroborate"
        complain(f"{error.format_message().rstrip('.')}; see `{place} --help`")
        sys.exit(UNUSABLE)
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted; what was done is saved, and the same command goes on from there")
        sys.exit(INTERRUPTED)
    except UsageError as error:
        complain(error)
        sys.exit(UNUSABLE)
    except CorroborateError as error:
        complain(error)
        sys.exit(DONE_WITH_FAILURES)
    except BrokenPipeError:
        _silence_output()
        sys.exit(DONE)
    except OSError as error:
        _silence_output()
        complain(f"{error.filename or 'output'}: {error.strerror or error}; check the permissions and the space left")
        sys.exit(UNUSABLE)


def _open_what_is_closed() -> None:
    """A program started without standard input or output reads nothing and is heard by nobody."""
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")


def _silence_output() -> None:
    """Nobody reads our output, or it has no room: Python would complain again when it closes stdout."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = _nowhere("w")


def _nowhere(mode: str) -> Any:
    return open(os.devnull, mode, encoding="utf-8")
