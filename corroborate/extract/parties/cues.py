"""Nouns beside a name that tell what sort of thing it names: "the carrier Orrin", "Orrin shares", "the town of Ellery"."""

from collections.abc import Mapping
from types import MappingProxyType

from corroborate.extract.lexicon import FUNCTION_WORDS, words
from corroborate.extract.parties.mentions import Sort
from corroborate.extract.parties.writing import Writing


def _table(*, person: str = "", body: str = "", place: str = "", product: str = "") -> Mapping[str, str]:
    listings = (("PERSON", person), ("ORG", body), ("PLACE", place), ("PRODUCT", product))
    return MappingProxyType({word: label for label, listing in listings for word in words(listing)})


BEFORE = _table(
    person="""
actor actress adviser advisor alderman analyst artist athlete author backbencher barrister billionaire biologist broker
captain carpenter chef chemist coach columnist composer defendant director economist entrepreneur father mother brother
sister son daughter husband wife widow fisherman skipper geologist goalkeeper striker historian journalist lawmaker
lawyer manager novelist owner painter patient physicist pianist poet politician prosecutor singer songwriter spokesman
spokeswoman spokesperson suspect teenager tenant victim winger writer
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
trawler tanker yacht rocket model
""",
)
"""Nouns right before a name, or before "of", "called" or "named" and a name."""

BEHIND = _table(
    person="himself herself testified died wept",
    body="""
shares stock bonds shareholders investors employees staff workers customers subscribers executives spokesman spokeswoman
spokesperson spokespeople chairman chairwoman shop shops store stores plant plants factory factories subsidiary unit flights
trains ferries lorries profits earnings board lawyers engineers researchers analysts analyst economist economists boss founder
CEO CFO shareholder supporters lawmakers fans
""",
    place="""
residents airport harbour harbor suburb suburbs river police court council mayor mainland peninsula region province reserve valley
basin coast delta terminal pier quay station estuary
""",
    product="pills tablets models vehicles handsets trucks jets",
)
"""Nouns right behind a name."""

LINKS = frozenset({"of", "called", "named"})
OWNED = words("""
share shares stake stakes holding holdings interest investment investments investor investors shareholder shareholders stock
employee employees director chairman chairwoman chief executive owner owners subsidiary unit arm board bonds takeover acquisition
""")
"""What is in or of a company: "a stake in Castell", "chief executive of Castell"."""

MARKS = frozenset({",", "(", "—", "–"})
CLOSING = frozenset({",", ")", ".", ";", ":", "—", "–", "\n"})
LONGEST_DESCRIPTION = 7


def beside(text: Writing, start: int, end: int) -> Sort | None:
    """What a noun right before or behind the name says, None where none stands there."""
    before = start - 1
    if before > 0 and text.words[before] in LINKS:
        label = BEFORE.get(text.lower[before - 1])
        if label is not None and (label == "PLACE") == (text.words[before] == "of"):
            return Sort(label, "noun before it")
    if before > 0 and text.words[before] in ("in", "of", "for", "by") and text.lower[before - 1] in OWNED:
        return Sort("ORG", "has shares or officers")
    if before >= 0 and text.lower[before] in BEFORE:
        return Sort(BEFORE[text.lower[before]], "noun before it")
    if before > 0 and text.words[before] == "," and end < len(text) and text.words[end] in CLOSING and text.lower[before - 1] in BEFORE:
        return Sort(BEFORE[text.lower[before - 1]], "noun before it")
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
            return Sort(BEFORE[word], "described behind it") if BEFORE.get(word, "PRODUCT") != "PRODUCT" else None
    return None
