"""How fast a large table is written for other programs, and how much memory that takes: the command as users run it."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corroborate.errors import UsageError
from corroborate.measure.memory import megabytes_of
from corroborate.measure.verdicts import Bar
from corroborate.publish.views import Row
from corroborate.store import Store

LEAST_ROWS, MOST_MEGABYTES = 50_000.0, 300.0
"""Asked of the claims table as Parquet: rows a second, and memory at its peak."""
WATCHED = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))
"""
"""Starts a command and tells its status, seconds of a processor and peak: the system counts what a process holds before it
becomes another as that one's, so whoever starts it must be small."""


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
    watched = subprocess.run([sys.executable, "-I", "-S", "-c", WATCHED, *command], stdout=subprocess.PIPE, check=True)
    seconds, (status, processor, peak) = time.perf_counter() - begun, json.loads(watched.stdout)
    if status:
        raise UsageError(f"the export ended with status {status}", "try `corroborate export` with the same database")
    return Exported(rows, seconds, processor, megabytes_of(peak), output.stat().st_size)


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
