"""Where output goes."""

import signal
from pathlib import Path

import pytest

from corroborate.arguments import written_to


def told_to_end_half_way(output: Path) -> None:
    with written_to(output) as stream:
        stream.write(b"half")
        signal.raise_signal(signal.SIGTERM)


def test_a_program_that_is_told_to_end_leaves_no_draft_of_its_output(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)

    with pytest.raises(SystemExit) as left:
        told_to_end_half_way(tmp_path / "claims.csv")

    assert left.value.code == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []
    assert signal.getsignal(signal.SIGTERM) is before
