"""How many were killed, injured or shot, counted, named or listed: what claims say of it against annotated news."""

from collections.abc import Iterator

from corroborate.extract.claims import read_claims
from corroborate.extract.victims.people import SINGULAR
from corroborate.match.groups.mentions import mention
from corroborate.match.groups.slots import PERSON
from corroborate.match.groups.thesaurus import PEOPLE
from corroborate.match.words import stem
from corroborate.measure.articles import article_of
from corroborate.measure.passages import Means
from corroborate.measure.scores import Measured, Score, f1
from corroborate.measure.sets import Lines
from corroborate.model.articles import Article
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Quantity, Role

FATES = {"dead": "killed", "injured": "injured", "shot": "shot"}
OF_SOME = frozenset(
    {"earlier", "part", "further", "grave", "beside", "previously-reported", "forecast", "average", "capacity", "this-year", "annual"}
)
"""Scopes of those who are not all whom the event befell."""

NOUNS = frozenset(stem(noun) for noun in SINGULAR)
Toll = tuple[str, int]


def measure_victims(lines: Lines, means: Means) -> Iterator[Measured]:
    """F1 of the tolls that the passages tell of their own events."""
    yield f1("tolls", score_victims(lines, means))


def score_victims(lines: Lines, means: Means) -> Score:
    """Tolls asked for, given and right; each of a passage once, however often it tells it."""
    score = Score()
    for line in lines:
        expected = {(fate, int(line[fate])) for fate in FATES.values() if fate in line}
        article = article_of(line["text"])
        given = {toll for claim in read_claims(means.read(line), article) for toll in tolls_of(claim, article)}
        score += Score(len(expected), len(given), len(expected & given))
    return score


def tolls_of(claim: Claim, article: Article) -> Iterator[Toll]:
    """What a claim says of how many the event befell; nothing where it is of some of them, or of another event."""
    figure = claim.figure
    if claim.kind is not Kind.COUNT or not isinstance(figure, Quantity) or figure.role is not Role.LEVEL or figure.value is None:
        return
    found = mention(claim, article)
    if found.scope & OF_SOME or not (found.thing is None or found.thing == PERSON or found.thing in PEOPLE | NOUNS):
        return
    yield from ((FATES[fate], int(figure.value)) for fate in found.fates if fate in FATES)
