"""Who stands behind a verb or "according to" as the source; with `Subjects`, all that is asked about noun phrases."""

from dataclasses import replace

from corroborate.extract.attribution.cast import DOCUMENT_NOUNS, FIGURE_NOUNS, PERSON_NOUNS, SPOKES, Cast
from corroborate.extract.attribution.phrases import HEADS
from corroborate.extract.attribution.subjects import JOINTS, POSSESSED, QUALIFIERS, Subject, Subjects
from corroborate.extract.lexicon import AUXILIARIES
from corroborate.extract.parties.names import TITLES

LONGEST_QUALIFIER = 14

__all__ = ["Phrases", "Subject"]
_TELLING = HEADS | SPOKES | FIGURE_NOUNS
_HEADING = HEADS | SPOKES


class Phrases(Subjects):
    """Noun phrases of one document as sources: from their ends before a verb, from their fronts behind one."""

    def after_pronoun(self, index: int, lower: str, cast: Cast) -> Subject | None:
        """Whom a pronoun in the form of a subject stands for, at the place of any of its forms."""
        return self.pronoun(index, index, cast, lower)

    def after(self, index: int, limit: int, cast: Cast) -> Subject | None:
        """The phrase that begins at `index`: the subject behind "said", the source behind "according to"."""
        doc = self.doc
        if index >= limit:
            return None
        if doc[index].lower_ in ("he", "she", "it", "they"):
            return self.pronoun(index, index, cast)
        end = index
        while end < limit and end - index < 12 and end not in self.party_at and self.extends(end):
            end += 1
            if doc[end - 1].lower_ in DOCUMENT_NOUNS and not (end < limit and (doc[end].text in POSSESSED or self.is_head(end))):
                return self.interpreted(index, end - 1, cast)
        if end in self.party_at and end < limit:
            return self._after_name(index, end, limit, cast)
        if end == index:
            return None
        return self._introduced(index, end, limit, cast)

    def _after_name(self, index: int, end: int, limit: int, cast: Cast) -> Subject | None:
        """A phrase with a name in it: "Norhaven police", "Orrin Rail's annual report", "Ines Roth, a spokeswoman for"."""
        party = self.party_at[end]
        follower = self._head_behind(party.end, limit)
        if follower is not None:
            return self._described_from(index, follower, cast, limit)
        return self._with_office_behind(replace(self.with_employer(party, index), start=index), limit)

    def _introduced(self, index: int, end: int, limit: int, cast: Cast) -> Subject | None:
        """A phrase without a name: the name may follow it, or what tells who they are."""
        doc = self.doc
        head = next((place for place in range(end - 1, index - 1, -1) if self.is_head(place)), end - 1)
        if head < end - 1 and doc[head + 1].lower_ in QUALIFIERS:
            return self._with_qualifier(index, head, limit)
        found = self.interpreted(index, end - 1, cast)
        if found is None:
            return None
        if end + 1 < limit and doc[end].text == "," and (named := self.party_at.get(end + 1)) is not None:
            closed = named.end >= limit or doc[named.end].text in ",.;—"
            if closed and doc[end - 1].lower_ in _HEADING and (aside := self.named_aside(found, end + 1, named.end)) is not None:
                return aside
        named = next((self.party_at[place + 1] for place in self.namers(end, min(limit, end + 8)) if place + 1 in self.party_at), None)
        if named is not None and named.label_ == "PERSON" and doc[end - 1].lower_ in PERSON_NOUNS:
            return Subject(index, named.end, named._.party, is_definite=True, label="PERSON")
        return self._completed(found, limit, cast)

    def _with_qualifier(self, index: int, head: int, limit: int) -> Subject:
        """ "Two people familiar with the matter", "sources close to the talks"."""
        stop = head + 2
        while stop < min(limit, head + LONGEST_QUALIFIER) and not self._ends_qualifier(stop):
            stop += 1
        return Subject(
            index, stop, self.joined(index, stop), is_definite=True, label="PERSON" if self.doc[head].lower_ in PERSON_NOUNS else ""
        )

    def _ends_qualifier(self, index: int) -> bool:
        token = self.doc[index]
        return (token.is_punct and token.text not in ("-", "’", "'")) or token.lower_ in AUXILIARIES or self.is_speaking(token)

    def _head_behind(self, index: int, limit: int) -> int | None:
        """The noun that a name describes: "Norhaven police", "Orrin Rail's annual report"."""
        for place in range(index, min(limit, index + 5)):
            if self.is_head(place):
                return place
            if not self.continues(place) or place in self.party_at:
                return None
        return None

    def _completed(self, found: Subject, limit: int, cast: Cast) -> Subject:
        """A source whose name lies behind it: "a spokeswoman for the organisers", "police in Norhaven", "data from"."""
        doc, joint = self.doc, found.end
        if joint + 1 >= limit or doc[joint].lower_ not in JOINTS:
            return found
        head = doc[joint - 1].lower_
        further = self.after(joint + 1, limit, cast) if head in _TELLING or head == "copy" else None
        if further is None or (further.name is None and further.document is None):
            return found
        if head in SPOKES or head == "copy" or (head in FIGURE_NOUNS and doc[joint].lower_ in ("from", "by", "of")):
            return replace(further, start=found.start, document=further.document or found.document)
        return replace(found, end=further.end, name=self.located(found, further)) if further.name else found

    def _described_from(self, start: int, head: int, cast: Cast, limit: int) -> Subject | None:
        """ "Orrin Rail spokesman Jan Okafor", "Norhaven police", "Norland health officials"."""
        named = self.party_at.get(head + 1) if head + 1 < limit else None
        token = self.doc[head]
        if named is not None and (token.lower_ in SPOKES or token.lower_ in PERSON_NOUNS or token.text in TITLES):
            return replace(self.with_employer(named, start), start=start)
        return self.interpreted(start, head, cast)

    def _with_office_behind(self, subject: Subject, limit: int) -> Subject:
        """ "said Ines Roth, a spokeswoman for Orrin Rail"."""
        doc, index = self.doc, subject.end
        if subject.label != "PERSON" or index >= limit or doc[index].text != ",":
            return subject
        closing = next((place for place in range(index + 1, min(limit, index + 14)) if doc[place].text in ",.;"), min(limit, index + 14))
        return self.with_office(subject, index, closing) or subject
