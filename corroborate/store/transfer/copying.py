"""A whole database copied into an empty one, which gets all of it or none.

    SQLite -> PostgreSQL    rows by COPY over two connections, without indexes; one table's indexes while others are written or read back
    PostgreSQL -> SQLite    a draft beside the file

The source is read in one state, whatever is written to it meanwhile, and nothing of it is held but the rows at hand. The
target is made known only when every table read back has the digest of what was read from the source: a copy that was
killed is recognised, is opened by no command, and is thrown away by the next copy.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from corroborate.errors import StoreError
from corroborate.store.engine import Database, failures_told, parse_url
from corroborate.store.transfer.carrying import Progress, Target
from corroborate.store.transfer.digests import TableDigest
from corroborate.store.transfer.filed import filed_target
from corroborate.store.transfer.served import served_target
from corroborate.store.transfer.sheets import sheets
from corroborate.store.transfer.sides import Side, opened


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied: every table with its digest, which is that of both databases."""

    source: str
    target: str
    tables: Mapping[str, TableDigest]

    @property
    def rows(self) -> int:
        """In all."""
        return sum(digest.rows for digest in self.tables.values())


def count_rows(database: Database) -> dict[str, int]:
    """How many rows each table of a database has."""
    with database.reading() as session:
        side = Side(database.name, session.connection())
        return {sheet.name: side.count(sheet) for sheet in sheets()}


def copy_database(source: str, target: str, *, timeout: float, progress: Progress) -> Copied:
    """Copy everything and prove it. Raises StoreError where the target holds anything, or is not what was written to it."""
    with opened(source, timeout=timeout) as ours, _target(target, timeout) as theirs:
        taken = theirs.take(ours, progress)
        wrong = [name for name, digest in taken.written.items() if taken.read[name] != digest]
        if wrong:
            raise StoreError(f"the copy is not what was read ({', '.join(wrong)}), and was thrown away", "check the disk, then copy again")
        theirs.finish()
        return Copied(ours.name, theirs.name, taken.written)


@contextmanager
def _target(url: str, timeout: float) -> Iterator[Target]:
    served = parse_url(url).get_backend_name() == "postgresql"
    with (served_target if served else filed_target)(url, timeout) as target, failures_told(target.name):
        yield target
