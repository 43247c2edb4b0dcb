"""Lists of addressees: "Senators Bela Strand and Ida Moss", "the regulator and its shareholders"."""

from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.cast import BODY_NOUNS, PEOPLE_NOUNS, PERSON_NOUNS
from corroborate.extract.attribution.speakers import Phrases
from corroborate.extract.attribution.verbs import GERUNDS, SPEECH_VERBS
from corroborate.extract.lexicon import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, words
from corroborate.extract.parties.names import TITLE_MODIFIERS, TITLES

LETTERS = frozenset({"letter", "memo", "email", "note", "petition", "submission", "briefing", "circular", "complaint"})
OTHER_ADDRESSEES = words("""
shareholders employees staff customers clients lenders creditors donors members subscribers parents suppliers parliament congress
lawmakers
""")
LONGEST_LIST = 12
LONGEST_BRACKET = 6
# Words of "harbour fees" in "committee on harbour fees": without a tagger a longer reach would take the verb in.
LONGEST_SUBJECT = 2
_NO_NOUNS = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | DETERMINERS


@dataclass(frozen=True, slots=True)
class Recipient:
    """One addressee: its tokens and its name, in full where the article gives it."""

    start: int
    end: int
    name: str


def listed_after(sentence: TokenSpan, index: int, phrases: Phrases) -> list[Recipient]:
    """The addressees listed from `index` on."""
    listed: list[Recipient] = []
    by_comma = False
    while len(listed) < LONGEST_LIST and (recipient := _recipient(sentence, index, phrases, by_comma=by_comma)) is not None:
        listed.append(recipient)
        index = _past_bracket(sentence, recipient.end)
        step = _separator(sentence, index)
        if step == 0:
            break
        by_comma = sentence.doc[index + step - 1].text == ","
        index += step
    return listed


def _separator(sentence: TokenSpan, index: int) -> int:
    doc = sentence.doc
    if index + 1 >= sentence.end:
        return 0
    if doc[index].lower_ in ("and", "&"):
        return 1
    if doc[index].text != ",":
        return 0
    return 2 if doc[index + 1].lower_ == "and" else 1


def _past_bracket(sentence: TokenSpan, index: int) -> int:
    """Skip "(D-Norland)" behind a name."""
    doc = sentence.doc
    if index < sentence.end and doc[index].text == "(":
        closing = (place for place in range(index + 1, min(sentence.end, index + LONGEST_BRACKET)) if doc[place].text == ")")
        return next(closing, index - 1) + 1
    return index


def _recipient(sentence: TokenSpan, start: int, phrases: Phrases, *, by_comma: bool) -> Recipient | None:
    doc, begin = sentence.doc, start
    while begin < sentence.end and doc[begin].lower_ in DETERMINERS:
        begin += 1
    end = _phrase_end(sentence, begin, phrases)
    if end == begin:
        return None
    person = next((phrases.party_at[place] for place in range(end - 1, begin - 1, -1) if place in phrases.party_at), None)
    if person is not None and person.label_ == "PERSON" and person.end == end:
        return Recipient(person.start, end, person._.party)
    if end - 1 in phrases.party_at:
        party = phrases.party_at[end - 1]
        whole = party.start == begin or party.label_ == "ORG"
        return Recipient(party.start, end, party._.party) if whole else Recipient(begin, end, _phrase(doc, begin, end))
    head = doc[end - 1].lower_
    if head in PERSON_NOUNS and by_comma:
        return None
    known = head in PEOPLE_NOUNS or head in BODY_NOUNS or head in OTHER_ADDRESSEES or head in PERSON_NOUNS
    if head in BODY_NOUNS and end + 1 < sentence.end and doc[end].lower_ in ("on", "for"):
        end = min(_phrase_end(sentence, end + 1, phrases), end + 1 + LONGEST_SUBJECT)
    return Recipient(begin, end, _phrase(doc, begin, end)) if known else None


def _phrase_end(sentence: TokenSpan, begin: int, phrases: Phrases) -> int:
    """The end of the noun phrase that begins at a token."""
    doc, end = sentence.doc, begin
    while end < sentence.end:
        if end in phrases.party_at:
            end = phrases.party_at[end].end
            continue
        if not _continues(doc, end):
            break
        end += 1
    return end


def _continues(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.text in TITLES or token.text in TITLE_MODIFIERS or token.text in ("'s", "’s"):
        return True
    if not token.is_alpha or token.lower_ in SPEECH_VERBS or token.lower_ in GERUNDS:
        return False
    return token.lower_ not in _NO_NOUNS and not token.lower_.endswith(("ing", "ly"))


def _phrase(doc: Doc, start: int, end: int) -> str:
    return " ".join(doc[start:end].text.split())
