"""Who a verb's subject is: a named party, "the company", "she", "Norhaven police", or a document."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from corroborate.extract.capitals import ROLE_NOUNS
from corroborate.extract.lexicon import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, words
from corroborate.extract.spans import chars_of
from corroborate.model.claims import Span
from corroborate.model.figures import Period

COMPANY_NOUNS = words("""
company firm group startup start-up carrier operator maker manufacturer retailer airline lender utility giant behemoth
conglomerate business corporation insurer developer supplier brewer drugmaker carmaker automaker chipmaker shipbuilder publisher
broadcaster platform bank
""")
BODY_NOUNS = words("""
ministry agency authority regulator commission committee court union council watchdog department office institute university
government bureau board tribunal organisation organization association federation charity foundation administration service panel
inspectorate hospital prosecution club bank port police coastguard party campaign
""")
PEOPLE_NOUNS = words("""
police officials prosecutors authorities rescuers firefighters organisers organizers residents witnesses analysts investigators
lawyers regulators lawmakers senators ministers experts scientists researchers doctors medics engineers inspectors executives
employees workers unions campaigners critics relatives villagers survivors economists forecasters meteorologists seismologists
diplomats sources people aides staff detectives auditors spokespeople paramedics responders observers shareholders investors
traders fishermen farmers crew neighbours neighbors customers hospitals officers ministry councillors councilors members
""")
SPOKES = words("spokesman spokeswoman spokesperson spokespeople spokesmen representative representatives press-officer")
PERSON_NOUNS = ROLE_NOUNS | words("official executive senator lawmaker man woman mother father survivor expert")
DOCUMENT_NOUNS: dict[str, str] = {
    noun: noun
    for noun in (
        *("letter", "filing", "report", "statement", "complaint", "lawsuit", "indictment", "audit", "study", "survey", "poll", "post"),
        *("notice", "email", "disclosure", "transcript", "affidavit", "ruling", "document", "paper", "bulletin", "prospectus", "testimony"),
        *("memo", "release", "note", "dossier", "briefing", "advisory", "circular", "submission", "petition", "presentation"),
        *("announcement", "judgment", "communique", "communiqué"),
    )
} | {
    "memorandum": "memo",
    "letters": "letter",
    "filings": "filing",
    "reports": "report",
    "statements": "statement",
    "documents": "document",
    "records": "record",
    "record": "record",
    "emails": "email",
    "memos": "memo",
    "papers": "paper",
    "e-mail": "email",
}
FIGURE_NOUNS = words("figures data statistics numbers estimates results returns tally count accounts")
LONGEST_PHRASE = 7
LONGEST_ASIDE = 30


@dataclass(frozen=True, slots=True)
class Cast:
    """Who has been spoken of so far in an article: what pronouns and "the company" stand for."""

    person: str | None = None
    company: str | None = None
    speaker: str | None = None
    bodies: Mapping[str, str] | None = None

    def meet(self, party: TokenSpan, *, is_topic: bool) -> "Cast":
        """The cast after a further party has been named; a sentence's topic is what "the company" goes on about."""
        name = party._.party
        if party.label_ == "PERSON":
            return replace(self, person=name)
        if party.label_ != "ORG":
            return self
        bodies = dict(self.bodies or {})
        bodies.update({word.lower(): name for word in name.split() if word.lower() in BODY_NOUNS})
        return replace(self, company=name if is_topic or self.company is None else self.company, bodies=bodies)

    def hear(self, name: str, label: str) -> "Cast":
        """The cast after a party has spoken."""
        cast = replace(self, speaker=name)
        if label == "ORG":
            return replace(cast, company=name)
        return replace(cast, person=name) if label == "PERSON" else cast


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
        if last in self.party_at:
            return self._named(self.party_at[last], begin, cast)
        return self._described(last, begin, cast)

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
        return None if found is None else self._named(found, begin, cast)

    def _named(self, party: TokenSpan, begin: int, cast: Cast) -> Subject | None:
        """A phrase that ends in a name: the name itself, or what "of", "for" or "in" hangs it on."""
        doc, start = self.doc, party.start
        before = doc[start - 1] if start > begin else None
        if before is not None and before.lower_ == "the" and start - 1 > begin:
            before = doc[start - 2]
        if before is not None and before.lower_ in ("for", "of", "in", "at", "from", "with", "to"):
            if before.lower_ in ("with", "to", "from", "in") and doc[before.i - 1].lower_ not in PEOPLE_NOUNS | SPOKES | PERSON_NOUNS:
                return Subject(start, party.end, party._.party, is_definite=True, label=party.label_) if before.lower_ != "to" else None
            head = self._ending(before.i - 1, begin, cast, is_aside=False)
            if head is not None and doc[before.i - 1].lower_ in SPOKES:
                return Subject(head.start, party.end, party._.party, is_definite=True, label=party.label_)
            return None if head is None else replace(head, end=party.end, name=_joined(doc, head.start, party.end))
        return self._with_employer(party, begin)

    def _with_employer(self, party: TokenSpan, begin: int) -> Subject:
        """A name with the role before it: "Orrin Rail spokesman Jan Okafor" speaks for Orrin Rail."""
        doc, start = self.doc, party.start
        while start > begin and doc[start - 1].is_lower and doc[start - 1].is_alpha and doc[start - 1].lower_ in PERSON_NOUNS | SPOKES:
            start -= 1
        is_spokes = any(token.lower_ in SPOKES for token in doc[start : party.start])
        employer = self.party_at.get(start - 1) if is_spokes and start > begin else None
        speaker = party if employer is None else employer
        return Subject(start, party.end, speaker._.party, is_definite=True, label=speaker.label_)

    def _described(self, last: int, begin: int, cast: Cast) -> Subject | None:
        """A phrase that ends in a common noun: "the company", "Norhaven police", "an Orrin Rail spokesperson"."""
        doc = self.doc
        if not (doc[last].is_alpha or "-" in doc[last].text) or doc[last].lower_ in PREPOSITIONS | CONJUNCTIONS | DETERMINERS:
            return None
        start = last
        while start > begin and last - start < LONGEST_PHRASE and self._continues(start - 1):
            start -= 1
        if doc[start].lower_ not in DETERMINERS and start > begin and doc[start - 1].lower_ in DETERMINERS:
            start -= 1
        return self._interpreted(start, last, cast)

    def _continues(self, index: int) -> bool:
        token = self.doc[index]
        if index in self.party_at or token.text in ("-", "'s", "’s"):
            return True
        return token.is_alpha and token.lower_ not in PREPOSITIONS | CONJUNCTIONS | DETERMINERS | AUXILIARIES

    def _interpreted(self, start: int, last: int, cast: Cast) -> Subject | None:
        doc, head = self.doc, self.doc[last].lower_
        parties = [self.party_at[index] for index in range(start, last) if index in self.party_at]
        owner = parties[-1]._.party if parties else None
        is_definite = doc[start].lower_ in ("the", "its", "their", "this")
        phrase = Subject(start, last + 1, _joined(doc, start, last + 1))
        if head in DOCUMENT_NOUNS:
            return replace(phrase, name=owner, document=document_name(doc, last), is_definite=is_definite)
        if head in FIGURE_NOUNS:
            return replace(phrase, name=owner, document=None if owner else head)
        if head in SPOKES and (owner or self._owned_by_company(start, last) or is_definite):
            return replace(phrase, name=owner or cast.company, is_definite=True, label="ORG")
        if head in COMPANY_NOUNS and is_definite and not parties and last - start <= 3:
            return replace(phrase, name=cast.company, is_definite=True, label="ORG")
        if head in BODY_NOUNS and is_definite and not parties:
            return replace(phrase, name=(cast.bodies or {}).get(head) or phrase.name, is_definite=True, label="ORG")
        if head in PERSON_NOUNS and is_definite and not parties and last - start == 1:
            return replace(phrase, name=cast.person or phrase.name, is_definite=True, label="PERSON")
        return replace(phrase, is_definite=head in PEOPLE_NOUNS or head in BODY_NOUNS)

    def _owned_by_company(self, start: int, last: int) -> bool:
        return any(token.lower_ in COMPANY_NOUNS for token in self.doc[start:last])

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
        if end in self.party_at and end < limit:
            party = self.party_at[end]
            follower = party.end
            if follower < limit and doc[follower].is_alpha and doc[follower].is_lower and self._is_head(follower):
                return self._described_from(index, follower, cast, limit)
            return self._with_office_behind(replace(self._with_employer(party, index), start=index), limit)
        return self._interpreted(index, end - 1, cast) if end > index else None

    def _extends(self, index: int) -> bool:
        token = self.doc[index]
        if token.lower_ in DETERMINERS or token.text == "-":
            return True
        return token.is_alpha and token.lower_ not in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES and not token.lower_.endswith("ing")

    def _is_head(self, index: int) -> bool:
        lower = self.doc[index].lower_
        return lower in PEOPLE_NOUNS | SPOKES | PERSON_NOUNS | BODY_NOUNS | FIGURE_NOUNS or lower in DOCUMENT_NOUNS

    def _described_from(self, start: int, head: int, cast: Cast, limit: int) -> Subject | None:
        """ "Orrin Rail spokesman Jan Okafor", "Norhaven police", "Norland health officials"."""
        if head + 1 < limit and head + 1 in self.party_at and self.doc[head].lower_ in SPOKES | PERSON_NOUNS:
            return replace(self._with_employer(self.party_at[head + 1], start), start=start)
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


def _joined(doc: Doc, start: int, end: int) -> str:
    """The words of a phrase without its article, on one line."""
    if doc[start].lower_ in DETERMINERS and end - start > 1:
        start += 1
    return " ".join(doc[start:end].text.split())


def document_name(doc: Doc, index: int) -> str:
    """The document's usual name: "blog post", "press release", "memo"."""
    name = DOCUMENT_NOUNS[doc[index].lower_]
    before = doc[index - 1].lower_ if index else ""
    return f"{before} {name}" if name in ("post", "release") and before in ("blog", "press", "news", "media") else name
