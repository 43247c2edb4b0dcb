"""Who a verb's subject is: a named party, "the company", "she", "Norhaven police", or a document."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.cast import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    DOCUMENT_NOUNS,
    FIGURE_NOUNS,
    PEOPLE_NOUNS,
    PERSON_NOUNS,
    SPOKES,
    Cast,
)
from corroborate.extract.attribution.verbs import SPEECH_VERBS
from corroborate.extract.lexicon import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, STARTERS
from corroborate.extract.parties.names import TITLE_MODIFIERS, TITLES
from corroborate.extract.spans import chars_of
from corroborate.model.claims import Span
from corroborate.model.figures import Period

LONGEST_PHRASE = 7
LONGEST_ASIDE = 30
# How far behind its document a subject may stand: "a letter sent by Orrin Rail to the Norland Senate says".
LONGEST_REACH = 16
HEADS = PEOPLE_NOUNS | PERSON_NOUNS | BODY_NOUNS | COMPANY_NOUNS
JOINTS = frozenset({"of", "for", "by", "to", "from", "with", "in", "at", "on"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what stands at the subject's place: `name` as resolved, None where the text does not tell.

    `start`, `end` are its tokens. `document` is set where a document speaks, `is_definite` for names, pronouns and
    "the company".
    """

    start: int
    end: int
    name: str | None
    document: str | None = None
    is_definite: bool = False
    label: str = ""


class Phrases:
    """Noun phrases of one document, found from their ends without a parser."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        # A Doc puts its text together anew each time it is asked.
        self.text = doc.text
        self.party_at: dict[int, TokenSpan] = {token.i: span for span in doc.spans.get("parties", ()) for token in span}
        days = ((chars_of(span), _single_day(span)) for span in doc.spans.get("dates", ()))
        self._days = sorted(((chars, day) for chars, day in days if day is not None), key=lambda pair: pair[0].start)

    def parties_in(self, sentence: TokenSpan) -> list[TokenSpan]:
        """The parties named in a sentence, from left to right."""
        return list(dict.fromkeys(self.party_at[token.i] for token in sentence if token.i in self.party_at))

    def days_between(self, start: int, end: int) -> list[tuple[Span, date]]:
        """The single days named between two offsets, with their characters."""
        first = bisect_left(self._days, start, key=lambda pair: pair[0].start)
        last = bisect_left(self._days, end, key=lambda pair: pair[0].start)
        return self._days[first:last]

    def before(self, index: int, begin: int, cast: Cast) -> Subject | None:
        """The subject whose verb group ends right behind it: `index` is the verb's token."""
        last = index - 1
        while last >= begin and self._is_verbal(self.doc[last]):
            last -= 1
        return self._ending(last, begin, cast)

    def _is_verbal(self, token: Token) -> bool:
        if token.i in self.party_at:
            return False
        if token.text in ("'s", "’s"):
            return token.i > 0 and token.nbor(-1).lower_ in PRONOUNS
        return token.lower_ in AUXILIARIES or token.lower_ in ADVERBS or (token.lower_.endswith("ly") and len(token) > 4)

    def _ending(self, last: int, begin: int, cast: Cast, *, is_aside: bool = True) -> Subject | None:
        """The phrase whose last token is `last`."""
        if last < begin:
            return None
        token = self.doc[last]
        if token.text in (",", ")", "—", "–"):
            return self._before_aside(last, begin, cast) if is_aside else None
        if token.lower_ in ("who", "which", "that"):
            return self._antecedent(last, begin, cast)
        if token.lower_ in ("he", "she"):
            return Subject(last, last + 1, cast.person or cast.speaker, is_definite=True, label="PERSON")
        if token.lower_ in ("it", "they"):
            return Subject(last, last + 1, cast.company if token.lower_ == "it" else cast.speaker, is_definite=True, label="ORG")
        inner = self._with_employer(self.party_at[last], begin) if last in self.party_at else self._described(last, begin, cast)
        return None if inner is None else self._whole(inner, begin, cast)

    def _whole(self, inner: Subject, begin: int, cast: Cast) -> Subject | None:
        """The phrase that `inner` ends: "a spokesman for the port", "the mayor of Norhaven", "a memo seen by staff"."""
        doc, joint = self.doc, inner.start - 1
        if joint <= begin or doc[joint].lower_ not in JOINTS:
            return inner
        if (paper := self._document_left(joint, begin)) is not None:
            return Subject(self._opening(paper, begin), inner.end, None, document=document_name(doc, paper), is_definite=True)
        if (owner := self.party_at.get(joint - 1)) is not None and doc[joint].lower_ in ("in", "of", "at", "from"):
            return replace(self._with_employer(owner, begin), end=inner.end)
        head = doc[joint - 1].lower_
        if head in SPOKES:
            return replace(inner, start=self._opening(joint - 1, begin), is_definite=True, label="ORG")
        if head in HEADS and joint - 1 not in self.party_at:
            outer = self._described(joint - 1, begin, cast)
            return None if outer is None else replace(outer, end=inner.end, name=self._located(outer, inner))
        if head in FIGURE_NOUNS and doc[joint].lower_ in ("from", "by", "of"):
            return replace(inner, start=self._opening(joint - 1, begin), document=head, is_definite=True)
        if inner.end - 1 in self.party_at:
            return inner if doc[joint].lower_ in ("with", "from", "in") else None
        return self._qualified(inner, joint, begin)

    def _qualified(self, inner: Subject, joint: int, begin: int) -> Subject | None:
        """ "two people familiar with the matter"."""
        for place in range(joint - 1, max(begin - 1, joint - 4), -1):
            if self.doc[place].lower_ in PEOPLE_NOUNS and place not in self.party_at:
                return Subject(self._opening(place, begin), inner.end, self._joined(place, inner.end), is_definite=True)
        return None

    def _located(self, outer: Subject, inner: Subject) -> str:
        """ "police in Norhaven" are the Norhaven police; others keep their words."""
        doc = self.doc
        if doc[inner.start - 1].lower_ == "in" and doc[inner.start - 2].lower_ in PEOPLE_NOUNS and outer.name:
            return f"{inner.name} {outer.name}"
        return self._joined(outer.start, inner.end)

    def _document_left(self, joint: int, begin: int) -> int | None:
        """The noun of the document that a phrase hangs on: "the letter sent by", "a statement by"."""
        doc = self.doc
        for place in range(joint - 1, max(begin - 1, joint - LONGEST_REACH), -1):
            lower = doc[place].lower_
            if place in self.party_at:
                continue
            if lower in DOCUMENT_NOUNS:
                return place
            if doc[place].text in '.;:"“”' or lower in AUXILIARIES or lower in SPEECH_VERBS:
                return None
        return None

    def _opening(self, index: int, begin: int) -> int:
        """Where the phrase of a noun begins."""
        start = index
        while start > begin and index - start < LONGEST_PHRASE and self._continues(start - 1):
            start -= 1
        return start - 1 if start > begin and self.doc[start - 1].lower_ in DETERMINERS else start

    def _joined(self, start: int, end: int) -> str:
        """The words of a phrase without its article, on one line; a capital that only opens a sentence is taken back."""
        doc = self.doc
        if doc[start].lower_ in DETERMINERS and end - start > 1:
            start += 1
        text = " ".join(doc[start:end].text.split())
        opens = doc[start].is_title and (doc[start].lower_ in STARTERS or doc[start].lower_ in HEADS)
        return text[:1].lower() + text[1:] if opens else text

    def _before_aside(self, closing: int, begin: int, cast: Cast) -> Subject | None:
        """The phrase before ", the harbourmaster," or "(37)"."""
        opening = {",": (",",), ")": ("(",), "—": ("—",), "–": ("–",)}[self.doc[closing].text]
        for index in range(closing - 1, max(begin, closing - LONGEST_ASIDE), -1):
            if self.doc[index].text in opening:
                named = self.party_at.get(index + 1)
                if named is not None and named.label_ == "PERSON" and named.end == closing and index - 1 not in self.party_at:
                    return Subject(index + 1, closing, named._.party, is_definite=True, label="PERSON")
                return self._with_office(self._ending(index - 1, begin, cast, is_aside=False), index, closing)
        return None

    def _with_office(self, subject: Subject | None, opening: int, closing: int) -> Subject | None:
        """A spokeswoman's word is her employer's: "Ines Roth, a spokeswoman for Orrin Rail,"."""
        if subject is None or not any(token.lower_ in SPOKES for token in self.doc[opening:closing]):
            return subject
        employer = next((self.party_at[index] for index in range(opening, closing) if index in self.party_at), None)
        return (
            subject if employer is None or employer.label_ == "PERSON" else replace(subject, name=employer._.party, label=employer.label_)
        )

    def _antecedent(self, relative: int, begin: int, cast: Cast) -> Subject | None:
        last = relative - 1
        if last >= begin and self.doc[last].text == ",":
            last -= 1
        found = self.party_at.get(last)
        return None if found is None else self._with_employer(found, begin)

    def _with_employer(self, party: TokenSpan, begin: int) -> Subject:
        """A name with the role before it: "Orrin Rail spokesman Jan Okafor" speaks for Orrin Rail."""
        doc, start = self.doc, party.start
        while start > begin and doc[start - 1].is_lower and doc[start - 1].is_alpha and doc[start - 1].lower_ in PERSON_NOUNS | SPOKES:
            start -= 1
        is_spokes = any(token.lower_ in SPOKES for token in doc[start : party.start])
        start = self._described_by(start, begin)
        employer = self.party_at.get(start - 1) if is_spokes and start > begin else None
        speaker = party if employer is None else employer
        return Subject(start, party.end, speaker._.party, is_definite=True, label=speaker.label_)

    def _described_by(self, start: int, begin: int) -> int:
        """Where "the grid operator Orrin Power" begins, given where the name does."""
        doc, first = self.doc, start
        while first > begin and start - first < 4 and self._describes(first - 1):
            first -= 1
        before = doc[first - 1] if first > begin else None
        if before is not None and before.lower_ in DETERMINERS:
            return first - 1
        return first if before is None or before.is_punct else start

    def _describes(self, index: int) -> bool:
        """The token may stand before a name as an office: "port director", "Interior Minister"."""
        token = self.doc[index]
        is_office = token.text in TITLES or token.text in TITLE_MODIFIERS
        return is_office or (token.is_lower and token.is_alpha and self._continues(index))

    def _described(self, last: int, begin: int, cast: Cast) -> Subject | None:
        """A phrase that ends in a common noun: "the company", "Norhaven police", "an Orrin Rail spokesperson"."""
        doc = self.doc
        if not (doc[last].is_alpha or "-" in doc[last].text) or doc[last].lower_ in PREPOSITIONS | CONJUNCTIONS | DETERMINERS:
            return None
        return self._interpreted(self._opening(last, begin), last, cast)

    def _continues(self, index: int) -> bool:
        token = self.doc[index]
        if index in self.party_at or token.text in ("-", "'s", "’s", "'", "’"):
            return True
        return token.is_alpha and token.lower_ not in PREPOSITIONS and token.lower_ not in CONJUNCTIONS and not self._is_closed(token)

    def _is_closed(self, token: Token) -> bool:
        return token.lower_ in DETERMINERS or token.lower_ in AUXILIARIES

    def _interpreted(self, start: int, last: int, cast: Cast) -> Subject | None:
        doc, head = self.doc, self.doc[last].lower_
        owner = self.owner(start, last, cast)
        is_bare = owner is None and not any(index in self.party_at for index in range(start, last))
        is_definite = doc[start].lower_ in ("the", "its", "their", "this")
        phrase = Subject(start, last + 1, self._joined(start, last + 1))
        if head in DOCUMENT_NOUNS:
            return replace(phrase, name=owner, document=document_name(doc, last), is_definite=is_definite)
        if head in FIGURE_NOUNS:
            return replace(phrase, name=owner, document=head)
        if head in SPOKES:
            begin = start + 1 if doc[start].lower_ in DETERMINERS else start
            employer = owner or (doc[begin:last].text if last > begin else cast.company)
            return replace(phrase, name=employer or phrase.name, is_definite=True, label="ORG")
        if head in COMPANY_NOUNS and is_definite and is_bare and last - start <= 3:
            return replace(phrase, name=cast.company, is_definite=True, label="ORG")
        if head in BODY_NOUNS and is_definite and is_bare:
            known = cast.body_called(head) if last - start == 1 else None
            return replace(phrase, name=known or phrase.name, is_definite=True, label="ORG")
        if head in PERSON_NOUNS and is_definite and is_bare and last - start == 1:
            return replace(phrase, name=(cast.roles or {}).get(head) or phrase.name, is_definite=True, label="PERSON")
        return replace(phrase, is_definite=head in PEOPLE_NOUNS or head in BODY_NOUNS)

    def owner(self, start: int, last: int, cast: Cast) -> str | None:
        """Whose spokesman, letter or figures: a name in the phrase, "the company's", "the regulator's"."""
        for index in range(last - 1, start - 1, -1):
            if index in self.party_at:
                return str(self.party_at[index]._.party)
            lower = self.doc[index].lower_
            if index + 1 < last and self.doc[index + 1].text in ("'s", "’s"):
                return cast.company if lower in COMPANY_NOUNS else cast.body_called(lower)
            if lower in COMPANY_NOUNS and index == last - 1:
                return cast.company
        return None

    def after(self, index: int, limit: int, cast: Cast) -> Subject | None:
        """The phrase that begins at `index`: the subject behind "said", the source behind "according to"."""
        doc = self.doc
        if index >= limit:
            return None
        if doc[index].lower_ in ("he", "she", "it", "they"):
            return self._ending(index, index, cast)
        end = index
        while end < limit and end - index < 12 and end not in self.party_at and self._extends(end):
            end += 1
            if self.doc[end - 1].lower_ in DOCUMENT_NOUNS and not (end < limit and self.doc[end].text in ("'s", "’s")):
                return self._interpreted(index, end - 1, cast)
        if end in self.party_at and end < limit:
            party = self.party_at[end]
            follower = self._head_behind(party.end, limit)
            if follower is not None:
                return self._described_from(index, follower, cast, limit)
            return self._with_office_behind(replace(self._with_employer(party, index), start=index), limit)
        found = self._interpreted(index, end - 1, cast) if end > index else None
        return None if found is None else self._completed(found, limit, cast)

    def _head_behind(self, index: int, limit: int) -> int | None:
        """The noun that a name describes: "Norhaven police", "Orrin Rail's annual report"."""
        for place in range(index, min(limit, index + 5)):
            if self._is_head(place):
                return place
            if not self._continues(place) or place in self.party_at:
                return None
        return None

    def _completed(self, found: Subject, limit: int, cast: Cast) -> Subject:
        """A source whose name lies behind it: "a spokeswoman for the organisers", "police in Norhaven", "data from"."""
        doc, joint = self.doc, found.end
        if joint + 1 >= limit or doc[joint].lower_ not in JOINTS:
            return found
        head = doc[joint - 1].lower_
        further = self.after(joint + 1, limit, cast) if head in HEADS | SPOKES | FIGURE_NOUNS or head == "copy" else None
        if further is None or (further.name is None and further.document is None):
            return found
        if head in SPOKES or head == "copy" or (head in FIGURE_NOUNS and doc[joint].lower_ in ("from", "by", "of")):
            return replace(further, start=found.start, document=further.document or found.document)
        return replace(found, end=further.end, name=self._located(found, further)) if further.name else found

    def _extends(self, index: int) -> bool:
        token = self.doc[index]
        if token.lower_ in DETERMINERS or token.text in ("-", "'s", "’s", "'", "’"):
            return True
        closed = token.lower_ in PREPOSITIONS or token.lower_ in CONJUNCTIONS or token.lower_ in AUXILIARIES
        return token.is_alpha and not closed and not token.lower_.endswith("ing")

    def _is_head(self, index: int) -> bool:
        lower = self.doc[index].lower_
        is_title = self.doc[index].text in TITLES and index + 1 in self.party_at
        return is_title or lower in HEADS or lower in SPOKES or lower in FIGURE_NOUNS or lower in DOCUMENT_NOUNS

    def _described_from(self, start: int, head: int, cast: Cast, limit: int) -> Subject | None:
        """ "Orrin Rail spokesman Jan Okafor", "Norhaven police", "Norland health officials"."""
        named = self.party_at.get(head + 1) if head + 1 < limit else None
        token = self.doc[head]
        if named is not None and (token.lower_ in SPOKES or token.lower_ in PERSON_NOUNS or token.text in TITLES):
            return replace(self._with_employer(named, start), start=start)
        return self._interpreted(start, head, cast)

    def _with_office_behind(self, subject: Subject, limit: int) -> Subject:
        """ "said Ines Roth, a spokeswoman for Orrin Rail"."""
        doc, index = self.doc, subject.end
        if subject.label != "PERSON" or index >= limit or doc[index].text != ",":
            return subject
        closing = next((place for place in range(index + 1, min(limit, index + 14)) if doc[place].text in ",.;"), min(limit, index + 14))
        return self._with_office(subject, index, closing) or subject


def _single_day(span: TokenSpan) -> date | None:
    figure = span._.figure
    if not isinstance(figure, Period) or figure.range.low is None or figure.range.low != figure.range.high:
        return None
    return figure.range.low


def document_name(doc: Doc, index: int) -> str:
    """The document's usual name: "blog post", "press release", "memo"."""
    name = DOCUMENT_NOUNS[doc[index].lower_]
    before = doc[index - 1].lower_ if index else ""
    return f"{before} {name}" if name in ("post", "release") and before in ("blog", "press", "news", "media") else name
