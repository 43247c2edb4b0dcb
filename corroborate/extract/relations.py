"""What a figure hangs on in its sentence's tree: the predicate above it, that one's subject, the noun it is said of.

Pure functions over tokens; both label schemes of `labels` are understood. They answer None where a sentence was not
parsed or its tree does not tell.
"""

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from corroborate.extract.labels import (
    AGENTS,
    CASE_MARKS,
    COMPOUNDS,
    NOUN_COMPLEMENTS,
    NOUN_TAGS,
    NUMBERS,
    OBJECTS,
    OBLIQUES,
    PASSIVE_SUBJECTS,
    PREPOSITION_OBJECTS,
    SUBJECTS,
    VERB_TAGS,
    is_parsed,
)
from corroborate.extract.lexicon import PRONOUNS, words

# No figure of a newspaper stands deeper; a tree of a damaged sentence may.
DEEPEST = 12
_NO_PREDICATE = COMPOUNDS | CASE_MARKS | {"amod", "aux", "auxpass", "aux:pass", "cop", "mark", "cc", "det", "nmod:poss", "poss"}
_PREDICATED = SUBJECTS | {"aux", "aux:pass", "auxpass"}
# Nouns that only say that something is counted: what is counted stands behind their "of".
COUNTING = words("number total count tally sum amount proportion share percentage volume rest majority value")
# Verbs that say how large their subject is, through a preposition or alone.
MEASURING = words("""
rise rises rose risen fall falls fell fallen climb climbs climbed grow grows grew grown increase increases increased decline
declines declined drop drops dropped jump jumps jumped slip slips slipped slide slid slow slows slowed ease eases eased shrink
shrank edge edged surge surged soar soared plunge plunged tumble tumbled widen widened narrow narrowed dip dipped rebound
rebounded stand stands stood reach reaches reached hit hits total totals totalled totaled amount amounts amounted come comes came
exceed exceeds exceeded top tops topped average averages averaged remain remains remained double doubles doubled triple tripled
halve halved swell swelled number numbered slump slumps slumped plummet plummeted crash crashed sink sank inch inched tick ticked
creep crept leap leapt leaped spike spiked rally rallied retreat retreated contract contracted expand expanded accelerate
accelerated cool cooled peak peaked approach approached pass passed run ran cost hold held add added gain gained lose lost settle
settled close closed
""")
_HEDGES = words("about around some roughly nearly almost just over under more less than an estimated the a")
_COMPARING = frozenset({"compared with", "compared to", "up from", "down from"})
_REACHING = frozenset({"", "to", "at", "by"})
_HANGING_BY_CASE = OBLIQUES | NOUN_COMPLEMENTS | AGENTS
_WITHIN_NOUNS = NUMBERS | COMPOUNDS
_BEFORE_NOUNS = COMPOUNDS | {"amod"}


def head_of(span: TokenSpan) -> Token | None:
    """The token through which a span hangs in its sentence, None without a tree."""
    for token in span:
        above = token.head.i
        if is_parsed(token) and (above == token.i or not span.start <= above < span.end):
            return token
    return None


def is_compared(figure: TokenSpan) -> bool:
    """The figure is what the one before it is measured against: "compared with 3.8 million", "up from 31"."""
    doc, place = figure.doc, figure.start - 1
    while place > 0 and doc[place].lower_ in _HEDGES:
        place -= 1
    before = " ".join(token.lower_ for token in doc[max(0, place - 1) : place + 1])
    return before in _COMPARING or (place >= 0 and doc[place].lower_ in ("against", "versus"))


def goes_with_last(figure: TokenSpan) -> bool:
    """The figure tells of the same as the one before it: what that is compared with, or its conversion in brackets."""
    return is_compared(figure) or (figure.start > 0 and figure.doc[figure.start - 1].text == "(")


def is_predicate(token: Token) -> bool:
    """A verb that is not merely part of a noun phrase, or a noun or adjective that has a subject."""
    if token.tag_ in VERB_TAGS:
        return token.dep_ not in _NO_PREDICATE
    return any(child.dep_ in _PREDICATED for child in token.children)


def chain_of(token: Token) -> tuple[Token, ...]:
    """The tokens from a figure's up to its predicate, which is last; without one, up to the root.

    "a fine of $3 million was lifted": $, fine, lifted.
    """
    chain = [token]
    while len(chain) < DEEPEST and not is_predicate(chain[-1]):
        above = chain[-1].head
        if above.i == chain[-1].i:
            break
        chain.append(above)
    return tuple(chain)


def predicate_of(token: Token) -> Token | None:
    """The verb or other predicate in whose clause a token stands."""
    if not is_parsed(token):
        return None
    last = chain_of(token)[-1]
    return last if is_predicate(last) else None


def subject_of(predicate: Token) -> Token | None:
    """The head of the predicate's own subject; of two the nearer, since a name before it is an owner's."""
    found = [child for child in predicate.children if child.dep_ in SUBJECTS]
    before = [child for child in found if child.i < predicate.i]
    return before[-1] if before else next(iter(found), None)


def is_passive(predicate: Token) -> bool:
    """Its subject is not who does it: "was fined"."""
    return any(child.dep_ in PASSIVE_SUBJECTS or child.dep_ in ("aux:pass", "auxpass") for child in predicate.children)


def sharing(predicate: Token) -> Token | None:
    """The predicate whose subject is this one's too: "sold 40 trams and earned", "agreed to pay"; None where it has its own."""
    if subject_of(predicate) is not None or predicate.dep_ not in ("conj", "xcomp"):
        return None
    above = predicate.head
    if predicate.dep_ == "xcomp" and any(child.dep_ in OBJECTS for child in above.children):
        return None
    return above if above.i != predicate.i and is_predicate(above) else None


def complements(head: Token) -> Iterator[tuple[str, Token]]:
    """What hangs on a verb or noun with the preposition before it, in lower case; "" without one."""
    for child in head.children:
        if child.dep_ in PREPOSITION_OBJECTS:
            continue
        inner = [token for token in child.children if token.dep_ in PREPOSITION_OBJECTS]
        if inner:
            yield from ((child.lower_, token) for token in inner)
        elif child.dep_ in _HANGING_BY_CASE:
            yield next((token.lower_ for token in child.children if token.dep_ in CASE_MARKS), ""), child


def counted_noun(token: Token) -> Token | None:
    """The noun that a number counts: "3,400 trams"."""
    if not is_parsed(token):
        return None
    while token.dep_ in _WITHIN_NOUNS and token.head.i != token.i and token.tag_ not in NOUN_TAGS:
        token = token.head
    return token if token.tag_ in NOUN_TAGS else None


def predicate_thing(token: Token) -> str | None:
    """What the clause says a figure of, in the article's words: "Profit at Orrin Rail rose 12 percent" is of profit.

    `token` is the figure's head. Of "the number of passengers" it is the passengers.
    """
    if not is_parsed(token):
        return None
    subject = _measured_subject(token)
    if subject is None or not _is_common_noun(subject):
        return None
    if subject.lower_ in COUNTING:
        inner = next((noun for case, noun in complements(subject) if case == "of"), None)
        return None if inner is None or inner.tag_ not in ("NN", "NNS") else _phrase(inner)
    return _phrase(subject)


def _is_common_noun(token: Token) -> bool:
    """A noun that is no name; the word that opens a sentence has its capital from there."""
    opens = token.is_sent_start is True and token.is_title and token.is_alpha and token.ent_type_ == ""
    return token.tag_ in ("NN", "NNS") or (opens and token.lower_ not in PRONOUNS)


def _measured_subject(token: Token) -> Token | None:
    """The subject of which the clause says how large it is."""
    if any(child.dep_ == "cop" for child in token.children):
        return subject_of(token)
    predicate = predicate_of(token)
    if predicate is None:
        return None
    if predicate.i == token.i:
        return subject_of(predicate)
    place = chain_of(token)
    direct = place[-2] if len(place) > 1 else token
    cases = [child.lower_ for child in direct.children if child.dep_ in CASE_MARKS] or [direct.lower_ if direct.dep_ == "prep" else ""]
    if predicate.lower_ not in MEASURING or cases[0] not in _REACHING or len(place) > 3:
        return None
    return _subject_through(predicate)


def _subject_through(predicate: Token) -> Token | None:
    """The predicate's subject, its own or that of what leads to it: "the toll climbed", "inflation is expected to ease"."""
    own = subject_of(predicate)
    if own is not None:
        return own
    if predicate.dep_ == "acl":
        return predicate.head
    above = sharing(predicate)
    return None if above is None else subject_of(above)


def _phrase(noun: Token) -> str:
    """A noun with the words that restrict it, in lower case unless they are names: "ferry traffic"."""
    first, doc = noun.i, noun.doc
    while first > 0 and _restricts(doc[first - 1], noun):
        first -= 1
    text = doc[first : noun.i + 1].text
    return text[:1].lower() + text[1:] if doc[first].is_title and doc[first].is_sent_start else text


def _restricts(token: Token, noun: Token) -> bool:
    is_joined = token.tag_ in ("NN", "NNS", "JJ", "VBN", "VBG") and token.dep_ in _BEFORE_NOUNS
    return is_joined and token.head.i == noun.i
