"""Workers go on strike."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, large, share, whole


def cast(names: Names) -> dict[str, str]:
    """The railway, the union and the passengers."""
    place = names.place()
    return {
        "company": names.company(),
        "place": place,
        "hub": names.place(),
        "country": names.country(),
        "union": f"the {place} drivers' union",
        "leader": names.person(),
        "manager": names.person(),
        "traveller": names.person(),
        "mediator": names.official(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """How many strike, for what, how long, and what it costs."""
    days = rng.randint(2, 9)
    start = day - timedelta(days=rng.randint(0, 1))
    return {
        "strikers": whole(rng, 1_200, 48_000),
        "strikers_hub": Decimal(rng.randint(210, 900)),
        "trains": whole(rng, 210, 4_800),
        "demand": share(rng, 6.1, 14),
        "offer": share(rng, 1.6, 4.9),
        "days": Decimal(days),
        "dates": (start, start + timedelta(days=days - 1)),
        "losses": large(rng, 2_000_000, 90_000_000, 2),
        "votes": share(rng, 71, 97),
        "talks": day + timedelta(days=rng.randint(9, 30)),
        "rank": Standing("longest", "rail strike", "rail strikes", "", rng.random() < 0.5),
    }


SCENE = Scene(
    name="strike",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "strikers",
            Kind.COUNT,
            "How many workers are on strike?",
            (
                "{strikers} have [stopped work|walked out|laid down their tools]",
                "{strikers} are on strike",
                "the walkout was joined by {strikers}",
                "{strikers} stayed away from work",
                "the union brought {strikers} onto the picket lines",
            ),
            nouns=("workers", "employees", "railway workers"),
            source="union",
            main=True,
        ),
        Ask(
            "strikers_hub",
            Kind.COUNT,
            "How many workers are on strike in one town?",
            ("in {hub} alone, {strikers_hub} walked out", "{strikers_hub} are on strike in {hub}"),
            nouns=("workers", "employees"),
            source="union",
        ),
        Ask(
            "trains",
            Kind.COUNT,
            "How many trains were cancelled?",
            (
                "{trains} [were cancelled|did not run]",
                "the company cancelled {trains}",
                "the strike led to the cancellation of {trains}",
            ),
            nouns=("trains", "services", "connections"),
            source="railway",
        ),
        Ask(
            "demand",
            Kind.PERCENT,
            "How much more pay does the union demand?",
            ("the union demands {demand} more pay", "drivers want {demand} more", "the demand is for a pay rise of {demand}"),
            unit="%",
            source="union",
        ),
        Ask(
            "offer",
            Kind.PERCENT,
            "How much more pay is on offer?",
            ("the company has offered {offer}", "{offer} more is on the table", "the management's offer is a rise of {offer}"),
            unit="%",
            source="railway",
        ),
        Ask(
            "days",
            Kind.DURATION,
            "How long is the strike?",
            ("the strike lasts {days}", "the {days:adj} walkout hits commuters hard", "trains stand still for {days}"),
            unit="day",
        ),
        Ask(
            "dates",
            Kind.PERIOD,
            "From when to when is the strike?",
            ("the strike runs {dates}", "the walkout goes on {dates}", "no train leaves the depots {dates}"),
        ),
        Ask(
            "losses",
            Kind.MONEY,
            "What does the strike cost?",
            ("the strike costs the company {losses}", "the walkout does damage of {losses}", "losses of {losses} are the result"),
            unit="currency",
            source="railway",
        ),
        Ask(
            "votes",
            Kind.PERCENT,
            "What share of members voted for the strike?",
            (
                "{votes} of members had voted for the strike",
                "the walkout was backed by {votes} of those balloted",
                "{votes} of the union's members were in favour",
            ),
            unit="%",
            source="union",
        ),
        Ask(
            "talks",
            Kind.DATE,
            "When do talks resume?",
            ("talks will resume {talks}", "both sides will meet again {talks}", "the parties are to return to the table {talks}"),
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does the strike rank?",
            ("it is {rank} in the history of {country}", "it is {rank} that {country} has seen", "for commuters, it is {rank} in memory"),
        ),
    ),
    combined=(
        "the union demands {demand} more pay and was backed by {votes} of its members",
        "{strikers} are on strike for a rise of {demand}",
        "{trains} were cancelled at a cost of {losses}",
    ),
    headlines=(
        "Rail strike: {trains} cancelled",
        "{strikers} walk out at {company_s}",
        "Drivers demand {demand} more pay",
        "{days:adj} rail strike begins in {country}",
        "Standstill: {company_s} drivers on strike",
        "Empty platforms in {place}",
    ),
    leads=(
        "a strike has brought the trains of {company} to a halt; {strikers} have walked out",
        "{strikers} of {company} are on strike, and {trains} were cancelled",
        "commuters in {place} had to find other ways to work as drivers of {company} went on strike",
        "drivers of {company} are striking {dates} for more pay",
        "at {company}, {trains} were cancelled because of a strike",
        "the platforms of {place} were empty after the drivers of {company} had walked out",
    ),
    filler=(
        "{leader}, who leads {union}, [accused the management of playing for time|was not willing to give way]",
        '"[Our members sleep in trains and not in beds|Respect has a price]," {leader} said at a rally',
        "{manager}, the company's head of personnel, called the strike [irresponsible|a blow to the customers]",
        '"[We have made a good offer|A strike solves nothing]," {manager} said',
        "{traveller}, who was stranded in {hub}, slept on a bench",
        "{mediator} has offered to [mediate|bring both sides together]",
        "taxi drivers in {place} did good business",
        "buses were [packed|late], and car parks filled up before dawn",
        "freight trains are affected too, and factories [fear|expect] shortages",
        "the courts had [refused to stop the walkout|declared the strike lawful]",
    ),
    background=(
        "in an earlier strike {#year 2 9}, {#count 300 900 trains} had been cancelled",
        "{company_s} carries {#count 200000 3000000 passengers} and [has|employs] {#count 50000 90000 people}",
        "the company made a profit of {#money 90000000 900000000} {#year 1 2}",
    ),
    known_by=("company",),
    recalls=(
        "[shortly before|only recently], {strikers} of {company} had walked out, and {trains} were cancelled there",
        "the drivers of {company} had asked for {demand} more [shortly before|not long before] and been offered {offer}",
    ),
    sources={
        "union": Source("speaker", ("{union}", "the union", "a spokeswoman for the union")),
        "railway": Source("speaker", ("{company_s}", "the railway company {company_s}", "a spokesman for {company_s}")),
        "police": Source("speaker", ("the transport ministry", "the transport ministry of {country}")),
    },
    variants={(DiscrepancyType.SCOPE, "strikers"): "strikers_hub"},
    rivals={"trains": "police"},
    sums={"days": ("days", "dates")},
)
