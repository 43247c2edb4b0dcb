"""Articles about one event: the two stories that most speaks for being one are joined, as long as more speaks for than against."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from heapq import heapify, heappop, heappush

from corroborate.match.embedding import Embedder
from corroborate.match.stories.kinship import Sketch, kinship
from corroborate.match.stories.sketches import sketches
from corroborate.match.vectors import cosine, unit
from corroborate.model.articles import Article, Reading
from corroborate.model.ids import content_id
from corroborate.model.stories import Story

WINDOW = timedelta(days=10)
"""Articles further apart are not compared."""

PROBES = 25
"""The most telling words of an article, by which others are looked up."""

RECENT = 300
"""Articles looked at per word, the latest first."""

NEAREST = 40
"""Earlier articles an article is compared with, those that share most first."""

FIGURE_SHARES = 2
"""A shared figure is worth as much as two shared words when candidates are looked up."""

UNMET = -4.0
"""What speaks for two articles that share too little to be compared."""

Links = dict[int, dict[int, tuple[float, int]]]
"""What speaks for each two stories being one: the sum over the pairs of articles that were compared, and their number."""


def find_stories(readings: Sequence[Reading], embedder: Embedder | None) -> tuple[Story, ...]:
    """Put every article into one story. The order of the readings makes no difference."""
    ordered = sketches(readings, embedder)
    clusters = _joined(len(ordered), _links(ordered))
    found = (_story([ordered[position] for position in members]) for members in clusters)
    return tuple(sorted(found, key=lambda story: (story.first, story.id)))


def _links(ordered: Sequence[Sketch]) -> Links:
    """Compare each article with the earlier ones that share most with it."""
    links: Links = {position: {} for position in range(len(ordered))}
    for later, earlier in _candidates(ordered):
        weight = kinship(ordered[earlier], ordered[later])
        links[later][earlier] = links[earlier][later] = (weight, 1)
    return links


def _candidates(ordered: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for later, sketch in enumerate(ordered):
        shared: Counter[int] = Counter()
        for probe, shares in probes(sketch).items():
            for earlier in index[probe][-RECENT:]:
                shared[earlier] += shares
            index[probe].append(later)
        open_ones = [one for one in shared if shared[one] >= 2 and sketch.article.as_of - ordered[one].article.as_of <= WINDOW]
        for earlier in sorted(open_ones, key=lambda one: (-shared[one], -one))[:NEAREST]:
            yield later, earlier


def probes(sketch: Sketch) -> dict[str, int]:
    """The article's most telling words, names and figures, and how much sharing each counts."""
    found = dict.fromkeys(_heaviest(sketch.words, PROBES), 1)
    found |= {f"@{name}": 1 for name in _heaviest(sketch.names, PROBES // 2)}
    return found | {f"#{figure}": FIGURE_SHARES for figure in _heaviest(sketch.figures, PROBES)}


def _heaviest(weights: Mapping[str, float], number: int) -> list[str]:
    return sorted(weights, key=lambda word: (-weights[word], word))[:number]


def _joined(number: int, links: Links) -> list[list[int]]:
    """Join the two stories that most speaks for, until nothing more does."""
    members = {position: [position] for position in range(number)}
    heap = [entry for position in members for entry in _entries(position, members, links) if entry[1] == position]
    heapify(heap)
    while heap:
        against, left, right = heappop(heap)
        if left not in members or right not in members or -against != _mean(left, right, members, links):
            continue
        members[left] += members.pop(right)
        _relink(left, right, links)
        for entry in _entries(left, members, links):
            heappush(heap, entry)
    return list(members.values())


def _entries(position: int, members: Mapping[int, list[int]], links: Links) -> Iterator[tuple[float, int, int]]:
    for other in sorted(links[position]):
        mean = _mean(position, other, members, links)
        if mean > 0:
            yield -mean, min(position, other), max(position, other)


def _mean(left: int, right: int, members: Mapping[int, list[int]], links: Links) -> float:
    """The mean over pairs; of those never compared no more count than the larger story has articles."""
    total, met = links[left][right]
    sizes = len(members[left]), len(members[right])
    unmet = min(sizes[0] * sizes[1] - met, max(sizes))
    return (total + UNMET * unmet) / (met + unmet)


def _relink(left: int, right: int, links: Links) -> None:
    """What spoke for the right story now speaks for the left, which has taken it in."""
    for other, (total, met) in links.pop(right).items():
        del links[other][right]
        if other == left:
            continue
        before, count = links[left].get(other, (0.0, 0))
        links[left][other] = links[other][left] = (before + total, count + met)


def _story(members: Sequence[Sketch]) -> Story:
    ordered = sorted(members, key=lambda sketch: (sketch.article.as_of, sketch.article.id))
    words: Counter[str] = Counter()
    for member in ordered:
        words.update(member.words)
    middle = unit(words)
    central = max(ordered, key=lambda sketch: (cosine(sketch.words, middle), sketch.article.id))
    first, last = ordered[0].article, ordered[-1].article
    return Story(
        id=content_id("s", first.id),
        title=_title(central.article),
        articles=tuple(sketch.article.id for sketch in ordered),
        first=first.as_of,
        last=last.as_of,
    )


def _title(article: Article) -> str:
    if article.title:
        return article.title
    sentence = article.text.strip().split("\n")[0].split(". ")[0]
    return sentence[:160] or article.url
