"""A storm floods a coast."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, growing, large, whole


def cast(names: Names) -> dict[str, str]:
    """The coast, its towns and its services."""
    return {
        "storm": names.person().split()[0],
        "place": names.place(),
        "valley": names.place(),
        "river": names.place().split()[0],
        "country": names.country(),
        "mayor": names.official(),
        "resident": names.person(),
        "chief": names.person(),
        "grid": names.company(),
        "farmer": names.person(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """People brought to safety, homes without power, rain and wind."""
    return {
        "evacuated": growing(rng, 900, 7_000),
        "dead": growing(rng, 4, 9),
        "homes": growing(rng, 8_000, 60_000),
        "homes_valley": Decimal(rng.randint(1_100, 4_000)),
        "rain": whole(rng, 80, 340),
        "wind": whole(rng, 101, 190),
        "damage": large(rng, 20_000_000, 900_000_000, 2),
        "soldiers": whole(rng, 120, 2_500),
        "landfall": day - timedelta(days=rng.randint(0, 1)),
        "power": day + timedelta(days=rng.randint(3, 12)),
        "rank": Standing("worst", "flood", "floods", "", rng.random() < 0.5),
    }


SCENE = Scene(
    name="storm",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "evacuated",
            Kind.COUNT,
            "How many people were evacuated?",
            (
                "{evacuated} [were brought to safety|had to leave their homes]",
                "{evacuated} were evacuated from [low-lying streets|towns along the river]",
                "{evacuated} spent the night in [emergency shelters|school halls]",
                "rescue teams [evacuated|moved] {evacuated}",
                "the flood drove {evacuated} from their homes",
            ),
            nouns=("people", "residents", "inhabitants"),
            source="rescue",
            main=True,
        ),
        Ask(
            "dead",
            Kind.COUNT,
            "How many people died?",
            (
                "{dead} [were killed|died|drowned]",
                "the storm [has killed|killed] {dead}",
                "the storm claimed the lives of {dead}",
                "{dead} lost their lives",
            ),
            nouns=("people",),
            source="rescue",
        ),
        Ask(
            "homes",
            Kind.COUNT,
            "How many homes were without power?",
            (
                "{homes} were [without electricity|without power]",
                "the power failed in {homes}",
                "falling trees cut off {homes} from the grid",
                "{homes} had no [electricity|power]",
            ),
            nouns=("homes", "households"),
            source="grid",
        ),
        Ask(
            "homes_valley",
            Kind.COUNT,
            "How many homes in the valley were without power?",
            ("in the valley of {valley}, {homes_valley} were without power", "the power failed in {homes_valley} in {valley} alone"),
            nouns=("homes", "households"),
            source="grid",
        ),
        Ask(
            "rain",
            Kind.MEASURE,
            "How much rain fell?",
            (
                "{rain} of rain fell [on|over] {place}",
                "gauges in {place} recorded {rain} of rain",
                "the storm dropped {rain} of rain on {place}",
            ),
            unit="millimetre",
            source="weather",
        ),
        Ask(
            "wind",
            Kind.MEASURE,
            "How fast was the wind?",
            (
                "gusts reached {wind}",
                "the wind blew at {wind}",
                "gusts of {wind} were measured on the cape",
            ),
            unit="kilometre per hour",
            source="weather",
        ),
        Ask(
            "damage",
            Kind.MONEY,
            "How high is the damage?",
            (
                "the damage comes to {damage}",
                "the storm did damage of {damage}",
                "losses of {damage} are to be expected",
            ),
            unit="currency",
        ),
        Ask(
            "soldiers",
            Kind.COUNT,
            "How many soldiers helped?",
            (
                "{soldiers} were sent to [fill sandbags|shore up the dykes]",
                "the army sent {soldiers}",
                "{soldiers} joined the rescue teams",
            ),
            nouns=("soldiers", "troops"),
            source="rescue",
        ),
        Ask(
            "landfall",
            Kind.DATE,
            "When did the storm hit?",
            (
                "the storm made landfall {landfall}",
                "storm {storm} hit the coast {landfall}",
                "the river burst its banks {landfall}",
            ),
        ),
        Ask(
            "power",
            Kind.DATE,
            "When will the power be back?",
            (
                "the power will be restored {power}",
                "electricity is expected to return {power}",
                "repairs to the lines are to be completed {power}",
            ),
            source="grid",
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does the flood rank?",
            ("it was {rank} in the history of {place}", "it is {rank} that {country} has known"),
        ),
    ),
    combined=(
        "{dead} were killed and {evacuated} had to flee",
        "{evacuated} were in shelters and {dead} were dead",
        "{rain} of rain and gusts of {wind} were recorded in {place}",
        "with {soldiers} helping, {evacuated} were brought to safety",
    ),
    headlines=(
        "{evacuated} evacuated as storm {storm} batters {place}",
        "Storm {storm}: {homes} without power",
        "Floods in {place} kill {dead}",
        "River {river} bursts its banks, {place} under water",
        "After the storm: {place} counts its losses",
        "Storm {storm} leaves trail of mud and broken roofs",
    ),
    leads=(
        "storm {storm} [flooded|hit] the coast of {country} {landfall}, and {evacuated} had to leave their homes",
        "the river {river} burst its banks near {place} {landfall}, driving {evacuated} from their homes",
        "{dead} died when storm {storm} [swept across|hit] the coast around {place}",
        "storm {storm} has left {homes} around {place} without power",
        "[mud and debris covered|water stood in] the streets of {place} after storm {storm} had passed over the coast",
        "rescue teams worked through the night around {place} after storm {storm} had driven the river {river} over its banks",
    ),
    filler=(
        "{resident} had climbed onto the roof and waited for a boat until dawn",
        '"[The water came faster than anyone could run|We lost everything but each other]," {resident} said',
        "{mayor} [thanked the helpers|asked residents to stay away from the river]",
        "{chief}, who leads the rescue teams, warned that [the dykes were soaked|the danger was not over]",
        "roads and railway lines [were blocked by fallen trees|had been washed away]",
        "{farmer}, who grows vegetables near {valley}, lost the whole harvest",
        "schools in {place} will stay closed until the buildings have been [dried|cleared of mud]",
        "drinking water had to be [boiled|brought in by lorry]",
        "helicopters [lifted families from rooftops|dropped food]",
        "{grid_s}, which runs the grid, sent crews from all parts of {country}",
    ),
    background=(
        "a storm {#year 3 20} had [killed|drowned] {#count 30 90 people} on the same coast",
        "{country} spent {#money 20000000 900000000} on dykes {#year 1 6}",
        "the dykes around {place} were raised {#year 4 30} after a flood that damaged {#count 300 4000 houses}",
    ),
    known_by=("storm", "place"),
    recalls=(
        "[only recently|shortly before], storm {storm} had driven {evacuated} from their homes around {place}",
        "storm {storm} had left {homes} without power and killed {dead} around {place} [shortly before|not long before]",
    ),
    sources={
        "rescue": Source("speaker", ("the civil defence", "officials of the civil defence", "a spokesman for the civil defence")),
        "grid": Source("speaker", ("{grid_s}", "the grid operator {grid_s}")),
        "weather": Source("speaker", ("the weather service", "forecasters of the weather service")),
        "army": Source("speaker", ("the army", "an army spokesman")),
    },
    variants={(DiscrepancyType.SCOPE, "homes"): "homes_valley"},
    rivals={"rain": "army"},
)
