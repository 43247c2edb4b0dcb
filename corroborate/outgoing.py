"""`corroborate export`: what other programs are given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corroborate.arguments import Instant, written_to
from corroborate.console import example
from corroborate.errors import UsageError
from corroborate.opening import make_app

if TYPE_CHECKING:
    from datetime import datetime

    from corroborate.model.queries import Query

TABLES = ("claims", "groups", "discrepancies", "stories", "articles", "revisions", "sources", "all")
FORMS = ("csv", "jsonl", "parquet", "xlsx", "jsonld", "datapackage")


@click.command(epilog=example("corroborate export claims --output claims.parquet"))
@click.argument("table", type=click.Choice(TABLES))
@click.option("--format", "form", type=click.Choice(FORMS), help="What the file's name says where not given, else csv.")
@click.option("--output", type=click.Path(path_type=Path, allow_dash=True), help="A file; standard output where not given.")
@click.option("--where", help="Only claims that answer this query: 'party:Alibaba value:>20k'.")
@click.option("--as-of", "as_of", type=Instant(), help="What the database knew at this moment.")
@click.pass_context
def export(context: click.Context, /, table: str, form: str | None, output: Path | None, **narrowing: Any) -> None:
    """Write a table for other programs, or all of them as a data package.

    All of it is of one state of the database. `jsonld` gives schema.org Claims, `datapackage` a ZIP with a dictionary of
    every column. With --as-of the same database gives the same tables as it gave at that moment, whatever was crawled,
    read, matched or decided since. Of outlets that reserve their texts (text and data mining, training) figures and links
    are given and no sentences.
    """
    from corroborate.publish.export.files import Order, check, check_past, write_file
    from corroborate.publish.export.package import Edition
    from corroborate.publish.export.tables import Wanted

    as_of, chosen = narrowing["as_of"], form or named_form(output)
    check(table, chosen)
    if as_of is not None:
        check_past(table)
    wish = asked(table, chosen, narrowing["where"], as_of)
    app = make_app(context)
    edition = Edition(as_of or app.clock(), program_version(), present=as_of is None)
    with app.store(create=False) as store, store.snapshot(as_of) as still, written_to(output) as stream:
        wanted = Wanted(app.aliases, still.revisions.reserving(), wish)
        write_file(still, Order(table, chosen, edition, wanted), stream)


def asked(table: str, form: str, where: str | None, as_of: datetime | None) -> Query | None:
    """The query that claims are to answer. Raises UsageError where it cannot be asked."""
    from corroborate.publish.language import parse

    if where is None:
        return None
    if table != "claims" or form in ("jsonld", "datapackage"):
        raise UsageError("only claims in a table can be filtered", "leave out --where, or export claims as csv, jsonl, parquet or xlsx")
    if as_of is not None:
        raise UsageError("searches are of the present", "leave out --as-of, or filter the exported table")
    return parse(where)


def named_form(output: Path | None) -> str:
    """The format that a file's name asks for."""
    from corroborate.publish.export.files import SUFFIXES

    return "csv" if output is None else SUFFIXES.get(output.suffix.lower(), "csv")


def program_version() -> str:
    """The version that is installed."""
    from importlib.metadata import version

    return version("corroborate")
