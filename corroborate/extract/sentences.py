"""Where sentences begin, in news English.

A line break always ends a sentence: headlines, datelines and captions stand on lines of their own. Elsewhere a full
stop ends one unless it belongs to an abbreviation, an initial, a number or an ellipsis in mid-sentence.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from corroborate.extract.lexicon import words
from corroborate.extract.spans import text_of

# A name or a figure follows these at once, so their stop never ends a sentence.
TITLES = words("""
mr mrs ms messrs mx dr drs prof rev hon fr sr st mt ft gov govs sen sens rep reps pres gen lt col maj capt cpt sgt cpl pvt adm cmdr
cmdt supt det insp sec asst dep
""")
LINKS = words("vs v e.g i.e cf ca viz")
BEFORE_A_NUMBER = words("no nos art sec fig figs p pp vol vols ch par paras jan feb mar apr jun jul aug sep sept oct nov dec approx est c")
# These may end a sentence; they do when the next word is one that opens sentences.
MAY_END = (BEFORE_A_NUMBER - {"no"}) | words("""
inc corp co cos ltd llc plc bros jr sr etc a.m p.m am pm u.s u.k u.n e.u u.a.e d.c n.y l.a b.c a.d ph.d m.d b.a m.a j.d esq s.a n.v
s.p.a ag dept assn univ ave blvd rd sq bldg ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont
neb nev okla ore pa tenn tex va vt wash wis wyo ont que alta mon tue tues wed thu thur thurs fri sat sun min max hr hrs secs lb lbs
oz mi km kg cm mm ft
""")
OPENERS = words("""
a about according across after all along already also although among an and another any around as asked at authorities based because
before behind being between both but by critics despite during each earlier either even every experts few for former from further
given he her here his how however i if in inside instead investigators it its just last late later like local many meanwhile more
most much my nearly neither never next no nobody none nor not nothing now of officials on once one only or other others our out over
people police prices prosecutors rather residents separately several shares she since so some soon sources still such that the their
then there these they this those though three through throughout to today together tomorrow two under unless until up we what when
where whether which while who whose why with within without yesterday yet you your
""")
SPEECH = r"(?:said|says|asked|asks|shouted|cried|wrote|writes|added|told|replied)"

START, ELSEWHERE = 1, -1
LINE_ENDS = "\n\r\u2028\u2029"
STOP = re.compile(rf"[{LINE_ENDS}]|[.!?…]+[\"'”’»)\]]*")
NEXT_WORD = re.compile(r"[\"'“”‘«(\[—–-]{0,3}([A-Za-z][\w'’-]{0,40}|\d|[^\W\d_])?(\.?)")
WORD_BEFORE = re.compile(r"[A-Za-z][A-Za-z.-]{0,14}$")
NAMED_SPEAKER = re.compile(rf"[A-Z][\w'’-]{{0,30}}(?: [A-Z][\w'’-]{{0,30}})? {SPEECH}\b")
LIST_NUMBER = re.compile(r"(?:^|\n)[ \t]{0,8}(?:\d{1,3}|[A-Za-z])$")


@Language.factory("corroborate_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component for `nlp.add_pipe("corroborate_sentences")`; it belongs before any parser."""
    return mark_sentences


def mark_sentences(doc: Doc) -> Doc:
    """Mark the first token of every sentence and forbid all other starts."""
    if not len(doc):
        return doc
    offsets = doc.to_array("IDX")
    marks = np.full(len(doc), ELSEWHERE, dtype="int64")
    first = list(sentence_starts(text_of(doc)))
    # The token that holds a character is the last one that does not begin behind it.
    marks[np.searchsorted(offsets, np.array(first, dtype=offsets.dtype), side="right") - 1] = START
    column: Any = marks.astype("uint64").reshape(-1, 1)
    return doc.from_array(["SENT_START"], column)


def sentence_starts(text: str) -> Iterator[int]:
    """Offsets of the first character of each sentence, in order.

    >>> list(sentence_starts("Sen. Okafor won. Turnout fell."))
    [0, 17]
    """
    first = _after_blanks(text, 0)
    if first < len(text) and text[first] not in LINE_ENDS:
        yield first
    for stop in STOP.finditer(text):
        if text[stop.start()] in LINE_ENDS or _ends_sentence(text, stop):
            start = _after_blanks(text, stop.end())
            if start < len(text) and text[start] not in LINE_ENDS:
                yield start


def _after_blanks(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace() and text[position] not in LINE_ENDS:
        position += 1
    return position


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    start = _after_blanks(text, stop.end())
    if start == len(text) or text[start] in LINE_ENDS:
        return False
    following = NEXT_WORD.match(text, start)
    word = (following and following[1]) or ""
    if not word or word[0].islower():
        return False
    if start == stop.end():
        return _ends_before_glued_word(text, stop, word)
    marks = stop[0].rstrip("\"'”’»)]")
    if marks != ".":
        return _ends_with_marks(text, stop, start)
    return _full_stop_ends(text, stop.start(), word, initial=bool(following and following[2]))


def _ends_before_glued_word(text: str, stop: re.Match[str], word: str) -> bool:
    """Pages lose the blank between paragraphs: "the plan.The minister" has two sentences, "Node.Js" is a name."""
    return stop.start() > 0 and text[stop.start() - 1].islower() and word[0].isupper() and word.lower() in OPENERS


def _ends_with_marks(text: str, stop: re.Match[str], start: int) -> bool:
    if stop[0][0] in "!?":
        quoted = stop[0][-1] in "\"'”’"
        return not (quoted and NAMED_SPEAKER.match(text, start))
    return stop.start() > 0 and not text[stop.start() - 1].isspace()


def _full_stop_ends(text: str, position: int, word: str, *, initial: bool) -> bool:
    before = text[max(0, position - 16) : position]
    if LIST_NUMBER.search(before) or (len(before) == position and LIST_NUMBER.match(before)):
        return False
    found = WORD_BEFORE.search(before)
    if found is None:
        return True
    last = found[0].lower()
    if last in LINKS or (last in TITLES and found[0][0].isupper()):
        return False
    if last in BEFORE_A_NUMBER and word[0].isdigit():
        return False
    letter = len(last) == 1 and found[0].isupper()
    if letter or last in MAY_END or re.fullmatch(r"(?:[a-z]\.){1,5}[a-z]", last):
        return word.lower() in OPENERS and not initial and not (letter and word == "I")
    return True
