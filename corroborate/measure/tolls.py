"""How many were killed and injured, by each article of local crime news and by all articles of an incident together.

A set is a folder: `articles.jsonl` (`{"id", "event", "outlet", "title", "published", "text", "killed", "injured"}`; everybody who
died counts, whoever did it, and an article that tells of nobody tells of 0), `tolls.jsonl` (what an incident came to in the end:
`{"event", "killed", "injured"}`) and `findings.jsonl` (what a careful desk wants to be told of the two counts, in the form of
`corroborate.measure.events`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from corroborate.check import check_stories
from corroborate.extract.claims import read_claims
from corroborate.match import match_readings
from corroborate.measure.articles import article_of
from corroborate.measure.passages import Means
from corroborate.measure.scores import Measured
from corroborate.measure.sets import Lines
from corroborate.measure.victims import Toll, tolls_of
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim
from corroborate.model.findings import Assessment
from corroborate.newsroom.measures import Share

COUNTS = ("killed", "injured")


def measure_tolls(lines: Lines, means: Means) -> Iterator[Measured]:
    """The share of articles of which the killed, the injured, and both, are told exactly."""
    for name, share in score_articles(lines, means).items():
        yield Measured(name, share.value, share.of)


def score_articles(lines: Lines, means: Means) -> dict[str, Share]:
    """How many articles tell the killed, the injured and both as they are annotated."""
    told = []
    for line in lines:
        article = article_of(line["text"])
        told.append(article_tolls(read_claims(means.read(line), article), article))
    return _shares(told, lines)


def article_tolls(claims: Iterable[Claim], article: Article) -> dict[str, int]:
    """What an article says of the whole of its event: the first count of each."""
    found: dict[str, int] = {}
    for claim in sorted(claims, key=lambda one: one.span.start):
        for name, number in tolls_of(claim, article):
            found.setdefault(name, number)
    return _balanced(found)


def score_incidents(readings: Mapping[str, Reading], articles: Lines, tolls: Lines) -> dict[str, Share]:
    """How many incidents come to what they came to, by the figure that stands in the group most articles have a part in.

    `readings` are by the ids of the lines.
    """
    by_article = {one.article.id: one for one in readings.values()}
    home = {readings[str(line["id"])].article.id: str(line["event"]) for line in articles}
    matching = match_readings(tuple(by_article.values()), {})
    claims = {group.id: group.claims for group in matching.groups}
    owner = {claim.id: (claim, one.article) for one in by_article.values() for claim in one.claims}
    best: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for found in check_stories(matching.stories, matching.groups, matching.origins, by_article, matching.reuses):
        for assessment in found:
            told = [owner[claim] for claim in claims[assessment.group]]
            _take(best[_commonest(home[article.id] for _, article in told)], assessment, told)
    return _shares([_balanced({name: value for name, (_, value) in best[str(line["event"])].items()}) for line in tolls], tolls)


def _take(best: dict[str, tuple[int, int]], assessment: Assessment, told: Sequence[tuple[Claim, Article]]) -> None:
    """Take the figure of a group for the count that it is of, where no group of more articles told it."""
    counts: list[Toll] = [toll for claim, article in told for toll in tolls_of(claim, article)]
    if not counts or assessment.low is None:
        return
    name, size = _commonest(one for one, _ in counts), len({article.id for _, article in told})
    if name not in best or size > best[name][0]:
        best[name] = size, int(Decimal(assessment.low))


def _balanced(found: Mapping[str, int]) -> dict[str, int]:
    """The killed and the injured; of those who were shot and are not dead it is said that they are hurt."""
    killed = found.get("killed", 0)
    return {"killed": killed, "injured": found.get("injured", max(0, found.get("shot", 0) - killed))}


def _shares(told: Sequence[Mapping[str, int]], lines: Lines) -> dict[str, Share]:
    exact = [{name: one[name] == line[name] for name in COUNTS} for one, line in zip(told, lines, strict=True)]
    shares = {name: Share(sum(one[name] for one in exact), len(exact)) for name in COUNTS}
    return shares | {"both": Share(sum(all(one.values()) for one in exact), len(exact))}


def _commonest(names: Iterable[str]) -> str:
    return Counter(names).most_common(1)[0][0]
