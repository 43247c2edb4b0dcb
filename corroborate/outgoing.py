"""`corroborate export`: what other programs are given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.arguments import Instant, written_to
from corroborate.console import example
from corroborate.opening import make_app

if TYPE_CHECKING:
    from datetime import datetime

TABLES = ("claims", "groups", "discrepancies", "stories", "articles", "revisions", "sources", "all")
FORMS = ("csv", "jsonl", "parquet", "xlsx", "jsonld", "datapackage")


@click.command(epilog=example("corroborate export claims --output claims.parquet"))
@click.argument("table", type=click.Choice(TABLES))
@click.option("--format", "form", type=click.Choice(FORMS), help="What the file's name says where not given, else csv.")
@click.option("--output", type=click.Path(path_type=Path, allow_dash=True), help="A file; standard output where not given.")
@click.option("--as-of", "as_of", type=Instant(), help="What the database knew at this moment.")
@click.pass_context
def export(context: click.Context, /, table: str, form: str | None, output: Path | None, as_of: datetime | None) -> None:
    """Write a table for other programs, or all of them as a data package.

    All of it is of one state of the database. `jsonld` gives schema.org Claims, `datapackage` a ZIP with a dictionary of
    every column. With --as-of the same database gives the same tables as it gave at that moment, whatever was crawled,
    read, matched or decided since. Of outlets that reserve their texts (text and data mining, training) figures and links
    are given and no sentences.
    """
    from corroborate.publish.export.files import Order, check, check_past, write_file
    from corroborate.publish.export.package import Edition
    from corroborate.publish.export.tables import Wanted

    chosen = form or named_form(output)
    check(table, chosen)
    if as_of is not None:
        check_past(table)
    app = make_app(context)
    edition = Edition(as_of or app.clock(), program_version(), present=as_of is None)
    with app.store(create=False) as store, store.snapshot(as_of) as still, written_to(output) as stream:
        wanted = Wanted(app.aliases, still.revisions.reserving())
        write_file(still, Order(table, chosen, edition, wanted), stream)


def named_form(output: Path | None) -> str:
    """The format that a file's name asks for."""
    from corroborate.publish.export.files import SUFFIXES

    return "csv" if output is None else SUFFIXES.get(output.suffix.lower(), "csv")


def program_version() -> str:
    """The version that is installed."""
    from importlib.metadata import version

    return version("corroborate")
