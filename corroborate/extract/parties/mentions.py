"""A name where it stands, and what speaks for its being of one sort or another."""

from dataclasses import dataclass
from types import MappingProxyType

WEIGHTS = MappingProxyType(
    {
        "known place": 100.0,
        "known people": 100.0,
        "known body": 100.0,
        "known outlet": 100.0,
        "title before it": 8.0,
        "legal form": 20.0,
        "word of a body": 8.0,
        "name of an outlet": 6.0,
        "given name": 4.0,
        "role before it": 6.0,
        "dateline": 6.0,
        "described as a person": 4.0,
        "speaks": 2.5,
        "version number": 6.0,
        "word of a company": 5.0,
        "word of a place": 5.0,
        "preposition of place": 3.2,
        "has shares or officers": 4.0,
        "described behind it": 4.0,
        "word of an event": 4.0,
        "place behind it": 3.5,
        "noun before it": 4.0,
        "noun behind it": 3.5,
        "capitals": 1.5,
        "acts": 2.0,
        "word of a club": 5.0,
        "ending of a people": 3.2,
        "given name alone": 1.5,
        "from there": 1.7,
        "trained pipeline": 3.0,
        "trained pipeline, weakly": 1.6,
    }
)
"""Why a name may be of a sort, and how much that counts."""


@dataclass(frozen=True, slots=True)
class Sort:
    """PERSON, ORG, PLACE, NORP or PRODUCT, and the reason; both empty where nothing tells."""

    label: str = ""
    reason: str = ""


UNTOLD = Sort()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: tokens `start` to `end` of the document, as written, and what sort of thing it seems to be.

    `sure` is False where only the capital at the head of a sentence speaks for it. `guess` is what a trained pipeline
    takes it for.
    """

    start: int
    end: int
    name: str
    sort: Sort = UNTOLD
    sure: bool = True
    guess: Sort = UNTOLD
