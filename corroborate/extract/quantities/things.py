"""What the tags, names and tree of a sentence tell better than word order: what a figure is of."""

from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.labels import FINITE_TAGS, NOUN_TAGS
from corroborate.extract.lexicon import FUNCTION_WORDS, words
from corroborate.extract.neighbours import words_before
from corroborate.extract.quantities.counted import noun_before
from corroborate.extract.quantities.occurrences import Found
from corroborate.extract.quantities.subjects import KEPT
from corroborate.extract.quantities.units import PERCENT, POINT
from corroborate.extract.relations import head_of, predicate_of, predicate_thing
from corroborate.extract.spans import text_of
from corroborate.model.figures import Kind, Role

# How far from a figure its noun phrase may stand.
REACH = 200
_VERBS = FINITE_TAGS | {"VB"}
# Words that say only that something was counted or told.
EMPTY = words("""
number numbers figure figures total totals peak forecast forecasts count record tally equivalent normal little
understood relates meant
""")
# Who loses a million is not the million; what loses two percent is.
_HAVING = words("lose lost loses losing add adds added gain gains gained hold holds held hit run ran pass passed cost costs settle settled")
_BEFORE_VERBS = NOUN_TAGS | {"MD"}
_NAMES_NOTHING = FUNCTION_WORDS | EMPTY


def with_thing(doc: Doc, found: Found) -> Found:
    """The figure with what its clause says it of, where the words around it told less: "iron ore brought earnings of $4m"."""
    counted = found.quantity.counted
    if found.quantity.role not in (Role.LEVEL, Role.CHANGE) or counted == "age":
        return found
    figure = doc.char_span(found.span.start, found.span.end, alignment_mode="expand")
    if figure is None:
        return found
    if counted is None:
        thing = None if found.kind in (Kind.DURATION, Kind.COUNT) else _subject(figure, found)
        return found if thing is None else _of(found, thing)
    phrase = _phrase(doc, found, counted)
    if phrase is None:
        return found
    return _behind(found, figure, phrase) if phrase.start > figure.start else _before(found, figure, phrase)


def _of(found: Found, thing: str | None) -> Found:
    return replace(found, quantity=replace(found.quantity, counted=thing))


def _behind(found: Found, figure: TokenSpan, phrase: TokenSpan) -> Found:
    """A phrase behind the figure is its own, unless it is a verb: "costs of $4m look light"."""
    is_verb = phrase[0].tag_ in _VERBS and found.kind is not Kind.COUNT
    if not is_verb and not (len(phrase) == 1 and phrase[0].lower_ in EMPTY):
        return found
    before = words_before(text_of(figure.doc), found.span.start)
    return _of(found, noun_before(before[:-1]) if before and before[-1].lower == "of" else None)


def _before(found: Found, figure: TokenSpan, phrase: TokenSpan) -> Found:
    """A phrase before the figure may have been the nearest noun only, a name, or one with a verb within."""
    doc = figure.doc
    verbs = [token.i for token in phrase if token.tag_ in _VERBS and token.i and doc[token.i - 1].tag_ in _BEFORE_VERBS]
    if verbs and verbs[-1] + 1 < phrase.end:
        return _of(found, doc[verbs[-1] + 1 : phrase.end].text)
    thing = _subject(figure, found)
    if thing is not None and thing.split(" ")[-1] != phrase[-1].lower_ and thing.lower() not in phrase.text.lower():
        return _of(found, thing)
    if _is_name(phrase):
        link = next((token.i for token in phrase if token.tag_ == "IN"), phrase.start)
        return _of(found, doc[phrase.start : link].text or None)
    return _of(found, None) if len(phrase) == 1 and phrase[0].lower_ in EMPTY else found


def _subject(figure: TokenSpan, found: Found) -> str | None:
    """The subject of the clause, where the clause says how large it is."""
    head = head_of(figure)
    if head is None or figure.start == 0 or figure.doc[figure.start - 1].lower_ in ("the", "of"):
        return None
    predicate = predicate_of(head)
    if predicate is not None and predicate.lower_ in KEPT:
        return None
    if predicate is not None and predicate.lower_ in _HAVING and found.quantity.unit not in (PERCENT, POINT):
        return None
    thing = predicate_thing(head)
    if thing is None or thing.split(" ")[-1].lower() in _NAMES_NOTHING or (thing.endswith("ing") and " " not in thing):
        return None
    text = text_of(figure.doc).lower()
    place = text.rfind(thing.lower(), max(0, found.span.start - REACH), found.span.start)
    phrase = figure.doc.char_span(place, place + len(thing)) if place >= 0 else None
    if phrase is None or _is_name(phrase) or (phrase.start > 0 and phrase.doc[phrase.start - 1].text == "-"):
        return None
    return thing


def _is_name(phrase: TokenSpan) -> bool:
    """The phrase ends with the name of a party, who has the figure and is not counted."""
    last = phrase[-1].i
    return any(party.start <= last < party.end for party in phrase.doc.spans.get("parties", ()))


def _phrase(doc: Doc, found: Found, counted: str) -> TokenSpan | None:
    """Where the words stand that were taken for the thing counted: behind the figure, or before it."""
    text, start, end = text_of(doc), found.span.start, found.span.end
    place = text.find(counted, end, end + REACH)
    if place < 0 or "." in text[end:place]:
        place = text.rfind(counted, max(0, start - REACH), start)
    return doc.char_span(place, place + len(counted)) if place >= 0 else None
