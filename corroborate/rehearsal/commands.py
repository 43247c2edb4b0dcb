"""`corroborate bench crawl`: weeks of crawling in fake time, or pages a second."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import click

from corroborate.console import example, finish, heeding_interrupts, print_json

ARTICLES = 10
ASKED_RATE, ASKED_MEMORY = 150, 300


@click.command("crawl", epilog=example("corroborate bench crawl --month --kills 50"))
@click.option("--month", is_flag=True, help="300 outlets for 30 days; the default.")
@click.option("--outlets", type=click.IntRange(1, 10_000), default=300, show_default=True, help="How many outlets.")
@click.option("--days", type=click.IntRange(1, 3650), default=30, show_default=True, help="How many days.")
@click.option("--kills", type=click.IntRange(0, 10_000), default=0, show_default=True, help="Kill the program so often, at random points.")
@click.option("--seed", default=1, show_default=True, help="Another seed gives other outlets.")
@click.option("--rate", is_flag=True, help="Instead: pages a second from a newsroom on loopback, as many hosts as --outlets.")
@click.option("--check", is_flag=True, help="With --rate: exit status 1 under 150 pages a second of a processor, or over 300 MB.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def bench_crawl(month: bool, rate: bool, check: bool, as_json: bool, **asked: int) -> None:
    """Crawl made-up outlets with all their faults in fake time: nothing lost, doubled, hurried or overlooked.

    Dead feeds, feeds that freeze or lie about their ETag, storms of 429, new layouts, domains that move, clocks that are
    wrong, consent walls, silent edits of figures. No connection is made; the crawler is a process of its own, and a kill is
    a real one. Exit status 1 where something is not as asked.
    """
    if rate:
        missed = _measure_rate(asked["outlets"], as_json=as_json)
        finish(missed if check else ())
        return
    _rehearse(asked | ({"outlets": 300, "days": 30} if month else {}), as_json=as_json)


def _measure_rate(hosts: int, *, as_json: bool) -> tuple[str, ...]:
    """Print it, and tell what is not as asked."""
    from corroborate.rehearsal.rate import measure

    with tempfile.TemporaryDirectory(prefix="corroborate-") as folder:
        found = measure(hosts, ARTICLES, Path(folder))
    rates = {"pages_a_second": round(found.pages_a_second, 1), "pages_a_processor_second": round(found.pages_a_processor_second, 1)}
    if as_json:
        print_json({**asdict(found), **rates})
    else:
        click.echo(
            f"{found.pages} pages of {hosts} hosts: {rates['pages_a_second']} a second by the clock, "
            f"{rates['pages_a_processor_second']} a second of a processor; {found.memory} MB"
        )
    slow = found.pages_a_processor_second < ASKED_RATE
    return (
        *((f"{rates['pages_a_processor_second']} pages a second of a processor are fewer than {ASKED_RATE}",) if slow else ()),
        *((f"{found.memory} MB are more than {ASKED_MEMORY}",) if found.memory > ASKED_MEMORY else ()),
    )


def _rehearse(asked: dict[str, int], *, as_json: bool) -> None:
    from corroborate.rehearsal.month import Course, live_through

    course = Course(**asked)
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
