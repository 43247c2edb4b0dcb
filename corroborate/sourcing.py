"""`corroborate sources`: how every feed and outlet is doing, and what was not seen."""

from __future__ import annotations

from datetime import timedelta

import click

from corroborate.console import example, print_lines, screen_width
from corroborate.opening import make_app


@click.group(invoke_without_command=True, epilog=example("corroborate sources --ledger --days 14"))
@click.option("--ledger", is_flag=True, help="What became of the articles of each outlet and day, and why some were not read.")
@click.option("--days", type=click.IntRange(1, 3650), default=7, show_default=True, help="With --ledger: so many days back.")
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON, one a line.")
@click.pass_context
def sources(context: click.Context, ledger: bool, days: int, as_json: bool) -> None:
    """The health of every outlet and feed: what needs a look first, then each feed.

    A feed is called quiet against its own rhythm: one that appears weekly may be silent for days, a busy one may not.
    """
    if context.invoked_subcommand is not None:
        return
    from corroborate.publish.sources import health_report, health_rows, ledger_rows, ledger_table

    app = make_app(context)
    now = app.clock()
    with app.store(create=False) as store:
        if ledger:
            found = store.health.days(now - timedelta(days=days))
            print_lines(ledger_rows(found)) if as_json else click.echo(ledger_table(found, width=screen_width()))
            return
        rows = list(health_rows(store, now))
    print_lines(rows) if as_json else click.echo(health_report(rows, width=screen_width()))
