"""Where a name ends: numbers, honours, days and nouns that stand behind it and are no part of it."""

from corroborate.extract.attribution.verbs import SPEECH_VERBS
from corroborate.extract.lexicon import AUXILIARIES, CALENDAR, COMMON_ACRONYMS, FUNCTION_WORDS, words
from corroborate.extract.parties.labels import DEEDS
from corroborate.extract.parties.names import TITLE_MODIFIERS, TITLES
from corroborate.extract.parties.writing import Writing

HONOURS = words("QC KC SC MP MEP MSP MLA OBE MBE CBE KBE JP PhD MD RN FRS Esq Esq.")
"""Letters behind a person's name."""
UNNUMBERED = words(
    "Party League Front Alliance Union Coalition Movement Centre Center Forum Democrats Greens Conservatives Liberals Republicans"
)
"""There is one of each: a figure behind it is what it has won."""
SEPARATORS = frozenset({",", ";", "and", ":"})
CLOSING = frozenset({",", ";", ".", ")", "(", "and", "\n"})
LONGEST_LISTED = 5
VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
CATCHWORDS = words("First Now Together Forward Again Out Up On All Ahead Next")
"""Adverbs that close the names of campaigns: "Homes First", "Walk On"."""
OPENING_ROLES = words("rival rivals fellow neighbouring neighboring")
"""What stands before a name at the head of a sentence and is never part of one."""


def number_of_name(text: Writing, index: int) -> int:
    """1 where a small number ends the name ("Kestrel 5"), not where it counts what follows ("in Norhaven 12 people")."""
    word, before = text.words[index], text.words[index - 1]
    whole, _, fraction = word.partition(".")
    if not (whole.isdigit() and len(whole) <= 2 and text.spaced[index - 1]) or (before.isupper() and not fraction):
        return 0
    if before in UNNUMBERED or _is_listed(text, index):
        return 0
    if index + 1 == len(text):
        return 1
    after = text.words[index + 1]
    # One thing is not counted by a number: "the Kestrel 5 phone".
    counts = text.is_small(index + 1) and after not in FUNCTION_WORDS and text.tags[index + 1] != "NN"
    joined = not text.spaced[index] and after not in ".,;:!?)\"”’'"
    return 0 if counts or joined else 1


def is_numeral(word: str) -> bool:
    """The word is digits alone, but for their marks: "22", "17.8", "1,400"."""
    return word[0].isdigit() and word.replace(",", "").replace(".", "").isdigit()


def _is_listed(text: Writing, index: int) -> bool:
    """The number is one of a list of names with figures, "Kelby 92, Ullerdale 88 and Orrin 7"; versions repeat the name."""
    if index + 1 < len(text) and text.words[index + 1] not in CLOSING:
        # The last of a list says what is counted: "Kelby 92 and Ullerdale 88 points".
        return text.is_small(index + 1) and text.words[index + 1] not in FUNCTION_WORDS and _listed_before(text, index)
    return _listed_behind(text, index) or _listed_before(text, index)


def _listed_behind(text: Writing, index: int) -> bool:
    ahead = index + 1
    if ahead < len(text) and text.words[ahead] == "(":
        # "Kelby 92 (+4), Ullerdale 88"
        ahead = next((place + 1 for place in range(ahead + 1, min(ahead + 6, len(text))) if text.words[place] == ")"), ahead)
    if ahead >= len(text) or text.words[ahead] not in SEPARATORS:
        return False
    while ahead < len(text) and (text.words[ahead] in SEPARATORS or text.lower[ahead] == "the"):
        ahead += 1
    stop = ahead
    while stop < len(text) and text.capital[stop] and stop < ahead + LONGEST_LISTED:
        stop += 1
    return stop > ahead and stop < len(text) and is_numeral(text.words[stop]) and text.words[stop - 1] != text.words[index - 1]


def _listed_before(text: Writing, index: int) -> bool:
    start = index
    while start > 0 and start > index - LONGEST_LISTED and text.capital[start - 1]:
        start -= 1
    if start and text.lower[start - 1] == "the":
        start -= 1
    if start < 2 or text.words[start - 1] not in SEPARATORS:
        return False
    last = start - 2 if text.words[start - 2] not in SEPARATORS else start - 3
    if last > 0 and is_numeral(text.words[last]):
        return text.capital[last - 1] and text.words[last - 1] != text.words[index - 1]
    counted = (place for place in range(last, max(last - LONGEST_LISTED, 0), -1) if is_numeral(text.words[place]))
    place = next(counted, None)
    return place is not None and (text.is_small(place + 1) or text.words[place + 1] == "(") and not _has_break(text, place, last)


def _has_break(text: Writing, start: int, end: int) -> bool:
    return any(text.words[index] in SEPARATORS or text.words[index] == "." for index in range(start + 1, end + 1))


def without_common_tail(text: Writing, start: int, end: int) -> int:
    """Cut "AI" off "Norla AI models", where it belongs to the noun that follows, and keep it in "Norla AI"; cut honours."""
    while end - start > 2 and text.words[end - 1] in HONOURS:
        end -= 1
    while end > start and text.words[end - 1] in COMMON_ACRONYMS and (_describes(text, end) or end - start == 1):
        end -= 1
    return end


def _describes(text: Writing, end: int) -> bool:
    if end >= len(text) or not text.is_small(end) or text.words[end] in FUNCTION_WORDS:
        return False
    if text.is_tagged(end):
        return text.tags[end] not in VERB_TAGS
    return text.words[end] not in SPEECH_VERBS and text.words[end] not in DEEDS and text.words[end] not in AUXILIARIES


def before_day(text: Writing, start: int, end: int) -> int:
    """The end of a span that ran on into the day: "Harbour Board on Monday"."""
    for index in range(start + 1, end):
        if text.words[index] in CALENDAR and not text.capital[index]:
            behind_preposition = index - 1 > start and text.is_small(index - 1)
            if behind_preposition or index == end - 1:
                return index - 1 if behind_preposition else index
    return end


def before_title(text: Writing, start: int, end: int) -> int:
    """The end of a span that ran on into a title: "U.S. District" before "Judge"."""
    stop = end
    if stop < len(text) and text.words[stop] in TITLES:
        while stop - 1 > start and text.words[stop - 1] in TITLE_MODIFIERS:
            stop -= 1
    return stop


def closes_name(text: Writing, index: int) -> bool:
    """A catchword with a capital right behind a capital, where no further one follows."""
    ends = index + 1 == len(text) or not text.capital[index + 1]
    return ends and text.words[index] in CATCHWORDS and text.spaced[index - 1]
