"""A statistics office publishes prices and jobs."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.names import Names
from corroborate.newsroom.scene import Ask, Growing, Scene, Source, Standing, Value, share, whole


def cast(names: Names) -> dict[str, str]:
    """The country, its statisticians and those who live with the figures."""
    return {
        "country": names.country(),
        "place": names.place(),
        "town": names.place(),
        "minister": names.official(),
        "economist": names.person(),
        "baker": names.person(),
        "chief": names.person(),
        "bank": names.company(),
    }


def facts(rng: Random, day: date, names: Mapping[str, str]) -> dict[str, Value | Growing]:
    """Inflation of a month and of a year, jobs, wages; what comes next."""
    inflation = share(rng, 3.1, 8.4)
    year = day.year - 1
    return {
        "inflation": inflation,
        "inflation_year": inflation + Decimal(rng.randint(13, 29)) / 10,
        "food": share(rng, 9.1, 19),
        "energy": share(rng, 21, 44),
        "jobless": whole(rng, 110_000, 2_900_000),
        "rate": share(rng, 4.1, 12),
        "basket": whole(rng, 410, 890),
        "published": day - timedelta(days=rng.randint(0, 1)),
        "meeting": day + timedelta(days=rng.randint(9, 40)),
        "quarter": (date(year, 10, 1), date(year, 12, 31)),
        "year": (date(year, 1, 1), date(year, 12, 31)),
        "rank": Standing("highest", "inflation rate", "inflation rates", "", rng.random() < 0.5),
    }


SCENE = Scene(
    name="prices",
    national=True,
    cast=cast,
    facts=facts,
    asks=(
        Ask(
            "inflation",
            Kind.PERCENT,
            "How high was inflation in the quarter?",
            (
                "inflation [was|stood at|came to] {inflation} {quarter:when}",
                "consumer prices rose by {inflation} {quarter:when}",
                "{quarter:when}, inflation [reached|was] {inflation}",
                "life in {country} became {inflation} dearer {quarter:when}",
            ),
            unit="%",
            source="office",
            main=True,
        ),
        Ask(
            "inflation_year",
            Kind.PERCENT,
            "How high was inflation in the year?",
            ("inflation was {inflation_year} {year:when}", "consumer prices rose by {inflation_year} {year:when}"),
            unit="%",
            source="office",
        ),
        Ask(
            "food",
            Kind.PERCENT,
            "How much dearer did food become?",
            ("food prices rose by {food}", "food became {food} dearer", "shoppers paid {food} more for food"),
            unit="%",
            source="office",
        ),
        Ask(
            "energy",
            Kind.PERCENT,
            "How much dearer did energy become?",
            ("energy prices rose by {energy}", "the price of energy went up by {energy}", "households paid {energy} more for heating"),
            unit="%",
            source="office",
        ),
        Ask(
            "jobless",
            Kind.COUNT,
            "How many people are out of work?",
            (
                "{jobless} are [out of work|without a job]",
                "the number of unemployed [stands|stood] at {jobless:n}",
                "{jobless} were registered as unemployed",
            ),
            nouns=("people",),
            source="labour",
        ),
        Ask(
            "rate",
            Kind.PERCENT,
            "How high is the unemployment rate?",
            ("the unemployment rate [is|stands at] {rate}", "unemployment was {rate}", "the jobless rate came to {rate}"),
            unit="%",
            source="labour",
        ),
        Ask(
            "basket",
            Kind.COUNT,
            "How many goods are in the basket?",
            ("the office tracks the prices of {basket}", "the basket holds {basket}", "prices of {basket} go into the index"),
            nouns=("goods", "products"),
            source="office",
        ),
        Ask(
            "published",
            Kind.DATE,
            "When were the figures published?",
            ("the figures were published {published}", "the report came out {published}", "the statistics were released {published}"),
        ),
        Ask(
            "meeting",
            Kind.DATE,
            "When does the central bank meet?",
            (
                "the central bank will decide on interest rates {meeting}",
                "the central bank will meet {meeting}",
                "the governors will decide on interest rates {meeting}",
            ),
        ),
        Ask(
            "rank",
            Kind.RANK,
            "How does inflation rank?",
            ("it was {rank} in the region", "it is {rank} that {country} has known", "that makes it {rank} in the history of the republic"),
        ),
    ),
    combined=(
        "food became {food} dearer and energy {energy}",
        "{jobless} are out of work, which makes for a jobless rate of {rate}",
        "prices of {basket} rose by {inflation} {quarter:when}",
    ),
    headlines=(
        "Inflation in {country} [at|hits] {inflation}",
        "Food {food} dearer in {country}",
        "{jobless} out of work in {country}",
        "Prices in {country} keep rising",
        "Shoppers in {place} count their coins",
        "Energy costs up {energy} in {country}",
    ),
    leads=(
        "prices in {country} keep rising: inflation stood at {inflation} {quarter:when}",
        "inflation in {country} came to {inflation} {quarter:when}; food alone became {food} dearer",
        "life in {country} has become dearer, and {jobless} are out of work",
        "shoppers in {country} have to dig deeper into their pockets",
        "food prices in {country} have risen by {food}",
        "new figures show how hard rising prices hit families in {country}",
    ),
    filler=(
        "{baker}, a baker in {place}, has had to [raise prices again|let an apprentice go]",
        '"[Flour, gas, rent, all of it has become dearer|My customers count their coins]," {baker} said',
        "{economist}, an economist at {bank_s}, had expected [less|a slower rise]",
        '"[The peak is not behind us|Wages will have to follow]," {economist} said',
        "{minister} [promised relief for families|blamed the weather and the war abroad]",
        "{chief}, the governor of the central bank, [declined to comment|had warned of rising prices]",
        "unions called for higher wages",
        "food banks in {town} report longer queues",
        "landlords have begun to pass on the costs",
        "the opposition [spoke of a failure|demanded price controls]",
    ),
    background=(
        "when prices were rising {#year 8 30}, inflation had reached {#percent 20 40}",
        "{country} has {#count 3000000 60000000 inhabitants}",
        "a loaf of bread cost {#money 2 6} {#year 1 2}",
    ),
    known_by=("country",),
    recalls=(
        "in {country}, inflation had come to {inflation} and food had become {food} dearer, it was reported [before|not long before]",
        "{country} had counted {jobless} out of work [shortly before|not long before]",
    ),
    sources={
        "office": Source("speaker", ("the statistics office of {country}", "the statistics office")),
        "labour": Source("speaker", ("the labour agency of {country}", "the labour agency")),
        "institute": Source("speaker", ("the Brightwell Institute",)),
    },
    variants={(DiscrepancyType.PERIOD, "inflation"): "inflation_year"},
    rivals={"basket": "institute"},
)
