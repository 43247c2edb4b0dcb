"""What was found of single groups, for when their story goes on: a checker's notebook has a page for every story.

A story is checked again with every article that it gains, and many of its groups gain no claim from one. What depends on one group
alone is then still known. Only what is equal in everything is taken for the same, so that nothing depends on what was noted.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Any, TypeVar

KEPT = 1_500
"""Stories that are kept, some 100 KB each: 150 MB of a process."""

K = TypeVar("K")
V = TypeVar("V")

Noted = dict[Hashable, tuple[Any, Any]]


class Notes:
    """What was noted of a story the last time, and what is noted now."""

    def __init__(self, before: Mapping[Hashable, tuple[Any, Any]]) -> None:
        self._before = before
        self.taken: Noted = {}

    def remembered(self, name: Hashable, of: K, work: Callable[[K], V]) -> V:
        """What was worked out last under that name, if of the same; else it is worked out now."""
        last = self._before.get(name)
        noted = last if last is not None and last[0] == of else (of, work(of))
        self.taken[name] = noted
        found: V = noted[1]
        return found


class Notebook:
    """The notes of the stories that were checked last, `kept` of them."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._pages: OrderedDict[str, Noted] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._pages)

    @contextmanager
    def page(self, story: str) -> Iterator[Notes]:
        """That of a story; what is not asked for again is struck out."""
        with self._lock:
            notes = Notes(self._pages.pop(story, {}))
        yield notes
        with self._lock:
            self._pages[story] = notes.taken
            if len(self._pages) > self._kept:
                self._pages.popitem(last=False)


NOTEBOOK = Notebook()
"""That of this process."""
