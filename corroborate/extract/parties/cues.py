"""Nouns beside a name that tell what sort of thing it names: "the carrier Orrin", "Orrin shares", "the town of Ellery"."""

from collections.abc import Mapping
from types import MappingProxyType

from corroborate.extract.lexicon import DETERMINERS, FUNCTION_WORDS, words
from corroborate.extract.parties.mentions import Sort
from corroborate.extract.parties.writing import Writing


def _table(*, person: str = "", body: str = "", place: str = "", product: str = "") -> Mapping[str, str]:
    listings = (("PERSON", person), ("ORG", body), ("PLACE", place), ("PRODUCT", product))
    return MappingProxyType({word: label for label, listing in listings for word in words(listing)})


BEFORE = _table(
    person="""
actor actress adviser advisor alderman analyst artist athlete author backbencher midfielder defender forward plumber
electrician waiter waitress pensioner retiree pupil grandmother grandfather hydrologist meteorologist seismologist engineer
driver referee jockey cyclist swimmer boxer wrestler ranger climber diver sailor soldier colonel councillor councilman baker
butcher barrister billionaire biologist broker captain carpenter chef chemist coach columnist composer defendant director
economist entrepreneur father mother brother sister son daughter husband wife widow fisherman skipper geologist goalkeeper
striker historian journalist lawmaker lawyer manager novelist owner painter patient physicist pianist poet politician
prosecutor singer songwriter spokesman spokeswoman spokesperson suspect teenager tenant victim winger writer
""",
    body="""
agency airline airlines automaker bakery band bank bookmaker brewer brewery broadcaster broker brokerage builder
carmaker carrier chain channel charity chipmaker club company conglomerate consultancy contractor cooperative daily
developer distributor drugmaker exchange firm forwarder foundation giant grocer group hotelier insurer journal lab label
laboratory landlord lender line magazine maker manufacturer messenger miner newspaper nonprofit operator outfitter paper
parent party pharma planemaker producer publisher regulator retailer rival shipbuilder shipowner shipper site start-up
startup station steelmaker studio subsidiary supermarket supplier tabloid team think-tank tribunal union university
utility watchdog website weekly wholesaler yard
""",
    place="borough city district hamlet island municipality port province region resort suburb town township village capital county",
    product="""
album app bestseller car chatbot console device drug film game gadget handset medicine movie musical novel operetta
phone podcast satellite sitcom smartphone software song spacecraft tablet telescope therapy tractor vaccine vessel ferry ship
trawler tanker yacht rocket model painkiller antibiotic pill cereal beer whisky lager scooter bicycle
motorcycle engine reactor drone missile helicopter jet plane aircraft submarine frigate tug laptop browser series show
""",
)
"""Nouns right before a name, or before "of", "called" or "named" and a name."""

BEHIND = _table(
    person="himself herself testified died wept",
    body="""
shares stock bonds chief shareholders investors employees staff workers customers subscribers executives spokesman spokeswoman
spokesperson spokespeople chairman chairwoman shop shops store stores plant plants factory factories subsidiary unit flights
trains ferries lorries profits earnings board lawyers engineers researchers analysts analyst economist economists boss founder
CEO CFO shareholder supporters lawmakers fans
""",
    place="""
residents airport harbour harbor suburb suburbs river police court council mayor mainland peninsula region province reserve valley
basin coast delta gaol jail prison terminal pier quay station estuary
""",
    product="pills tablets models vehicles handsets trucks jets",
)
"""Nouns right behind a name."""

PLACE_OF = words("""
mayor governor outskirts streets coast north south east west northeast northwest southeast southwest population citizens shores
""")
"""Before "of" and a place, beside the nouns of BEFORE."""

POSSESSED = _table(
    person="wife husband brother sister mother father son sons daughter daughters widow girlfriend boyfriend parents murder funeral",
    place="parliament government president capital coast coastline harbour harbor streets outskirts mayor population currency",
)
"""What is behind a name and "'s"."""

LINKS = frozenset({"of", "called", "named"})
OWNED = words("""
share shares stake stakes holding holdings interest investment investments investor investors shareholder shareholders stock
employee employees director chairman chairwoman chief executive owner owners subsidiary unit arm board bonds takeover acquisition
worker workers staff analyst analysts economist economists strategist head researcher researchers engineer engineers job jobs work
worked works working lawyer lawyers
""")
"""Who and what is in, of or at a company: "a stake in Castell", "chief executive of Castell"."""

MARKS = frozenset({",", "(", "—", "–"})
CLOSING = frozenset({",", ")", ".", ";", ":", "—", "–", "\n"})
LONGEST_DESCRIPTION = 7
LONGEST_ROLE = 9
OFFICES = words("mayor minister director chairman chairwoman president governor secretary commissioner chief head leader officer")


def beside(text: Writing, start: int, end: int) -> Sort | None:
    """What a noun right before or behind the name says, None where none stands there."""
    return _before(text, start, end) or _behind(text, end)


def _before(text: Writing, start: int, end: int) -> Sort | None:
    if start == 0:
        return None
    last, noun = text.lower[start - 1], text.lower[start - 2] if start > 1 else ""
    if last in LINKS:
        label = "PLACE" if last == "of" and noun in PLACE_OF else BEFORE.get(noun)
        if label is not None and (label == "PLACE") == (last == "of"):
            return Sort(label, "noun before it")
    if last in ("in", "of", "for", "by", "at") and noun in OWNED:
        return Sort("ORG", "has shares or officers")
    if last == "the" and noun == "aboard":
        return Sort("PRODUCT", "noun before it")
    if last in BEFORE:
        return Sort(BEFORE[last], "noun before it")
    if last != "," or end == len(text) or text.words[end] not in CLOSING:
        return None
    if noun in BEFORE:
        return Sort(BEFORE[noun], "noun before it")
    return Sort("PERSON", "role before it") if 2 <= end - start <= 4 and _ends_role(text, start - 1) else None


def _ends_role(text: Writing, end: int) -> bool:
    """A role with what it is of stands before: "the mayor of Ellery", "an analyst at Crane Partners"."""
    for index in range(end - 1, max(0, end - LONGEST_ROLE), -1):
        if text.words[index] in MARKS:
            return False
        if BEFORE.get(text.lower[index]) == "PERSON" or text.lower[index] in OFFICES:
            return not DETERMINERS.isdisjoint(text.lower[max(0, index - 3) : index])
    return False


def _behind(text: Writing, end: int) -> Sort | None:
    if end + 1 < len(text) and text.words[end] in ("'s", "’s") and text.words[end + 1] in POSSESSED:
        return Sort(POSSESSED[text.words[end + 1]], "noun behind it")
    if end < len(text) and text.words[end] in BEHIND:
        return Sort(BEHIND[text.words[end]], "noun behind it")
    return _described(text, end)


def _described(text: Writing, end: int) -> Sort | None:
    """What the first noun of an aside says: "Castell, a chain of clinics," or "Ellery, a quiet town in the hills"."""
    if end + 2 >= len(text) or text.words[end] not in MARKS or text.lower[end + 1] not in ("a", "an", "the", "one", "another"):
        return None
    for index in range(end + 2, min(end + LONGEST_DESCRIPTION, len(text))):
        word = text.lower[index]
        if word in CLOSING or word in FUNCTION_WORDS:
            word = text.lower[index - 1]
            return Sort(BEFORE[word], "described behind it") if word in BEFORE else None
    return None
