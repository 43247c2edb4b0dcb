"""`corroborate sources`: how every feed and outlet is doing, what was not seen, and where further feeds are found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.arguments import written_to
from corroborate.console import complain, example, print_lines, screen_width
from corroborate.errors import FeedError, FetchError, InputError, UsageError
from corroborate.opening import make_app

if TYPE_CHECKING:
    from corroborate.model.outlets import Outlet

OPML_BYTES = 15_000_000


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


@sources.command(epilog=example("corroborate sources discover https://harbour-herald.example"))
@click.argument("url")
@click.pass_context
def discover(context: click.Context, url: str) -> None:
    """Find the feeds and sitemaps of a site and print its entry for feeds.yaml.

    Asks what the page and robots.txt name, else the usual places; each is fetched and read before it is listed.
    """
    app = make_app(context)
    if app.config.hides:
        complain("settings.crawl.contact is empty, so that outlets cannot reach you; put an address of yours there")
    try:
        found = app.discover(url if "://" in url else f"https://{url}")
    except FetchError as error:
        raise UsageError(str(error), "check the address") from None
    if not found.outlet.feeds and not found.outlet.sitemaps:
        for failure in found.failures:
            complain(failure)
        raise UsageError(f"no feed or sitemap was found at {url}", "look for one on the site's own pages and list it in feeds.yaml")
    click.echo(entries([found.outlet]), nl=False)


@sources.command("import", epilog=example("corroborate sources import subscriptions.opml >> feeds.yaml"))
@click.argument("file", type=click.Path(path_type=Path))
def import_(file: Path) -> None:
    """Print the feeds of an OPML file, as feed readers export it, as entries for feeds.yaml; nothing is fetched."""
    from corroborate.app import read_opml

    try:
        with file.open("rb") as stream:
            body = stream.read(OPML_BYTES + 1)
    except OSError as error:
        raise InputError(file, None, f"it cannot be read ({error.strerror})", "check the file's name") from None
    if len(body) > OPML_BYTES:
        raise InputError(file, None, f"it is larger than {OPML_BYTES:,} bytes", "split it")
    try:
        outlets = read_opml(str(file), body)
    except FeedError as error:
        raise InputError(file, None, error.reason, "export it again from the feed reader, as OPML") from None
    if not outlets:
        raise InputError(file, None, "it lists no feed", "export it again from the feed reader, as OPML")
    click.echo(entries(outlets), nl=False)


@sources.command(epilog=example("corroborate sources opml --output feeds.opml"))
@click.option("--output", type=click.Path(path_type=Path, allow_dash=True), help="A file; standard output where not given.")
@click.pass_context
def opml(context: click.Context, output: Path | None) -> None:
    """Write the feeds of feeds.yaml as OPML, which every feed reader takes."""
    from corroborate.app import write_opml

    app = make_app(context)
    with written_to(output) as stream:
        stream.write(write_opml(app.config.outlets))


def entries(outlets: Iterable[Outlet]) -> str:
    """Outlets as feeds.yaml lists them, to be pasted under `outlets:`."""
    import yaml

    listed = [
        {"name": one.name, "family": one.family, "language": one.language}
        | ({"feeds": list(one.feeds)} if one.feeds else {})
        | ({"sitemaps": list(one.sitemaps)} if one.sitemaps else {})
        for one in outlets
    ]
    written: str = yaml.safe_dump(listed, sort_keys=False, allow_unicode=True, width=1_000)
    return "".join(f"  {line}\n" for line in written.splitlines())
