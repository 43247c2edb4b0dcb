"""What sort of thing a name names: told by its own words and by its neighbours in the sentence."""

import re
from collections.abc import Sequence

from corroborate.extract.attribution.verbs import SPEECH_VERBS
from corroborate.extract.lexicon import DETERMINERS, FUNCTION_WORDS, words
from corroborate.extract.parties.cues import beside
from corroborate.extract.parties.mentions import UNTOLD, Sort
from corroborate.extract.parties.names import (
    BODIES,
    CLUB_OPENERS,
    CLUB_TAILS,
    COMPANY_TAILS,
    GIVEN_NAMES,
    KNOWN_BODIES,
    OUTLETS,
    SUFFIXES,
    is_outlet,
)
from corroborate.extract.parties.places import PEOPLES, PLACE_NOUNS, place_named
from corroborate.extract.parties.writing import Writing

ROLE_NOUNS = words("""
director spokesman spokeswoman spokesperson mayor minister captain analyst professor lawyer attorney economist engineer president
chairman chairwoman chief manager officer secretary inspector superintendent commissioner governor senator judge prosecutor head
founder co-founder resident witness leader scientist researcher harbourmaster coroner investor trader strategist author editor
reporter driver pilot owner farmer doctor surgeon nurse teacher coach chair executive
""")
PLACE_OPENERS = words("Port Lake Mount Cape Isle Gulf River Fort Saint St. San Santa Los Las Bay Lower Upper Great North South East West")
IN_PLACE = words("in near at off outside around across throughout")
EVENT_WORDS = words("""
Cup Festival War Wars Crisis Act Treaty Agreement Accord Accords Prize Award Awards Championship Championships Olympics
Marathon Revolution Regatta Derby
""")
STORMS = words("Storm Hurricane Typhoon Cyclone Operation")
FIRM_NOUNS = words("""
maker operator carrier retailer lender insurer manufacturer developer supplier brewer publisher broadcaster provider producer
grower builder chain firm company group start-up startup bank airline utility number member former other larger smaller quarter
newspaper centre center paper leader water power order river border harbour harbor
""")
PERSON_ENDINGS = ("er", "or", "ist", "ian", "ant", "man", "woman", "ee", "ive")
# Verbs of those who act: behind a lone capital at the head of a sentence they speak for a name.
DEEDS = words("""
acquired launched agreed bought sold hired fired plans planned unveiled posted filed sued raised signed appointed named refused
declined introduced wants wanted offered opened closed runs owns makes operates employs sent wrote paid won lost beat withdrew
resigned
""")
VERSION = re.compile(r"\d+|[A-Z][A-Za-z]*-?\d{1,4}")
QUOTES = frozenset("\"”’'")
PEOPLE_ENDINGS = ("ians", "landers")
NATIONAL_ENDINGS = ("ian", "ean", "ese", "lander", "landish")
NOUNS = frozenset({"NN", "NNS"})
DASHES = frozenset({"–", "—", "-", "--"})


def is_known(name: str) -> bool:
    """The name is one that everyone knows."""
    return place_named(name) is not None or name in KNOWN_BODIES or name in OUTLETS or name in PEOPLES


def sort_of(text: Writing, start: int, end: int, titled: Sort | None = None) -> Sort:
    """What sort of thing the words `start` to `end` name, and why; `titled` is what the title before them says."""
    parts = text.words[start:end]
    known = sort_by_name(text.text(start, end), parts)
    if known is not None and not (titled and known.label == "PLACE" and len(parts) > 1):
        return known
    if titled is not None:
        return titled
    if parts[0] in GIVEN_NAMES and 2 <= len(parts) <= 4:
        return Sort("PERSON", "given name")
    return _sort_by_form(text, start, end, parts)


def sort_by_name(name: str, parts: Sequence[str]) -> Sort | None:
    """What closed lists and the words of the name itself tell of it."""
    if place_named(name) is not None:
        return Sort("PLACE", "known place")
    if name in PEOPLES:
        return Sort("NORP", "known people")
    if name in KNOWN_BODIES or name in OUTLETS:
        return Sort("ORG", "known body")
    if parts[-1] in SUFFIXES or "&" in parts:
        return Sort("ORG", "legal form")
    if is_outlet(name):
        return Sort("ORG", "name of an outlet")
    if len(parts) > 1 and not BODIES.isdisjoint(parts):
        return Sort("ORG", "word of a body")
    if len(parts) > 1 and (parts[-1] in EVENT_WORDS or parts[0] in STORMS):
        return Sort("PRODUCT", "word of an event")
    if len(parts) > 1 and (parts[0] in CLUB_OPENERS or parts[-1] in CLUB_TAILS):
        return Sort("ORG", "word of a club")
    return Sort("PRODUCT", "version number") if VERSION.fullmatch(parts[-1]) else None


def _sort_by_form(text: Writing, start: int, end: int, parts: Sequence[str]) -> Sort:
    if len(parts) > 1 and (parts[-1] in PLACE_NOUNS or parts[0] in PLACE_OPENERS):
        return Sort("PLACE", "word of a place")
    told = beside(text, start, end)
    if told is not None:
        return told
    if _is_followed_by_place(text, start, end):
        return Sort("PLACE", "place behind it")
    if _is_somewhere(text, start, end):
        return Sort("PLACE", "preposition of place")
    if _opens_dateline(text, start, end):
        return Sort("PLACE", "dateline")
    if len(parts) > 1 and parts[-1] in COMPANY_TAILS:
        return Sort("ORG", "word of a company")
    if 2 <= len(parts) <= 4 and _is_described_person(text, end):
        return Sort("PERSON", "described as a person")
    if 2 <= len(parts) <= 4 and _is_quoted_person(text, start, end):
        return Sort("PERSON", "speaks")
    return _sort_of_word(text, start, end) if len(parts) == 1 else UNTOLD


def _sort_of_word(text: Writing, start: int, end: int) -> Sort:
    """What little tells of a name of one word."""
    word = text.words[start]
    if 2 <= len(word) <= 5 and word.isupper():
        return Sort("ORG", "capitals")
    if word.endswith(PEOPLE_ENDINGS) or (word.endswith(NATIONAL_ENDINGS) and _is_noun(text, end)):
        return Sort("NORP", "ending of a people")
    if word in GIVEN_NAMES:
        return Sort("PERSON", "given name alone")
    if start and text.lower[start - 1] == "from":
        return Sort("PLACE", "from there")
    acts = end < len(text) and (text.lower[end] in SPEECH_VERBS or text.lower[end] in DEEDS)
    return Sort("ORG", "acts") if acts else UNTOLD


def _is_somewhere(text: Writing, start: int, end: int) -> bool:
    """ "In" or "near" stands before, and what follows does not make it somebody's: "in Castell", not "in Castell's yard"."""
    before = text.lower[start - 1] if start else ""
    if before not in IN_PLACE or end - start > 3 or text.words[end - 1] in COMPANY_TAILS:
        return False
    return not _is_noun(text, end) and (end == len(text) or text.words[end] not in ("'s", "’s"))


def _is_noun(text: Writing, index: int) -> bool:
    """A noun in small letters stands there; without tags, any word of small letters that is no function word."""
    if index >= len(text):
        return False
    return text.tags[index] in NOUNS if text.is_tagged(index) else text.is_small(index) and text.words[index] not in FUNCTION_WORDS


def _is_followed_by_place(text: Writing, start: int, end: int) -> bool:
    """ "Ellery, Ohio," is a town and what it lies in; in a list commas tell nothing."""
    if end + 2 >= len(text) or text.words[end] != "," or end - start > 3 or (start and text.words[start - 1] in (",", "and", ";")):
        return False
    stops = (stop for stop in (end + 2, end + 3) if stop < len(text) and text.words[stop] in (",", ".", ")"))
    return any(place_named(text.text(end + 1, stop)) is not None for stop in stops)


def _opens_dateline(text: Writing, start: int, end: int) -> bool:
    """Capitals at the head of a line before a dash: "NORHAVEN, Oct 14 (Meridian Wire) —"."""
    if start and "\n" not in text.words[start - 1]:
        return False
    if not all(word.isupper() or not word.isalpha() for word in text.words[start:end]):
        return False
    ahead = text.words[end : end + 12]
    return bool(ahead) and (ahead[0] in ",(" or ahead[0] in DASHES) and not DASHES.isdisjoint(ahead)


def _is_described_person(text: Writing, end: int) -> bool:
    """An age, a role or "who" follows after a comma: "Ilse Varga, 37," or "Ilse Varga, a lecturer at"."""
    ahead = text.lower[end : end + 8]
    if len(ahead) < 3 or ahead[0] != ",":
        return False
    if (ahead[1].isdigit() and len(ahead[1]) == 2 and ahead[2] in ",.") or ahead[1] == "who":
        return True
    return any(_is_role(text, index) for index in range(end + 1, end + len(ahead)))


def _is_role(text: Writing, index: int) -> bool:
    """The word names what a person does: a known role, or the head of "a ... -er" that is no firm."""
    word = text.lower[index]
    if word in ROLE_NOUNS:
        return True
    if not word.endswith(PERSON_ENDINGS) or word in FIRM_NOUNS or word in FUNCTION_WORDS or index + 1 >= len(text):
        return False
    after = text.lower[index + 1]
    ends = not after[0].isalnum() or after in FUNCTION_WORDS
    return word.isalpha() and ends and not DETERMINERS.isdisjoint(text.lower[max(0, index - 3) : index])


def _is_quoted_person(text: Writing, start: int, end: int) -> bool:
    """Speech stands beside a plain name: '"Be patient," advised Petra Lund', "Petra Lund said"."""
    if end - start == 2 and end < len(text) and text.lower[end] in ("said", "says", "told", "added"):
        return True
    if start < 2 or text.words[start - 2] not in QUOTES:
        return False
    return text.lower[start - 1] in SPEECH_VERBS or text.lower[start - 1].endswith("ed")
