"""`corroborate serve`: the pages and the API, answered from this machine."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

import click

from corroborate.console import complain, example
from corroborate.errors import UsageError
from corroborate.opening import make_app

if TYPE_CHECKING:
    from datetime import datetime

    from corroborate.app import App
    from corroborate.model.decisions import Action, Review
    from corroborate.publish.access.policy import Policy
    from corroborate.publish.site import Site
    from corroborate.store import Store


CONNECTIONS = 500
"""So many are answered at once; the rest are told to come again."""


@click.command(epilog=example("corroborate serve --port 8080"))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port to listen at.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name under which other machines ask, as behind a proxy.")
@click.option("--https", "secure", is_flag=True, help="A proxy in front of it speaks https.")
@click.pass_context
def serve(context: click.Context, host: str, port: int, names: tuple[str, ...], secure: bool) -> None:
    """Web pages, API and feeds over the database, until interrupted.

    By itself it answers this machine alone, and whoever works at it may do everything. With --host or --name other
    machines are answered, and everybody needs a token (see `corroborate token`).
    """
    import uvicorn

    from corroborate.publish.web.application import make_server

    app = make_app(context)
    with app.store(create=False) as store:
        application = make_server(make_site(app, store), make_policy(store, (host, *names), app.clock(), secure=secure))
        click.echo(f"corroborate: serving {app.database} at http://{host}:{port}/ (stop with Ctrl-C)", err=True)
        options: dict[str, Any] = {"log_level": "warning", "access_log": False, "server_header": False, "ws": "none"}
        uvicorn.run(application, host=host, port=port, limit_concurrency=CONNECTIONS, **options)


def make_policy(store: Store, hosts: tuple[str, ...], now: datetime, *, secure: bool) -> Policy:
    """Who is answered: this machine alone, or whoever has a token. Raises UsageError where nobody has one.

    `hosts` are the address to listen at, then the names under which other machines ask.
    """
    from corroborate.publish.access.policy import LOOPBACK, Policy

    reached = next((host for host in hosts if not is_loopback(host)), None)
    if reached is None:
        return Policy(secure=secure)
    if not any(token.is_valid(now) for token in store.tokens.all()):
        remedy = "make one with `corroborate token create NAME --scope read`, or leave out --host and --name"
        raise UsageError(f"{reached} can be reached from other machines, and there is no token", remedy)
    if not secure:
        complain("tokens travel as they are: put a proxy that speaks https in front, and say so with --https")
    return Policy(frozenset(name.lower() for name in hosts[1:]) | LOOPBACK if hosts[1:] else frozenset(), open=False, secure=secure)


def is_loopback(host: str) -> bool:
    """Only this machine reaches it."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def make_site(app: App, store: Store) -> Site:
    """What pages and API are made from, over an opened store."""
    from corroborate.publish.site import Site

    return Site(store, app.clock, Desk(app, store).decide, app.archive.read, app.check_hook)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where decisions are made."""

    app: App
    store: Store

    def decide(self, action: Action, subjects: tuple[str, ...], *, by: str, note: str | None = None) -> Review:
        """Make a decision and let it count. Raises UnknownId, UsageError."""
        from corroborate.reviewing.decisions import Signature, made

        return self.app.decide(self.store, made(self.store, action, subjects, Signature(by, self.app.clock(), note)))
