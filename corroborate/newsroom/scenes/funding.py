"""A young company raises money."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, large, share, whole


def cast(names: Names) -> dict[str, str]:
    """The company, its backers and its founder."""
    return {
        "company": names.company(),
        "backer": names.company(),
        "other": names.company(),
        "third": names.company(),
        "founder": names.person(),
        "partner": names.person(),
        "analyst": names.person(),
        "place": names.place(),
        "seat": names.place(),
        "country": names.country(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """A round, the valuation it implies, and what the money is for."""
    raised = large(rng, 20_000_000, 2_000_000_000)
    revenue = large(rng, 90_000_000, 900_000_000)
    year = day.year - 1
    return {
        "raised": raised,
        "valuation": (raised * rng.randint(5, 14)),
        "growth": share(rng, 21, 94),
        "revenue": (revenue * Decimal(rng.randint(28, 40)) / 100).quantize(Decimal("1E5")),
        "revenue_year": revenue,
        "quarter": (date(year, 10, 1), date(year, 12, 31)),
        "year": (date(year, 1, 1), date(year, 12, 31)),
        "staff": whole(rng, 90, 2_900),
        "hires": whole(rng, 30, 700),
        "closed": day - timedelta(days=rng.randint(0, 2)),
        "launch": day + timedelta(days=rng.randint(60, 150)),
        "rank": Standing("largest", "funding round", "funding rounds", "", rng.random() < 0.5),
    }


SCENE = Scene(
    name="funding",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "raised",
            Kind.MONEY,
            "How much was raised?",
            (
                "{company_s} has raised {raised}",
                "investors put {raised} into the company",
                "the round [brought in|amounted to] {raised}",
                "the company took in {raised} [in fresh capital|from investors]",
                "backers led by {backer_s} provided {raised}",
            ),
            unit="currency",
            source="release",
            main=True,
        ),
        Ask(
            "valuation",
            Kind.MONEY,
            "What is the company valued at?",
            (
                "the round values the company at {valuation}",
                "that gives {company_s} a valuation of {valuation}",
                "the company is now valued at {valuation}",
                "investors value {company_s} at {valuation}",
            ),
            unit="currency",
            source="release",
        ),
        Ask(
            "growth",
            Kind.PERCENT,
            "How fast do sales grow?",
            ("sales grew by {growth}", "sales rose {growth}", "sales were up {growth}"),
            unit="%",
            source="release",
        ),
        Ask(
            "revenue",
            Kind.MONEY,
            "How high were sales in the quarter?",
            (
                "sales [came to|reached] {revenue} {quarter:when}",
                "the company took {revenue} {quarter:when}",
                "{company_s} had sales of {revenue} {quarter:when}",
            ),
            unit="currency",
            source="release",
        ),
        Ask(
            "revenue_year",
            Kind.MONEY,
            "How high were sales in the year?",
            ("sales came to {revenue_year} {year:when}", "{company_s} had sales of {revenue_year} {year:when}"),
            unit="currency",
            source="release",
        ),
        Ask(
            "staff",
            Kind.COUNT,
            "How many people work there?",
            ("{company_s} [employs|has] {staff}", "{staff} work for the company", "the company has grown to {staff}"),
            nouns=("people", "employees", "staff members"),
            source="release",
        ),
        Ask(
            "hires",
            Kind.COUNT,
            "How many people are to be hired?",
            ("the company wants to hire {hires}", "{company_s} is looking for {hires}", "{hires} are to join the team"),
            nouns=("engineers", "developers"),
            source="founder",
        ),
        Ask(
            "closed",
            Kind.DATE,
            "When was the round closed?",
            ("the round was closed {closed}", "the company announced the round {closed}", "the contracts were signed {closed}"),
        ),
        Ask(
            "launch",
            Kind.DATE,
            "When will the service start?",
            (
                "the new service will start {launch}",
                "{company_s} will open its service to everyone {launch}",
                "the launch is planned to take place {launch}",
            ),
            source="founder",
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does the round rank?",
            ("it is {rank} in {country}", "it was {rank} that {country} has seen"),
        ),
    ),
    combined=(
        "the company raised {raised} at a valuation of {valuation}",
        "{raised} from investors and a valuation of {valuation}: those are the terms",
        "with {staff} and sales up {growth}, {company_s} is now worth {valuation}",
    ),
    headlines=(
        "{company_s} [raises|lands|secures] {raised}",
        "{company_s} valued at {valuation}",
        "{backer_s} leads round for {company_s}",
        "Investors pour {raised} into {company_s}",
        "Fresh money for {company_s}",
        "How {company_s} won over {backer_s}",
    ),
    leads=(
        "{company} has raised {raised} from investors led by {backer}",
        "the software company {company} has [closed|completed] a funding round of {raised}",
        "{backer} and others are putting {raised} into {company}, a young company from {place}",
        "investors now value {company} at {valuation}",
        "{company}, a young company from {place}, has found [new backers|fresh money] to grow abroad",
        "money keeps flowing to {company}: {backer} has joined its backers",
    ),
    filler=(
        "{founder}, who founded the company in a garage in {place}, [spoke of a turning point|kept calm]",
        '"[We could have grown more slowly, but our customers could not wait|The money lets us say no]," {founder} said',
        "{partner}, a partner at {backer_s}, [joins the board|praised the team]",
        '"[We had been looking for such a company|They know their customers by name]," {partner} said',
        "{analyst}, who follows the market from {seat}, warned of [overheated prices|high hopes]",
        "{other_s} and {third_s} [also took part|had shown interest too]",
        "the money is to go into [research and sales|new offices abroad]",
        "the company makes software that plans the routes of lorries",
        "rivals have [had trouble finding money|laid off staff]",
        "an offering of shares is not planned, {founder} said",
    ),
    background=(
        "in an earlier round {#year 1 4}, the company had taken in {#money 2000000 19000000}",
        "{other_s} raised {#money 30000000 900000000} {#year 1 3}",
        "{backer_s} manages {#money 2000000000 90000000000}",
    ),
    known_by=("company",),
    recalls=(
        "[only recently|shortly before], {company} had raised {raised}, which valued it at {valuation}",
        "{company}, with {staff} on its books, had taken in {raised} [shortly before|not long before]",
    ),
    sources={
        "release": Source("document", ("a press release by {company_s}", "the press release", "the company's press release")),
        "founder": Source("speaker", ("{founder}",)),
        "backer": Source("speaker", ("{backer_s}", "a spokesman for {backer_s}")),
    },
    variants={(DiscrepancyType.PERIOD, "revenue"): "revenue_year"},
    rivals={"hires": "backer"},
)
