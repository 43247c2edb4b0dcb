"""One program at a time, on a database that several machines share: PostgreSQL's advisory locks."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from sqlalchemy import text

from corroborate.errors import DatabaseLocked
from corroborate.store.engine import connect, failures_told, parse_url


def is_served(url: str) -> bool:
    """The database is a server's, so that a lock on a file of this machine would not keep others out."""
    return parse_url(url).get_backend_name() == "postgresql"


@contextmanager
def held(url: str, task: str, *, timeout: float) -> Iterator[None]:
    """Hold a served database for a task; DatabaseLocked where another program does, on whatever machine.

    The server lets go of it by itself when this program ends, however it does.
    """
    database = connect(url, timeout=timeout, create=True)
    key = int.from_bytes(sha256(f"corroborate {task}".encode()).digest()[:8], signed=True)
    try:
        with failures_told(database.name), database.engine.connect() as connection:
            # Committing at once: a transaction open for days would keep the server from clearing away old rows.
            lasting = connection.execution_options(isolation_level="AUTOCOMMIT")
            if not lasting.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}):
                problem = f"another program does `corroborate {task}` with this database"
                raise DatabaseLocked(problem, "wait until it is done, or stop it")
            yield
    finally:
        database.close()
