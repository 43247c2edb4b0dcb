"""`corroborate bench crawl`: weeks of crawling in fake time."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import click

from corroborate.console import example, finish, heeding_interrupts, print_json


@click.command("crawl", epilog=example("corroborate bench crawl --month --kills 50"))
@click.option("--month", is_flag=True, help="300 outlets for 30 days; the default.")
@click.option("--outlets", type=click.IntRange(1, 10_000), default=300, show_default=True, help="How many outlets.")
@click.option("--days", type=click.IntRange(1, 3650), default=30, show_default=True, help="How many days.")
@click.option("--kills", type=click.IntRange(0, 10_000), default=0, show_default=True, help="Kill the program so often, at random points.")
@click.option("--seed", default=1, show_default=True, help="Another seed gives other outlets.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def bench_crawl(month: bool, as_json: bool, **asked: int) -> None:
    """Crawl made-up outlets with all their faults in fake time: nothing lost, doubled, hurried or overlooked.

    Dead feeds, feeds that freeze or lie about their ETag, storms of 429, new layouts, domains that move, clocks that are
    wrong, consent walls, silent edits of figures. No connection is made. Exit status 1 where something is not as asked.
    """
    from corroborate.rehearsal.month import Course, live_through

    course = Course(**asked | ({"outlets": 300, "days": 30} if month else {}))
    hours = 0.0
    bar = click.progressbar(length=course.days * 24, label="hours", file=sys.stderr, hidden=not sys.stderr.isatty())
    with tempfile.TemporaryDirectory(prefix="corroborate-") as folder, bar, heeding_interrupts() as heed:

        def progress(passed: float) -> None:
            heed()
            nonlocal hours
            hours += passed
            bar.update(int(hours) - bar.pos)

        found = live_through(course, Path(folder), progress)
    if as_json:
        print_json({**asdict(found), "articles": len(found.articles)})
    else:
        click.echo(
            f"{course.outlets} outlets for {course.days} days: {found.requests} requests, {len(found.articles)} articles in "
            f"{found.versions} versions, {found.edits} silent edits to be found, killed {found.killed} times; "
            f"{len(found.problems)} things are not as asked"
        )
    finish(found.problems)
