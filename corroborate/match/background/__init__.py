"""How often English words stand in news of any kind: what rarity is measured against, whatever this database holds.

The weights of words are settled before the first article is read, so that what is found about some articles does not
depend on which others came before them.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp

from corroborate.match.words import stem

LENGTH = 300
"""Words of an article of usual length."""

LEAST = 0.001
"""Share of articles assumed to hold a word that the table does not."""

PER = 1e9
"""The table gives frequencies in a thousand million words, as logarithms times ten."""


def share(word: str) -> float:
    """The share of articles, between 0 and 1, that hold a word (lower case) or any word of a stem."""
    return max(LEAST, 1 - exp(-LENGTH * _frequencies().get(word, 0.0)))


@cache
def _frequencies() -> Mapping[str, float]:
    """Frequency per running word, by word and by stem; of a stem it is that of all its words."""
    words: dict[str, float] = {}
    stems: defaultdict[str, float] = defaultdict(float)
    for line in files(__package__).joinpath("frequencies.txt").read_text(encoding="utf-8").splitlines():
        zipf, *listed = line.split()
        frequency = 10 ** (int(zipf) / 10) / PER
        for word in listed:
            words[word] = frequency
            stems[stem(word)] += frequency
    return words | stems
