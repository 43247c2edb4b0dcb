"""One company buys another."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, large, share, whole


def cast(names: Names) -> dict[str, str]:
    """Buyer, target, and who speaks of the deal."""
    return {
        "buyer": names.company(),
        "target": names.company(),
        "other": names.company(),
        "chief": names.person(),
        "target_chief": names.person(),
        "analyst": names.person(),
        "place": names.place(),
        "seat": names.place(),
        "country": names.country(),
        "regulator": names.body("Fair Competition"),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """A price, what it is above the market, and when the deal is to close."""
    return {
        "price": large(rng, 300_000_000, 40_000_000_000),
        "premium": share(rng, 12, 48),
        "per_share": Decimal(str(round(rng.uniform(4, 90), 2))),
        "staff": whole(rng, 900, 30_000),
        "announced": day - timedelta(days=rng.randint(0, 1)),
        "closing": day + timedelta(days=rng.randint(80, 200)),
        "deal_buyer": (names["buyer_s"],),
        "deal_target": (names["target_s"],),
        "savings": large(rng, 20_000_000, 400_000_000, 2),
        "rank": Standing("biggest", "acquisition", "acquisitions", "", rng.random() < 0.4),
    }


SCENE = Scene(
    name="takeover",
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "price",
            Kind.MONEY,
            "How much is paid for the company?",
            (
                "the [deal|transaction] values {target_s} at {price}",
                "{buyer_s} will pay {price} for [the company|{target_s}]",
                "shareholders of {target_s} are to receive {price} in cash",
                "the purchase price [is|comes to] {price}",
                "{target_s} will change hands for {price}",
                "the offer is worth {price}",
            ),
            unit="currency",
            source="statement",
            main=True,
        ),
        Ask(
            "premium",
            Kind.PERCENT,
            "How far is the offer above the share price?",
            (
                "the offer is [a premium of {premium}|{premium}] above the closing price of the shares",
                "that is a premium of {premium} [to|over] the closing price",
                "[investors|shareholders] are being offered a premium of {premium}",
            ),
            unit="%",
            source="statement",
        ),
        Ask(
            "per_share",
            Kind.MONEY,
            "What is offered per share?",
            (
                "{buyer_s} is offering {per_share} per share",
                "holders get {per_share} for each share",
                "the offer amounts to {per_share} a share",
            ),
            unit="currency",
            source="statement",
        ),
        Ask(
            "staff",
            Kind.COUNT,
            "How many people does the target employ?",
            (
                "{target_s} [has|employs] {staff}",
                "the deal would bring {staff} under the roof of {buyer_s}",
                "{staff} work for {target_s}",
            ),
            nouns=("employees", "workers", "people"),
            source="statement",
        ),
        Ask(
            "savings",
            Kind.MONEY,
            "How much is to be saved each year?",
            (
                "the deal is to bring savings of {savings} [annually|per annum]",
                "joint purchasing is to [save|yield] {savings} [annually|per annum]",
            ),
            unit="currency",
            source="statement",
        ),
        Ask(
            "announced",
            Kind.DATE,
            "When was the deal announced?",
            (
                "the deal was [announced|made public] {announced}",
                "both boards approved the deal {announced}",
                "the agreement was signed {announced}",
            ),
        ),
        Ask(
            "closing",
            Kind.DATE,
            "When is the deal to close?",
            (
                "the deal is expected to close {closing}",
                "the companies will complete the deal {closing}",
                "the transaction is to be completed {closing}",
            ),
            source="statement",
        ),
        Ask(
            "deal_buyer",
            Kind.PARTY,
            "Who is the buyer?",
            (
                "{deal_buyer} has agreed to buy {deal_target}",
                "{deal_target} is being acquired by {deal_buyer}",
                "{deal_buyer} is to acquire {deal_target}",
                "under the agreement, {deal_buyer} will buy {deal_target}",
            ),
            role="buyer",
        ),
        Ask(
            "deal_target",
            Kind.PARTY,
            "Who is bought?",
            (
                "{deal_buyer} is buying {deal_target} to [grow abroad|round off its range]",
                "{deal_target} has been bought by {deal_buyer}",
                "with the deal, {deal_buyer} acquires {deal_target} outright",
            ),
            role="target",
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does the deal rank?",
            ("it is {rank} in the company's history", "it would be {rank} in the history of the industry"),
        ),
    ),
    combined=(
        "{buyer_s} will pay {price} for a company with {staff}",
        "at {per_share} a share, {target_s} is valued at {price}",
        "the offer of {per_share} for each share is {premium} above the closing price",
        "the deal, worth {price}, is to yield savings of {savings} per annum and to close {closing}",
    ),
    headlines=(
        "{deal_buyer} [to buy|agrees to buy] {deal_target} for {price}",
        "{target_s} [sold|goes] to {buyer_s} in deal worth {price}",
        "{buyer_s} offers premium of {premium} for {target_s}",
        "{target_s} [board|management] backs sale to {buyer_s}",
        "Takeover: {buyer_s} reaches for {target_s}",
        "What {buyer_s} wants from {target_s}",
    ),
    leads=(
        "{deal_buyer:buyer} has agreed to buy {deal_target:target} for {price}; the deal was sealed {announced}",
        "{target} is being sold to {buyer} in a deal [worth|valued at] {price}",
        "the board of {target} has accepted a takeover offer of {price} from {buyer}",
        "{buyer}, based in {seat}, is taking over {target} for {price}, [uniting|joining] former rivals",
        "after [long|drawn-out] talks, {buyer} and {target} {announced} [sealed|agreed] a takeover worth {price}",
    ),
    filler=(
        "{chief}, chief executive of {buyer_s}, [called the deal a perfect fit|said the companies belonged together]",
        '"[We have admired this business for a long time|This is the right step at the right time]," {chief} said in a statement',
        "{target_chief}, who runs {target_s}, is to stay on [as an adviser|in a senior role]",
        "the deal needs the approval of the {regulator}, which has [grown wary of mergers|blocked similar plans before]",
        "{analyst}, an analyst in {place}, said the price was [steep but defensible|at the upper end of expectations]",
        '"[Nobody pays that much for the machines|They are buying the customers]," {analyst} said',
        "unions [warned of|fear] closures at the plant in {place}",
        "{other_s} had also [shown interest|looked at the books], people familiar with the talks said",
        "banks have [promised|committed] to finance the purchase, and no new shares will be issued",
        "shares of {target_s} [jumped|rose] after the news, while those of {buyer_s} [slipped|fell]",
        "the brands are to be kept apart, and the headquarters in {seat} will remain",
    ),
    background=(
        "{buyer_s} took over a smaller rival {#year 2 8} for {#money 40000000 900000000}",
        "{buyer_s} [reported|had] sales of {#money 2000000000 60000000000} {#year 1 2}, {#percent 2 14} more than before",
        "{other_s} paid {#money 90000000 2000000000} for a comparable business {#year 1 5}",
        "{target_s} was founded {#year 15 60} and [runs|has] {#count 12 80 factories}",
    ),
    known_by=("buyer", "target"),
    recalls=(
        "[only recently|shortly before], {buyer} had agreed to buy {target} for {price}",
        "in another deal, {buyer} had offered {per_share} a share for {target}, {premium} above the market",
    ),
    sources={
        "statement": Source(
            "document", ("a joint statement by {buyer_s} and {target_s}", "the joint statement", "the companies' joint statement")
        ),
        "filing": Source("document", ("a filing by {target_s} with the {regulator}", "the filing")),
    },
    rivals={"savings": "filing"},
)
