"""Nouns for people, in singular and plural."""

from corroborate.extract.lexicon import words

MEN = words("""
man boy father dad son brother husband grandfather grandson uncle nephew boyfriend fiance fiancé stepfather stepson widower groom
businessman
""")
WOMEN = words("""
woman girl mother mom mum daughter sister wife grandmother granddaughter aunt niece girlfriend fiancee fiancée stepmother stepdaughter
widow bride schoolgirl businesswoman
""")
KIN = words("""
father dad son brother husband grandfather grandson uncle nephew boyfriend fiance fiancé stepfather stepson mother mom mum daughter sister
wife grandmother granddaughter aunt niece girlfriend fiancee fiancée stepmother stepdaughter cousin sibling partner spouse parent
grandparent grandchild friend neighbour neighbor roommate colleague classmate ex-wife ex-husband ex-girlfriend ex-boyfriend father-in-law
mother-in-law brother-in-law sister-in-law son-in-law daughter-in-law
""")
ANYBODY = words("""
person adult child kid teen teenager youth toddler baby infant newborn juvenile minor pedestrian cyclist bicyclist motorcyclist biker
motorist driver passenger rider bystander resident tenant visitor tourist guest customer patron shopper student pupil schoolboy schoolgirl
teacher professor principal officer deputy trooper constable sergeant policeman policewoman patrolman agent guard soldier marine sailor
airman veteran firefighter paramedic medic nurse doctor surgeon carer worker employee labourer laborer foreman supervisor manager owner
shopkeeper storekeeper clerk cashier bartender barber waiter waitress cook chef baker butcher courier mechanic welder electrician plumber
builder carpenter farmer farmhand fisherman miner pilot copilot co-pilot guide captain skipper conductor steward stewardess attendant
crewman crewmember janitor caretaker landlord lodger lawyer attorney judge journalist reporter cameraman photographer editor activist
politician lawmaker councilman councilwoman councillor mayor senator priest pastor monk nun imam rabbi bishop actor singer rapper musician
dancer player footballer coach referee runner jogger swimmer diver surfer skier snowboarder climber hiker hunter angler camper sunbather
spectator fan protester protestor marcher pilgrim worshipper migrant refugee prisoner inmate detainee patient pensioner retiree
grandparent businessman businesswoman executive contractor engineer technician scientist researcher volunteer aid-worker peacekeeper
civilian villager herder shepherd fighter militant rebel insurgent commander jockey cowboy gardener postman mailman trucker cabbie
chauffeur operator babysitter nanny maid cleaner porter doorman companion acquaintance bouncer vendor trader stallholder gunsmith
bodyguard handler crossing-guard homeowner dj pillion deckhand ranch-hand stagehand server storeowner dealer lineman longshoreman docker
staffer teller innkeeper goalkeeper gatekeeper bookkeeper shopowner repairman workman gentleman tradesman deliveryman serviceman
servicewoman spokesman spokeswoman chairman congressman clergyman artist pianist therapist pharmacist dentist motorcycle-rider
nightwatchman watchman usher valet roofer busboy tutor caregiver rancher
""")
SUSPECTS = words("gunman shooter attacker assailant suspect robber burglar bomber perpetrator killer hijacker stabber knifeman")
COUPLES = {"couple": 2, "pair": 2, "duo": 2, "newlyweds": 2, "twins": 2, "trio": 3}
UNIQUE = words("""
driver pilot co-pilot copilot captain skipper owner clerk cashier manager guide conductor operator bartender barber attendant guard
passenger pillion
""")
"""Of whom there is one at the scene: "killing the driver" tells of him for the first time."""

SINGULAR = MEN | WOMEN | KIN | ANYBODY | SUSPECTS
_IRREGULAR = {"child": "children", "person": "people", "grandchild": "grandchildren", "wife": "wives", "ex-wife": "ex-wives"}


def plural_of(noun: str) -> str:
    """ "woman" -> "women", "secretary" -> "secretaries"."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


PLURAL = {plural_of(noun): noun for noun in SINGULAR} | {"persons": "person", "victims": "victim", "males": "man", "females": "woman"}


def sex_of(noun: str) -> str:
    """ "m", "f", or nothing where the noun does not tell."""
    return "m" if noun in MEN else "f" if noun in WOMEN else ""
