"""Where a sentence compares: "up from 31 in May", "than a year ago", "(2025: 40)".

What such words say is of the thing compared with, never of the figure that the sentence tells; and the other way round.
"""

import re
from dataclasses import dataclass

from corroborate.extract.lexicon import words
from corroborate.extract.relations import MEASURING
from corroborate.model.claims import Span

# More verbs that lead from one level to another.
_MOVING = MEASURING | words("""
rising falling climbing growing increasing declining dropping jumping slipping slowing easing shrinking widening narrowing doubling
trebled trebling treble triples tripling quadrupled quadruple swung swing swings swinging moved moving went going gone up down cut
cuts cutting raised raise raises raising lowered lowers lowering improved improving improves worsened worsening higher lower lifted
lifts lifting reduced reducing reduces recovered recovering recovers strengthened weakened advanced fewer changed turned bounced
""")
# With these "from" tells as often where something came from: "raised 3 million from 40 donors".
_DRAWING = words("""
raise raises raised raising add adds added gain gains gained lose loses lost cost costs hold holds held run runs ran hit hits total
totals totalled totaled come comes came number numbers numbered going went gone pass passed reach reaches reached close closed remain
remains remained stand stands stood amount amounts amounted average averages averaged cut cuts cutting lift lifts lifted turned moved
""")
_PLAIN = _MOVING - _DRAWING
_DIGIT = r"(?:[A-Z]{0,3}[$€£¥]|Rs ?|EUR ?|USD ?)?\d"
_COUNT = (
    rf"(?:{_DIGIT}|(?:an? (?:million|billion|dozen|hundred|thousand|third|quarter|half)|"
    r"half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety)\b(?! (?:year|month|week|day|quarter|decade) (?:earlier|ago|before)))"
)
_HEDGE = r"(?:(?:about|around|some|roughly|nearly|almost|just|over|under|more than|less than|an estimated|the|only) ){0,2}"
_LED = r"(?:an? |the |its |their )?(?:[a-z-]{3,20} ){0,2}"
# Of these one turns into another: "a loss of 4 from a profit of 9".
_RESULT = rf"{_LED}(?:profit|loss|surplus|deficit) of\b"
_MEASURED = rf"{_LED}(?:revenue|sales|total|gain|level|high|low|peak)s?\b"
# Each begins a stretch that tells of what the rest is measured against.
_CUE = re.compile(
    rf"\b(?:(?P<from>from)(?= {_HEDGE}(?:(?P<result>{_RESULT})|{_MEASURED}|{_COUNT}))|(?P<with>[Cc]ompar(?:es?|ed|ing) (?:with|to)|"
    r"in comparison (?:with|to)|"
    r"versus|vs\.?|as against|(?<=, )against|(?:up|down|higher|lower) from|"
    r"(?:on|over) the (?:same|corresponding|year-ago|year-earlier) (?:period|quarter|month|week|time|stage)\b)|"
    r"(?P<than>than)(?= (?:the|in|at|on|during|last|its|their|his|her|our|those|that|it|this|any|previous|before|when|"
    r"an? (?:year|month|week|quarter|decade) (?:earlier|ago|before))\b)|"
    r"(?P<times>(?:\d[\d.,]{0,8}x|times|twice|double|triple|half))(?= (?:its|the|their|that of|those of|his|her|what)\b))|"
    r"(?P<bracket>\()(?P<dated>(?:[A-Za-z0-9]{1,9} )?(?:19|20)\d\d(?:[-/]\d\d)?: ?)?",
)
_END = re.compile(
    r", (?!(?:19|20)\d\d\b|(?:an?|one) (?:year|quarter|month|week) (?:earlier|ago|before)\b|or (?:[A-Z]{0,3}[$€£¥]?\d))|"
    r"[;)]| [—–-] | to (?=about |some |nearly |almost |over |more than |[A-Z]{0,3}[$€£¥]?\d)|"
    r"\b(?:while|whereas|but|although|because|when|after which)\b|"
    r" and (?=(?:has|had|have|is|was|are|were|will|would|said|says|plans?|expects?|made|makes)\b)|"
    r" (?=in an? (?:[\w-]+ ){0,3}(?:trial|study|survey|poll)s?\b)"
)
_AND = re.compile(r" and |, ")
_WORD = re.compile(r"[A-Za-z]+")
_LEVEL_AND = re.compile(r"\d ?(?:%|percent|per cent|pc|points?|bn|mn|million|billion|[a-z]{3,9}s)?, $")
""" "Margin: 42.6%, from almost 43%"."""

_TO_LEVEL = re.compile(rf" {_HEDGE}{_DIGIT}[\d.,]*(?:(?: |-)?(?:%|[a-z]{{1,10}}))?(?: [a-z]{{1,10}}){{0,2}} to {_HEDGE}{_DIGIT}")
""" "Raised its key rate from 4.25 percent to 4.75 percent"."""

FARTHEST_MOVE = 130
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Comparison:
    """A stretch that tells what something is measured against; in mere brackets dates stand apart, figures need not."""

    chars: Span
    cue: Span
    is_base: bool

    def holds(self, place: int) -> bool:
        """A character stands inside."""
        return self.chars.start <= place < self.chars.end


def comparisons(text: str, start: int, end: int) -> tuple[Comparison, ...]:
    """The stretches of one sentence that compare, in order."""
    found: list[Comparison] = []
    for cue in _CUE.finditer(text, start, end):
        if (cue["from"] and not cue["result"] and not _moves(text, start, cue)) or (
            found and found[-1].holds(cue.start()) and not cue["bracket"]
        ):
            continue
        begin = cue.end() if cue["times"] else cue.start()
        limit = min(end, cue.end() + LONGEST)
        last = _END.search(text, cue.end(), limit)
        stop = last.start() if last is not None else limit
        if cue["bracket"]:
            closing = text.find(")", cue.end(), limit)
            stop = closing if closing >= 0 else stop
        elif cue["than"] or cue["times"]:
            joint = _AND.search(text, cue.end(), stop)
            stop = joint.start() if joint is not None else stop
        found.append(Comparison(Span(begin, stop), Span(cue.start(), cue.end()), not cue["bracket"] or cue["dated"] is not None))
    return tuple(found)


def comparison_at(found: tuple[Comparison, ...], place: int) -> Comparison | None:
    """The innermost comparison in which a character stands."""
    return next((one for one in reversed(found) if one.holds(place)), None)


def _moves(text: str, start: int, cue: re.Match[str]) -> bool:
    """A verb of change leads to "from": "trebled to 128 from 41"; not "received 3 million from 40 donors"."""
    place = cue.start()
    if _LEVEL_AND.search(text, max(start, place - 30), place) is not None:
        return True
    before = text[max(start, place - FARTHEST_MOVE) : place]
    clause = before[max(before.rfind(";"), before.rfind(" who "), before.rfind(" which ")) + 1 :]
    told = [word[0].lower() for word in _WORD.finditer(clause)]
    drawn = next((place for place, word in enumerate(told) if word in _DRAWING), len(told))
    if any(word in _PLAIN for word in told) or "to" in told[drawn:]:
        return True
    return drawn < len(told) - 1 and _TO_LEVEL.match(text, cue.end()) is not None
