"""The clause around a figure, and what it says of the figure: subject, fate, event, background."""

import re
from collections.abc import Iterable, Iterator, Mapping

from corroborate.match.words import stem
from corroborate.model.claims import between_semicolons
from corroborate.model.retractions import before_retraction

BOUNDARY = re.compile(
    r"[;:()\[\]—–|\n]|\s-\s"
    r"|,?\s(?:which|who|whom|whose|while|whereas|but|although|though|because|when|where|alleging|saying|adding|claiming|according)\b"
    r"|,\s(?:and|as|with|including|up|down|compared|after|before|since|the)\b"
)
FIGURE = re.compile(r"\d[\d.,]*\d|\d")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SHORTEST = 4
"""Words below which a clause says too little and is widened to its sentence."""

SELF_STANDING = 3
"""Words from which it is not widened beyond a semicolon: "revenue came to 1.8 billion"."""

SUBJECT_AND_VERB = 2

HELD_AGAINST = re.compile(r",?\s(?:up|down|compared)\s(?:from|with|to|on)\b", re.IGNORECASE)
""" "Turnout was 67 percent, up from 62": behind these words the figure that stood before."""

BACKGROUND = re.compile(
    r"\b(?:earlier|previous(?:ly)?|prior|past|(?:days|weeks|months|years?|decades?) ago|since the turn of|since (?:the )?(?:19|20)\d\d|"
    r"since (?:[A-Z]\w+ )?(?:19|20)\d\d, (?:when|in which)|"
    r"last (?:year|decade|season|term|winter|summer|spring|autumn)|"
    r"(?:a|the|one) year (?:before|earlier)|compared (?:with|to)(?! (?:(?:an? |the )?(?:placebo|control)|those|patients|people)\b)|"
    r"up from|down from|back in|"
    r"^(?:(?:a|the) (?:week|month)|the (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend)) (?:before(?=,)|earlier)|"
    r"^(?:not|never) (?:for|in|since) (?!\d|this\b)[^,;]{3,60} (?:has|have|had)\b|"
    r"from an? (?:initial|preliminary|original)|the (?:year|season) before|predecessor)\b",
    re.IGNORECASE,
)
COMPARISON = re.compile(
    r"\b(?:exceed|surpass|outnumber|outstrip|dwarf|eclips|topp|beat)(?:s|ed|es|ing|en)?\b|\bthan\b|\bcompared\b|"
    r"\b(?:revised|corrected|lowered|raised|changed|updated)(?: (?:up|down))? from\b|\b(?:correct|replac|revis)ing\b|\binstead of\b|"
    r"\bafter an? (?:[\w-]+ )?(?:profit|loss|gain|rise|fall|drop|surplus|deficit)\b|"
    r"\b(?:from|against|versus|vs) (?:(?:about|some|nearly|just|around|a record) )?(?:[A-Z]{0,3}[$€£])?\d|"
    r"\bas (?:much|many|high|large) as (?:in|at|the|a)\b",
    re.IGNORECASE,
)
"""Behind these words another figure is spoken of."""

REACHED = re.compile(r"\bfrom (?:\S+ ){1,4}to (?:(?:just|about|some|nearly|almost|at least|around|only) )*$", re.IGNORECASE)
""" "Revised from 34 to": before the figure that stands now, the one left."""

YEAR = re.compile(r"\b(?:in|the|of|during|back in) ((?:19|20)\d\d)\b|\b((?:19|20)\d\d)['’]s\b", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:that|which|who|whose|where)\b|,\s\w+(?:ed|en)\b", re.IGNORECASE)
HEADED = 3
"""Words after a figure in which what is counted stands: a relative clause behind them tells of something else."""

ELSEWHERE = frozenset({"for", "at", "in", "on", "to", "with", "from"})
PART_OF_YEAR = re.compile(r"\b(?:quarter|half|months?|end|close)\s*$", re.IGNORECASE)
CUE = re.compile(
    r"earlier|previous|prior|past|ago\b|since |last |before|compared|from|back in|(?:19|20)\d\d|predecessor|^(?:not|never) ", re.IGNORECASE
)
"""Without any of these there is no background; most sentences have none."""

LINK = re.compile(r",?\s*(?:which|who|that|where|when|and)\b", re.IGNORECASE)
STANDS = re.compile(
    r"\b(?:has|have|employs?|is|are|holds?|serves?|owns?|runs?|operates?|counts?)\s+"
    r"(?:(?:some|about|around|nearly|almost|over|more than|approximately|roughly|an estimated|at least)\s+)?$",
    re.IGNORECASE,
)
PARTED = re.compile(
    r"\band\s+(?:\w+ed|has|had|was|were|took|cost|won|lost|made|gave|got|left|rose|fell|sold|bought|paid|cut|shut)\b", re.IGNORECASE
)
OWN_FIGURE = re.compile(
    r"(?:,| and) (?:[\w’'-]+ ){0,2}?(?!(?:injur|wound|kill|hurt|displac|destroy|damag|need)\w*\b)"
    r"(?:\w+ed|made|sold|built|lost|won|spent|paid|bought|earned|has|had|took|drew|grew|rose|fell|cut|wants|says|owes)"
    r" (?:(?:about|some|nearly|almost|more than|over|only|just|by|an?|its|their) ){0,2}"
    r"[$€£]?(?:#|\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)"
)
""" "Employs 2,100 people and built 96,000 cars last year": what follows is of the second figure."""

SO_FAR = re.compile(
    r"\b(?:from|over|than|on) (?:a|one|the) (?:year|quarter|month|week) (?:earlier|ago|before)\b|"
    r"\b(?:\d{3,}|\d[\d,]+\d{3}|hundreds?|thousands?)(?: of)? years ago\b|"
    r"\bearlier (?:this|on|in the|today|than)\b|\bthan (?:previously|earlier)\b|"
    r"\b(?:since|after) (?:[\w’'-]+ ){1,6}(?:days|weeks|months) ago\b|"
    r"\b(?:quake|earthquake|tremor|storm|hurricane|typhoon|cyclone|tornado|floods?|fire|blaze|crash|collision|sinking|wreck|derailment|"
    r"collapse|explosion|blast|bombings?|attacks?|shooting|stabbing|landslide|avalanche|eruption|disaster|accident)s? "
    r"(?:\w+ ){1,2}(?:hours|days) (?:earlier|before|ago)\b|"
    r"(?<=[t%] )of (?:last|the (?:previous|prior|past)) (?:year|season|quarter|month)['’]s\b|\bpast (?:the|a|midnight|noon)\b|"
    r"\bsince (?:\w+ )?records (?:began|started)(?: (?:in )?(?:19|20)\d\d)?|"
    r"\b(?:\w+est|most|least|worst|best|first|record)(?: [\w-]+){0,9} since (?:\w+ ){0,3}(?:19|20)\d\d\b"
    r"(?=\s*(?:[.;)]|$|,(?! (?:when|in which|where)\b)))|"
    r"\b(?:half|quarter|minutes?|five|ten|twenty|gone|\d) past\b|\b(?:went|walked|drove|ran|sped|get|gets|got|move|moved) past\b",
    re.IGNORECASE,
)
FRONTED = re.compile(r"(?:at|in|during|on|back in|for|over)\b[^,]{2,60},?\s*$", re.IGNORECASE)
"""What a sentence opens with to say when or where the rest of it holds: "At the election three years ago, ..."."""

WITHIN = 60
"""Characters before a figure in which the words right before it stand."""

HANGING = ("which", "whom", "here", "hen", "hat")
"""Without any of these nothing hangs on what was told before."""

HUNG = re.compile(
    r"\b(?:in|at|on|during|by) (?:which|whom)\b[^,;]*$|\b(?:where|when|(?<!and )(?<!but )(?<!said )(?<!says )(?<!say )that)\b[^,;]*$",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"\b(?:days?|weeks?|months?|years?|nights?|hours?) (?:after|before|since) (?:(?:the|at least|about|some|another|more than)\s+)*$",
    re.IGNORECASE,
)
"""Right before those to whom something else happened: "three days after seven skiers died nearby"."""

ANOTHER = re.compile(
    r"\b(?:no|not|any|a|possible) (?:link|connection|connected|linked|related)\b|\b(?:un)?related to\b|\blink(?:ed)? (?:to|with)\b|"
    r"\b(?:similar|echoe[sd]|recall(?:s|ed)|reminiscent|likened)\b|\bhad \w+\b[^,;]{0,60}$|"
    r"\b(?:km|kilomet\w+|miles?|blocks?|met(?:er|re)s|yards|minutes|hours?) (?:from|away)\b|"
    r"\b(?:second|third|fourth|fifth|latest|another|deadliest|worst)\b"
    r"(?! (?:straight |consecutive |full )?(?:day|night|week|month|year|quarter|half|hour|term|reading|round|stage|leg)\b)",
    re.IGNORECASE,
)
"""Words that set one event beside another, before the clause that tells of the other."""

FORECAST = re.compile(
    r"\b(?:(?:is|are|was|were) expected to|expects?|forecasts?|projected|targets?|targeting|planned|"
    r"(?<![’']s )(?<!\bthe )(?<!\ba )plans? to|hopes? to|aims? to|"
    r"could (?:rise|reach|exceed|hit)|may (?:rise|reach|exceed)|by (?:20)\d\d)\b",
    re.IGNORECASE,
)


def clause_around(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of the clause that holds `sentence[start:end]`; the whole sentence where the clause is very short."""
    low, high = 0, len(sentence)
    for cut in BOUNDARY.finditer(sentence):
        if cut.end() <= start:
            low = cut.start() + (1 if cut.group()[0] in ",;:()[]—–|\n" else 0)
        elif cut.start() >= end:
            high = cut.start()
            break
    if _words_in(sentence[low:start], sentence[end:high]) >= SHORTEST:
        return low, high
    low, high = between_semicolons(sentence, start, end)
    against = HELD_AGAINST.search(sentence, end, high)
    if against is not None and _words_in(sentence[low:start], sentence[end : against.start()]) >= SUBJECT_AND_VERB:
        return low, against.start()
    return (low, high) if _words_in(sentence[low:start], sentence[end:high]) >= SELF_STANDING else (0, len(sentence))


def _words_in(*parts: str) -> int:
    return sum(len(WORD.findall(part)) for part in parts)


def masked(text: str) -> str:
    """The text with its figures blanked, so that only what they are about is compared."""
    return FIGURE.sub("#", text)


def words_before(text: str, end: int) -> Iterator[str]:
    """Stems before a place, nearest first."""
    return map(stem, reversed(WORD.findall(text[:end].lower())))


def words_after(text: str, start: int) -> Iterator[str]:
    """Stems after a place, nearest first."""
    return map(stem, WORD.findall(text[start:].lower()))


def nearest_of(before: Iterable[str], after: Iterable[str], ring: Mapping[str, str]) -> list[str]:
    """Names of the ring words before and after a figure, nearest first, each once."""
    found: dict[str, int] = {}
    for words, penalty in ((before, 0), (after, 1)):
        for distance, word in enumerate(words):
            name = ring.get(word)
            if name is not None:
                found[name] = min(found.get(name, 1000), 2 * distance + penalty)
    return sorted(found, key=lambda name: (found[name], name))


def background_before(sentence: str, start: int, end: int, year: int | None = None) -> bool:
    """The words around a figure put it into an earlier event: "in an earlier recall, 12,000 mixers".

    A cue counts in the figure's clause, and in what comes before it when the clause goes on from there ("campaigns
    disclosed earlier, which involved ... and generated 16 million") or was put at the head of the sentence for it. What
    stands now stands whatever follows ("has 28,000 staff and closed a plant last year"); a year named is the past unless
    it is `year`, the article's own.
    """
    if not CUE.search(sentence):
        return False
    low, high = clause_around(sentence, start, end)
    high = before_retraction(sentence, end, high)
    if REACHED.search(sentence, low, start):
        return False
    linked = FRONTED.match(sentence[:low]) is not None or LINK.match(sentence[low:start]) is not None
    if not linked and STANDS.search(sentence, low, start):
        parted = PARTED.search(sentence, end, high)
        high = parted.start() if parted else high
    own = OWN_FIGURE.search(sentence, end, high)
    high = own.start() if own is not None else high
    related = RELATIVE.search(sentence, end, high)
    headed = sentence[end : related.start()].split() if related else []
    if related and (len(headed) > HEADED or not ELSEWHERE.isdisjoint(headed)):
        high = related.start()
    beyond = COMPARISON.search(sentence, end, high)
    reach = SO_FAR.sub(" ", sentence[0 if linked else low : beyond.start() if beyond else high])
    return BACKGROUND.search(reach) is not None or any(_is_past(found, year) for found in YEAR.finditer(reach))


def _is_past(named: re.Match[str], year: int | None) -> bool:
    """A year that is not the article's; what is told in January of the quarter before is told of now."""
    if year is None:
        return True
    told = int(named.group(1) or named.group(2))
    return told < year and not (told == year - 1 and PART_OF_YEAR.search(named.string, 0, named.start()))


def beside_another(sentence: str, start: int) -> bool:
    """The figure stands where an event is told of that this one is set beside: "no link to Sunday's shooting, in which 12 died"."""
    before = sentence[:start]
    if AFTER.search(before, max(0, start - WITHIN)) is not None:
        return True
    hung = HUNG.search(before) if any(word in before for word in HANGING) else None
    return hung is not None and ANOTHER.search(before, 0, hung.start()) is not None


def forecast(clause: str) -> bool:
    """The clause speaks of what is still to come."""
    return FORECAST.search(clause) is not None
