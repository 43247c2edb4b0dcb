"""Which articles of a story repeat which: republished, cut to a brief, or lightly rewritten."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corroborate.match.reuse.changes import Telling, changes_between
from corroborate.match.reuse.prints import Hashes, Print, in_common, print_of
from corroborate.match.reuse.shingling import WIDTH
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

PASSAGE = 24
"""Words in a row, figures aside, that two texts do not have by chance: more than a sentence mostly has."""

WORD_FOR_WORD, MOST = 0.9, 0.7
"""Share of a sentence's telling words beside each other from which it was not changed, and of changed sentences that make a rewrite."""

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
    """Every pair of articles of which one repeats at least a fifth of the other or rewrites it."""
    if len(articles) < 2:
        return ()
    copies = [Copy(one, print_of(one.text)) for one in sorted(articles, key=lambda one: (one.as_of, one.id))]
    copies = [one for one in copies if len(one.print.shingles) >= FEWEST]
    shares = among_few(copies) if len(copies) <= CROWD else among_many(copies)
    return tuple(_reuse(copies[earlier], copies[later], share) for (earlier, later), share in sorted(shares.items()))


def among_few(copies: Sequence[Copy]) -> dict[tuple[int, int], float]:
    """How far texts repeat earlier ones; of so few that no shingle can be crowded, each pair tells by itself, once for all."""
    found: dict[tuple[int, int], float] = {}
    for place, later in enumerate(copies):
        known = later.print.shares
        for before, earlier in enumerate(copies[:place]):
            name = earlier.print.name
            share = known[name] if name in known else known.setdefault(name, repeated_share(earlier.print, later.print))
            if share is not None:
                found[(before, place)] = share
    return found


def repeated_share(earlier: Print, later: Print) -> float | None:
    """How far of two texts one repeats the other, None where it hardly does."""
    repeated = _share(earlier.shingles, later.shingles, DEPENDENT, FEWEST_REPEATED)
    if repeated is not None and _is_repeated(earlier, later, repeated):
        return repeated
    retold = _share(earlier.pairs, later.pairs, RETOLD, FEWEST_TOLD)
    return min(retold, REPUBLISHED - 0.001) if retold is not None and _is_retold(earlier, later) else None


def _is_repeated(earlier: Print, later: Print, share: float) -> bool:
    """One is the other, or both have a passage that nobody writes twice: single sentences in common come by chance, where a dozen
    reporters tell of the same."""
    return share >= REPUBLISHED or _have_a_passage(earlier, later)


def _is_retold(earlier: Print, later: Print) -> bool:
    """Most sentences of the one that do not stand in the other word for word are told there in other words."""
    shorter, longer = sorted((earlier, later), key=lambda one: len(one.pairs))
    known = [in_common(sentence, longer.pairs) / len(sentence) for sentence in shorter.told]
    changed = [share for share in known if share < WORD_FOR_WORD]
    most = sum(share >= RETOLD for share in changed) >= MOST * len(changed)
    return (most and bool(changed)) or _have_a_passage(earlier, later)


def _have_a_passage(one: Print, other: Print) -> bool:
    rows = np.isin(one.passages, other.shingles)
    ends = np.flatnonzero(~rows)
    longest = np.diff(np.concatenate(([-1], ends, [len(rows)]))).max() - 1
    return bool(longest + WIDTH - 1 >= PASSAGE)


def _share(earlier: Hashes, later: Hashes, least: float, fewest: int) -> float | None:
    """What two texts share of the smaller print where that is `least` at least, and `fewest` at least unless the one is the other."""
    fewer = min(len(earlier), len(later))
    step = STEP if len(later) > LONG else 1
    count = in_common(later[later % np.uint64(step) == 0] if step > 1 else later, earlier)
    if not count or count * step * MARGIN < least * fewer:
        return None
    count = in_common(later, earlier) if step > 1 else count
    share = count / fewer
    return share if share >= least and count >= (FEWEST_SHARED if share >= REPUBLISHED else fewest) else None


def among_many(copies: Sequence[Copy]) -> dict[tuple[int, int], float]:
    """The same for a crowd, by an inverted index: near linear, for a crowded shingle is looked at no more."""
    prints = [one.print for one in copies]
    repeated = _shares([one.shingles for one in prints], DEPENDENT, FEWEST_REPEATED)
    retold = _shares([one.pairs for one in prints], RETOLD, FEWEST_TOLD)
    told = {pair: min(share, REPUBLISHED - 0.001) for pair, share in retold.items() if _is_retold(prints[pair[0]], prints[pair[1]])}
    return told | {pair: share for pair, share in repeated.items() if _is_repeated(prints[pair[0]], prints[pair[1]], share)}


def _shares(prints: Sequence[Hashes], least: float, fewest: int) -> dict[tuple[int, int], float]:
    found = {pair: _share(prints[pair[0]], prints[pair[1]], least, fewest) for pair in _likely(prints, least)}
    return {pair: share for pair, share in found.items() if share is not None}


def _likely(prints: Sequence[Hashes], least: float) -> Iterator[tuple[int, int]]:
    """Pairs that may share enough, as a sample of the shingles tells; what few share is sampled with a margin."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    for later, told in enumerate(prints):
        step = STEP if len(told) > LONG else 1
        sample, every = told[told % np.uint64(step) == 0].tolist(), told.tolist()
        hits = Counter(earlier for shingle in sample for earlier in index.get(shingle, ()))
        for earlier, count in hits.items():
            if count * step * MARGIN >= least * min(len(prints[earlier]), len(told)):
                yield earlier, later
        for shingle in every:
            if len(index[shingle]) < CROWD:
                index[shingle].append(later)


def _reuse(earlier: Copy, later: Copy, share: float) -> Reuse:
    first, second = (earlier, later) if not _credits(earlier.article, later.article) else (later, earlier)
    known, name = first.print.changed, second.print.name
    if name not in known:
        known[name] = changes_between(first.telling, second.telling)
    return Reuse(first.article.id, second.article.id, round(share, 3), known[name])


def _credits(earlier: Article, later: Article) -> bool:
    """The earlier one names the later one's outlet as its origin: the wire came first, whatever the clocks say."""
    return later.outlet in earlier.credits and earlier.outlet not in later.credits
