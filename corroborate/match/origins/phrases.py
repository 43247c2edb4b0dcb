"""The words by which a source is known: "the city's police chief", "Marlow police" and "detectives" all hold "police"."""

import re
from functools import lru_cache

from corroborate.match.words import listed, stem

WORD = re.compile(r"[^\W_]+(?:\.[^\W\d_]+\b\.?)*(?:['’][^\W_]+)*")
VERB = re.compile(r"\s(?:shows?|states?|says?|said|notes?|that|which|who)\b")
AT = re.compile(r"\b(?:at|for|from|with) (?:the )?(?=[A-Z])")
ROOT = 6
"""Letters by which words of one root are known: seismologists of the institute are the seismological institute."""

SEVERAL_WORDS = tuple(
    (re.compile(pattern, re.IGNORECASE), word)
    for pattern, word in (
        (r"\bcoast[ -]guards?\b|\bcoastguards?(?:m[ae]n)?\b", "coastguard"),
        (
            r"\b(?:attorney[s]? general|district attorney|(?:state'?s|u\.?s\.?|crown) (?:attorney|prosecution)|public prosecution)\b",
            "prosecutor",
        ),
        (r"\bmedical examiner\b", "coroner"),
        (r"\bmedical cent(?:er|re)\b|\bhealth cent(?:er|re)\b", "hospital"),
        (r"\bdoctors (?=for |without |of )", "doctors-club "),
        (r"\bcity hall\b|\btown hall\b", "mayor"),
        (r"\bchief (?:executive(?: officer)?|(?:financial|operating|medical|press|information) officer)\b", "official"),
        (r"\bpress (?:officer|secretary)\b", "official"),
        (r"\bu\.\s?s\.(?!\w)|\bunited states\b", "us"),
        (r"\bu\.\s?k\.(?!\w)|\bunited kingdom\b", "uk"),
        (r"\bu\.\s?n\.(?!\w)|\bunited nations\b", "un"),
        (r"\be\.\s?u\.(?!\w)|\beuropean union\b", "eu"),
    )
)
BODIES = {
    "police": "police policeman policemen policewoman cop cops constabulary detective detectives",
    "sheriff": "sheriff sheriffs",
    "fire": "fire firefighter firefighters firefighting fireman firemen",
    "hospital": "hospital hospitals doctor doctors medic medics surgeon surgeons physician physicians clinic clinics infirmary nurses",
    "prosecutor": "prosecutor prosecutors prosecution",
    "court": "court courts judge judges tribunal magistrate magistrates",
    "ministry": "ministry minister ministries",
    "mayor": "mayor mayors",
    "governor": "governor governors gov",
    "coroner": "coroner coroners",
    "rescue": "rescue rescuer rescuers",
    "election": "election elections electoral",
    "statistic": "statistics statistical statistician statisticians",
    "council": "council councillor councillors councilman councilwoman",
    "union": "union unions guild",
    "lawyer": "lawyer lawyers attorney attorneys solicitor solicitors counsel barrister",
    "prison": "prison prisons jail jails correctional corrections",
    "observer": "observer observers",
    "president": "presidency presidential kremlin",
    "competition": "competition antitrust anti-trust cartel cartels",
}
BODY = {word: body for body, words in BODIES.items() for word in words.split()}

CREWS = listed("officer officers investigator investigators constable constables deputies")
"""Whose they are is told by the words beside them; alone they are the police."""

OFFICES = listed(
    """
        spokesman spokeswoman spokesperson spokespeople spokesmen representative representatives official officials officer
        officers chief head leader director president chairman chairwoman chairperson chair secretary minister mayor governor
        sheriff deputy commissioner commander captain sergeant lieutenant colonel general inspector detective superintendent
        constable coroner judge prosecutor attorney lawyer ombudsman manager executive ceo founder owner keeper editor doctor
        surgeon senator administrator coordinator marshal principal treasurer councillor premier chancellor ambassador
        seismologist meteorologist scientist boss chairs coach curator dean rector warden registrar comptroller auditor trooper
        examiner undersecretary
        """
)
"""Words before or behind a name that make it somebody who speaks for a body."""

TITLES = listed(
    """
        mr mrs ms miss dr prof professor sir dame lord lady rev sgt lt col gen capt cpt maj cpl det insp supt di dci dr. sgt. lt.
        gen. sen sen. rep rep. gov gov.
        """
)
CITIZENS = listed(
    """
        city town local village area the its their his her our my a an of for at in with from to and on by & as
        """
)
DULL = (
    listed(
        """
        spokesman spokeswoman spokesperson spokespeople spokesmen representative representatives official officials chief chiefs
        head heads leader leaders director directors chairman chairwoman chairperson chair secretary deputy commander captain
        sergeant lieutenant colonel general inspector superintendent manager executive executives ceo founder owner keeper editor
        in-chief staff service services department departments office offices team teams force forces branch bureau workers worker
        members member senior junior acting former interim assistant vice authorities authority chairs administrator coordinator
        boss commissioner press media duty regional deputies officer officers investigator investigators crew crews inc
        incorporated corp corporation co company ltd limited llc plc pbc gmbh ag sa nv group holdings seen filed published dated
        unsealed leaked internal watchdog watchdogs body bodies
        """
    )
    | CITIZENS
    | TITLES
)
"""Words that tell no body from another, left out unless nothing else is left."""

ANONYMOUS = listed(
    """
        official officials authorities source sources people person persons man woman men women witness witnesses bystanders
        bystander resident residents neighbour neighbours neighbor neighbors expert experts analyst analysts insider insiders
        employee employees parent parents survivor survivors reporter reporters journalist journalists media local locals someone
        somebody everyone many some others two three several one they he she it we i familiar matter close briefed knowledge
        direct who with the on to of a an and in situation plans plan deal case talks investigation anonymous unnamed senior
        its their his her own engineers technicians four five six seven eight nine ten eleven twelve dozen dozens few
        customers victims survivors passengers
        government another critics supporters observers-all aide aides eyewitness eyewitnesses
        """
)
"""Who is called nothing but this is not known."""

GOVERNMENTS = listed(
    """
        us uk un eu britain france germany russia china israel iran ukraine india japan washington london paris moscow beijing
        """
)
"""A country that speaks is no short name for its geological survey."""

FIRMS = listed(
    """
        company firm business carmaker automaker airline operator hauler publisher bank lender maker startup start-up retailer
        developer insurer manufacturer producer owner utility chain brand contractor supplier broker fund carrier shipper miner
        drugmaker chipmaker builder studio corporation enterprise conglomerate employer railway railroad brewer grocer
        """
)
BODIES_AT_LARGE = {
    "regulator": "authority commission administration board agency watchdog office",
    "watchdog": "authority commission administration board agency office monitor",
    "campaigners": "campaign group",
    "activists": "campaign group",
    "seismologists": "seismo geolog",
    "scientists": "institu univer labora seismo survey",
    "researchers": "institu univer labora center centre",
    "charity": "founda aid doctor",
    "organisation": "",
    "organization": "",
    "agency": "agency",
    "institute": "institu",
}


PERSONAL = listed(
    """
        senator senators professor analyst economist expert congressman congresswoman lawmaker lawmakers scientist researcher
        author founder owner
        """
)
"""Offices that many hold: two senators are two voices."""


@lru_cache(maxsize=1 << 16)
def telling_words(phrase: str) -> frozenset[str]:
    """What a phrase says of whom it names, in comparable form; empty where it names nobody.

    >>> sorted(telling_words("the city's police chief"))
    ['police']
    """
    found = plain_words(phrase)
    if all(word in ANONYMOUS for word in found):
        return frozenset(("police",)) if any(word in CREWS for word in found) else frozenset()
    return body_words(phrase) or frozenset(rooted(word) for word in found if word not in CITIZENS and word not in ANONYMOUS)


@lru_cache(maxsize=1 << 16)
def body_words(phrase: str) -> frozenset[str]:
    """Words that tell for which body somebody speaks; none in "the chief" or "a senator".

    >>> sorted(body_words("spokeswoman for Oriel Labs Inc.")), sorted(body_words("its director"))
    (['lab', 'oriel'], [])
    """
    found = plain_words(phrase)
    telling = [BODY.get(word, word) for word in found if word not in DULL and word not in PERSONAL]
    if not telling and any(word in CREWS for word in found):
        telling = ["police"]
    return frozenset(rooted(word) for word in telling)


@lru_cache(maxsize=1 << 16)
def plain_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase in lower case but for acronyms, set phrases as one word, without possessives and what follows a verb."""
    text = (VERB.split(phrase)[0] or phrase).replace("’", "'")
    for pattern, word in SEVERAL_WORDS:
        text = pattern.sub(word, text)
    words = (found.group().removesuffix("'s").removesuffix("'").replace(".", "") for found in WORD.finditer(text))
    return tuple(word if is_acronym(word) and word.lower() not in GOVERNMENTS else word.lower() for word in words)


def rooted(word: str) -> str:
    """The word by its root: "statistics" and "statistical" are one."""
    return word if word in BODIES else stem(word)[:ROOT]


def initials(phrase: str) -> str:
    """ "European-Mediterranean Seismological Centre" -> "EMSC"; "U.S. Geological Survey" -> "USGS"."""
    body = AT.split(phrase)[-1]
    words = [word.replace(".", "") for word in WORD.findall(body) if word[0].isupper()]
    return "".join(word if word.isupper() and len(word) <= 3 else word[0] for word in words)


def is_acronym(phrase: str) -> bool:
    """ "USGS", "the WHO"."""
    word = phrase.removeprefix("the ").removeprefix("The ")
    return word.isupper() and word.isalpha() and 2 <= len(word) <= 6


def is_at_large(phrase: str) -> bool:
    """Said of a body without its name: "the company", "the airline"."""
    words = [word for word in plain_words(phrase) if word not in CITIZENS]
    return (len(words) == 1 and words[0] in FIRMS) or (words == ["official"] and "chief" in phrase.lower())
