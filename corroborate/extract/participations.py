"""Who fills a role in an event: the recipients of a letter, the buyer in a takeover, the party fined."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.cast import DOCUMENT_NOUNS
from corroborate.extract.attribution.sources import MADE, SENDING
from corroborate.extract.attribution.speakers import Phrases
from corroborate.extract.lexicon import ADVERBS, AUXILIARIES, PREPOSITIONS, words
from corroborate.extract.recipients import LETTERS, listed_after
from corroborate.extract.spans import mark, register_extensions
from corroborate.extract.stretches import stretches
from corroborate.model.claims import Span
from corroborate.model.figures import Kind, Participation

BE = words("is are was were be been being")
# "agreed to buy", "is set to acquire": stand between a subject and its verb.
LEADS = words("""
to agreed agrees plans planned plan set expected about ready wants wanted offered offers offering hopes hoped seeks sought trying
tried aims moved moves decided intends intended due in talks bid deal a an the final order orders
""")
BEFORE_OBJECT = words("""
the its a an rival former competitor operator maker company firm group start-up startup carrier bank retailer chain smaller larger
troubled local regional state-owned family-owned online veteran lawyer banker politician economist mp senator
""")
ELECTIONS = words("""
election race vote runoff run-off seat presidency mayoralty ballot contest primary title cup final championship award prize
contract tender referendum
""")


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb and the roles of its subject and its object; a role left empty is not read.

    `alone` says that the object's role is told without the subject: "Orrin Rail was fined".
    """

    name: str
    verbs: frozenset[str]
    subject: str
    target: str
    labels: frozenset[str] = frozenset({"ORG", "PERSON"})
    alone: bool = False


FRAMES: tuple[Frame, ...] = (
    Frame("takeover", words("acquire acquires acquired acquiring buy buys bought buying purchase purchased purchasing"), "buyer", "target"),
    Frame(
        "appointment",
        words("appoint appoints appointed appointing named names hired hires"),
        "",
        "appointee",
        frozenset({"PERSON"}),
        alone=True,
    ),
    Frame("fine", words("fine fines fined fining"), "regulator", "fined party", alone=True),
    Frame("lawsuit", words("sue sues sued suing"), "plaintiff", "defendant"),
    Frame("victory", words("defeat defeats defeated beat beats"), "winner", "loser"),
    Frame("arrest", words("arrest arrests arrested detained charged jailed"), "", "arrested person", frozenset({"PERSON"}), alone=True),
)
FRAME_OF: dict[str, Frame] = {verb: frame for frame in FRAMES for verb in frame.verbs}
# "the takeover of Velt Freight by Orrin Rail", "Orrin Rail's takeover of Velt Freight"
NOUN_FRAMES: dict[str, Frame] = dict.fromkeys(("acquisition", "takeover", "purchase", "buyout"), FRAMES[0])
WINNING = ("won", "wins")
TELLING = np.array([get_string_id(word) for word in {*FRAME_OF, *NOUN_FRAMES, *WINNING, "to", "told", "tells"}], dtype=np.uint64)
"""The words that tell of one, in spaCy's numbers: most words of a text are none of them."""


class ParticipationReader:
    """Fill `doc.spans["participations"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read who fills which role; a role is read once where two wordings of one place tell it."""
        found: dict[tuple[int, int, str], TokenSpan] = {}
        for span in read_participations(doc):
            found.setdefault((span.start, span.end, span._.figure.role), span)
        doc.spans["participations"] = sorted(found.values(), key=lambda span: span.start_char)
        return doc


@Language.factory("corroborate_participations")
def make_participations(nlp: Language, name: str) -> ParticipationReader:
    """The component that reads participations."""
    register_extensions()
    return ParticipationReader()


def read_participations(doc: Doc) -> Iterator[TokenSpan]:
    """Every role that a sentence fills."""
    phrases = Phrases(doc)
    telling = np.flatnonzero(np.isin(doc.to_array("LOWER"), TELLING)).tolist()
    for sentence in stretches(doc):
        for place in telling[bisect_left(telling, sentence.start) : bisect_left(telling, sentence.end)]:
            if place not in phrases.party_at:
                yield from _told(sentence, place, phrases)


def _told(sentence: TokenSpan, index: int, phrases: Phrases) -> Iterator[TokenSpan]:
    word = sentence.doc[index].lower_
    if (frame := FRAME_OF.get(word)) is not None:
        return _by_verb(sentence, index, frame, phrases)
    if (frame := NOUN_FRAMES.get(word)) is not None:
        return _by_noun(sentence, index, frame, phrases)
    return _victory(sentence, index, phrases) if word in WINNING else _recipients(sentence, index, phrases)


def _by_verb(sentence: TokenSpan, index: int, frame: Frame, phrases: Phrases) -> Iterator[TokenSpan]:
    doc = sentence.doc
    subject = _party_before(sentence, index, phrases)
    if doc[index - 1].lower_ in BE and index > sentence.start and not doc[index].lower_.endswith("ing"):
        agent = _party_by(sentence, index, phrases)
        if subject is not None and (agent is not None or frame.alone):
            yield from _filled(frame, agent, subject)
        return
    target = _party_after(sentence, index + 1, phrases)
    if target is not None and (subject is not None or frame.alone):
        yield from _filled(frame, subject, target)


def _filled(frame: Frame, agent: TokenSpan | None, target: TokenSpan) -> Iterator[TokenSpan]:
    if target.label_ not in frame.labels:
        return
    for role, party in ((frame.subject, agent), (frame.target, target)):
        if role and party is not None:
            chars = Span(party.start_char, party.end_char)
            yield mark(party.doc, chars, Kind.PARTY, f"participations.{frame.name}", Participation(role, (party._.party,)))


def _party_before(sentence: TokenSpan, index: int, phrases: Phrases) -> TokenSpan | None:
    """The party that is the subject of the verb at `index`."""
    doc, place = sentence.doc, index - 1
    while place >= sentence.start and place not in phrases.party_at and _leads(doc[place].lower_):
        place -= 1
    if place > sentence.start and doc[place].text == ",":
        # "Orrin Rail, the state railway, has agreed to buy"
        opening = next(
            (before for before in range(place - 1, max(sentence.start, place - 20), -1) if doc[before].text == ","), sentence.start
        )
        place = opening - 1
    return phrases.party_at.get(place)


def _leads(lower: str) -> bool:
    return lower in AUXILIARIES or lower in ADVERBS or lower in LEADS or lower.endswith("ly")


def _party_after(sentence: TokenSpan, index: int, phrases: Phrases) -> TokenSpan | None:
    """The party that is the object behind the verb; "buy Orrin Rail's trains" has none."""
    doc, place = sentence.doc, index
    while place < sentence.end and place not in phrases.party_at and place - index < 5 and _may_precede(doc[place].lower_):
        place += 1
    party = phrases.party_at.get(place) if place < sentence.end else None
    while party is not None and party.label_ in ("NORP", "PLACE") and party.end in phrases.party_at:
        party = phrases.party_at[party.end]
    if party is None or party.label_ in ("NORP", "PLACE"):
        return None
    follower = doc[party.end].text if party.end < sentence.end else "."
    return None if follower in ("'s", "’s", "-") else party


def _may_precede(lower: str) -> bool:
    return lower in BEFORE_OBJECT or lower == "-"


def _party_by(sentence: TokenSpan, index: int, phrases: Phrases) -> TokenSpan | None:
    doc = sentence.doc
    for place in range(index + 1, min(index + 12, sentence.end)):
        if doc[place].lower_ == "by":
            return _party_after(sentence, place + 1, phrases)
        if doc[place].text in ".;":
            return None
    return None


def _by_noun(sentence: TokenSpan, index: int, frame: Frame, phrases: Phrases) -> Iterator[TokenSpan]:
    doc = sentence.doc
    if index + 1 >= sentence.end or doc[index + 1].lower_ != "of":
        return
    target = _party_after(sentence, index + 2, phrases)
    if target is None:
        return
    owner = phrases.party_at.get(index - 2) if doc[index - 1].text in ("'s", "’s") else None
    by = target.end < sentence.end and doc[target.end].lower_ == "by"
    agent = _party_after(sentence, target.end + 1, phrases) if by else owner
    if agent is not None:
        yield from _filled(frame, agent, target)


def _victory(sentence: TokenSpan, index: int, phrases: Phrases) -> Iterator[TokenSpan]:
    doc = sentence.doc
    subject = _party_before(sentence, index, phrases)
    ahead = [token.lower_ for token in doc[index + 1 : min(index + 6, sentence.end)]]
    prize = next((word for word in ahead if word in ELECTIONS or word in ("of", "from", "in", "%", "percent", "per")), None)
    hangs = subject is not None and subject.start > sentence.start and doc[subject.start - 1].lower_ in PREPOSITIONS
    if subject is not None and not hangs and prize in ELECTIONS:
        chars = Span(subject.start_char, subject.end_char)
        yield mark(doc, chars, Kind.PARTY, "participations.victory", Participation("winner", (subject._.party,)))


def _recipients(sentence: TokenSpan, index: int, phrases: Phrases) -> Iterator[TokenSpan]:
    """Whom a letter went to: "sent a letter to", "the letter was addressed to", and "told" where a letter tells it."""
    doc = sentence.doc
    if not (_is_sent(sentence, index, phrases) if doc[index].lower_ == "to" else _tells_by_letter(sentence)):
        return
    listed = listed_after(sentence, index + 1, phrases)
    # "The letter to the committee says" only refers back to an address told elsewhere.
    is_told = any(letter.isupper() for recipient in listed for letter in recipient.name) or _asserts_sending(sentence, index)
    if listed and is_told:
        chars = Span(doc[listed[0].start].idx, doc[listed[-1].end - 1].idx + len(doc[listed[-1].end - 1]))
        names = tuple(dict.fromkeys(recipient.name for recipient in listed))
        yield mark(doc, chars, Kind.PARTY, "participations.letter", Participation("letter recipient", names))


def _is_sent(sentence: TokenSpan, index: int, phrases: Phrases) -> bool:
    """A letter stands before "to", with nothing between but how it was sent; or "wrote to"."""
    doc = sentence.doc
    if index == sentence.start or not _may_lead_to(doc, index - 1, phrases):
        return False
    sent = False
    for place in range(index - 1, max(sentence.start - 1, index - 16), -1):
        lower = doc[place].lower_
        if lower in DOCUMENT_NOUNS and DOCUMENT_NOUNS[lower] in LETTERS:
            return sent or _is_plain_between(doc, place + 1, index)
        if place == index - 1 and lower in ("wrote", "writing", "writes"):
            return True
        sent = sent or lower in MADE or lower in SENDING
        if doc[place].text in ".;:" or lower in ("to", "that", "which", "who", "alleging", "saying"):
            return False
    return False


def _asserts_sending(sentence: TokenSpan, index: int) -> bool:
    """The sending itself is told: "sent a letter to", "the letter was addressed to", "wrote to"."""
    return any(token.lower_ in MADE or token.lower_ in SENDING for token in sentence.doc[max(sentence.start, index - 8) : index])


def _may_lead_to(doc: Doc, index: int, phrases: Phrases) -> bool:
    """The token may stand right before the "to" of a letter's address; that of "linked to" may not."""
    token = doc[index]
    if index in phrases.party_at or token.is_digit or token.text[0].isupper():
        return True
    lower = token.lower_
    return lower in MADE or lower in SENDING or lower in DOCUMENT_NOUNS or lower in ADVERBS or lower in ("writing", ",", ")")


def _is_plain_between(doc: Doc, start: int, end: int) -> bool:
    """Only dates and adverbs between the letter and "to": "a letter on Monday to"."""
    return all(
        token.lower_ in ("dated", "on", ",") or token.is_digit or token.text[0].isupper() or token.lower_ in ADVERBS
        for token in doc[start:end]
    )


def _tells_by_letter(sentence: TokenSpan) -> bool:
    return any(DOCUMENT_NOUNS.get(token.lower_) in LETTERS for token in sentence)
