"""The database: SQLite on one machine, PostgreSQL past it. Values of the model go in and come out."""

from corroborate.store.store import Store

__all__ = ["Store"]
