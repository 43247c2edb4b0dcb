"""Runs of capitalised words, cut into names: where a name begins and ends, and what sort of thing it names."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from corroborate.extract.lexicon import CALENDAR, COMMON_ACRONYMS, FUNCTION_WORDS, STARTERS, words
from corroborate.extract.parties.labels import ROLE_NOUNS, label_of
from corroborate.extract.parties.names import (
    BODIES,
    COMPANY_TAILS,
    GIVEN_NAMES,
    KNOWN_BODIES,
    LISTING_BODIES,
    OUTLETS,
    PARTICLES,
    TITLE_MODIFIERS,
    TITLES,
    TOPICS,
)
from corroborate.extract.parties.places import COUNTRY_ALIASES, LONGEST_PLACE, PEOPLES, place_named

LONGEST_NAME = 16
OPENING_MARKS = frozenset("\"'“‘«(:—–-•*·|>…")
OF_PLACES = words(
    "Port Isle Gulf Bay Cape Republic Kingdom City Town Village Strait Sea Lake University Bank House Church Order State Port"
)
NUMBERED = words(
    "Series Phase Article Section Chapter Act Rule Title Part Level Category Type Class Tier Round Figure Table Appendix Form Version"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: tokens `start` to `end` of the document, as written, and what sort of thing it seems to be.

    `sure` is False where only the capital at the head of a sentence speaks for it.
    """

    start: int
    end: int
    name: str
    label: str
    sure: bool = True


def opens_name(token: Token) -> bool:
    """The token is written like part of a name: a capital, or a capital inside ("eBay")."""
    text = token.text
    if text == "Jan" and token.i + 1 < len(token.doc) and token.nbor().is_title:
        return True
    if text in CALENDAR or text == "I" or not any(letter.isalpha() for letter in text):
        return False
    return text[0].isupper() or (len(text) > 2 and text[0].islower() and text[1].isupper())


def is_heading(sentence: TokenSpan) -> bool:
    """Nearly every long word has a capital, so that capitals tell nothing: "Ferry Fire Kills Nine Off Port Ellen"."""
    long = [token for token in sentence if token.is_alpha and len(token) > 3]
    capitals = sum(token.text[0].isupper() for token in long)
    return len(long) >= 4 and capitals >= 0.75 * len(long) and sentence.text.rstrip()[-1:] not in '.!?"”'


def mentions_in(sentence: TokenSpan) -> Iterator[Mention]:
    """The names of one sentence from left to right."""
    index = sentence.start
    doc = sentence.doc
    while index < sentence.end:
        if not opens_name(doc[index]):
            index += 1
            continue
        end = _run_end(doc, index, sentence.end)
        yield from _cut(doc, index, end, _is_first(doc, index, sentence.start))
        index = end


def _is_first(doc: Doc, index: int, begin: int) -> bool:
    """Nothing but marks stands between the head of the sentence or an opening mark and the token."""
    before = index - 1
    if before >= begin and doc[before].text in OPENING_MARKS and not (doc[before].text == "-" and not doc[before].whitespace_):
        return True
    while before >= begin and not doc[before].is_alpha:
        before -= 1
    return before < begin


def _run_end(doc: Doc, start: int, limit: int) -> int:
    end = start + 1
    limit = min(limit, start + LONGEST_NAME)
    while end < limit:
        step = _step(doc, start, end, limit)
        if step == 0:
            break
        end += step
    return end


def _step(doc: Doc, start: int, end: int, limit: int) -> int:
    """How many tokens at `end` belong to the run that began at `start`."""
    token = doc[end]
    after = doc[end + 1] if end + 1 < limit else None
    if opens_name(token):
        return 0 if token.lower_ in FUNCTION_WORDS and not token.is_upper and token.text not in TITLES else 1
    if after is None:
        return _is_number_of_name(doc, end)
    if token.text in "-&+/" and opens_name(after) and (token.text == "&" or not (doc[end - 1].whitespace_ or token.whitespace_)):
        return 2
    if token.text in PARTICLES and opens_name(after):
        return 2
    return _is_number_of_name(doc, end) or _connector(doc, start, end, limit)


def _is_number_of_name(doc: Doc, index: int) -> int:
    """1 where a small number ends the name ("Kestrel 5"), not where it counts what follows ("in Norhaven 12 people")."""
    token = doc[index]
    if not (token.is_digit and len(token) <= 2 and doc[index - 1].whitespace_ and not doc[index - 1].is_upper):
        return 0
    after = doc[index + 1] if index + 1 < len(doc) else None
    counts = after is not None and after.is_alpha and after.is_lower and after.lower_ not in FUNCTION_WORDS
    joined = after is not None and not token.whitespace_ and after.text not in ".,;:!?)\"”’'"
    return 0 if counts or joined else 1


def _connector(doc: Doc, start: int, end: int, limit: int) -> int:
    """Tokens of "of the", "for", "on", "and", "," inside the name of a body."""
    token = doc[end].text
    held = {part.text for part in doc[start:end]}
    skip = 2 if end + 1 < limit and doc[end + 1].text == "the" else 1
    follows = end + skip < limit and opens_name(doc[end + skip]) and doc[end + skip].lower_ not in FUNCTION_WORDS
    if token in ("of", "for", "on") and follows:
        opener = held & (BODIES if token != "on" else LISTING_BODIES) or (token == "of" and doc[start].text in OF_PLACES)
        return skip + 1 if opener else 0
    if token in (",", "and", "&") and doc[end - 1].text in TOPICS:
        return _topic_step(doc, start, end, limit)
    return 0


def _topic_step(doc: Doc, start: int, end: int, limit: int) -> int:
    """Tokens of ", Housing" or ", and Urban" in "Committee on Banking, Housing, and Urban Affairs"."""
    skip = 2 if doc[end].text == "," and end + 1 < limit and doc[end + 1].text == "and" else 1
    if end + skip >= limit or doc[end + skip].text not in TOPICS:
        return 0
    held = {part.text for part in doc[start:end]}
    if held & LISTING_BODIES and held & {"of", "on", "for"}:
        return skip + 1
    ahead = end + skip
    while ahead < limit and opens_name(doc[ahead]):
        if doc[ahead].text in LISTING_BODIES:
            return skip + 1
        ahead += 1
    return 0


def _cut(doc: Doc, start: int, end: int, is_first: bool) -> Iterator[Mention]:
    """The names of one run: sentence openers dropped, titles stripped, peoples set apart."""
    if is_first and not _known_prefix(doc, start, end):
        opener = doc[start].lower_
        begins_title = doc[start].text in TITLES or doc[start].text in TITLE_MODIFIERS
        if opener in FUNCTION_WORDS or (opener in STARTERS and not begins_title and not _is_body_name(doc, start, end)):
            start, is_first = start + 1, False
    elif doc[start].lower_ in FUNCTION_WORDS and not doc[start].is_upper and not _known_prefix(doc, start, end):
        start += 1
    while start < end and not opens_name(doc[start]):
        start += 1
    if start < end:
        yield from _split_titles(doc, start, end, not is_first)


def _known_prefix(doc: Doc, start: int, end: int) -> bool:
    pieces = range(min(end, start + LONGEST_PLACE), start, -1)
    return any(_is_known(doc[start:stop].text) for stop in pieces)


def _is_known(name: str) -> bool:
    return place_named(name) is not None or name in KNOWN_BODIES or name in OUTLETS or name in PEOPLES


def _is_body_name(doc: Doc, start: int, end: int) -> bool:
    rest = {token.text for token in doc[start + 1 : end]}
    return bool(rest & (BODIES | COMPANY_TAILS)) and not rest & TITLES


def _split_titles(doc: Doc, start: int, end: int, sure: bool) -> Iterator[Mention]:
    last = _last_title(doc, start, end)
    if last is None:
        yield from _split_people(doc, start, end, sure=sure, titled=_title_before(doc, start))
        return
    left = last
    while left > start and (doc[left - 1].text in TITLES or doc[left - 1].text in TITLE_MODIFIERS or doc[left - 1].text == "-"):
        left -= 1
    if left > start:
        yield from _split_people(doc, start, left, sure=sure, titled=False)
    if last + 1 < end:
        yield from _split_people(doc, last + 1, end, sure=True, titled=True)


def _last_title(doc: Doc, start: int, end: int) -> int | None:
    """The last title of the run that is not itself part of a name ("General Motors", "Stephen King")."""
    if any(token.text in ("of", "for", "on") for token in doc[start:end]):
        return None
    for index in range(end - 1, start - 1, -1):
        if doc[index].text not in TITLES:
            continue
        if index == end - 1 and index > start and doc[index - 1].text in GIVEN_NAMES:
            continue
        rest = {token.text for token in doc[index + 1 : end]}
        if rest & (BODIES | COMPANY_TAILS) and not rest & GIVEN_NAMES:
            continue
        return index
    return None


def _title_before(doc: Doc, start: int) -> bool:
    """A role in small letters stands right before: "director Ilse Varga"."""
    return start > 0 and doc[start - 1].text in ROLE_NOUNS


def _split_people(doc: Doc, start: int, end: int, *, sure: bool, titled: bool) -> Iterator[Mention]:
    first = doc[start].text
    is_people = first in PEOPLES or first in COUNTRY_ALIASES
    if is_people and end - start > 1 and not _is_body_name(doc, start, end) and place_named(doc[start:end].text) is None:
        yield Mention(start, start + 1, first, "NORP" if first in PEOPLES else "PLACE")
        start, sure = start + 1, True
        while start < end and not opens_name(doc[start]):
            start += 1
    end = _without_common_tail(doc, start, end)
    if start < end:
        yield from _named(doc, start, end, sure=sure, titled=titled)


def _without_common_tail(doc: Doc, start: int, end: int) -> int:
    """Cut "AI" off "Norla AI models", where it belongs to the noun that follows, and keep it in "Norla AI"."""
    follows = doc[end] if end < len(doc) else None
    describes = follows is not None and follows.is_alpha and follows.is_lower and follows.lower_ not in FUNCTION_WORDS
    while end > start and doc[end - 1].text in COMMON_ACRONYMS and (describes or end - start == 1):
        end -= 1
    return end


def _named(doc: Doc, start: int, end: int, *, sure: bool, titled: bool) -> Iterator[Mention]:
    tokens = doc[start:end]
    name = tokens.text
    alone = end - start == 1
    nameless = alone and (
        name in TITLES or name in TITLE_MODIFIERS or (name in TOPICS and not _is_known(name)) or len(name.rstrip(".")) == 1
    )
    if (nameless and not (titled and name in GIVEN_NAMES)) or (doc[start].text in NUMBERED and end - start <= 2):
        return
    label = label_of(tokens, titled=titled)
    yield Mention(start, end, name, label, sure or not alone or _is_known(name) or _looks_proper(name))


def _looks_proper(word: str) -> bool:
    return any(letter.isupper() for letter in word[1:]) and word not in COMMON_ACRONYMS
