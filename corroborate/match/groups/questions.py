"""The question that a claim group answers, worded as a person would."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from corroborate.match.groups.contenders import MARK, TALLIED, named_in
from corroborate.match.groups.mentions import POINTS, Mention
from corroborate.match.groups.occasions import when_asked
from corroborate.match.groups.scopes import CAPACITY
from corroborate.match.groups.slots import AGE, AGE_LIMIT, PERSON, SUSPECT
from corroborate.match.groups.thesaurus import BEFALLEN, PEOPLE
from corroborate.match.words import listed, stem, stems
from corroborate.model.figures import Kind, Participation, Quantity, Rank, Role
from corroborate.model.units import plural_of

FATE_QUESTIONS = {
    "dead": "were killed",
    "injured": "were injured",
    "missing": "are missing",
    "rescued": "were rescued",
    "evacuated": "were evacuated",
    "deployed": "were deployed",
    "aboard": "were aboard",
    "hospitalised": "were taken to hospital",
    "arrested": "were arrested",
    "homeless": "lost their homes",
    "powerless": "lost power",
    "dismissed": "are to go",
    "exposed": "were exposed",
    "recalled": "are being recalled",
    "sold": "were sold",
    "hired": "are to be hired",
    "infected": "were infected",
    "employed": "are employed",
    "trapped": "were trapped",
    "escaped": "escaped",
    "recaptured": "were caught again",
    "shot": "were shot",
    "destroyed": "were destroyed",
    "damaged": "were damaged",
    "hit": "were hit",
    "cancelled": "were cancelled",
    "closed": "were closed",
    "in favour": "were in favour",
    "opposed": "were against it",
    "abstaining": "abstained",
    "marching": "came",
    "launched": "were launched",
    "downed": "were shot down",
}
OF_THINGS = frozenset({"recalled", "sold", "destroyed", "damaged", "hit", "cancelled", "closed", "in favour", "opposed", "abstaining"})
"""What befalls things as well as people: of nobody named it is not asked how many people were sold."""

DONE = {
    stem(word): word
    for word in listed(
        """used built made sold seized recalled closed cancelled delayed destroyed damaged flooded affected
    counted cast issued filed
    signed generated created blocked removed suspended shipped delivered tested inspected seen found opened cut lost added"""
    )
}
DONE_WITH_PEOPLE = frozenset(stem(word) for word in listed("affected counted inspected seen found tested removed"))
"""Of these, what is done with people."""

AMOUNTS = {
    "price": "How much does the deal cost",
    "funding": "How much was raised",
    "damage": "How high is the damage",
    "loss": "How high is the loss",
    "cost": "How much does it cost",
    "compensation": "How much compensation is to be paid",
    "refund": "How much is to be refunded",
    "revenue": "How high is the revenue",
    "profit": "How high is the profit",
    "budget": "How large is the budget",
    "aid": "How much aid is there",
    "salary": "How high is the salary",
    "seizure": "How much was seized",
    "theft": "How much was stolen",
    "saving": "How much is to be saved",
    "valuation": "What is the valuation",
    "share price": "What is the price per share",
    "stock price": "At what price did the shares trade",
    "debt": "How high is the debt",
    "earnings per share": "How high are the earnings per share",
    "loan": "How much was lent",
    "backlog": "How large is the backlog of orders",
    "dividend": "How high is the dividend",
    "buyback": "How much is to be spent on the buyback",
    "amount": "How much money was it",
}
MASSES = {
    "crowd": "How large was the crowd",
    "audience": "How large was the audience",
    "attendance": "How high was attendance",
    "staff": "How many people work there",
    "workforce": "How many people work there",
    "majority": "How large is the majority",
    "population": "How large is the population",
    "turnout": "How high was turnout",
    "fleet": "How large is the fleet",
    "story": "How many storeys does the building have",
    "storey": "How many storeys does the building have",
    "times": "How many times did it happen",
}
"""Words for many at once: nobody asks how many crowds there were."""

DIMENSIONS = {
    "kilometre": "How far is it", "mile": "How far is it", "metre": "How far is it", "kilometre per hour": "How fast was it",
    "mile per hour": "How fast was it", "kilogram": "How heavy is it", "tonne": "How heavy is it", "acre": "How large is the area",
    "hectare": "How large is the area", "square kilometre": "How large is the area", "square mile": "How large is the area",
}  # fmt: skip
EXTENT_QUESTIONS = {
    "depth": "How deep is {}",
    "height": "How high is {}",
    "width": "How wide is {}",
    "thickness": "How thick is {}",
    "distance": "How far is {}",
}
SIZES = listed(
    """depth altitude height width length distance area speed weight level volume temperature radius diameter elevation capacity
    size range reach mass pressure power output consumption"""
)
"""Words for what is measured of a thing."""

STRETCHES_TOLD = {
    "deadline": "How long is the deadline",
    "delay": "How long is the delay",
    "span": "Over how long is it",
    "lasting": "How long did it last",
    "deliberation": "How long did the jury deliberate",
}
MASS_UNITS = listed("tonne kilogram gram litre gallon barrel ton pound ounce") | {"cubic metre", "cubic kilometre"}
STRETCHES = listed(
    """sentence strike hearing campaign trial delay voyage term flight journey outage ban siege closure shutdown truce ceasefire
    operation search walkout blackout contract tenure stay war drought suspension"""
)
"""What lasts."""

PLURALS = listed("people men women children staff crew police cattle aircraft sheep fish personnel media troops others")
IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people", "gunman": "gunmen", "policeman": "policemen"}
NO_NOUN = listed("dead died dies killed hurt injured wounded missing homeless arrested trapped stranded evacuated infected rescued fatally")
"""Words that say what befell people and count none by themselves: "two hurt", "900 homeless"."""

ANYBODY = listed("others lives souls bodies folk folks pals tots other life soul body victims")
TOTALS = frozenset({"toll", "number", "total", "figure", "count", "cases"})
ROLE_QUESTIONS = {
    "letter recipient": "Who received the letter?",
    "recipient": "Who received it?",
    "buyer": "Who is the buyer?",
    "target": "Who is being bought?",
    "appointee": "Who was appointed?",
    "winner": "Who won?",
    "plaintiff": "Who is suing?",
    "defendant": "Who is being sued?",
    "regulator": "Who imposed the fine?",
    "fined party": "Who was fined?",
}
SCOPE_WORDS = {"earlier": "in earlier cases", "combined": "in all"}
JAILED = frozenset(stem(word) for word in listed("sentenced sentence jailed prison imprisoned imprisonment"))
KEPT = 1 << 14
"""Nouns in their sentences of which is remembered how they are asked for."""

SHOT = re.compile(r"\b(?:shot|shooting|shoots)\b", re.IGNORECASE)
CONTAINED = re.compile(r"\b(?:contained|containment)\b", re.IGNORECASE)
MEASURES = {
    "magnitude": "What was the magnitude",
    **dict.fromkeys(("degree", "degree Celsius", "degree Fahrenheit"), "What was the temperature"),
}


def question(claims: Sequence[Mention]) -> str:
    """Ask what the claims answer, in the words most of them use."""
    kind = claims[0].claim.kind
    if kind in (Kind.DATE, Kind.PERIOD):
        return when_asked(claims)
    figure = claims[0].claim.figure
    if isinstance(figure, Rank):
        return f"Was it the {_common([_superlative(one) for one in claims])} {_common([_head_of(one) for one in claims])}?"
    if isinstance(figure, Participation):
        return ROLE_QUESTIONS.get(figure.role, f"Who is the {figure.role}?")
    asked = _quantity(claims, kind)
    scopes = claims[0].scope
    if CAPACITY in scopes and kind is Kind.COUNT:
        return f"For how many {_plural_noun(_common([_counted(one) for one in claims]) or 'people')} is there room?"
    if "forecast" in scopes:
        return f"{asked.replace(' were ', ' are to be ')}?"
    scope = next((SCOPE_WORDS[name] for name in sorted(scopes) if name in SCOPE_WORDS), None)
    return f"{asked} {scope}?" if scope else f"{asked}?"


def _quantity(claims: Sequence[Mention], kind: Kind) -> str:
    figure = claims[0].claim.figure
    assert isinstance(figure, Quantity)
    counted = _common([_counted(one) for one in claims])
    if claims[0].family.endswith(f":{POINTS}"):
        of = f"did {_the(counted or 'figure')} change" if figure.role is Role.CHANGE else f"is {_the(counted or 'figure')}"
        return f"{'By how' if figure.role is Role.CHANGE else 'How'} many percentage points {of}"
    if kind is Kind.MONEY:
        return _money(claims, counted, change=figure.role is Role.CHANGE)
    if kind is Kind.PERCENT:
        return _share(claims) or _percentage(figure, counted)
    if kind is Kind.DURATION:
        return _duration(claims, counted)
    return _measure(figure, counted, claims[0].thing) if kind is Kind.MEASURE else _count(claims, counted)


def _count(claims: Sequence[Mention], counted: str) -> str:
    figure, thing = claims[0].claim.figure, claims[0].thing
    if isinstance(figure, Quantity) and figure.role is Role.CHANGE:
        return f"By how many did the number of {_plural_noun(counted or 'cases')} change"
    if thing == AGE_LIMIT:
        return f"What is the {counted}"
    mass = MASSES.get(counted.split(" ")[-1]) if counted else None
    if counted == "times" and 2 * sum(SHOT.search(one.clause) is not None for one in claims) > len(claims):
        return "How many times was the person shot"
    contender = _contender(claims) if thing in TALLIED else None
    if contender is not None:
        return f"How many {_plural_noun(counted or thing or '')} has {contender}"
    if not counted and not any(one.thing for one in claims) and not any(one.fates - OF_THINGS for one in claims):
        return f"How many {_predicate(claims)}"
    people = "people" if PERSON in [one.thing for one in claims] else _people(counted, thing)
    of = "of the " if "part" in claims[0].scope else ""
    return mass or f"How many {of}{people} {_predicate(claims)}"


def _share(claims: Sequence[Mention]) -> str | None:
    """Whose share it is, or how much of a fire is contained."""
    figure, contender = claims[0].claim.figure, _contender(claims)
    if contender is not None and isinstance(figure, Quantity) and figure.role is not Role.CHANGE:
        return f"What share has {contender}"
    if any((_counted(one) or "").lower().endswith("inflation") for one in claims):
        return "How high is core inflation" if "core" in claims[0].scope else "How high is inflation"
    contained = sum(CONTAINED.search(one.clause) is not None for one in claims)
    return "How much of the fire is contained" if 2 * contained > len(claims) else None


def _contender(claims: Sequence[Mention]) -> str | None:
    """Whose share most of the claims tell, by the name."""
    named = Counter(word.removeprefix(MARK) for one in claims for word in named_in(one.modifiers))
    most = min(named, key=lambda name: (-named[name], name), default="")
    return most.title() if 2 * named[most] > len(claims) else None


def _percentage(figure: Quantity, counted: str) -> str:
    if figure.role is Role.CHANGE:
        return f"By how many percent did {_the(counted or 'figure')} change"
    if not counted:
        return "What percentage is it"
    mass = MASSES.get(counted.split(" ")[-1]) if figure.role is not Role.SHARE else None
    if mass is not None and mass.startswith("How high"):
        return mass
    return f"What share of {_the(counted)} is it" if figure.role is Role.SHARE else f"How high is {_the(counted)} in percent"


def _measure(figure: Quantity, counted: str, thing: str | None) -> str:
    unit = figure.unit or ""
    if thing in EXTENT_QUESTIONS:
        return EXTENT_QUESTIONS[thing].format(_the(counted) if counted and counted.lower() not in SIZES else "it")
    if unit in MEASURES:
        return MEASURES[unit]
    if counted.split(" ")[-1:] in (["rain"], ["rainfall"], ["snow"]):
        return f"How much {counted} fell"
    if not counted:
        return DIMENSIONS.get(unit, f"How many {plural_of(unit or 'unit')} is it")
    if counted.split(" ")[-1].lower() in SIZES:
        return f"What is {_the(counted)} in {plural_of(unit or 'unit')}"
    be, do = ("were", "do") if counted.endswith("s") else ("was", "does")
    if " per hour" in unit:
        return f"How fast {be} {_the(counted)}"
    if unit in MASS_UNITS:
        return f"How much {counted} was it in {plural_of(unit)}"
    return f"What {do} {_the(counted)} measure in {plural_of(unit or 'unit')}"


def _money(claims: Sequence[Mention], counted: str, *, change: bool) -> str:
    """Ask for the amount by what it is for, where the articles tell."""
    things = Counter(one.thing for one in claims if one.thing)
    told = min(things, key=lambda thing: (-things[thing], thing)) if things else "amount"
    if change:
        return f"By how much did {_the(counted or told)} change"
    return AMOUNTS.get(told, f"How much is {_the(told)}")


def _duration(claims: Sequence[Mention], counted: str) -> str:
    if counted == AGE:
        return "How old is the person"
    if counted.split(" ")[-1].lower() in STRETCHES:
        return f"How long was {_the(counted)}"
    named = STRETCHES_TOLD.get(claims[0].thing or "")
    if named is not None:
        return named
    jailed = sum(not JAILED.isdisjoint(one.words) for one in claims)
    return "How long is the sentence" if 2 * jailed > len(claims) else "How long did it last"


def _people(counted: str, thing: str | None) -> str:
    """What is counted, where it is no mere total: "death toll" counts people, and so do "the dead" and "63 injured"."""
    words = counted.lower().split()
    if not words or words[-1] in TOTALS or words[-1] in NO_NOUN or words[-1] in ANYBODY:
        return "people"
    if counted == "opposing votes":
        return "votes"
    if thing == PERSON and {stem(word) for word in words} & BEFALLEN:
        return "people"
    return _plural_noun(counted)


def _plural_noun(counted: str) -> str:
    """ "storey" -> "storeys"; what stands in the plural already stays."""
    head, of, rest = counted.partition(" of ")
    last = head.split(" ")[-1].lower()
    if last in IRREGULAR:
        return f"{head[: len(head) - len(last)]}{IRREGULAR[last]}{of}{rest}"
    if last in PLURALS or last.endswith(("s", "ae")) or last.endswith(("men", "children", "people")) or not last.isalpha():
        return counted
    if last.endswith(("ch", "sh", "x", "z")):
        return f"{head}es{of}{rest}"
    return f"{head[:-1]}ies{of}{rest}" if last.endswith("y") and last[-2:-1] not in "aeiou" else f"{head}s{of}{rest}"


def _predicate(claims: Sequence[Mention]) -> str:
    """What befell those counted, or what was done with them by the verb beside the figure."""
    fates = Counter(fate for one in claims for fate in one.fates if fate in FATE_QUESTIONS)
    if 2 * sum({"dead", "missing"} <= one.fates for one in claims) > len(claims):
        return "are dead or missing"
    if 2 * sum(fates.values()) >= len(claims):
        return FATE_QUESTIONS[min(fates, key=lambda fate: (-fates[fate], fate))]
    done = Counter(DONE[word] for one in claims for word in one.beside if word in DONE and _was_done(word, one))
    verb = min(done, key=lambda word: (-done[word], word)) if done else None
    return f"were {verb}" if verb else "were there"


def _was_done(word: str, one: Mention) -> bool:
    """Something was done with those counted: "a 14-storey block" blocked none, and dockers who have closed a port are not closed."""
    behind = one.claim.span.end - one.claim.sentence.start
    if (
        word == one.thing
        or word in stems(_counted(one))
        or one.thing == SUSPECT
        or one.claim.sentence.text[behind : behind + 1] == "-"
        or (one.thing in PEOPLE and word not in DONE_WITH_PEOPLE)
    ):
        return False
    return re.search(rf"\b(?:has|have|had|who|they) (?:\w+ly )?{DONE[word]}\b", one.clause) is None


def _counted(one: Mention) -> str:
    """The noun phrase in the article's words; a capital that only opens the sentence is lowered."""
    figure = one.claim.figure
    printed = figure.counted if isinstance(figure, Quantity) else None
    return _as_counted(printed, one.claim.sentence.text, one.claim.parties) if printed else ""


@lru_cache(maxsize=KEPT)
def _as_counted(printed: str, sentence: str, parties: Sequence[str]) -> str:
    counted = " ".join(printed.split())
    first = counted.split(" ")[0]
    opens = sentence.lstrip("\"'“‘-—– ").startswith(first)
    is_name = any(first in party.split() for party in parties) or not first[1:].islower()
    return counted if is_name or not opens else counted[:1].lower() + counted[1:]


def _superlative(one: Mention) -> str:
    figure = one.claim.figure
    return figure.superlative if isinstance(figure, Rank) else ""


def _head_of(one: Mention) -> str:
    figure = one.claim.figure
    return figure.head.lower().removesuffix("s") if isinstance(figure, Rank) and figure.head else "one"


def _common(words: Sequence[str]) -> str:
    """The wording most claims use, the shorter one of equals."""
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], len(word), word)) if counts else ""


def _the(counted: str) -> str:
    return f"the {counted}" if counted else "it"
