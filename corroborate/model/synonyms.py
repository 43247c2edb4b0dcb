"""Nouns that news uses for one another; general English, no event's own words."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

COUNTED: Mapping[str, str] = {
    "account": "account profile login handle sign-up registration",
    "exchange": "exchange interaction query request prompt conversation message call",
    "worker": "worker employee staff staffer job position post role redundancy layoff workforce",
    "visitor": "visitor attendee spectator festivalgoer concertgoer goer fan guest reveller crowd attendance ticketholder audience",
    "home": "home household house dwelling property residence building flat apartment",
    "customer": "customer subscriber client user consumer holder",
    "saver": "saver investor depositor",
    "vote": "vote ballot",
    "incident": "incident complaint case report",
    "record": "record file entry document",
    "vehicle": "vehicle car automobile",
    "ship": "ship vessel boat trawler",
    "flight": "flight plane aircraft jet airliner jetliner",
    "crew": "crew sailor seaman mariner deckhand crewman",
    "passenger": "passenger traveller commuter",
    "officer": "officer policeman police",
    "shop": "shop store outlet branch",
    "plant": "site plant factory facility works mill",
    "share": "share stock",
    "offence": "offence offense crime count",
    "hearing": "hearing session sitting",
    "unit": "unit item product piece",
    "school": "school classroom",
    "soldier": "soldier troop servicemember serviceman",
    "shock": "aftershock tremor",
    "carriage": "carriage coach wagon car",
    "sample": "sample specimen test",
    "seat": "seat mandate",
    "observer": "observer monitor",
    "train": "train service connection",
    "inflation": "inflation price",
    "striker": "striker picket",
    "student": "student pupil classmate",
    "suspect": "suspect gunman gunmen shooter attacker assailant perpetrator robber raider thief thieve burglar hijacker kidnapper",
    "man": "man gent gentleman bloke guy male",
    "woman": "woman lady female",
    "child": "child kid youngster tot toddler infant baby boy girl schoolchild schoolboy schoolgirl minor",
    "teenager": "teenager teen adolescent youth",
    "inmate": "inmate prisoner convict detainee jailbird",
    "firefighter": "firefighter fireman",
    "medic": "medic paramedic nurse doctor",
    "picture": "picture painting canvas",
    "animal": "animal cattle livestock",
    "lorry": "lorry truck",
    "rival": "rival competitor",
    "lawsuit": "lawsuit suit",
    "deputy": "deputy lawmaker legislator mp parliamentarian",
    "economist": "economist analyst forecaster",
    "shareholder": "shareholder stockholder",
    "country": "country nation jurisdiction",
    "terminal": "terminal port dock",
    "walkout": "walkout strike stoppage",
}
"""Counted things: words of one line can stand for each other inside one story."""


RANKED: Mapping[str, str] = {
    "fine": "fine penalty sanction",
    "takeover": "takeover acquisition merger deal buyout purchase",
    "quake": "quake earthquake temblor tremor",
    "fire": "fire blaze inferno wildfire",
    "flood": "flood flooding deluge",
    "storm": "storm hurricane typhoon cyclone gale",
    "crash": "crash accident collision wreck smash disaster",
    "attack": "attack shooting bombing massacre assault",
    "settlement": "settlement payout award",
    "fee": "fee signing transfer",
    "walkout": "strike walkout stoppage",
    "rise": "rise increase gain jump surge",
    "fall": "fall drop decline slump decrease",
    "win": "win victory triumph",
    "crowd": "crowd turnout attendance",
}
"""What is ranked: "the biggest fine" and "the second-largest penalty" are places in one order."""


AMOUNTS = frozenset({"fine", "takeover", "settlement", "fee", "rise", "fall", "win", "crowd", "profit", "loss", "deficit", "contract"})
"""Of these "a record", "the highest" and "the largest" are one place."""


def _forms(noun: str) -> Iterator[str]:
    """The singular and the plural."""
    yield noun
    if noun.endswith("man"):
        yield noun.removesuffix("man") + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        yield noun[:-1] + "ies"
    yield noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _rings(lines: Mapping[str, str], found: dict[str, str]) -> Mapping[str, str]:
    for name, nouns in lines.items():
        for noun in nouns.split():
            for form in _forms(noun):
                found.setdefault(form, name)
    return MappingProxyType(found)


RINGS = _rings(COUNTED, {"people": "person", "children": "child"})
RANKED_RINGS = _rings(RANKED, {})


def ring(noun: str) -> str:
    """One name for all that can stand for a noun in lower case: "employees" and "jobs" are "worker"; others are their own."""
    return RINGS.get(noun, noun)


def ranked(noun: str) -> str:
    """One name for all that can stand for what is ranked, in lower case; others are their own without the plural."""
    return RANKED_RINGS.get(noun, noun.removesuffix("s"))
