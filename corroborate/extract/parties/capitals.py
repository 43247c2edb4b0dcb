"""Runs of capitalised words, cut into names: where a name begins and ends, and what sort of thing it names."""

from collections.abc import Iterator

from corroborate.extract.lexicon import COMMON_ACRONYMS, FUNCTION_WORDS, STARTERS, words
from corroborate.extract.parties.cues import BEFORE
from corroborate.extract.parties.edges import OPENING_ROLES, closes_name, number_of_name, without_common_tail
from corroborate.extract.parties.labels import ROLE_NOUNS, STORMS, is_known, sort_of
from corroborate.extract.parties.mentions import Mention, Sort
from corroborate.extract.parties.names import (
    BODIES,
    COMPANY_TAILS,
    COURTESIES,
    GIVEN_NAMES,
    LISTING_BODIES,
    PARTICLES,
    POSSESSORS,
    TITLE_MODIFIERS,
    TITLES,
    TOPICS,
)
from corroborate.extract.parties.places import COUNTRY_ALIASES, LONGEST_PLACE, PEOPLES, PLACE_NOUNS, place_named
from corroborate.extract.parties.writing import Writing

ROLES = ROLE_NOUNS | {noun for noun, label in BEFORE.items() if label == "PERSON"}
LONGEST_NAME = 16
OPENING_MARKS = frozenset("\"'“‘«(:—–-•*·|>…")
OF_PLACES = words(
    "Port Isle Gulf Bay Cape Republic Kingdom City Town Village Strait Sea Lake University Bank House Church Order State Port"
)
NAMESAKES = words("King Queen Prince Princess Duke Lord Lady Pope Cardinal General Captain President")

# People have no article before these: "the Lady Brenna" is a ship or an inn.
SHIPS = words("King Queen Prince Princess Lady Duchess Empress")


def is_heading(text: Writing, start: int, end: int) -> bool:
    """Nearly every long word has a capital, so that capitals tell nothing: "Ferry Fire Kills Nine Off Port Ellen"."""
    long = [word for word in text.words[start:end] if len(word) > 3 and word.isalpha()]
    if len(long) < 4 or sum(word[0].isupper() for word in long) < 0.75 * len(long):
        return False
    last = next((word for word in reversed(text.words[start:end]) if not word.isspace()), "")
    return last[-1:] not in '.!?"”'


def mentions_in(text: Writing, begin: int, limit: int) -> Iterator[Mention]:
    """The names of one sentence from left to right."""
    index = begin
    while index < limit:
        if not text.capital[index]:
            index += 1
            continue
        end = _run_end(text, index, limit)
        yield from _cut(text, index, end, _is_first(text, index, begin))
        index = end


def _is_first(text: Writing, index: int, begin: int) -> bool:
    """Nothing but marks stands between the head of the sentence or an opening mark and the word."""
    before = index - 1
    if before >= begin and text.words[before] in OPENING_MARKS and not (text.words[before] == "-" and not text.spaced[before]):
        return True
    while before >= begin and not text.words[before].isalpha():
        before -= 1
    return before < begin


def _run_end(text: Writing, start: int, limit: int) -> int:
    end = start + 1
    limit = min(limit, start + LONGEST_NAME)
    while end < limit:
        step = _step(text, start, end, limit)
        if step == 0:
            break
        end += step
    return end


def _step(text: Writing, start: int, end: int, limit: int) -> int:
    """How many words at `end` belong to the run that began at `start`."""
    word = text.words[end]
    if text.capital[end]:
        breaks = text.lower[end] in FUNCTION_WORDS and not word.isupper() and word not in TITLES and not closes_name(text, end)
        return 0 if breaks else 1
    if end + 1 < limit and text.capital[end + 1]:
        if word in "-&+/" and (word == "&" or not (text.spaced[end - 1] or text.spaced[end])):
            return 2
        if word in PARTICLES:
            return 2
    if word in PARTICLES and end + 2 < limit and text.words[end + 1] in PARTICLES and text.capital[end + 2]:
        return 3
    if word.isdigit():
        return number_of_name(text, end)
    if end + 1 < limit and text.words[end + 1] in BODIES and _owns_body(text, start, end):
        return 2
    return 0 if end + 1 == limit else _connector(text, start, end, limit)


def _owns_body(text: Writing, start: int, end: int) -> bool:
    """ "Nurses' Union", "Children's Hospital", "St Anna's School": whose a body is may be part of its name."""
    if text.words[end] == "'":
        return text.words[end - 1].endswith("s")
    return text.words[end] in ("'s", "’s") and (text.words[end - 1] in POSSESSORS or text.words[start] in ("St", "St.", "Saint"))


def _connector(text: Writing, start: int, end: int, limit: int) -> int:
    """Words of "of the", "for", "on", "and", "," inside the name of a body."""
    word = text.words[end]
    if word in ("of", "for", "on"):
        skip = 2 if text.words[end + 1] == "the" else 1
        follows = end + skip < limit and text.capital[end + skip] and text.lower[end + skip] not in FUNCTION_WORDS
        if not follows:
            return 0
        held = set(text.words[start:end])
        opener = held & (BODIES if word != "on" else LISTING_BODIES) or (word == "of" and text.words[start] in OF_PLACES)
        return skip + 1 if opener else 0
    if word in (",", "and", "&") and text.words[end - 1] in TOPICS:
        return _topic_step(text, start, end, limit)
    return 0


def _topic_step(text: Writing, start: int, end: int, limit: int) -> int:
    """Words of ", Housing" or ", and Urban" in "Committee on Banking, Housing, and Urban Affairs"."""
    skip = 2 if text.words[end] == "," and end + 1 < limit and text.words[end + 1] == "and" else 1
    if end + skip >= limit or text.words[end + skip] not in TOPICS:
        return 0
    held = set(text.words[start:end])
    if held & LISTING_BODIES and held & {"of", "on", "for"}:
        return skip + 1
    ahead = end + skip
    while ahead < limit and text.capital[ahead]:
        if text.words[ahead] in LISTING_BODIES:
            return skip + 1
        ahead += 1
    return 0


def _cut(text: Writing, start: int, end: int, is_first: bool) -> Iterator[Mention]:
    """The names of one run: sentence openers dropped, titles stripped, peoples set apart."""
    opener = text.lower[start]
    if is_first:
        begins_title = text.words[start] in TITLES or text.words[start] in TITLE_MODIFIERS
        begins_name = begins_title or text.words[start] in STORMS
        begins_name = begins_name or (opener not in OPENING_ROLES and _is_body_name(text, start, end))
        drops = _is_function(text, start) or (opener in STARTERS and not begins_name)
        if drops and not _known_prefix(text, start, end):
            start, is_first = start + 1, False
    elif _is_function(text, start) and not text.words[start].isupper() and not _known_prefix(text, start, end):
        start += 1
    while start < end and not text.capital[start]:
        start += 1
    if start < end and not (is_first and _is_role(text, start, end)):
        yield from _split_titles(text, start, end, not is_first)
    elif start < end:
        yield from _split_people(text, start + 1, end, sure=True, titled=Sort("PERSON", "role before it"))


def _is_role(text: Writing, start: int, end: int) -> bool:
    """The capital of a role that opens the sentence: "Goalkeeper Orla Wren"."""
    word = text.words[start]
    return end - start > 2 and text.lower[start] in ROLES and word not in TITLES and word not in TITLE_MODIFIERS


def _is_function(text: Writing, index: int) -> bool:
    """A function word, and not the Per of Per Myhre."""
    if text.lower[index] not in FUNCTION_WORDS:
        return False
    return not (text.words[index] in GIVEN_NAMES and index + 1 < len(text) and text.capital[index + 1])


def _known_prefix(text: Writing, start: int, end: int) -> bool:
    pieces = range(min(end, start + LONGEST_PLACE), start, -1)
    return any(is_known(text.text(start, stop)) for stop in pieces)


def _is_body_name(text: Writing, start: int, end: int) -> bool:
    rest = set(text.words[start + 1 : end])
    return bool(rest & BODIES or rest & COMPANY_TAILS) and not rest & TITLES


def _split_titles(text: Writing, start: int, end: int, sure: bool) -> Iterator[Mention]:
    last = _last_title(text, start, end)
    if last is None:
        before = Sort("PERSON", "role before it") if start and text.words[start - 1] in ROLE_NOUNS else None
        yield from _split_people(text, start, end, sure=sure, titled=before)
        return
    left = last
    while left > start and (text.words[left - 1] in TITLES or text.words[left - 1] in TITLE_MODIFIERS or text.words[left - 1] == "-"):
        left -= 1
    if left > start:
        yield from _split_people(text, start, left, sure=sure, titled=None)
    if last + 1 < end:
        yield from _split_people(text, last + 1, end, sure=True, titled=Sort("PERSON", "title before it"))


def _last_title(text: Writing, start: int, end: int) -> int | None:
    """The last title of the run that is not itself part of a name ("General Motors", "Stephen King")."""
    found = [index for index in range(end - 1, start - 1, -1) if text.words[index] in TITLES]
    if len(found) == end - start == 1 and text.words[start] in PEOPLES:
        return None
    if found == [start] and start and text.lower[start - 1] == "the" and text.words[start] in SHIPS and end - start == 2:
        return None
    if found and text.words[found[-1]] in NAMESAKES and end - start > 2 and text.words[end - 1] in PLACE_NOUNS:
        return None
    if not found or not {"of", "for", "on"}.isdisjoint(text.words[start:end]):
        return None
    for index in found:
        if index == end - 1 and index > start and text.words[index - 1] in GIVEN_NAMES:
            continue
        rest = set(text.words[index + 1 : end])
        if len(rest) == 1 and text.words[index] in COURTESIES:
            return index
        if (rest & BODIES or rest & COMPANY_TAILS) and not rest & GIVEN_NAMES:
            continue
        return index
    return None


def _split_people(text: Writing, start: int, end: int, *, sure: bool, titled: Sort | None) -> Iterator[Mention]:
    first = text.words[start]
    is_people = first in PEOPLES or first in COUNTRY_ALIASES
    if is_people and end - start > 1 and not _is_body_name(text, start, end) and place_named(text.text(start, end)) is None:
        sort = Sort("NORP", "known people") if first in PEOPLES else Sort("PLACE", "known place")
        yield Mention(start, start + 1, first, sort)
        start, sure = start + 1, True
        while start < end and not text.capital[start]:
            start += 1
    end = without_common_tail(text, start, end)
    if start < end:
        yield from _named(text, start, end, sure=sure, titled=titled)


def _named(text: Writing, start: int, end: int, *, sure: bool, titled: Sort | None) -> Iterator[Mention]:
    name = text.text(start, end)
    if end - start > 1:
        yield Mention(start, end, name, sort_of(text, start, end, titled), sure=True)
        return
    if is_no_name(name) and not (titled and name in GIVEN_NAMES):
        return
    yield Mention(start, end, name, sort_of(text, start, end, titled), sure or is_known(name) or _looks_proper(name))


def is_no_name(word: str) -> bool:
    """A capital that alone names nobody: an office, a topic, an initial."""
    if word in PEOPLES:
        return False
    return word in TITLES or word in TITLE_MODIFIERS or (word in TOPICS and not is_known(word)) or len(word.rstrip(".")) == 1


def _looks_proper(word: str) -> bool:
    return any(letter.isupper() for letter in word[1:]) and word not in COMMON_ACRONYMS
