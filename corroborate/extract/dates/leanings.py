"""Which way a date looks by the words right beside it, where these tell more than the tense of its clause."""

import re

from corroborate.extract.dates.tense import Tags, Tense, clause_tense_at, tense_at

LOOK_BACK, LOOK_AHEAD = 70, 40

# "The year to June 30": figures are of a time that is over; the price at which a share closed is known.
ACCOUNTING = re.compile(r"\b(?:year|months|weeks|quarter|days|period|half) (?:to|ended|through) (?:the )?$", re.I)
CLOSING = re.compile(
    r"(?:\bclosing (?:(?:share|market|mid|bid) )?(?:price|level|value|rate)s?|\b(?:share|stock|undisturbed) price"
    r"|['’]s close|\b(?:the|its|their) close"
    r"|\blast (?:traded|closed))(?: of [^\s,;]{1,12}(?: (?:pence|cents|points|crowns))?)? (?:on|as of|at the end of) (?:the )?$",
    re.I,
)
# "The £31m forecast in October": when it was forecast; "a rise expected in June" is still to come.
FORECAST_IN = re.compile(
    r"(?:\b\d[\d.,]*(?:%|[a-z]{1,2}| (?:percent|per cent|[mb]illion|trillion))?|\b(?:than|from|against|versus) [^,;.]{3,40})"
    r" (?:forecast|predicted|projected|estimated|guided|promised|announced|reported)(?: back)? (?:in|on|last) $",
    re.I,
)
AGAIN = re.compile(r"\b(?:(?P<back>last night|yesterday|earlier today)|tomorrow|tonight)\s?[(,–—-]\s?(?:on )?$", re.I)
ENDING = re.compile(r"\b(?:year|months|weeks|quarter|days|period|half|week|month) ending(?: on)? (?:the )?$", re.I)
MOVED = re.compile(r"\b(?:moved|postponed|delayed|rescheduled|changed|brought forward|shifted|pushed back|put back)\b", re.I)

AT_LEAST = r"(?: (?:at least|at the earliest|at the latest|about|around|early on|late on))?"
DEADLINE = re.compile(rf"\b(?:until|till|no later than){AT_LEAST}(?: on)? (?:the )?$", re.I)
DUE = re.compile(rf"\bby{AT_LEAST}(?: the end of)? (?:the )?$", re.I)
TO_DO = re.compile(r",? to [a-z]{2,}\b")
# "Told to leave by Friday": what somebody is to do is ahead of them; what was failed, managed or begun is over.
TO_BE_DONE = re.compile(
    r"(?<!failed )(?<!managed )(?<!used )(?<!had )(?<!began )(?<!helped )(?<!able )(?<!refused )(?<!started )"
    r"\bto (?!the\b|an?\b|its\b)[a-z]{2,20}"
    r"(?: [\w’'$£€-]{1,20}){0,6} by (?:the )?$"
)
# "Ahead of Saturday's final".
UPCOMING = re.compile(
    r"\b(?:ahead of|in the run-up to|in time for|tickets for|going into|preparations? for|leading up to) (?:the |its |this )?$", re.I
)
FOR = re.compile(r"\b(?:for|deadline of|due)(?: on)? (?:the )?$", re.I)

# Nouns of what is still to come: the date after them is that of the thing, whenever it was planned.
PLAN = re.compile(
    r"\b(?:plan(?:s|ned)?|target(?:s|ed|ing)?|goals?|guid(?:ed|es|ing|ance)|deadlines?|timetables?|schedules?|upcoming|forthcoming|proposed"
    r"|pencilled in|earmarked|set a date|pushing|aim(?:s|ed|ing)?) (?:(?:for|of|to|a|an|the|its|their|is|was|being|first|full|next|new)"
    r" |[a-z]{4,14} ){0,4}(?:on|for|in|of|at|by|from) (?:the )?$"
)
# "It hit the target in November": no date of the target.
DONE_IN = re.compile(r"^\w+ (?:in|on|at|by|from) (?:the )?$")
EXPECTING = re.compile(
    r"\b(?:chances?|odds|probability|likelihood|bets?|expectations?|prospects?|hopes?|fears|pric(?:ed|es|ing) in|ahead of|run-up to"
    r"|candidates?|running|campaign|prepar(?:e|es|ing)|ready|ballot for|seeking|bid)\b[^,;.:]{0,55}$",
    re.I,
)
EVENT = re.compile(
    r" (?:(?:policy|rate|general|annual|local|presidential"
    r"|parliamentary|mid-?term|council|board|shareholders?['’]?|budget|court|leadership)"
    r" ){0,2}(?:meeting|election|vote|ballot|hearing|deadline|summit|referendum|poll|auction|conference|congress|primary"
    r"|run-?off|launch|trial)s?\b",
    re.I,
)
TRADED = re.compile(r"(?: [a-z]{3,12}){0,2} (?:delivery|futures|contracts?|settlement|expiry|shipment|loading)\b", re.I)
AS_TRADED = re.compile(
    r"\b(?:wheat|corn|maize|soy(?:a)?beans?|coffee|cocoa|sugar|cotton|crude|brent|oil|gas|gold|silver|copper|cattle|hogs|rice|futures"
    r"|contracts?) for (?:delivery in )?$",
    re.I,
)
SCHEDULED = frozenset(("day", "month", "quarter", "half", "holiday"))


def leaning(sentence: str, place: tuple[int, int], form: str, tags: Tags | None) -> Tense:
    """Which way the date of a form at a place looks; untold where the nearest such day is the likely one."""
    start, end = place
    before = sentence[max(0, start - LOOK_BACK) : start]
    beside = _beside(before, sentence[end : end + LOOK_AHEAD], form)
    if beside is not None:
        return beside
    if DEADLINE.search(before):
        return _deadline(sentence, place, form, tags)
    if DUE.search(before):
        return _due(sentence, place, tags)
    told = tense_at(sentence, start, end, tags)
    if UPCOMING.search(before):
        return Tense.FUTURE if told is not Tense.PAST or form == "weekday" else Tense.UNTOLD
    if form in {"month", "day"} and EVENT.match(sentence, end):
        expected = EXPECTING.search(before) is not None
        return _expected(told) if expected else clause_tense_at(sentence, start, end, tags)
    plan = PLAN.search(before) if form in SCHEDULED else None
    return told if plan is None or (told is Tense.PAST and DONE_IN.search(plan[0])) else _expected(told)


def _expected(told: Tense) -> Tense:
    """What was planned in the past may lie on either side of the publication: the nearest is meant."""
    return Tense.UNTOLD if told is Tense.PAST else Tense.FUTURE


def _beside(before: str, behind: str, form: str) -> Tense | None:
    """What the words at the date alone decide."""
    again = AGAIN.search(before)
    if again:
        return Tense.PAST if again["back"] else Tense.FUTURE
    if ACCOUNTING.search(before) or CLOSING.search(before) or FORECAST_IN.search(before):
        return Tense.PAST
    if ENDING.search(before) or MOVED.search(before[-LOOK_AHEAD:]) or MOVED.search(behind):
        return Tense.UNTOLD
    if (form == "month" and (TRADED.match(behind) or AS_TRADED.search(before))) or (form in {"day", "weekday"} and FOR.search(before)):
        return Tense.FUTURE
    return None


def _deadline(sentence: str, place: tuple[int, int], form: str, tags: Tags | None) -> Tense:
    """What lasts until a day without year seldom ended most of a year ago, whatever its verb; a weekday keeps the past of its verb."""
    told = tense_at(sentence, *place, tags)
    if told is not Tense.PAST or TO_DO.match(sentence, place[1]):
        return Tense.FUTURE
    return told if form in {"weekday", "the weekend"} else Tense.UNTOLD


def _due(sentence: str, place: tuple[int, int], tags: Tags | None) -> Tense:
    """ "By June 10" is ahead where nothing is told; the past of another clause leaves the nearest day."""
    told = tense_at(sentence, *place, tags)
    if told is not Tense.PAST or TO_BE_DONE.search(sentence[max(0, place[0] - LOOK_BACK) : place[0]]):
        return Tense.FUTURE
    return clause_tense_at(sentence, *place, tags)
