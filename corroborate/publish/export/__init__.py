"""Tables for other programs: the same rows in every format, now or as of a past moment."""

from corroborate.publish.export.formats import FORMATS, export, write_columns
from corroborate.publish.export.tables import TABLES, Wanted, in_columns, read_table

__all__ = ["FORMATS", "TABLES", "Wanted", "export", "in_columns", "read_table", "write_columns"]
