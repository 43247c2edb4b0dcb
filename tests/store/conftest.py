"""A store of each kind, empty for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corroborate.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "news.db"), timeout=0.2) as opened:
        yield opened
