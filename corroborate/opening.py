"""What commands share: the program over the database and feeds.yaml that the command line names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from corroborate.app import App, Shard, Work


def make_app(context: click.Context) -> App:
    """The program over the database and feeds.yaml that the command line names."""
    from corroborate.app import App
    from corroborate.config import load_config

    options = context.find_root().obj
    return App(load_config(options["config"]), database=options["database"], now=options["now"])


def work_options(command: Any) -> Any:
    """The options of commands whose work can be spread."""
    command = click.option("--scheduler", metavar="tcp://HOST:PORT", help="Spread the work over this Dask cluster.")(command)
    return click.option("--workers", type=click.IntRange(1, 256), help="Spread the work over so many processes.")(command)


def chosen_work(app: App, workers: int | None, scheduler: str | None) -> Work:
    """What --workers, --scheduler and the settings come to."""
    from corroborate.app import Work

    return Work(workers or app.config.settings.workers, scheduler)


def shard_option(command: Any) -> Any:
    """The option of commands that crawl."""
    told = "Ask only this part of all registered domains; other workers of the same PostgreSQL database ask the others."
    return click.option("--shard", metavar="2/4", help=told)(command)


def chosen_shard(shard: str | None) -> Shard:
    """What --shard says. Raises UsageError."""
    from corroborate.app import WHOLE, Shard

    return WHOLE if shard is None else Shard.parse(shard)
