"""Who says so, across outlets: "the company's spokeswoman", "Oriel Labs Inc." and "Oriel Labs" are one voice."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corroborate.match.words import listed
from corroborate.model.articles import Reading
from corroborate.model.claims import Attribution
from corroborate.model.outlets import Outlet

SUFFIXES = listed("inc incorporated corp corporation co company ltd limited llc plc pbc gmbh ag sa nv group holdings")
ROLES = re.compile(
    r"^(?:an?|the|its|their|his|her)\s+|\b(?:chief|senior|junior|acting|deputy|local|state|federal|national|regional|city|official|officials|"
    r"spokesman|spokeswoman|spokesperson|representatives?|authorities|executive|director|president|chairman|chairwoman|minister|secretary|"
    r"mayor|governor|senator|sen|rep|mr|mrs|ms|dr|sir|captain|sergeant|inspector|commissioner|for|of|the)\b\.?",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
VERB = re.compile(r"\s(?:shows?|states?|says?|said|notes?|that)\b")
REPORTS = re.compile(r"\b(?:report(?:s|ed|ing)?|according to|told|cit(?:es|ed|ing)|seen by|obtained by|wrote|writes)\b", re.IGNORECASE)
ROOT = 6
"""Letters by which words of one root are known."""

LONGEST_NAME = 5
"""Words of an outlet's name at the most."""

DOCUMENTS = {
    "letter": "letter memo memorandum note correspondence",
    "filing": "filing submission disclosure registration prospectus application",
    "report": "report audit study review survey assessment findings analysis",
    "statement": "statement announcement notice bulletin briefing post",
    "release": "release",
    "ruling": "ruling judgment verdict order decision indictment complaint lawsuit",
    "record": "record document documents figures statistics data tally",
}
SINGULAR = frozenset({"letter", "filing", "release", "ruling"})
"""Documents of which a story has one: two authors named for it are an author and whoever presents it."""

DOCUMENT_RING = {word: name for name, words in DOCUMENTS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Source:
    """Whose word a claim is: `who` as words in lower case, what it is written in, and of which day; `label` as printed."""

    who: frozenset[str]
    document: str | None
    day: date | None
    label: str
    cites: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Somebody or something is named."""
        return bool(self.who) or self.document is not None

    def contradicts(self, other: "Source") -> bool:
        """Both name a speaker, or both a document, and it is not the same."""
        comparable = (self.who and other.who) or (self.document and other.document)
        return bool(comparable) and not self.agrees(other)

    def agrees(self, other: "Source") -> bool:
        """The same speaker or document, as far as both say."""
        if not (self.is_known and other.is_known):
            return False
        if self.day is not None and other.day is not None and self.day != other.day:
            return False
        same_document = self.document is not None and self.document == other.document
        if self.who and other.who:
            return self.who <= other.who or other.who <= self.who or (same_document and self.document in SINGULAR)
        return same_document


UNKNOWN = Source(frozenset(), None, None, "")


def source_of(attribution: Attribution, outlets: Mapping[str, str]) -> Source:
    """The attribution in comparable form; a speaker that is an outlet counts as cited, not as the source.

    `outlets` maps every name and alias of an outlet, in lower case, to the outlet's name.
    """
    speaker = attribution.speaker or ""
    cites = tuple(dict.fromkeys(outlets.get(name.lower(), name) for name in attribution.cites))
    if speaker.lower() in outlets:
        cites = tuple(dict.fromkeys((*cites, outlets[speaker.lower()])))
        speaker = ""
    # "A report by the Harbour Herald" is an outlet cited, not a document of its own.
    document = None if cites and not speaker and _document_ring(attribution.document) == "report" else attribution.document
    ring = _document_ring(document)
    return Source(_who(speaker), ring, attribution.document_date, _label(speaker, document, attribution.document_date), cites)


def article_source(reading: Reading, outlets: Mapping[str, str]) -> Source:
    """The source that most of an article's attributed claims rest on; unknown where none does."""
    found = [source_of(claim.attribution, outlets) for claim in reading.claims]
    return prevailing([source for source in found if source.is_known])


def prevailing(sources: Sequence[Source]) -> Source:
    """The source that most agree with, the fullest wording of it; the first of equals."""
    if not sources:
        return UNKNOWN
    votes = Counter({position: sum(one.agrees(other) for other in sources) for position, one in enumerate(sources)})
    best = max(votes, key=lambda position: (votes[position], _fullness(sources[position]), -position))
    agreeing = [one for one in sources if one.agrees(sources[best])]
    fullest = max(agreeing, key=_fullness)
    cites = tuple(dict.fromkeys(cite for one in sources for cite in one.cites))
    return Source(fullest.who, fullest.document, fullest.day, fullest.label, cites)


def outlet_names(outlets: Mapping[str, Outlet]) -> dict[str, str]:
    """Names and aliases of the outlets in lower case, each with the outlet's name."""
    return {name.lower(): outlet.name for outlet in outlets.values() for name in (outlet.name, *outlet.aliases)}


def outlets_named(sentence: str, outlets: Mapping[str, str]) -> tuple[str, ...]:
    """Outlets of the set whose names stand in a sentence, in order: "as the Harbour Herald reported"."""
    words = [(found.group().lower(), found.start()) for found in WORD.finditer(sentence)]
    named: list[str] = []
    for position in range(len(words)):
        for length in range(1, LONGEST_NAME + 1):
            name = " ".join(word for word, _ in words[position : position + length])
            capital = sentence[words[position][1]].isupper()
            if capital and name in outlets and (length > 1 or REPORTS.search(sentence)):
                named.append(outlets[name])
    return tuple(dict.fromkeys(named))


def _who(speaker: str) -> frozenset[str]:
    speaker = VERB.split(speaker)[0] or speaker
    plain = ROLES.sub(" ", speaker.replace("’s", "").replace("'s", ""))
    words = [word.lower() for word in WORD.findall(plain)]
    telling = [word for word in words if word not in SUFFIXES] or [word.lower() for word in WORD.findall(speaker)]
    # Seismologists of the institute are the seismological institute.
    return frozenset(word[:ROOT] for word in telling)


def _document_ring(document: str | None) -> str | None:
    if not document:
        return None
    words = [word.lower() for word in WORD.findall(document)]
    return next((DOCUMENT_RING[word] for word in reversed(words) if word in DOCUMENT_RING), words[-1] if words else None)


def _label(speaker: str, document: str | None, day: date | None) -> str:
    if document is None:
        return speaker
    speaker = VERB.split(speaker)[0]
    dated = f", {day.day} {day:%B %Y}" if day is not None else ""
    return f"{document} from {speaker}{dated}" if speaker else f"{document}{dated}"


def _fullness(source: Source) -> tuple[int, int, int]:
    return (bool(source.who) + (source.document is not None) + (source.day is not None), len(source.who), len(source.label))
