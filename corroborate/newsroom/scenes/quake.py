"""The ground shakes; a quake much like another of the same region."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, growing, share, whole


def cast(names: Names) -> dict[str, str]:
    """The region, its towns and its services."""
    return {
        "country": names.country(),
        "region": names.place(),
        "place": names.place(),
        "town": names.place(),
        "mayor": names.official(),
        "geologist": names.person(),
        "survivor": names.person(),
        "chief": names.person(),
        "doctor": names.person(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """Magnitude and depth are measured once, the tolls rise."""
    return {
        "magnitude": share(rng, 5.1, 7.4),
        "depth": Decimal(rng.randint(8, 70)),
        "dead": growing(rng, 12, 70),
        "injured": growing(rng, 110, 900),
        "houses": whole(rng, 210, 6_000),
        "houses_town": Decimal(rng.randint(21, 160)),
        "tents": whole(rng, 300, 4_000),
        "struck": day - timedelta(days=rng.randint(0, 2)),
        "distance": whole(rng, 12, 90),
        "rank": Standing("strongest", "earthquake", "earthquakes", "", rng.random() < 0.5),
    }


SCENE = Scene(
    name="quake",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "dead",
            Kind.COUNT,
            "How many people died?",
            (
                "{dead} [were killed|died]",
                "the quake [killed|claimed the lives of] {dead}",
                "the death toll [stood at|had climbed to] {dead:n}",
                "{dead} died under the rubble",
                "rescuers have recovered the bodies of {dead}",
            ),
            nouns=("people",),
            source="ministry",
            main=True,
        ),
        Ask(
            "injured",
            Kind.COUNT,
            "How many people were injured?",
            (
                "{injured} were [injured|hurt]",
                "hospitals [treated|took in] {injured} with injuries",
                "the number of injured [stood at|had climbed to] {injured:n}",
                "doctors were treating {injured}",
            ),
            nouns=("people", "residents"),
            source="ministry",
        ),
        Ask(
            "magnitude",
            Kind.MEASURE,
            "How strong was the quake?",
            (
                "the quake had a magnitude of {magnitude:n}",
                "the quake reached a magnitude of {magnitude:n}",
                "the quake was measured at {magnitude}",
            ),
            unit="magnitude",
            source="institute",
        ),
        Ask(
            "depth",
            Kind.MEASURE,
            "How deep was the focus?",
            ("its focus lay at a depth of {depth}", "the focus was {depth} below the surface"),
            unit="kilometre",
            source="institute",
        ),
        Ask(
            "distance",
            Kind.MEASURE,
            "How far from the town was the centre?",
            ("the epicentre lay {distance} from {town}", "the centre of the quake was {distance} north of {town}"),
            unit="kilometre",
            source="institute",
        ),
        Ask(
            "houses",
            Kind.COUNT,
            "How many houses collapsed?",
            ("{houses} collapsed", "the quake destroyed {houses}", "{houses} were [reduced to rubble|no longer habitable]"),
            nouns=("houses", "buildings", "homes"),
            source="ministry",
        ),
        Ask(
            "houses_town",
            Kind.COUNT,
            "How many houses collapsed in one town?",
            ("in {town} alone, {houses_town} collapsed", "{houses_town} collapsed in {town}"),
            nouns=("houses", "buildings"),
            source="ministry",
        ),
        Ask(
            "tents",
            Kind.COUNT,
            "How many tents were sent?",
            ("the army sent {tents}", "{tents} are on their way to the region", "relief workers put up {tents}"),
            nouns=("tents",),
            source="ministry",
        ),
        Ask(
            "struck",
            Kind.DATE,
            "When did the quake strike?",
            (
                "the quake struck {struck}",
                "the ground shook {struck} [in the early hours|while people were asleep]",
                "the earthquake hit the region of {region} {struck}",
            ),
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does the quake rank?",
            ("it was {rank} in the region", "it is {rank} that {region} has seen"),
        ),
    ),
    combined=(
        "{dead} were killed and {injured} injured",
        "{houses} collapsed, {dead} died and {injured} were hurt",
        "the quake, {distance} from {town} and {depth} deep, had a magnitude of {magnitude:n}",
    ),
    headlines=(
        "{dead} [dead|killed] as quake shakes {region}",
        "Earthquake of {magnitude} hits {place}",
        "Quake in {region}: {injured} injured",
        "Death toll in {place} quake [climbs to|at] {dead:n}",
        "Villages cut off after quake in {region}",
        "Rescuers dig with bare hands in {place}",
    ),
    leads=(
        "an earthquake [has shaken|shook] the region of {region} in {country} {struck}, killing {dead}",
        "{dead} died when an earthquake hit {place} in {country}",
        "rescuers [dug|were digging] through rubble in {place} after an earthquake that killed {dead}",
        "an earthquake of {magnitude} [has hit|struck] {place} in the north of {country}",
        "villages around {place} lay in ruins after an earthquake had shaken {region} {struck}",
        "{country} mourns: an earthquake in {region} has destroyed whole streets of {place}",
    ),
    filler=(
        "{survivor} had run into the street in a nightgown, barefoot",
        '"[The walls moved like curtains|I heard my neighbours call, and then nothing]," {survivor} said',
        "{mayor} [asked for blankets and water|said whole streets were gone]",
        "{geologist}, a geologist, expected aftershocks [for some time|that could bring down damaged walls]",
        "{chief}, who leads the rescuers, said every hour counted",
        "{doctor}, a doctor at the clinic in {town}, spoke of [broken bones and dust-filled lungs|a corridor full of stretchers]",
        "phone lines were [down|overloaded], and bridges had [cracked|given way]",
        "many people [spent the night in the open|lit fires in the streets]",
        "neighbouring states [offered help|sent rescue dogs]",
        "the old church of {place}, which had survived wars and fires, lost its tower",
    ),
    background=(
        "an earthquake in the same region had killed {#count 30 900 people} {#year 3 30}",
        "{place} has {#count 8000 90000 inhabitants}",
        "the government spent {#money 2000000 90000000} on safer schools {#year 1 9}",
    ),
    known_by=("place",),
    recalls=(
        "[only recently|shortly before], an earthquake near {place} had killed {dead} and injured {injured}",
        "a quake of {magnitude} had shaken {place} [shortly before|not long before], and {houses} had collapsed there",
    ),
    sources={
        "ministry": Source("speaker", ("the interior ministry of {country}", "the interior ministry", "the ministry")),
        "institute": Source("speaker", ("the seismological institute of {country}", "the seismological institute")),
        "relief": Source("speaker", ("the aid group Open Hands",)),
    },
    variants={(DiscrepancyType.SCOPE, "houses"): "houses_town"},
    rivals={"tents": "relief"},
)
