"""Words and pieces of words as BERT's tokenizer finds them, without loading any of its libraries."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
LONGEST = 60
"""Characters of a word beyond which it is no word."""


def words(text: str) -> list[str]:
    """Runs of letters and digits, and single signs, in lower case without accents: "Zürich's" is zurich, ', s."""
    lowered = text.lower()
    if not lowered.isascii():
        lowered = "".join(sign for sign in unicodedata.normalize("NFD", lowered) if unicodedata.category(sign) != "Mn")
    return WORD.findall(lowered)


def pieces(word: str, rows: Mapping[str, int]) -> Sequence[int]:
    """The rows of a word, or of the longest pieces that make it up ("anti", "##dump", "##ing"); none where no pieces do."""
    if word in rows:
        return (rows[word],)
    if len(word) > LONGEST:
        return ()
    found: list[int] = []
    start = 0
    while start < len(word):
        end = next((end for end in range(len(word), start, -1) if _piece(word, start, end) in rows), start)
        if end == start:
            return ()
        found.append(rows[_piece(word, start, end)])
        start = end
    return tuple(found)


def _piece(word: str, start: int, end: int) -> str:
    return f"##{word[start:end]}" if start else word[:end]
