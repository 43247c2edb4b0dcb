"""Annotated sets: where they lie, and their lines.

Our own lie in the tests of the repository and are not installed with the package; sets of others are looked for in a
folder that the user names, each with a scorer beside it (`<folder>/<part>/score.py`).
"""

import importlib.util
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import corroborate
from corroborate.errors import InputError

Lines = tuple[Mapping[str, Any], ...]

OWN = Path(corroborate.__file__).parents[1] / "tests" / "evaluation"
HALVES = ("dev", "test")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where sets are looked for: our own, and those of others where the user named their folder."""

    own: Path = OWN
    others: Path | None = None

    def own_set(self, name: str) -> Path:
        """The file of one of our own sets."""
        return self.own / name

    def other_set(self, name: str) -> Path | None:
        """The file of a set of others; None where no folder is named."""
        return self.others / name if self.others is not None else None


def lines_of(path: Path) -> Lines:
    """The lines of an annotated set. Raises InputError where one is no JSON object or the file cannot be read."""
    try:
        written = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, None, f"it cannot be read ({error})", "check the file") from None
    return tuple(_object(path, number, line) for number, line in enumerate(written, 1) if line.strip())


def _object(path: Path, number: int, line: str) -> Mapping[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise InputError(path, number, "the line is no JSON object", "correct that line")
    return found


def halves(lines: Lines) -> Mapping[str, Lines]:
    """The lines by their half, "dev" and "test"; a set that is not divided is one part without a name."""
    if not any("split" in line for line in lines):
        return {"": lines}
    return {half: tuple(line for line in lines if line.get("split") == half) for half in HALVES}


def scorer_of(path: Path) -> ModuleType:
    """The scorer of others, which knows the conventions of their annotation. Raises InputError where it cannot be loaded."""
    spec = importlib.util.spec_from_file_location(f"score_{path.parent.name}", path)
    try:
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    except Exception as error:  # It is a program of others: whatever goes wrong in it is no fault of ours.
        raise InputError(path, None, f"the scorer cannot be loaded ({error})", "check the folder of annotated sets") from None
    return module
