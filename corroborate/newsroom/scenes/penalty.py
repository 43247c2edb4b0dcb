"""A regulator fines a company."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, large, whole


def cast(names: Names) -> dict[str, str]:
    """The regulator, the company and the complainant."""
    return {
        "company": names.company(),
        "regulator": names.body("Consumer Protection"),
        "head": names.person(),
        "lawyer": names.person(),
        "complainant": names.person(),
        "partner": names.company(),
        "other": names.company(),
        "place": names.place(),
        "country": names.country(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """A fine for practices that went on for a while and hit many customers."""
    begun = day - timedelta(days=rng.randint(140, 300))
    months = rng.randint(3, 7)
    customers = large(rng, 60_000, 4_000_000, 4)
    return {
        "fine": large(rng, 2_000_000, 900_000_000),
        "customers": customers,
        "customers_home": (customers * rng.randint(20, 45) / 100).to_integral_value(),
        "refund": large(rng, 900_000, 70_000_000, 2),
        "practice": (begun, begun + timedelta(days=30 * months)),
        "complaints": whole(rng, 120, 5_000),
        "decided": day - timedelta(days=rng.randint(0, 2)),
        "appeal": day + timedelta(days=rng.randint(20, 60)),
        "fined": (names["company_s"],),
        "fined_by": (names["regulator"],),
        "rank": Standing("largest", "penalty", "penalties", "", rng.random() < 0.5),
    }


SCENE = Scene(
    name="penalty",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "fine",
            Kind.MONEY,
            "How high is the fine?",
            (
                "the fine [amounts|comes] to {fine}",
                "{company_s} must pay {fine}",
                "the penalty was set at {fine}",
                "the {regulator} imposed a fine of {fine}",
                "a penalty of {fine} was [handed down|imposed]",
                "the company is to pay a fine of {fine}",
            ),
            unit="currency",
            source="ruling",
            main=True,
        ),
        Ask(
            "customers",
            Kind.COUNT,
            "How many customers were affected?",
            (
                "{customers} were [charged too much|misled|billed for services they had not ordered]",
                "the practice [affected|hit] {customers}",
                "the company had overcharged {customers}",
                "{customers} paid more than they should have",
            ),
            nouns=("customers", "clients", "account holders"),
            source="ruling",
        ),
        Ask(
            "customers_home",
            Kind.COUNT,
            "How many customers were affected at home?",
            ("in {country} alone, {customers_home} were misled", "the practice hit {customers_home} in {country}"),
            nouns=("customers", "clients"),
            source="ruling",
        ),
        Ask(
            "refund",
            Kind.MONEY,
            "How much is to be paid back?",
            (
                "the company must also [refund|pay back] {refund}",
                "{refund} is to be [returned|paid back] to those affected",
                "refunds of {refund} are due on top",
            ),
            unit="currency",
            source="ruling",
        ),
        Ask(
            "practice",
            Kind.PERIOD,
            "When did the practice go on?",
            (
                "the practice went on {practice}",
                "the overcharging took place {practice}",
                "customers were misled {practice}",
            ),
            source="ruling",
        ),
        Ask(
            "complaints",
            Kind.COUNT,
            "How many complaints were there?",
            (
                "{complaints} had been [filed|lodged] with the regulator",
                "the regulator received {complaints}",
                "it took {complaints} before an inquiry was opened",
            ),
            nouns=("complaints",),
            source="regulator",
        ),
        Ask(
            "decided",
            Kind.DATE,
            "When was the fine decided?",
            (
                "the decision was [published|announced] {decided}",
                "the {regulator} announced the fine {decided}",
                "the ruling [fell|was handed down] {decided}",
            ),
        ),
        Ask(
            "appeal",
            Kind.DATE,
            "When will the appeal be heard?",
            ("an appeal will be heard {appeal}", "the court will take up the appeal {appeal}"),
        ),
        Ask(
            "fined",
            Kind.PARTY,
            "Who was fined?",
            (
                "the {fined_by} has fined {fined}",
                "{fined} has been fined by the {fined_by}",
                "{fined} was fined by the {fined_by} [for its bills|over hidden charges]",
                "in the end, the {fined_by} fined {fined}",
            ),
            role="fined party",
        ),
        Ask(
            "fined_by",
            Kind.PARTY,
            "Who imposed the fine?",
            (
                "the {fined_by} fined {fined} for hiding fees",
                "{fined} has been fined by the {fined_by} after a long inquiry",
            ),
            role="regulator",
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does the fine rank?",
            ("it is {rank} the authority has imposed", "it was {rank} in the history of {country}"),
        ),
    ),
    combined=(
        "{company_s} must pay a fine of {fine} and refund {refund} to its customers",
        "the fine of {fine} is for overcharging {customers} {practice}",
        "{customers} had paid {refund} too much",
    ),
    headlines=(
        "{company_s} [hit with|handed] fine of {fine}",
        "Regulator [punishes|penalises] {company_s} for overcharging",
        "{company_s} must pay {fine} for hidden fees",
        "{customers} [misled|overcharged] by {company_s}, regulator finds",
        "Overcharging: {company_s} [to appeal|rejects] ruling",
        "Hidden fees cost {company_s} dearly",
    ),
    leads=(
        "{company} must pay a fine of {fine} for hidden fees; the {regulator} decided the case {decided}",
        "the {regulator} has [come down hard on|punished] {company} with a fine of {fine}",
        "for charging {customers} too much, {company} has been ordered to pay {fine}",
        "a fine of {fine} awaits {company}, which hid fees in its bills",
        "{company} has [lost its fight|failed in its bid] to avoid a penalty for hidden fees",
    ),
    filler=(
        "{head}, who leads the authority, said the company had [ignored every warning|known what it was doing]",
        '"[Small print is no licence to deceive|Customers must be able to trust a bill]," {head} said',
        "{company_s} [rejected the findings|called the ruling disproportionate] and said it would appeal",
        "{lawyer}, a lawyer for the company, said the rules had been [unclear|changed after the fact]",
        "{complainant}, whose complaint set the inquiry in motion, felt [vindicated|relieved]",
        '"I thought I had made a mistake with my own bills," {complainant} said',
        "fees had been added under names that [hardly anyone understood|sounded like taxes]",
        "consumer groups welcomed the ruling and [asked for stricter rules|called for a ban]",
        "{partner_s}, which ran the billing for {company_s}, was not named in the ruling",
        "internal messages [quoted in|attached to] the ruling show that managers had discussed the risk",
    ),
    background=(
        "{other_s} was ordered to pay {#money 3000000 90000000} in a similar case {#year 1 6}",
        "{company_s} [has|serves] {#count 900000 9000000 customers} and earned {#money 90000000 900000000} {#year 1 2}",
        "the authority opened {#count 30 90 inquiries} {#year 1 3}",
    ),
    known_by=("company",),
    recalls=(
        "[shortly before|only recently], {company} had been fined {fine} for charging {customers} too much",
        "in a like case, {company} had been ordered to pay {fine} after {complaints}",
    ),
    sources={
        "ruling": Source("document", ("the ruling of the {regulator}", "the ruling", "the regulator's ruling")),
        "regulator": Source("speaker", ("the {regulator}", "the regulator", "a spokesman for the {regulator}")),
        "watchdog": Source("speaker", ("the consumer group Fair Bills",)),
    },
    variants={(DiscrepancyType.SCOPE, "customers"): "customers_home"},
    rivals={"complaints": "watchdog"},
    doubles={"fined": ("partner_s",)},
)
