"""Dates and periods of an article, resolved against its publication day and left open as wide as their wording."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.language import Language
from spacy.tokens import Doc

from corroborate.extract.dates.calendars import Days
from corroborate.extract.dates.mentions import COUNT, LATE, UNITS, Mention, count_of
from corroborate.extract.dates.patterns import find_mentions
from corroborate.extract.dates.resolution import Viewpoint, counted_from, resolve, resolve_pair, week_of
from corroborate.extract.dates.tense import Tense, tense_at
from corroborate.extract.dates.traps import COUNTED_AHEAD
from corroborate.extract.spans import mark, register_extensions
from corroborate.model.claims import Span
from corroborate.model.figures import Granularity, Period
from corroborate.model.ranges import Range

LOOK_BACK = 40
# What runs on for longer is no sentence.
LONGEST_SENTENCE = 5_000
UNRESOLVED: Days = Range(None, None)
RELATIONS = {
    "since": "since",
    "from": "since",
    "starting": "since",
    "beginning": "since",
    "effective": "since",
    "until": "until",
    "till": "until",
    "through": "until",
    "up to": "until",
    "by": "by",
    "no later than": "by",
    "not later than": "by",
    "on or before": "by",
    "before": "before",
    "prior to": "before",
    "ahead of": "before",
    "after": "after",
    "following": "after",
    "later than": "after",
    "earlier than": "before",
}
PREPOSITION = re.compile(rf"\b({'|'.join(sorted(RELATIONS, key=len, reverse=True))})(?: on| in| around)? (the )?$", re.I)
# Forms whose own article does not make them the adjective of an event ("before the June 10 vote" is in June).
WITH_ARTICLE = frozenset(("decade", "quarter", "half", "unit", "week", "anchored", "season", "weekend"))
ADJECTIVE = re.compile(r"(?: (?:morning|afternoon|evening|night))?['’]s\b")
LEADING = re.compile(r"\b(between|from) (?:the )?$", re.I)
JOINED = re.compile(
    r"(?:\s(?:morning|afternoon|evening|night))?\s*(?:,\s)?(to|until|till|through|thru|and|[-–—])\s*(?:on |in )?(?:the )?$", re.I
)
COUNTED_FROM = re.compile(
    rf"\b(?P<count>{COUNT}) (?P<unit>day|week|month|year)s? (?P<way>before|after|prior to|following|(?<=s )from) (?P<the>the )?$", re.I
)
WEEK_OF = re.compile(r"\bweek (?P<way>of|beginning|starting|commencing|ending|ended) (?:on )?(?:the )?$", re.I)
OR_LATER = re.compile(
    r",? (?:or|and) (?:(?P<later>later|after|afterwards|newer|onwards?|beyond)|earlier|before|older)(?=\s*(?:[.,;:!?)\]\"”’]|$))", re.I
)
# "the year to June 30": figures are of a time that is over.
ACCOUNTING = re.compile(r"\b(?:year|months|weeks|quarter|days|period|half) (?:to|ended|through) (?:the )?$", re.I)
FROM = re.compile(r"\bfrom (?:the )?$", re.I)
STARTING = re.compile(
    r"(?:^|[,;:(“\"] ?|\b(?:available|effective|valid|open|start(?:s|ed|ing)?|run(?:s|ning)?|ran|appl(?:y|ies|ied)|force|effect|place"
    r"|work(?:s|ed)?|liv(?:es|ed)"
    r"|serv(?:es|ed)|rul(?:es|ed)|led|closed|shut|banned|held|dat(?:es|ing)|counting|onwards?) )from (?:the )?$",
    re.I,
)
MOVED = re.compile(r"\b(?:moved|postponed|delayed|rescheduled|changed|brought forward|shifted|pushed back|put back)\b", re.I)
PAIRED_FORMS = frozenset(
    (
        "day",
        "month",
        "year",
        "decade",
        "quarter",
        "weekday",
        "weekday of week",
        "deictic",
        "unit",
        "week",
        "month's day",
        "holiday",
        "span of",
    )
)
BY_TENSE = frozenset(("day", "month", "quarter", "half", "weekday", "week", "weekend of", "month's day", "holiday", "weekday day"))
DATELINE_LENGTH = 80
DATELINE = re.compile(r"^[A-Z][A-Z'’. /-]{2,40}(?:, [A-Z][\w. ]{1,25})?, $")
FOR = re.compile(r"\b(?:for|deadline of|due)(?: on)? (?:the )?$", re.I)


@dataclass(frozen=True, slots=True)
class Reading:
    """One date or pair of dates in a sentence, resolved; places count in the sentence."""

    start: int
    end: int
    period: Period
    label: str
    rule: str


@Language.factory("corroborate_dates", assigns=["doc.spans"])
def make_dates(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component for `nlp.add_pipe("corroborate_dates")`; it reads `doc._.published`."""
    register_extensions()
    return mark_dates


def mark_dates(doc: Doc) -> Doc:
    """Fill the group "dates"."""
    closed = [(span.start_char, span.end_char) for span in doc.spans.get("boilerplate", [])]
    named = [(span.start_char, span.end_char) for span in doc.spans.get("parties", []) if span.label_ in {"PERSON", "ORG", "PRODUCT"}]
    found = []
    anchor: Days | None = None
    sentences = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
    for sentence in sentences:
        for reading in read_dates(sentence.text[:LONGEST_SENTENCE], doc._.published, anchor=anchor):
            place = Span(sentence.start_char + reading.start, sentence.start_char + reading.end)
            if _is_inside(place, closed) or _is_part_of_name(place, reading, named):
                continue
            found.append(mark(doc, place, reading.label, f"dates.{reading.rule}", reading.period))
            anchor = reading.period.range if reading.period.is_resolved else anchor
    doc.spans["dates"] = found
    return doc


def _is_inside(place: Span, closed: list[tuple[int, int]]) -> bool:
    return any(start < place.end and place.start < end for start, end in closed)


def _is_part_of_name(place: Span, reading: Reading, named: list[tuple[int, int]]) -> bool:
    """ "April Okafor" is no month; a longer wording ("June 10, 2026") is a date whatever was taken for a name."""
    if reading.rule not in {"month", "year", "season", "weekday"}:
        return False
    return any(start <= place.start and place.end <= end and end - start > place.end - place.start for start, end in named)


def read_dates(sentence: str, published: date | None, *, anchor: Days | None = None) -> Iterator[Reading]:
    """The dates of one sentence in order. `anchor` is the date mentioned last before it, for "two months earlier"."""
    mentions = find_mentions(sentence)
    number = 0
    while number < len(mentions):
        first, last = mentions[number], mentions[number + 1] if number + 1 < len(mentions) else None
        if last is not None and _are_joined(sentence, first, last):
            reading = _read_pair(sentence, first, last, _view(sentence, first, last.end, published, anchor))
            number += 2
        else:
            reading = _read_single(sentence, first, _view(sentence, first, first.end, published, anchor))
            number += 1
        if reading.period.is_resolved:
            anchor = reading.period.range
        yield reading


def _view(sentence: str, mention: Mention, end: int, published: date | None, anchor: Days | None) -> Viewpoint:
    before = sentence[max(0, mention.start - LOOK_BACK) : mention.start]
    if mention.form not in BY_TENSE or mention.year is not None or mention.year_step is not None or MOVED.search(before):
        return Viewpoint(published, Tense.UNTOLD, anchor)
    if ACCOUNTING.search(before):
        return Viewpoint(published, Tense.PAST, anchor)
    meant_for = mention.form in {"day", "weekday"} and FOR.search(before) is not None
    return Viewpoint(published, Tense.FUTURE if meant_for else tense_at(sentence, mention.start, end), anchor)


def _are_joined(sentence: str, first: Mention, last: Mention) -> bool:
    gap = JOINED.match(sentence[first.end : last.start])
    if gap is None or first.form not in PAIRED_FORMS or last.form not in PAIRED_FORMS:
        return False
    before = sentence[max(0, first.start - LOOK_BACK) : first.start]
    leading = LEADING.search(before)
    if gap[1].lower() == "and":
        return leading is not None and leading[1].lower() == "between"
    return MOVED.search(before) is None


def _read_pair(sentence: str, first: Mention, last: Mention, view: Viewpoint) -> Reading:
    before = sentence[max(0, first.start - LOOK_BACK) : first.start]
    leading = LEADING.search(before)
    start = first.start - len(before) + leading.start() if leading else first.start
    days = resolve_pair(first, last, view) or UNRESOLVED
    return Reading(start, last.end, Period(days, last.granularity, "between"), "period", "pair")


def _read_single(sentence: str, mention: Mention, view: Viewpoint) -> Reading:
    days = resolve(mention, view) or UNRESOLVED
    before = sentence[max(0, mention.start - LOOK_BACK) : mention.start]
    counted = COUNTED_FROM.search(before)
    if counted and not (counted["the"] and COUNTED_AHEAD.match(sentence, mention.end)):
        return _read_counted(mention, days, counted, mention.start - len(before))
    week = WEEK_OF.search(before) if mention.form == "day" else None
    if week:
        period = Period(week_of(days, week["way"].lower()) or UNRESOLVED, Granularity.WEEK)
        return Reading(mention.start - len(before) + week.start(), mention.end, period, "date", "week of")
    if mention.until_day is not None or mention.until_year is not None:
        leading = LEADING.search(before)
        start = mention.start - (len(before) - leading.start()) if leading else mention.start
        return Reading(start, mention.end, Period(days, mention.granularity, "between"), "period", mention.form)
    onwards = OR_LATER.match(sentence, mention.end)
    relation = ("since" if onwards["later"] else "until") if onwards else _relation(sentence, mention, before)
    if relation == "since" and FROM.search(before) and not _starts(before, days, view):
        relation = "in"
    rule = "dateline" if DATELINE.match(sentence[: min(mention.start, DATELINE_LENGTH)]) else mention.form
    return Reading(mention.start, mention.end, Period(_bounded(days, relation, mention.part), mention.granularity, relation), "date", rule)


def _read_counted(mention: Mention, days: Days, counted: re.Match[str], offset: int) -> Reading:
    unit = UNITS[counted["unit"].lower()]
    sign = 1 if counted["way"].lower() in {"after", "from", "following"} else -1
    period = Period(counted_from(days, unit, sign * count_of(counted["count"])) or UNRESOLVED, unit)
    return Reading(offset + counted.start(), mention.end, period, "date", "counted")


def _relation(sentence: str, mention: Mention, before: str) -> str:
    found = PREPOSITION.search(before)
    if found is None or ADJECTIVE.match(sentence, mention.end) or MOVED.search(before):
        return "in"
    if found[2] and mention.form not in WITH_ARTICLE and mention.part is None:
        return "in"
    return RELATIONS[found[1].lower()]


def _starts(before: str, days: Days, view: Viewpoint) -> bool:
    """ "From" begins something with a verb of beginning or ahead of the publication; "a ruling from 2011" is merely of that year."""
    ahead = view.published is not None and days.low is not None and days.low > view.published
    return ahead or view.tense is Tense.FUTURE or STARTING.search(before) is not None


def _bounded(days: Days, relation: str, part: int | None) -> Days:
    """The days that a preposition leaves of a date: "after June 10" begins on June 11, "before the end of June" ends with June."""
    if days.low is None or days.high is None:
        return days
    if relation == "since":
        return Range(days.low, None)
    if relation in {"until", "by"} or (relation == "before" and part == LATE):
        return Range(None, days.high)
    if relation == "before" and days.low > date.min:
        return Range(None, days.low - timedelta(days=1))
    if relation == "after" and days.high < date.max:
        return Range(days.high + timedelta(days=1), None)
    return days
