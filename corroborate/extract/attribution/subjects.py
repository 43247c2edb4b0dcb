"""Who stands before a verb as its subject: a named party, "the company", "she", "Norhaven police", or a document."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.cast import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    DOCUMENT_NOUNS,
    FIGURE_NOUNS,
    OTHER_BODIES,
    PEOPLE_NOUNS,
    PERSON_NOUNS,
    SPOKES,
    Cast,
)
from corroborate.extract.attribution.clauses import has_clause
from corroborate.extract.attribution.phrases import HEADS, MEDIA_NOUNS, NEWS_WORDS, Words, document_name
from corroborate.extract.attribution.verbs import SPEAKING
from corroborate.extract.lexicon import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, words
from corroborate.extract.parties.names import TITLES

BODIES = BODY_NOUNS | OTHER_BODIES | COMPANY_NOUNS
LONGEST_COMPANY = 3
LONGEST_ASIDE = 30
# "Deputy Fire Chief" before a name.
LONGEST_RANK = 4
# How far behind its document a subject may stand: "a letter sent by Orrin Rail to the Norland Senate says".
LONGEST_REACH = 16
# Within so many words of a sentence's head stands what "it" is.
LONGEST_OPENING = 20
# How far before "they" those are looked for whom it stands for.
LONGEST_RECALL = 60
JOINTS = frozenset({"of", "for", "by", "to", "from", "with", "in", "at", "on", "within", "inside"})
QUANTIFIERS = words("one some many several most both two three four five another all none half few")
RELATIVES = words("who whose whom which where when that")
QUALIFIERS = words("familiar close briefed involved present aware knowledgeable polled surveyed interviewed working living based")
ASKED = words("polled surveyed interviewed contacted")
SEATED = words("based listed headquartered quoted traded owned born registered")
POSTNOMINALS = words("MP MPs QC KC MSP MLA TD MEP MBE OBE CBE JP PhD MD Jr Jr. Sr Sr.")
UNOWNING = words("quarter summer winter paper number chapter semester another whichever september october november december earlier")
NAMERS = words("named called identified as name")
POSSESSED = frozenset({"'s", "’s", "'", "’"})
_ROLES = PERSON_NOUNS | SPOKES
_NO_NOUNS = PREPOSITIONS | CONJUNCTIONS | DETERMINERS
_SPEAKING_NOUNS = BODIES | PEOPLE_NOUNS | PERSON_NOUNS
_PEOPLE = PEOPLE_NOUNS | PERSON_NOUNS
_GOING_ON = CONJUNCTIONS | PREPOSITIONS | RELATIVES
_PUBLIC_BODIES = BODY_NOUNS - COMPANY_NOUNS
_ASIDES = ASKED | RELATIVES


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what stands at the subject's place: `name` as resolved, None where the text does not tell.

    `start`, `end` are its tokens. `document` is set where a document speaks, `is_definite` for names, pronouns and
    "the company", `voice` for a person who speaks for `name`.
    """

    start: int
    end: int
    name: str | None
    document: str | None = None
    is_definite: bool = False
    label: str = ""
    voice: str | None = None


def sort_of(doc: Doc, subject: Subject) -> str:
    """PERSON or ORG for names, and for descriptions by their noun; empty where nothing tells."""
    if subject.label:
        return subject.label
    head = doc[subject.end - 1].lower_
    if head in PERSON_NOUNS:
        return "PERSON"
    return "ORG" if head in BODIES or head in PEOPLE_NOUNS else ""


class Subjects(Words):
    """Noun phrases of one document as sources, read from their ends: those before a verb."""

    def before(self, index: int, begin: int, cast: Cast) -> Subject | None:
        """The subject whose verb group ends right behind it: `index` is the verb's token."""
        last = index - 1
        while last >= begin and self.is_verbal(self.doc[last]):
            last -= 1
        return self.ending(last, begin, cast)

    def ending(self, last: int, begin: int, cast: Cast, *, is_aside: bool = True) -> Subject | None:
        """The phrase whose last token is `last`."""
        if last < begin:
            return None
        token = self.doc[last]
        if token.text in (",", ")", "—", "–"):
            return self._before_aside(last, begin, cast) if is_aside else None
        if token.text in POSTNOMINALS and last - 1 in self.party_at:
            return self.ending(last - 1, begin, cast)
        if token.lower_ in ("who", "which", "that"):
            return self._antecedent(last, begin)
        if token.lower_ in PRONOUNS:
            return self.pronoun(last, begin, cast)
        inner = self.with_employer(self.party_at[last], begin) if last in self.party_at else self._described(last, begin, cast)
        return None if inner is None else self._whole(inner, begin, cast)

    def pronoun(self, index: int, begin: int, cast: Cast, form: str = "") -> Subject | None:
        """ "He", "she", "it" and "they" stand for somebody named before; "we" and "you" speak in quotations."""
        lower = form or self.doc[index].lower_
        if lower in ("he", "she"):
            person = cast.called(lower) or cast.speaker or cast.company
            employer = cast.employers.get(person or "")
            return Subject(index, index + 1, employer or person, is_definite=True, label="PERSON", voice=person if employer else None)
        if lower == "it":
            return Subject(index, index + 1, self._thing_before(index, begin, cast), is_definite=True, label="ORG")
        if lower == "they":
            return Subject(index, index + 1, self._people_before(index) or cast.speaker, is_definite=True, label="ORG")
        return None

    def _thing_before(self, index: int, begin: int, cast: Cast) -> str | None:
        """What "it" says: the body or document-maker that the sentence begins with, else the company spoken of."""
        for place in range(begin, min(index, begin + LONGEST_OPENING)):
            party = self.party_at.get(place)
            if party is not None and party.label_ == "ORG" and not self.is_outlet(party._.party):
                return str(party._.party)
            lower = self.doc[place].lower_
            if party is None and place > begin and lower in BODIES and self.doc[self.opening(place, begin)].lower_ == "the":
                found = self.interpreted(self.opening(place, begin), place, cast)
                return cast.company if found is None or (lower in COMPANY_NOUNS and cast.company) else found.name
        return cast.company

    def _people_before(self, index: int) -> str | None:
        """Those whom "they" stands for: the nearest people named by a noun."""
        for place in range(index - 1, max(-1, index - LONGEST_RECALL), -1):
            if self.doc[place].lower_ in PEOPLE_NOUNS and place not in self.party_at:
                return self.joined(self.opening(place, 0), place + 1)
        return None

    def _whole(self, inner: Subject, begin: int, cast: Cast) -> Subject | None:
        """The phrase that `inner` ends: "a spokesman for the port", "the mayor of Norhaven", "a memo seen by staff"."""
        doc, joint = self.doc, inner.start - 1
        if joint <= begin or doc[joint].lower_ not in JOINTS:
            return inner
        if (paper := self._document_left(joint, begin)) is not None:
            start = self.opening(paper, begin)
            if doc[paper].lower_ in FIGURE_NOUNS:
                return replace(inner, start=start, document=doc[paper].lower_, is_definite=True)
            return Subject(start, inner.end, None, document=document_name(doc, paper), is_definite=True)
        if (owner := self.party_at.get(joint - 1)) is not None and doc[joint].lower_ in ("in", "of", "at", "from"):
            return replace(self.with_employer(owner, begin), end=inner.end)
        head = doc[joint - 1].lower_
        if head in QUANTIFIERS and doc[joint].lower_ == "of":
            return replace(inner, start=joint - 1, is_definite=True)
        if head in SPOKES:
            return replace(inner, start=self.opening(joint - 1, begin), is_definite=True, label="ORG")
        if head in HEADS and joint - 1 not in self.party_at:
            return self._outer(inner, begin, cast)
        if head in FIGURE_NOUNS and doc[joint].lower_ in ("from", "by", "of"):
            return replace(inner, start=self.opening(joint - 1, begin), document=head, is_definite=True)
        qualified = self._qualified(inner, joint, begin)
        if qualified is not None or inner.end - 1 not in self.party_at:
            return qualified
        return inner if doc[joint].lower_ in ("with", "from", "in") else None

    def _outer(self, inner: Subject, begin: int, cast: Cast) -> Subject | None:
        """The description that ends in another phrase: "the mayor of Norhaven"."""
        last = inner.start - 2
        if inner.label == "PERSON" and inner.end - 1 in self.party_at and self._holds_office(inner):
            return replace(inner, start=self.opening(last, begin))
        outer = self._described(last, begin, cast)
        return None if outer is None else replace(outer, end=inner.end, name=self.located(outer, inner))

    def _holds_office(self, inner: Subject) -> bool:
        """A body's noun stands right before the name: "leader of the council Nora Pike" is Nora Pike."""
        last = self.party_at[inner.end - 1].start - 1
        while last > inner.start and self.doc[last].text in TITLES:
            last -= 1
        return last >= inner.start and self.doc[last].lower_ in BODIES

    def _qualified(self, inner: Subject, joint: int, begin: int) -> Subject | None:
        """ "two people familiar with the matter"."""
        for place in range(joint - 1, max(begin - 1, joint - 4), -1):
            if self.doc[place].lower_ in _PEOPLE and place not in self.party_at:
                start = self.opening(place, begin)
                end = place + 1 if self.doc[place + 1].lower_ in _ASIDES else inner.end
                return Subject(start, inner.end, self.joined(start, end), is_definite=True, label="PEOPLE")
        return None

    def located(self, outer: Subject, inner: Subject) -> str:
        """ "police in Norhaven" are the Norhaven police; others keep their words."""
        doc = self.doc
        if outer.name is not None and outer.name[0].isupper() and outer.name != self.joined(outer.start, outer.end):
            return outer.name
        if doc[inner.start - 1].lower_ == "in" and doc[inner.start - 2].lower_ in PEOPLE_NOUNS and outer.name and inner.name:
            return f"{inner.name} {outer.name}"
        return self.joined(outer.start, inner.end)

    def _document_left(self, joint: int, begin: int) -> int | None:
        """The noun of the document that a phrase hangs on: "the letter sent by", "a statement by"."""
        doc = self.doc
        for place in range(joint - 1, max(begin - 1, joint - LONGEST_REACH), -1):
            lower = doc[place].lower_
            if place in self.party_at:
                continue
            if lower in DOCUMENT_NOUNS or (lower in FIGURE_NOUNS and doc[joint].lower_ in ("by", "from")):
                return place
            if doc[place].text in '.;:"“”' or lower in AUXILIARIES or lower in SPEAKING:
                return None
        return None

    def _before_aside(self, closing: int, begin: int, cast: Cast) -> Subject | None:
        """The phrase before ", the harbourmaster," or "(37)", or the name in the aside: "the owner, Mira Toll,"."""
        opening = {",": (",",), ")": ("(",), "—": ("—",), "–": ("–",)}[self.doc[closing].text]
        for index in range(closing - 1, max(begin, closing - LONGEST_ASIDE), -1):
            if self.doc[index].text not in opening:
                continue
            if self._is_statement(index + 1, closing):
                return None
            outer = self.ending(index - 1, begin, cast, is_aside=False)
            # What stands in brackets is a party or a short form, and no name of a person.
            named = self.named_aside(outer, index + 1, closing) if self.doc[closing].text != ")" else None
            if named is not None:
                return named
            return self.with_office(outer, index, closing)
        return None

    def _is_statement(self, start: int, end: int) -> bool:
        """What stands between two commas is a clause with a subject of its own, and no aside."""
        first = self.doc[start]
        inside = [token for token in self.doc[start + 1 : end] if token.nbor(-1).text != "-"]
        if first.lower_ in _GOING_ON or first.lower_.endswith(("ing", "ed")):
            return False
        return has_clause(inside) and not any(token.lower_ in RELATIVES for token in inside)

    def named_aside(self, outer: Subject | None, start: int, end: int) -> Subject | None:
        """The name that an aside gives to a description: "the owner, Mira Toll,", "the mayor, a lawyer named Ola Brandt,"."""
        if outer is not None and outer.end - 1 in self.party_at and not (outer.name and outer.name[0].islower()):
            return None
        named = self.party_at.get(self._behind_ranks(start, end))
        if named is None:
            named = next((self.party_at[place + 1] for place in self.namers(start, end) if place + 1 in self.party_at), None)
        if named is None or named.end != end or (outer is None and named.label_ != "PERSON"):
            return None
        if outer is not None and self._speaks_for(outer) and outer.name and outer.name.lower() not in SPOKES:
            return replace(outer, end=end, voice=named._.party)
        is_person = outer is not None and any(token.lower_ in PERSON_NOUNS for token in self.doc[outer.start : outer.end])
        label = "PERSON" if is_person else named.label_
        return Subject(outer.start if outer else start, end, named._.party, is_definite=True, label=label)

    def _behind_ranks(self, start: int, end: int) -> int:
        """The first token of a name behind its titles: "Major Jan Okafor", "Deputy Fire Chief Mira Toll"."""
        place = start
        while place + 1 < end and place - start < LONGEST_RANK and place not in self.party_at and self.doc[place].is_title:
            place += 1
        return place

    def namers(self, start: int, end: int) -> list[int]:
        return [place for place in range(start, end - 1) if self.doc[place].lower_ in NAMERS]

    def _speaks_for(self, subject: Subject) -> bool:
        return any(token.lower_ in SPOKES for token in self.doc[subject.start : subject.end])

    def with_office(self, subject: Subject | None, opening: int, closing: int) -> Subject | None:
        """A spokeswoman's word is her employer's: "Ines Roth, a spokeswoman for Orrin Rail,"."""
        if subject is None or not any(token.lower_ in SPOKES for token in self.doc[opening:closing]):
            return subject
        employer = next((self.party_at[index] for index in range(opening, closing) if index in self.party_at), None)
        if employer is None or employer.label_ == "PERSON":
            return subject
        return replace(subject, name=employer._.party, label=employer.label_, voice=subject.voice or subject.name)

    def _antecedent(self, relative: int, begin: int) -> Subject | None:
        last = relative - 1
        if last >= begin and self.doc[last].text == ",":
            last -= 1
        found = self.party_at.get(last)
        return None if found is None else self.with_employer(found, begin)

    def with_employer(self, party: TokenSpan, begin: int) -> Subject:
        """A name with the role before it: "Orrin Rail spokesman Jan Okafor" speaks for Orrin Rail."""
        doc, start = self.doc, party.start
        while start > begin and doc[start - 1].is_lower and doc[start - 1].is_alpha and doc[start - 1].lower_ in _ROLES:
            start -= 1
        is_spokes = any(token.lower_ in SPOKES for token in doc[start : party.start])
        start = self.described_by(start, begin)
        employer = self.party_at.get(start - 1) if is_spokes and start > begin else None
        if employer is None:
            return Subject(start, party.end, party._.party, is_definite=True, label=party.label_)
        return Subject(start, party.end, employer._.party, is_definite=True, label=employer.label_, voice=party._.party)

    def _described(self, last: int, begin: int, cast: Cast) -> Subject | None:
        """A phrase that ends in a common noun: "the company", "Norhaven police", "an Orrin Rail spokesperson"."""
        doc = self.doc
        if not (doc[last].is_alpha or "-" in doc[last].text) or doc[last].lower_ in _NO_NOUNS:
            return None
        return self.interpreted(self.opening(last, begin), last, cast)

    def interpreted(self, start: int, last: int, cast: Cast) -> Subject | None:
        doc, head = self.doc, self.doc[last].lower_
        owner = self.owner(start, last, cast)
        is_bare = owner is None and not any(index in self.party_at for index in range(self._behind_seat(start, last), last))
        is_definite = doc[start].lower_ in ("the", "its", "their", "this")
        phrase = Subject(start, last + 1, self.joined(start, last + 1))
        if head in DOCUMENT_NOUNS:
            return replace(phrase, name=owner, document=document_name(doc, last), is_definite=is_definite)
        if head in FIGURE_NOUNS:
            return replace(phrase, name=owner, document=head)
        if head in SPOKES:
            begin = start + 1 if doc[start].lower_ in DETERMINERS else start
            employer = owner or (doc[begin:last].text if last > begin else cast.company)
            return replace(phrase, name=employer or phrase.name, is_definite=True, label="ORG")
        if (outlet := self._media(start, last, cast)) is not None:
            return replace(phrase, name=outlet, is_definite=True, label="OUTLET")
        known = self._resolved(start, last, cast) if is_definite and is_bare else None
        if known is not None or (is_definite and is_bare and head in PERSON_NOUNS and last - start == 1):
            return replace(phrase, name=known or phrase.name, is_definite=True, label="PERSON" if head in PERSON_NOUNS else "ORG")
        if head in PERSON_NOUNS:
            return replace(phrase, is_definite=True)
        if is_definite and is_bare and head in COMPANY_NOUNS and not self.is_worded and last - start <= LONGEST_COMPANY:
            return replace(phrase, name=None, is_definite=True, label="ORG")
        if is_definite and is_bare and head in _PUBLIC_BODIES:
            return replace(phrase, is_definite=True, label="ORG")
        is_known = head in PEOPLE_NOUNS or head in BODY_NOUNS or head in OTHER_BODIES or doc[last].tag_ == "NNP"
        return replace(phrase, is_definite=is_definite or is_known)

    def _behind_seat(self, start: int, last: int) -> int:
        """The token behind "Norhaven-based" or "London-listed": a seat tells of the company, and is not its name."""
        for place in range(last - 1, start + 1, -1):
            if self.doc[place].lower_ in SEATED and self.doc[place - 1].text == "-":
                return place + 1
        return start

    def _media(self, start: int, last: int, cast: Cast) -> str | None:
        """ "State television" reports as outlets do, "the newspaper" is the one named before."""
        doc, head = self.doc, self.doc[last].lower_
        if head not in MEDIA_NOUNS or any(
            index in self.party_at and self.party_at[index].label_ not in ("NORP", "PLACE") for index in range(start, last)
        ):
            return None
        # "The national health agency" is none of news.
        of_news = ("news", "press") if head in ("agency", "agencies") else NEWS_WORDS if head in ("outlet", "outlets") else None
        if of_news is not None and (last == start or doc[last - 1].lower_ not in of_news):
            return None
        if doc[start].lower_ in ("the", "its") and last - start == 1 and head not in ("press", "media", "radio", "television"):
            return cast.outlet
        return self.joined(start, last + 1)

    def _resolved(self, start: int, last: int, cast: Cast) -> str | None:
        """Who "the company", "the watchdog", "the mayor" is, where the article has named them."""
        head, modifiers = self.doc[last].lower_, last - max(start + 1, self._behind_seat(start, last))
        if head in BODY_NOUNS and head not in COMPANY_NOUNS:
            return cast.body_called(head) if not modifiers else None
        if head in PERSON_NOUNS and modifiers <= 2 and (person := cast.roles.get(head)) is not None:
            return person
        if head in COMPANY_NOUNS and modifiers <= 2:
            return (cast.body_called(head) if not modifiers else None) or cast.company or cast.only_body
        return None

    def owner(self, start: int, last: int, cast: Cast) -> str | None:
        """Whose spokesman, letter or figures: a name in the phrase, "the company's", "the regulator's"."""
        for index in range(last - 1, start - 1, -1):
            if index in self.party_at and self.doc[self.party_at[index].end].text == "-":
                continue
            if index in self.party_at:
                return str(self.party_at[index]._.party)
            lower = self.doc[index].lower_
            if index + 1 < last and self.doc[index + 1].text in ("'s", "’s"):
                known = cast.company if lower in COMPANY_NOUNS else cast.body_called(lower)
                return known or (self.joined(start, index + 1) if self._may_own(lower) else None)
            if index + 1 < last and self.doc[index + 1].text in ("'", "’") and lower in PEOPLE_NOUNS:
                return self.joined(start, index + 1)
            if index == last - 1 and lower in COMPANY_NOUNS:
                return cast.company
            if index == last - 1 and lower in BODY_NOUNS - {"court"} and self.doc[last].lower_ in FIGURE_NOUNS | DOCUMENT_NOUNS.keys():
                return cast.body_called(lower) or lower
        return None

    def _may_own(self, lower: str) -> bool:
        """A word in -er or -ist is somebody whose report it may be, a quarter is not."""
        does = lower.endswith(("ist", "or", "er", "man")) and lower not in UNOWNING
        return lower in _SPEAKING_NOUNS or does
