"""What a statement is written in and who carried it: letters and filings with author and date, outlets cited."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.cast import Cast
from corroborate.extract.attribution.phrases import HEADS, document_name, is_document
from corroborate.extract.attribution.speakers import Phrases, Subject
from corroborate.extract.lexicon import words
from corroborate.extract.parties.names import BODIES, KNOWN_BODIES

MADE = words("""
commissioned sent written signed issued released published compiled filed submitted prepared drafted circulated posted addressed
authored
""")
SENDING = words("""
sent send sends wrote writes filed files published publishes released releases issued issues posted posts circulated submitted
submits addressed signed mailed
""")
OWN = {"its": "company", "their": "speaker", "his": "person", "her": "person"}
_DATED = re.compile(
    r"^\s*(?:,\s*)?(?:(?:sent|addressed|written|delivered|submitted|filed|published|released|issued|signed|posted|circulated|to|from|by|with)\b"
    r"[^;\n\"“”]{0,120}?\s)?(?:dated|of|on|from)\s+(?:\w+day,?\s+)?$"
)
_ABOUT_CONTENT = re.compile(
    r"\b(?:that|alleging|saying|claiming|stating|warning|which|arguing|said|says|shows|states|is|was|were|are|has|have|had|will|would|expects?)\b"
)
_SEEN_BY = re.compile(
    r"\b(?:obtained|seen|reviewed|viewed|read|first reported|reported|cited|quoted|published|interviewed|shown|examined|verified|"
    r"shared with|leaked to) (?:by )?(?:[Tt]he )?$"
)
_TO_OUTLET = re.compile(
    r"(?:\b(?:told|telling|tells|interview with|speaking to|spoke to|statement to|comments? to|remarks? to|informed|"
    r"reports?(?:ed)? (?:by|from|in)|"
    r"quoted by|according to|citing|reporting (?:by|from)|published (?:in|by)|emailed|e-mailed|shown to|talking to|leaked to|"
    r"shared with|passed to|seen by|obtained by|shown|(?:polled|surveyed|confronted|pressed|interviewed|questioned) by|"
    r"(?:tests?|surveys?|polls?|investigations?|analys[ie]s|research|tally|count|study|calculations?)\b[^.;]{0,60}\bby)|[Ss]ource:) "
    r"(?:[Tt]he )?(?:[\w-]+ ){0,2}(?:(?:newspaper|daily|weekly|paper|tabloid|agency|broadcaster|magazine|website),? (?:the )?)?$"
)
_OWN_REPORT = re.compile(
    r"^(?:['’]s?)?,?\s+(?:(?:independent|own|exclusive|earlier|first|separately|has|had|also|previously)\s+){0,2}"
    r"(?:report|reports|reported|reporting|investigation|analysis|survey|tally|count|quoted|quotes|cited|writes|wrote|written|said|says|"
    r"put|puts|gave|gives|claimed|revealed|disclosed)\b"
)
REACH = 90
SHORTEST_SUBJECT = 3
_STOPPERS = words("""
a an the this that its his her their in of to and or by on for from with as after at is was said says told sent wrote filed
published released
""")


@dataclass(frozen=True, slots=True)
class Document:
    """A letter, filing or report as one mention tells of it; `index` is its noun's token."""

    index: int
    noun: str
    author: str | None = None
    dated: date | None = None
    cites: tuple[str, ...] = ()
    is_definite: bool = False

    def completed_by(self, known: "Document | None") -> "Document":
        """This mention with what earlier ones told of the same document."""
        if known is None or not self._may_be(known):
            return self
        cites = tuple(dict.fromkeys((*self.cites, *known.cites)))
        return replace(self, author=self.author or known.author, dated=self.dated or known.dated, cites=cites)

    def _may_be(self, known: "Document") -> bool:
        other_author = self.author is not None and known.author is not None and self.author != known.author
        other_date = self.dated is not None and known.dated is not None and self.dated != known.dated
        return not (other_author or other_date)


def documents_in(sentence: TokenSpan, places: Iterable[int], phrases: Phrases, cast: Cast) -> list[Document]:
    """The documents a sentence mentions at any of the places given, from left to right."""
    doc = sentence.doc
    nouns = [index for index in places if is_document(doc, index) and index not in phrases.party_at]
    lower = [index for index in nouns if index == sentence.start or not doc[index].text[0].isupper()]
    if not lower:
        return []
    cites = cited_outlets(sentence, phrases)
    return [replace(_document(sentence, index, phrases, cast), cites=cites) for index in lower]


def _document(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast) -> Document:
    doc = sentence.doc
    start = index
    while start > sentence.start and index - start < 6 and _qualifies(doc, start - 1, phrases):
        start -= 1
    opener = doc[start - 1].lower_ if start > sentence.start else ""
    author = _owner(sentence, start - 1, phrases, cast) if opener in OWN else None
    if author is None:
        owner = phrases.owner(start, index, cast)
        # "An SEC filing" is filed with that body by another.
        is_author = owner is not None and not phrases.is_outlet(owner) and not (doc[index].lower_.startswith("filing") and _is_body(owner))
        author = owner if is_author else None
    return Document(
        index=index,
        noun=document_name(doc, index),
        author=author
        or _relative_sender(sentence, index, phrases, cast)
        or _maker(sentence, index, phrases, cast)
        or _sender(sentence, index, phrases, cast),
        dated=_date_of(sentence, index, phrases),
        is_definite=opener in ("the", "this", "that") or opener in OWN,
    )


def _is_body(name: str) -> bool:
    return name in KNOWN_BODIES or any(word in BODIES for word in name.split())


def _owner(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast) -> str | None:
    """Whose "its letter" is: of the party or body that the sentence is about, else of the one spoken of before."""
    own: str | None = getattr(cast, OWN[sentence.doc[index].lower_])
    if index - sentence.start < SHORTEST_SUBJECT:
        return own
    subject = phrases.after(sentence.start, index, cast)
    return subject.name if subject is not None and subject.name and subject.is_definite else own


def _qualifies(doc: Doc, index: int, phrases: Phrases) -> bool:
    """The token may stand between an article and the document's noun: "the confidential June 10 letter"."""
    token = doc[index]
    return (
        index in phrases.party_at or token.text in ("'s", "’s", "-") or token.is_digit or (token.is_alpha and token.lower_ not in _STOPPERS)
    )


def _maker(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast) -> str | None:
    """Who wrote it, as told behind the noun: "a letter sent by Orrin Rail to", "a letter from Orrin Rail"."""
    doc = sentence.doc
    for place in range(index + 1, min(sentence.end, index + 12)):
        lower = doc[place].lower_
        if lower in (".", ";", "said", "says"):
            return None
        joins = place == index + 1 or doc[index + 1].lower_ in (",", "of", "on", "into") or doc[index + 1].lower_ == "from"
        made = lower == "by" and (joins or any(token.lower_ in MADE for token in doc[index + 1 : place]))
        if made or (lower in ("from", "of") and place == index + 1):
            subject = phrases.after(place + 1, sentence.end, cast)
            if lower == "of" and (subject is None or not subject.name or not _may_write(doc, subject)):
                continue
            return None if subject is None or (subject.name and phrases.is_outlet(subject.name)) else subject.name
    return None


def _may_write(doc: Doc, subject: Subject) -> bool:
    """A report "of the inspectors" is theirs, a study "of five harbours" is not."""
    return bool(subject.name and subject.name[0].isupper()) or doc[subject.end - 1].lower_ in HEADS


def _sender(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast) -> str | None:
    """The subject of the verb of which the document is the object: "Orrin Rail sent a letter"."""
    doc = sentence.doc
    for place in range(index - 1, max(sentence.start, index - 7), -1):
        if doc[place].lower_ in SENDING:
            subject = phrases.before(place, sentence.start, cast)
            return None if subject is None else subject.name
    return None


def _relative_sender(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast) -> str | None:
    """ "The letter, which Orrin Rail sent to staff"."""
    doc = sentence.doc
    place = index + 1
    while place < min(sentence.end, index + 3) and doc[place].text == ",":
        place += 1
    if place >= sentence.end or doc[place].lower_ not in ("which", "that"):
        return None
    for verb in range(place + 2, min(sentence.end, place + 10)):
        if doc[verb].lower_ in SENDING or doc[verb].lower_ in MADE:
            subject = phrases.before(verb, place + 1, cast)
            return None if subject is None else subject.name
    return None


def _date_of(sentence: TokenSpan, index: int, phrases: Phrases) -> date | None:
    """The day of a document: "a June 10 letter", "a letter dated June 10", "sent a letter to the board on June 10"."""
    text, noun = phrases.text, sentence.doc[index]
    ends = noun.idx + len(noun)
    for chars, day in phrases.days_between(max(sentence.start_char, noun.idx - 40), min(sentence.end_char, ends + 160)):
        if chars.end <= noun.idx and len(text[chars.end : noun.idx].split()) <= 1:
            return day
        between = text[ends : chars.start]
        if chars.start > noun.idx and _DATED.match(between) and not _ABOUT_CONTENT.search(between):
            return day
    return None


def cited_outlets(sentence: TokenSpan, phrases: Phrases) -> tuple[str, ...]:
    """Outlets that a sentence names as having seen, carried or reported it, in order of mention."""
    text = phrases.text
    names: dict[str, None] = {}
    previous: TokenSpan | None = None
    for party in phrases.parties_in(sentence):
        before = text[max(sentence.start_char, party.start_char - REACH) : party.start_char]
        behind = text[party.end_char : min(sentence.end_char, party.end_char + REACH)]
        outlet = phrases.is_outlet(party._.party) or phrases.is_outlet(party.text)
        if (party.label_ == "ORG" and _SEEN_BY.search(before)) or (outlet and (_TO_OUTLET.search(before) or _OWN_REPORT.match(behind))):
            # "The Courier and Orm Kanal reported": the first is joined to the one that reports.
            if outlet and previous is not None and text[previous.end_char : party.start_char].strip(" ,") in ("and", "and the"):
                names[previous._.party] = None
            names[party._.party] = None
        previous = party if outlet else None
    return tuple(names)
