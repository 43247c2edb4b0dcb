"""What looks like a date and is none: "may", "April Okafor", "the March on Orsk", "2,019", "2019 tonnes", "the Sunday Times"."""

import re

from corroborate.extract.lexicon import words

BEFORE_A_MONTH = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|to|between|and|or|of|through|before|after|for|during|around|throughout|early|late|mid"
    r"|last|next|this|every"
    r"|around|on|a|an|the|its|their|his|her|our|second|each|that|past|starting|beginning|ending|ended|as of|prior to|late in"
    r"|early in)|['’]s|[-–—/(,])\s?$",
    re.I,
)
DAY_INTRODUCED = re.compile(r"\b(?:on|from|to|of|until|by|since|between|and)\s$", re.I)
IN = re.compile(r"\bin\s(?:(?:early|late|mid)[\s-])?$", re.I)
CLOSED = re.compile(r"\s*(?:[.,;:!?)\]\"”’—–]|$)")
BETWEEN = re.compile(r"\bbetween (?:the )?$", re.I)
NAME_AHEAD = re.compile(r"\s(?!(?:I|In|On|At|By|And|The|A|To|For|Of|With|After|When|As|But|Or|From)\b)[A-Z][a-z]+")
MARCH_ON = re.compile(r"\s(?:on|for|against|of|to|through|past|in)\b")
BEFORE_A_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|before|after|during|between|late|early|mid|circa|through|throughout|the|its|their|his|her|a|this"
    r"|that|back to"
    r"|prior to|of|for|by|to|from|and|or|around|year|into|towards?|than|election|olympics|christmas|easter|as of"
    r"|it (?:is|was)(?: not)?|it['’]s(?: not)?|(?:early|late|recently|back|far) as)|['’]s|[-–—/(,;:|])\s?$",
    re.I,
)
WEAK_BEFORE_A_YEAR = words("it is was not of for by to from and or around than a its their his her through this that")
NUMERIC_BEFORE = re.compile(
    r"(?:[$€£¥#№]|\b(?:about|some|nearly|almost|over|roughly|approximately|than|no\.?|nos\.?|least|most|up to|below|above)\s)\s?$", re.I
)
COUNTED_AHEAD = re.compile(
    r"\s(?!(?:and|or|but|to|the|a|an|was|were|is|are|had|has|have|will|would|when|after|as|at|by|for|from|in|of|on|that|with|until"
    r"|while|it|he|she"
    r"|they|said|its|his|her|their|alone|because|before|but|not|only|over|more|about|just|nearly|almost|onwards?|onward|if|so|some"
    r"|than|through|under)\b)"
    r"[a-z]{3,}\b"
)
PLURAL_AHEAD = re.compile(
    r"\s(?!(?:levels|figures|results|numbers|prices|elections|totals|highs|lows|rules|standards|terms|sales|series|census)\b)[a-z]{3,}s\b"
)
LEVELS_AHEAD = re.compile(
    r"\s(?:(?:annual|financial|general|presidential|parliamentary|local|full-year) )?"
    r"(?:levels?|prices|figures|results|totals?|highs?|lows?|elections?|census|season|campaign|budget|report|accounts|earnings|profits?"
    r"|sales|revenues?|forecasts?|guidance|harvest|vintage|edition|tournament|championships?|games|festival|intake|referendum)\b"
)
# Forecasts reach into the next century, but there a number is mostly a number.
LATEST_YEAR = 2099
FAR_AWAY = re.compile(
    r"(?<!rose )(?<!fell )(?<!grew )(?<!up )(?<!down )(?<!creased )(?<!cut )\bby\s$|\b(?:in|until|till|beyond|year)\s$", re.I
)
OPEN_ENDED = re.compile(r"\b(?:later|earlier|older|newer) than\s$", re.I)
ONWARDS_AHEAD = re.compile(r",? (?:or|and) (?:later|after|earlier|before|older|newer|onwards?|beyond)\b")
UNIT_AHEAD = re.compile(
    r"\s?(?:sq|square|cubic|km|kg|kw|kwh|mw|gw|hp|ft|mph|kph|cm|mm|lbs?|pence|crowns|dollars|euros|pounds|gmt|utc|hours|rpm|tonnes|tons|metres|meters"
    r"|miles|kilometres|kilometers|percent|per cent|people|points|bce?|b\.c)\b",
    re.I,
)
BETWEEN_YEARS = re.compile(r"\b(?:between|from) \d{4} (?:and|to) $", re.I)
LIST_AHEAD = re.compile(r"(?:,|,? and| or| to| through|,? until)\s(?:1[89]|20)\d\d\b(?!,\d)")
MONTH_AHEAD = re.compile(
    r"\s?(?:-|–|,|,? and|\bto|\bthrough|\buntil)\s?(?:early |mid-?|late )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.I
)
NAMED_WEEKDAY = re.compile(
    r"\b(?:black|good|super|bloody|ash|palm|cyber|fat|holy|maundy|easter|whit|shrove|pancake|giving|every|each|any|one|a|an|some|most)\s$",
    re.I,
)
# "The Friday before": seen from a day that is not named here.
BESIDE = re.compile(r"\s(?:before|after)\s?(?:[.,;:)]|$)", re.I)
NEWSPAPER = re.compile(
    r"\s(?:Times|Mirror|Telegraph|Mail|Express|Post|Herald|Review|Magazine|Star|Sun|World|Night (?:Football|Live)|Independent)\b|\.com\b"
)


# "Every March", "the most for a March since 2010": none of a year; "a February letter" is one.
GENERIC = re.compile(r"\b(?:any|every|each|average|typical|normal|usual|ordinary)\s$", re.I)
SOME = re.compile(r"\ban?\s$", re.I)
NOTHING_AHEAD = re.compile(r"\s*(?:[.,;:!?)\]\"”’—–]|$)|\s(?:since|in|on|to|was|is|for|that|which|when)\b")


# "One in six was late last year": who came late; but "it was late last year that".
PREDICATE = re.compile(r"(?<!\bit )\b(?:was|were|been|being|are) $", re.I)
# "Open Monday through Saturday", "Monday to Friday, 9 a.m. to 5 p.m.": of every week.
EVERY_WEEK_BEFORE = re.compile(
    r"\b(?:open|opens|closed|daily|hours(?: are)?:?|weekly|every|each|operates?|available|served|staffed|answered|works?),?(?: from)? $",
    re.I,
)
TO_HOUR = r" ?(?:-|–|to|until|and) ?\d{1,2}"
EVERY_WEEK_BEHIND = re.compile(
    rf",? (?:(?:from|between) )?\d{{1,2}}(?:[.:]\d\d{TO_HOUR}\b| ?[ap]\.?m\.?{TO_HOUR}\b|{TO_HOUR} ?[ap]\.?m\b)|,? (?:each|every) week\b"
)


def is_late_itself(string: str, start: int) -> bool:
    """ "Late" is said of something, and no part of the date behind it."""
    return string[start : start + 4].lower() == "late" and PREDICATE.search(string[max(0, start - 14) : start]) is not None


def is_every_week(sentence: str, start: int, end: int) -> bool:
    """Two weekdays between which something is open or done in every week."""
    before = sentence[max(0, start - 20) : start]
    return EVERY_WEEK_BEFORE.search(before) is not None or EVERY_WEEK_BEHIND.match(sentence, end) is not None


def is_no_month(found: re.Match[str], month: str, before: str) -> bool:
    """ "April Okafor", "a march"; a month without year or other company must be introduced or unmistakable."""
    if MONTH_AHEAD.match(found.string, found.end()):
        return False
    introduced = BEFORE_A_MONTH.search(before) is not None
    if GENERIC.search(before) or (SOME.search(before) and NOTHING_AHEAD.match(found.string, found.end())):
        return True
    if NAME_AHEAD.match(found.string, found.end()) and not re.search(r"\b(?:in|since|until|by)\s$", before, re.I):
        return True
    if month.lower().startswith("mar") and re.search(r"\b(?:the|a)\s$", before, re.I) and MARCH_ON.match(found.string, found.end()):
        return True
    if len(month.rstrip(".")) <= 4 and month.lower() not in {"june", "july", "may"} and not month.endswith("."):
        return re.search(r"\b(?:in|since|until|by|from|to|between|and|of|late|early|after|before|during)\s$", before, re.I) is None
    sure = month.lower() in {"january", "february", "july", "september", "october", "november", "december"}
    return not (introduced or (sure and not month[0].islower()))


def is_no_year(found: re.Match[str], before: str, year: int) -> bool:
    """A number in the range of years that counts, measures or names."""
    if UNIT_AHEAD.match(found.string, found.end()):
        return True
    if year > LATEST_YEAR:
        return FAR_AWAY.search(before) is None or COUNTED_AHEAD.match(found.string, found.end()) is not None
    if BETWEEN_YEARS.search(found.string[max(0, found.start() - 20) : found.start()]):
        return False
    if LEVELS_AHEAD.match(found.string, found.end()) or OPEN_ENDED.search(before) or ONWARDS_AHEAD.match(found.string, found.end()):
        return not 1900 <= year <= 2060
    if NUMERIC_BEFORE.search(before):
        return True
    if found["until"] or LIST_AHEAD.match(found.string, found.end()):
        return False
    return _counts(found, before, year)


def _counts(found: re.Match[str], before: str, year: int) -> bool:
    """By what introduces the number and what follows it: "in 2019", "of 2019 tonnes"."""
    counted = COUNTED_AHEAD.match(found.string, found.end()) is not None
    introduced = BEFORE_A_YEAR.search(before)
    # "Olympics", "as early as": the last word is what introduces.
    word = introduced[0].split()[-1].lower() if introduced is not None else ""
    recent = 1900 <= year <= 2060
    if not word.isalpha():
        named = re.search(r"\w\s$", before) is not None and "'s" not in before[-3:] and "’s" not in before[-3:]
        return not recent or counted or named
    if word in WEAK_BEFORE_A_YEAR and counted:
        return not (recent and year % 100) or PLURAL_AHEAD.match(found.string, found.end()) is not None
    if not recent and year % 100 == 0 and PLURAL_AHEAD.match(found.string, found.end()):
        return True
    return counted and not recent and word not in {"in", "since", "until", "before", "after"}


def is_named_weekday(found: re.Match[str], before: str) -> bool:
    """ "Black Friday", "the Sunday Times", "every Tuesday"."""
    titled = before.lower().endswith("the ") and NAME_AHEAD.match(found.string, found.end()) is not None
    return titled or NEWSPAPER.match(found.string, found.end()) is not None or NAMED_WEEKDAY.search(before) is not None
