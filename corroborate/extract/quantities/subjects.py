"""What a figure is about: the things it counts, the thing it values or measures, or the subject that rose or fell."""

from collections.abc import Sequence

from corroborate.extract.lexicon import words
from corroborate.extract.neighbours import Word
from corroborate.extract.quantities.counted import (
    CAPITALS,
    PREDICATES,
    SAME_IN_PLURAL,
    counted_after,
    counted_before,
    is_plural,
    noun_before,
)
from corroborate.extract.quantities.movements import Movement, movement_after
from corroborate.extract.quantities.occurrences import Occurrence, lowered
from corroborate.extract.quantities.wording import hedge_after
from corroborate.model.figures import Kind
from corroborate.model.months import MONTH_NAMES
from corroborate.model.numerals import SCALES

_ARTICLES = words("a an the its their his her our new this that these those")
_LINKING = words("""
were was are is have has had been being be remain remains remained still also reported feared listed as reportedly believed
""")
_HAPPENED = PREDICATES | words("""
died drowned rescued evacuated displaced infected released freed stranded survived hospitalised hospitalized perished arrested charged
delayed cancelled canceled grounded closed recovered vaccinated
""")
# What a number joined by a hyphen counts: "a 29-member panel".
_COMPOUNDED = words("""
member person people page seat bed bedroom room storey story car vehicle boat ship vessel truck unit man woman judge nation country
party state team cylinder point item vote game match run goal shot berth passenger seater stop station turbine engine gun round part
""")
# Hedges that are verbs, with a subject: "the toll will exceed 100".
_REACHING = words("""
exceed exceeds exceeded exceeding topped tops topping surpassed surpasses surpass approaching nearing
""")
# "Ten days before the vote" lasts for nothing.
_FROM_THEN = words("before after ago later earlier since from")
_VALUED_VERBS = words("worth costing cost costs priced valued")
# Nouns that tell nothing of what is counted: "a total of 200 million".
_EMPTY = words("""
total number sum amount average maximum minimum record combination maximum out lot mean median excess tune order region
""")
_COSTING = ("cost", "costs", "was", "were", "is", "are")
_TIES = words("than in on at of the a an this that and or")
_NOT_VALUED = words("""
spring summer autumn winter fall cash total all time part full advance return real trading afternoon morning early late addition
response may
""")
_STRETCHES = words("quarter half year years month months week season period term")


def thing_counted(at: Occurrence) -> tuple[str | None, Sequence[Word]]:
    """What the figure is about, where the sentence tells, and the words behind it."""
    unit = at.amount.unit
    if unit is None:
        return _counted(at)
    if unit.aged:
        return "age", at.after
    if unit.kind is Kind.DURATION and at.after and at.after[0].lower in _FROM_THEN:
        return None, at.after
    if unit.kind is Kind.PERCENT and (rate := _rate(at)) is not None:
        return rate, at.after
    if movement_after(at.after):
        return _moved_thing(at.after) or _subject(at), at.after
    thing = _valued(at) if unit.kind is Kind.MONEY else _measured(at)
    return thing or _subject(at) or _whole(at.lead), at.after


_RATES = words("target turnout stake premium discount swing majority chance probability margin duty tariff levy interest")
KEPT = words("left leaves leave leaving held holds hold holding kept keeps keep keeping maintained maintains maintain maintaining")
_STEADY = words("unchanged steady flat stable on hold")
_LONGEST_RATE = 5


def _rate(at: Occurrence) -> str | None:
    """ "Left its main rate unchanged at 4.25%", "on a 71% turnout"."""
    if at.after and at.after[0].lower in _RATES:
        return at.after[0].text
    told = list(at.lead[:-1]) if at.lead and at.lead[-1].lower == "at" else []
    while told and told[-1].lower in _STEADY:
        told.pop()
    verb = next((place for place in range(len(told) - 1, -1, -1) if told[place].lower in KEPT), None)
    named = [] if verb is None else [word for word in told[verb + 1 :] if word.lower not in _ARTICLES]
    return " ".join(word.text for word in named) if 0 < len(named) <= _LONGEST_RATE and all(word.is_word for word in named) else None


def _counted(at: Occurrence) -> tuple[str | None, Sequence[Word]]:
    later = hedge_after(lowered(at.after[:4]))
    rest = at.after[later[1] :] if later else at.after
    if rest and rest[0].text == "-":
        rest = rest[1:]
        if rest and rest[0].lower == "strong":
            return _named(rest[1:]), rest[1:]
        named = bool(rest) and rest[0].lower in _COMPOUNDED
        return (rest[0].text, rest[1:]) if named else (None, rest)
    if (behind := _number_behind(rest)) is not None:
        return behind, rest
    found = counted_after(rest, plural=at.amount.number.value != 1 or at.amount.high is not None)
    if found and not _is_doubtful(at, found[0]):
        return found[0], rest[found[1] :]
    if len(rest) > 1 and rest[0].lower == "of" and rest[1].lower in _THEM:
        return what_became(rest), rest
    return what_became(rest) or _subject(at) or _whole(at.lead), rest


def _number_behind(rest: Sequence[Word]) -> str | None:
    """ "Bringing to 87 the number of people killed", "taking to 14 the number of dead"."""
    told = lowered(rest[:3])
    if told[:2] != ["the", "number"] or len(rest) < 3:
        return None
    if told[2] != "of":
        return rest[2].text if told[2] in _HAPPENED else None
    found = counted_after(rest[3:])
    return found[0] if found else rest[3].text if len(rest) > 3 and rest[3].lower in _HARMED else None


_HARMED = words("dead injured wounded missing killed hurt")
_THEM = ("them", "those", "whom", "these", "which", "us")


def _is_doubtful(at: Occurrence, phrase: str) -> bool:
    """ "the other three upheld the ban", "some 90 swam ashore": one word behind a number, and no plural."""
    amount = at.amount
    if amount.number.value == 1 and amount.high is None:
        # "Two for one offers": one of them is no offers.
        return amount.spelled and any(
            is_plural(word) and word not in SAME_IN_PLURAL | PREDICATES for word in phrase.split(" of ")[0].split(" ")
        )
    return not amount.magnitude and " " not in phrase and phrase.islower() and not is_plural(phrase)


def what_became(rest: Sequence[Word]) -> str | None:
    """ "41 were rescued", "13 died", "70 of them were hurt": what became of those counted."""
    if len(rest) > 1 and rest[0].lower == "of" and rest[1].lower in _THEM:
        rest = rest[2:]
    for word in rest[:4]:
        if word.lower in _HAPPENED:
            return word.text
        if word.lower not in _LINKING:
            return None
    return None


def _whole(lead: Sequence[Word]) -> str | None:
    """ "a staff of 3,400"."""
    if len(lead) < 2 or lead[-1].lower != "of" or lead[-2].lower in _EMPTY:
        return None
    return noun_before(lead[:-1])


def _subject(at: Occurrence) -> str | None:
    movement = at.movement
    if movement is None and at.lead and at.lead[-1].lower == "from" and at.after and at.after[0].lower == "to":
        return noun_before(at.lead[:-1])
    if (
        movement is None
        and at.lead
        and at.lead[-1].lower in _COSTING
        and at.after
        and at.after[0].lower in ("cent", "percent", "more", "less", "higher", "lower")
    ):
        return counted_before(at.lead[:-1])
    if movement is None:
        hedging = at.before[len(at.lead) :]
        return _reaching(at.lead) if hedging and hedging[0].lower in _REACHING else None
    if movement.is_noun:
        return _named(at.after[1:]) if at.after and at.after[0].lower in ("in", "for") else None
    if not movement.moved and movement.transitive and not movement.preposition and not _is_share(at):
        return None
    return moved_by(movement, at.lead)


def _reaching(lead: Sequence[Word]) -> str | None:
    """What exceeds the figure; a sum of which was told before is known by that: "revenue of $4 billion topped the $3 billion forecast"."""
    found = counted_before(lead)
    return None if found is not None and found.lower() in SCALES else found


def moved_by(movement: Movement, lead: Sequence[Word]) -> str | None:
    """What rose or fell: the object of a verb that raises or cuts, else the subject."""
    return " ".join(word.text for word in movement.moved) or _numbered(lead[: movement.place]) or counted_before(lead[: movement.place])


def _numbered(lead: Sequence[Word]) -> str | None:
    """ "The number of people killed in the crash has risen to 10" counts people, whatever stands next to the verb."""
    told = lowered(lead)
    for place in range(len(told) - 2, 0, -1):
        if told[place] in (",", ";", ":"):
            return None
        if told[place] == "of" and told[place - 1] == "number":
            return _without_participles(_named(lead[place + 1 :]))
    return None


def _without_participles(phrase: str | None) -> str | None:
    """ "People reported" missing are people."""
    found = (phrase or "").split(" ")
    while len(found) > 1 and (found[-1] in _HAPPENED or found[-1].endswith("ed")):
        found.pop()
    return " ".join(found) or None


def _is_share(at: Occurrence) -> bool:
    return at.amount.unit is not None and at.amount.unit.kind is Kind.PERCENT


def _named(rest: Sequence[Word]) -> str | None:
    """The noun phrase behind articles, if there is one."""
    while rest and rest[0].lower in _ARTICLES:
        rest = rest[1:]
    found = counted_after(rest, plural=False)
    return found[0] if found else None


def _moved_thing(after: Sequence[Word]) -> str | None:
    """ "a 19 percent drop in sales"."""
    for place, word in enumerate(after[:4]):
        if word.lower in ("in", "of") and place and not _is_time(after[place + 1 :]):
            return _named(after[place + 1 :])
    if len(after) > 1 and after[0].lower in ("more", "less", "fewer", "higher", "lower") and after[1].lower not in _FROM_THEN | _TIES:
        # "17 percent less fuel"
        return _named(after[1:])
    return None


def _is_time(after: Sequence[Word]) -> bool:
    """ "8.2 percent higher in October"."""
    return bool(after) and (after[0].text in MONTH_NAMES or after[0].lower in ("the", "a", "early", "late") or after[0].text[0].isdigit())


def _valued(at: Occurrence) -> str | None:
    """What the money is for or the price of: "a $965 billion valuation", "a fine of $3m", "$65 billion in a new round"."""
    after, lead = at.after, at.lead
    if after and after[0].is_word and after[0].lower not in ("in", "of", "for"):
        direct = counted_after(after, plural=False)
        if direct:
            return _without_verb(direct[0]) if at.previous in _ARTICLES else direct[0]
    named = _whole(lead)
    if named:
        return named
    if len(after) > 1 and after[0].lower in ("in", "of") and after[1].lower not in _NOT_VALUED:
        named = _named(after[1:]) if after[1].text.islower() else None
        return None if named is not None and named.split(" ")[-1].lower() in _STRETCHES else named
    return noun_before(lead[:-1]) if lead and lead[-1].lower in _VALUED_VERBS else None


def _without_verb(phrase: str) -> str:
    """ "the $300 million hospital opens": behind an article the noun is singular, so what ends in s is a verb."""
    *nouns, last = phrase.split(" ")
    return " ".join(nouns) if nouns and is_plural(last.lower()) else phrase


def _measured(at: Occurrence) -> str | None:
    after, unit = at.after, at.amount.unit
    if unit is None:
        return None
    if after and after[0].lower == "of":
        # "Within 300 miles of Orsk" tells where, "three days of the week" which.
        named = len(after) > 1 and after[1].text[0].isupper() and after[1].text not in CAPITALS
        definite = len(after) > 1 and after[1].lower in _ARTICLES and unit.kind is Kind.DURATION
        found = None if named or definite else counted_after(after, plural=False)
        return found[0] if found else None
    hyphenated = "-" in at.amount.cut(at.text) or at.previous in ("a", "an")
    return _named(after) if hyphenated and unit.kind in (Kind.MEASURE, Kind.DURATION) else None
