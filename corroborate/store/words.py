"""What a claim is found by: its words folded, and marks for what is exact about it; and how both databases are asked for them.

    "Zürich's 28.8m"  ->  zurich s 28 8m          kind:money value:28.8m  ->  k81502..., m8

Full-text search is FTS5 in SQLite and tsvector in PostgreSQL, with one folding, so that both find the same.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from sqlalchemy import ColumnElement, TextClause, and_, func, literal_column, not_, or_, text

# PostgreSQL indexes no word of more than 2 KB; a word that long is cut in both databases.
TOKEN = re.compile(r"[^\W_]{1,100}")
SEARCHED = 20_000
"""Characters of a claim's words that can be found; a sentence that is longer is none."""
MAGNITUDES = (0.0, *(10.0**power for power in range(16)))
DICTIONARY: ColumnElement[str] = literal_column("'corroborate_words'")
EVERY = "e0"
NONE = "e1"
"""The marks of every claim and of no claim."""
MARKS = 4096
"""Exact values whose marks are remembered: the claims of an article share their article, outlet, kinds and units."""


def folded(words: str) -> str:
    """Letters and digits only, small and without accents: "Zürich's 28.8m" is "zurich s 28 8m"."""
    letters = unicodedata.normalize("NFKD", words[:SEARCHED]).casefold()
    bare = letters if letters.isascii() else "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(TOKEN.findall(bare))[:SEARCHED]


@lru_cache(MARKS)
def mark(letter: str, value: str) -> str:
    """One word for an exact value, told by its letter: digits, so that no stemming changes it; case makes no difference."""
    return f"{letter}{int.from_bytes(sha256(' '.join(value.split()).casefold().encode('utf-8', 'replace')).digest()[:6])}"


def magnitudes(low: float | None, high: float | None) -> Iterator[str]:
    """A mark for every power of ten that a figure from `low` to `high` reaches: two that overlap share one."""
    if low is not None and high is not None:
        yield from (f"m{power}" for power in range(bisect_right(MAGNITUDES, low), bisect_right(MAGNITUDES, high) + 1))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Any of some phrases stands in a column; with `negated`, none of them. Phrases are folded."""

    column: str
    phrases: tuple[str, ...]
    negated: bool = False


def fts5(asked: Sequence[Phrases]) -> str:
    """The query of FTS5 in which all of these hold."""
    # Folded phrases hold no quote, so that nothing of the query language can be smuggled in.
    wanted = [_either(one) for one in asked if not one.negated] or [f'marks : "{EVERY}"']
    unwanted = [_either(one) for one in asked if one.negated]
    return f"({' AND '.join(wanted)}) NOT ({' OR '.join(unwanted)})" if unwanted else " AND ".join(wanted)


def _either(asked: Phrases) -> str:
    alternatives = " OR ".join(f'"{phrase}"' for phrase in asked.phrases)
    return f"{asked.column} : ({alternatives})"


def tsquery(asked: Sequence[Phrases]) -> ColumnElement[bool]:
    """The same as a condition of PostgreSQL."""
    return and_(*(_matches(one) for one in asked))


def _matches(asked: Phrases) -> ColumnElement[bool]:
    vector: ColumnElement[str] = literal_column(f"claims.{asked.column}_vector")
    found = or_(*(vector.op("@@", is_comparison=True)(func.phraseto_tsquery(DICTIONARY, phrase)) for phrase in asked.phrases))
    return not_(found) if asked.negated else found


def word_filters(dialect: str, words: Iterable[str], party: str | None) -> list[ColumnElement[bool] | TextClause]:
    """Conditions on the table of claims: each of `words` occurs, and `party` is among the parties.

    Several words in one string ("28.8 million") must stand in that order.
    """
    pairs = [(column, phrase) for column, phrase in (*(("words", word) for word in words), ("party_words", party or ""))]
    asked = [Phrases(column, (tokens,)) for column, phrase in pairs if (tokens := folded(phrase))]
    if not asked:
        return []
    if dialect == "sqlite":
        return [text("claims.place IN (SELECT rowid FROM claim_words WHERE claim_words MATCH :match)").bindparams(match=fts5(asked))]
    return [tsquery(asked)]
