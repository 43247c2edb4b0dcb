"""Whom an article names: full names, and those to whom something happened, not those who report on it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corroborate.match.words import CALENDAR, STOPWORDS, Capital, bare, listed

TITLES = listed(
    """mr mrs ms dr sir lady lord lt sgt maj capt col gen det cpl pvt chief officer deputy sheriff judge justice mayor governor gov
    senator sen rep president minister prime professor prof captain sergeant lieutenant detective inspector major the"""
)
"""What stands before a name and is no part of it."""

LONGEST = 4
"""Words of a name."""

BEFORE = 30
"""Characters before a name that tell what happened to its bearer."""

BETWEEN = re.compile(r" (?:[A-Z]\. )?|[-'’]")
"""What stands between the words of one name."""

SUFFERED = re.compile(
    r",? (?:who (?:is|was) )?(?:aged )?\(?(\d{1,2})(?=[,.;)]| years?\b)"
    r"|,?(?: [^.,;]{0,40},)? (?:was|were|is|has been|had been|have been) (?:also |later |then |found |being )?"
    r"(?:shot|killed|stabbed|found|identified|charged|arrested|accused|indicted|convicted|sentenced|acquitted|booked|jailed|held|wounded"
    r"|injured|wanted|pronounced|named|rescued|buried|remembered|dead|missing)\b"
)
"""Behind a name: an age, or that something was done to its bearer."""

VICTIM = re.compile(
    r"\b(?:(?:identified|named) as|(?:killings?|deaths?|murders?|slaying|shooting|stabbing|trial|arrest|funeral|body|conviction"
    r"|kidnapping|abduction|disappearance) of|accused|victims?,?|suspects?,?|defendants?,?) (?:[A-Z][a-z]{1,3}\. )?$"
)
"""Before a name: its bearer is whom the event is about."""


def full_names(text: str, capitals: Sequence[Capital]) -> list[str]:
    """Two capitalised words side by side, in lower case: "Dr Renata Solis" -> "renata solis", "on Court Street" -> "court street"."""
    return [
        f"{first.name} {second.name}"
        for first, second in pairwise(capitals)
        if second.start == first.end + 1 and text[first.end] == " " and first.is_telling and second.is_telling
    ]


CHRISTENED = {
    word: kind
    for kind, words in (
        ("ferry", "ferry ship vessel trawler tanker freighter yacht liner steamer tug barge boat catamaran"),
        ("storm", "storm hurricane typhoon cyclone"),
    )
    for word in words.split()
}
"""What goes by a name of its own, by one word for each kind."""

MARK = "="
"""Before the name of what is christened."""

NAMED = re.compile(rf"\b({'|'.join(CHRISTENED)}),? $", re.IGNORECASE)
WRECK = re.compile(r"\b(?:sinking|wreck|capsizing|grounding) of the $", re.IGNORECASE)
THE = re.compile(r"\b[Tt]he $")
SANK = re.compile(r" (?:\d+ )?(?:sank|sinks|had sunk|has sunk|went down|goes down|capsized|ran aground|keeled over|foundered)\b")
""" "The Saint Brannoc went down": a ship."""

HAD = re.compile(r"[^.;]{0,40}?\bhad\b")
HEADED = re.compile(
    r"^(?P<sunk>(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+(?: \d+)?) [Ss]inking\b|"
    r"\b[Tt]he (?P<down>(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+(?: \d+)?) (?:[Gg]oes [Dd]own|[Ss]inks|[Cc]apsizes)\b"
)
""" "Royal Swift sinking: divers search wreck", "Grief in Orsk after the Royal Swift goes down"."""

PREFIXES = frozenset({"mv", "ms", "ss", "hms", "uss", "rms", "mt", "the"})


def christened(title: str, text: str, capitals: Sequence[Capital]) -> list[str]:
    """The ship or storm that an article names first, with what it is: "the ferry Polar Lark" -> "ferry =polar-lark"; not one that "had
    gone down" before.
    """
    found: dict[str, str] = {}
    headed = HEADED.search(title)
    if headed is not None:
        found["ferry"] = "-".join((headed["sunk"] or headed["down"]).lower().split())
    for place, one in enumerate(capitals):
        run = [one]
        for following in capitals[place + 1 : place + LONGEST]:
            if text[run[-1].end : following.start] != " ":
                break
            run.append(following)
        kind = _kind_of(text, run)
        if kind is None or kind in found or HAD.match(text, run[-1].end):
            continue
        name = "-".join(bare(each.name) for each in run if each.name not in PREFIXES)
        if name and CALENDAR.isdisjoint(each.name for each in run):
            found[kind] = name
    return [f"{kind} {MARK}{name}" for kind, name in found.items()]


def _kind_of(text: str, run: Sequence[Capital]) -> str | None:
    """What bears the name, by the word before it or by what became of it."""
    told = NAMED.search(text, max(0, run[0].start - BEFORE), run[0].start)
    if told is not None:
        return CHRISTENED[told[1].lower()]
    is_wreck = WRECK.search(text, max(0, run[0].start - BEFORE), run[0].start) is not None
    the = THE.search(text, max(0, run[0].start - len("the ")), run[0].start) is not None
    return "ferry" if is_wreck or (the and SANK.match(text, run[-1].end)) else None


def subjects(text: str, capitals: Sequence[Capital]) -> list[str]:
    """First and last name of those whom a text is about, in lower case: "Harish Patel Lal, 52, was shot" -> "harish lal"."""
    found = []
    for run in _runs(text, capitals):
        if SUFFERED.match(text, run[-1].end) or VICTIM.search(text, max(0, run[0].start - BEFORE), run[0].start):
            words = [bare(one.name) for one in run if one.name not in TITLES]
            if len(words) > 1 and words[0] not in STOPWORDS and CALENDAR.isdisjoint(words):
                found.append(f"{words[0]} {words[-1]}")
    return found


def _runs(text: str, capitals: Sequence[Capital]) -> Iterator[list[Capital]]:
    """Capitalised words that make up one name: two or more."""
    run: list[Capital] = []
    for one in capitals:
        if run and (len(run) == LONGEST or not BETWEEN.fullmatch(text, run[-1].end, one.start)):
            if len(run) > 1:
                yield run
            run = []
        run.append(one)
    if len(run) > 1:
        yield run
