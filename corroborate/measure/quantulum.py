"""quantulum3 beside our quantities, on the same sentences in the same run."""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from time import process_time

from corroborate.extract.quantities import read_quantities

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Race:
    """CPU seconds that each took for the same sentences."""

    sentences: int
    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """How many times as fast ours are."""
        return self.theirs / self.ours if self.ours else 0.0


def race(sentences: Sequence[str], theirs: Callable[[str], object], *, rounds: int = ROUNDS) -> Race:
    """Read quantities by turns and keep the quickest round of each."""
    for read in (read_quantities, theirs):
        _seconds(read, sentences[:10])
    taken = [(_seconds(read_quantities, sentences), _seconds(theirs, sentences)) for _ in range(rounds)]
    return Race(len(sentences), min(ours for ours, _ in taken), min(theirs for _, theirs in taken))


def is_installed() -> bool:
    """quantulum3 can be imported."""
    return find_spec("quantulum3") is not None


def quantulum_reader() -> Callable[[str], object]:
    """Its reader, by rules: its classifier is slower and cannot be loaded with a present scikit-learn."""
    with warnings.catch_warnings():
        # It warns where its classifier, which is not used here, lacks a library.
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, parser
    classifier.USE_CLF = False

    read: Callable[[str], object] = parser.parse
    return read


def _seconds(read: Callable[[str], object], sentences: Sequence[str]) -> float:
    before = process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        for sentence in sentences:
            read(sentence)
    return process_time() - before
