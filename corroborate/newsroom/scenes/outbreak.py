"""A fever spreads; cases and deaths rise from report to report."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, growing, large, share, whole


def cast(names: Names) -> dict[str, str]:
    """The province, its doctors and its officials."""
    return {
        "country": names.country(),
        "region": names.place(),
        "place": names.place(),
        "town": names.place(),
        "minister": names.official(),
        "doctor": names.person(),
        "patient": names.person(),
        "biologist": names.person(),
        "maker": names.company(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """Cases and deaths rise; vaccine is on its way."""
    return {
        "cases": growing(rng, 140, 1_900),
        "deaths": growing(rng, 5, 30),
        "beds": whole(rng, 40, 700),
        "doses": whole(rng, 21_000, 900_000),
        "children": share(rng, 11, 39),
        "aid": large(rng, 2_000_000, 90_000_000, 2),
        "noticed": day - timedelta(days=rng.randint(9, 30)),
        "reopening": day + timedelta(days=rng.randint(12, 40)),
        "cases_town": Decimal(rng.randint(21, 90)),
        "rank": Standing("worst", "outbreak", "outbreaks", "known", rng.random() < 0.5),
    }


SCENE = Scene(
    name="outbreak",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "cases",
            Kind.COUNT,
            "How many people have fallen ill?",
            (
                "{cases} have [been infected|fallen ill]",
                "the fever has [struck|infected] {cases}",
                "laboratories have confirmed the virus in {cases}",
                "clinics have registered {cases} with the fever",
                "the number of confirmed cases [stands at|has climbed to] {cases:n}",
            ),
            nouns=("people", "patients"),
            source="health",
            main=True,
        ),
        Ask(
            "cases_town",
            Kind.COUNT,
            "How many people have fallen ill in one town?",
            ("in {town} alone, {cases_town} have fallen ill", "{cases_town} have been infected in {town}"),
            nouns=("people", "patients"),
            source="health",
        ),
        Ask(
            "deaths",
            Kind.COUNT,
            "How many people have died?",
            (
                "{deaths} have died",
                "the fever has killed {deaths}",
                "the outbreak has cost the lives of {deaths}",
                "the number of deaths [stands at|has risen to] {deaths:n}",
            ),
            nouns=("people", "patients"),
            source="health",
        ),
        Ask(
            "beds",
            Kind.COUNT,
            "How many hospital beds are free?",
            ("{beds} are free", "clinics have {beds} left", "there are {beds} for new patients"),
            nouns=("hospital beds", "beds"),
            source="health",
        ),
        Ask(
            "doses",
            Kind.COUNT,
            "How many doses of vaccine are coming?",
            (
                "{doses} are on their way to {region}",
                "{maker_s} is to deliver {doses}",
                "the province has ordered {doses}",
            ),
            nouns=("doses of vaccine", "vaccine doses", "doses"),
            source="maker",
        ),
        Ask(
            "children",
            Kind.PERCENT,
            "What share of the sick are children?",
            (
                "{children} of the sick are children",
                "children make up {children} of the cases",
                "{children} of those infected are under age",
            ),
            unit="%",
            source="health",
        ),
        Ask(
            "aid",
            Kind.MONEY,
            "How much money was granted?",
            (
                "the government has granted {aid} in emergency aid",
                "{aid} has been set aside for clinics",
                "emergency aid of {aid} was approved",
            ),
            unit="currency",
        ),
        Ask(
            "noticed",
            Kind.DATE,
            "When was the disease noticed?",
            ("the fever was noticed {noticed} in {town}", "doctors in {town} noticed the fever {noticed}", "the outbreak began {noticed}"),
        ),
        Ask(
            "reopening",
            Kind.DATE,
            "When will schools reopen?",
            ("schools will reopen {reopening}", "classes will resume {reopening}", "the schools are to open their doors again {reopening}"),
            source="health",
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does the outbreak rank?",
            ("it is {rank} in {country}", "it was {rank} of its kind in {region}"),
        ),
    ),
    combined=(
        "{cases} have been infected and {deaths} have died",
        "of {cases}, {deaths} have died",
        "with {cases} infected, clinics have {beds} left",
    ),
    headlines=(
        "Fever in {region}: {cases} infected",
        "{deaths} dead in {region} outbreak",
        "Schools closed as fever spreads in {region}",
        "{maker_s} to send {doses} to {region}",
        "Clinics in {region} run out of beds",
        "Fear in {place} as fever spreads",
    ),
    leads=(
        "a fever is spreading in {region}: {cases} have fallen ill and {deaths} have died",
        "{cases} have been infected in an outbreak of fever in the province of {region} in {country}",
        "schools and markets in {place} remain closed as a fever spreads through {region}",
        "{deaths} have died of a fever in {region}, in the north of {country}",
        "doctors in {region} are fighting a fever that has killed {deaths}",
        "the fever in {region} has reached {place}, and people stand in line for masks",
    ),
    filler=(
        "{doctor}, a doctor in {place}, had not slept [properly for a long time|at home since the outbreak began]",
        '"[They come with a headache and cannot stand by evening|We know too little about how it spreads]," {doctor} said',
        "{minister} asked people to [stay at home|boil their drinking water]",
        "{patient}, who recovered, described [chills and bad dreams|a fever that would not break]",
        "{biologist}, who studies viruses, suspects [bats in the old mine|a contaminated well]",
        "roads into {town} have been [closed|blocked by soldiers]",
        "masks and soap are [scarce|sold out] in many shops",
        "the market hall in {place} has been turned into a ward",
        "pilgrims were asked to [turn back|wait at the border]",
        "neighbouring provinces have begun to check travellers",
    ),
    background=(
        "an outbreak {#year 3 20} had killed {#count 40 900 people} in the same province",
        "{region} has {#count 200000 3000000 inhabitants}",
        "{maker_s} earned {#money 90000000 900000000} {#year 1 2}",
    ),
    known_by=("region",),
    recalls=(
        "[only recently|shortly before], a fever had broken out in {region}, where {cases} fell ill and {deaths} died",
        "to {region}, which had its own outbreak [shortly before|not long before], {doses} had been sent",
    ),
    sources={
        "health": Source("speaker", ("the health ministry of {country}", "the health ministry", "officials of the health ministry")),
        "maker": Source("speaker", ("{maker_s}", "a spokesman for {maker_s}")),
        "nurses": Source("speaker", ("the nurses' association",)),
    },
    variants={(DiscrepancyType.SCOPE, "cases"): "cases_town"},
    rivals={"beds": "nurses"},
)
