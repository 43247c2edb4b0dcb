"""What a parse tells of speech: whose subject a verb has, where there is a parse."""

from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.cast import DOCUMENT_NOUNS, FIGURE_NOUNS, PEOPLE_NOUNS, PERSON_NOUNS, Cast
from corroborate.extract.attribution.phrases import HEADS, TIMES
from corroborate.extract.attribution.speakers import Phrases, Subject
from corroborate.extract.attribution.subjects import QUALIFIERS, RELATIVES
from corroborate.extract.labels import COMPOUNDS, FINITE_TAGS, PASSIVE_SUBJECTS, SUBJECTS, VERB_TAGS, is_parsed
from corroborate.extract.lexicon import PRONOUNS, words
from corroborate.extract.parties.names import TITLES

LONGEST_CHAIN = 4
# A description keeps at most so many words behind its noun: "residents of two streets in the old town".
LONGEST_COMPLEMENT = 9
SHARES = words("% percent cent half third quarter fifth proportion share percentage majority minority")
# How a name hangs on the description before it: "football expert Mira Toll".
BESIDE = COMPOUNDS | {"appos", "nmod:desc"}
PARTICIPLES = frozenset({"VBN", "VBG"})
_ACTIVE_SUBJECTS = SUBJECTS - PASSIVE_SUBJECTS


def subject_joined(verb: Token, phrases: Phrases, cast: Cast) -> Subject | None:
    """The subject of the verb to which this one is joined: "Orrin Rail blamed a cable and said"."""
    head = _subject_head(verb, LONGEST_CHAIN)
    return None if head is None else phrases.ending(head.i, verb.sent.start, cast)


def subject_parsed(verb: Token, ruled: Subject | None, phrases: Phrases, cast: Cast) -> Subject | None:
    """The verb's subject by the parse where the words right before the verb are another phrase, or none."""
    head = _subject_head(verb, 1 if ruled is not None else LONGEST_CHAIN)
    if head is None or head.i > verb.i or head.lower_ in RELATIVES or head.lower_ in TIMES:
        return ruled
    if ruled is not None and ruled.start <= head.i < ruled.end and ruled.name and ruled.name[0].islower():
        return _named_beside(head, ruled, phrases) or ruled
    if head.lower_ != "it" and ruled is not None and (ruled.start <= head.i < ruled.end or _is_set_off(head, ruled, verb)):
        return ruled
    if head.lower_ in SHARES:
        return None
    if head.lower_ in PRONOUNS:
        found = phrases.pronoun(head.i, verb.sent.start, cast) or ruled
        party = _clause_party(verb, phrases) if head.lower_ == "it" and found is not None and not found.name else None
        return found if party is None or found is None else replace(found, name=party._.party)
    if ruled is not None and ruled.label == "PERSON" and head.lower_ in DOCUMENT_NOUNS and ruled.name and ruled.name[0].isupper():
        return ruled
    return _phrase_of(head, verb, phrases, cast) or ruled


def _subject_head(verb: Token, reach: int) -> Token | None:
    """The noun that is the verb's subject, or that of the verb to which it is joined."""
    if not is_parsed(verb) or verb.tag_ not in VERB_TAGS:
        return None
    for _ in range(reach):
        subjects = [child for child in verb.children if child.dep_ in _ACTIVE_SUBJECTS]
        # The day of a dateline is none: "Nov 3 (World Wire) - Velmora Pharma said".
        subject = next((child for child in subjects if not child.is_digit or len(subjects) == 1), None)
        if subject is not None:
            return subject
        if verb.dep_ != "conj":
            return None
        verb = _joined_to(verb)
    return None


def _joined_to(verb: Token) -> Token:
    """The verb that this one continues: "said two had left and denied" goes on with "said", since "had denied" it is not."""
    former = verb.head
    is_content = former.dep_ == "ccomp" and former.head.tag_ in FINITE_TAGS
    has_auxiliary = any(child.dep_.startswith("aux") for child in verb.children)
    differs = former.tag_ not in FINITE_TAGS and verb.tag_ in FINITE_TAGS and not has_auxiliary
    return former.head if is_content and differs and verb.tag_ == former.head.tag_ else former


def _clause_party(verb: Token, phrases: Phrases) -> TokenSpan | None:
    """The party that the clause before "it said" is about."""
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i), verb.head)
    about = next((child for child in clause.children if child.dep_ in SUBJECTS and child.i < verb.i), None)
    return None if about is None else phrases.party_at.get(about.i)


def _phrase_of(head: Token, verb: Token, phrases: Phrases, cast: Cast) -> Subject | None:
    """The phrase around a noun that is not right before its verb."""
    doc, begin, party = phrases.doc, verb.sent.start, phrases.party_at.get(head.i)
    if party is not None:
        named = phrases.with_employer(party, begin)
        return phrases.with_office(named, named.end, verb.i) or named
    found = phrases.interpreted(phrases.opening(head.i, begin), head.i, cast)
    if found is None or head.lower_ in DOCUMENT_NOUNS or head.lower_ in FIGURE_NOUNS or not head.text[0].isalpha():
        return found
    aside = _named_beside(head, found, phrases)
    return aside if aside is not None else _with_complement(found, _complement_end(doc, head, verb), phrases)


def _named_beside(head: Token, found: Subject, phrases: Phrases) -> Subject | None:
    """The name in apposition to a description: "the head of the trust, Vera Lund, whose house burned", "football expert Dr Lund"."""
    doc, place = phrases.doc, head.i + 1
    while place + 1 < len(doc) and place not in phrases.party_at and (doc[place].text in TITLES or doc[place].lower_ == "the"):
        place += 1
    follower = phrases.party_at.get(place)
    if follower is not None and follower.label_ in ("PERSON", "ORG") and found.name and found.end == head.i + 1:
        return Subject(found.start, follower.end, follower._.party, is_definite=True, label=follower.label_)
    named = (phrases.party_at.get(child.i) for child in head.children if child.dep_ == "appos" and child.i > head.i)
    party = next((party for party in named if party is not None and party.label_ in ("PERSON", "ORG")), None)
    return None if party is None else phrases.named_aside(found, party.start, party.end)


def _with_complement(found: Subject, end: int, phrases: Phrases) -> Subject:
    head = phrases.doc[found.end - 1].lower_
    label = found.label or ("PERSON" if head in PERSON_NOUNS else "PEOPLE" if head in PEOPLE_NOUNS else "")
    words_before = phrases.joined(found.start, found.end)
    name = phrases.joined(found.start, end) if found.name == words_before else found.name
    first = phrases.doc[found.start]
    if name and first.tag_ in ("NN", "NNS") and first.is_title and name.startswith(first.text):
        name = name[0].lower() + name[1:]
    return Subject(
        found.start, found.end, name, found.document, is_definite=found.is_definite or head in HEADS, label=label, voice=found.voice
    )


def _complement_end(doc: Doc, head: Token, verb: Token) -> int:
    """Where "of two streets in the old town" or "briefed on the audit" ends, behind its noun."""
    for place in range(head.i + 1, min(verb.i, head.i + 1 + LONGEST_COMPLEMENT)):
        token = doc[place]
        turns = token.tag_ in FINITE_TAGS or token.lower_ in RELATIVES or (token.tag_ in PARTICIPLES and token.lower_ not in QUALIFIERS)
        if turns or (token.is_punct and token.text not in ("-", "'", "’")) or not head.is_ancestor(token):
            return place
    return min(verb.i, head.i + 1 + LONGEST_COMPLEMENT)


def _is_set_off(head: Token, ruled: Subject, verb: Token) -> bool:
    """A comma parts the phrase right before the verb from the parsed subject: "the ferry, the neighbours say, was full"."""
    doc = verb.doc
    between = [token.text for token in doc[head.i + 1 : ruled.start]]
    if "," not in between and any(token.head == head and token.dep_ in BESIDE for token in doc[ruled.start : ruled.end]):
        return True
    return "," in between and not any(token.text == "," for token in doc[ruled.end : verb.i])
