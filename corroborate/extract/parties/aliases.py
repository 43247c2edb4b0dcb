"""Names across articles: what the obvious ones are short for, and the table of aliases that a user supplies.

A table is a CSV file (TSV where its name ends in .tsv) with the columns `alias` and `name`, and where wanted `kind`
(person, org, place, norp, product) and `wikidata`:

    alias,name,kind,wikidata
    NFA,Norland Fisheries Authority,org,Q42
"""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from corroborate.errors import ConfigError
from corroborate.model.parties import AliasTable, Party, plain

LABELS = ("PERSON", "ORG", "PLACE", "NORP", "PRODUCT")
COLUMNS = ("alias", "name", "kind", "wikidata")
LARGEST_FILE = 64 * 2**20
LONGEST_NAME = 200
WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")
NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "United Nations": ("UN", "U.N."),
        "European Union": ("EU", "E.U."),
        "European Central Bank": ("ECB",),
        "International Monetary Fund": ("IMF", "I.M.F."),
        "World Health Organization": ("WHO", "W.H.O.", "World Health Organisation"),
        "World Trade Organization": ("WTO", "World Trade Organisation"),
        "North Atlantic Treaty Organization": ("NATO", "Nato", "North Atlantic Treaty Organisation"),
        "Organization of the Petroleum Exporting Countries": ("OPEC", "Opec"),
        "Federal Reserve": ("Fed", "US Federal Reserve", "U.S. Federal Reserve"),
        "Bank of England": ("BoE",),
        "Associated Press": ("AP", "The Associated Press"),
        "Agence France-Presse": ("AFP",),
    }
)
BUILT_IN = AliasTable.of((alias, Party(name, "ORG")) for name, aliases in NAMES.items() for alias in aliases)
"""What everyone's readers know; countries and cities have their table in `places`."""


def read_aliases(path: Path) -> AliasTable:
    """The table in a file. Raises ConfigError with the line of the first thing that is wrong."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ConfigError(path, None, f"the table of aliases is larger than {LARGEST_FILE >> 20} MiB", "leave out what no outlet names")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(path, None, "there is no such table of aliases", "create it or correct settings.parties.aliases") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(path, None, f"the table of aliases cannot be read ({error})", "save it as CSV in UTF-8") from None
    return parse_aliases(text, path)


def parse_aliases(text: str, path: Path) -> AliasTable:
    """The same for a text; `path` names it in errors, and tells tabs from commas."""
    parties: dict[str, Party] = {}
    own: dict[str, Party] = {}
    for line, alias, party in _rows(text, path):
        known = own.setdefault(plain(party.name), party)
        if known != party:
            raise ConfigError(path, line, f"{party.name!r} has another kind or id than above", "give it the same in each line")
        if parties.setdefault(plain(alias), party) != party:
            problem = f"{alias!r} is an alias of {parties[plain(alias)].name!r} already"
            raise ConfigError(path, line, problem, "leave out one: an alias for two is none")
    return AliasTable.of((name, party) for names in (own, parties) for name, party in names.items())


def _rows(text: str, path: Path) -> Iterator[tuple[int, str, Party]]:
    rows = csv.reader(text.splitlines(keepends=True), delimiter="\t" if path.suffix == ".tsv" else ",")
    header: list[str] | None = None
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if header is None:
                header = _header(cells, path, rows.line_num)
                continue
            yield rows.line_num, *_row(dict(zip(header, cells, strict=False)), path, rows.line_num)
    except csv.Error as error:
        raise ConfigError(path, rows.line_num, f"this is no line of CSV ({error})", "put names with commas in quotation marks") from None
    if header is None:
        raise ConfigError(path, None, "the table of aliases is empty", f"begin it with the line {','.join(COLUMNS)}")


def _header(cells: list[str], path: Path, line: int) -> list[str]:
    header = [cell.lower() for cell in cells]
    unknown = [cell for cell in header if cell not in COLUMNS]
    if unknown or not {"alias", "name"} <= set(header) or len(set(header)) < len(header):
        problem = f"the first line names no column {unknown[0]!r}" if unknown else "the first line lacks alias or name, or has one twice"
        raise ConfigError(path, line, problem, f"the columns are {', '.join(COLUMNS)}")
    return header


def _row(cells: Mapping[str, str], path: Path, line: int) -> tuple[str, Party]:
    alias, name = cells.get("alias", ""), cells.get("name", "")
    kind, wikidata = cells.get("kind", "").upper(), cells.get("wikidata", "").upper()
    if not alias or not name or max(len(alias), len(name)) > LONGEST_NAME or not (alias + name).isprintable():
        raise ConfigError(path, line, "an alias and a name are needed", f"give both, of at most {LONGEST_NAME} characters")
    if kind and kind not in LABELS:
        raise ConfigError(path, line, f"there is no kind {kind.lower()!r}", f"choose one of: {', '.join(LABELS).lower()}, or none")
    if wikidata and not WIKIDATA.fullmatch(wikidata):
        raise ConfigError(path, line, f"{wikidata!r} is no Wikidata identifier", "write it as Q42, or leave it empty")
    return alias, Party(name, kind or None, wikidata or None)
