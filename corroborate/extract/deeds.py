"""Who did what a figure measures, and to whom: "the board fined Orrin Rail $3.2 million", "Velt Freight's debt of".

The verb is the nearest one before the figure with nothing else between, else the predicate above it in the sentence's
tree. Without a parse fewer deeds are read; when unsure, none.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from corroborate.extract.actors import (
    STOPS,
    Scene,
    agent_of,
    is_passive,
    is_verb,
    named_from,
    parties_before,
    party_behind,
    subject_of_verb,
)
from corroborate.extract.attribution import LATEST_TOPIC
from corroborate.extract.attribution.cast import Cast
from corroborate.extract.attribution.speakers import Phrases
from corroborate.extract.attribution.verbs import SPEECH_VERBS
from corroborate.extract.frames import (
    BUYING,
    DOING,
    DRAWING,
    EVENT_NOUNS,
    GIVING,
    MEASURES,
    PENALTIES,
    PUNISHED,
    RECEIVING,
    REPORTING,
    TO_TARGET,
)
from corroborate.extract.labels import is_tagged
from corroborate.extract.lexicon import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, words
from corroborate.extract.parties.names import is_outlet
from corroborate.extract.relations import MEASURING, chain_of, goes_with_last, head_of, is_predicate
from corroborate.extract.stretches import stretches
from corroborate.model.claims import Deed

NOBODY = Deed()
# Between a verb and its figure: hedges and the prepositions that leave the verb's clause.
_WITHIN = words("of about around over under up by at for with than between to as")
_CLAUSE_STARTS = words("and but that which who said")
_HEDGES = words("about around some roughly nearly almost just over an estimated")
FARTHEST_VERB = 14
_NO_NOUNS = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | DETERMINERS
_JOINING = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
_LEADING = PREPOSITIONS | AUXILIARIES
_ONLY_TO_TARGET = TO_TARGET - GIVING
_BREAKING = CONJUNCTIONS - _WITHIN


def read_deeds(doc: Doc, figures: Sequence[TokenSpan]) -> Iterator[Deed]:
    """The deed of each figure; figures stand in order of their place."""
    phrases, cast, place = Phrases(doc), Cast(), 0
    parties, met = sorted(doc.spans.get("parties", ()), key=lambda party: party.start), 0
    topics = _topics(parties)
    for sentence in stretches(doc):
        if place == len(figures):
            return
        while place < len(figures) and figures[place].start < sentence.start:
            yield NOBODY
            place += 1
        scene, last = Scene(sentence, phrases, cast, topics), NOBODY
        while place < len(figures) and figures[place].start < sentence.end:
            # What a figure is compared with is of the same party: "carried 4.1 million, compared with 3.8 million".
            before = figures[place - 1] if place and figures[place - 1].start >= sentence.start else None
            if not goes_with_last(figures[place]):
                last = _gapped(figures[place], before, last, scene) or deed_of(figures[place], scene)
            elif _is_anothers(figures[place], before, scene):
                last = NOBODY
            yield last
            place += 1
        first = met
        while met < len(parties) and parties[met].start < sentence.end:
            if not is_outlet(parties[met]._.party):
                cast = cast.meet(parties[met], is_topic=met == first and parties[met].start - sentence.start <= LATEST_TOPIC)
            met += 1
    yield from (NOBODY for _ in figures[place:])


def _topics(parties: Sequence[TokenSpan]) -> frozenset[str]:
    """The organisations named most, outlets apart."""
    named = Counter(str(party._.party) for party in parties if party.label_ == "ORG")
    counts = {name: count for name, count in named.items() if not is_outlet(name)}
    most = max(counts.values(), default=0)
    return frozenset(name for name, count in counts.items() if count == most)


def _gapped(figure: TokenSpan, before: TokenSpan | None, last: Deed, scene: Scene) -> Deed | None:
    """The deed of the figure before, done by or to another: "Norland offered $4 million, Belmar $2 million"."""
    if before is None or last.actor is None:
        return None
    party = _party_at_end(figure, scene)
    if party is None or party.start <= before.end or party.label_ == "NORP" or not _follows_joint(party, scene):
        return None
    doc = figure.doc
    if any(is_verb(doc[place]) for place in range(before.end, party.start) if place not in scene.phrases.party_at):
        return None
    earlier = _party_at_end(before, scene)
    if earlier is not None and last.target == str(earlier._.party):
        return Deed(last.actor, str(party._.party))
    return Deed(str(party._.party), last.target)


def _is_anothers(figure: TokenSpan, before: TokenSpan | None, scene: Scene) -> bool:
    """A bracket behind another party: "Orsk had 29 seats (+11), Port Ellery few (-14)"."""
    if before is None or figure.doc[figure.start - 1].text != "(":
        return False
    return any(place in scene.phrases.party_at for place in range(before.end, figure.start))


def _party_at_end(figure: TokenSpan, scene: Scene) -> TokenSpan | None:
    """The party that stands right before a figure and its hedges."""
    place = figure.start - 1
    while place > scene.sentence.start and figure.doc[place].lower_ in _HEDGES:
        place -= 1
    return scene.phrases.party_at.get(place)


def _follows_joint(party: TokenSpan, scene: Scene) -> bool:
    """A comma or "and" stands before the party and what describes it: "and neighbouring Belmar"."""
    place = party.start - 1
    while place > scene.sentence.start and party.start - place < 4 and _describes_or_leads(party.doc[place]):
        place -= 1
    return party.doc[place].text in (",", ";") or party.doc[place].lower_ == "and"


def _describes_or_leads(token: Token) -> bool:
    return token.lower_ in DETERMINERS or (_describes(token) and not is_verb(token))


def deed_of(figure: TokenSpan, scene: Scene) -> Deed:
    """Who did what a figure measures and to whom, as far as its sentence tells."""
    head = head_of(figure)
    if _only_describes(figure, scene):
        return NOBODY
    if (told := _deed_in_noun(figure, scene)) is not None:
        return told
    verb, above = _verb_before(figure, scene), _verb_above(head, scene)
    if (owner := _owner(figure, verb or above, scene)) is not None:
        return Deed(owner)
    if (doer := _done_behind(figure, scene)) is not None:
        return Deed(doer)
    if verb is None and above is not None and above.i > figure.start:
        return Deed(agent_of(above, scene)) if is_passive(above, scene) else NOBODY
    verb = verb or above
    return NOBODY if verb is None else _deed_of_verb(verb, figure, scene)


def _only_describes(figure: TokenSpan, scene: Scene) -> bool:
    """A stretch of time between events, or a measure that is another noun's: "six minutes later", "an 80-yard pass"."""
    follower = figure.doc[figure.end] if figure.end < scene.sentence.end else None
    if follower is None or figure.label_ not in ("duration", "measure", "count"):
        return False
    if follower.lower_ in ("later", "earlier", "ago", "after", "before") or follower.text.startswith("-"):
        return True
    return figure.label_ != "count" and follower.is_alpha and follower.is_lower and follower.tag_ in ("NN", "NNS", "JJ")


def _deed_of_verb(verb: Token, figure: TokenSpan, scene: Scene) -> Deed:
    lower = verb.lower_
    if lower in SPEECH_VERBS and lower not in GIVING and not (lower in REPORTING and _measure_between(verb, figure)):
        return NOBODY
    if is_passive(verb, scene) or _is_headline_passive(verb, figure):
        target = subject_of_verb(verb, scene) if lower in TO_TARGET or lower in DOING else None
        moved = lower in GIVING and target is None
        goal = party_behind(figure.end, scene, frozenset({"to"})) if moved else None
        return Deed(agent_of(verb, scene), goal or (target if _names_party(target, scene) else None))
    subject = subject_of_verb(verb, scene)
    if lower in RECEIVING and not _moves_own(verb, figure):
        return Deed(party_behind(verb.i + 1, scene, frozenset({"from"})), subject)
    return Deed(subject, _target(verb, figure, scene, subject))


def _moves_own(verb: Token, figure: TokenSpan) -> bool:
    """ "raised its rate to 4.5 percent", "raised fares by $3": nothing is got from anybody."""
    leading = next((token.lower_ for token in reversed(verb.doc[verb.i + 1 : figure.start]) if token.lower_ not in _HEDGES), "")
    return verb.lower_ in ("raise", "raises", "raised", "raising") and leading in ("to", "by")


def _is_headline_passive(verb: Token, figure: TokenSpan) -> bool:
    """ "Velt Freight fined $3 million", "Banker jailed for ten years": a headline leaves "was" out; nobody stands as object."""
    if verb.lower_ not in PUNISHED or figure.label_ not in ("money", "duration"):
        return False
    follower = verb.nbor(1) if verb.i + 1 < figure.start else None
    return follower is None or follower.lower_ in (
        "for",
        "to",
        "over",
        "by",
        "at",
        "about",
        "more",
        "nearly",
        "almost",
        "up",
        "record",
        "a",
    )


def _target(verb: Token, figure: TokenSpan, scene: Scene, subject: str | None) -> str | None:
    lower = verb.lower_
    direct = _object(verb, figure, scene)
    if lower in GIVING:
        return direct or party_behind(verb.i + 1, scene, frozenset({"to", "for"}), places=True)
    if lower in DRAWING or lower in BUYING:
        return party_behind(verb.i + 1, scene, frozenset({"from"}), places=True) if direct is None else direct
    return direct if direct != subject and lower in TO_TARGET else None


def _object(verb: Token, figure: TokenSpan, scene: Scene) -> str | None:
    """The party right behind the verb: "fined Orrin Rail", "paid its chief executive, Mara Quist,"."""
    doc, place, end = verb.doc, verb.i + 1, min(figure.start, verb.i + 8)
    while place < end and place not in scene.phrases.party_at and _may_introduce(doc[place]):
        place += 1
    party = scene.phrases.party_at.get(place) if place < figure.start else None
    if party is None or party.end > figure.start or party.label_ == "NORP":
        return None
    follower = doc[party.end].text if party.end < len(doc) else "."
    if follower in ("'s", "’s", "-", "and", "&") or _is_noun_behind(party, figure):
        return None
    return str(party._.party)


def _may_introduce(token: Token) -> bool:
    """A determiner, an office or a comma: "its chief executive, Mara Quist"."""
    is_plain = token.is_alpha and token.is_lower and token.lower_ not in _JOINING
    return token.lower_ in DETERMINERS or token.text in (",", "-") or (is_plain and not is_verb(token))


def _is_noun_behind(party: TokenSpan, figure: TokenSpan) -> bool:
    """The name only describes what follows it: "bought Orrin Rail shares"."""
    doc = party.doc
    if party.end >= figure.start:
        return False
    token = doc[party.end]
    return token.tag_ in ("NN", "NNS") if is_tagged(token) else False


def _done_behind(figure: TokenSpan, scene: Scene) -> str | None:
    """Whose verb stands behind: "the $1.1 million that Orrin Rail spent", "the 900 letters Velt Freight sent"."""
    doc, place, party_at = figure.doc, figure.end, scene.phrases.party_at
    limit = min(scene.sentence.end - 1, figure.end + 4)
    while place < limit and place not in party_at and doc[place].is_lower and doc[place].lower_ not in _LEADING:
        place += 1
    party = party_at.get(place)
    if party is None or party.end >= scene.sentence.end or party.label_ == "NORP":
        return None
    verb = doc[party.end]
    return str(party._.party) if verb.lower_ in DOING and verb.lower_ not in _ONLY_TO_TARGET and is_verb(verb) else None


def _verb_before(figure: TokenSpan, scene: Scene) -> Token | None:
    """The nearest verb before the figure in the same clause, with no other noun's clause between."""
    doc, place = figure.doc, figure.start - 1
    last = max(scene.sentence.start, figure.start - FARTHEST_VERB)
    while place >= last:
        token = doc[place]
        if place in scene.phrases.party_at:
            place = scene.phrases.party_at[place].start - 1
            continue
        if is_verb(token):
            return None if _is_participle(token, scene) else token
        if token.text in STOPS or token.lower_ in _BREAKING or (token.lower_ in PREPOSITIONS and token.lower_ not in _WITHIN):
            return None
        place -= 1
    return None


def _is_participle(token: Token, scene: Scene) -> bool:
    """ "a list led by brothers": who does it stands behind, what it is done to is no subject."""
    behind = token.i + 1 < scene.sentence.end and token.nbor(1).lower_ == "by"
    return behind and not is_passive(token, scene)


def _verb_above(head: Token | None, scene: Scene) -> Token | None:
    """The verb in whose clause the tree puts the figure."""
    if head is None:
        return None
    last = chain_of(head)[-1]
    return last if is_predicate(last) and is_verb(last) and not _is_participle(last, scene) else None


def _names_party(name: str | None, scene: Scene) -> bool:
    return name is not None and any(letter.isupper() for letter in name)


def _measure_between(verb: Token, figure: TokenSpan) -> bool:
    return any(token.lower_ in MEASURES for token in verb.doc[verb.i + 1 : min(len(verb.doc), figure.end + 3)])


def _owner(figure: TokenSpan, verb: Token | None, scene: Scene) -> str | None:
    """Whose measure the figure is: "Profit at Orrin Rail rose 12 percent", "Velt Freight's debt of $3bn"."""
    doc, party_at = figure.doc, scene.phrases.party_at
    begin = max(scene.sentence.start, figure.start - 2 * FARTHEST_VERB)
    for place in range(figure.start - 1, begin - 1, -1):
        token = doc[place]
        if place in party_at:
            continue
        if token.text in ";:" or token.lower_ in _CLAUSE_STARTS or (token.like_num and place < figure.start - 3):
            return None
        if token.lower_ in MEASURES:
            measures = verb is None or (place < verb.i and verb.lower_ in MEASURING)
            return _owner_of(token, scene) if measures or _leads_by_of(token, figure, scene) else None
    return None


def _leads_by_of(noun: Token, figure: TokenSpan, scene: Scene) -> bool:
    """ "revenue of $3 million", "debt at Orrin Rail of more than"."""
    return any(
        token.lower_ == "of" and token.i not in scene.phrases.party_at
        for token in noun.doc[max(noun.i + 1, figure.start - 4) : figure.start]
    )


def _owner_of(noun: Token, scene: Scene) -> str | None:
    """The party before a noun or behind its "at", "of", "in"."""
    doc, place = noun.doc, noun.i - 1
    party_at = scene.phrases.party_at
    while place >= scene.sentence.start and noun.i - place < 4 and place not in party_at and _describes(doc[place]):
        place -= 1
    if place >= scene.sentence.start and place in party_at:
        return str(party_at[place]._.party) if party_at[place].label_ != "NORP" else None
    if place >= scene.sentence.start and doc[place].lower_ in ("its", "their"):
        return scene.cast.company if doc[place].lower_ == "its" and not parties_before(place, scene) else None
    behind = noun.i + 1
    if behind < scene.sentence.end and doc[behind].lower_ in ("at", "of", "in", "for"):
        return named_from(behind + 1, scene, places=True)
    return None


def _describes(token: Token) -> bool:
    is_plain = token.is_alpha and token.is_lower and token.lower_ not in _NO_NOUNS
    return token.text in ("'s", "’s", "’", "'") or is_plain


def _deed_in_noun(figure: TokenSpan, scene: Scene) -> Deed | None:
    """The deed that a noun behind the figure names: "a $3 million fine on Velt Freight", "the $640 million takeover of"."""
    doc, place = figure.doc, figure.end
    while place < min(scene.sentence.end, figure.end + 3) and doc[place].lower_ not in EVENT_NOUNS:
        if not (doc[place].is_alpha and doc[place].is_lower) or doc[place].lower_ in _JOINING:
            return None
        place += 1
    if place >= scene.sentence.end or doc[place].lower_ not in EVENT_NOUNS:
        return None
    target = party_behind(place + 1, scene, EVENT_NOUNS[doc[place].lower_], places=True)
    actor = party_behind(place + 1, scene, frozenset({"by", "from"}))
    owner = scene.phrases.party_at.get(figure.start - 2) if doc[figure.start - 1].text in ("'s", "’s") else None
    if owner is not None and doc[place].lower_ not in PENALTIES:
        actor = actor or str(owner._.party)
    return Deed(actor, target) if actor or target else None
