"""Finding the wordings of dates: each form where its words are, parts of what was found, and what shares a month or a year."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.dates.absolute import ABSOLUTE
from corroborate.extract.dates.forms import may_hold, places_of, tokens_of
from corroborate.extract.dates.mentions import AFTERWARDS, DAY, YEAR, Mention, day_of
from corroborate.extract.dates.numeric import NUMERIC
from corroborate.extract.dates.parts import parts_of
from corroborate.extract.dates.relative import RELATIVE
from corroborate.model.months import MONTHS

FORMS = (*ABSOLUTE, *NUMERIC, *RELATIVE)
# Without any of these words a sentence names no date: nothing else is looked at.
TELLING = {
    word: tuple(number for number, form in enumerate(FORMS) if word in form.needs[0])
    for word in frozenset().union(*(form.needs[0] for form in FORMS))
}
REACH_BACK, REACH_AHEAD = 60, 100
"""A date reaches at most so far from its telling word, what must stand around it included."""

DEEPEST = 3
"""Parts of parts of a date: "the first Monday of the last week of June"."""

COMPANION = re.compile(rf"(?P<gap>, ?|,? and | or )(?:the )?(?P<day>{DAY})", re.I)
BEFORE_COMPANION = re.compile(rf"(?<![\w.])(?P<day>{DAY})(?P<gap>, ?|,? and | or )(?:the )?$", re.I)
YEAR_BEHIND = re.compile(rf",? (?P<year>{YEAR})(?!\w)")
CLOSED = re.compile(AFTERWARDS, re.I)
INTRODUCED = re.compile(r"(?:^|\b(?:on|of|for|from|until|by|dated)\s|,\s)(?:the )?$", re.I)
TOGETHER = re.compile(r"(?:,|,? (?:and|or))(?: (?:in|on|by|late|early|the))?\s(?:the )?$", re.I)
SHARING = frozenset(("day", "month", "quarter"))
LOOK_BACK, LONGEST_LIST = 40, 6


def find_mentions(sentence: str) -> list[Mention]:
    """The dates of a sentence from left to right, the longest where several forms overlap."""
    tokens = tokens_of(sentence)
    told = TELLING.keys() & tokens
    if not told:
        return []
    found = _composed(sentence, list(_candidates(sentence, told, tokens)), tokens)
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return _with_shared_years(sentence, list(_with_companions(sentence, kept)))


def _candidates(sentence: str, told: set[str], tokens: set[str]) -> Iterator[Mention]:
    places = places_of(told, sentence)
    for number in sorted({number for word in told for number in TELLING[word]}):
        form = FORMS[number]
        if not may_hold(form.needs[1:], tokens):
            continue
        for found in _around(form.pattern, sentence, sorted(place for word in told & form.needs[0] for place in places[word])):
            mention = form.read(found)
            if mention is not None:
                yield mention


def _around(pattern: re.Pattern[str], sentence: str, places: list[int]) -> Iterator[re.Match[str]]:
    """The matches around places that are in order, each once."""
    end = 0
    for place in places:
        if place < end:
            continue
        for found in pattern.finditer(sentence, max(end, place - REACH_BACK), place + REACH_AHEAD):
            end = found.end()
            yield found


def _composed(sentence: str, found: list[Mention], tokens: set[str]) -> list[Mention]:
    wholes = {mention.start: mention for mention in sorted(found, key=lambda mention: mention.end)}
    for _ in range(DEEPEST):
        parts = [part for part in parts_of(sentence, wholes, tokens) if _is_longer(part, wholes.get(part.start))]
        if not parts:
            break
        found += parts
        wholes |= {part.start: part for part in parts}
    return found


def _is_longer(part: Mention, known: Mention | None) -> bool:
    return known is None or part.end > known.end


def _with_companions(sentence: str, mentions: list[Mention]) -> Iterator[Mention]:
    """ "June 10 and 11" and "2 and 9 June" are two days each."""
    end = 0
    for number, mention in enumerate(mentions):
        if mention.start < end:
            continue
        if mention.form != "day" or mention.until_day is not None or mention.weekday is not None:
            yield mention
            continue
        limit = mentions[number + 1].start if number + 1 < len(mentions) else len(sentence)
        if _ends_with_month(sentence, mention):
            yield from _days_before(sentence, mention, mentions[number - 1].end if number else 0)
            yield mention
            continue
        days = list(_days_behind(sentence, mention, limit))
        end = days[-1].end
        yield from days


def _ends_with_month(sentence: str, mention: Mention) -> bool:
    last = re.search(r"([a-z]+)\.?(?:,? \d{4})?$", sentence[mention.start : mention.end].lower())
    return last is not None and last[1] in MONTHS


def _days_behind(sentence: str, mention: Mention, limit: int) -> Iterator[Mention]:
    days, place, joined = [mention], mention.end, False
    while mention.year is None and len(days) < LONGEST_LIST and (found := COMPANION.match(sentence, place)) and found.end() <= limit:
        days.append(replace(mention, start=found.start("day"), end=found.end(), day=day_of(found["day"])))
        place, joined = found.end(), found["gap"].strip(", ") != ""
    behind = YEAR_BEHIND.match(sentence, place)
    if not joined or not (behind or CLOSED.match(sentence, place)):
        yield mention
        return
    if behind:
        days = [replace(day, year=int(behind["year"])) for day in days]
        days[-1] = replace(days[-1], end=behind.end())
    yield from days


def _days_before(sentence: str, mention: Mention, limit: int) -> Iterator[Mention]:
    days: list[Mention] = []
    place, start = mention.start, max(limit, mention.start - LOOK_BACK)
    while len(days) < LONGEST_LIST and (found := BEFORE_COMPANION.search(sentence[start:place])):
        if not days and found["gap"].strip(", ") == "":
            return
        place = start + found.start()
        days.append(replace(mention, start=place, end=start + found.end("day"), day=day_of(found["day"])))
    if days and INTRODUCED.search(sentence[max(0, place - 10) : place]):
        yield from reversed(days)


def _with_shared_years(sentence: str, mentions: list[Mention]) -> list[Mention]:
    """The year of "March and April 2024" is that of both months; of "December and January 2024", December is of the year before."""
    shared = list(mentions)
    for number in range(len(shared) - 2, -1, -1):
        left, right = shared[number], shared[number + 1]
        told = left.year is not None or left.year_step is not None or left.which is not None or left.whole is not None
        if left.form != right.form or left.form not in SHARING or told or not TOGETHER.fullmatch(sentence[left.end : right.start]):
            continue
        back = int(_place(left) > _place(right))
        if right.year is not None:
            shared[number] = replace(left, year=right.year - back)
        elif right.year_step is not None:
            shared[number] = replace(left, year_step=right.year_step - back)
    return shared


def _place(mention: Mention) -> tuple[int, int, int]:
    return mention.number or 0, mention.month or 0, mention.day or 0
