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
skyrocketed accelerated accelerate strengthened doubled tripled quadrupled
""")
_DOWN_VERBS = words("""
fall falls fell fallen falling drop drops dropped dropping decline declines declined declining slide slides slid sliding slip slips
slipped slipping tumble tumbles tumbled tumbling sink sinks sank sunk sinking plunge plunges plunged plunging lose loses lost losing
shed sheds shedding decrease decreases decreased decreasing shrink shrinks shrank shrunk dip dips dipped dipping cut cuts cutting reduce
reduces reduced reducing lower lowered down retreat retreated ease eases eased easing plummet plummets plummeted plummeting narrow
narrowed weaken weakened slow slows slowed slowing cool cooled slump slumped slashed slash trimmed trim dwindled dwindle contracted
contract halved crashed crash recede receded
""")
# Verbs that move to a level without telling which way.
_PLAIN_VERBS = words("""
reach reaches reached reaching hit hits stand stands stood total totals totaled totalled totalling close closed closes closing start
starts started begin began come comes came amount amounts amounted amounting end ended ending settle settled moved move
change changed went go goes revised is was are were be been put puts putting set sets setting value values valued valuing estimate
estimates estimated priced keep keeps kept placed leave left averaged averaging
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
# What the verb alone does not tell: "gave up 2 percent", "was off 3 percent".
PHRASAL = {
    **dict.fromkeys(((verb, "up") for verb in ("give", "gives", "gave", "given", "giving")), -1),
    **dict.fromkeys(
        ((verb, "off") for verb in ("was", "were", "is", "are", "be", "been", "closed", "ended", "finished", "traded", "trading", "down")),
        -1,
    ),
}
_COMPARATIVES = {
    **dict.fromkeys(words("higher more greater larger bigger longer taller faster above up dearer"), 1),
    **dict.fromkeys(words("lower less fewer smaller shorter slower below down cheaper"), -1),
}
_TRANSITIVE = words("""
add adds added adding lose loses lost losing shed sheds cut cuts cutting gain gains gained raise raised raises raising
""")
_RAISING = words("""
revise revises revised revising put puts putting set sets setting value values valued valuing estimate estimates estimated priced kept
keep keeps place placed cut cuts cutting reduce reduces reduced reducing raise raises raised raising lift lifts lifted lower lowered
boost boosted increase increases increased increasing slashed slash trimmed trim halved expand expanded narrowed
slow slows slowed slowing
""")
_ARTICLES = words("the a an its their his her our this that these those")
_PRONOUNS = words("it them him her us me you themselves itself")
_MEASURES = words("percent cent pc pct % points point million billion trillion thousand euros dollars pounds cents pence yen")
_PREPOSITIONS = words("by to from of at")
_PASSED_OVER = words("""
a an the as much another further about around some roughly nearly almost more less than over under just only even by to from at of
percent per cent pc pct points point percentage $ £ € % + - ~ slightly sharply steadily marginally modestly respectively back another
million billion trillion thousand hundred basis year-on-year well off again early late edged euros dollars pounds cents sen pence yen
shares up or down still now currently trading also so combined total
""")
# "rose in May to", "doubled in a week to": when, between the verb and the figure.
_TIMES = words("""
in on last this past week month year quarter decade day hour january february march april may june july august september october
november december monday tuesday wednesday thursday friday saturday sunday stages steps phases instalments
""")
# "$4.1bn, off 8% on the year", "revenue was off 17%".
_OFF = (",", "was", "were", "is", "are", "and", "-", "–", "—")
REACH = 10
_OPENING = _ARTICLES | _PRONOUNS


@dataclass(frozen=True, slots=True)
class Movement:
    """A rise (1) or fall (-1) told before a figure, the preposition between, and where the verb stands among the words.

    `moved` is the object of a verb that raises or cuts something: "cut the risk by 43 percent". `compares`
    tells that the figure is an earlier one: "up from 40".
    """

    direction: int
    preposition: str
    place: int
    transitive: bool = False
    is_noun: bool = False
    moved: tuple[Word, ...] = ()
    compares: bool = False


def movement_before(before: Sequence[Word]) -> Movement | None:
    """The movement whose measure or end the next figure is: "rose by", "fell sharply to", "an increase of"."""
    while before and before[-1].lower in _ARTICLES:
        before = before[:-1]
    if len(before) > 1 and before[-1].lower == "off" and before[-2].lower in _OFF:
        return Movement(-1, "", len(before) - 1)
    preposition = before[-1].lower if before and before[-1].lower in _PREPOSITIONS else ""
    first = len(before) - (2 if preposition else 1)
    raised = _raised(before, first, preposition)
    if raised is not None:
        return raised
    if first >= 0 and before[first].lower in _TIMES and not preposition:
        return None
    for place in range(first, max(-1, first - REACH), -1):
        word = before[place].lower
        phrasal = PHRASAL.get((before[place - 1].lower, word)) if place else None
        if phrasal is not None:
            return Movement(phrasal, preposition, place - 1, transitive=word == "up")
        if word in VERBS and not _is_up_to(before, place):
            compares = preposition == "from" and word in ("up", "down", "higher", "lower")
            return Movement(VERBS[word], preposition, _first_verb(before, place), word in _TRANSITIVE, compares=compares)
        if word in NOUNS and preposition == "of" and place == first:
            return Movement(NOUNS[word], preposition, place, is_noun=True)
        if not _passes(before, place) or (word == "," and not preposition and _following(before, place) != "or"):
            return None
    return None


def _following(before: Sequence[Word], place: int) -> str:
    return before[place + 1].lower if place + 1 < len(before) else ""


def _passes(before: Sequence[Word], place: int) -> bool:
    """The word may stand between a movement and the figure: numbers, units, adverbs, "or" with its comma."""
    word = before[place].lower
    if word == ",":
        previous = before[place - 1].lower if place else ""
        return _following(before, place) == "or" or previous in VERBS or (previous in _MEASURES or previous[:1].isdigit())
    return word in _PASSED_OVER or word in _TIMES or word.endswith("ly") or before[place].text[0].isdigit()


def _raised(before: Sequence[Word], last: int, preposition: str) -> Movement | None:
    """ "cut the risk by": the object stands between verb and preposition."""
    if preposition not in ("by", "to", "from", "at"):
        return None
    for place in range(last, max(-1, last - LONGEST_OBJECT), -1):
        word = before[place]
        if word.lower in _RAISING and word.lower in VERBS:
            moved = _without_count(before[place + 1 : last + 1])
            return Movement(VERBS[word.lower], preposition, place, True, False, moved) if moved else None
        # "Raise the wages of its 2,600 steelworkers by 5.8 percent".
        if not (word.is_word or word.text[0].isdigit()) or (word.lower in _PREPOSITIONS and word.lower != "of") or word.lower in VERBS:
            return None
    return None


def _without_count(found: Sequence[Word]) -> tuple[Word, ...]:
    """ "the number of dead" is the dead, "the company" just company."""
    lower = [word.lower for word in found]
    start = lower.index("of") + 1 if "of" in lower and lower[lower.index("of") - 1] in _COUNTS else 0
    return tuple(word for word in found[start:] if word.lower not in _OPENING and not word.lower.endswith(("ward", "wards")))


_MAKING = words("make makes made making put puts putting set sets setting take takes took taken taking pick picks picked")
LONGEST_OBJECT = 8
_COUNTS = ("number", "total", "count", "tally", "toll", "figure")


def _first_verb(before: Sequence[Word], place: int) -> int:
    """Where the chain of verbs begins of which this is the last: "rose 3 percent to end at"."""
    first = place
    for earlier in range(place - 1, max(-1, place - REACH), -1):
        word = before[earlier].lower
        if word in VERBS:
            first = earlier
        elif not _passes(before, earlier):
            break
    return first


def _is_up_to(before: Sequence[Word], place: int) -> bool:
    """ "up to 400" is a hedge, "make up" no movement; "up" and "down" beside a verb leave the verb to tell."""
    following = _following(before, place)
    previous = before[place - 1].lower if place else ""
    if before[place].lower == "up" and previous in _MAKING:
        return True
    return before[place].lower in ("up", "down") and ((following == "to" and before[place].lower == "up") or bool(VERBS.get(previous)))


# "A 3 percent loss of", "charges of $3 million fall due".
_NO_CHANGES = {("loss", "of"), *(("fall", behind) for behind in ("due", "short", "on", "to", "under", "within", "into"))}


def movement_after(after: Sequence[Word]) -> int:
    """The direction told behind a figure: "a 19 percent drop", "3 percent higher"; 0 where none is."""
    for place, word in enumerate(after[:3]):
        if word.lower in NOUNS and (word.lower, _following(after, place)) not in _NO_CHANGES:
            return NOUNS[word.lower]
        if place == 0 and word.lower in _COMPARATIVES:
            return _COMPARATIVES[word.lower]
        if not word.is_word or word.lower in ("of", "in", "to", "for", "from", "and", "on", "at", "the", "its", "by"):
            return 0
    return 0
