"""The nouns that stand for speakers, and whom an article has spoken of so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.genders import gender_of, may_be
from corroborate.extract.lexicon import words
from corroborate.extract.parties.labels import ROLE_NOUNS
from corroborate.extract.parties.names import BODIES, TITLES

COMPANY_NOUNS = words("""
company firm group startup start-up carrier operator maker manufacturer retailer airline lender utility giant behemoth
conglomerate business corporation insurer developer supplier brewer drugmaker carmaker automaker chipmaker shipbuilder publisher
broadcaster platform bank studio chain builder landlord shipper shipyard brewery bakery label brand miner smelter steelmaker
plantmaker planemaker contractor outfit producer distributor exporter importer wholesaler grocer supermarket bookseller refiner
drinks-maker toymaker watchmaker fund buyer bidder exchange railway
""")
BODY_NOUNS = words("""
ministry agency authority regulator commission committee court union council watchdog department office institute university
government bureau board tribunal organisation organization association federation charity foundation administration service panel
inspectorate hospital prosecution club bank port police coastguard party campaign
""")
# Bodies that speak, but of which "the museum sold" tells nothing that could be told apart.
OTHER_BODIES = words("""
force brigade army navy embassy consulate school college museum zoo orchestra team inquest jury opposition lobby guild cooperative
co-operative treasury parliament think-tank thinktank network centre center airport mission league chamber laboratory lab
observatory clinic bench diocese church trust
""")
PEOPLE_NOUNS = words("""
police officials prosecutors authorities rescuers firefighters organisers organizers residents witnesses analysts investigators
lawyers regulators lawmakers senators ministers experts scientists researchers doctors medics engineers inspectors executives
employees workers unions campaigners critics relatives villagers survivors economists forecasters meteorologists seismologists
diplomats sources people aides staff detectives auditors spokespeople paramedics responders observers shareholders investors
traders fishermen farmers crew neighbours neighbors customers hospitals officers ministry councillors councilors members
managers leaders directors bankers brokers historians biologists archaeologists geologists volcanologists epidemiologists
statisticians astronomers ecologists conservationists environmentalists activists opponents supporters sponsors insurers divers
climbers soldiers commanders militants rebels separatists teachers parents pupils students nurses surgeons pilots drivers
passengers tourists locals bystanders onlookers refugees migrants protesters strikers voters pollsters consultants advisers advisors
accountants administrators receivers liquidators creditors trustees judges jurors mps deputies mayors governors delegates
negotiators mediators monitors statisticians veterinarians vets whips hackers kidnappers families merchants retailers brewers
growers breeders landlords tenants planners surveyors curators guards wardens rangers lifeguards coastguards women men visitors
""")
INQUIRERS = words("""
investigators researchers scientists inspectors auditors analysts economists engineers experts surveyors archaeologists geologists
biologists doctors epidemiologists statisticians astronomers ecologists detectives monitors historians accountants administrators
team commission inquiry auditor researcher scientist inspector investigator inspectorate ombudsman panel regulator watchdog institute
""")
WATCHDOGS = words("regulator watchdog authority agency body inspectorate commission office board bureau")
SPOKES = words("spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen representative representatives press-officer")
PERSON_NOUNS = ROLE_NOUNS | words("""
official executive senator lawmaker man woman mother father survivor expert boss sergeant constable deputy president secretary
treasurer curator archaeologist biologist historian geologist physicist chemist epidemiologist psychologist meteorologist
seismologist volcanologist astronomer ecologist statistician demographer pollster adviser advisor aide banker broker dealer merchant
trader auctioneer publisher playwright novelist singer conductor composer dancer painter sculptor architect builder carpenter
plumber electrician mechanic fisherman sailor skipper diver rower swimmer climber guide guard warden ranger keeper beekeeper baker
brewer butcher grocer cook chef waiter waitress barber shopkeeper clerk cashier bookkeeper accountant auditor liquidator receiver
administrator negotiator mediator diplomat ambassador consul envoy general colonel major lieutenant admiral commander soldier
veteran policeman policewoman detective investigator paramedic firefighter rescuer midwife veterinarian vet dentist pharmacist
student pupil schoolgirl schoolboy tenant landlord landlady neighbour neighbor widow widower brother sister son daughter wife
husband uncle aunt grandmother grandfather priest bishop archbishop cardinal vicar pastor imam rabbi monk nun abbot king queen
prince princess count countess duke duchess baron baroness sheikh emperor pope activist campaigner critic opponent protester
organiser organizer volunteer delegate candidate contender challenger incumbent mp whip backbencher councillor councilor alderman
striker goalkeeper winger midfielder captain referee umpire trainer jockey cyclist sprinter champion billionaire tycoon magnate
entrepreneur businessman businesswoman chairperson spokesperson welder miner docker steward stewardess conductor passenger commuter
tourist visitor customer shopper patient nurse carer surveyor forester hunter shepherd rancher grower winemaker
consultant solicitor barrister magistrate juror bailiff claimant defendant plaintiff complainant
""")
DOCUMENT_NOUNS: dict[str, str] = {
    noun: noun
    for noun in (
        *("letter", "filing", "report", "statement", "complaint", "lawsuit", "indictment", "audit", "study", "survey", "poll", "post"),
        *("notice", "email", "disclosure", "transcript", "affidavit", "ruling", "document", "paper", "bulletin", "prospectus", "testimony"),
        *("memo", "release", "note", "dossier", "briefing", "advisory", "circular", "submission", "petition", "presentation"),
        *("announcement", "judgment", "judgement", "verdict", "analysis", "assessment", "review", "inquiry", "communique", "communiqué"),
        *(
            "minutes",
            "manifesto",
            "contract",
            "book",
            "memoir",
            "invoice",
            "logbook",
            "diary",
            "list",
            "census",
            "tweet",
        ),
        *("preprint", "obituary", "version", "edition", "ledger", "register", "thesis", "almanac", "chronicle", "inscription", "sheet"),
        *("newsletter", "leaflet", "brochure", "writ", "deposition", "summons", "warrant", "autopsy", "decree", "spreadsheet"),
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
    "studies": "study",
    "surveys": "survey",
    "polls": "poll",
    "lists": "list",
    "audits": "audit",
}
FIGURE_NOUNS = words(
    "figures data statistics numbers estimates estimate results returns tally count accounts projections calculations forecast"
)
PEOPLE_KEPT = 8


@dataclass(frozen=True, slots=True)
class Cast:
    """Who has been spoken of so far in an article: what pronouns and "the company" stand for.

    `people` has the one most likely meant by "she" first; `genders` what is known of them.
    """

    people: tuple[str, ...] = ()
    company: str | None = None
    body: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    bodies: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    genders: Mapping[str, str] = field(default_factory=dict)
    employers: Mapping[str, str] = field(default_factory=dict)

    @property
    def person(self) -> str | None:
        """The person who stands in the foreground."""
        return self.people[0] if self.people else None

    def meet(self, party: TokenSpan, *, is_topic: bool) -> "Cast":
        """The cast after a further party has been named; a sentence's topic is what "the company" goes on about."""
        name = party._.party
        if party.label_ == "PERSON":
            return self._meet_person(party, is_topic=is_topic)
        stands_for_company = party.label_ == "PRODUCT" and self.company is None and is_topic
        if party.label_ != "ORG" and not stands_for_company:
            return self
        if not any(word in BODIES for word in name.split()):
            return replace(self, company=name) if is_topic or self.company is None else self
        bodies = dict(self.bodies)
        bodies.update({word.lower(): name for word in name.split() if word.lower() in BODY_NOUNS})
        watches = any(word.lower() in WATCHDOGS for word in name.split())
        return replace(self, body=name if watches else self.body, bodies=bodies)

    def _meet_person(self, party: TokenSpan, *, is_topic: bool) -> "Cast":
        name, roles = party._.party, _roles_of(party)
        gender = self.genders.get(name) or gender_of((*_titles_of(party), *roles, name.split()[0]))
        others = tuple(other for other in self.people if other != name)[:PEOPLE_KEPT]
        ahead = is_topic or name == self.person or not others
        people = (name, *others) if ahead else (others[0], name, *others[1:])
        return replace(self, people=people, roles={**self.roles, **dict.fromkeys(roles, name)}, genders={**self.genders, name: gender})

    def called(self, pronoun: str) -> str | None:
        """The person that "he" or "she" stands for."""
        return next((name for name in self.people if may_be(self.genders.get(name, ""), pronoun)), None)

    def body_called(self, noun: str) -> str | None:
        """The body that "the ministry" or "the watchdog" stands for."""
        if noun == "force" and self.speaker is not None and self.speaker.endswith("police"):
            return self.speaker
        return self.bodies.get(noun) or (self.body if noun in WATCHDOGS else None)

    @property
    def only_body(self) -> str | None:
        """The one body spoken of so far, where there is no other: a bank is "the lender", too."""
        named = set(self.bodies.values())
        return next(iter(named)) if len(named) == 1 else None

    def hear(self, name: str, label: str) -> "Cast":
        """The cast after a party has spoken."""
        cast = replace(self, speaker=name)
        if label == "ORG" and name[0].isupper() and not any(word in BODIES for word in name.split()):
            return replace(cast, company=name)
        if label != "PERSON":
            return cast
        gender = self.genders.get(name) or gender_of(reversed(name.split()) if name.islower() else name.split()[:1])
        others = tuple(other for other in self.people if other != name)[:PEOPLE_KEPT]
        return replace(cast, people=(name, *others), genders={**self.genders, name: gender})

    def employ(self, person: str, employer: str) -> "Cast":
        """The cast after a person has spoken for another: what she says later is the employer's word, too."""
        return replace(self, employers={**self.employers, person: employer})


def _titles_of(party: TokenSpan) -> list[str]:
    return [token.text for token in party.doc[max(0, party.start - 2) : party.start] if token.text in TITLES]


def _roles_of(party: TokenSpan) -> list[str]:
    """What a person is called beside the name: "Mayor Ilse Varga", "Ilse Varga, the harbourmaster"."""
    doc = party.doc
    before = [token.lower_ for token in doc[max(0, party.start - 2) : party.start] if token.text not in '".,“”']
    behind = doc[party.end : party.end + 7] if party.end < len(doc) and doc[party.end].text == "," else ()
    return [lower for lower in (*before, *(token.lower_ for token in behind)) if lower in PERSON_NOUNS]
