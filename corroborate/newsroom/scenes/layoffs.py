"""A company cuts jobs."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Value, large, share, whole


def cast(names: Names) -> dict[str, str]:
    """The company, its works and those who speak for both sides."""
    return {
        "company": names.company(),
        "chief": names.person(),
        "unionist": names.person(),
        "union": f"the {names.place()} metalworkers' union",
        "worker": names.person(),
        "minister": names.official(),
        "place": names.place(),
        "plant": names.place(),
        "country": names.country(),
        "other": names.company(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """Jobs worldwide and at home, what it costs and what it is to bring."""
    jobs = whole(rng, 1_100, 24_000)
    year = day.year - 1
    yearly = large(rng, 200_000_000, 3_000_000_000)
    return {
        "jobs": jobs,
        "jobs_home": (jobs * rng.randint(25, 60) / 100).to_integral_value() + 3,
        "share": share(rng, 4, 23),
        "cost": large(rng, 80_000_000, 900_000_000, 2),
        "loss": (yearly * Decimal(rng.randint(28, 45)) / 100).quantize(Decimal("1E6")),
        "loss_year": yearly,
        "quarter": (date(year, 10, 1), date(year, 12, 31)),
        "year": (date(year, 1, 1), date(year, 12, 31)),
        "plants": Decimal(rng.randint(3, 9)),
        "told": day - timedelta(days=rng.randint(0, 1)),
        "end": day + timedelta(days=rng.randint(60, 160)),
    }


SCENE = Scene(
    name="layoffs",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "jobs",
            Kind.COUNT,
            "How many jobs are cut?",
            (
                "{company_s} [will cut|is cutting|wants to cut] {jobs}",
                "{jobs} are to go",
                "the [plan|programme] [will cost|affects|hits] {jobs}",
                "the cuts [extend|amount] to {jobs} worldwide",
                "management [intends|plans] to [shed|eliminate] {jobs}",
                "the axe falls on {jobs}",
            ),
            nouns=("jobs", "positions", "posts"),
            source="memo",
            main=True,
        ),
        Ask(
            "jobs_home",
            Kind.COUNT,
            "How many jobs are cut at home?",
            (
                "in {country} alone, {jobs_home} are to go",
                "{company_s} will cut {jobs_home} in {country}",
                "{jobs_home} in {country} are affected",
            ),
            nouns=("jobs", "positions"),
            source="memo",
        ),
        Ask(
            "share",
            Kind.PERCENT,
            "What share of the workforce goes?",
            (
                "that is {share} of the workforce",
                "the cuts [correspond|amount] to {share} of all staff",
                "{share} of the employees will [have to leave|lose their jobs]",
                "the workforce shrinks by {share}",
            ),
            unit="%",
            source="memo",
        ),
        Ask(
            "cost",
            Kind.MONEY,
            "What do the cuts cost?",
            (
                "the company has set aside {cost} for severance",
                "severance pay will cost {cost}",
                "charges of {cost} fall due for the programme",
            ),
            unit="currency",
            source="memo",
        ),
        Ask(
            "loss",
            Kind.MONEY,
            "How large was the loss?",
            (
                "{company_s} [made|posted] a loss of {loss} {quarter:when}",
                "the company lost {loss} {quarter:when}",
                "a loss of {loss} {quarter:when} weighs on the balance sheet",
            ),
            unit="currency",
        ),
        Ask(
            "loss_year",
            Kind.MONEY,
            "How large was the loss of the whole year?",
            ("{company_s} [made|posted] a loss of {loss_year} {year:when}", "the company lost {loss_year} {year:when}"),
            unit="currency",
        ),
        Ask(
            "plants",
            Kind.COUNT,
            "How many plants are to close?",
            (
                "{plants} are to [close|be shut]",
                "the company wants to close {plants}",
                "{plants} will be closed or sold",
            ),
            nouns=("plants", "factories", "sites"),
            source="union",
        ),
        Ask(
            "told",
            Kind.DATE,
            "When was the workforce told?",
            (
                "employees were [told|informed] {told}",
                "the workforce [learned|heard] of the plan {told}",
                "the chief executive announced the cuts {told} at a staff meeting",
            ),
        ),
        Ask(
            "end",
            Kind.DATE,
            "When are the cuts to be finished?",
            (
                "the programme is to be completed {end}",
                "the works in {plant} will close {end}",
                "production in {plant} is due to end {end}",
            ),
            source="memo",
        ),
    ),
    combined=(
        "{company_s} is cutting {jobs}, or {share} of its workforce",
        "the company is to part with {share} of its staff, {jobs} in all, at a cost of {cost}",
        "{jobs} will go by the time the programme ends, which is to happen {end}",
    ),
    headlines=(
        "{company_s} to cut {jobs}",
        "{company_s} [slashes|sheds] {share} of [workforce|staff]",
        "Job cuts at {company_s}: union [vows to fight|calls for strikes]",
        "{jobs} at risk as {company_s} restructures",
        "Shock in {plant} over closure plans at {company_s}",
        "{company_s} shuts plants to save costs",
    ),
    leads=(
        "{company} is cutting {jobs}; the plan was laid before the staff {told}",
        "the [machine maker|manufacturer] {company} plans to [eliminate|axe] {jobs} worldwide",
        "staff at {company} face an uncertain future: {share} of them are to lose their jobs",
        "{company}, a big employer around {plant}, wants to part with {jobs}",
        "in {plant}, people stood at the gates of {company} after the company had announced deep cuts",
        "{company} is [closing works|shrinking] and will [shed|cut] {jobs} in the process",
    ),
    filler=(
        "{chief}, the chief executive, spoke of [a hard but necessary step|painful cuts that could not be avoided]",
        '"[We have built too much and sold too little|The market has turned against us]," {chief} told employees',
        "{unionist}, who leads {union}, called the plans [a declaration of war|short-sighted]",
        '"[We will not stand by while families lose their income|They are destroying what took generations to build]," {unionist} said',
        "{worker}, who has worked in {plant} since school, had tears in the eyes at the gate",
        "{minister} promised [talks with the management|help for those affected]",
        "the company wants to rely on [voluntary departures|early retirement] where it can",
        "shares of {company_s} [rose|gained] after the announcement",
        "demand for the company's machines has [collapsed|weakened] as customers turn to cheaper suppliers",
        "the works council has [demanded insight into the books|called a meeting]",
    ),
    background=(
        "{company_s} had [cut|eliminated] {#count 300 900 jobs} in an earlier round {#year 2 7}",
        "{other_s} [let go|dismissed] {#count 1200 6000 people} {#year 1 4}",
        "the works in {plant} opened {#year 20 70} and employ {#count 400 2900 people}",
        "sales [had fallen|fell] by {#percent 4 22} {#year 1 2}",
    ),
    known_by=("company",),
    recalls=(
        "[shortly before|only recently], {company} had announced that it would cut {jobs}, {share} of its staff",
        "at {company}, {jobs} are to go under a plan that became known [shortly before|not long before]",
    ),
    sources={
        "memo": Source("document", ("an internal memo of {company_s}", "the memo", "the company's memo")),
        "union": Source("speaker", ("{union}", "the union")),
        "council": Source("speaker", ("the works council", "the works council in {plant}")),
    },
    variants={(DiscrepancyType.SCOPE, "jobs"): "jobs_home", (DiscrepancyType.PERIOD, "loss"): "loss_year"},
    rivals={"plants": "council"},
)
