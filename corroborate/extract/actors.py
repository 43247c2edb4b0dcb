"""Who acts: the subject of a verb, through what leads to it, and the party behind "by" or "to".

Subjects are named as those of verbs of speech are; what leads from a subject to its verb ("agreed to pay", "accused X of
forging", "sold and earned") is followed by its words, and by the sentence's tree where it has one.
"""

from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from corroborate.extract.attribution.cast import BODY_NOUNS, COMPANY_NOUNS, Cast
from corroborate.extract.attribution.speakers import Phrases, Subject
from corroborate.extract.attribution.verbs import SPEECH_VERBS
from corroborate.extract.frames import ACCUSING, BLAMING, DOING, HAVING, INTO_DEED, SURE
from corroborate.extract.labels import VERB_TAGS, is_tagged
from corroborate.extract.lexicon import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, words
from corroborate.extract.relations import is_predicate, sharing

BE = words("is are was were be been being 's ’s")
# Bodies and groups that act without being named.
IDLE = words("campaign port office service")
AUTHORITIES = (BODY_NOUNS - IDLE) | words("""
police prosecutors authorities rescuers firefighters officials inspectors detectives doctors medics paramedics regulators lawmakers
parliament senate troops soldiers legislators councillors
""")
STOPS = frozenset({",", ";", ":", "—", "–", "(", ")", '"', "“", "”", "."})
# "after raising $65 million": what the subject of the main clause does too, as it does by "using" something.
_BESIDE = words("after before by while without despite since when")
_PLACES = frozenset({"PLACE", "NORP"})
_PRONOUNS = frozenset({"it", "they", "he", "she"})
_ACTORS = frozenset({"PERSON", "ORG", "PLACE", "PRODUCT"})
_IMPERSONAL = words("take takes took taken cost costs")
_SUFFERERS = words("us me him her them you")
_TIMES = words("second minute hour day week month year decade")
FARTHEST_PARTY = 12
DEEPEST = 4
_FULL_VERBS = VERB_TAGS - {"MD"}
_ACCUSING_OR_SAYING = ACCUSING | SPEECH_VERBS
_AROUND_VERBS = AUXILIARIES | ADVERBS
_VERBAL_TAGS = VERB_TAGS | {"JJ"}


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the noun phrases of its article and who has been spoken of before it.

    `topics` are the organisations that the article names most: "the company" of a new sentence is one of them.
    """

    sentence: TokenSpan
    phrases: Phrases
    cast: Cast
    topics: frozenset[str] = frozenset()


def is_verb(token: Token) -> bool:
    """A main verb, by its tag or, without one, by the lists of deeds."""
    lower = token.lower_
    if lower in BE or (lower in AUXILIARIES and lower not in HAVING):
        return False
    before = token.nbor(-1) if token.i > 0 else None
    if before is not None and before.lower_ in DETERMINERS:
        return False
    if not is_tagged(token):
        return lower in DOING or lower in SPEECH_VERBS
    if lower in DOING and before is not None and (before.lower_ == "to" or before.lower_ in AUXILIARIES):
        return True
    if lower in SURE and token.tag_ not in VERB_TAGS:
        return True
    return token.tag_ in _FULL_VERBS and token.dep_ not in ("amod", "compound", "aux", "case", "mark")


def is_passive(verb: Token, scene: Scene) -> bool:
    """ "was fined", "has been fined": a form of "be" before the verb, with nothing but adverbs between."""
    doc, place = verb.doc, verb.i - 1
    if verb.lower_.endswith("ing"):
        return False
    while place >= scene.sentence.start and (doc[place].lower_ in ADVERBS or doc[place].lower_.endswith("ly")):
        place -= 1
    return place >= scene.sentence.start and doc[place].lower_ in BE


def agent_of(verb: Token, scene: Scene) -> str | None:
    """Who did it, behind "by"."""
    doc = verb.doc
    for place in range(verb.i + 1, min(verb.i + FARTHEST_PARTY, scene.sentence.end)):
        if doc[place].text in STOPS or doc[place].lower_ in ("according", "after", "because", "that"):
            return None
        if doc[place].lower_ == "by":
            named = named_from(place + 1, scene, places=True)
            return named or _acting(scene.phrases.after(place + 1, scene.sentence.end, scene.cast), scene)
    return None


def party_behind(start: int, scene: Scene, prepositions: frozenset[str], *, places: bool = False) -> str | None:
    """The party behind one of these prepositions, in the same clause: "in aid for Sorland", "to Brask Shipping"."""
    doc, party_at = scene.sentence.doc, scene.phrases.party_at
    end = min(scene.sentence.end, start + FARTHEST_PARTY)
    for place in range(start, end):
        token = doc[place]
        if place in party_at:
            continue
        if (
            token.text in STOPS
            or token.lower_ in ("that", "which", "who", "after", "because", "when")
            or (is_verb(token) and place > start)
        ):
            return None
        if token.lower_ in prepositions:
            named = named_from(place + 1, scene, places=places)
            if named is not None or place + 1 in party_at:
                return named
    return None


def named_from(start: int, scene: Scene, *, places: bool) -> str | None:
    """The party or body whose name or phrase begins at a token; not "Orrin Rail's" and not one of several."""
    doc, place = scene.sentence.doc, start
    while place < scene.sentence.end and doc[place].lower_ in DETERMINERS:
        place += 1
    party = scene.phrases.party_at.get(place) if place < scene.sentence.end else None
    if party is None:
        return None
    follower = doc[party.end] if party.end < scene.sentence.end else None
    if follower is not None and follower.lower_ in ("'s", "’s", "-", "and", "&"):
        return None
    if follower is not None and follower.lower_ in AUTHORITIES:
        return f"{party.text} {follower.text}"
    return str(party._.party) if party.label_ != "NORP" and (places or party.label_ not in _PLACES) else None


def subject_of_verb(verb: Token, scene: Scene, depth: int = 0) -> str | None:
    """Who the verb's subject is, through what leads to it: "agreed to pay", "accused X of forging", "sold and earned"."""
    begin = _clause_start(verb, scene)
    if depth > DEEPEST or verb.i <= begin or _is_impersonal(verb, begin):
        return None
    before = verb.doc[_opening(verb, begin) - 1] if _opening(verb, begin) > begin else None
    if before is None:
        return None
    if before.lower_ in ("to", "of", "with", "for", "from") and before.i not in scene.phrases.party_at:
        return _controller(before, verb, scene, depth)
    if (before.lower_ in _BESIDE or verb.lower_ == "using") and verb.dep_ in ("advcl", "pcomp"):
        main = _above(verb)
        # "accused X of forging, using": a tree hangs it on the accuser as easily as on the accused.
        unclear = main is None or main.lower_ in _ACCUSING_OR_SAYING or is_passive(main, scene)
        return None if unclear or main is None else subject_of_verb(main, scene, depth + 1)
    if before.lower_ in ("and", "or", ",", "but"):
        shared = sharing(verb)
        if shared is not None and shared.i >= begin:
            return None if is_passive(shared, scene) != is_passive(verb, scene) else subject_of_verb(shared, scene, depth + 1)
    found = scene.phrases.before(verb.i, begin, scene.cast)
    return _acting(found, scene)


def _is_impersonal(verb: Token, begin: int) -> bool:
    """ "It took us 19 minutes", "It cost them $3 million": nobody did it."""
    opening = _opening(verb, begin)
    return verb.lower_ in _IMPERSONAL and opening > begin and verb.doc[opening - 1].lower_ == "it" and _told_to_some(verb)


def _told_to_some(verb: Token) -> bool:
    """Somebody or a stretch of time stands right behind."""
    behind = verb.doc[verb.i + 1 : verb.i + 5]
    return any(token.lower_ in _SUFFERERS for token in behind[:1]) or any(token.lower_.rstrip("s") in _TIMES for token in behind)


def _clause_start(verb: Token, scene: Scene) -> int:
    """Behind the last semicolon before the verb: what stands before it has a clause of its own."""
    begin = scene.sentence.start
    return next((place + 1 for place in range(verb.i - 1, begin, -1) if verb.doc[place].text == ";"), begin)


def _above(verb: Token) -> Token | None:
    """The predicate of the clause that a subordinate one is part of."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return above if above.i != verb.i and is_predicate(above) and above.i < verb.i else None


def _opening(verb: Token, begin: int) -> int:
    """Where the verb's group begins: "has also been fined"."""
    place = verb.i
    while place > begin and (verb.doc[place - 1].lower_ in _AROUND_VERBS or verb.doc[place - 1].lower_.endswith("ly")):
        place -= 1
    return place


def _controller(joint: Token, verb: Token, scene: Scene, depth: int) -> str | None:
    """Whose deed stands behind "to" or "of": "ordered Tern Lines to pay", "was accused of forging", "plans to build"."""
    doc, place = joint.doc, joint.i - 1
    if place <= scene.sentence.start:
        return None
    party = scene.phrases.party_at.get(place)
    if party is not None:
        leads = party.start > scene.sentence.start and doc[party.start - 1].lower_ in (ACCUSING if joint.lower_ != "to" else BLAMING)
        return str(party._.party) if leads else None
    while place > scene.sentence.start and (doc[place].lower_ in ADVERBS or doc[place].lower_.endswith("ly")):
        place -= 1
    leading = doc[place]
    if joint.lower_ != "to":
        return subject_of_verb(leading, scene, depth + 1) if leading.lower_ in ACCUSING and is_passive(leading, scene) else None
    if leading.lower_ in INTO_DEED or (is_tagged(leading) and leading.tag_ in _VERBAL_TAGS and leading.lower_ not in PREPOSITIONS):
        return subject_of_verb(leading, scene, depth + 1)
    return None


def _acting(subject: Subject | None, scene: Scene) -> str | None:
    """The name of a subject that can act: a party, "the company", a body; no fire and no letter."""
    if subject is None or subject.document is not None:
        return None
    words_of = [token.lower_ for token in scene.sentence.doc[subject.start : subject.end]]
    if len(words_of) == 1 and words_of[0] in _PRONOUNS:
        return _referent(subject, scene)
    if subject.label == "ORG" and words_of[-1] in COMPANY_NOUNS and words_of[0] in DETERMINERS:
        return _company_named(subject, scene)
    if subject.name is None or (words_of[-1] in IDLE and subject.name.islower()):
        return None
    if subject.label not in _ACTORS and not (subject.label == "" and any(word in AUTHORITIES for word in words_of)):
        return None
    return None if _hangs(subject.start, scene) or _is_listed(subject, scene) else subject.name


def _company_named(subject: Subject, scene: Scene) -> str | None:
    """Which "the company" is: the one that its sentence names before, else the one spoken of; of two none."""
    party_at = scene.phrases.party_at
    named = {str(party_at[place]._.party) for place in range(scene.sentence.start, subject.start) if _is_company(place, scene)}
    if named:
        return named.pop() if len(named) == 1 else None
    return subject.name if subject.name in scene.topics else None


def _is_company(place: int, scene: Scene) -> bool:
    party = scene.phrases.party_at.get(place)
    return party is not None and party.label_ == "ORG"


def _referent(pronoun: Subject, scene: Scene) -> str | None:
    """Whom a pronoun means: who says the sentence ("Orrin Rail said it would"), else who was spoken of before it."""
    doc, begin = scene.sentence.doc, scene.sentence.start
    for place in range(pronoun.start - 1, begin, -1):
        if doc[place].lower_ in SPEECH_VERBS and place not in scene.phrases.party_at:
            found = scene.phrases.before(place, begin, scene.cast)
            is_person = found is not None and found.label == "PERSON"
            return _acting(found, scene) if is_person == (pronoun.label == "PERSON") else None
    return None if parties_before(pronoun.start, scene) else pronoun.name


def _hangs(start: int, scene: Scene) -> bool:
    """The phrase stands behind a preposition, so that another noun is the subject: "a fire in Orsk"."""
    doc, place = scene.sentence.doc, start - 1
    while place >= scene.sentence.start and doc[place].lower_ in DETERMINERS:
        place -= 1
    return place >= scene.sentence.start and doc[place].lower_ in PREPOSITIONS


def _is_listed(subject: Subject, scene: Scene) -> bool:
    """One of several: "Velt Freight and Orrin Rail own 900 engines" tells of both together."""
    place = subject.start - 1
    return place > scene.sentence.start and scene.sentence.doc[place].lower_ in ("and", "or", "&") and place - 1 in scene.phrases.party_at


def parties_before(index: int, scene: Scene) -> bool:
    return any(place in scene.phrases.party_at for place in range(scene.sentence.start, index))
