"""`corroborate digest`: the day at a glance, printed, written to a file or mailed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.arguments import Day, written_to
from corroborate.console import example, finish
from corroborate.errors import UsageError
from corroborate.opening import make_app

if TYPE_CHECKING:
    from corroborate.app import App

FORMS = ("text", "markdown", "html", "json", "atom")


@click.command(epilog=example("corroborate digest --since 2026-10-13 --format markdown"))
@click.option("--since", type=Day(), help="From the start of this day (UTC); yesterday's same hour where not given.")
@click.option("--until", type=Day(), help="To the end of this day (UTC); now where not given.")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="What to write.")
@click.option("--reader", help="Only what this reader of feeds.yaml wants.")
@click.option("--mail", is_flag=True, help="Mail it to the readers of feeds.yaml, each once a day.")
@click.option("--again", is_flag=True, help="With --mail: also to whom it was mailed today.")
@click.option("--output", type=click.Path(path_type=Path, allow_dash=True), help="A file; standard output where not given.")
@click.pass_context
def digest(context: click.Context, /, since: date | None, until: date | None, mail: bool, again: bool, **where: str | Path | None) -> None:
    """The day by consequence: conflicts between independent origins first, then corrections, stale copies and slips.

    With --mail each reader gets what came up since the last digest; what was mailed today is not mailed again.
    """
    app = make_app(context)
    if mail:
        if since or until or where["output"]:
            raise UsageError("a mailed digest covers what came up since the last one", "leave out --since, --until and --output")
        mail_readers(app, None if where["reader"] is None else str(where["reader"]), again=again)
        return
    if again:
        raise UsageError("--again is for mails", "add --mail, or leave it out")
    write_digest(app, span_of(app.clock(), since, until), where)


def span_of(now: datetime, since: date | None, until: date | None) -> tuple[datetime, datetime]:
    """The time that a digest covers."""
    end = datetime.combine(until, time.max, UTC) if until else now
    start = datetime.combine(since, time.min, UTC) if since else end - timedelta(days=1)
    if start > end:
        raise UsageError(f"the digest would begin at {start:%Y-%m-%d %H:%M} and end at {end:%Y-%m-%d %H:%M}", "change --since or --until")
    return start, end


def write_digest(app: App, span: tuple[datetime, datetime], where: dict[str, str | Path | None]) -> None:
    """Print or save it."""
    from corroborate.mailing import reader_named, wish_of
    from corroborate.model.queries import EVERYTHING
    from corroborate.publish.digest import FORMS as WRITERS
    from corroborate.publish.digest import read_digest

    reader, output = where["reader"], where["output"]
    wish = EVERYTHING if reader is None else wish_of(reader_named(app.config.settings.digest, str(reader)))
    with app.store(create=False) as store, store.snapshot() as still:
        found = read_digest(still, *span, wish)
    with written_to(None if output is None else Path(output)) as stream:
        stream.write(WRITERS[str(where["form"])](found).encode("utf-8", "replace"))


def mail_readers(app: App, only: str | None, *, again: bool) -> None:
    """Mail the digest; a line for each reader."""
    from corroborate.mailing import mail_all

    failed = []
    with app.store(create=False) as store:
        for sent in mail_all(store, app.config.settings.digest, app.clock(), only=only, again=again):
            if sent.failed:
                failed.append(sent)
            else:
                click.echo(str(sent))
    finish(failed)
