"""Words that make a figure another claim: earlier, so far, worldwide, another, expected, a year before."""

import re
from collections.abc import Sequence

from corroborate.extract.comparisons import comparison_at, comparisons
from corroborate.model.claims import Span
from corroborate.model.retractions import before_retraction

# A new segment begins at each of these: words before it say nothing of the figures behind it.
_BREAK = re.compile(
    r"; | [—–] |, (?:while|whereas|but|compared|up|down|against|versus|from|having)\b|"
    r", and (?=(?:[\w.’'-]+,? ){1,8}(?:said|says|put|puts|reported|reports|told|estimated|gave|counted)\b)|"
    r"\b(?:while|whereas|compared (?:with|to)|versus|"
    r"(?:up|down) from|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outnumber(?:s|ed)?|than (?:the|in|a|an|last)|rather than)\b",
    re.IGNORECASE,
)
# ... except that a relative clause goes on about the thing it follows.
_RELATIVE = re.compile(r",? (?:which|who|whose|that together|in which|of which|that (?:it|he|she|they|was|were|is|are|had|has|have))\b")


def _each(unit: str) -> str:
    """ "a week" as a rate; not "in a week", a stretch of time, nor "a week ago"."""
    outside = "".join(
        rf"(?<!\b{word} )" for word in ("in", "for", "within", "than", "over", "about", "nearly", "almost", "half", "after", "of")
    )
    return rf"{outside}a {unit}(?! (?:earlier|ago|before|later|after|on[,.]|since\b))|(?:per|each|every) {unit}"


# Anywhere in the figure's segment.
_SEGMENT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (scope, re.compile(pattern, re.IGNORECASE))
    for scope, pattern in (
        (
            "earlier",
            r"\b(?:(?<!days )(?<!hours )(?<!weeks )earlier|previous|prior|preceding)\s+"
            r"(?!this\b|on\b|in\b|today|that\b|than\b|to\b|day\b|night\b|week\b|month\b|year\b|"
            r"quarter\b|said|reported|\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|"
            # Beaten, it measures something new: "half a metre above the previous record".
            r"(?:record|best|high|low|peak|holder|mark)\b(?! of\b))[a-z]",
        ),
        (
            "year earlier",
            # "12 percent from a year ago" is told of this year.
            r"(?<!\bfrom )(?<!\bon )(?<!\bover )(?<!\bthan )"
            r"(?<!\bfrom the )(?<!\bon the )(?<!\bover the )(?<!\bthan the )(?<!\bthan in the )"
            r"\b(?:(?:a|one) year (?:earlier|ago|before)|the (?:previous|prior|preceding) year|"
            r"(?:same|corresponding|year-ago) (?:period|quarter|month))\b",
        ),
        (
            "previously reported",
            r"\b(?:previously|initially|originally|earlier|(?<!than )first) "
            r"(?:reported|stated|said|announced|thought|estimated|given|put|feared)\b",
        ),
        ("so far", r"\b(?:so far|to date(?! back)|as of now|until now|up to now|since the (?:start|beginning) of)\b"),
        ("worldwide", r"\b(?:worldwide|globally|around the (?:world|globe)|across the (?:world|globe)|global total|in the world)\b"),
        ("nationwide", r"\b(?:nationwide|nationally|across the country|countrywide|in the whole country)\b"),
        ("statewide", r"\b(?:statewide|state-wide|across the state)\b"),
        ("regionwide", r"\b(?:region-?wide|province-?wide|county-?wide|district-?wide|across the (?:region|province|county|district))\b"),
        ("citywide", r"\b(?:city-?wide|town-?wide|borough-?wide|across the (?:city|town|borough))\b"),
        ("groupwide", r"\b(?:group-?wide|company-?wide|industry-?wide|across the (?:group|company|industry))\b"),
        ("abroad", r"\b(?:abroad|overseas(?! [a-z]+s\b)|outside the country)\b"),
        (
            "combined",
            r"\b(?:combined|taken together|all told|between them|cumulative(?:ly)?|"
            r"together (?:own|employ|have|had|hold|held|make|made|carr|cost|paid|pay|raised|lost|account|r[au]n|produce)[a-z]*)\b",
        ),
        ("first half", r"\b(?:first half|first six months|H1)\b"),
        ("second half", r"\b(?:second half|last six months|H2)\b"),
        ("nine months", r"\bfirst nine months\b"),
        ("average", r"\bon average\b"),
        ("annual", rf"\b(?:annual(?:ly)?|{_each('year')}|yearly)\b"),
        ("monthly", rf"\b(?:monthly|{_each('month')})\b"),
        ("weekly", rf"\b(?:weekly|{_each('week')})\b"),
        ("daily", rf"\b(?:daily|{_each('day')})\b"),
        ("hourly", rf"\b(?:hourly|{_each('hour')}|an hour(?! (?:earlier|ago|before|later|after)))\b"),
        ("peak", r"\b(?:at (?:its|their|the) (?:peak|height)|at peak (?:hours|times)|peaked at)\b"),
        (
            "excluding",
            r"\b(?:excluding|excludes|not (?:counting|including)|before (?:tax|interest|one-off)|net of|leaving out|stripping out)\b",
        ),
        (
            "adjusted",
            r"\b(?:in (?:19|20)\d\d(?:[-/–]\d\d)? (?:prices|dollars|pounds|euros|terms|money)|"
            r"seasonally adjusted|inflation-adjusted|adjusted for|in real terms|like-for-like|on an? underlying basis)\b",
        ),
    )
)
_STRETCH = r"(?:minutes?|hours?|days?|nights?|weeks?|months?|years?)"
_EVENT = (
    r"(?:incidents?|cases?|attacks?|shootings?|stabbings?|crash(?:es)?|collisions?|accidents?|fires?|blazes?|explosions?|outbreaks?|"
    r"(?:earth)?quakes?|storms?|floods?|strikes?|killings?|deaths)"
)
# Anywhere before the figure in its segment: what follows is told of another event.
_LEADING: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "earlier",
        re.compile(
            rf"\b(?:com(?:es|ing)|came|follow(?:s|ed)|happened|occurred) (?:\w+ ){{0,3}}{_STRETCH} after\b|"
            rf"\b(?:com(?:es|ing)|came) (?:on|in) the same {_STRETCH} (?:as|that|in which)\b|"
            r"\b(?:nothing to do with|separate from|unrelated to|(?:not|n['’]t|never) (?:\w+ ){0,3}(?:connected|linked|related|tied) "
            r"(?:to|with)|"
            r"no (?:known |apparent )?(?:link|connection|relation) (?:to|with|between))\b|"
            # The one told of was hurt, and a day before others were: "was shot on Tuesday, a day after gunfire hurt five".
            r"\b(?:was|were) (?:\w+ ){0,2}(?:shot|killed|stabbed|wounded|injured|hurt)\b"
            r"(?![^.;]*\b(?:charged|arrested|died|identified)\b)[^.;]*, "
            rf"(?:an?|one|two|three|just|only|hours|\w+ days) (?:{_STRETCH} )?after (?!(?:he|she|they|it|being|the|police)\b)|"
            rf"\bin an? (?:\w+ )?(?:similar|separate|unrelated|different) {_EVENT}\b",
            re.IGNORECASE,
        ),
    ),
)
# Right before the figure and its hedge.
_HEDGED = (
    r"(?:\s+(?:about|around|some|roughly|nearly|almost|over|under|more|less|fewer|than|at|least|most|up|to|approximately|"
    r"an|estimated|the|as|many|much))*\s*$"
)
_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (scope, re.compile(rf"\b(?:{pattern}){_HEDGED}", re.IGNORECASE))
    for scope, pattern in (
        ("part", r"including|among them|of (?:them|whom|which|those|these),?|another|additional|a further|plus|on top of|other"),
        (
            "expected",
            r"expect(?:s|ed|ing)?(?: to [a-z]+)?|target(?:s|ed|ing)?(?: of)?|forecast(?:s|ing)?(?: of)?|"
            r"project(?:s|ed|ing)(?: to [a-z]+)?|aim(?:s|ed|ing)?(?: to [a-z]+| for)|guidance of",
        ),
        ("earlier", r"(?:old|former|existing|previous|earlier) (?:[A-Za-z]+ ){0,2}(?:record|best|high|low|mark|peak) of"),
        (
            "capacity",
            r"capacity (?:of|for)|seats?|designed for|room for|"
            r"(?:licensed|allowed|permitted|certified|authori[sz]ed|approved|cleared|rated) (?:for|to (?:carry|hold|take|seat))",
        ),
        ("aboard", r"carrying|carried|aboard"),
        ("average", r"average(?: of)?|averag(?:es|ed|ing)"),
    )
)
_ADDED = re.compile(rf"\b(?:another|additional|a further){_HEDGED}", re.IGNORECASE)
_SUFFERED = re.compile(
    r"^(?:\s+(?!of\b|in\b)[\w’'-]+){0,2}?"
    r"(?:\s+(?:were|was|are|is|have been|had been|being|remain(?:s|ed)?|reported|still|listed as|left))*\s+"
    r"(?:injured|hurt|wounded|missing|unaccounted|hospitali[sz]ed|taken to (?:the )?hospitals?|treated)\b",
    re.IGNORECASE,
)
""" "Another 22 were hurt": they come on top of the dead, and are no part of the hurt."""
# "It took nine weeks before the accounts were closed".
_NO_TIME = "".join(rf"(?<!\b{unit}s )" for unit in ("minute", "hour", "day", "week", "month", "year"))
# Right behind the figure and what it counts.
_AFTER: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (scope, re.compile(rf"^(?:\s+\w[\w’'-]*){{0,3}}?\s+(?:{pattern})\b", re.IGNORECASE))
    for scope, pattern in (
        # Behind a comma it is the figure to come that is a part: "12 people died, among them two children".
        ("part", r"of (?:them|whom|those|these)|were among|among them"),
        ("earlier", rf"{_NO_TIME}(?:before|until) (?:the|that)|previously"),
        (
            "expected",
            r"(?:is|are) (?:expected|planned|forecast|projected)|(?:expected|forecast|predicted|anticipated) by|"
            r"(?:analysts|economists|investors|markets|traders|forecasters) (?:had |were )?"
            r"(?:expected|forecast|predicted|anticipated|expecting)",
        ),
    )
)


# Of each scope some word must be there before its pattern is tried: most figures have none, and patterns cost.
TELLING: dict[str, tuple[str, ...]] = {
    "earlier": (
        *(
            "earlier",
            "previous",
            "prior",
            "preceding",
            "old ",
            "former ",
            "existing ",
            "before",
            "until",
            " after ",
            "comes ",
            "coming ",
            "came ",
        ),
        *("nothing to do", "separate", "related", "link", "connect", "relation", "tied", "similar", "different"),
    ),
    "year earlier": (" year", "year-ago", "same", "corresponding"),
    "previously reported": ("previously", "initially", "originally", "earlier", "first "),
    "so far": ("so far", "to date", " now", "since the"),
    "worldwide": ("world", "glob"),
    "nationwide": ("nation", "country"),
    "statewide": ("state",),
    "regionwide": ("region", "province", "county", "district"),
    "citywide": ("city", "town", "borough"),
    "groupwide": ("group", "company", "industry"),
    "abroad": ("abroad", "overseas", "country"),
    "combined": ("combined", "together", "all told", "between them", "cumulative"),
    "first half": ("first half", "first six", "h1"),
    "second half": ("second half", "last six", "h2"),
    "nine months": ("nine months",),
    "average": ("averag",),
    "annual": ("year", "annual"),
    "monthly": ("month",),
    "weekly": ("week",),
    "daily": ("day", "daily"),
    "hourly": ("hour",),
    "peak": ("peak", "height"),
    "excluding": ("exclud", "not ", "before ", "net of", "leaving", "stripping"),
    "adjusted": ("prices", "dollars", "pounds", "euros", "terms", "money", "adjusted", "real terms", "like-for-like", "underlying"),
    "part": ("including", "among", "of ", "another", "additional", "further", "plus", "on top", "other"),
    "expected": ("expect", "target", "forecast", "project", "aim", "guidance", "planned", "predicted", "anticipated"),
    "capacity": (
        *("capacity", "seat", "designed", "room", "licensed", "allowed", "permitted", "certified", "authori", "approved", "cleared"),
        "rated",
    ),
    "aboard": ("carr", "aboard"),
}


# A rate is of one figure, and so are these where figures stand on both sides.
RATES = frozenset({"annual", "monthly", "weekly", "daily", "hourly"})
PLACED = frozenset({"worldwide", "nationwide", "statewide", "regionwide", "citywide", "groupwide", "abroad", "year earlier"})
_REPLACED = re.compile(
    r"(?:earlier|previous|prior|preceding|initial)?\s*(?:official )?(?:[a-z]+ )?"
    r"(?:figure|toll|count|tally|estimate|number|report|total|statement|record|best|high|low|mark|peak|maximum|minimum)s?\b"
    r"(?: [a-z]+){0,2} $"
)
""" "Correcting an earlier figure of": the words are of the figure that follows."""
_EXPECTATION = re.compile(
    r"\b(?:consensus|expectations?|expected|(?:analysts?|economists?|market)['’]? (?:\w+ )?(?:estimates?|forecasts?))\b"
)
""" "Against a consensus of 302 million", "compared with analysts' average estimate of $1.03"."""

_PARTED = re.compile(r",(?!\d)| and | but | after an? ")


def scope_of(sentence: str, start: int, end: int, others: Sequence[Span] = ()) -> tuple[str, ...]:
    """The scope words of the figure at `sentence[start:end]`, each under one name, in order of the name.

    `others` are the sentence's other figures: a rate between two is of the nearer one.
    """
    compared = comparisons(sentence, 0, len(sentence))
    base = comparison_at(compared, start)
    low, high = _segment(sentence, start, end)
    for one in compared:
        if one is base:
            low, high = max(low, one.chars.start), min(high, one.chars.end)
        elif one.is_base and one.chars.end <= start:
            low = max(low, one.chars.end)
        elif one.is_base and one.chars.start >= end:
            high = min(high, one.chars.start)
    low, high = min(low, start), max(end, before_retraction(sentence, end, high))
    told = _told(_SEGMENT, sentence[low:high])
    found = {scope for scope, chars in told.items() if _is_of(scope, _moved(chars, low), sentence, Span(start, end), others)}
    found |= _told(_LEADING, sentence[low:start]).keys()
    found |= _told(_BEFORE, sentence[max(low, start - 80) : start]).keys()
    found |= _told(_AFTER, sentence[end : min(high, end + 80)]).keys()
    if "part" in found and _ADDED.search(sentence[low:start]) and _SUFFERED.match(sentence[end:high]):
        found.discard("part")
    if "aboard" in found and _is_beyond_ships(sentence[start:end]):
        found.discard("aboard")
    if "year earlier" not in found and base is not None and base.is_base:
        found.add("expected" if _EXPECTATION.search(sentence, base.chars.start, start) else "compared")
    return tuple(sorted(found))


def _told(rules: tuple[tuple[str, re.Pattern[str]], ...], words: str) -> dict[str, list[Span]]:
    """The scopes whose pattern is in the words, with its places."""
    lower = words.lower()
    found: dict[str, list[Span]] = {}
    for scope, pattern in rules:
        if any(word in lower for word in TELLING[scope]):
            places = [Span(one.start(), one.end()) for one in pattern.finditer(words)]
            if places:
                found[scope] = places
    return found


def _moved(places: Sequence[Span], by: int) -> list[Span]:
    return [Span(place.start + by, place.end + by) for place in places]


def _is_of(scope: str, places: Sequence[Span], sentence: str, figure: Span, others: Sequence[Span]) -> bool:
    """One of the places tells of this figure, not of another."""
    if scope == "earlier":
        return not all(_leads_on(place, sentence, figure, others) for place in places)
    if scope in RATES:
        # "215 kilometres per hour" is a speed, and no figure of each hour.
        return any(_is_nearest(place, figure, others) for place in places if not figure.start < place.start < figure.end)
    if scope in PLACED:
        return any(_reaches(place, sentence, figure, others) for place in places)
    return True


def _leads_on(place: Span, sentence: str, figure: Span, others: Sequence[Span]) -> bool:
    """The words behind a figure are of a figure that it takes the place of."""
    return any(figure.end <= place.start < other.start and _REPLACED.match(sentence[place.start : other.start]) for other in others)


def _is_nearest(place: Span, figure: Span, others: Sequence[Span]) -> bool:
    """No other figure stands nearer to the words: "20 cents an hour and a fee of 3,000"."""
    own = _distance(place, figure)
    return all(_distance(place, other) > own for other in others)


def _distance(place: Span, figure: Span) -> int:
    return max(place.start - figure.end, figure.start - place.end, 0)


def _reaches(place: Span, sentence: str, figure: Span, others: Sequence[Span]) -> bool:
    """The words open the clause, or no other figure with a clause of its own stands between: "82 in Orsk and 93 nationwide"."""
    if place.end <= figure.start:
        return not any(other.end <= place.start and _PARTED.search(sentence, place.end, figure.start) for other in others)
    between = [other for other in others if figure.end <= other.start and other.end <= place.start]
    return not between or _PARTED.search(sentence, figure.end, between[-1].start) is None


def _is_beyond_ships(figure: str) -> bool:
    """No vessel carries 1.2 million passengers at once: it is a line that carried them in a year."""
    return sum(letter.isdigit() for letter in figure) > 4 or any(scale in figure for scale in ("illion", "0m", "bn"))


def _segment(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of the sentence whose words bear on the figure."""
    low, high = 0, len(sentence)
    for found in _BREAK.finditer(sentence):
        if found.end() <= start:
            low = found.start()
        elif found.start() >= end:
            high = found.start()
            break
    relative = next((found.start() for found in _RELATIVE.finditer(sentence, end, high)), high)
    return low, relative
