"""`corroborate serve`: the pages and the API, answered from this machine."""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass, replace
from functools import partial
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

import click

from corroborate.console import complain, example
from corroborate.crew import WAITING, keep_answering, listen
from corroborate.errors import UsageError
from corroborate.opening import make_app

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from datetime import datetime

    from corroborate.app import App
    from corroborate.config import Config
    from corroborate.model.decisions import Action, Review
    from corroborate.publish.access.policy import Policy
    from corroborate.publish.site import Site
    from corroborate.store import Store


CONNECTIONS = 500
"""So many are answered at once; the rest are told to come again."""
MOST_PROCESSES = 4
"""So many answer where nobody says how many: each takes some hundred megabytes."""
TOGETHER = 2
"""Requests that a process works at together: more of them would only take turns, and all of them would be late."""
PAGEFUL = 20_000
"""Objects; so many are made between two looks for those that may go: a page makes some thousands."""


@click.command(epilog=example("corroborate serve --port 8080"))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port to listen at.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name under which other machines ask, as behind a proxy.")
@click.option("--https", "secure", is_flag=True, help="A proxy in front of it speaks https.")
@click.option("--workers", type=click.IntRange(1, 64), help=f"Processes that answer; one per core, at most {MOST_PROCESSES}, if not given.")
@click.pass_context
def serve(context: click.Context, /, host: str, port: int, **asked: Any) -> None:
    """Web pages, API and feeds over the database, until interrupted.

    By itself it answers this machine alone, and whoever works at it may do everything. With --host or --name other
    machines are answered, and everybody needs a token (see `corroborate token`).
    """
    app, processes = make_app(context), asked["workers"] or min(MOST_PROCESSES, os.cpu_count() or 1)
    with app.store(create=False) as store:
        policy = make_policy(store, (host, *asked["names"]), app.clock(), secure=asked["secure"])
    with listen(host, port) as listener:
        address = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/"
        begun = partial(click.echo, f"corroborate: serving {app.database} at {address} (stop with Ctrl-C)", err=True)
        place = Place(app.config, app.database, context.find_root().obj["now"])
        keep_answering(partial(answer, place, replace(policy, processes=processes)), listener, processes, begun)


@dataclass(frozen=True, slots=True)
class Place:
    """What each process opens for itself."""

    config: Config
    database: str
    now: datetime | None


def answer(place: Place, policy: Policy, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Answer whoever connects, until interrupted: what each process of `serve` does."""
    from corroborate.app import App
    from corroborate.publish.web.application import make_server

    app = App(place.config, database=place.database, now=place.now)
    with app.store(create=False) as store:
        application = make_server(make_site(app, store), policy)
        leave_alone_what_is_loaded()
        make_listener(application, max(1, CONNECTIONS // policy.processes), ready).run([listener])


def leave_alone_what_is_loaded() -> None:
    """Looking through all modules and templates for what may be cleared away would stop every page for a third of a second."""
    from corroborate.publish.web.templating import environment

    for name in environment().list_templates(extensions=["html"]):
        environment().get_template(name)
    gc.collect()
    gc.freeze()
    gc.set_threshold(PAGEFUL)


def make_listener(application: Any, connections: int, ready: Callable[[], None]) -> Any:
    """The server of HTTP under an application."""
    import uvicorn
    from anyio import to_thread

    class Listener(uvicorn.Server):
        """Takes one connection at a time, so that processes share them evenly, and works at few requests together."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            to_thread.current_default_thread_limiter().total_tokens = TOGETHER
            await super().startup(sockets)
            for one in sockets or ():
                one.listen(WAITING)
            ready()

    options: dict[str, Any] = {"log_level": "warning", "access_log": False, "server_header": False, "ws": "none"}
    return Listener(uvicorn.Config(application, backlog=1, limit_concurrency=connections, **options))


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
