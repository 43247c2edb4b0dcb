"""Ages told without a unit: "Ilse Varga, 37, said", "aged 21", "the defendant, 52, faces"."""

import re
from collections.abc import Sequence
from decimal import Decimal

from corroborate.extract.lexicon import words
from corroborate.extract.neighbours import Word
from corroborate.extract.quantities.amounts import Amount

OLDEST = Decimal(120)

_NAME = re.compile(r"[A-Z][\w'’-]{0,40}\s?[,(]\s?$")
_PERSON = re.compile(
    r"\b(?:boy|girl|man|woman|son|daughter|sister|brother|father|mother|wife|husband|student|driver|teacher|pupil|toddler|victim|suspect|officer|"
    r"resident|nurse|pilot|soldier)\s?[,(]\s?$"
)
# "The coach, 58, has": a number between commas behind one person.
_APPOSED = re.compile(
    r"(?:^|[.\s\"“])(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|whose)\s(?:[\w’'-]{1,20}\s){0,2}(?P<noun>[a-z-]{1,20}[a-rt-z]),\s$"
)
_NO_PERSONS = words("number total figure toll count tally tallies age score result average answer word time line lot year month week day")
_TOLD = re.compile(r"(?:[A-Z][\w'’-]{1,40} [A-Z][\w'’-]{1,40}|\b[Hh]e|\b[Ss]he|\bwho) (?:is|was) (?:now |only |just )?$")
_TURNED = re.compile(r"(?:[A-Z][\w'’-]{1,40}|\b[Hh]e|\b[Ss]he|\bwho|\bwill|\bhad|\bhas|\b[Bb]y) turn(?:s|ed|ing)? $")
# "He was twenty-six.", "his age as 88", "the average age of a carriage is 34"
_AT_AGE = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he|who|I|(?P<name>[A-Z][\w’'-]{1,40})"
    r"|(?:[Tt]he|[Aa]|his|her|their) (?:dead |oldest |youngest |elder |younger )?(?P<who>[a-z]{3,12})"
    r"(?: (?:(?:who|killed|found|hurt) [^.,;!?]{1,40}|who (?:died|lived|fled)))?)"
    r"(?: is| was|[’']m|[’']s| am| would be| will be) (?:now |only |just |then |already )?"
    r"|\b[Aa]ges? as |\b[Aa]ges? of (?:[\w’'-]{1,20} ){1,5}(?:is|was) )$"
)
_PERSONS = words("""
man woman boy girl victim driver pilot teacher pupil student son daughter brother sister father mother husband wife widow patient suspect
defendant deceased soldier officer nurse climber cyclist walker swimmer sailor pedestrian rider passenger singer actor actress author
teen teenager child toddler baby gunman shooter deputy trooper clerk
""")
_CLOSED = re.compile(r"\s*[.;!?]|,?\s(?:and|when|at the time|but|then|not)\b|,\s|\s*$")
_AT_OPENING = re.compile(r"(?:^|[.!?”\"\n] ?)At (?:just |only )?$")
_WHO = re.compile(r", (?:s?he|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:is|was|has|had|became|will|can|could))\b")
""" "At 62, she is the oldest winner"."""
_END = re.compile(r"[.,;)]|\s(?:and|when|at the time|now|but|or|who|next|this|on|in|last)\b|\s*$")
_LIMIT = re.compile(
    r"\b(?:children|kids|people|those|adults|boys|girls|women|men|anyone|everyone|players|teenagers|patients|residents|victims|voters|workers|members)"
    r"\s+(?:(?:is|are|was|were)\s+)?(?:under|over|above|below)\s+$"
)
_CUE = re.compile(
    r"\b(?:aged?|at the age of|under the age of|over the age of|ages?(?: rang(?:ed|ing))?|rang(?:es?|ed|ing) in age)\s+"
    r"(?:(?:of|from)\s+)?(?:between\s+|\d{1,2}(?:, \d{1,2})*,? and\s+)?$",
    re.IGNORECASE,
)
OF_AN_AGE = "man|woman|boy|girl|male|female|victim|youth|teenager|child|toddler|driver|student|resident|suspect|officer"
"""Of whom "a man of 23" tells the age."""

_MAN_OF = re.compile(rf"\b(?:{OF_AN_AGE}|pensioner|lad) of $")
_BEHIND_OLD = re.compile(r"\s*(?:[.,;)]|$)|\s(?:at|was|were|is|has|had|who|from|and|in|on|after|over|near|to|[a-z]+ed)\b")
_BEHIND = words(", . ; ) in and or who from at were are are is to will")
_LEAD = 80
_SEVERAL = (
    r"(?:men|women|boys|girls|brothers|sisters|sons|daughters|children|students|teenagers|friends|suspects|victims|officers|drivers|"
    r"players)"
)
_LISTED = re.compile(rf"\b{_SEVERAL},? \(?(?:\d{{1,2}}(?:, \d{{1,2}})*,? and )?(?:\d{{1,2}}, )*$", re.IGNORECASE)
_LISTED_ON = re.compile(r"(?:, \d{1,2})*,? and \d{1,2}[,.;)]|[,.;)]")
""" "The men, 20 and 27, were taken to hospital"."""


def age_rule(text: str, amount: Amount, before: Sequence[Word], after: Sequence[Word]) -> str | None:
    """Which of the rules makes a bare number an age, None where none does."""
    if not amount.is_bare or not 0 < amount.number.value < OLDEST or "." in amount.digits or amount.sign:
        return None
    lead, start, end = max(0, amount.start - _LEAD), amount.start, amount.end
    marked = not amount.spelled and len(before) > 1 and text[end : end + 1] in (",", ".", ")", ";")
    if marked and (_NAME.search(text, lead, start) or _PERSON.search(text, lead, start) or _is_apposed(text, lead, amount)):
        return "age beside a name"
    if not amount.spelled and is_listed(text, start, end):
        return "ages in a list"
    if not amount.spelled and (_TOLD.search(text, lead, start) or _TURNED.search(text, lead, start)) and _END.match(text, end):
        return "age beside a name"
    if (_AT_OPENING.search(text, lead, start) and _WHO.match(text, end)) or _is_at_age(text, lead, amount):
        return "age told of a person"
    if _MAN_OF.search(text, lead, start) and _BEHIND_OLD.match(text, end):
        return "age told of a person"
    if _LIMIT.search(text, lead, start) and (not after or after[0].lower in _BEHIND):
        return "age limit"
    return "age told as one" if _CUE.search(text, lead, start) else None


YOUNGEST_TOLD = 13


def _is_at_age(text: str, lead: int, amount: Amount) -> bool:
    """ "Nyman is eighty-one." tells an age; "the score was 3" and "the total is 40" do not."""
    found = _AT_AGE.search(text, lead, amount.start) if _CLOSED.match(text, amount.end) else None
    if found is None or amount.number.value < YOUNGEST_TOLD or amount.high is not None:
        return False
    if found["name"] is not None and not amount.spelled:
        # "Turnout was 62" tells no age.
        return False
    return found["who"] is None or found["who"] in _PERSONS


def is_listed(text: str, start: int, end: int) -> bool:
    """One of several ages behind those who have them; a lone number behind a comma may count anything."""
    if _LISTED_ON.match(text, end) is None:
        return False
    found = _LISTED.search(text, max(0, start - _LEAD), start)
    return found is not None and (found[0].endswith("and ") or " and " in text[end : end + 24])


def _is_apposed(text: str, lead: int, amount: Amount) -> bool:
    found = _APPOSED.search(text, lead, amount.start) if text.startswith(", ", amount.end) else None
    return found is not None and found["noun"] not in _NO_PERSONS and not text[amount.end + 2 : amount.end + 3].isdigit()
