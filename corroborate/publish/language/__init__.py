"""The query language: `accounts party:Alibaba kind:count value:>20000 verdict:disputed since:2026-06-01`.

One parser for the command line, the pages and the API. Words and quoted phrases must all occur; `key:value` narrows, commas
between values mean any of them, a minus in front means none of them.
"""

from corroborate.model.queries import Band, Key, Query, Term
from corroborate.publish.language.parsing import parse
from corroborate.publish.language.pointing import pointed

__all__ = ["Band", "Key", "Query", "Term", "parse", "pointed"]
