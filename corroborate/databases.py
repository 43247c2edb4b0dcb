"""`corroborate db`: is the database sound, bring it up to date, prune it, copy it to another server, prove that two are the same."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import click

from corroborate.console import complain, example, finish, heeding_interrupts, print_json, print_lines, screen_width
from corroborate.errors import UsageError
from corroborate.opening import make_app

Progress = Callable[[str, int], object]


@click.group("db", epilog=example("corroborate db check"))
def db() -> None:
    """Check, upgrade, prune, copy and compare databases."""


@db.command(epilog=example("corroborate --database postgresql://news@db.example/news db check"))
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def check(context: click.Context, as_json: bool) -> None:
    """Is the database sound? Exit status 1 where anything is wrong with it, each named on stderr.

    What the database knows itself (damaged pages, indexes), links that lead nowhere, versions and claims that do not stand
    together, the journal of the past, and the files of the archive. Nothing is changed.
    """
    from corroborate.publish.query import table
    from corroborate.store import Store

    app = make_app(context)
    with Store.open(app.database, create=False, timeout=app.patience, upgrade=False) as store:
        counts, version, faults = store.counts(), store.schema_version, app.check(store)
    if as_json:
        print_json({"database": app.database.rpartition("@")[2], "schema": version, "rows": counts, "faults": faults})
    else:
        rows: list[dict[str, object]] = [{"table": name, "rows": f"{count:>12,}"} for name, count in counts.items() if count]
        click.echo(f"schema {version}\n\n{table(rows, width=screen_width()) if rows else 'no rows'}\n\n{_told(len(faults))}")
    finish(faults)


def _told(faults: int) -> str:
    return "nothing is wrong" if not faults else f"{faults} {'thing is' if faults == 1 else 'things are'} wrong"


@db.command(epilog=example("corroborate db upgrade"))
@click.pass_context
def upgrade(context: click.Context) -> None:
    """Bring the database to the schema of this version, all at once or not at all; each step is told.

    Every other command does the same, in silence, when it opens an older database; a large one takes minutes.
    """
    from corroborate.store.schema import VERSIONS, upgrade_database

    app = make_app(context)
    begun, done = monotonic(), 0

    def told(version: str, purpose: str) -> None:
        nonlocal done
        done += 1
        click.echo(f"{version}  {monotonic() - begun:7.1f} s  {purpose}")

    name = upgrade_database(app.database, timeout=app.patience, told=told)
    click.echo(f"{name} is at schema {VERSIONS[-1]}" + ("" if done else " already"))


@db.command(epilog=example("corroborate db prune"))
@click.option("--json", "as_json", is_flag=True, help="Print the tally as JSON.")
@click.pass_context
def prune(context: click.Context, as_json: bool) -> None:
    """Let go of what is past the time that settings.keep in feeds.yaml says; `schedule` does so once a day.

    Raw pages, articles with which nothing was compared, stories, and the past. Stories in which something differs keep their
    pages, and what somebody decided about keeps everything.
    """
    from dataclasses import asdict

    app = make_app(context)
    if not any(app.config.settings.keep.model_dump().values()):
        raise UsageError("feeds.yaml says of nothing how long to keep it", "put for example `keep: {pages: 90, past: 365}` under settings")
    found = app.retain()
    print_json(asdict(found)) if as_json else click.echo(str(found))


@db.command(epilog=example("corroborate db copy data/corroborate.db postgresql://news@db.example/news"))
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--json", "as_json", is_flag=True, help="Print the tables with their digests as JSON.")
@click.pass_context
def copy(context: click.Context, source: str, target: str, as_json: bool) -> None:
    """Copy a database into an empty one, SQLite or PostgreSQL, and read it back to prove that both hold the same.

    All of it or nothing: a copy that is interrupted or killed leaves the target as empty as it was. FROM may be written to
    meanwhile; what is copied is its state when the copy began. The archive of pages is not copied.
    """
    from corroborate.config import archive_folder, database_url
    from corroborate.store import Store
    from corroborate.store.transfer import copy_database

    app = make_app(context)
    ours, theirs = (database_url(one, app.config.settings) for one in (source, target))
    with Store.open(ours, create=False, timeout=app.patience, upgrade=False) as store:
        rows = sum(store.counts().values())
    begun = monotonic()
    with _bar(2 * rows) as progress:
        copied = copy_database(ours, theirs, timeout=app.patience, progress=progress)
    if as_json:
        print_lines({"table": name, "rows": one.rows, "digest": str(one)} for name, one in copied.tables.items())
    else:
        click.echo(
            f"copied {copied.rows:,} rows from {copied.source} to {copied.target} in {monotonic() - begun:.0f} s; both hold the same"
        )
    kept, sought = (archive_folder(one, app.config.settings) for one in (ours, theirs))
    if kept != sought:
        complain(f"its pages stay in {kept}: put `archive: {kept.absolute()}` under settings in feeds.yaml, or move the folder to {sought}")


@db.command(epilog=example("corroborate db compare data/corroborate.db postgresql://news@db.example/news"))
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option("--json", "as_json", is_flag=True, help="Print the tables as JSON, one a line.")
@click.pass_context
def compare(context: click.Context, left: str, right: str, as_json: bool) -> None:
    """Do two databases hold the same rows? Each table has a digest of all its rows, whatever their order.

    Exit status 1 where they differ; the first rows that do are named on stderr. Nothing is changed.
    """
    from corroborate.config import database_url
    from corroborate.publish.query import table
    from corroborate.store.transfer import compare_databases

    app = make_app(context)
    urls = [database_url(one, app.config.settings) for one in (left, right)]
    with _bar(None) as progress:
        found = list(compare_databases(*urls, timeout=app.patience, progress=progress))
    rows: list[dict[str, Any]] = [
        {"table": one.table, "A": one.left.rows, "B": one.right.rows, "same": one.agrees, "digest": str(one.left)} for one in found
    ]
    print_lines(rows) if as_json else click.echo(table(rows, width=screen_width()))
    finish(f"{one.table}: {row}" for one in found for row in one.differing)


@contextmanager
def _bar(rows: int | None) -> Iterator[Progress]:
    """A bar on a terminal, where the number of rows is known; interrupts are heeded in any case."""
    hidden = rows is None or not sys.stderr.isatty()
    with click.progressbar(length=rows or 1, file=sys.stderr, hidden=hidden) as bar, heeding_interrupts() as heed:

        def progress(step: str, done: int) -> None:
            heed()
            bar.label = step
            bar.update(done)

        yield progress
