"""Letters, filings, reports and rulings: which of a story are one document, and who speaks through them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corroborate.match.origins.phrases import WORD

DOCUMENTS = {
    "letter": "letter memo memorandum note email e-mail mail correspondence message",
    "filing": "filing submission disclosure registration prospectus petition application papers affidavit",
    "indictment": "indictment complaint charges charge-sheet",
    "ruling": "ruling judgment judgement verdict decision",
    "lawsuit": "lawsuit suit claim",
    "report": "report audit study review survey assessment findings analysis census dossier",
    "statement": "statement announcement notice bulletin briefing post tweet release video interview testimony speech message",
    "record": "record records document documents figures statistics data tally list order log",
}
RING = {word: ring for ring, words in reversed(DOCUMENTS.items()) for word in words.split()}

BALLOTS = re.compile(r"\bballot[- ]papers?\b", re.IGNORECASE)
JOINTLY = "joint statement"
SINGULAR = frozenset({"letter", "filing", "indictment", "ruling", "lawsuit", JOINTLY})
"""Documents of which a story has one: two authors named for it are an author and whoever presents it."""

SPOKEN = frozenset({"statement", "record"})
"""No origin of their own: whoever speaks through them is."""

SPEAKS = {"indictment": "prosecutors", "ruling": "the court"}
"""Whose word a document is by its nature."""

SLACK = {"letter": 0}
DAYS_OFF = 3
"""Days by which outlets differ on the date of one filing, report or ruling: filed on Monday, unsealed on Wednesday."""

OF_COURT = re.compile(
    r"\b(?:court|bankruptcy|legal|judicial|securities|regulatory|stock exchange) (?:documents?|papers?|records?|filings?)\b",
    re.IGNORECASE,
)


SIGNED = re.compile(
    r"\b(?:letter|memo|memorandum|filing|lawsuit|suit|complaint)s? (?:was |is )?(?:written |sent |signed |drafted |filed |submitted )?"
    r"(?:by|from) (?:the )?[A-Z]|\b[A-Z][\w&-]+(?:['’]s|s['’]) (?:\w+ ){0,2}?(?:letter|memo|memorandum|filing|lawsuit|suit|complaint)\b"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as an article names it: its ring ("letter"), the printed word ("memo"), its day.

    `signed` where the sentence says whose it is: "a letter by Oriel Labs", "Oriel Labs' letter"; whoever is only named with
    it may be who showed it.
    """

    ring: str
    word: str
    day: date | None
    signed: bool = False

    @property
    def is_source(self) -> bool:
        """It is something that figures rest on, not merely the manner of speaking."""
        return self.ring not in SPOKEN


TOGETHER = re.compile(
    r"\b(?:joint|(?:companies|firms|banks|airlines|partners|parties)['’]) (?:[a-z]+ )?"
    r"(?:statement|announcement|release|declaration|communiqu[eé]|notice)\b",
    re.IGNORECASE,
)


def joint_statement(sentence: str) -> Document | None:
    """What several sign is one thing, whichever an outlet names first: "a joint statement by Tarn Freight and Lumen Kites"."""
    return Document(JOINTLY, JOINTLY, None) if TOGETHER.search(sentence) else None


def document_of(printed: str | None, day: date | None, sentence: str) -> Document | None:
    """The document of an attribution; "documents" are a filing where the sentence says they are a court's."""
    if not printed or (printed.lower() in ("paper", "papers") and BALLOTS.search(sentence)):
        return None
    words = [word.lower() for word in WORD.findall(printed)]
    if not words:
        return None
    ring = next((found for word in reversed(words) for found in (RING.get(word) or RING.get(word.removesuffix("s")),) if found), words[-1])
    if ring == "record" and OF_COURT.search(sentence):
        ring, printed = "filing", "court documents"
    return Document(ring, printed, day, signed=SIGNED.search(sentence) is not None)


def documents_of(used: Iterable[tuple[str, Document]]) -> Mapping[tuple[str, Document], Document]:
    """Every document named in a story, by article, as the one that is meant: "the letter" is that of June 10, if there is one."""
    uses = list(used)
    by_ring: defaultdict[str, Counter[date]] = defaultdict(Counter)
    for _, document in uses:
        if document.day is not None:
            by_ring[document.ring][document.day] += 1
    days = {ring: _days(ring, counted) for ring, counted in by_ring.items()}
    own: dict[tuple[str, str], date] = {}
    for article, document in uses:
        if document.day is not None:
            own.setdefault((article, document.ring), days[document.ring][document.day])
    return {(article, document): _meant(article, document, days.get(document.ring, {}), own) for article, document in set(uses)}


def _meant(article: str, document: Document, days: Mapping[date, date], own: Mapping[tuple[str, str], date]) -> Document:
    if document.day is not None:
        return replace(document, day=days[document.day])
    known = set(days.values())
    day = own.get((article, document.ring)) or (next(iter(known)) if len(known) == 1 else None)
    return replace(document, day=day)


def _days(ring: str, counted: Mapping[date, int]) -> dict[date, date]:
    """Each day as the one that it is a loose telling of: the most frequent within reach, the first of equals."""
    slack = timedelta(days=SLACK.get(ring, DAYS_OFF))
    ranked = sorted(counted, key=lambda day: (-counted[day], day))
    return {day: next(other for other in ranked if abs(other - day) <= slack) for day in counted}
