"""WARC archives wherever fsspec finds them: on this machine, in S3, on a web server.

s3://commoncrawl/crawl-data/CC-NEWS/2026/10/*.warc.gz        each of a month's files
"""

from typing import BinaryIO, cast

import fsspec

from corroborate.errors import InputError


def is_address(name: str) -> bool:
    """A file is named by an address, not by a path."""
    return "://" in name


def found_at(pattern: str) -> dict[str, int]:
    """The files at an address that may hold `*`, each with its size, in order. Raises InputError where there is none."""
    try:
        system, path = fsspec.core.url_to_fs(pattern)
        paths = system.glob(path) if "*" in path else [path]
        found = {system.unstrip_protocol(one): int(system.size(one) or 0) for one in sorted(paths)}
    except ImportError as absent:
        raise InputError(pattern, None, str(absent), "install what fsspec asks for") from None
    except (OSError, ValueError) as error:
        raise _unreadable(pattern, error) from None
    if not found:
        raise InputError(pattern, None, "there is no such file", "check the address")
    return found


def opened(address: str) -> BinaryIO:
    """A file to be read. Raises InputError."""
    try:
        return cast(BinaryIO, fsspec.open(address, "rb").open())
    except (OSError, ValueError, ImportError) as error:
        raise _unreadable(address, error) from None


def _unreadable(address: str, error: Exception) -> InputError:
    return InputError(address, None, f"it cannot be read ({str(error)[:200] or type(error).__name__})", "check the address and your access")
