"""Whether a clause looks back or ahead, by closed lists of cues: enough to tell which November is meant, without a tagger."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache

from corroborate.extract.lexicon import words


class Tense(Enum):
    """Which way from its publication a sentence looks where a date stands."""

    PAST = "past"
    FUTURE = "future"
    UNTOLD = "untold"


# A modal takes its whole verb along: in "will be held" nothing looks back.
KEPT = (
    r"(?: (?:keep|leave|stay|remain|have)(?: [\w’'-]{1,20}){0,5}?"
    r" (?:shut|cut|closed|suspended|grounded|frozen|halted|stopped|idled|locked)\b)"
)
GROUP = rf"(?:{KEPT}|(?: (?:not|never|only|also|now|then|soon|be|have|been|begin|start|\w{{2,20}}ly)){{0,3}} \w{{2,20}})?"
GOVERNING = (
    r"plans?|planned|planning|aims?|aimed|aiming|intends?|intended|hopes?|hoped|hoping|wants?|wanted|vow(?:s|ed)?|pledge[sd]?"
    r"|promise[sd]?"
    r"|agree[sd]?|expects?|needs?|ha(?:s|ve|d)|ask(?:s|ed)?|order(?:s|ed)?|urge[sd]?|call(?:s|ed)?(?: on \w{1,20})?|threaten(?:s|ed)?"
    r"|prepar(?:es|ed|ing)|decide[sd]?|vote[sd]?|due|expected|scheduled|set|slated|likely|supposed|projected|forecast|about"
    r"|planned|poised|bound"
    r"|going|ready|timed|required|obliged"
)
# What agencies put in the present though it is still to come ("talks resume on Monday"), and what of it is no noun without its s.
PLURALS = (
    r"open|reopen|begin|meet|resume|expire|arrive|go on (?:sale|trial|show|strike)|elect|decide|take (?:place|effect|over)|kick off"
    r"|head to|come into (?:force|effect)"
)
# These need their tag: "the vote on Monday" looks nowhere.
NOUNS_TOO = r"start|restart|end|close|vote|launch|return|leave|travel|play|hold|host|face|run|release|report"
SCHEDULED = (
    r"opens|reopens|begins|restarts|meets|resumes|expires|kicks off|takes (?:place|effect|over)"
    r"|goes|comes|runs (?:from|until|through)|holds|arrives|elects|decides|rules on|hears|lasts"
    r"|go(?:es)? on (?:sale|trial|show|strike)|plays|retires|joins|turns \d+|(?:re)?opens up"
    r"|speaks|appears|appl(?:y|ies) (?:from|on)|go(?:es)? up|[Nn]ext up|awaits?"
    r"|stands trial|publishes|reports (?:on|its)|is open|are open|is closed until"
)
# "Rovers host Lanmore City": the present of the sports pages, whatever the tagger takes it for.
FIXTURE = (
    r"(?<!to )(?<!not )(?<!the )(?<!an )(?<! a )(?<!its )(?<!his )(?<!their )"
    r"\b(?:host|face|play|visit|welcome|entertain|meet|take on|travel to|play at|are (?:at )?home to) (?=[A-Z][a-z])"
)
NAMED_TOO = r"starts|ends|closes|votes|launches|heads|hosts|faces|returns|leaves|travels|sails|releases"
# "The funeral is on Friday".
HOUR = r"(?:\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)?|noon|midnight)"
DAYS = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:the )?\d{1,2}(?:st|nd|rd|th)? [JFMASOND][a-z]"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]{0,7} \d"
)
# "Its forecast for June", "31 votes": nouns; "had expected in June": what was expected then.
NOT_NAMED = r"(?<!the )(?<!its )(?<!his )(?<!her )(?<!their )(?<!an )(?<! a )(?<!of )"
NOT_DONE = r"(?<!had )(?<!have )(?<!has )"
AHEAD = (
    rf"\bWill (?=(?:he|she|it|they|we|you|the|an?|this|that|there|his|her|its|their)\b)"
    rf"|\b(?:will|won['’]t|shall|would|may|might|could|can|should|must)\b{GROUP}|['’]ll\b{GROUP}|\b(?:upcoming|forthcoming)\b"
    rf"|\b(?:{GOVERNING}) to\b(?! \d){GROUP}|\bto be\b{GROUP}|\b(?:is|are|was|were) to\b{GROUP}"
    rf"|\bdeadline (?:to|for|of|is|was|on)\b|\bexpects?\b"
    r"|\b(?:[Ww]hen|once|until|before) (?:he|she|it|they|the \w{2,20}|[A-Z]\w{1,20}) (?:is|are) (?:\w{2,20}ly )?[a-z]{2,20}(?:ed|en)\b"
    rf"|\b(?:extend|prolong|adjourn)(?:ed|s|ing)(?: [\w’'-]{{1,20}}){{1,4}} (?:to|until|till)\b|{NOT_NAMED}"
    rf"\b(?:due|scheduled|set|slated|planned|timed|postponed|delayed|extended|adjourned|deferred|expires?|expiring"
    rf"|{NOT_DONE}(?:expected|forecast|predicted))(?: back| out)? (?:to|for|until|by|on|in|of|at|through|from|this|next|before|after)\b"
    r"|\b(?:is|are|was|were) (?:due|expected|scheduled|set|slated|planned|timed|forecast|predicted)\b|\b(?:have|has) (?:until|till)\b"
    rf"|\b(?:is|are)(?: at)?(?: {HOUR})?(?: on)?(?= (?:{DAYS}))"
    rf"|\b(?:{SCHEDULED}|{PLURALS})\b|{FIXTURE}|{NOT_NAMED}(?<!\d )(?<!lion )\b(?:{NAMED_TOO})\b"
)
IRREGULAR = (
    r"began|became|broke|brought|built|bought|came|caught|chose|drew|drove|fell|felt|fled|flew|found|fought|gave|got"
    r"|grew|heard|held"
    r"|kept|knew|laid|led|left|lent|lost|made|meant|met|paid|put|ran|rose|said|sank|sat|saw|sent|shook|shot|shut|slid|sold|sought"
    r"|spent"
    r"|spoke|stood|stole|struck|sued|swore|swept|taught|told|took|threw|went|won|withdrew|wrote|sprang|froze|beat"
    r"|bore|dealt|fed"
    r"|hung|hurt|learnt|lit|overtook|overthrew|quit|rode|sang|shrank|slept|stuck|thought|understood|wore|drank|ate|blew|dug"
    r"|drowned|forgot|forbade"
    r"|hid|rang|sewed|shone|swam|wound|arose|awoke|bent|bound|bred|burnt|clung|crept|dreamt|ground|leapt|shed|spilt|stung|swung"
    r"|tore|undertook|wept|let"
    r"|set (?:aside|up|out|off|an?|the|its|his|her|their|our|new)"
)
# Equal to their nouns: "a cut" looks nowhere.
NOUN_LIKE = "cost|cut|hit|split|spread|burst|bid"
BACK = (
    r"\b(?:[Ww]as|[Ww]ere|[Hh]ad|[Hh]as|[Hh]ave|[Dd]id|[Dd]idn['’]t|been)\b|\b[a-z]{2,20}ed\b|\b(?:ago|earlier|previously)\b"
    rf"|\b(?:{IRREGULAR})\b|{NOT_NAMED}(?<!rate )(?<!per )\b(?:{NOUN_LIKE})\b"
)
CUES = re.compile(rf"(?P<first>\b(?:did|was|were|had|been)\b(?: not)? (?:{PLURALS})\b)|(?P<ahead>{AHEAD})|(?P<back>{BACK})")
TAGGED = re.compile(rf"\b(?:{NOUNS_TOO})\b")
# Cues that are as often nouns or adjectives; other words are what they look like, whatever the tagger takes them for.
DOUBTFUL = words(
    "will may might can must ends starts closes votes returns leaves travels hosts faces runs left saw lead ground wound"
    " cost cut hit split spread burst bid"
)
NO_CUE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT"))
Tags = Callable[[], Mapping[int, str]]
"""Penn Treebank tags by where their words begin, made when they are asked for."""
CLAUSE_ENDS = re.compile(
    r"[,;:()“”\"]|\s[-–—]\s|\b(?:and|but|which|who|that|while|when|because|although|though|after|before|as|if|where|until)\b"
)
REACH_BACK, REACH_AHEAD = 300, 150
NOT_PAST = words(
    "need indeed feed seed speed hundred red bed shed exceed proceed succeed breed freed united so-called"
    " deed greed weed heed reed steed agreed-upon"
)


def tense_at(sentence: str, start: int, end: int, tags: Tags | None = None) -> Tense:
    """The tense that governs `sentence[start:end]`: the nearest cue of its clause, before it rather than after it, else of the sentence.

    >>> tense_at("The lock will open on Friday, Varga said.", 22, 28)
    <Tense.FUTURE: 'future'>
    """
    return _nearest(sentence, (start, end), tags)[0]


def clause_tense_at(sentence: str, start: int, end: int, tags: Tags | None = None) -> Tense:
    """The tense of a cue that stands in the clause of `sentence[start:end]` itself, else untold."""
    told, own = _nearest(sentence, (start, end), tags)
    return told if own else Tense.UNTOLD


def _nearest(sentence: str, place: tuple[int, int], tags: Tags | None) -> tuple[Tense, bool]:
    """What the nearest cue tells, and whether no clause ends between it and the place."""
    start, end = place
    cues, ends = _cues(sentence)
    # A cue farther off says nothing, and sentences of hostile length must not cost their square.
    near = cues[bisect_left(cues, (start - REACH_BACK,)) : bisect_left(cues, (end + REACH_AHEAD,))]
    if tags is not None:
        near = _told(sentence, near, tags(), (start, end))
    free = [cue for cue in near if cue[1] <= start or cue[0] >= end]
    if not free:
        return Tense.UNTOLD, False
    nearest = min(free, key=lambda cue: _distance(cue, start, end, ends))
    return (Tense.FUTURE if nearest[2] else Tense.PAST), _distance(nearest, start, end, ends)[0] == 0


Cue = tuple[int, int, bool]


def _told(sentence: str, cues: list[Cue], tags: Mapping[int, str], place: tuple[int, int]) -> list[Cue]:
    """The cues that their tags bear out, and the verbs of timetables that are told from nouns by their tags alone."""
    kept = [cue for cue in cues if sentence[cue[0] : cue[1]].lower() not in DOUBTFUL or tags.get(cue[0], "") not in NO_CUE]
    first, last = max(0, place[0] - REACH_BACK), place[1] + REACH_AHEAD
    kept += [(found.start(), found.end(), True) for found in TAGGED.finditer(sentence, first, last) if tags.get(found.start()) == "VBP"]
    return kept


@lru_cache(maxsize=8)
def _cues(sentence: str) -> tuple[list[Cue], list[int]]:
    """Where the cues begin and end and whether they look ahead, and where clauses end."""
    found = [(cue.start(), cue.end(), cue["ahead"] is not None) for cue in CUES.finditer(sentence) if cue[0].lower() not in NOT_PAST]
    return found, [mark.start() for mark in CLAUSE_ENDS.finditer(sentence)]


def _distance(cue: Cue, start: int, end: int, ends: list[int]) -> tuple[int, bool, int]:
    behind = cue[0] >= end
    low, high = (end, cue[0]) if behind else (cue[1], start)
    return bisect_left(ends, high) - bisect_left(ends, low), behind, high - low
