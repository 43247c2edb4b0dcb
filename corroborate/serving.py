"""`corroborate serve`: the pages and the API, answered from this machine."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

import click

from corroborate.console import example
from corroborate.errors import UsageError
from corroborate.opening import make_app

if TYPE_CHECKING:
    from corroborate.app import App
    from corroborate.model.decisions import Action, Review
    from corroborate.publish.site import Site
    from corroborate.store import Store


@click.command(epilog=example("corroborate serve --port 8080"))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port to listen at.")
@click.pass_context
def serve(context: click.Context, host: str, port: int) -> None:
    """Web pages over the database, until interrupted."""
    import uvicorn

    from corroborate.publish.web.application import make_application

    app = make_app(context)
    check_host(host)
    with app.store(create=False) as store:
        application = make_application(make_site(app, store))
        click.echo(f"corroborate: serving {app.database} at http://{host}:{port}/ (stop with Ctrl-C)", err=True)
        uvicorn.run(application, host=host, port=port, log_level="warning", access_log=False, server_header=False, ws="none")


def check_host(host: str) -> None:
    """Raise UsageError where other machines would be answered."""
    if not is_loopback(host):
        raise UsageError(f"{host} can be reached from other machines", "leave --host out")


def is_loopback(host: str) -> bool:
    """Only this machine reaches it."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def make_site(app: App, store: Store) -> Site:
    """What pages and API are made from, over an opened store."""
    from corroborate.publish.site import Site

    return Site(store, app.clock, Desk(app, store).decide, app.archive.read)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where decisions are made."""

    app: App
    store: Store

    def decide(self, action: Action, subjects: tuple[str, ...], *, by: str, note: str | None = None) -> Review:
        """Make a decision and let it count. Raises UnknownId, UsageError."""
        from corroborate.reviewing.decisions import Signature, made

        return self.app.decide(self.store, made(self.store, action, subjects, Signature(by, self.app.clock(), note)))
