"""Many outlets report this; do their figures agree, and how many of them really know?

As a library: `corroborate.read(text, published=date(2026, 10, 14))` gives the claims of a text. Its language pipeline is
imported on first use, so that `import corroborate` stays cheap.
"""

from typing import TYPE_CHECKING, Any

from corroborate.errors import CorroborateError

if TYPE_CHECKING:
    from corroborate.extract.reader import read

__all__ = ["CorroborateError", "read"]


def __getattr__(name: str) -> Any:
    if name == "read":
        from corroborate.extract.reader import read

        return read
    raise AttributeError(f"module 'corroborate' has no attribute {name!r}")
