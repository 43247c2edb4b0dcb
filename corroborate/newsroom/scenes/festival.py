"""A festival draws a crowd."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, large, share, whole


def cast(names: Names) -> dict[str, str]:
    """The festival, its town and its people."""
    return {
        "festival": f"{names.place()} Lantern Festival",
        "place": names.place(),
        "country": names.country(),
        "organiser": names.person(),
        "singer": names.person(),
        "mayor": names.official(),
        "visitor": names.person(),
        "trader": names.person(),
        "operator": names.company(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """Some days of music, a crowd, a few arrests, money for the town."""
    days = rng.randint(3, 9)
    end = day - timedelta(days=rng.randint(1, 3))
    visitors = whole(rng, 21_000, 480_000)
    return {
        "visitors": visitors,
        "visitors_night": (visitors * rng.randint(18, 35) / 100).to_integral_value() + 1,
        "days": Decimal(days),
        "dates": (end - timedelta(days=days - 1), end),
        "arrests": whole(rng, 22, 160),
        "stalls": whole(rng, 60, 420),
        "income": large(rng, 900_000, 60_000_000, 2),
        "rise": share(rng, 3, 31),
        "again": day + timedelta(days=rng.randint(100, 150)),
        "rank": Standing("biggest", "street festival", "street festivals", "", rng.random() < 0.5),
    }


SCENE = Scene(
    name="festival",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "visitors",
            Kind.COUNT,
            "How many people came?",
            (
                "{visitors} came to the festival",
                "the festival [drew|attracted] {visitors}",
                "{visitors} [filled|crowded] the streets of {place}",
                "[attendance|the crowd] was put at {visitors:n}",
                "{visitors} [passed through|were counted at] the gates",
            ),
            nouns=("people", "visitors", "festival-goers", "guests"),
            source="organisers",
            main=True,
        ),
        Ask(
            "visitors_night",
            Kind.COUNT,
            "How many people came on the closing night?",
            ("the closing night alone drew {visitors_night}", "{visitors_night} came to the closing night"),
            nouns=("people", "visitors"),
            source="organisers",
        ),
        Ask(
            "days",
            Kind.DURATION,
            "How long did the festival last?",
            ("the festival lasted {days}", "the {days:adj} festival ended with fireworks", "the town celebrated for {days}"),
            unit="day",
        ),
        Ask(
            "dates",
            Kind.PERIOD,
            "When was the festival?",
            ("the festival ran {dates}", "the lanterns were lit {dates}", "the festival was held {dates}"),
        ),
        Ask(
            "arrests",
            Kind.COUNT,
            "How many people were arrested?",
            (
                "{arrests} were arrested",
                "officers [arrested|detained] {arrests}",
                "police made {arrests:n} arrests",
                "{arrests} were taken into custody",
            ),
            nouns=("people", "revellers"),
            source="police",
        ),
        Ask(
            "stalls",
            Kind.COUNT,
            "How many stalls were there?",
            ("traders had put up {stalls}", "{stalls} lined the streets", "there were {stalls}"),
            nouns=("stalls", "food stalls"),
            source="organisers",
        ),
        Ask(
            "income",
            Kind.MONEY,
            "What did the festival bring the town?",
            (
                "the festival brought {income} into the town",
                "hotels and shops took {income}",
                "visitors spent {income}",
            ),
            unit="currency",
            source="organisers",
        ),
        Ask(
            "rise",
            Kind.PERCENT,
            "How much did attendance grow?",
            ("attendance rose by {rise}", "attendance was up {rise}", "attendance grew by {rise}"),
            unit="%",
            source="organisers",
        ),
        Ask(
            "again",
            Kind.DATE,
            "When do tickets for the next festival go on sale?",
            ("tickets for the coming festival will go on sale {again}", "ticket sales for the coming edition will start {again}"),
            source="organisers",
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does the festival rank?",
            ("it is {rank} in {country}", "it is considered {rank} in {country}"),
        ),
    ),
    combined=(
        "{visitors} came to {stalls} and spent {income}",
        "{income} was spent by {visitors}",
        "attendance rose by {rise} to {visitors:n}",
    ),
    headlines=(
        "{visitors} flock to {festival}",
        "{festival} [draws|attracts] {visitors}",
        "{arrests} arrested at {festival}",
        "{festival} brings {income} to {place}",
        "Lights, music, rain: {festival} ends in {place}",
        "{festival}: {place} sweeps up",
    ),
    leads=(
        "the {festival} in {place} has drawn {visitors}",
        "with fireworks over the harbour, the {festival} ended in {place}; {visitors} had come",
        "{visitors} celebrated in {place}, where the {festival} was held {dates}",
        "the {festival} is over, and {place} [counts the takings|is sweeping the streets]",
        "music, lanterns and {visitors}: the {festival} has filled {place}",
        "in {place}, the lanterns of the {festival} have gone out",
    ),
    filler=(
        "{organiser}, who runs the festival, [was overjoyed|spoke of a festival without a hitch]",
        '"[The town has never sung like that|We had hoped for sun and got everything else]," {organiser} said',
        "{singer} closed the festival with a song that [the whole square sang along to|brought tears to many eyes]",
        "{mayor} [praised the volunteers|promised better toilets]",
        "{visitor} had come by bus with the whole choir",
        '"[I have lost my voice and my hat|My feet hurt, but I would not have missed it]," {visitor} said',
        "{trader}, who sells fried fish on the quay, ran out of potatoes",
        "residents complained about [noise and rubbish|closed streets]",
        "{operator_s} ran extra trains [through the night|from the neighbouring towns]",
        "the fireworks had to wait until the fog over the harbour [lifted|was gone]",
    ),
    background=(
        "when the festival was held in the rain {#year 1 4}, {#count 9000 19000 visitors} came",
        "{place} has {#count 30000 300000 inhabitants}",
        "the festival was founded {#year 13 60} and costs {#money 300000 4000000} to stage",
    ),
    known_by=("festival",),
    recalls=(
        "the {festival} had drawn {visitors} [shortly before|only recently], and police had arrested {arrests:n} of them",
        "at the {festival}, {stalls} had brought in {income}",
    ),
    sources={
        "organisers": Source("speaker", ("the organisers", "the festival organisers", "a spokeswoman for the organisers")),
        "police": Source("speaker", ("police", "the police in {place}", "a police spokesman")),
        "council": Source("speaker", ("the town council", "the town council of {place}")),
    },
    variants={(DiscrepancyType.PERIOD, "visitors"): "visitors_night"},
    rivals={"stalls": "council"},
    sums={"days": ("days", "dates")},
)
