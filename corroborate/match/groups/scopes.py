"""What makes a figure another claim: of an earlier event, of a part, of a stretch of time, by how much one leads."""

import re

from corroborate.match.groups.clauses import FIGURE, OWN_FIGURE, WITHIN, background_before, beside_another, forecast
from corroborate.match.groups.deeds import PAIR
from corroborate.match.groups.fates import ENUMERATED, GRAVE, NUMBER, beside, is_grave
from corroborate.match.groups.passages import Passage
from corroborate.match.words import CALENDAR, stem
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Period, Quantity, Role

IN_PLACE = "in:"
"""Before a place that a sentence opens with, in a scope."""

ALL = re.compile(r"\b(?:all|both) (?:the )?$", re.IGNORECASE)

MORE = re.compile(r"^\s*(?:(?:more|further|additional|extra)\b|[\w-]+ (?:were|was|have been|had been) added\b)", re.IGNORECASE)

ANOTHER = re.compile(r"\b(?:another|additional|a further|plus)\s+$", re.IGNORECASE)

HAPPENED = re.compile(
    r"\s*(?:[\w’'-]+ ){0,3}?(?:were|was|have been|has been|had been) (?!(?:expected|due|planned|to|set|projected|forecast)\b)",
    re.IGNORECASE,
)
""" "Of the 400 flights planned for Thursday, 290 were scrapped": that has happened."""

MARGIN = re.compile(
    r"\b(?:by|(?:lead|margin|majority|gap|advantage)\b(?: (?:of|to|at|from|is|was|has|had|been|now|stands?|stood|\w+ed|shrunk|grown))+)\s+"
    r"(?:(?:about|just|only|at least|more than|nearly|some)\s+)*$",
    re.IGNORECASE,
)

WON_BY = re.compile(
    r"\b(?:win|won|lose|lost|beat|home|victory|margin|majority)\b[^,;#]{0,40}\b(?:by|of)\s+(?:(?:just|only|about|a mere)\s+)*$",
    re.IGNORECASE,
)

LEADS = re.compile(r"\b(?:majority|margin)$", re.IGNORECASE)
""" "Rejected by a majority of 61": what is counted is by how much one side leads."""

AHEAD = re.compile(
    r"[\s-]vote (?:margin|majority|lead|defeat|loss|victory|win)\b|\svotes? to spare\b"
    r"|[\s-](?:percentage )?points?[\s-](?:lead|gap|advantage|cushion|margin)\b|"
    r"\s(?:clear|ahead|behind|adrift)\b",
    re.IGNORECASE,
)

TALLIES = frozenset(stem(word) for word in ("point", "vote", "seat", "goal", "run"))
"""What one side has more of than another: "lead Valby by three points" tells no one's points."""

ITEM = re.compile(rf"{NUMBER.pattern} (?:(?:other|more) )?[a-z]+\b[^:;\"“]{{0,60}}: (?:[^:;\"“]*(?:,| and) )?$", re.IGNORECASE)
""" "Ten people lost their lives: eight pupils, a teacher and the driver": what is listed behind a number are its parts."""

ONE = re.compile(r"one|one of them", re.IGNORECASE)

OTHER_ONE = re.compile(r"(?:[,;]| and| while) the (?:other|second)\b")
"""Behind one of those told of before: "One man was hit in the back, the other in the hand"."""

INCLUDED = re.compile(
    r"\b(?:(?:victims?|dead|injured|wounded|those [a-z]+) included?|"
    r"among (?:the (?:\w+ )?(?:victims|dead|injured|wounded|killed)|those [a-z]+) (?:is|are|was|were))(?: at least| about)?\s+$",
    re.IGNORECASE,
)
"""Right before a part: "the dead include three nurses", "among the dead are three nurses"."""

OF_THEM = re.compile(r"^\s*(?:others? |more )?of (?:them|those|these|whom)\b", re.IGNORECASE)

PLACED = re.compile(
    r"^(?:[\"'“‘]?(?:In|At|Near|Outside) (?:the )?((?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+|capital)(?:,| [a-z])|"
    r"[-–—•*]\s?((?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+)(?: (?:blasts?|bombings?|attacks?|explosions?|shootings?|fires?|quakes?))?: )"
)
"""What a sentence, or a line of a list, says first of where: "In Selm, ...", "- Selm blast: at least 12 killed"."""

SUMS = ("total", "dead", "death", "killed", "injured", "wounded", "missing", "arrest", "hurt", "toll", "victim", "casualt")
"""What a line of a list begins with that is no place."""

BEFORE_PARTS = re.compile(
    r"\s*(?:[\w’'-]+ ){0,3}?[\w’'-]*\s?[,:–—-]\s?(?:among (?:them|whom)|including|of (?:them|whom|which))\b", re.IGNORECASE
)
"""Behind a whole: "killing 21 - among them five children"."""

PART = re.compile(
    r"^\s*(?:others? |more )?of (?:them|those|these|whom|"
    r"the (?:\w+ )?(?:victims|dead|injured|wounded|killed|deaths|fatalities|casualties|arrested|detained|detainees|accused))\b",
    re.IGNORECASE,
)

AND_OTHERS = re.compile(r"^[^,;:#.]{4,60}? and (?:others|some|more) (?:in|at|near|on|outside)\b", re.IGNORECASE)
""" "Close two mills in Carrick and others in Lindby"."""

WITH_PERPETRATOR = re.compile(
    r"\b(?:including|among them|counting) (?:the |a |an |his |her |their )?(?:(?:suspected|alleged|lone) )?"
    r"(?:gunman|gunmen|shooter|suspect|attacker|assailant|bomber|perpetrator|killer|hijacker)s?\b",
    re.IGNORECASE,
)

DEMANDED = re.compile(
    r"\b(?:asked|asking|call(?:ed|s|ing)|wanted|demand(?:ed|s|ing)|pleaded|pushed|pressed|hoping|hoped)\s+(?:for\s+)?"
    r"(?:(?:at least|about|some|up to|a|an)\s+)*$",
    re.IGNORECASE,
)
"""What someone asked for, which is not yet what was given."""

STRIKE = re.compile(r"[\s-]*(?:[a-z]+ )?(?:strike|walkout|stoppage)\b", re.IGNORECASE)
""" "Called for a 24-hour strike": that is what there will be."""

OFFSET = re.compile(r"\s*(?:after|before|later|earlier|ago)\b", re.IGNORECASE)
""" "Two weeks after it was discovered" tells when, not how long."""

LASTED = re.compile(
    r"\b(?:for|lasted|lasting|took)\s+(?:(?:about|some|nearly|almost|just|only|over|more than|an?)\s+){0,2}$", re.IGNORECASE
)
""" "Deliberated for two days after a trial of three weeks": how long."""

AGES = 100
"""Years from which what is so long ago is told as its age."""

LEFT_KINDS = frozenset({Kind.PERCENT, Kind.MONEY})
_ROUGHLY = r"(?:(?:about|some|nearly|almost|just|around|a|an|its|record) ){0,2}"
LEFT = re.compile(rf"\bfrom {_ROUGHLY}$", re.IGNORECASE)
REACHED_BEHIND = re.compile(rf"[^,;.\d]{{0,40}}\bto {_ROUGHLY}[A-Z]{{0,3}}[$€£]?\d", re.IGNORECASE)
REACHED_BEFORE = re.compile(rf"\bto {_ROUGHLY}[A-Z]{{0,3}}[$€£]?\d[^,;]{{0,20}} from {_ROUGHLY}$", re.IGNORECASE)

TOOK = re.compile(r"\b(?:[Tt]ook|lasted|needed|waited) (?:(?:[\w-]+ ){1,3})?$")
"""What it took before something happened is no figure of before: "it took four weeks before the accounts were cut off"."""

THIS_YEAR = re.compile(
    r"\b(?:(?:so far |already )?this (?:year|season)\b(?!['’]s)|(?:months?|weeks?|half|quarters?|part) of the year\b|year to date\b|"
    r"since (?:january|new year(?:['’]s(?: day| eve)?)?|the (?:start|beginning) of the year|the year (?:began|started))\b)|"
    r"\b(?:season|winter|summer|year)['’]s (?:death )?(?:toll|tally|total)\b|"
    r"\bha(?:s|ve) [^;,]*\bthis (?:winter|summer|spring|autumn|season)\b",
    re.IGNORECASE,
)

NUMBER_SINCE = re.compile(r"\s+the (?:number|total) of [^;,]*\b(?:since|this (?:year|season|winter|summer|month))\b", re.IGNORECASE)
""" "Bring to five the number of people who have died in avalanches since September"."""

ALONE = re.compile(r"\balone\b", re.IGNORECASE)

HABIT = re.compile(
    r"\b(?:each|every|per) (?:season|summer|winter|year|day|month)\b|\bin (?:summer|winter)\b"
    r"|#[^,;]{0,40}\b(?<!than )(?<!in )(?<!within )a (?:season|summer|winter|year|day|month)\b"
    r"(?! (?:after|before|earlier|later|ago|old|of|on|since))",
    re.IGNORECASE,
)

POPULATION = re.compile(r"\bha(?:s|ve|d)\s+(?:[a-z]+\s+){0,4}#\s+(?:inhabitants|residents)\b|\bpopulation of\b", re.IGNORECASE)

TIMED = re.compile(
    r"alone|season|summer|winter|year|day|month|autumn|spring|january|new year|inhabitants|residents|population", re.IGNORECASE
)
"""Without any of these no such scope is told; most clauses have none."""

LAST = re.compile(r"\blast (?:year|season|term|winter|summer|spring|autumn|quarter|month)\b", re.IGNORECASE)
CORE = re.compile(r"\b(?:core|underlying) (?:inflation|rate|prices|measure|index)\b", re.IGNORECASE)
"""Without food and energy inflation is another."""

INFLATION = re.compile(r"\b(?:inflation|prices?|cpi)\b", re.IGNORECASE)
SUPERLATIVE = re.compile(r"\b(?:\w+est|record|most|best|worst|least)\b[^,;#]{0,40}\bthis (?:year|season)\b", re.IGNORECASE)
""" "In the biggest listing this year": nothing is summed up since January."""

SINCE_YEAR = re.compile(r"\bsince (?:[A-Z]\w+ )?(?:19|20)\d\d\b")
SCOPES = {"year-earlier": "earlier", "compared": "earlier", "previous": "earlier", "expected": "forecast"}
"""Scope words that come to the same."""

RATES = frozenset({"annual", "monthly", "weekly", "daily", "hourly"})
"""Scope words that say nothing of how long something lasts: "60 days to comply or face daily penalties"."""

CAPACITY, EARLIER = "capacity", "earlier"
NEUTRAL_SCOPES = frozenset({"total", "so-far", "aboard"})
"""Scope words that do not make another claim: a count so far, in total; who was aboard is a fate."""


def scope_of(claim: Claim, passage: Passage, year: int) -> frozenset[str]:
    """Scope words under one name each, with what the clause tells of another time or place; `year` is the article's."""
    words = {word.lower().replace(" ", "-") for word in claim.scope} - NEUTRAL_SCOPES - _overruled(claim, passage)
    classes = {SCOPES.get(word, word) for word in words} - (RATES if claim.kind is Kind.DURATION else frozenset())
    if claim.kind is Kind.PERCENT and isinstance(claim.figure, Quantity) and INFLATION.search(claim.figure.counted or ""):
        # Inflation is a year's, whoever says so.
        classes -= {"annual"}
    if _is_population(claim):
        classes.add("population")
    named = PLACED.match(passage.sentence) if claim.kind is Kind.COUNT else None
    place = (named.group(1) or named.group(2)).lower() if named is not None else ""
    if named is not None and named.end() <= passage.place and not place.startswith(SUMS) and place not in CALENDAR:
        classes.add(f"{IN_PLACE}{place.strip()}")
    if isinstance(claim.figure, Period):
        return frozenset(classes)
    clause = passage.clause
    told = {
        **({} if _is_taken(claim, clause, passage.start) else _of_before(claim, passage, year)),
        "forecast": forecast(clause) and HAPPENED.match(clause, passage.end) is None,
        "demanded": STRIKE.match(clause, passage.end) is None
        and DEMANDED.search(clause, max(0, passage.start - WITHIN), passage.start + 1),
        **(_of_time(clause, passage.end) if TIMED.search(clause) else {}),
        **(_of_people(claim, passage) if claim.kind is Kind.COUNT else {}),
        "margin": _is_margin(claim, passage),
        "core": claim.kind is Kind.PERCENT and CORE.search(clause),
    }
    if NUMBER_SINCE.match(passage.sentence, passage.stop):
        classes.add("this-year")
    classes |= {name for name, found in told.items() if found}
    if "forecast" in classes:
        # What analysts expect on average is what they expect.
        classes -= {"average"}
    # What a ship may carry it may still, whenever it was built.
    return frozenset(classes - {EARLIER} if CAPACITY in classes else classes)


def _of_before(claim: Claim, passage: Passage, year: int) -> dict[str, object]:
    """How long before or after something it was, and what was before what is told."""
    is_offset = claim.kind is Kind.DURATION and not _is_ages_ago(claim.figure) and OFFSET.match(passage.clause, passage.end)
    return {
        "offset": is_offset and LASTED.search(passage.clause, 0, passage.start + 1) is None,
        "earlier": background_before(_without_since(claim, passage), passage.place, passage.stop, year)
        or (claim.kind in LEFT_KINDS and _is_left(passage)),
    }


def _without_since(claim: Claim, passage: Passage) -> str:
    """Since when a change was is no time of before: "sales have fallen by 22% since 2022"."""
    figure = claim.figure
    is_change = isinstance(figure, Quantity) and figure.role is Role.CHANGE
    return SINCE_YEAR.sub(lambda since: " " * len(since.group()), passage.sentence) if is_change else passage.sentence


def same_last(left: str, right: str) -> bool:
    """Two clauses speak of the same stretch of time: "last season"."""
    told = [LAST.search(clause) for clause in (left, right)]
    return told[0] is not None and told[1] is not None and told[0].group().lower() == told[1].group().lower()


def _is_left(passage: Passage) -> bool:
    """The level that a movement leaves: "they go from 0.75 percent to 0.25"."""
    before = passage.sentence[max(0, passage.place - WITHIN) : passage.place]
    if LEFT.search(before) is None:
        return False
    return REACHED_BEHIND.match(passage.sentence, passage.stop) is not None or REACHED_BEFORE.search(before) is not None


def _is_ages_ago(figure: object) -> bool:
    """ "Buried 2,500 years ago" tells how old it is."""
    return isinstance(figure, Quantity) and figure.unit == "year" and figure.value is not None and figure.value >= AGES


def _is_population(claim: Claim) -> bool:
    figure = claim.figure
    return isinstance(figure, Quantity) and figure.role is Role.LEVEL and (figure.counted or "").lower().endswith("population")


def _is_margin(claim: Claim, passage: Passage) -> bool:
    """ "Ahead by nine points", "a three-point lead"."""
    figure = claim.figure
    if claim.kind is not Kind.COUNT or not isinstance(figure, Quantity):
        return False
    behind = passage.clause[passage.end :]
    if figure.counted is not None and LEADS.search(figure.counted):
        return True
    if figure.counted is None:
        return WON_BY.search(passage.clause, 0, passage.start + 1) is not None or AHEAD.match(behind) is not None
    if stem(figure.counted.split(" ")[-1]) not in TALLIES or PAIR.match(behind):
        return False
    return MARGIN.search(passage.clause, 0, passage.start + 1) is not None or AHEAD.search(behind[:40]) is not None


def _is_taken(claim: Claim, clause: str, start: int) -> bool:
    return claim.kind is Kind.DURATION and TOOK.search(clause, 0, start) is not None


def _of_time(clause: str, end: int) -> dict[str, object]:
    """Stretches of time, and what only stands there, that make a figure another claim."""
    own = OWN_FIGURE.search(clause, end)
    clause = clause[: own.start()] if own is not None else clause
    return {
        "alone": ALONE.search(clause[:end]) or ALONE.search(clause, end, _next_figure(clause, end)),
        "annual": HABIT.search(clause),
        "population": POPULATION.search(clause),
        "this-year": THIS_YEAR.search(SUPERLATIVE.sub(" ", clause)),
    }


def _next_figure(clause: str, end: int) -> int:
    """Where the next figure of a clause stands: "1,300 are to be lost in the region, 900 at Lindby alone"."""
    found = FIGURE.search(clause, end)
    return found.start() if found else len(clause)


def _overruled(claim: Claim, passage: Passage) -> frozenset[str]:
    """Scope words that say less here: "another two" come on top, "all three of them" are the whole."""
    if _is_taken(claim, passage.clause, passage.start):
        return frozenset({"earlier"})
    if "part" not in claim.scope:
        return frozenset()
    before, after = beside(passage)
    is_whole = (
        ANOTHER.search(before)
        or ALL.search(before)
        or _are_the_dead(passage.clause[passage.end :], after)
        or BEFORE_PARTS.match(passage.sentence, passage.stop)
    )
    return frozenset({"part"}) if is_whole else frozenset()


def _of_people(claim: Claim, passage: Passage) -> dict[str, object]:
    """Who of those counted are meant: a part of them, the gravely hurt, the perpetrator among the dead."""
    before, after = beside(passage)
    figure = claim.figure
    if isinstance(figure, Quantity) and figure.counted in ENUMERATED:
        # The reader told the whole from a part.
        after = before = ""
    # Asides are blanked in the passage, and this is one.
    behind = claim.span.end - claim.sentence.start
    of = passage.clause[passage.end :]
    return {
        "part": (PART.match(of) and not ALL.search(before) and not _are_the_dead(of, after))
        or (ONE.fullmatch(claim.surface) and OTHER_ONE.search(passage.sentence, passage.stop))
        or ITEM.search(passage.sentence, 0, passage.place)
        or INCLUDED.search(passage.clause, 0, passage.start + 1)
        or AND_OTHERS.match(of),
        "further": MORE.match(of) or ANOTHER.search(before),
        "grave": is_grave(after) or GRAVE.search(before),
        "beside": beside_another(passage.sentence, passage.place),
        "with-perpetrator": WITH_PERPETRATOR.search(claim.sentence.text, behind, behind + 80),
    }


def _are_the_dead(of: str, after: str) -> bool:
    """ "Three of them fatally" are all the dead of those who were shot."""
    return OF_THEM.match(of) is not None and "killed" in after
