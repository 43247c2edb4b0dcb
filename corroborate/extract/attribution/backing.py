"""Sources named without a verb of saying: "according to the port", "by the union's count", "citing two officials"."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.cast import Cast
from corroborate.extract.attribution.clauses import has_clause
from corroborate.extract.attribution.extents import clause_end, clause_start
from corroborate.extract.attribution.speakers import Phrases, Subject
from corroborate.extract.attribution.voices import is_somebody
from corroborate.extract.lexicon import words
from corroborate.model.claims import Span

COUNTS = words("""
count counts estimate estimates tally reckoning calculation calculations account accounts figures projection projections forecast
forecasts prediction view telling admission assessment guess records numbers data statistics words opinion judgment analysis
""")
BEFORE_COUNTS = words("own latest official initial best first preliminary early internal conservative last most recent annual monthly")
POSSESSIVES = {"his": "he", "her": "she", "its": "it", "their": "they"}
ANSWERS = words("answer reply response verdict estimate figure count guess bet forecast view message conclusion")
LONGEST_NAME = 8
STATEMENTS = words("claim claims assertion contention argument belief conclusion warning announcement statement testimony allegation fear")
MADE_AT = words("estimated put calculated forecast projected predicted quoted claimed valued")
STATING = words("is was are were stands stood came puts shows showed ranges range")
SOURCE_WORDS = COUNTS | STATEMENTS | MADE_AT | words("according citing quoting :")
LEADING = words("by on in under per if from")


@dataclass(frozen=True, slots=True)
class Source:
    """A source and the characters that rest on it; `is_weak` where it counts only as long as nobody speaks."""

    index: int
    cue: str
    subject: Subject
    content: Span
    is_weak: bool = False


def sources_in(sentence: TokenSpan, places: Iterable[int], phrases: Phrases, cast_at: Callable[[int], Cast]) -> Iterator[Source]:
    """The sources of a sentence that stand without a verb, at any of the places given."""
    doc = sentence.doc
    for index in places:
        if index + 1 >= sentence.end:
            return
        lower = doc[index].lower_
        source = None
        if lower == "according" and doc[index + 1].lower_ == "to":
            source = _according(sentence, index, phrases, cast_at(index))
        elif lower in ("citing", "quoting"):
            source = _citing(sentence, index, phrases, cast_at(index))
        elif lower in COUNTS or lower in STATEMENTS:
            source = _counted(sentence, index, phrases, cast_at(index)) or _made_by(sentence, index, phrases, cast_at(index))
        elif lower in MADE_AT and doc[index + 1].lower_ == "by":
            source = _made_by(sentence, index, phrases, cast_at(index))
        elif lower == ":":
            source = _colon(sentence, index, phrases, cast_at(index))
        if source is not None:
            yield source


def _according(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast) -> Source | None:
    subject = phrases.after(index + 2, sentence.end, cast)
    return None if subject is None else Source(subject.start, "according to", subject, _clause(sentence, index))


def _citing(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast) -> Source | None:
    """Whom an outlet cites: "the Courier reported, citing two officials"."""
    subject = phrases.after(index + 1, sentence.end, cast)
    if subject is None or not (subject.name or subject.document) or phrases.is_outlet(subject.name or ""):
        return None
    return Source(index, "citing", subject, _clause(sentence, index))


def _counted(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast) -> Source | None:
    """ "By the union's count", "on the bank's own estimate", "by her reckoning"."""
    doc, place = sentence.doc, index - 1
    if (
        doc[index + 1].lower_ == "of"
        and index - sentence.start > 1
        and doc[index - 2].lower_ in ("in", "by")
        and doc[index - 1].lower_ == "the"
    ):
        subject = phrases.after(index + 2, sentence.end, cast)
        return None if subject is None or not subject.name else Source(index, "source by a noun", subject, _clause(sentence, index))
    while place > sentence.start and doc[place].lower_ in BEFORE_COUNTS:
        place -= 1
    if doc[place].lower_ in POSSESSIVES:
        opener, subject = place - 1, phrases.after_pronoun(place, POSSESSIVES[doc[place].lower_], cast)
    elif doc[place].text in ("'s", "’s", "'", "’") and (owner := phrases.ending(place - 1, sentence.start, cast)) is not None:
        opener, subject = owner.start - 1, owner
    else:
        return None
    if subject is None or not subject.name or subject.document:
        return None
    if opener >= sentence.start and doc[opener].lower_ in LEADING and doc[index].lower_ in COUNTS:
        return Source(index, "source by a noun", subject, _clause(sentence, index))
    follows = index + 1 < sentence.end and doc[index + 1].lower_ in ("that", "of", *STATING)
    behind = Span(doc[index].idx + len(doc[index]), _clause(sentence, index).end)
    return Source(index, "source by a noun", subject, behind, is_weak=True) if follows and is_somebody(doc, subject) else None


def _made_by(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast) -> Source | None:
    """ "Estimates by Crane Partners range from", "a loss estimated by insurers at"."""
    doc = sentence.doc
    if doc[index + 1].lower_ not in ("by", "from"):
        return None
    subject = phrases.after(index + 2, sentence.end, cast)
    if subject is None or not subject.name or not is_somebody(doc, subject) or phrases.is_outlet(subject.name):
        return None
    comma = next((token.idx for token in doc[subject.end : sentence.end] if token.text in ",;"), sentence.end_char)
    ends = comma if doc[index].lower_ in MADE_AT else _clause(sentence, index).end
    return Source(index, "source by a noun", subject, Span(doc[index].idx, ends), is_weak=True)


def _colon(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast) -> Source | None:
    """ "Strand: We lost 40 boats", "The farm lobby's answer: 40"."""
    doc, last = sentence.doc, index - 1
    if last - sentence.start > LONGEST_NAME or last < sentence.start or has_clause(doc[sentence.start : index]):
        return None
    ends = phrases.text.find("\n", sentence.start_char)
    if doc[last].lower_ in ANSWERS and last > sentence.start and doc[last - 1].text in ("'s", "’s", "'", "’"):
        owner, ends = phrases.ending(last - 2, sentence.start, cast), sentence.end_char
    else:
        party = phrases.party_at.get(sentence.start)
        named = party is not None and not party.text.isupper() and party.label_ not in ("NORP", "PRODUCT")
        owner = phrases.ending(last, sentence.start, cast) if named else None
        opens = sentence.start == 0 or "\n" in doc[sentence.start - 1].text
        if not opens or (party is not None and party.end < index and doc[party.end].text != ","):
            return None
    if owner is None or not owner.name or phrases.is_outlet(owner.name):
        return None
    return Source(index, "name and colon", owner, Span(doc[index].idx + 1, ends if ends > 0 else len(phrases.text)))


def _clause(sentence: TokenSpan, index: int) -> Span:
    """What stands between the semicolons around a token, or the whole sentence."""
    doc, start, end = sentence.doc, clause_start(sentence, index), clause_end(sentence, index)
    if not has_clause(doc[start:end]):
        start, end = sentence.start, sentence.end
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
