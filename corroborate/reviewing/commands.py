"""`corroborate review`: what people decide about what was found, at once and for good."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from corroborate.console import example, screen_width
from corroborate.model.decisions import Action
from corroborate.opening import make_app

if TYPE_CHECKING:
    from corroborate.model.decisions import Review
    from corroborate.reviewing.decisions import Signature
    from corroborate.store import Store


@click.group(epilog=example("corroborate review reject d_5f0e2c77a1b29d34 --note 'the Gazette counted the crew'"))
def review() -> None:
    """Decide what a discrepancy comes to, what is one question or story, and what is not.

    Decisions count at once, and hold when pages are read, crawled or matched again. The last one wins.
    """


def signed(command: Any) -> Any:
    """The options of a decision."""
    command = click.option("--note", help="Why.")(command)
    return click.option("--by", help="Who decides; the system's user where not given.")(command)


def decide(context: click.Context, make: Callable[[Store, Signature], Review]) -> None:
    """Make a decision, let it count, and print what happens now."""
    from corroborate.publish.reviews import outcome
    from corroborate.reviewing.decisions import Signature

    app, options = make_app(context), context.params
    with app.store(create=False) as store:
        made = make(store, Signature(options["by"] or user_name(), app.clock(), options["note"]))
        kept = app.decide(store, made)
        click.echo(outcome(store, kept))


def user_name() -> str:
    """Who is logged in."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def judge(context: click.Context, action: Action) -> None:
    """Accept, reject or explain the discrepancy that is named."""
    from corroborate.reviewing.decisions import judged

    decide(context, lambda store, signature: judged(store, action, context.params["identity"], signature))


@review.command(epilog=example("corroborate review accept d_5f0e2c77a1b29d34"))
@click.argument("identity", metavar="DISCREPANCY")
@signed
@click.pass_context
def accept(context: click.Context, /, **_: Any) -> None:
    """It is a discrepancy."""
    judge(context, Action.ACCEPT)


@review.command(epilog=example("corroborate review reject d_5f0e2c77a1b29d34 --note 'two different counts'"))
@click.argument("identity", metavar="DISCREPANCY")
@signed
@click.pass_context
def reject(context: click.Context, /, **_: Any) -> None:
    """It is none; it stays out of digests until another value is reported."""
    judge(context, Action.REJECT)


@review.command(epilog=example("corroborate review explain d_5f0e2c77a1b29d34 --note 'police count the crew, the line does not'"))
@click.argument("identity", metavar="DISCREPANCY")
@click.option("--note", required=True, help="The explanation.")
@click.option("--by", help="Who decides; the system's user where not given.")
@click.pass_context
def explain(context: click.Context, /, **_: Any) -> None:
    """It is one, and this is why; it stays out of digests until another value is reported."""
    judge(context, Action.EXPLAIN)


@review.command(epilog=example("corroborate review merge g_5f0e2c77a1b29d34 g_09c3d1e77b2a4f58"))
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID")
@signed
@click.pass_context
def merge(context: click.Context, /, left: str, right: str, **_: Any) -> None:
    """Two claim groups answer one question, or two stories are one."""
    from corroborate.reviewing.decisions import merged

    decide(context, lambda store, signature: merged(store, (left, right), signature))


@review.command(epilog=example("corroborate review split g_5f0e2c77a1b29d34 c_77b2a4f5809c3d1e"))
@click.argument("whole", metavar="GROUP")
@click.argument("parts", metavar="CLAIM...|GROUP", nargs=-1, required=True)
@signed
@click.pass_context
def split(context: click.Context, /, whole: str, parts: tuple[str, ...], **_: Any) -> None:
    """These claims do not answer the question of their group; or two groups are two questions and stay so; or, of a story,
    these articles are about something else."""
    from corroborate.reviewing.decisions import divided

    decide(context, lambda store, signature: divided(store, whole, parts, signature))


@review.command(epilog=example("corroborate review note g_5f0e2c77a1b29d34 'asked the port for the passenger list'"))
@click.argument("what", metavar="ID")
@click.argument("note")
@click.option("--by", help="Who notes it; the system's user where not given.")
@click.pass_context
def note(context: click.Context, /, what: str, **_: Any) -> None:
    """Something to be remembered about a story, group, claim, article or discrepancy; it moves nothing."""
    from corroborate.reviewing.decisions import noted

    decide(context, lambda store, signature: noted(store, what, signature))


@review.command(epilog=example("corroborate review undo 12"))
@click.argument("what", metavar="ID|NUMBER")
@signed
@click.pass_context
def undo(context: click.Context, /, what: str, **_: Any) -> None:
    """A decision no longer counts: the last about an id, or that of a number."""
    from corroborate.reviewing.decisions import undone

    decide(context, lambda store, signature: undone(store, what, signature))


@review.command("list", epilog=example("corroborate review list --json"))
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON, one a line.")
@click.pass_context
def list_(context: click.Context, as_json: bool) -> None:
    """Every decision ever made: who, when, what, why, and whether it still counts."""
    from corroborate.publish.query import table
    from corroborate.publish.reviews import review_lines, review_rows

    with make_app(context).store(create=False) as store:
        rows = review_rows(store.reviews.all())
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    click.echo(table(review_lines(rows), width=screen_width()))
