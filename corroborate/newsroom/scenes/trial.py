"""A court passes sentence."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, large, whole


def cast(names: Names) -> dict[str, str]:
    """The accused, the court and those who argue before it."""
    return {
        "accused": names.person(),
        "company": names.company(),
        "judge": names.person(),
        "prosecutor": names.person(),
        "counsel": names.person(),
        "victim": names.person(),
        "place": names.place(),
        "country": names.country(),
        "deputy": names.person(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """A fraud over some months, its victims, and the sentence."""
    begun = day - timedelta(days=rng.randint(160, 300))
    months = rng.randint(3, 5)
    return {
        "sentence": Decimal(rng.randint(3, 12)),
        "damage": large(rng, 2_000_000, 400_000_000),
        "victims": whole(rng, 110, 9_000),
        "scheme": (begun, begun + timedelta(days=30 * months)),
        "witnesses": whole(rng, 21, 140),
        "hearings": whole(rng, 21, 70),
        "judged": day - timedelta(days=rng.randint(0, 1)),
        "appeal": day + timedelta(days=rng.randint(20, 90)),
        "seized": large(rng, 900_000, 40_000_000, 2),
        "rank": Standing("biggest", "fraud case", "fraud cases", "", rng.random() < 0.5),
    }


SCENE = Scene(
    name="trial",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "sentence",
            Kind.DURATION,
            "How long is the sentence?",
            (
                "{accused} was sentenced to {sentence} in prison",
                "the court sent {accused} to prison for {sentence}",
                "the judges imposed a {sentence:adj} sentence",
                "{accused} must go to prison for {sentence}",
                "the sentence is {sentence}",
            ),
            unit="year",
            source="court",
            main=True,
        ),
        Ask(
            "damage",
            Kind.MONEY,
            "How high is the damage?",
            (
                "the damage [amounts|comes] to {damage}",
                "investors lost {damage}",
                "the scheme cost its victims {damage}",
                "damage of {damage} was done",
            ),
            unit="currency",
            source="verdict",
        ),
        Ask(
            "victims",
            Kind.COUNT,
            "How many people were cheated?",
            (
                "{victims} [lost money|were cheated]",
                "the scheme [hurt|deceived] {victims}",
                "{victims} had trusted {accused} with their savings",
            ),
            nouns=("investors", "savers", "small investors"),
            source="verdict",
        ),
        Ask(
            "scheme",
            Kind.PERIOD,
            "When did the scheme run?",
            ("the scheme ran {scheme}", "the fraud went on {scheme}", "the money was collected {scheme}"),
            source="verdict",
        ),
        Ask(
            "witnesses",
            Kind.COUNT,
            "How many witnesses were heard?",
            ("the court heard {witnesses}", "{witnesses} testified", "{witnesses} were called to the stand"),
            nouns=("witnesses",),
            source="court",
        ),
        Ask(
            "hearings",
            Kind.COUNT,
            "How many hearings were there?",
            ("the trial took {hearings}", "the verdict came after {hearings}", "there were {hearings}"),
            nouns=("hearings", "sessions"),
            source="court",
        ),
        Ask(
            "seized",
            Kind.MONEY,
            "How much was seized?",
            ("investigators seized {seized}", "{seized} was found in accounts abroad", "the state has confiscated {seized}"),
            unit="currency",
            source="verdict",
        ),
        Ask(
            "judged",
            Kind.DATE,
            "When was the verdict?",
            ("the verdict was read out {judged}", "the court in {place} gave its verdict {judged}", "{accused} was convicted {judged}"),
        ),
        Ask(
            "appeal",
            Kind.DATE,
            "When will the appeal be heard?",
            ("the appeal will be heard {appeal}", "a higher court will take up the case {appeal}"),
            source="defence",
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does the case rank?",
            ("it is {rank} in the history of {country}", "it was {rank} that the courts of {place} have dealt with"),
        ),
    ),
    combined=(
        "{victims} lost {damage} {scheme}",
        "{victims} had put {damage} into the scheme",
        "the court heard {witnesses} in {hearings}",
    ),
    headlines=(
        "{accused} [jailed|sent to prison] for {sentence}",
        "{company_s} founder gets {sentence}",
        "{sentence:adj} sentence in {company_s} fraud trial",
        "{accused} cheated investors out of {damage}",
        "Guilty: court convicts founder of {company_s}",
        "Tears and anger as {accused} is convicted",
    ),
    leads=(
        "{accused}, the founder of {company}, was sentenced {judged} to {sentence} in prison for fraud",
        "a court in {place} has sent {accused} to prison for {sentence}",
        "the founder of {company} must go to prison for {sentence}: a court in {place} found {accused} guilty of fraud",
        "a court in {place} found {accused} guilty {judged} of having cheated investors",
        "{accused} has been convicted of fraud in the trial over the collapse of {company}",
        "{accused}, who took {damage} from investors, has been convicted",
    ),
    filler=(
        "{judge}, who presided over the trial, spoke of [greed and cold planning|a house of cards]",
        '"[You knew that the money was gone|Trust was your stock in trade, and you sold it]," {judge} told the accused',
        "{prosecutor}, for the prosecution, had [asked for a longer sentence|called the scheme a machine for taking money]",
        "{counsel}, who defended {accused}, [announced an appeal|called the verdict a mistake]",
        '"[My client believed in the business to the end|This is not the end of the road]," {counsel} said',
        "{victim}, who lost the savings of a lifetime, [left the courtroom in silence|wept when the verdict was read]",
        "{deputy}, the former deputy of {accused}, had [confessed and testified|left the country]",
        "{accused} listened [without a word|with folded hands]",
        "money from new investors had been used to pay others investors",
        "{company_s} had promised returns that [no bank could match|made experts suspicious]",
    ),
    background=(
        "{company_s} was founded {#year 5 20} and had [sold|placed] papers worth {#money 9000000 900000000}",
        "in a similar case {#year 2 12}, a banker was sent to prison for {#duration 2 11 year}",
        "{accused} is {#age 31 69} and had already been warned by the supervisors {#year 2 5}",
    ),
    known_by=("accused", "company"),
    recalls=(
        "[only recently|shortly before], a court had sent {accused}, the founder of {company}, to prison for {sentence}",
        "{accused} of {company} had been found guilty [shortly before|not long before] of cheating {victims} out of {damage}",
    ),
    sources={
        "court": Source("speaker", ("the court in {place}", "the court", "a spokeswoman for the court")),
        "verdict": Source(
            "document", ("the written verdict of the court in {place}", "the written verdict", "the court's written verdict")
        ),
        "defence": Source("speaker", ("lawyers for {accused}", "the lawyers for {accused}")),
        "prosecution": Source("speaker", ("prosecutors", "the prosecution")),
    },
    rivals={"witnesses": "prosecution"},
)
