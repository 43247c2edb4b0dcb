"""A maker calls a product back."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, large, whole


def cast(names: Names) -> dict[str, str]:
    """The maker, the product and the authority."""
    return {
        "company": names.company(),
        "product": f"{names.product()} heater",
        "regulator": names.body("Product Safety"),
        "official": names.person(),
        "owner": names.person(),
        "engineer": names.person(),
        "other": names.company(),
        "supplier": names.company(),
        "place": names.place(),
        "country": names.country(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """Units sold in a stretch of time, incidents, a few injuries."""
    sold = day - timedelta(days=rng.randint(150, 280))
    units = large(rng, 30_000, 3_000_000, 4)
    return {
        "units": units,
        "units_home": (units * rng.randint(20, 60) / 100).to_integral_value(),
        "incidents": whole(rng, 24, 400),
        "burned": whole(rng, 3, 19),
        "sales": (sold, sold + timedelta(days=rng.randint(50, 120))),
        "price": Decimal(rng.choice((49, 59, 79, 89, 119, 129))),
        "cost": large(rng, 3_000_000, 90_000_000, 2),
        "announced": day - timedelta(days=rng.randint(0, 2)),
        "deadline": day + timedelta(days=rng.randint(40, 120)),
        "rank": Standing("largest", "recall", "recalls", "", rng.random() < 0.5),
    }


SCENE = Scene(
    name="recall",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "units",
            Kind.COUNT,
            "How many units are recalled?",
            (
                "the recall [covers|affects|concerns] {units}",
                "{company_s} is recalling {units}",
                "{units} are being called back",
                "{units} must be [returned|unplugged]",
                "owners of {units} are asked to [stop using them|pull the plug]",
            ),
            nouns=("heaters", "units", "devices", "appliances"),
            source="notice",
            main=True,
        ),
        Ask(
            "units_home",
            Kind.COUNT,
            "How many units are recalled at home?",
            ("in {country} alone, the recall covers {units_home}", "{units_home} were sold in {country}"),
            nouns=("heaters", "units"),
            source="notice",
        ),
        Ask(
            "incidents",
            Kind.COUNT,
            "How many incidents were reported?",
            (
                "{incidents} have been reported",
                "there were {incidents} in all",
                "the regulator has received {incidents}",
                "there have been {incidents}",
            ),
            nouns=("reports of overheating", "reports of smoke", "reports of melting cables"),
            source="notice",
        ),
        Ask(
            "burned",
            Kind.COUNT,
            "How many people were burned?",
            ("{burned} suffered burns", "{burned} were burned", "burns were reported by {burned}"),
            nouns=("people", "users"),
            source="notice",
        ),
        Ask(
            "sales",
            Kind.PERIOD,
            "When were the units sold?",
            ("the heaters were sold {sales}", "the affected units were on sale {sales}", "the heaters were made {sales}"),
            source="notice",
        ),
        Ask(
            "price",
            Kind.MONEY,
            "What did a unit cost?",
            ("the heaters cost {price} apiece", "shops sold the heater for {price}", "a heater cost {price}"),
            unit="currency",
        ),
        Ask(
            "cost",
            Kind.MONEY,
            "What does the recall cost?",
            ("the recall will cost {cost}", "the recall is to cost {cost}", "the company has set aside {cost} for the recall"),
            unit="currency",
            source="maker",
        ),
        Ask(
            "announced",
            Kind.DATE,
            "When was the recall announced?",
            ("the recall was announced {announced}", "the {regulator} published the notice {announced}", "the notice went out {announced}"),
        ),
        Ask(
            "deadline",
            Kind.DATE,
            "Until when can units be returned?",
            ("the offer will expire {deadline}", "the refund programme will end {deadline}"),
            source="notice",
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does the recall rank?",
            ("it is {rank} in the company's history", "it was {rank} that {country} has seen"),
        ),
    ),
    combined=(
        "{incidents} have led to the recall of {units}; {burned} were hurt",
        "the recall covers {units} that were sold {sales}",
        "there have been {incidents}, and {burned} were burned",
    ),
    headlines=(
        "{company_s} recalls {units} over fire risk",
        "Fire risk: {units} recalled",
        "{company_s} [calls back|recalls] {product} after {incidents}",
        "Owners told to unplug the {product}",
        "Burns and smoke: {company_s} pulls heater from shops",
        "What owners of the {product} should do",
    ),
    leads=(
        "{company} is recalling {units} because they can [catch fire|overheat]",
        "after {incidents}, {company} is calling its {product} back",
        "owners of the {product} should pull the plug: {company} has announced a recall",
        "the {regulator} and {company} have called back {units} that may overheat",
        "a cable that melts has led {company} to recall {units}",
        "{company} has taken its {product} off the shelves",
    ),
    filler=(
        "{official} of the {regulator} advised owners to [unplug the heaters at once|keep the heaters away from curtains]",
        '"[A heater must never be left to itself|Do not wait for smoke]," {official} said',
        "{owner}, who lives in {place}, woke to the smell of burning plastic",
        '"[The curtain was already black|I threw it out of the window]," {owner} said',
        "{engineer}, an engineer who took the heater apart, found [a thin cable|a loose contact]",
        "customers [get their money back|can choose between refund and repair]",
        "{supplier_s}, which made the cable, [declined to comment|blamed the assembly]",
        "shops in {place} have [cleared the shelves|put up notices]",
        "{company_s} [apologised to its customers|said safety came before everything]",
        "the heaters can be recognised by the grey grille and the round switch",
    ),
    background=(
        "in an earlier recall {#year 1 6}, {company_s} had called back {#count 11000 90000 kettles}",
        "{company_s} sells {#count 900000 9000000 appliances} a season and [has|employs] {#count 300 5000 people}",
        "{other_s} paid {#money 400000 9000000} to victims of a fire {#year 2 9}",
    ),
    known_by=("company", "product"),
    recalls=(
        "[shortly before|only recently], {company} had recalled {units} of its own because of the {product}",
        "{company} had called its {product} back [shortly before|not long before], after {incidents}",
    ),
    sources={
        "notice": Source("document", ("a recall notice by the {regulator}", "the recall notice", "the notice")),
        "maker": Source("speaker", ("{company_s}", "a spokesman for {company_s}")),
        "supplier_report": Source("document", ("a report by {supplier_s}", "the report by {supplier_s}")),
    },
    variants={(DiscrepancyType.SCOPE, "units"): "units_home"},
    rivals={"incidents": "supplier_report"},
)
