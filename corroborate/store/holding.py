"""One program at a time, on a database that several machines share: PostgreSQL's advisory locks."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from corroborate.errors import DatabaseLocked
from corroborate.store.engine import connect, failures_told, parse_url


def is_served(url: str) -> bool:
    """The database is a server's, so that a lock on a file of this machine would not keep others out."""
    return parse_url(url).get_backend_name() == "postgresql"


@contextmanager
def held(url: str, task: str, *, timeout: float, parts: Sequence[int] = (0,), waiting: bool = False) -> Iterator[None]:
    """Hold a served database for a task, or for these parts of it; DatabaseLocked where another program does, on whatever machine.

    With `waiting` the other's end is waited for. The server lets go by itself a moment after this program was killed.
    """
    database = connect(url, timeout=timeout, create=True)
    try:
        with failures_told(database.name), database.engine.connect() as connection:
            # Committing at once: a transaction open for days would keep the server from clearing away old rows.
            lasting = connection.execution_options(isolation_level="AUTOCOMMIT")
            try:
                _take(lasting, task, parts, waiting=waiting)
                yield
            finally:
                # Said and answered: a connection that is only closed is let go of at a time of the server's own.
                with suppress(DBAPIError):
                    lasting.execute(text("SELECT pg_advisory_unlock_all()"))
    finally:
        database.close()


def _take(connection: Connection, task: str, parts: Sequence[int], *, waiting: bool) -> None:
    if waiting:
        connection.execute(text("SET lock_timeout = 0"))
    query = "SELECT pg_advisory_lock(:key) IS NOT NULL" if waiting else "SELECT pg_try_advisory_lock(:key)"
    for part in parts:
        if not connection.scalar(text(query), {"key": _key(task, part)}):
            problem = f"another program does `corroborate {task}` with this database"
            raise DatabaseLocked(problem, "wait until it is done, or stop it")


def _key(task: str, part: int) -> int:
    return int.from_bytes(sha256(f"corroborate {task} {part}".encode()).digest()[:8], signed=True)
