"""The most memory that a process has held; told without loading anything that takes some."""

import resource
import sys

MEGABYTE = 1_000_000


def peak_megabytes() -> float:
    """The most memory that this process has held."""
    return megabytes_of(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def megabytes_of(peak: int) -> float:
    """What the system tells as `ru_maxrss`."""
    return peak * (1 if sys.platform == "darwin" else 1024) / MEGABYTE
