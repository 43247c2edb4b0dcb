"""How fast a large table is written for other programs, and how much memory that takes: the command as users run it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corroborate.errors import UsageError
from corroborate.measure.verdicts import Bar
from corroborate.publish.views import Row
from corroborate.store import Store

LEAST_ROWS, MOST_MEGABYTES = 50_000.0, 300.0
"""Asked of the claims table as Parquet: rows a second, and memory at its peak."""
KILOBYTES = 1024 if sys.platform != "darwin" else 1024 * 1024
"""How the system counts memory, to a megabyte."""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many rows were written, in what time by the clock and of a processor, at how much memory, into how large a file."""

    rows: int
    seconds: float
    processor: float
    megabytes: float
    size: int


def measure_export(database: str, output: Path) -> Exported:
    """`corroborate export claims` into a file whose name says the format. Raises UsageError where it fails."""
    with Store.open(database, create=False) as store:
        rows = store.bulk.claims()
    command = [sys.executable, "-m", "corroborate", "--database", database, "export", "claims", "--output", str(output)]
    begun = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    seconds, process.returncode = time.perf_counter() - begun, os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise UsageError(f"the export ended with status {process.returncode}", "try `corroborate export` with the same database")
    return Exported(rows, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KILOBYTES, output.stat().st_size)


def export_bars(found: Exported) -> Iterator[Bar]:
    """What is asked of it."""
    rows = found.rows / found.seconds
    yield Bar("rows a second", f"at least {LEAST_ROWS:.0f}", rows, rows >= LEAST_ROWS)
    yield Bar("megabytes of memory at most", f"below {MOST_MEGABYTES:.0f}", found.megabytes, found.megabytes < MOST_MEGABYTES)


def export_row(found: Exported) -> Row:
    """The figures, for programs and people."""
    return {
        "rows": found.rows,
        "seconds": round(found.seconds, 1),
        "rows a second": round(found.rows / found.seconds),
        "processor seconds": round(found.processor, 1),
        "megabytes of memory": round(found.megabytes),
        "megabytes of file": round(found.size / 1e6, 1),
    }
