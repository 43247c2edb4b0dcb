"""A ferry sinks; the toll rises from report to report."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, growing, whole


def cast(names: Names) -> dict[str, str]:
    """The ship, its line, its ports and those who come to help."""
    return {
        "vessel": names.vessel(),
        "port": names.place(),
        "destination": names.place(),
        "place": names.place(),
        "country": names.country(),
        "operator": names.company(),
        "mayor": names.official(),
        "captain": names.person(),
        "survivor": names.person(),
        "chief": names.person(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """Everyone aboard is passenger or crew, and so is everyone dead."""
    passengers, crew = whole(rng, 140, 700), Decimal(rng.randint(14, 40))
    dead, dead_crew = growing(rng, 8, 20), Decimal(rng.randint(2, 5))
    return {
        "aboard": passengers + crew,
        "passengers": passengers,
        "crew": crew,
        "dead": dead,
        "dead_crew": dead_crew,
        "dead_passengers": Growing(tuple(value - dead_crew for value in dead.values)),
        "injured": growing(rng, 22, 60),
        "boats": Decimal(rng.randint(4, 11)),
        "sank": day - timedelta(days=rng.randint(0, 1)),
        "length": whole(rng, 60, 140),
        "rank": Standing("deadliest", "ferry accident", "ferry accidents", "", rng.random() < 0.5),
    }


SCENE = Scene(
    name="ferry",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "dead",
            Kind.COUNT,
            "How many people died?",
            (
                "{dead} [were killed|died|lost their lives] when the ferry went down",
                "the sinking [killed|claimed the lives of] {dead}",
                "the death toll [stood at|had reached] {dead:n}",
                "the bodies of {dead} [had been|were] recovered from the [water|sea]",
                "{dead} were [confirmed|known to be] dead",
                "divers and boat crews [brought ashore|found] the bodies of {dead}",
            ),
            nouns=("people",),
            source="coastguard",
            main=True,
        ),
        Ask(
            "dead_passengers",
            Kind.COUNT,
            "How many passengers died?",
            ("{dead_passengers} were killed when the ferry went down", "the sinking claimed the lives of {dead_passengers}"),
            nouns=("passengers",),
            source="coastguard",
        ),
        Ask(
            "dead_crew",
            Kind.COUNT,
            "How many of the dead were crew?",
            ("the dead include {dead_crew}", "among the dead are {dead_crew}", "{dead_crew} were among those who died"),
            nouns=("crew members", "members of the crew", "sailors"),
            source="coastguard",
        ),
        Ask(
            "injured",
            Kind.COUNT,
            "How many people were injured?",
            (
                "{injured} were [injured|hurt]",
                "{injured} were taken to hospital with injuries",
                "[hospitals in {port}|doctors] [treated|were treating] {injured}",
                "the number of injured [stood at|had risen to] {injured:n}",
                "ambulances [carried|took] {injured} to clinics [along the coast|in {port}]",
            ),
            nouns=("people", "survivors"),
            source="hospital",
        ),
        Ask(
            "aboard",
            Kind.COUNT,
            "How many people were aboard?",
            (
                "{aboard} were aboard [the vessel|the {vessel}|the ship]",
                "the ferry was carrying {aboard} when it [ran into trouble|began to list]",
                "there were {aboard} on [board|the ferry]",
                "the manifest [listed|showed] {aboard}",
            ),
            nouns=("people", "passengers and crew"),
            source="operator",
        ),
        Ask(
            "passengers",
            Kind.COUNT,
            "How many passengers were aboard?",
            ("{passengers} had [boarded|come aboard] in {port}", "{passengers} had bought tickets for the crossing"),
            nouns=("passengers", "travellers"),
            source="operator",
        ),
        Ask(
            "crew",
            Kind.COUNT,
            "How many crew were aboard?",
            ("the ferry was manned by {crew}", "{crew} were on duty"),
            nouns=("crew", "crew members"),
            source="operator",
        ),
        Ask(
            "boats",
            Kind.COUNT,
            "How many boats joined the rescue?",
            (
                "{boats} [joined|took part in] the rescue",
                "[fishermen|skippers] [sent|steered] {boats} to the scene",
                "{boats} [searched the water|pulled people from the water] through the night",
            ),
            nouns=("trawlers", "fishing boats"),
            source="coastguard",
        ),
        Ask(
            "sank",
            Kind.DATE,
            "When did the ferry sink?",
            (
                "the {vessel} sank {sank} [off {place}|within sight of {place}]",
                "the ferry went down {sank} [in heavy seas|after taking on water]",
                "the ship [capsized|keeled over] {sank}",
            ),
        ),
        Ask(
            "length",
            Kind.MEASURE,
            "How long is the ferry?",
            ("the vessel is {length} long", "the ferry, {length} long, was built in {destination}"),
            unit="metre",
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does the accident rank?",
            ("it is {rank} in the history of {country}", "it was {rank} that {country} has seen"),
        ),
    ),
    combined=(
        "of {aboard} on board, {passengers:n} were passengers and {crew:n} were crew",
        "{dead} died, among them {dead_crew}",
        "{aboard} were on board, {crew:n} of them crew",
        "{boats} brought ashore the bodies of {dead}",
    ),
    headlines=(
        "{dead} [dead|killed] as ferry sinks off {place}",
        "Ferry with {aboard} aboard sinks off {place}",
        "Death toll in {place} ferry disaster [reaches|at] {dead:n}",
        "{vessel} sinking: divers search wreck off {place}",
        "Ferry sinks between {port} and {destination}",
        "Grief in {port} after the {vessel} goes down",
    ),
    leads=(
        "{dead} [were killed|died] when the ferry {vessel} sank {sank} on its way from {port} to {destination}",
        "a ferry [carrying|with] {aboard} [on its way|bound] from {port} to {destination} went down {sank} off {place}",
        "rescuers [searched|combed] the sea off {place} after the ferry {vessel} sank {sank}, killing {dead}",
        "the sinking of the {vessel} off {place} {sank} has [cost|claimed] the lives of {dead}",
        "[families|relatives] gathered in the harbour of {port} after the ferry {vessel} went down {sank} with {aboard} aboard",
    ),
    filler=(
        "{survivor}, who was pulled from the water by a fishing crew, said the lights had gone out [without warning|all at once]",
        '"[The deck tilted and people began to slide|We heard a bang and then the floor was gone]," {survivor} said',
        "{mayor} said the town would open its [sports hall|school] to those waiting for news",
        "the cause of the sinking [was not known|remained under investigation]",
        "{captain}, the ship's master, was being questioned by investigators in {port}",
        "{operator_s}, which runs the line, said it was [cooperating with the inquiry|helping the families]",
        "the crossing from {port} to {destination} is [popular with commuters|a lifeline for the islands]",
        "[strong winds|high waves] [hampered|slowed] the search, and helicopters were sent back to base",
        '"We will keep going as long as there is hope," said {chief}, who leads the rescue',
        "candles were lit along the quay in {port}, and the church bells [rang|tolled]",
        "a salvage ship is on its way to {place} to raise the wreck",
    ),
    background=(
        "{#count 30 90 people} died {#year 3 15} when another ferry of the line caught fire",
        "the line carries {#count 20000 900000 passengers} a season and is owned by {operator_s}",
        "after [an accident|a collision] {#year 2 9} the operator paid a fine of {#money 200000 4000000}",
        "the {vessel} was built {#year 13 40} and refitted {#year 2 10}",
    ),
    known_by=("vessel",),
    recalls=(
        "[only recently|shortly before], the ferry {vessel} had gone down off {place} with {aboard} aboard, and {dead} had died",
        "when the {vessel} sank off {place}, {injured} had been hurt and {boats} had come to help",
    ),
    sources={
        "coastguard": Source("speaker", ("the coastguard", "coastguard officials", "a spokesman for the coastguard")),
        "hospital": Source("speaker", ("the regional hospital in {port}", "the hospital", "hospital officials")),
        "operator": Source("speaker", ("{operator_s}", "the ferry operator {operator_s}")),
        "harbour": Source("speaker", ("the harbour master of {port}", "the harbour master")),
    },
    variants={(DiscrepancyType.PART_WHOLE, "dead"): "dead_passengers"},
    rivals={"aboard": "harbour"},
    sums={"crew": ("crew", "passengers", "aboard")},
)
