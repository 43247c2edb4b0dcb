"""Whom a count of people includes: children among the dead, and the gunman or not."""

import re
from decimal import Decimal

from corroborate.check.differences import Difference, point
from corroborate.check.statements import Position, Statement
from corroborate.model.articles import Reading
from corroborate.model.figures import Kind, Quantity

# Words for some of the people only; "workers", "fans" and "residents" often stand for everybody in a story.
NARROW = frozenset((
    "child", "children", "girl", "girls", "boy", "boys", "baby", "babies", "infant", "infants",
    "teenager", "teenagers", "minor", "minors", "student", "students", "pupil", "pupils", "schoolchildren", "teacher", "teachers",
    "tourist", "tourists", "foreigner", "foreigners", "soldier", "soldiers", "civilian", "civilians", "officer", "officers",
    "policeman", "policemen", "firefighter", "firefighters", "pedestrian", "pedestrians", "rescuer", "rescuers", "nurse", "nurses",
    "doctor", "doctors", "national", "nationals", "adult", "adults",
))  # fmt: skip
UNIFORMED = frozenset(("officer", "officers", "policeman", "policemen", "soldier", "soldiers", "firefighter", "firefighters", "deputies",
                       "rescuer", "rescuers", "nurse", "nurses", "doctor", "doctors"))  # fmt: skip
CROWD = frozenset(("demonstrator", "demonstrators", "protester", "protesters", "marcher", "marchers", "civilian", "civilians", "passenger",
                   "passengers", "resident", "residents", "villagers", "fans", "driver", "drivers", "rioters"))  # fmt: skip
NAMED = NARROW | CROWD
ABOARD = frozenset({"passenger", "passengers", "traveller", "travellers", "crew", "staff"})
EVERYBODY = frozenset({"people", "persons", "person", "lives", "life", "dead", "deaths", "death", "victims", "victim", "bodies", "body",
                       "casualties", "fatalities", "toll", "others", "injured", "wounded", "killed", "injuries"})  # fmt: skip
DOER = (
    r"(?:gun(?:man|men|woman)|shooters?|attackers?|assailants?|(?:suicide )?bombers?|suspects?|perpetrators?|hijackers?|killers?|"
    r"driver|pilot|himself|herself|themselves)"
)
COUNTED_IN = re.compile(
    rf"\b(?:including|counting|plus|as well as|excluding|besides|apart from|in addition to|along with|(?:and|or) then) "
    rf"(?:the |its |their |a |one )?(?:suspected |alleged |lone )?{DOER}\b|"
    r"\bturn(?:ed|ing) (?:the|his|her|a) (?:\w+ )?(?:gun|weapon|knife|pistol|rifle) on (?:him|her)self\b|"
    r"\b(?:killed|shot|blew up|killing|shooting) (?:him|her)self\b|\b(?:took|taking) (?:his|her) own life\b|"
    rf"\b{DOER} (?:was|were|is|are)(?: also)?(?: among (?:the|those) (?:dead|killed)|(?: later)? (?:shot dead|killed|found dead))|"
    rf"\b(?:police|officers) (?:shot (?:and killed|dead)|killed) the {DOER}\b|\b{DOER} (?:also )?died\b",
    re.IGNORECASE,
)
INCLUDES = re.compile(
    rf"\b(?:including|counting|plus|as well as|along with|(?:and|or) then) (?:the |its |their |a |one )?"
    rf"(?:suspected |alleged |lone )?{DOER}\b|\b{DOER} (?:was|were|is|are)(?: also)? among (?:the|those) (?:dead|killed)\b",
    re.IGNORECASE,
)
DEADLY = re.compile(r"\b(?:killed|dead|died|deaths?)\b", re.IGNORECASE)
BEFALLEN = re.compile(
    r"\b(?:killed|killing|died|dead|deaths?|drowned|lives|injured|hurt|wounded|missing|rescued|evacuated|arrested|detained)\b",
    re.IGNORECASE,
)
OF_THE_DEAD = re.compile(r" of (?:the (?:\w+ )?(?:dead|victims|injured|wounded|killed)|them|those)\b", re.IGNORECASE)
LONGEST = 4000


def counts_others(left: Position, right: Position) -> bool:
    """One side counts some of the people of whom the other counts all: eleven children, and nineteen people."""
    smaller, larger = sorted((left, right), key=lambda one: point(one.lead) or 0)
    if _are_all(UNIFORMED, left) != _are_all(UNIFORMED, right) and all(_are_all(NAMED, one) for one in (left, right)):
        return True
    return _is_narrow(smaller) and _is_of_everybody(larger) and not _is_of_part(larger)


def _is_of_part(position: Position) -> bool:
    """ "Four of the dead were children": whoever they are, they are not all."""
    return all(_is_some(one) for one in position.statements)


def _is_some(statement: Statement) -> bool:
    return "part" in statement.claim.scope or OF_THE_DEAD.match(_behind(statement)) is not None


def counts_some(position: Position) -> bool:
    """Some statement tells that it is of some only: children, or so many of the dead."""
    return any(_is_some(one) or head(one) in NARROW for one in position.statements)


def _behind(statement: Statement) -> str:
    return statement.claim.sentence.text[statement.claim.span.end - statement.claim.sentence.start :]


def _are_all(words: frozenset[str], position: Position) -> bool:
    return all(head(one) in words for one in position.statements)


def counts_those_aboard(left: Position, right: Position) -> bool:
    """The smaller count is of the passengers or of the crew alone, the other of people."""
    smaller, larger = sorted((left, right), key=lambda one: point(one.lead) or 0)
    return all(head(one) in ABOARD for one in smaller.statements) and _is_of_everybody(larger)


def _is_narrow(position: Position) -> bool:
    return all(head(one) in NARROW for one in position.statements)


def _is_of_everybody(position: Position) -> bool:
    heads = [head(one) for one in position.statements]
    return "people" in heads or (None not in heads and all(one in EVERYBODY for one in heads))


def head(statement: Statement) -> str | None:
    """The last word of what is counted: "children" for "school children"."""
    figure = statement.figure
    words = ((figure.counted if isinstance(figure, Quantity) else None) or "").lower().partition(" of ")[0].split()
    return words[-1] if words else None


def befell(position: Position) -> bool:
    """Every statement tells who of those counted died, was hurt or was held: two sailors of the crew of 23."""
    return all(BEFALLEN.search(one.claim.sentence.text) for one in position.statements)


def is_told_of_doer(difference: Difference) -> bool:
    """The counts of the dead are one apart, and a sentence with the larger says that it includes the gunman."""
    if not _are_one_apart(difference) or not DEADLY.search(difference.group.question):
        return False
    _, larger = difference.by_value
    return any(INCLUDES.search(one.claim.sentence.text) for one in larger.statements)


def may_include_doer(difference: Difference) -> bool:
    """The counts are one apart, and some article tells that the gunman died as well."""
    if not _are_one_apart(difference) or not DEADLY.search(difference.group.question):
        return False
    return any(COUNTED_IN.search(one.article.text[:LONGEST]) for one in _both(difference))


def _both(difference: Difference) -> tuple[Statement, ...]:
    return (*difference.leader.statements, *difference.dissent.statements)


def _are_one_apart(difference: Difference) -> bool:
    first, second = difference.leader.lead, difference.dissent.lead
    if not (isinstance(first, Quantity) and isinstance(second, Quantity)) or first.value is None or second.value is None:
        return False
    return difference.leader.statements[0].claim.kind is Kind.COUNT and abs(first.value - second.value) == 1


KILLED = re.compile(
    r"(?: (?!and\b|but\b)[\w’'-]+){0,3}? (?:(?:was|were|is|are|has|have|had) )?(?:been )?(?:killed|dead|died|slain)\b", re.IGNORECASE
)
KILLING = re.compile(r"\b(?:kill(?:s|ed|ing)|(?:the )?deaths? of)(?: at least| about)? $", re.IGNORECASE)


def deaths_told(reading: Reading) -> Decimal:
    """How many an article says are dead, where it first says so; none where it does not."""
    for claim in reading.claims:
        figure = claim.figure
        if claim.kind is not Kind.COUNT or not isinstance(figure, Quantity) or figure.value is None:
            continue
        place, text = claim.span.start - claim.sentence.start, claim.sentence.text
        behind = text[place + claim.span.end - claim.span.start :]
        if figure.counted == "people killed" or KILLED.match(behind) or KILLING.search(text[:place]):
            return figure.value
    return Decimal(0)
