"""Annotated passages read by the whole pipeline."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Any

from spacy.tokens import Doc

from corroborate.extract.reader import Reader


@dataclass(frozen=True, slots=True)
class Means:
    """What a measure works with: the reader in use, and the scorer of others where the set comes with one."""

    reader: Reader
    others: ModuleType | None = None

    @property
    def scorer(self) -> ModuleType:
        """The scorer of a set of others."""
        assert self.others is not None
        return self.others

    def read(self, line: Mapping[str, Any]) -> Doc:
        """A passage with everything that is read in it, on its day where it has one."""
        day = line.get("published")
        return self.reader.annotate(str(line["text"]), date.fromisoformat(day[:10]) if day else None)
