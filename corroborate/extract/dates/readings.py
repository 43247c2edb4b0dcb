"""From the wordings of a sentence to its dates: pairs of them, what is counted from them, and the words that leave them open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corroborate.extract.dates.calendar_rules import week_of
from corroborate.extract.dates.calendars import Days, shifted
from corroborate.extract.dates.finding import find_mentions
from corroborate.extract.dates.leanings import AT_LEAST, MOVED, leaning
from corroborate.extract.dates.mentions import COUNT, HEDGE, LATE, UNITS, Mention, count_of
from corroborate.extract.dates.relative_rules import LESS, MORE, counted_from
from corroborate.extract.dates.resolution import resolve, resolve_pair
from corroborate.extract.dates.tense import Tags, Tense
from corroborate.extract.dates.traps import COUNTED_AHEAD, is_every_week
from corroborate.extract.dates.viewpoints import Viewpoint
from corroborate.model.figures import Granularity, Period
from corroborate.model.outlets import DateOrder
from corroborate.model.ranges import Range

LOOK_BACK = 40
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
    "no earlier than": "since",
    "not earlier than": "since",
    "as early as": "since",
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
CLOCK = r"(?: (?:about |around )?(?:\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b\.?|\d{1,2}:\d\d|noon|midnight|midday|dawn|dusk)(?: [A-Z]{3,4})?,?)"
PREPOSITION = re.compile(
    rf"\b({'|'.join(sorted(RELATIONS, key=len, reverse=True))}){AT_LEAST}(?P<clock>{CLOCK})?"
    r"(?P<into> on| in| around| late on| early on)? (?P<the>the )?$",
    re.I,
)
# Forms whose own article does not make them the adjective of an event ("before the June 10 vote" is in June).
WITH_ARTICLE = frozenset(
    ("decade", "century", "quarter", "half", "unit", "week number", "anchored", "season", "weekend", "the weekend", "next", "month's day")
)
ADJECTIVE = re.compile(r"(?: (?:morning|afternoon|evening|night))?['’]s\b")
LEADING = re.compile(rf"\b(between|from){CLOCK}?(?: on)? (?:the )?$", re.I)
JOINED = re.compile(
    r"(?:\s(?:morning|afternoon|evening|night))?\s*(?:,\s)?(to|until|till|through|thru|and|[-–—])"
    rf"{CLOCK}?\s*(?:on |in )?(?:the )?$",
    re.I,
)
COUNTED_FROM = re.compile(
    rf"\b(?:(?P<hedge>{HEDGE}) )?(?P<count>{COUNT}) (?P<unit>day|week|month|year)s?"
    r" (?P<way>before|after|prior to|following|(?<=s )from) (?P<the>the )?$",
    re.I,
)
WEEK_OF = re.compile(r"\bweek (?P<way>of|beginning|starting|commencing|ending|ended) (?:on )?(?:the )?$", re.I)
OR_LATER = re.compile(
    r",? (?:or|and) (?:(?P<later>later|after|afterwards|newer|onwards?|beyond)|earlier|before|older)(?=\s*(?:[.,;:!?)\]\"”’]|$))", re.I
)
MONTHS_TO = re.compile(
    rf"\b(?P<whole>(?:(?P<count>{COUNT}) (?P<unit>month|quarter|week|day|year)s|(?:full |financial |fiscal )?"
    rf"(?P<single>half[- ]year|half|year|quarter))"
    r" (?:to|ended|ending|up to|through|until)(?: on)? (?:the )?)$",
    re.I,
)
# "the year to June 30": figures are of a time that is over.
ACCOUNTING = re.compile(r"\b(?:year|months|weeks|quarter|days|period|half) (?:to|ended|through) (?:the )?$", re.I)
ENDING = re.compile(r"\b(?:year|months|weeks|quarter|days|period|half|week|month) ending(?: on)? (?:the )?$", re.I)
FROM = re.compile(r"\b(?:from|as early as) (?:the )?$", re.I)
STARTING = re.compile(
    r"(?:^|[,;:(“\"] ?|\b(?:available|effective|valid|open|start(?:s|ed|ing)?|run(?:s|ning)?|ran|appl(?:y|ies|ied)|sold|made"
    r"|built|produced|offered|sale|force|effect|place"
    r"|work(?:s|ed)?|liv(?:es|ed)"
    r"|serv(?:es|ed)|rul(?:es|ed)|led|closed|shut|banned|held|counting|onwards?) )from (?:the )?$",
    re.I,
)
SINGLE = frozenset(("fiscal", "vague", "ahead", "same period"))
"""Forms that never begin or end a stretch."""

BY_TENSE = frozenset(
    (
        *("day", "month", "quarter", "half", "weekday", "month's day", "holiday", "long weekend", "weekday day"),
        *("numeric", "short numeric", "the weekend", "ahead", "next"),
    )
)
PROVISIONAL = frozenset(("short numeric", "ahead", "the weekend"))
"""What is no date where it cannot be resolved: a fraction, a duration. "Now" is one only as the end of a stretch."""

ANCHORED = frozenset(("anchored", "same period", "weekend anchored", "weekday anchored"))
"""What counts from another date; two of them in a sentence count from the same ("a year earlier and two years earlier")."""

DATELINE_LENGTH = 80
DATELINE = re.compile(r"^[A-Z][A-Z'’. /-]{2,40}(?:, [A-Z][\w. ]{1,25})?, $")


CHOSEN = {
    Tense.PAST: "latest before publication",
    Tense.FUTURE: "next from publication",
    Tense.UNTOLD: "nearest to publication",
}
FROM_PUBLICATION = frozenset(("deictic", "now", "unit", "ago", "weekend", "working week", "quarters"))


@dataclass(frozen=True, slots=True)
class Reading:
    """One date or pair of dates in a sentence, resolved; places count in the sentence.

    `rule` says in words which form read it and from where: "weekday, latest before publication".
    """

    start: int
    end: int
    period: Period
    label: str
    rule: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence does not say of itself: its day of publication, the order of its outlet's numeric dates, its words' tags."""

    published: date | None
    order: DateOrder | None = None
    tags: Tags | None = None


def read_dates(
    sentence: str,
    published: date | None,
    *,
    anchor: Days | None = None,
    order: DateOrder | None = None,
    tags: Tags | None = None,
) -> Iterator[Reading]:
    """The dates of one sentence in order.

    `anchor` is the date mentioned last before it, for "two months earlier"; `order` resolves "3/4/2026"; `tags` gives
    Penn Treebank tags by where their words begin, which tell the tense of a clause better than words alone.
    """
    mentions = find_mentions(sentence)
    setting = Setting(published, order, tags)
    number = 0
    while number < len(mentions):
        first, last = mentions[number], mentions[number + 1] if number + 1 < len(mentions) else None
        joined = last is not None and _are_joined(sentence, first, last)
        view = _view(sentence, (first, last.end if joined and last is not None else first.end), setting, anchor)
        reading = _read_pair(sentence, first, last, view) if joined and last is not None else _read_single(sentence, first, view)
        number += 2 if joined else 1
        if joined and last is not None and _is_weekly(sentence, first, last):
            continue
        if not joined and (first.form == "now" or (first.form in PROVISIONAL and not reading.period.is_resolved)):
            continue
        if reading.period.is_resolved and first.core.form not in ANCHORED:
            anchor = reading.period.range
        yield reading


def _view(sentence: str, place: tuple[Mention, int], setting: Setting, anchor: Days | None) -> Viewpoint:
    mention, end = place
    core = mention.core
    view = Viewpoint(setting.published, Tense.UNTOLD, anchor, setting.order)
    if core.form not in BY_TENSE or core.year is not None or core.year_step is not None:
        return view
    return replace(view, tense=leaning(sentence, (mention.start, end), mention.form, setting.tags))


def _are_joined(sentence: str, first: Mention, last: Mention) -> bool:
    gap = JOINED.match(sentence[first.end : last.start])
    if gap is None or first.core.form in SINGLE or last.core.form in SINGLE or _is_span(first) or _is_span(last):
        return False
    before = sentence[max(0, first.start - LOOK_BACK) : first.start]
    leading = LEADING.search(before)
    if gap[1].lower() == "and":
        return leading is not None and leading[1].lower() == "between"
    return MOVED.search(before) is None


def _is_weekly(sentence: str, first: Mention, last: Mention) -> bool:
    bare = all(one.form == "weekday" and one.which is None and one.count is None for one in (first, last))
    return bare and is_every_week(sentence, first.start, last.end)


def _is_span(mention: Mention) -> bool:
    """ "June 10-12" is a stretch already."""
    return mention.until_day is not None or mention.until_year is not None


def _read_pair(sentence: str, first: Mention, last: Mention, view: Viewpoint) -> Reading:
    before = sentence[max(0, first.start - LOOK_BACK) : first.start]
    leading = LEADING.search(before)
    start = first.start - len(before) + leading.start() if leading else first.start
    days = resolve_pair(first, last, view) or UNRESOLVED
    return Reading(start, last.end, Period(days, last.granularity, "between"), "period", "from one date to another")


def _read_single(sentence: str, mention: Mention, view: Viewpoint) -> Reading:
    days = resolve(mention, view) or UNRESOLVED
    before = sentence[max(0, mention.start - LOOK_BACK) : mention.start]
    counted = COUNTED_FROM.search(before)
    if counted and not (counted["the"] and COUNTED_AHEAD.match(sentence, mention.end)):
        return _read_counted(mention, days, counted, mention.start - len(before))
    stretch = MONTHS_TO.search(before) if mention.form in {"day", "month", "third"} else None
    if stretch:
        return _read_months_to(mention, days, stretch, mention.start - len(before))
    week = WEEK_OF.search(before) if mention.form == "day" else None
    if week:
        period = Period(week_of(days, week["way"].lower()) or UNRESOLVED, Granularity.WEEK)
        return Reading(mention.start - len(before) + week.start(), mention.end, period, "date", "week named by a day")
    if _is_span(mention):
        leading = LEADING.search(before)
        start = mention.start - (len(before) - leading.start()) if leading else mention.start
        return Reading(
            start, mention.end, Period(days, mention.granularity, "between"), "period", f"{_rule(mention, view)}, with its last day"
        )
    onwards = OR_LATER.match(sentence, mention.end)
    relation = ("since" if onwards["later"] else "until") if onwards else _relation(sentence, mention, before)
    if relation == "since" and FROM.search(before) and not _starts(before, days, view):
        relation = "in"
    rule = "dateline" if DATELINE.match(sentence[: min(mention.start, DATELINE_LENGTH)]) else _rule(mention, view)
    return Reading(
        mention.start,
        mention.end,
        Period(_bounded(days, relation, _is_end(sentence, mention)), mention.granularity, relation),
        "date",
        rule,
    )


def _rule(mention: Mention, view: Viewpoint) -> str:
    core = mention.core
    form = mention.form if mention.whole is None else f"{mention.form} of {core.form}"
    if core.form in ANCHORED:
        return f"{form}, from the date before"
    if core.form in FROM_PUBLICATION:
        return f"{form}, from publication"
    if core.form not in BY_TENSE or core.year is not None or core.year_step is not None:
        return form
    if core.which is not None or core.count is not None:
        return f"{form}, from publication"
    untold_back = core.form == "weekday" and view.tense is Tense.UNTOLD
    return f"{form}, {CHOSEN[Tense.PAST if untold_back else view.tense]}"


def _read_counted(mention: Mention, days: Days, counted: re.Match[str], offset: int) -> Reading:
    unit = UNITS[counted["unit"].lower()]
    sign = 1 if counted["way"].lower() in {"after", "from", "following"} else -1
    found = counted_from(days, unit, sign * count_of(counted["count"])) or UNRESOLVED
    hedge = (counted["hedge"] or "").lower()
    if found.low is not None and hedge in MORE:
        found = Range(None, found.low - timedelta(days=1)) if sign < 0 else Range(found.low + timedelta(days=1), None)
    if found.low is not None and hedge in LESS:
        found = Range(found.low, days.high) if sign < 0 else Range(days.low, found.high)
    start = offset + counted.start("count")
    return Reading(start, mention.end, Period(found, unit), "date", "counted from another date")


def _read_months_to(mention: Mention, days: Days, stretch: re.Match[str], offset: int) -> Reading:
    single = (stretch["single"] or "").lower()
    half = single.startswith("half")
    unit = Granularity.MONTH if half else UNITS[(stretch["unit"] or single).lower()]
    count = 6 if half else count_of(stretch["count"] or "a")
    after = None if days.high is None or days.high == date.max else shifted(days.high + timedelta(days=1), unit, -count)
    found = UNRESOLVED if after is None else Range(after, days.high)
    return Reading(
        offset + stretch.start("whole"), mention.end, Period(found, mention.granularity, "between"), "period", "months up to a date"
    )


def _relation(sentence: str, mention: Mention, before: str) -> str:
    found = PREPOSITION.search(before)
    if found is None or ADJECTIVE.match(sentence, mention.end) or MOVED.search(before):
        return "in"
    if found["into"] == " in" and found[1].lower() in {"after", "before"}:
        return "in"
    if found["the"] and mention.form not in WITH_ARTICLE and mention.part is None and mention.whole is None:
        return "in"
    relation = RELATIONS[found[1].lower()]
    # "Before noon on Monday" leaves a part of Monday.
    return {"after": "since", "before": "until"}.get(relation, relation) if found["clock"] else relation


def _starts(before: str, days: Days, view: Viewpoint) -> bool:
    """ "From" begins something with a verb of beginning or ahead of the publication; "a ruling from 2011" is merely of that year."""
    ahead = view.published is not None and days.low is not None and days.low > view.published
    return ahead or view.tense is Tense.FUTURE or STARTING.search(before) is not None


def _is_end(sentence: str, mention: Mention) -> bool:
    """ "The end of June", but not "late June"."""
    late = mention.part == LATE or (mention.form == "third" and mention.number == LATE)
    return late and not sentence[mention.start : mention.end].lower().startswith("late")


def _bounded(days: Days, relation: str, end: bool) -> Days:
    """The days that a preposition leaves of a date: "after June 10" begins on June 11, "before the end of June" ends with June."""
    if days.low is None or days.high is None:
        return days
    if relation == "since":
        return Range(days.low, None)
    if relation in {"until", "by"} or (relation == "before" and end):
        return Range(None, days.high)
    if relation == "before" and days.low > date.min:
        return Range(None, days.low - timedelta(days=1))
    if relation == "after" and days.high < date.max:
        return Range(days.high + timedelta(days=1), None)
    return days
