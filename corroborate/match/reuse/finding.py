"""Which articles of a story repeat which: republished, cut to a brief, or lightly rewritten."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corroborate.match.reuse.changes import Telling, changes_between
from corroborate.match.reuse.prints import Print, print_of
from corroborate.model.articles import Article
from corroborate.model.stories import Reuse

REPUBLISHED = 0.6
"""Containment from which a text is another one, or a part cut from it."""

DEPENDENT = 0.2
"""Containment from which a text depends on another."""

RETOLD = 0.3
"""Share of the telling words beside each other from which a text with few common rows of words is a rewrite of another."""

FEWEST = 8
"""Shingles below which a text is too short to tell."""

FEWEST_SHARED = 8
"""Shingles or pairs that must be shared: two short texts on one thing have a set phrase or two in common."""

FEWEST_REPEATED, FEWEST_TOLD = 30, 20
"""Shingles, or pairs, that must be shared where neither text is the other: a sentence or two in common is no trace of copying."""

STEP = 3
LONG = 90
MARGIN = 1.7
"""Of a text with more than LONG shingles every third is looked up; a pair is compared in full from well below the share asked."""

CROWD = 50
"""A shingle in more articles than this is a set phrase, not a trace of copying."""


@dataclass(frozen=True, eq=False)
class Copy:
    """An article with its print."""

    article: Article
    print: Print

    @property
    def telling(self) -> Telling:
        """The article's sentences with figures."""
        return self.print.telling


def find_reuses(articles: Sequence[Article]) -> tuple[Reuse, ...]:
    """Every pair of articles of which one repeats at least a fifth of the other or rewrites it, by an inverted index."""
    if len(articles) < 2:
        return ()
    copies = [Copy(one, print_of(one.text)) for one in sorted(articles, key=lambda one: (one.as_of, one.id))]
    copies = [one for one in copies if len(one.print.shingles) >= FEWEST]
    repeated = _shares([one.print.shingles for one in copies], DEPENDENT, FEWEST_REPEATED)
    retold = _shares([one.print.pairs for one in copies], RETOLD, FEWEST_TOLD)
    shares = {pair: min(share, REPUBLISHED - 0.001) for pair, share in retold.items()} | repeated
    return tuple(_reuse(copies[earlier], copies[later], share) for (earlier, later), share in sorted(shares.items()))


def _shares(prints: Sequence[frozenset[int]], least: float, fewest: int) -> dict[tuple[int, int], float]:
    """Pairs that share at least `least` of the smaller print, and `fewest` at least unless the one is the other. Near linear: a
    crowded shingle is looked at no more."""
    look = among_few if len(prints) <= CROWD else among_many
    found: dict[tuple[int, int], float] = {}
    for earlier, later in look(prints, least):
        count, fewer = len(prints[later] & prints[earlier]), min(len(prints[earlier]), len(prints[later]))
        share = count / fewer
        if share >= least and count >= (FEWEST_SHARED if share >= REPUBLISHED else fewest):
            found[(earlier, later)] = share
    return found


def among_few(prints: Sequence[frozenset[int]], least: float) -> Iterator[tuple[int, int]]:
    """The pairs that `among_many` finds, of so few texts that no shingle can be crowded."""
    for later, told in enumerate(prints):
        step, sample = _sampled(told)
        for earlier in range(later):
            count = len(sample & prints[earlier])
            if count and count * step * MARGIN >= least * min(len(prints[earlier]), len(told)):
                yield earlier, later


def among_many(prints: Sequence[frozenset[int]], least: float) -> Iterator[tuple[int, int]]:
    """Pairs that may share enough, as a sample of the shingles tells; what few share is sampled with a margin."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    for later, told in enumerate(prints):
        step, sample = _sampled(told)
        hits = Counter(earlier for shingle in sample for earlier in index.get(shingle, ()))
        for earlier, count in hits.items():
            if count * step * MARGIN >= least * min(len(prints[earlier]), len(told)):
                yield earlier, later
        for shingle in told:
            if len(index[shingle]) < CROWD:
                index[shingle].append(later)


def _sampled(told: frozenset[int]) -> tuple[int, frozenset[int]]:
    """The shingles that are looked up, and of how many each is one."""
    step = STEP if len(told) > LONG else 1
    return step, frozenset(shingle for shingle in told if shingle % step == 0) if step > 1 else told


def _reuse(earlier: Copy, later: Copy, share: float) -> Reuse:
    first, second = (earlier, later) if not _credits(earlier.article, later.article) else (later, earlier)
    return Reuse(first.article.id, second.article.id, round(share, 3), changes_between(first.telling, second.telling))


def _credits(earlier: Article, later: Article) -> bool:
    """The earlier one names the later one's outlet as its origin: the wire came first, whatever the clocks say."""
    return later.outlet in earlier.credits and earlier.outlet not in later.credits
