"""A company finds that its service was drained through fraudulent accounts, and tells a committee by letter."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, large, whole


def cast(names: Names) -> dict[str, str]:
    """The company, its rival, the committee and who speaks for them."""
    country = names.country()
    return {
        "company": names.company(),
        "rival": names.company(),
        "country": country,
        "abroad": names.country(),
        "committee": f"{country} Senate committee on digital trade",
        "senator_a": names.person(),
        "senator_b": names.person(),
        "senator_c": names.person(),
        "senator_d": names.person(),
        "minister": names.official(),
        "counsel": names.person(),
        "analyst": names.person(),
        "place": names.place(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """A campaign of whole weeks that ended some weeks before the letter."""
    letter = day - timedelta(days=rng.randint(8, 20))
    end = letter - timedelta(days=rng.randint(12, 30))
    weeks = rng.randint(4, 10)
    accounts = whole(rng, 9_000, 70_000)
    return {
        "accounts": accounts,
        "accounts_home": (accounts * Decimal(rng.randint(15, 40)) / 100).to_integral_value() + 1,
        "requests": large(rng, 2_000_000, 90_000_000),
        "campaign": (end - timedelta(days=7 * weeks - 1), end),
        "weeks": Decimal(weeks),
        "letter_day": letter,
        "recipients": (names["senator_a"], names["senator_b"]),
        "size": Standing("largest", "scraping campaign", "scraping campaigns", "known"),
    }


SCENE = Scene(
    name="breach",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "accounts",
            Kind.COUNT,
            "How many accounts were used?",
            (
                "{accounts} were [opened|set up|registered] to [draw on|tap|drain] the service",
                "the operators [worked through|relied on|ran] {accounts}",
                "{company} [closed|shut down|suspended] {accounts} [tied|linked|traced] to the campaign",
                "[a network|a web|a ring] of {accounts} [carried|drove|powered] the operation",
                "those behind the campaign [hid behind|used|controlled] {accounts}",
                "the traffic [came from|was routed through|was spread over] {accounts}",
                "engineers [counted|identified|tracked down] {accounts} [that took part|in the network|behind the traffic]",
            ),
            nouns=("fraudulent accounts", "fake accounts", "bogus profiles", "sham accounts", "fake profiles"),
            source="letter",
            main=True,
        ),
        Ask(
            "accounts_home",
            Kind.COUNT,
            "How many accounts were used in one country?",
            (
                "in {country} alone, {accounts_home} were [opened|registered] to [draw on|tap] the service",
                "{accounts_home} were [opened|set up] in {country} alone",
            ),
            nouns=("fraudulent accounts", "fake accounts"),
            source="letter",
        ),
        Ask(
            "requests",
            Kind.COUNT,
            "How many exchanges were drawn from the service?",
            (
                "the accounts [sent|fired off|made] {requests} [to|at] {company_s}'s systems",
                "{requests} [passed|ran] through the accounts [before they were cut off|before the campaign was stopped]",
                "the campaign [drew|pulled|siphoned] {requests} out of the [service|platform]",
                "[in all|altogether], the operators [collected|harvested|gathered] {requests}",
                "investigators [logged|recorded|reconstructed] {requests} [by the network|by the operators]",
            ),
            nouns=("exchanges", "queries", "requests", "interactions"),
            source="letter",
        ),
        Ask(
            "campaign",
            Kind.PERIOD,
            "When did the campaign run?",
            (
                "the campaign ran {campaign}",
                "the accounts were active {campaign}",
                "the [traffic|activity] [was seen|took place|went on] {campaign}",
                "the operation [went on|continued] {campaign}",
            ),
            source="letter",
        ),
        Ask(
            "weeks",
            Kind.DURATION,
            "How long did the campaign last?",
            (
                "the campaign [lasted|went on for] {weeks}",
                "it took {weeks} before the accounts were cut off",
                "the {weeks:adj} campaign [ended|stopped] when the accounts were closed",
                "the operators had {weeks} to do as they pleased",
            ),
            unit="week",
            source="letter",
        ),
        Ask(
            "letter_day",
            Kind.DATE,
            "When was the letter sent?",
            (
                "the letter was sent {letter_day}",
                "the letter is dated {letter_day:bare}",
                "the letter [went out|was signed|was delivered] {letter_day}",
            ),
        ),
        Ask(
            "recipients",
            Kind.PARTY,
            "Who received the letter?",
            (
                "{company} sent the letter to Senators {recipients}",
                "the letter was [addressed|sent] to Senators {recipients}",
                "the company's letter to Senators {recipients} [describes|sets out] the campaign in detail",
            ),
            role="letter recipient",
        ),
        Ask(
            "size",
            Kind.RANK,
            "How does the campaign rank?",
            (
                "it was {size}",
                "it counts as {size}",
                "it is [thought|believed] to be {size}",
            ),
        ),
    ),
    combined=(
        "{accounts} [sent|made] {requests} in {weeks}",
        "{accounts} made {requests} {campaign}",
        "in {weeks}, {requests} ran through {accounts}",
        "[the traffic|the activity], {requests} in all, came from {accounts} and went on {campaign}",
    ),
    headlines=(
        "{company_s} [says|tells senators] {accounts} [drained|tapped] its service",
        "{company_s} [accuses|blames] {rival_s} [over|for] scraping campaign",
        "Fake accounts [siphoned|drew] {requests} from {company_s}",
        "Senators [told|learn] of {weeks:adj} campaign against {company_s}",
        "[Scraping|Account] fraud at {company_s}: {rival_s} under suspicion",
        "Letter [details|lays out] drain on {company_s}",
    ),
    leads=(
        "{rival} [is accused of having drained|is alleged to have drained] the service of {company} through {accounts}",
        "{accounts} were used to copy what the software of {company} can do, and lawmakers in {country} are taking notice",
        "[lawmakers|senators] in {country} are looking into a campaign in which {accounts} [tapped|drained] the service of {company}",
        "a campaign against {company}, in which {rival} is a suspect, [ran through|rested on] {accounts}",
        "{company}, a software maker from {place}, has [accused|openly blamed] {rival} over {accounts} that drew on its service",
    ),
    filler=(
        "{rival_s} [did not respond to a request for comment|declined to comment|said it would not discuss letters it had not seen]",
        "{counsel}, the company's general counsel, said the firm would [press its case|seek redress] in the courts",
        '"[We are not looking for a quarrel|Nobody here wanted this fight], but we will not look away," {counsel} said',
        "[copying|imitating] the answers of a rival's software is forbidden by the terms of use that every customer accepts",
        "{analyst}, who follows the industry from {place}, said such campaigns were [hard to prove|easy to deny]",
        '"The rules were written for another age," said {analyst}, [an independent consultant|who advises software makers]',
        "{minister} said the government in {country} would [study|examine] the allegations [with care|without haste]",
        "it [remains unclear|is not known] whether prosecutors in {abroad} will [take up the matter|open a case]",
        "the company has [tightened its checks on new customers|hired outside specialists] since the accounts were found",
        "[engineers|specialists] noticed the pattern when customers complained that the service had become slow",
    ),
    background=(
        "[in an earlier campaign|during a previous campaign], {company_s} had [found|blocked] {#count 1200 8000 fake accounts}",
        "{company_s} [employs|has] {#count 300 9000 people} and was founded {#year 4 20}",
        "investors valued {company_s} at {#money 900000000 90000000000} {#year 1 3}",
        "a rival [suffered|reported] a similar drain {#year 1 6}, when {#count 20000 90000 accounts} were closed",
    ),
    known_by=("company",),
    recalls=(
        "[shortly before|only recently], {company} had complained of {accounts} that drew on its service",
        "in another case, {company} had traced {requests} to a campaign against its software",
    ),
    sources={
        "letter": Source(
            "document",
            (
                "a letter [by|written by] {company_s}",
                "the letter",
                "the company's letter",
                "the letter by {company_s}",
            ),
        ),
        "rival_letter": Source("document", ("a letter [by|written by] {rival_s}", "the letter by {rival_s}")),
    },
    variants={(DiscrepancyType.SCOPE, "accounts"): "accounts_home"},
    rivals={"requests": "rival_letter"},
    sums={"weeks": ("weeks", "campaign")},
    doubles={"recipients": ("senator_c", "senator_d")},
)
