import json
from pathlib import Path

from corroborate.measure.exporting import Exported, export_bars
from tests.commands import corroborate


def test_a_table_is_written_by_the_command_that_users_run(tmp_path: Path) -> None:
    done = corroborate("bench", "export", "--articles", "100", "--output", tmp_path / "claims.csv", "--json")

    told = json.loads(done.out)
    assert (done.status, told["rows"]) == (0, 960)
    assert len((tmp_path / "claims.csv").read_text().splitlines()) == 961
    assert 20 < told["megabytes of memory"] < 2000


def test_speed_and_memory_are_held_against_what_is_asked() -> None:
    slow, large = Exported(100_000, 2.1, 2.0, 200.0, 1), Exported(100_000, 1.9, 2.0, 301.0, 1)

    assert [[bar.is_met for bar in export_bars(one)] for one in (slow, large)] == [[False, True], [True, False]]
