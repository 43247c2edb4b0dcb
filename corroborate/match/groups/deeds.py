"""What was done with those counted, where it is no fate of people: jobs cut, homes destroyed, votes cast for and against, marches.

Each is told in many words: "will shed 3,100 jobs", "3,100 posts are to go"; "151 votes to 146", "146 opposed it".
"""

import re
from dataclasses import dataclass

from corroborate.match.groups.clauses import WITHIN
from corroborate.match.groups.passages import Passage
from corroborate.match.words import listed, stem
from corroborate.model.months import ANY_MONTH

_HEDGES = (
    r"(?:(?:at least|no fewer than|about|some|up to|as many as|more than|nearly|almost|around|roughly|approximately|an estimated|"
    r"close to|well over|over|another|a further|a total of|"
    r"the|its|all|only|just|of)\s+)*$"
)
_SIDE = r"\b{} (?:side|camp|campaign|vote) [^,;#]{{0,30}}$"
_OF_SIDE = r"\b{} of [^,;#]{{1,40}} (?:won|took|got|had|have|reached|came to|polled|drew)\s+"
_FEW = r"^\s*(?:[\w,.’'-]+ ){0,4}?"
_NEXT = r"^\s*(?:[\w’'-]+ ){0,2}?"
_BE = r"(?:is|are|was|were|be|been|being|lay|lie)"


def _things(words: str) -> frozenset[str | None]:
    return listed(words) | {stem(word) for word in listed(words)}


WORK = _things("worker person")
TAKEN_ON = _things("engineer developer programmer graduate apprentice trainee specialist researcher employee recruit")
BUILT = _things("home shop plant school vehicle ship church bridge business structure apartment flat building")
TRIPS = _things("flight train service ferry bus sailing departure match game concert show performance operation appointment class")
CRAFT = _things("flight ship train fleet")
SOLD = _things("vehicle home ticket aircraft plane phone smartphone copy ship")
SHUT = _things("school shop plant branch road station airport district hospital clinic pub restaurant office site")
VOTERS = _things(
    "vote member deputy senator lawmaker mp mps legislator councillor delegate representative voter shareholder support backing"
) | {None}
POLLED = _things("voter person elector turnout eligible entitled") | {None}
MISSILES = _things("drone missile rocket projectile shell aircraft uav") | {None}
CROWDS = _things("person visitor worker student striker protester demonstrator marcher supporter farmer woman teacher") | {None}


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed, the things that it is done with, and the words that tell it right before and right behind their number."""

    name: str
    things: frozenset[str | None]
    before: re.Pattern[str]
    after: re.Pattern[str]
    cue: re.Pattern[str] | None = None
    """What the sentence must hold, where the words alone tell too little."""


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


VOTING = _pattern(
    r"\b(?:vot\w+|parliament|senate|chamber|assembly|council|approv\w+|pass(?:ed|es)|reject\w*|adopt\w*|bill|motion|referendum|ballots?|turnout)\b"
)
PROTEST = _pattern(r"\b(?:protest\w*|demonstrat\w*|march\w*|rally|rallies|rallied|procession|organi[sz]ers|parade|crowds?)\b")
AIR_WAR = _pattern(r"\b(?:drones?|missiles?|rockets?|uavs?)\b")
LOST = _pattern(
    r"\b(?:reject\w*|defeat\w*|vot(?:ed|e|es|ing) (?:it |them )?down|turn(?:ed|s|ing)? down|(?:threw|thrown?|throws) out|"
    r"fail(?:ed|s)|f[ae]lls?|los[et]s?|losing)\b|\bvot\w+ (?:by )?\d[\d,.]* ?(?:votes )?(?:to|-|–) ?\d[\d,.]* against\b"
)
"""A vote that was lost: of both numbers the larger is that of those against, "rejected it 61-48" and "it failed 48-61"."""

PAIR = _pattern(r"^\s*(?:(?:votes?|members|deputies|senators) )?(?:to|-|–|against) ?(?P<other>\d[\d,.]*)")
"""Behind the first number of a vote: "151 votes to 146"."""

SECOND = _pattern(r"(?<!from )\b(?P<other>\d[\d,.]*)(?: (?:votes?|members|deputies|senators|percent|per cent))? ?(?:to|-|–|against) ?$")
FROM = _pattern(r"\bfrom $")
NOT_DIGITS = re.compile(r"\D")

WHOLE = _pattern(r"\b(?:\d[\d,.]*|percent|per cent|half|third|quarter) of (?:the|its|their|his|her|all)(?: [a-z’'-]+){0,2} $")
"""Before a whole: "4,000 of its 36,000 employees would lose their jobs"."""

OF_WHOLE = _pattern(r"^\s*of (?:the|its|their|all)(?: [a-z’'-]+){0,2} \d[\d,.]*(?= )")
""" "71 of the county's 212 schools were shut": behind the part stands its whole."""

REACH = 90
"""Characters before a number in which the words stand that tell what was done."""

NOTHING = _pattern(r"(?!)")
"""Where no word before a number tells."""

_CRAFT = r"(?:bus|coach|plane|jet|train|ferry|boat|ship|vessel|flight|aircraft|airliner|helicopter|liner|yacht|minibus|tram)"

DEEDS: tuple[Deed, ...] = (
    Deed(
        "aboard",
        _things("person passenger") | {None},
        _pattern(rf"\b{_CRAFT}\b[^,;]{{0,40}}\b(?:with|carried|carrying|held|had)\s+{_HEDGES}"),
        _pattern(rf"{_FEW}(?:on|in|inside|aboard) (?:the|a|an) (?:[\w-]+ ){{0,2}}?{_CRAFT}\b"),
    ),
    Deed(
        "dismissed",
        WORK,
        _pattern(
            r"\b(?:cut|cuts|cutting|shed|sheds|shedding|slash\w*|ax(?:e|es|ed|ing)|eliminat\w*|lay(?:s|ing)? off|laid off|"
            r"sack(?:s|ed|ing)?|"
            r"los(?:e|es|ing|s of)|lost|dismiss\w*|(?<!opened )(?<!open )fir(?:e|es|ed|ing)|scrap\w*|let(?:s|ting)? go(?: of)?|"
            rf"part(?:s|ing)? (?:company )?with|cull of|cost(?:s|ing)?)\s+{_HEDGES}"
        ),
        _pattern(
            rf"{_FEW}(?:(?:to|will|would|must) (?:be )?(?:go|cut|lost|axed|shed|sacked|disappear|eliminated|"
            r"made redundant|laid off)\b|"
            rf"{_BE} (?:to go|going|to lose|being cut|(?:to be |being )?(?:cut|lost|axed|shed|eliminated|laid off|"
            rf"sacked|made redundant))\b|"
            r"(?:will |would |to )?los(?:e|t|es|ing) (?:their|its) (?:jobs?|posts?|positions?)\b|for the chop\b|"
            rf"{_BE} (?:(?:now )?at risk|under threat|threatened|on the line)\b|"
            r"(?:cuts|losses|layoffs|redundancies)\b)"
        ),
        _pattern(r"\b(?:jobs?|posts?|positions?|workers?|employees?|staff|workforce|redundan\w+|layoffs?|laid off|roles?)\b"),
    ),
    Deed(
        "hired",
        WORK | TAKEN_ON,
        _pattern(rf"\b(?:hir(?:e|es|ed|ing)|recruit(?:s|ed|ing)?|tak(?:e|es|ing) on|took on)\s+{_HEDGES}"),
        _pattern(rf"{_FEW}(?:to|will|would|have|had|are) (?:be )?(?:join(?:ed|ing)? (?:the|its|their) (?:team|staff|company|firm|payroll)|"
                 r"hired|recruited|taken on)\b"),
    ),
    Deed(
        "hired",
        TAKEN_ON,
        _pattern(rf"\b(?:looking for|seek(?:s|ing)?|in search of|advertis(?:es|ed|ing) for)\s+{_HEDGES}"),
        NOTHING,
    ),
    Deed(
        "employed",
        WORK,
        _pattern(rf"\b(?:workforce|staff|headcount|payroll)(?: of| st(?:oo|an)ds? at| number(?:s|ed)?| total(?:s|led)?)\s+{_HEDGES}"),
        _pattern(
            r"^\s*(?:people|staff|workers|employees|men and women)?\s?(?:work|worked|clock on|"
            r"have (?:their )?jobs) (?:at|in|for|on|there)\b"
        ),
    ),
    Deed(
        "destroyed",
        BUILT,
        _pattern(
            r"\b(?:destroy\w*|burn(?:ed|t|ing)(?: down)?|gutt?(?:ed|ing)|flatten\w*|level(?:l?ed|l?ing)|raz(?:ed|ing)|wreck\w*|"
            rf"reduc(?:ed|ing)|swept away|swallow\w*)\s+{_HEDGES}|"
            rf"\bnumber of (?:\w+ )?(?:destroyed|burned|gutted|wrecked)(?: \w+)? (?:at|to|is|was|reached|stood at|rose to)\s+{_HEDGES}"
        ),
        _pattern(
            rf"{_FEW}(?:(?:{_BE} )?(?:\w+ )?(?:destroyed|gutted|flattened|levell?ed|razed|wrecked|swept away|burn(?:ed|t) down|"
            r"collapsed)\b|"
            rf"{_BE} (?:burn(?:ed|t)|lost)\b|(?:in|to) (?:ash|ashes|rubble|ruins|the ground)\b)"
        ),
    ),
    Deed(
        "damaged",
        BUILT,
        _pattern(rf"\bdamag(?:ed|es|ing)\s+{_HEDGES}"),
        _pattern(rf"{_FEW}(?:{_BE} )?(?:\w+ )?damaged\b"),
    ),
    Deed(
        "hit",
        BUILT,
        _pattern(rf"\b(?:fired|firing|shot|shots|shooting|bullets) (?:\w+ )?(?:into|at)\s+{_HEDGES}|\b(?:hit|hitting|struck)\s+{_HEDGES}"),
        _pattern(rf"^\s*(?:[\w’'-]+ ){{0,7}}?{_BE} (?:\w+ )?(?:hit|struck|shot at)\b"),
        _pattern(r"\b(?:fired|shots?|bullets?|gunfire|hit|struck)\b"),
    ),
    Deed(
        "downed",
        MISSILES,
        _pattern(rf"\b(?:shot|shooting|brought|bringing) down\s+{_HEDGES}|\b(?:downed|downing|intercepted|intercepting)\s+{_HEDGES}"),
        _pattern(rf"{_FEW}{_BE} (?:shot down|downed|intercepted|brought down)\b"),
        AIR_WAR,
    ),
    Deed(
        "launched",
        MISSILES,
        _pattern(rf"\b(?:launch(?:ed|ing)|fired|firing|sent|unleashed)\s+{_HEDGES}"),
        _pattern(rf"{_FEW}{_BE} (?:launched|fired)\b"),
        AIR_WAR,
    ),
    Deed(
        "ordered",
        CRAFT,
        _pattern(rf"\b(?:order(?:s|ed|ing)?|orders? for|buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing))\s+{_HEDGES}"),
        _pattern(rf"{_FEW}(?:{_BE} )?(?:on order|ordered)\b"),
    ),
    Deed(
        "operated",
        CRAFT,
        _pattern(rf"\b(?:(?:now |currently )?(?:has|have|operat(?:es?|ing)|flies|owns?)(?: now| currently)?|fleet of)\s+{_HEDGES}"),
        _pattern(rf"{_FEW}in (?:its|the) (?:[\w-]+ )?fleet\b"),
    ),
    Deed(
        "trapped",
        CROWDS | _things("passenger traveller tourist holidaymaker commuter customer pupil"),
        _pattern(rf"\bstrand(?:ed|ing|s)\s+{_HEDGES}"),
        _pattern(rf"{_FEW}(?:{_BE} )?stranded\b"),
    ),
    Deed(
        "tallied",
        POLLED | _things("vote ballot precinct"),
        _pattern(
            r"\b(?:counted|tallied|gone through|processed|checked)\s+"
            rf"{_HEDGES}|\bcount (?:stands|stood|is|was|has reached|had reached) (?:now )?at\s+{_HEDGES}"
        ),
        _pattern(
            r"^\s*of (?:the |all )?(?:ballots|votes|precincts|polling stations|districts)\b"
            r"(?: (?:were |was |had been |have been |are )?(?:counted|tallied|reporting|processed|in\b|showed))|"
            r"^\s*(?:votes|ballots|ballot papers) (?:(?:were|had been|have been|are) )?(?:counted|tallied|checked|processed)\b"
        ),
    ),
    Deed(
        "cheated",
        CROWDS | _things("saver customer client investor shareholder pensioner"),
        _pattern(rf"\b(?:cheat(?:ed|ing)|defraud(?:ed|ing)|deceiv(?:ed|ing)|swindl(?:ed|ing)|dup(?:ed|ing)|fleec(?:ed|ing)|conn(?:ed|ing))\s+{_HEDGES}"),
        _pattern(
            rf"{_FEW}(?:{_BE} (?:\w+ )?(?:cheated|defrauded|deceived|swindled|duped|fleeced|conned)|"
            r"(?:have |has |had )?lost (?:money|(?:their|all their) (?:money|savings))|"
            r"(?:have |had )?trusted (?:[\w’'-]+ ){1,4}with their)\b"
        ),
    ),
    Deed(
        "sold",
        SOLD,
        _pattern(rf"\b(?:sold|sells?|selling|deliver(?:s|ed|ing)|deliveries\b[^,;#]{{0,30}}\b(?:of|to|at)|sales of)\s+{_HEDGES}"),
        _pattern(rf"{_FEW}(?:{_BE} )?(?:sold|delivered)\b"),
    ),
    Deed(
        "cancelled",
        TRIPS,
        _pattern(
            r"\b(?:cancel\w*|scrap(?:s|ped|ping)?|ax(?:e|es|ed|ing)|ground(?:s|ed|ing)|call(?:s|ed|ing) off|drop(?:s|ped|ping))"
            rf"\s+{_HEDGES}"
        ),
        _pattern(rf"{_FEW}(?:{_BE} )?(?:\w+ )?(?:cancel\w*|scrapped|axed|grounded|called off)\b"),
    ),
    Deed(
        "closed",
        SHUT,
        _pattern(rf"\b(?:clos(?:e|es|ed|ing)|shut(?:s|ting)?(?: down)?|shutter\w*)\s+(?:schools in\s+)?{_HEDGES}|\bschools in\s+{_HEDGES}"),
        _pattern(rf"{_FEW}(?:{_BE} )?(?:\w+ )?(?:closed|shut|shuttered)\b"),
        _pattern(r"\b(?:clos\w+|shut\w*)\b"),
    ),
    Deed("abstaining", VOTERS, _pattern(r"\babstentions? (?:of|by) $"), _pattern(rf"{_FEW}abst(?:ain(?:ed|ing)?|entions?)\b"), VOTING),
    Deed(
        "marching",
        CROWDS,
        _pattern(
            r"\b(?:crowd|turnout|numbers?|attendance|protest\w*|demonstrat\w*|march|rally|procession|parade)\b"
            rf"(?! (?:in|last|of) (?:{ANY_MONTH}|week|month|year)\b)[^;]{{0,60}}"
            rf"\b(?:at|of|drew|attracted|brought out|numbered)\s+{_HEDGES}"
        ),
        _pattern(
            rf"{_FEW}(?:protest(?:ed|ing)?|demonstrat(?:ed|ing)|march(?:ed|ing)|rallied|turned (?:out|up)(?! to (?:vote|be))|"
            r"took to the streets|"
            r"(?:took part|taken part|joined|gathered|attended|came(?! (?:in|to (?:vote|blows))\b)|"
            r"(?:were|was) (?:there to march|counted on the))\b)"
        ),
        PROTEST,
    ),
    Deed(
        "marching",
        CROWDS,
        _pattern(
            r"\b(?:drew|draws|drawn|drawing|attract(?:ed|ing|s)|welcom(?:ed|ing)|pulled in|attendance (?:of|at|was)|played to)\s+"
            rf"{_HEDGES}"
        ),
        _pattern(
            rf"{_FEW}(?:attended|flock(?:ed|ing)|throng(?:ed|ing)|turned (?:out|up)(?! to (?:vote|be))|poured in(?:to)?|packed(?: into)?|"
            r"lined the|filled the|visited|came (?:to (?:the|see|watch|hear)|over the|through|despite|for the|along))\b"
        ),
    ),
    Deed(
        "opposed",
        VOTERS,
        _pattern(
            rf"\b(?:rejected|defeated|voted down|opposed) (?:by|with)\s+{_HEDGES}|{_SIDE.format('No')}|"
            rf"{_OF_SIDE.format('opponents')}{_HEDGES}"
        ),
        _pattern(rf"{_FEW}(?:against\b(?! (?:the )?\d)|oppos(?:ed|ing)|voted no\b|said no\b|noes\b|no votes?\b)"),
        VOTING,
    ),
    Deed(
        "in favour",
        VOTERS,
        _pattern(
            rf"\b(?:approved|passed|backed|accepted|carried|adopted) (?:by|with)\s+{_HEDGES}|{_SIDE.format('Yes')}|"
            rf"{_OF_SIDE.format('supporters')}{_HEDGES}|\b(?:has|have|had|won|with) the (?:support|backing) of\s+{_HEDGES}"
        ),
        _pattern(
            rf"{_NEXT}(?:(?:(?:were|was|voted) )?in favou?r\b|voted (?:for|yes)\b|said yes\b|back(?:ed|ing)\b|support(?:ed|ing)\b|"
            r"ayes\b|yes votes?\b)"
        ),
        VOTING,
    ),
    Deed(
        "polled",
        POLLED,
        _pattern(r"\bturnout\b[^;,]{0,40}$"),
        _pattern(
            r"^[^;,#]{0,40}?\b(?:went to the polls|cast (?:a|their) (?:votes?|ballots?)|turnout|"
            r"(?:those|voters|people) (?:entitled|eligible)|took part)\b"
        ),
        _pattern(r"\b(?:vot\w+|polls?|ballots?|elect\w+|referendum|turnout|entitled|eligible)\b"),
    ),
)  # fmt: skip

NAMED = {"opposing votes": "opposed"}
"""What is counted where the reader told a side of a vote."""


def deed_told(thing: str | None, counted: str, passage: Passage) -> str | None:
    """What was done with those counted, from the words right beside their number; None where these tell nothing."""
    if counted in NAMED:
        return _side(passage) or NAMED[counted]
    if thing in VOTERS and VOTING.search(passage.sentence) and (side := _side(passage)) is not None:
        return side
    before, after = passage.sentence[max(0, passage.place - REACH) : passage.place], OF_WHOLE.sub(" ", passage.clause[passage.end :])
    if WHOLE.search(before):
        return "employed" if thing in WORK else None
    for deed in DEEDS:
        if thing not in deed.things or (deed.cue is not None and deed.cue.search(passage.sentence) is None):
            continue
        if deed.before.search(before) or deed.after.match(after):
            return deed.name
    return None


def _side(passage: Passage) -> str | None:
    """The side of a vote that is told by both its numbers."""
    sentence = passage.sentence
    if FROM.search(sentence, max(0, passage.place - WITHIN), passage.place):
        return None
    behind = PAIR.match(sentence[passage.stop : passage.stop + WITHIN])
    other = behind or SECOND.search(sentence, max(0, passage.place - WITHIN), passage.place)
    if other is None:
        return None
    if LOST.search(sentence) is None:
        return "in favour" if behind else "opposed"
    mine, theirs = _votes(sentence[passage.place : passage.stop]), _votes(other["other"])
    is_larger = mine > theirs if mine != theirs else behind is not None
    return "opposed" if is_larger else "in favour"


def _votes(told: str) -> int:
    """The number at the head of what is told: "432 votes" are 432."""
    digits = NOT_DIGITS.sub("", told.split(" ")[0])
    return int(digits) if digits else 0
