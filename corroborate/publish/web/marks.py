"""The signs and words under which pages show what was found: never colour alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from corroborate.model.articles import Readability
from corroborate.model.decisions import Action
from corroborate.model.findings import DiscrepancyType, Status, Verdict
from corroborate.model.pages import VisitState
from corroborate.model.stories import OriginKind


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign with its word, what it means in a sentence, and the tone in which it is coloured."""

    sign: str
    word: str
    meaning: str
    tone: str


VERDICTS: Mapping[Verdict, Mark] = {
    Verdict.DISPUTED: Mark("≠", "disputed", "Outlets state figures for the same moment that cannot all be right.", "bad"),
    Verdict.UPDATED: Mark("→", "updated", "The figures differ because time passed or somebody corrected one.", "changed"),
    Verdict.CORROBORATED: Mark("=", "corroborated", "Two or more origins that are independent of each other agree.", "good"),
    Verdict.REPEATED: Mark("″", "repeated", "Several outlets say it, and all of them have it from one origin.", "same"),
    Verdict.SINGLE: Mark("1", "single", "One outlet alone says it.", "quiet"),
}
PROMINENT = tuple(VERDICTS)

TYPES: Mapping[DiscrepancyType, Mark] = {
    DiscrepancyType.CONFLICT: Mark("≠", "conflict", "Both figures cannot be right, even with what their wording leaves open.", "bad"),
    DiscrepancyType.TYPO: Mark("≠", "slip", "One figure looks like a misprint of the other.", "bad"),
    DiscrepancyType.PARTY: Mark("≠", "other party", "Different people or bodies are named for the same part.", "bad"),
    DiscrepancyType.ARITHMETIC: Mark("≠", "does not add up", "Parts do not make the whole, or a duration does not fit its dates.", "bad"),
    DiscrepancyType.RANK: Mark("≠", "rank", "Different ranks are claimed for the same thing.", "bad"),
    DiscrepancyType.ATTRIBUTION: Mark("≠", "attribution", "The same words are put into different mouths.", "bad"),
    DiscrepancyType.TENSION: Mark("~", "tension", "The figures differ only by what usage suggests and does not promise.", "changed"),
    DiscrepancyType.UPDATE: Mark("→", "update", "A later count took the place of an earlier one.", "changed"),
    DiscrepancyType.STALE_COPY: Mark("→", "stale copy", "An outlet still prints a figure that has been overtaken.", "changed"),
    DiscrepancyType.CORRECTION: Mark("→", "correction", "An outlet corrected its own figure.", "changed"),
    DiscrepancyType.ROUNDING: Mark("~", "rounding", "One figure is the other, rounded.", "quiet"),
    DiscrepancyType.UNIT: Mark("~", "unit", "The figures are in different units.", "quiet"),
    DiscrepancyType.SCOPE: Mark("~", "scope", "The figures count different things: another place, another campaign.", "quiet"),
    DiscrepancyType.PERIOD: Mark("~", "period", "The figures are of different times.", "quiet"),
    DiscrepancyType.PART_WHOLE: Mark("~", "part of a whole", "One figure is a part of the other.", "quiet"),
}

STATUSES: Mapping[Status, Mark] = {
    Status.OPEN: Mark("?", "suggested", "Found by the program; nobody has looked at it yet.", "quiet"),
    Status.ACCEPTED: Mark("✓", "confirmed", "A person confirmed it.", "good"),
    Status.REJECTED: Mark("×", "rejected", "A person says that it is none.", "same"),
    Status.EXPLAINED: Mark("i", "explained", "A person explained it.", "good"),
}

ORIGINS: Mapping[OriginKind, str] = {
    OriginKind.DOCUMENT: "document",
    OriginKind.SPEAKER: "named source",
    OriginKind.WIRE: "agency report",
    OriginKind.REUSE: "common text",
    OriginKind.FAMILY: "publisher",
    OriginKind.CITED: "cited outlet",
    OriginKind.UNKNOWN: "source not stated",
}

SILENCE: Mapping[Readability, str] = {
    Readability.READ: "read, and holds no figure that was matched",
    Readability.EMPTY: "the page holds no text",
    Readability.SHORT: "the text is too short to be an article",
    Readability.STUB: "a paywall or consent page",
    Readability.LANGUAGE: "not in English",
    Readability.UNREADABLE: "the page could not be read",
}

MISSED: Mapping[VisitState, str] = {
    VisitState.PENDING: "waiting to be fetched",
    VisitState.FETCHED: "fetched",
    VisitState.ROBOTS: "forbidden by robots.txt",
    VisitState.BLOCKED: "refused by the server (401, 403, 429, paywall or captcha)",
    VisitState.GONE: "gone (404 or 410)",
    VisitState.REFUSED: "at an address that must not be asked",
    VisitState.FAILED: "failed",
}

DONE: Mapping[Action, str] = {
    Action.ACCEPT: "confirmed",
    Action.REJECT: "rejected",
    Action.EXPLAIN: "explained",
    Action.MERGE: "merged",
    Action.SPLIT: "split",
    Action.NOTE: "noted",
    Action.UNDO: "undone",
}
