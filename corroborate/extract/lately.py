"""What was met last, and what was found there: forgotten in the order in which it was met, half of it at a time."""

from typing import Generic, TypeVar

Key = TypeVar("Key")
Found = TypeVar("Found")


class Lately(Generic[Key, Found]):
    """Remembers what was found, as long as it is met: at least things of `most` size in all, and at most twice as many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._young: dict[Key, tuple[Found, int]] = {}
        self._old: dict[Key, tuple[Found, int]] = {}

    def get(self, key: Key) -> Found | None:
        """What was found; None where it was never met, or is forgotten."""
        known = self._young.get(key)
        if known is None and (known := self._old.get(key)) is not None:
            self.keep(key, *known)
        return None if known is None else known[0]

    def keep(self, key: Key, found: Found, size: int) -> None:
        """Remember it, and forget what was not met since as much else was."""
        if self._size >= self._most:
            self._old, self._young, self._size = self._young, {}, 0
        self._young[key] = (found, size)
        self._size += size
