"""Full-text search over claims: FTS5 in SQLite, tsvector in PostgreSQL, with one folding so that both find the same."""

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import ColumnElement, TextClause, text

# PostgreSQL indexes no word of more than 2 KB; a word that long is cut in both databases.
TOKEN = re.compile(r"[^\W_]{1,100}")
SEARCHED = 20_000
"""Characters of a claim's words that can be found; a sentence that is longer is none."""


def folded(words: str) -> str:
    """Letters and digits only, small and without accents: "Zürich's 28.8m" is "zurich s 28 8m"."""
    letters = unicodedata.normalize("NFKD", words[:SEARCHED]).casefold()
    bare = letters if letters.isascii() else "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(TOKEN.findall(bare))[:SEARCHED]


def word_filters(dialect: str, words: Iterable[str], party: str | None) -> list[ColumnElement[bool] | TextClause]:
    """Conditions on the table of claims: each of `words` occurs, and `party` is among the parties.

    Several words in one string ("28.8 million") must stand in that order.
    """
    asked = [(column, phrase) for column, phrase in (*(("words", word) for word in words), ("party_words", party or ""))]
    phrases = list(dict.fromkeys((column, tokens) for column, phrase in asked if (tokens := folded(phrase))))
    if not phrases:
        return []
    return [_fts5(phrases)] if dialect == "sqlite" else [_tsquery(index, *phrase) for index, phrase in enumerate(phrases)]


def _fts5(phrases: list[tuple[str, str]]) -> TextClause:
    # Folded phrases hold no quote, so that nothing of the query language can be smuggled in.
    match = " AND ".join(f'{column} : "{tokens}"' for column, tokens in phrases)
    return text("claims.number IN (SELECT rowid FROM claim_words WHERE claim_words MATCH :phrases)").bindparams(phrases=match)


def _tsquery(index: int, column: str, tokens: str) -> TextClause:
    name = f"phrase_{index}"
    return text(f"claims.{column}_vector @@ phraseto_tsquery('corroborate_words', :{name})").bindparams(**{name: tokens})
