"""Where the annotated sets lie, and how their scorers are loaded; tests skip where they are absent."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2].parent / "shared"

needs_shared = pytest.mark.skipif(not (ROOT / "eval").is_dir(), reason="the annotated sets (../shared/eval) are not on this machine")


def scorer(folder: str) -> ModuleType:
    """The scorer of one annotated set, `eval/<folder>/score.py`."""
    spec = importlib.util.spec_from_file_location(f"score_{folder}", ROOT / "eval" / folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
