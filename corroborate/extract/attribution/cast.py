"""The nouns that stand for speakers, and whom an article has spoken of so far."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan

from corroborate.extract.lexicon import words
from corroborate.extract.parties.labels import ROLE_NOUNS
from corroborate.extract.parties.names import BODIES

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
WATCHDOGS = words("regulator watchdog authority agency body inspectorate commission office board bureau")
SPOKES = words("spokesman spokeswoman spokesperson spokespeople spokesmen representative representatives press-officer")
PERSON_NOUNS = ROLE_NOUNS | words("official executive senator lawmaker man woman mother father survivor expert")
DOCUMENT_NOUNS: dict[str, str] = {
    noun: noun
    for noun in (
        *("letter", "filing", "report", "statement", "complaint", "lawsuit", "indictment", "audit", "study", "survey", "poll", "post"),
        *("notice", "email", "disclosure", "transcript", "affidavit", "ruling", "document", "paper", "bulletin", "prospectus", "testimony"),
        *("memo", "release", "note", "dossier", "briefing", "advisory", "circular", "submission", "petition", "presentation"),
        *("announcement", "judgment", "judgement", "verdict", "analysis", "assessment", "review", "inquiry", "communique", "communiqué"),
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


@dataclass(frozen=True, slots=True)
class Cast:
    """Who has been spoken of so far in an article: what pronouns and "the company" stand for."""

    person: str | None = None
    company: str | None = None
    body: str | None = None
    speaker: str | None = None
    bodies: Mapping[str, str] | None = None
    roles: Mapping[str, str] | None = None

    def meet(self, party: TokenSpan, *, is_topic: bool) -> "Cast":
        """The cast after a further party has been named; a sentence's topic is what "the company" goes on about."""
        name = party._.party
        if party.label_ == "PERSON":
            return replace(self, person=name, roles=dict(self.roles or {}) | dict.fromkeys(_roles_of(party), name))
        if party.label_ != "ORG":
            return self
        if not any(word in BODIES for word in name.split()):
            return replace(self, company=name if is_topic or self.company is None else self.company)
        bodies = dict(self.bodies or {})
        bodies.update({word.lower(): name for word in name.split() if word.lower() in BODY_NOUNS})
        watches = any(word.lower() in WATCHDOGS for word in name.split())
        return replace(self, body=name if watches else self.body, bodies=bodies)

    def body_called(self, noun: str) -> str | None:
        """The body that "the ministry" or "the watchdog" stands for."""
        return (self.bodies or {}).get(noun) or (self.body if noun in WATCHDOGS else None)

    def hear(self, name: str, label: str) -> "Cast":
        """The cast after a party has spoken."""
        cast = replace(self, speaker=name)
        if label == "ORG" and name[0].isupper() and not any(word in BODIES for word in name.split()):
            return replace(cast, company=name)
        return replace(cast, person=name) if label == "PERSON" else cast


def _roles_of(party: TokenSpan) -> list[str]:
    """What a person is called beside the name: "Mayor Ilse Varga", "Ilse Varga, the harbourmaster"."""
    doc = party.doc
    before = [token.lower_ for token in doc[max(0, party.start - 2) : party.start]]
    behind = doc[party.end : party.end + 7] if party.end < len(doc) and doc[party.end].text == "," else ()
    return [lower for lower in (*before, *(token.lower_ for token in behind)) if lower in PERSON_NOUNS]
