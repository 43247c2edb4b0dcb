"""`corroborate query`: claims that answer a query of the language, in the terminal or as JSON."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from corroborate.arguments import Day, Figure
from corroborate.console import UNUSABLE, complain, example, screen_width
from corroborate.errors import QueryError
from corroborate.model.figures import Kind
from corroborate.model.findings import Verdict
from corroborate.opening import make_app

if TYPE_CHECKING:
    from corroborate.model.queries import Facets, Query, Term

FLAGS = ("party", "kind", "unit", "outlet", "since", "until", "verdict")


@click.command(
    epilog=example("corroborate query accounts party:Alibaba kind:count 'value:>20k' verdict:disputed since:2026-06-01"),
    # A minus begins a word that is not wanted: there are no short options, not even for help.
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.option("--party", help="Claims that name this person, body or place.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Only this kind of figure.")
@click.option("--unit", help="Only this unit: USD, %, week, tonne.")
@click.option("--outlet", help="Only this outlet.")
@click.option("--since", type=Day(), help="Published on this day or later.")
@click.option("--until", type=Day(), help="Published on this day or earlier.")
@click.option("--min", "low", type=Figure(), help="Values from here up.")
@click.option("--max", "high", type=Figure(), help="Values up to here.")
@click.option("--verdict", type=click.Choice([verdict.value for verdict in Verdict]), help="Only claims of groups with this verdict.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@click.option("--facets", is_flag=True, help="Count parties, kinds, units, outlets, verdicts and days of what is found instead.")
@click.option("--json", "as_json", is_flag=True, help="Print the rows as JSON, one a line.")
@click.pass_context
def query(context: click.Context, /, words: tuple[str, ...], limit: int, facets: bool, as_json: bool, **flags: Any) -> None:
    """Claims that contain all WORDS and pass every filter, latest first.

    \b
    WORDS are those of the query language, the same as on the pages and in the API:
      accounts '"28.8 million"'      these words, this phrase
      party:Alibaba unit:USD         party speaker kind unit outlet verdict type
      outlet:"Herald","Gazette"      any of several
      -outlet:Herald -crew           but not these
      'value:>20k' 10..20 ..3bn      values; > and < between the shell's quotation marks
      since:2026-06 until:2026-06-15 story:ID group:ID article:ID
    """
    mistaken = next((word for word in words if word.startswith("--")), None)
    if mistaken is not None:
        raise click.NoSuchOption(mistaken, ctx=context)
    print_found(context, parsed(words).joined(flagged(flags)), limit, facets=facets, as_json=as_json)


def parsed(words: tuple[str, ...]) -> Query:
    """The query that the words are; where they are none, what is wrong is pointed at and the program ends."""
    from corroborate.publish.language import parse, pointed

    try:
        return parse(as_typed(words))
    except QueryError as error:
        complain(error)
        click.echo(pointed(error), err=True)
        sys.exit(UNUSABLE)


def as_typed(words: tuple[str, ...]) -> str:
    """The query as it was meant: among several words, one with blanks in it was held together by the shell's quotation marks.

    A word alone is a query as it stands: `corroborate query 'barges party:Marsh'`.
    """
    from corroborate.model.queries import quoted

    if len(words) == 1:
        return words[0]
    parts = list[str]()
    for word in words:
        sign, phrase = re.fullmatch(r"(-?[A-Za-z_]+:|-?)(.*)", word, re.DOTALL).groups()  # type: ignore[union-attr]
        held = any(letter.isspace() for letter in word) and '"' not in word
        parts.append(sign + quoted(phrase) if held else word)
    return " ".join(parts)


def print_found(context: click.Context, asked: Query, limit: int, *, facets: bool, as_json: bool) -> None:
    """What answers, as a table or as JSON."""
    from corroborate.publish.query import claim_lines, table
    from corroborate.publish.views import claim_row

    with make_app(context).store(create=False) as store:
        if facets:
            found = store.search.page(asked, limit=1, counted=True).facets
            rows = list(facet_rows(found)) if found else []
        else:
            rows = [claim_row(record) for record in store.search.all(asked, limit=limit)]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    click.echo(table(rows if facets else claim_lines(rows), width=screen_width()))


def facet_rows(found: Facets) -> Iterator[dict[str, object]]:
    """Each value with how many claims say it; the first row tells how many were counted."""
    counted = f"of the newest {found.counted}" if found.more else "of all"
    yield {"facet": "claims", "value": counted, "claims": found.counted}
    for name in ("party", "kind", "unit", "outlet", "verdict", "days"):
        for facet in getattr(found, name):
            yield {"facet": name, "value": facet.value, "claims": facet.claims}


def flagged(flags: dict[str, Any]) -> Query:
    """What the options ask."""
    from corroborate.model.queries import Band, Key, Query, Term

    terms: list[Term] = [Term(Key(name), (flags[name],)) for name in FLAGS if flags[name] is not None]
    bounds = flags["low"], flags["high"]
    if bounds != (None, None):
        terms.append(Term(Key.VALUE, (Band(*bounds),)))
    return Query(tuple(terms))
