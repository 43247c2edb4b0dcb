"""The days that a figure is of: "carried 1.2 million passengers in the first half", "since March", "in the year to June".

A date that stands right behind a figure is its own. Else, where the sentence has a tree, both must hang on one
predicate or one noun; without a tree the one date of the figure's clause is taken. Dates that compete give none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from corroborate.extract.accounting import stretched, year_before
from corroborate.extract.attribution.verbs import SPEECH_VERBS
from corroborate.extract.comparisons import Comparison, comparison_at, comparisons
from corroborate.extract.frames import MEASURES
from corroborate.extract.labels import OBJECTS, VERB_TAGS, is_tagged
from corroborate.extract.lexicon import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS, words
from corroborate.extract.relations import chain_of, head_of, is_compared, is_predicate, sharing, subject_of
from corroborate.extract.spans import chars_of
from corroborate.extract.stretches import stretches
from corroborate.model.claims import Span
from corroborate.model.figures import Period

# Nouns of time between a date and what happened: "in early trading on Monday".
TIME_NOUNS = words("""
trading quarter half year years month months week weeks period season morning afternoon evening night day days end start ended ending
""")
_LEADING = words("in on for during since by between until through as")
# What ends the figure's clause on either side.
_CLAUSE = re.compile(
    r"[;:—–()]|, (?=(?:[a-z]{2,20}ing|which|who|where|when|while|but|up|down|against|compared|and)\b)|"
    r"\b(?:which|who|that|when|while|whereas|where|but|because|although|compared with|compared to|up from|down from|"
    r"(?<!more )(?<!less )(?<!fewer )than)\b",
)
# "Turnover for the year to June trebled": the days of what the sentence is about.
_SUBJECT = re.compile(
    r"\W*(?:(?:The|Its|Their|A|An|Net|Total) )?(?:[\w’'&-]{1,20} ){0,4}?(?P<measure>[\w-]{3,20}) "
    r"(?:(?:at|of|in) (?:the )?(?:[A-Z][\w&-]{0,20} ){1,4})?(?:for|in|during|over) (?:the )?$"
)
# "its worst day since Feb. 3", "the most in one month since 2019": the days that a place in an order is told for.
_PLACED = re.compile(
    r"\b(?:[a-z]{2,12}est|worst|best|most|least|first|last|record|level|low|high|time)\b[^.;:()]{0,60}\bsince(?: the)? $", re.IGNORECASE
)
# "in 2024 prices": what money was worth then.
_PRICES = re.compile(r"(?:[-/–]\d\d)? (?:prices|dollars|pounds|euros|terms|money)\b")
# What counts, or a stretch of time, is no other thing: "a 2021 census", "the 2024-25 school year".
_COUNTS = words("""
census survey poll polls count election elections vote referendum season year school financial fiscal tax academic marketing harvest
calendar tournament campaign budget edition crop quarter half
""")
# "after the leak in May": the date of something else.
_OTHER = re.compile(r"\b(?:after|before|following|ahead of|during) (?:the|a|an|its|his|her|their)\b[^,]{0,60}$", re.IGNORECASE)
_SPOKEN = re.compile(
    rf"\b(?:(?:told|tells|informed|warned) [^,.;:]{{1,50}} on|{'|'.join(sorted(SPEECH_VERBS))})(?: (?:late|early|on|in)){{0,2}}(?: the)? $",
    re.IGNORECASE,
)
# "a letter dated June 10", "the deal, signed in June,": the date of a paper or of a beginning.
_BEGUN = re.compile(
    r"\b(?:dated|signed|founded|built|launched|unsealed|published|filed|released|issued|opened|born|elected|appointed|dating)"
    r"(?: (?:late|early|on|in|from|of))?(?: the)? $",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:dated|signed|approved|unsealed|published|filed)(?: (?:on|in))?(?: the)? $", re.IGNORECASE
)
# "The strike began on Monday and has cost": the verb behind "and" has a date of its own, or none.
_NEXT_VERB = re.compile(r"\b(?:and|but) (?:has|have|had|is|are|was|were|will|would|could|may)\b")
# "according to the two companies": who says it is of no day.
_ATTRIBUTED = re.compile(r"\baccording to [^,.;:]*$", re.IGNORECASE)
_YEAR_BACK = re.compile(r"(?: [a-z-]{2,20}){0,3} (?:(?:a|one) year (?:earlier|before|ago)|the (?:year before|previous year))\b")
_ENDING = re.compile(r" (?:to|ended|ending|through) (?=[A-Z])")
_DATELINE = re.compile(r" ?(?:\([^()\n]{2,40}\) ?)?[—–-]{1,2} ")
_LOWER_WORD = re.compile(r"\b[a-z]{2,}\b")
_MOVING = re.compile(r"\b(?:from|against|to|in|for|on(?! (?:sales|revenues?|turnover|income|orders)\b))\b")
_FINITE = AUXILIARIES - words("being been be 's 're 've 'd 'll n't not")
FARTHEST_COMMA = 14
LONGEST_GAP = 4
LOOK_BACK = 90
LATEST_OPENING = 2
MOST_DATES = 12
_FRONTED = 50
_NO_NOUNS = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | SPEECH_VERBS


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a sentence, and what the words before it say of whose it is.

    `owner` is the place of the figure that it stands right behind; `spoken` follows a verb of saying, `written` tells when
    a paper was ("dated"), `begun` when something was founded, `other` of what another thing is ("after the leak in May"),
    `places` since when something is the worst.
    """

    span: TokenSpan
    chars: Span
    period: Period
    owner: int | None
    spoken: bool
    written: bool
    begun: bool
    other: bool
    places: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dates and figures of a sentence, in order, and where its clauses end; `text` is the document's."""

    text: str
    sentence: TokenSpan
    dates: tuple[Dated, ...]
    figures: tuple[TokenSpan, ...]
    breaks: tuple[Span, ...]
    compared: tuple[Comparison, ...] = ()


def read_periods(doc: Doc, text: str, figures: Sequence[TokenSpan]) -> Iterator[Period | None]:
    """The period of each figure, None where none is told; figures stand in order of their place."""
    dates = sorted((span for span in doc.spans.get("dates", ()) if _is_day(span)), key=lambda span: span.start)
    place, first = 0, 0
    for sentence in stretches(doc):
        start = place
        while place < len(figures) and figures[place].start < sentence.end:
            place += 1
        last = first
        while last < len(dates) and dates[last].start < sentence.end:
            last += 1
        inside = [span for span in dates[first:last] if span.start >= sentence.start and _tells(span, text)]
        first = last
        if inside and place > start:
            yield from _in_turn(_timeline(text, sentence, inside, tuple(figures[start:place])))
        else:
            yield from (None for _ in figures[start:place])
    yield from (None for _ in figures[place:])


def _tells(span: TokenSpan, text: str) -> bool:
    """Not the first half of "the quarter ended December 31", which is told by its last day, nor "a settlement from 2011", nor
    the date of a dateline or of "the December contract"."""
    chars, period = chars_of(span), span._.figure
    if period.relation == "in" and text[max(0, chars.start - 5) : chars.start].lower() == "from ":
        return False
    line = text[max(0, chars.start - LOOK_BACK) : chars.start].rsplit("\n", 1)[-1]
    is_headed = _DATELINE.match(text, chars.end) is not None and _LOWER_WORD.search(line) is None
    heads_article = span._.rule.endswith("dateline") or is_headed
    if _PRICES.match(text, chars.end):
        return False
    return not heads_article and _ENDING.match(text, chars.end) is None and not _describes_noun(span)


def _describes_noun(span: TokenSpan) -> bool:
    """ "the December contract", "a June 10 letter": a month or number between an article and a noun."""
    doc = span.doc
    if span.start == 0 or span.end >= len(doc) or doc[span.start - 1].lower_ not in DETERMINERS or doc[span.end].lower_ in _COUNTS:
        return False
    named, follower = doc[span.start].text, doc[span.end]
    return not named.islower() and follower.is_alpha and follower.lower_ not in FUNCTION_WORDS


def _timeline(text: str, sentence: TokenSpan, dates: Sequence[TokenSpan], figures: tuple[TokenSpan, ...]) -> Timeline:
    starts = [figure.start for figure in figures]
    dated = tuple(_dated(text, sentence, span, _owner(span, figures, starts)) for span in dates)
    found = _CLAUSE.finditer(text, sentence.start_char, sentence.end_char)
    breaks = tuple(Span(one.start(), one.end()) for one in found)
    return Timeline(text, sentence, dated, figures, breaks, comparisons(text, sentence.start_char, sentence.end_char))


def _dated(text: str, sentence: TokenSpan, span: TokenSpan, owner: int | None) -> Dated:
    chars = chars_of(span)
    lead = text[max(sentence.start_char, chars.start - LOOK_BACK) : chars.start]
    told = lead + text[chars.start : chars.start + 6] if text.startswith("since ", chars.start) else lead
    says = [
        pattern.search(one) is not None
        for pattern, one in ((_SPOKEN, lead), (_WRITTEN, lead), (_BEGUN, lead), (_OTHER, lead), (_PLACED, told))
    ]
    return Dated(span, chars, stretched(span, text), owner, *says)


def _owner(span: TokenSpan, figures: Sequence[TokenSpan], starts: Sequence[int]) -> int | None:
    """The place of the last figure before a date, where the date stands right behind it."""
    place = bisect_left(starts, span.start) - 1
    return place if place >= 0 and _is_right_behind(figures[place], span) else None


def _in_turn(timeline: Timeline) -> Iterator[Period | None]:
    """The periods of a sentence's figures; "compared with 3.8 million a year earlier" is of the days of the one before, a year back."""
    last: Period | None = None
    for place, figure in enumerate(timeline.figures):
        found = period_of(place, timeline)
        if found is None and place + 1 < len(timeline.figures) and _leads_to(figure, timeline.figures[place + 1]):
            found = period_of(place + 1, timeline)
        if last is not None and _is_base(figure, timeline) and _YEAR_BACK.match(timeline.text, chars_of(figure).end):
            found = year_before(last) or found
        last = found or last
        yield found


def _is_base(figure: TokenSpan, timeline: Timeline) -> bool:
    """The figure is what the one before it is measured against."""
    inside = comparison_at(timeline.compared, chars_of(figure).start)
    return is_compared(figure) or (inside is not None and inside.is_base)


def _leads_to(figure: TokenSpan, level: TokenSpan) -> bool:
    """A change before the level it led to: "fell 31 percent to €86 million"."""
    return 0 < level.start - figure.end <= 2 and figure.doc[level.start - 1].lower_ in ("to", "at")


def _is_day(span: TokenSpan) -> bool:
    found = span._.figure
    return isinstance(found, Period) and found.is_resolved


def period_of(place: int, timeline: Timeline) -> Period | None:
    """The days that the figure at a place of its timeline is of, as far as the sentence tells."""
    figure = timeline.figures[place]
    dates = [one for one in _near(figure, timeline) if _bears_on(one, figure, timeline)]
    behind = next((one for one in dates if one.owner == place), None)
    if behind is not None:
        return behind.period
    if _ATTRIBUTED.search(timeline.text, timeline.sentence.start_char, chars_of(figure).start):
        return None
    open_dates = [one for one in dates if not _is_taken(one, figure, timeline.text)]
    head = head_of(figure)
    if head is None:
        return _by_clause(figure, open_dates, timeline)
    # What opens a sentence holds for its first clause, wherever a tree hangs it: "A year ago petrol averaged".
    opening = [one for one in open_dates if one.span.end <= figure.start and _opens(one, timeline)]
    return _by_tree(head, open_dates) or _by_clause(figure, opening, timeline)


def _opens(dated: Dated, timeline: Timeline) -> bool:
    """The date stands at the head of the sentence, or with the measure that it begins with."""
    if dated.span.start - timeline.sentence.start <= LATEST_OPENING:
        return True
    lead = timeline.text[timeline.sentence.start_char : dated.chars.start]
    subject = _SUBJECT.fullmatch(lead) if len(lead) <= LOOK_BACK else None
    return subject is not None and subject["measure"].lower() in MEASURES


def _near(figure: TokenSpan, timeline: Timeline) -> list[Dated]:
    """The dates on either side of a figure; of an endless list only the nearest."""
    place = bisect_left(timeline.dates, figure.start, key=lambda one: one.span.start)
    near = timeline.dates[max(0, place - MOST_DATES) : place + MOST_DATES]
    return [one for one in near if one.span.end <= figure.start or figure.end <= one.span.start]


def _bears_on(dated: Dated, figure: TokenSpan, timeline: Timeline) -> bool:
    """The date and the figure are on one side of a comparison, and neither is the date of a rank."""
    start = chars_of(figure).start
    theirs, own = comparison_at(timeline.compared, dated.chars.start), comparison_at(timeline.compared, start)
    if dated.places or (own is not theirs and (theirs is not None or (own is not None and own.is_base))):
        return False
    return figure.end > dated.span.start or not _resumes(figure, dated)


def _resumes(figure: TokenSpan, dated: Dated) -> bool:
    """The main clause goes on between them: "Velt, which owns 36 percent, was shut in May", "Ilse Varga, 54, left in May"."""
    doc, between = figure.doc, range(figure.end, dated.span.start - 1)
    if not any(doc[place].text == "," for place in range(max(figure.sent.start, figure.start - FARTHEST_COMMA), figure.start)):
        return False
    return any(doc[place].text == "," and _is_finite(doc, place + 1, dated.span.start) for place in between)


def _is_finite(doc: Doc, place: int, end: int) -> bool:
    """A finite verb, past adverbs: what a subject before it did."""
    while place < end and (doc[place].lower_ in ADVERBS or doc[place].lower_.endswith("ly")):
        place += 1
    if place >= end:
        return False
    token = doc[place]
    return token.lower_ in _FINITE or (is_tagged(token) and token.tag_ in ("VBD", "VBZ", "VBP", "MD"))


def _is_right_behind(figure: TokenSpan, span: TokenSpan) -> bool:
    """Only the thing counted and a preposition stand between: "3,800 passengers in September", "41 on Saturday"."""
    if not 0 <= span.start - figure.end <= LONGEST_GAP:
        return False
    between = figure.doc[figure.end : span.start]
    leading = [place for place, token in enumerate(between) if token.lower_ in PREPOSITIONS]
    if len(leading) > 1 or (leading and between[leading[0]].lower_ not in _LEADING):
        return False
    ends = leading[0] if leading else len(between)
    return all(_names_thing(token) for token in between[:ends]) and all(token.lower_ in DETERMINERS for token in between[ends + 1 :])


def _names_thing(token: Token) -> bool:
    if not token.is_alpha or not token.is_lower or token.lower_ in _NO_NOUNS:
        return False
    return token.tag_ not in VERB_TAGS if is_tagged(token) else not token.lower_.endswith("ed")


def _is_taken(dated: Dated, figure: TokenSpan, text: str) -> bool:
    """The date is another's: of what somebody said, of a paper, of another figure before it, of "the leak in May"."""
    if dated.written or (dated.spoken and _speaks_elsewhere(dated, figure)):
        return True
    if dated.span.end <= figure.start:
        between = text[dated.chars.end : chars_of(figure).start]
        if _NEXT_VERB.search(between) or ("," in between and dated.begun):
            return True
    if dated.owner is not None:
        return not _shares_thing(figure, dated, text)
    return dated.other


def _speaks_elsewhere(dated: Dated, figure: TokenSpan) -> bool:
    """The verb of saying is not the figure's own: "the ministry reported 340 cases on Friday" counts on Friday."""
    if figure.end > dated.span.start:
        return True
    return any(token.lower_ in SPEECH_VERBS for token in figure.doc[figure.end : dated.span.start])


def _shares_thing(figure: TokenSpan, dated: Dated, text: str) -> bool:
    """ "killed 12 and injured 30 on Sunday": the date behind the last figure of a list holds for the ones before it."""
    if figure.end > dated.span.start:
        return False
    between = text[chars_of(figure).end : dated.chars.start]
    return _CLAUSE.search(between) is None and _MOVING.search(between[: between.rfind(" ", 0, -4)]) is None


def _by_tree(head: Token, dates: Sequence[Dated]) -> Period | None:
    """The date that hangs nearest above the figure; of two as near, none."""
    chain = chain_of(head)
    depth = {token.i: place for place, token in enumerate(chain)}
    shared = sharing(chain[-1]) if is_predicate(chain[-1]) else None
    found: list[tuple[int, Dated]] = []
    for dated in dates:
        anchor = _anchor(dated.span)
        if anchor is None:
            continue
        if anchor.i in depth:
            found.append((depth[anchor.i], dated))
        elif shared is not None and anchor.i == shared.i and _is_fronted(dated.span, anchor):
            found.append((_FRONTED, dated))
        elif _hangs_near(dated.span, anchor, chain[-1]):
            # "moved to Orsk in January": hung on the noun before it, meant of the verb.
            found.append((len(chain) + 1, dated))
    nearest = min((place for place, _ in found), default=None)
    chosen = [dated for place, dated in found if place == nearest]
    return chosen[0].period if len(chosen) == 1 else None


def _hangs_near(span: TokenSpan, anchor: Token, predicate: Token) -> bool:
    """Behind a noun of the verb's own, or a place: "moved to Orsk in January"; "victims of a fire in 2021" tells when that was."""
    is_own = anchor.head.i == predicate.i or anchor.tag_ in ("NNP", "NNPS")
    if span.doc[span.start - 1].lower_ in ("of", "to", "from", "'s", "’s"):
        return False
    return anchor.i < span.start and is_own and chain_of(anchor)[-1].i == predicate.i and not is_predicate(anchor)


def _anchor(span: TokenSpan) -> Token | None:
    """What a date hangs on, past prepositions and nouns of time."""
    token = head_of(span)
    if token is None or token.head.i == token.i:
        return None
    anchor = token.head
    while (anchor.lower_ in TIME_NOUNS or anchor.dep_ == "prep") and anchor.head.i != anchor.i and anchor.dep_ not in OBJECTS:
        anchor = anchor.head
    return anchor


def _is_fronted(span: TokenSpan, predicate: Token) -> bool:
    """The date opens the sentence, and holds for all of it: "In 2025 it sold 40 trams and earned $3m"."""
    subject = subject_of(predicate)
    return subject is not None and span.end <= subject.i


def _by_clause(figure: TokenSpan, dates: Sequence[Dated], timeline: Timeline) -> Period | None:
    """The one date of the clause, where it has just one."""
    if not dates:
        return None
    chars = chars_of(figure)
    behind = bisect_left(timeline.breaks, chars.end, key=lambda one: one.start)
    before = bisect_right(timeline.breaks, chars.start, key=lambda one: one.end)
    low = timeline.breaks[before - 1].end if before else timeline.sentence.start_char
    high = timeline.breaks[behind].start if behind < len(timeline.breaks) else timeline.sentence.end_char
    inside = [one for one in dates if low <= one.chars.start < high]
    if before:
        # "which was founded in 1987, runs 46 ships": what opens no sentence ends with its comma.
        inside = [one for one in inside if "," not in timeline.text[one.chars.end : chars.start]]
    return inside[0].period if len(inside) == 1 else None
