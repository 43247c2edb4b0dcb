"""`corroborate token`, `searches` and `hooks`: who may ask over the network, what is asked again, who is told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from corroborate.console import example, finish, print_lines, screen_width
from corroborate.model.access import Scope
from corroborate.opening import make_app

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corroborate.publish.views import Row


@click.group(epilog=example("corroborate token create newsroom --scope read"))
def token() -> None:
    """Tokens, which whoever asks from another machine needs."""


@token.command(epilog=example("corroborate token create desk --scope review --days 365"))
@click.argument("name")
@click.option("--scope", type=click.Choice([scope.value for scope in Scope]), default="read", show_default=True, help="What it allows.")
@click.option("--days", type=click.IntRange(1, 36500), help="For how long it counts; for good where not given.")
@click.pass_context
def create(context: click.Context, name: str, scope: str, days: int | None) -> None:
    """Make a token and print it, this once: only a digest of it is kept.

    read: pages, API, feeds. review: decisions and saved searches, too. admin: hooks, too.
    """
    app = make_app(context)
    now = app.clock()
    with app.store() as store:
        secret = store.tokens.create(name, Scope(scope), now=now, expires=now + timedelta(days=days) if days else None)
    click.echo(secret)


@token.command("list", epilog=example("corroborate token list"))
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON, one a line.")
@click.pass_context
def list_tokens(context: click.Context, as_json: bool) -> None:
    """Every token ever made, and whether it still counts."""
    from corroborate.publish.views import instant

    app = make_app(context)
    with app.store(create=False) as store:
        rows: list[Row] = [
            {
                "name": one.name,
                "scope": one.scope.value,
                "created": instant(one.created),
                "expires": instant(one.expires),
                "revoked": instant(one.revoked),
                "counts": "yes" if one.is_valid(app.clock()) else "no",
            }
            for one in store.tokens.all()
        ]
    print_table(rows, as_json)


@token.command(epilog=example("corroborate token revoke newsroom"))
@click.argument("name")
@click.pass_context
def revoke(context: click.Context, name: str) -> None:
    """Let a token count no more, at once, also in servers that run."""
    app = make_app(context)
    with app.store(create=False) as store:
        store.tokens.revoke(name, now=app.clock())
    click.echo(f"token {name!r} counts no more")


@click.group(epilog=example("corroborate searches save port-strike 'strike party:Harbour verdict:disputed'"))
def searches() -> None:
    """Queries that are asked again and again; each has an Atom feed at /feeds/searches/NAME.atom."""


@searches.command("save", epilog=example("corroborate searches save port-strike strike 'value:>20'"))
@click.argument("name")
@click.argument("words", nargs=-1, required=True)
@click.pass_context
def save_search(context: click.Context, name: str, words: tuple[str, ...]) -> None:
    """Keep a query under a name; one of the same name is replaced."""
    from corroborate.model.alerts import SavedSearch
    from corroborate.querying import parsed
    from corroborate.reviewing.commands import user_name

    app, query = make_app(context), parsed(words)
    with app.store() as store:
        store.searches.save(SavedSearch(name, str(query), user_name(), app.clock()))
    click.echo(f"{name}: {query}")


@searches.command("list", epilog=example("corroborate searches list"))
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON, one a line.")
@click.pass_context
def list_searches(context: click.Context, as_json: bool) -> None:
    """Every saved search."""
    from corroborate.publish.views import instant

    with make_app(context).store(create=False) as store:
        rows: list[Row] = [
            {"name": one.name, "query": one.query, "by": one.by, "created": instant(one.created)} for one in store.searches.all()
        ]
    print_table(rows, as_json)


@searches.command("remove", epilog=example("corroborate searches remove port-strike"))
@click.argument("name")
@click.pass_context
def remove_search(context: click.Context, name: str) -> None:
    """Forget a saved search."""
    with make_app(context).store(create=False) as store:
        store.searches.remove(name)
    click.echo(f"{name} is forgotten")


@click.group(epilog=example("corroborate hooks add chat https://chat.example/hooks/corroborate"))
def hooks() -> None:
    """Addresses that are told of each new discrepancy, signed, by `run`, `schedule` and `hooks tell`."""


@hooks.command("add", epilog=example("corroborate hooks add chat https://chat.example/hooks/corroborate"))
@click.argument("name")
@click.argument("url")
@click.pass_context
def add_hook(context: click.Context, name: str, url: str) -> None:
    """Register an address; prints, this once, the secret that signs what it is told."""
    from corroborate.model.alerts import Hook

    app = make_app(context)
    app.check_hook(url)
    with app.store() as store:
        click.echo(store.hooks.add(Hook(name, url, app.clock())))


@hooks.command("list", epilog=example("corroborate hooks list"))
@click.option("--deliveries", is_flag=True, help="What became of each event instead.")
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON, one a line.")
@click.pass_context
def list_hooks(context: click.Context, deliveries: bool, as_json: bool) -> None:
    """Every hook, or what became of telling them."""
    from corroborate.publish.views import instant

    with make_app(context).store(create=False) as store:
        rows: list[Row] = [{"name": one.name, "url": one.url, "created": instant(one.created)} for one in store.hooks.all()]
        if deliveries:
            rows = [
                {"hook": one.hook, "event": one.event, "state": one.state.value, "tries": one.tries, "answer": one.answer}
                for one in store.hooks.deliveries()
            ]
    print_table(rows, as_json)


@hooks.command("tell", epilog=example("corroborate hooks tell"))
@click.pass_context
def tell(context: click.Context) -> None:
    """Tell every hook now what it does not know yet, and what it did not take when it was due."""
    told = make_app(context).tell_hooks()
    click.echo(f"{told.taken} deliveries taken, {len(told.failures)} not")
    finish(told.failures)


@hooks.command("remove", epilog=example("corroborate hooks remove chat"))
@click.argument("name")
@click.pass_context
def remove_hook(context: click.Context, name: str) -> None:
    """Tell it nothing any more."""
    with make_app(context).store(create=False) as store:
        store.hooks.remove(name)
    click.echo(f"{name} is told nothing any more")


def print_table(rows: Iterable[Row], as_json: bool) -> None:
    """Rows as a table, or as JSON."""
    from corroborate.publish.query import table

    if as_json:
        print_lines(rows)
        return
    click.echo(table(rows, width=screen_width()))
