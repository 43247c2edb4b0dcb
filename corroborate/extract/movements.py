"""Rises and falls: what tells a change ("fell 3 percent") from the level reached ("fell to 98")."""

from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.extract.lexicon import words
from corroborate.extract.neighbours import Word

_UP_VERBS = words("""
rise rises rose risen rising climb climbs climbed climbing gain gains gained gaining grow grows grew grown growing jump jumps jumped
jumping surge surges surged surging soar soars soared soaring advance advances advanced advancing increase increases increased
increasing add adds added adding swell swells swelled swollen balloon ballooned rally rallies rallied rallying expand expanded expanding
spike spiked leap leapt leaped rebound rebounded mount mounted up higher raise raised raises raising lift lifted boost boosted rocketed
skyrocketed accelerated accelerate strengthened
""")
_DOWN_VERBS = words("""
fall falls fell fallen falling drop drops dropped dropping decline declines declined declining slide slides slid sliding slip slips
slipped slipping tumble tumbles tumbled tumbling sink sinks sank sunk sinking plunge plunges plunged plunging lose loses lost losing
shed sheds shedding decrease decreases decreased decreasing shrink shrinks shrank shrunk dip dips dipped dipping cut cuts cutting reduce
reduces reduced reducing lower lowered down retreat retreated ease eases eased easing plummet plummets plummeted plummeting narrow
narrowed weaken weakened slump slumped slashed slash trimmed trim dwindled dwindle contracted contract halved crashed crash recede
receded
""")
# Verbs that move to a level without telling which way.
_PLAIN_VERBS = words("""
reach reaches reached reaching hit hits stand stands stood total totals totaled totalled totalling close closed closes closing end ended
ending settle settled moved move change changed went go goes revised
""")
VERBS = {**dict.fromkeys(_UP_VERBS, 1), **dict.fromkeys(_DOWN_VERBS, -1), **dict.fromkeys(_PLAIN_VERBS, 0)}
NOUNS = {
    **dict.fromkeys(words("""
rise increase gain jump surge growth climb hike uptick leap spike upturn expansion boost rebound advance rally raise uplift
"""), 1),
    **dict.fromkeys(words("""
fall drop decline decrease cut reduction slump plunge slide dip downturn contraction retreat tumble loss shrinkage decreases
"""), -1),
}  # fmt: skip
_COMPARATIVES = {
    **dict.fromkeys(words("higher more greater larger bigger longer taller faster above up dearer"), 1),
    **dict.fromkeys(words("lower less fewer smaller shorter slower below down cheaper"), -1),
}
_TRANSITIVE = words("""
add adds added adding lose loses lost losing shed sheds cut cuts cutting gain gains gained raise raised raises raising reach reached hit
""")
_PREPOSITIONS = words("by to from of at")
_PASSED_OVER = words("""
a an the as much another further about around some roughly nearly almost more less than over under just only even by to from at of
percent per cent pc pct points point percentage $ £ € % + - ~ slightly sharply steadily marginally modestly respectively back another
million billion trillion thousand hundred basis year-on-year well off again early late edged euros dollars pounds cents sen pence yen
shares up down still now currently trading also so combined total
""")
REACH = 8


@dataclass(frozen=True, slots=True)
class Movement:
    """A rise (1) or fall (-1) told before a figure, the preposition between, and where the verb stands among the words."""

    direction: int
    preposition: str
    place: int
    transitive: bool = False
    is_noun: bool = False


def movement_before(before: Sequence[Word]) -> Movement | None:
    """The movement whose measure or end the next figure is: "rose by", "fell sharply to", "an increase of"."""
    preposition = before[-1].lower if before and before[-1].lower in _PREPOSITIONS else ""
    first = len(before) - (2 if preposition else 1)
    for place in range(first, max(-1, first - REACH), -1):
        word = before[place].lower
        if word in VERBS and not _is_up_to(before, place):
            return Movement(VERBS[word], preposition, _first_verb(before, place), transitive=word in _TRANSITIVE)
        if word in NOUNS and preposition == "of" and place == first:
            return Movement(NOUNS[word], preposition, place, is_noun=True)
        if word not in _PASSED_OVER and not word.endswith("ly") and not before[place].text[0].isdigit():
            return None
    return None


def _first_verb(before: Sequence[Word], place: int) -> int:
    """Where the chain of verbs begins of which this is the last: "rose 3 percent to end at"."""
    first = place
    for earlier in range(place - 1, max(-1, place - REACH), -1):
        word = before[earlier].lower
        if word in VERBS:
            first = earlier
        elif word not in _PASSED_OVER and not before[earlier].text[0].isdigit():
            break
    return first


def _is_up_to(before: Sequence[Word], place: int) -> bool:
    """ "up to 400" is a hedge; "up" and "down" beside a verb leave the verb to tell."""
    following = before[place + 1].lower if place + 1 < len(before) else ""
    previous = before[place - 1].lower if place else ""
    return before[place].lower in ("up", "down") and ((following == "to" and before[place].lower == "up") or previous in VERBS)


def movement_after(after: Sequence[Word]) -> int:
    """The direction told behind a figure: "a 19 percent drop", "3 percent higher"; 0 where none is."""
    for place, word in enumerate(after[:3]):
        if word.lower in NOUNS and not (place + 1 < len(after) and after[place + 1].lower == "of" and word.lower == "loss"):
            return NOUNS[word.lower]
        if place == 0 and word.lower in _COMPARATIVES:
            return _COMPARATIVES[word.lower]
        if not word.is_word or word.lower in ("of", "in", "to", "for", "from", "and", "on", "at", "the", "its", "by"):
            return 0
    return 0
