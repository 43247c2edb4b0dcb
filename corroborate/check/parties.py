"""Who fills a place in an event: the same people and bodies under other names, part of them, or others."""

import re
from functools import lru_cache

from corroborate.model.figures import Participation
from corroborate.model.findings import Comparison, Relation
from corroborate.model.wordings import join

FILLERS = frozenset((
    "the", "a", "an", "of", "on", "for", "and", "in", "at", "to", "u.s", "us", "u.s.", "american", "british", "mr", "mrs", "ms", "dr",
    "sir", "dame", "sen", "senator", "senators", "rep", "lord",
))  # fmt: skip
SUFFIXES = frozenset((
    "inc", "ltd", "plc", "corp", "corporation", "company", "co", "llc", "gmbh", "ag", "sa", "nv", "group", "holdings", "holding", "pbc",
    "limited",
))  # fmt: skip
COLLECTIVES = frozenset((
    "senators", "officials", "lawmakers", "legislators", "regulators", "authorities", "ministers", "members", "leaders", "executives",
    "investors", "customers", "residents", "politicians", "councillors", "agencies", "staff", "employees", "workers", "officers",
    "prosecutors", "representatives", "deputies", "shareholders",
))  # fmt: skip
WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
LENGTH = 200


@lru_cache(maxsize=1 << 16)
def tokens(name: str) -> frozenset[str]:
    """The words by which a name is recognised: without titles, articles and company forms."""
    words = [word.lower().removesuffix("'s").removesuffix("’s").rstrip(".") for word in WORD.findall(name[:LENGTH])]
    kept = frozenset(word for word in words if word not in FILLERS and word not in SUFFIXES)
    return kept or frozenset(words)


def acronym(name: str) -> str:
    """The first letters of the capitalised words: "Port Ellen Ferry Authority" is "pefa"."""
    return "".join(word[0] for word in WORD.findall(name[:LENGTH]) if word[0].isupper()).lower()


def is_collective(name: str) -> bool:
    """It names a kind of people and not who they are: "US senators"."""
    return bool(tokens(name) & COLLECTIVES) or bool(COLLECTIVES & {word.lower() for word in WORD.findall(name[:LENGTH])})


def is_same_party(left: str, right: str) -> bool:
    """Two names may stand for one party: one is part of the other, or its initials."""
    first, second = tokens(left), tokens(right)
    if first <= second or second <= first:
        return True
    short, long = sorted((left, right), key=len)
    return len(short) > 1 and " " not in short and short.isupper() and short.lower() == acronym(long)


def covered(names: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `names` that appear among `others` under some name."""
    return tuple(name for name in names if any(is_same_party(name, other) for other in others))


def compare_participations(left: Participation, right: Participation) -> Comparison:
    """Relate two lists of who filled one role; the order of the two does not matter."""
    left, right = sorted((left, right), key=lambda side: (side.role, side.names))
    first, second = join(left.names), join(right.names)
    if left.role != right.role:
        return Comparison(Relation.INCOMPARABLE, f"one names the {left.role}, the other the {right.role}")
    shared, matched = covered(left.names, right.names), covered(right.names, left.names)
    if len(shared) == len(left.names) and len(matched) == len(right.names):
        return Comparison(Relation.SAME, f"both name {first}")
    if shared:
        return Comparison(Relation.COMPATIBLE, f"{first} and {second} have {join(shared)} in common")
    if any(is_collective(name) for name in (*left.names, *right.names)) and not _are_bodies(left, right):
        return Comparison(Relation.COMPATIBLE, f"{first} leaves room for {second}")
    return Comparison(Relation.CONFLICT, f"{first} against {second} as {left.role}: no name in common")


def _are_bodies(left: Participation, right: Participation) -> bool:
    """A committee is not its members: a kind of people on one side, a body on the other."""
    return any(is_body(name) for name in left.names) != any(is_body(name) for name in right.names)


BODIES = frozenset((
    "committee", "council", "commission", "ministry", "department", "office", "agency", "authority", "board", "court", "parliament",
    "senate", "congress", "bank", "police", "university", "union", "association", "society", "fund",
))  # fmt: skip


def is_body(name: str) -> bool:
    """It names an institution, not people: "Senate Committee on Ports"; "White House officials" are people."""
    words = {word.lower() for word in WORD.findall(name[:LENGTH])}
    return bool(words & BODIES) and not words & COLLECTIVES
