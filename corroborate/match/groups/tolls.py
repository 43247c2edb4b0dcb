"""The toll of an event, in the many ways in which it is summed up: "the toll has gone up to 34", "Wounded: at least 48"."""

import re

from corroborate.match.groups.passages import Passage
from corroborate.match.groups.thesaurus import EVERYBODY, FATE_RING, SOME_PEOPLE
from corroborate.match.words import stem, tokens
from corroborate.model.claims import Claim
from corroborate.model.figures import Quantity

_CAME_TO = (
    r"(?:rises?|rose|risen|climb\w*|gr[eo]wn?|increas\w+|reach\w*|st(?:an|oo)ds?|jump\w*|leap\w*|soar\w*|surg\w+|mount\w*|"
    r"pass(?:es|ed)|topp?\w*|hits?|put|now|lowered|raised|cut|revised|fall(?:s|en)?|fell|drop\w*|"
    r"(?:goes|went|gone|going|shot|shoots|edged|brought|taken|revised|moved) (?:[\w-]+ ){0,3}?(?:up|down|to))"
)
"""What a tally does before it is told."""

TALLIED = re.compile(
    r"\b(?:(?:number|total|tally) of (?P<whom>[^;,]{3,120}?)|(?:number|total) (?P<those>(?:killed|dead|injured|hurt|wounded|missing|"
    rf"infected|arrested|evacuated|rescued|displaced)\b[^;]{{0,130}}?))\b(?:{_CAME_TO}|is|was)\b[^;,]{{0,30}}$",
    re.IGNORECASE,
)
"""Before a figure: "the number of people killed in Monday's floods has risen to"."""

TOLL = re.compile(
    r"\b(?:death )?toll\b(?! (?:roads?|booths?|bridges?|plazas?|lanes?|calls?|free))"
    rf"(?:[^;#]{{0,150}}?\b{_CAME_TO}\b[^;,\d]{{0,30}}|"
    r"(?<=\bthe toll)[^;,#]{0,40}? (?:at|as)(?: (?:about|some|nearly|at least|more than))?)\s*$",
    re.IGNORECASE,
)
""" "The toll from the earthquake reached 34", "the ministry put the toll at 34"."""

TOOK_TO = re.compile(
    r"\b(?:brings?|brought|takes?|took|taking|bringing|pushed|pushes|raised|raises|lifted|put|puts) (?:the )?"
    r"(?:(?:death|official|confirmed|total|overall|provisional) )*"
    r"(?:toll|(?:number|total) (?:of )?(?:the )?(?:dead|deaths|killed|fatalities))\b[^;,#]{0,60}?\b(?:to|at)\b[^;,#]{0,20}$",
    re.IGNORECASE,
)
""" "Two more bodies brought the number of dead in the valley to 34"."""

TAKEN = ("toll", "number", "total")
"""Without any of these nothing is brought to a number."""

LABELLED = re.compile(
    r"^\W*(?:confirmed |officially )?(?P<fate>dead|deaths?|killed|fatalities|wounded|injured|hurt|missing|arrested|arrests|rescued|"
    r"evacuated|displaced|homeless)\b"
    r"(?:(?: (?:in|at|on|from|after|of|by|so far|confirmed|people)\b[^:;,#]{0,70})?:|[^:;#]{0,90}?\b(?:is|are|was|were)\b)\s*"
    r"(?:(?:at least|about|some|nearly|more than|over|up to|around|a further|a|now|still)\s+)*$",
    re.IGNORECASE,
)
"""A line of a list, "Dead: at least 34", and a sentence that begins with it: "Injured in the blast were 12 people"."""

LOST = re.compile(r"\b(?:the|a|with) loss of\s+(?:(?:at least|about|some|nearly|more than|over|all)\s+)*$", re.IGNORECASE)
""" "Sank with the loss of 40 people"."""

EVERY = re.compile(r"\b(?:all|every one of (?:the|its)|each of the|none of the)\s+(?:the\s+)?$", re.IGNORECASE)
ALL_ABOARD = re.compile(
    r"\s*(?:[\w’'-]+ ){0,2}?(?:aboard|on board)\b[^;,]{0,60}?\b(?:(?:were|are|was|been) (?:\w+ )?killed|died|dead|perished|drowned)\b",
    re.IGNORECASE,
)
""" "All 48 aboard were killed": they are the dead."""

OF_THOSE = re.compile(r"\bof (?:the|its|all)(?: the)?\s+(?:(?:at least|about|some|nearly|more than|over)\s+)*$", re.IGNORECASE)
ABOARD = re.compile(r"\s*(?:[\w’'-]+ ){0,2}?(?:aboard|on board)\b", re.IGNORECASE)
""" "Of the 265 people on board the others survived": whatever befell them, they are all who were there."""

VICTIMS = re.compile(r"victims\b(?!.*\b(?:hurt|injur\w+|wounded|missing)\b)", re.IGNORECASE)
DIED = re.compile(r"\b(?:died|dies|dead|death|deaths|bod(?:y|ies)|killed)\b", re.IGNORECASE)
""" "The number of victims has risen to 12 after a man died in hospital"."""

DEAD = "dead"


def summed_up(claim: Claim, passage: Passage) -> str | None:
    """What befell those whose tally ends, or opens, a list or a sentence."""
    labelled = LABELLED.match(passage.sentence, 0, passage.place)
    if labelled is not None:
        return FATE_RING.get(stem(labelled["fate"].lower()))
    are_all = claim.surface.lower().startswith("all ") or EVERY.search(passage.clause, 0, passage.start + 1) is not None
    are_dead = (are_all and ALL_ABOARD.match(passage.clause, passage.end) is not None) or _are_lost(claim, passage)
    if are_dead or _is_brought(passage):
        return DEAD
    are_aboard = OF_THOSE.search(passage.clause, 0, passage.start + 1) and ABOARD.match(passage.clause, passage.end)
    return "aboard" if are_aboard else None


def is_toll(passage: Passage) -> bool:
    """The figure is the toll, whatever noun is read with it: "the quake and tsunami toll has leapt to 832"."""
    return _is_brought(passage) or _is_the_toll(passage)


def whom_tallied(passage: Passage) -> str | None:
    """The words for those whose number is told at the end of its clause."""
    sentence, place = passage.sentence, passage.place
    lower = sentence.lower()
    found = TALLIED.search(sentence, 0, place) if "number" in lower or "tal" in lower else None
    if found is None:
        return DEAD if _is_the_toll(passage) else None
    whom: str = found["whom"] or found["those"]
    return DEAD if VICTIMS.match(whom) and DIED.search(sentence) else whom


def _is_the_toll(passage: Passage) -> bool:
    return "toll" in passage.sentence.lower() and TOLL.search(passage.sentence, 0, passage.place) is not None


def _is_brought(passage: Passage) -> bool:
    lower = passage.sentence.lower()
    return any(word in lower for word in TAKEN) and TOOK_TO.search(passage.sentence, 0, passage.place) is not None


def _are_lost(claim: Claim, passage: Passage) -> bool:
    """ "With the loss of 40 people"; not "the loss of 2,400 jobs"."""
    if LOST.search(passage.clause, 0, passage.start + 1) is None:
        return False
    counted = claim.figure.counted if isinstance(claim.figure, Quantity) else None
    return counted is None or not {stem(word) for word in tokens(counted)}.isdisjoint(EVERYBODY | SOME_PEOPLE)
