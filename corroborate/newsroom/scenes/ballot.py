"""Votes are counted."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, share, whole


def cast(names: Names) -> dict[str, str]:
    """The town or country that votes, and who stands for what."""
    return {
        "country": names.country(),
        "place": names.place(),
        "district": names.place(),
        "leader": names.person(),
        "opponent": names.person(),
        "officer": names.person(),
        "scholar": names.person(),
        "voter": names.person(),
        "bridge": names.place(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """Counting goes on, so the votes grow; turnout and the day of the vote stay."""
    final = whole(rng, 90_000, 900_000)
    counted = tuple((final * part / 100).to_integral_value() + 7 for part in (rng.randint(38, 50), rng.randint(66, 80)))
    return {
        "counted": Growing((*counted, final)),
        "turnout": share(rng, 41, 79),
        "turnout_district": share(rng, 80, 92),
        "yes": share(rng, 51.2, 63),
        "stations": whole(rng, 130, 900),
        "observers": whole(rng, 40, 300),
        "voted": day - timedelta(days=rng.randint(1, 2)),
        "effect": day + timedelta(days=rng.randint(50, 120)),
        "rank": Standing("highest", "turnout", "turnouts", "", rng.random() < 0.5),
    }


SCENE = Scene(
    name="ballot",
    national=True,
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "counted",
            Kind.COUNT,
            "How many votes have been counted?",
            (
                "{counted} [have been|had been] counted",
                "officials have [gone through|counted] {counted}",
                "the count [stands|stood] at {counted}",
                "{counted} were [tallied|checked] so far",
            ),
            nouns=("ballots", "votes", "ballot papers"),
            source="commission",
            main=True,
        ),
        Ask(
            "turnout",
            Kind.PERCENT,
            "How high was turnout?",
            (
                "turnout [was|stood at|reached] {turnout}",
                "{turnout} of those entitled went to the polls",
                "{turnout} of voters took part",
                "turnout came to {turnout}",
            ),
            unit="%",
            source="commission",
        ),
        Ask(
            "turnout_district",
            Kind.PERCENT,
            "How high was turnout in one district?",
            ("in the district of {district}, turnout reached {turnout_district}", "turnout in {district} was {turnout_district}"),
            unit="%",
            source="commission",
        ),
        Ask(
            "yes",
            Kind.PERCENT,
            "What share voted for the proposal?",
            (
                "{yes} voted in favour of the bridge",
                "supporters of the bridge [won|took|came to] {yes} of the vote",
                "the proposal was [backed|approved] by {yes} of voters",
                "the bridge has the support of {yes} of those who voted",
            ),
            unit="%",
            source="commission",
        ),
        Ask(
            "stations",
            Kind.COUNT,
            "How many polling stations were open?",
            ("people voted at {stations}", "{stations} were open", "there were {stations} across {country}"),
            nouns=("polling stations", "polling places"),
            source="commission",
        ),
        Ask(
            "observers",
            Kind.COUNT,
            "How many observers watched?",
            ("{observers} watched the vote", "the vote was followed by {observers}", "{observers} were sent to the polls"),
            nouns=("observers", "monitors"),
            source="mission",
        ),
        Ask(
            "voted",
            Kind.DATE,
            "When was the vote?",
            ("the referendum was held {voted}", "people went to the polls {voted}", "the vote took place {voted}"),
        ),
        Ask(
            "effect",
            Kind.DATE,
            "When will work begin?",
            ("construction will begin {effect}", "work on the bridge is due to start {effect}", "the ground will be broken {effect}"),
            source="commission",
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does turnout rank?",
            ("it was {rank} in the history of {country}", "it was {rank} that {country} has seen"),
        ),
    ),
    combined=(
        "with {counted} counted, {yes} were in favour and turnout stood at {turnout}",
        "{yes} voted for the bridge on a turnout of {turnout}",
        "turnout at the {stations} was {turnout}",
    ),
    headlines=(
        "{country} votes for bridge to {bridge}",
        "Turnout [reaches|at] {turnout} in bridge referendum",
        "Bridge wins {yes} of vote in {country}",
        "Count goes on in {country} after {counted}",
        "Voters back bridge between {place} and {bridge}",
        "Narrow or not? {country} counts its ballots",
    ),
    leads=(
        "voters in {country} have [approved|backed] a bridge from {place} to {bridge}: {yes} were in favour",
        "the people of {country} voted {voted} on a bridge between {place} and {bridge}, and {turnout} of them took part",
        "after {counted} had been counted, supporters of the bridge to {bridge} were ahead in {country}",
        "{country} is getting its bridge: in a referendum {voted}, voters sided with {leader}",
        "counting [continued|went on] in {country} after a referendum on the bridge to {bridge}",
    ),
    filler=(
        "{leader}, who had campaigned for the bridge, [thanked the voters|spoke of a good outcome for the islands]",
        '"[This is about our children|The islands are coming closer together]," {leader} told supporters in {place}',
        "{opponent}, the leader of the opponents, [conceded defeat|asked for a recount]",
        '"[We will keep a close eye on the costs|The money will be missing elsewhere]," {opponent} said',
        "{officer}, who heads the count, said the boxes had been [sealed and guarded|brought in by boat]",
        "{scholar}, who teaches politics in {place}, saw [a divided country|a clear signal]",
        "{voter} had come to the school in {district} with the whole family",
        "the bridge has been [disputed|discussed] for a generation",
        "ferry workers [fear for their jobs|protested outside the town hall]",
        "long queues formed in front of schools and town halls, though the weather was [foul|mild]",
    ),
    background=(
        "in an earlier referendum {#year 4 20}, turnout was {#percent 31 60}",
        "{country} has {#count 400000 4000000 inhabitants}",
        "the bridge is expected to cost {#money 200000000 4000000000}",
        "at the election {#year 1 5}, the party of {opponent} took {#percent 20 45} of the vote",
    ),
    known_by=("country",),
    recalls=(
        "[only recently|shortly before], voters in {country} had been asked about a bridge to {bridge}; {turnout} of them took part",
        "in {country}, {yes} had been in favour of a bridge to {bridge} [shortly before|not long before]",
        "in {country}, where a bridge to {bridge} was on the ballot, {observers} had watched the count",
    ),
    sources={
        "commission": Source(
            "speaker", ("the electoral commission of {country}", "the electoral commission", "a spokesman for the electoral commission")
        ),
        "mission": Source("speaker", ("the observer mission", "the head of the observer mission")),
        "party": Source("speaker", ("the opponents' campaign", "the campaign of {opponent}")),
    },
    variants={(DiscrepancyType.SCOPE, "turnout"): "turnout_district"},
    rivals={"observers": "party"},
)
