"""The day at a glance, for people and programs."""

from collections.abc import Callable, Mapping

from corroborate.publish.digest.documents import to_atom, to_json
from corroborate.publish.digest.entries import Change, Digest, Entry
from corroborate.publish.digest.mailed import to_html
from corroborate.publish.digest.reading import read_digest
from corroborate.publish.digest.texts import glance, to_markdown, to_text

__all__ = ["FORMS", "Change", "Digest", "Entry", "glance", "read_digest"]

FORMS: Mapping[str, Callable[[Digest], str]] = {
    "text": to_text,
    "markdown": to_markdown,
    "html": to_html,
    "json": to_json,
    "atom": to_atom,
}
