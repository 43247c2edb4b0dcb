"""How far a speech reaches: which characters of its sentence are what was said."""

from collections.abc import Sequence

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from corroborate.extract.attribution.clauses import content_precedes, has_clause
from corroborate.extract.attribution.phrases import TIMES
from corroborate.extract.attribution.quotes import Quotation
from corroborate.extract.attribution.verbs import GERUNDS
from corroborate.extract.lexicon import words
from corroborate.model.claims import Span

MARKS = frozenset("\"“”„«»'‘’")
DASHES = frozenset(("-", "–", "—", "--"))
TAILS = (
    words("on in at during after before late early to earlier following when while as of about with outside from by through via") | TIMES
)
JOINS = words("while but and whereas although though ; yet")
# Between a trailing "the mayor said" and what goes on in the reporter's voice.
TURNS = words("but while whereas though although who which where whose as after before when")
# A trailing "..., the mayor said on Tuesday" has at most so many words behind its verb.
LONGEST_TAIL = 9
SHORTEST_CONTENT = 4


def clause_start(sentence: TokenSpan, index: int) -> int:
    """The token behind the last semicolon before `index`: what stands before it is another statement."""
    for place in range(index - 1, sentence.start, -1):
        if sentence.doc[place].text == ";":
            return place + 1
    return sentence.start


def clause_end(sentence: TokenSpan, index: int) -> int:
    """The token of the first semicolon behind `index`, or the sentence's end."""
    return next((place for place in range(index, sentence.end) if sentence.doc[place].text == ";"), sentence.end)


def trails(sentence: TokenSpan, begin: int, index: int) -> bool:
    """The verb at `index`, whose subject begins at `begin`, stands behind what is said: "..., the mayor said on Monday"."""
    doc, start = sentence.doc, clause_start(sentence, begin)
    if begin > start and doc[begin - 1].lower_ == "as":
        return begin - 1 > start
    if begin > start and doc[begin - 1].text not in MARKS and (told := content_precedes(doc[index])) is not None:
        return told
    if begin - start < SHORTEST_CONTENT and not (begin > start and doc[begin - 1].text in MARKS):
        return False
    if doc[begin - 1].text not in MARKS and doc[begin - 1].text != "," and doc[begin - 1].text not in DASHES:
        return False
    behind = [token for token in doc[index + 1 : clause_end(sentence, index)] if not token.is_space]
    if not any(token.is_alpha or token.like_num for token in behind):
        return True
    if behind[0].text in (",", *DASHES):
        return True
    if behind[0].lower_ == "that" or behind[0].text in (":", *MARKS):
        return doc[begin - 1].text in MARKS
    closing = next((place for place, token in enumerate(behind) if token.text in ",—–"), len(behind))
    tail = behind[0].lower_ in TAILS or behind[0].lower_.endswith("ly") or doc[index].lower_ in ("told", "tells")
    if doc[begin - 1].text in MARKS:
        return tail or not has_clause(behind)
    short = closing <= LONGEST_TAIL and (tail or not has_clause(behind[:closing]))
    return short and has_clause(doc[start : begin - 1]) and not any(token.lower_ == "that" for token in behind[:closing])


def trailing_contents(sentence: TokenSpan, begin: int, index: int, quotes: Sequence[Quotation]) -> tuple[Span, ...]:
    """What a trailing verb closes, and what goes on behind it: quotations, or the rest of an interrupted sentence."""
    doc, start = sentence.doc, clause_start(sentence, begin)
    joined = begin - 2 > start and doc[begin - 1].text == "," and doc[begin - 2].lower_ in ("and", "but", "or")
    before = Span(doc[begin - 2 if joined else start].idx, doc[begin].idx)
    behind = [token for token in doc[index + 1 : sentence.end] if not token.is_space]
    quoted = doc[begin - 1].text in MARKS
    resumes = _resumption(behind, is_quoted=quoted, interrupted=not has_clause(doc[start : begin - 1]))
    if resumes is not None:
        before = Span(doc[_resumed_from(sentence, start, begin)].idx, before.end)
        return (before, Span(resumes, doc[clause_end(sentence, index) - 1].idx + len(doc[clause_end(sentence, index) - 1])))
    ends = doc[index].idx
    return (before, *quoted_between(quotes, ends, sentence.end_char))


def _resumed_from(sentence: TokenSpan, start: int, begin: int) -> int:
    """Where the interrupted clause begins: "there were 40, and the bay, he says, was full" leaves the 40 to the reporter."""
    doc = sentence.doc
    for place in range(begin - 2, start + 1, -1):
        if doc[place].lower_ in ("and", "but") and doc[place - 1].text == ",":
            return start if has_clause(doc[place : begin - 1]) else place
    return start


def quoted_between(quotes: Sequence[Quotation], start: int, end: int) -> list[Span]:
    """The quotations that begin between two offsets, as far as they reach in them."""
    return [Span(quote.chars.start, min(quote.chars.end, end)) for quote in quotes if start <= quote.chars.start < end]


def _resumption(behind: Sequence[Token], *, is_quoted: bool, interrupted: bool) -> int | None:
    """Where the content goes on behind a trailing verb, as an offset: "the ferry, she said, was full"."""
    if is_quoted:
        return None
    comma = next((place for place, token in enumerate(behind) if token.text in (",", *DASHES)), None)
    if comma is None or comma + 1 >= len(behind):
        return None
    if comma > 0 and not interrupted and not all(token.lower_ in TIMES or token.lower_ == "on" for token in behind[:comma]):
        return None
    following = behind[comma + 1]
    if (
        following.tag_ == "VBG"
        or following.lower_ in TURNS
        or following.lower_ in GERUNDS
        or following.lower_ in ("citing", "quoting", "adding")
    ):
        return None
    return following.idx
