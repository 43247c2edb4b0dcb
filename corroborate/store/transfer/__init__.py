"""Whole databases: copied from SQLite to PostgreSQL and back, and proved to be equal row by row."""

from corroborate.store.transfer.comparing import Comparison, compare_databases
from corroborate.store.transfer.copying import Copied, copy_database

__all__ = ["Comparison", "Copied", "compare_databases", "copy_database"]
