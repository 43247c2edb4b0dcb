"""A made-up fortnight of news: events that share towns, people and words, each told in several articles."""

from dataclasses import replace
from datetime import timedelta
from random import Random

from corroborate.match.stories.sketches import Sketch, sketch
from corroborate.model.articles import Reading
from tests.factory import NOON, article, claim, quantity, reading

TOWNS = ["Aldervale", "Brackwater", "Carrow", "Fenwick", "Ostby", "Tilbury", "Harrowgate", "Sutterby"]
PEOPLE = ["Lindholm", "Ekdal", "Brandt", "Oske", "Hartog", "Voll", "Rask", "Kolb", "Vale", "Strand"]
DEEDS = ["fire", "flood", "strike", "verdict", "takeover", "robbery", "election", "landslide", "blackout", "outbreak"]
DETAIL = (
    *("rescuers", "divers", "prosecutors", "engineers", "farmers", "pupils", "bridge", "harbour", "tunnel", "factory", "chapel"),
    *("market", "pumps", "tents", "ballots", "shares", "tremor", "ashes", "ambulance", "siren", "witness", "ransom", "vaccine"),
    *("sandbags", "pickets", "jurors", "auction", "quarry", "ferry", "orchard", "turbine", "archive"),
)


def event(random: Random, number: int) -> list[Reading]:
    """What several outlets write of one event, over some days."""
    town, person, deed = random.choice(TOWNS), random.choice(PEOPLE), random.choice(DEEDS)
    detail, figure = random.sample(DETAIL, 8), str(random.randint(101, 4000))
    begins = random.uniform(0, 12)
    return [
        _told(random, (town, person, deed, *random.sample(detail, 4), figure), f"e{number}/{one}", begins + random.uniform(0, 3))
        for one in range(random.randint(1, 6))
    ]


def _told(random: Random, words: tuple[str, ...], place: str, days: float) -> Reading:
    town, person, deed, first, second, third, fourth, figure = words
    text = (
        f"The {deed} in {town} left {figure} people without {first}. In the evening {person} of {town} spoke of the {second} "
        f"and of {third}. Nobody in {random.choice(TOWNS)} had seen such a {deed}, and the {fourth} of {town} stays closed, said {person}."
    )
    published = NOON + timedelta(days=days) if random.random() < 0.9 else None
    of = article("Dune Daily", text, title=f"{deed} in {town}", url=f"https://dune-daily.example/{place}", published=published)
    return reading(of, claim(of, figure, quantity(figure, counted="people")))


def fortnight(seed: int, events: int) -> list[Sketch]:
    """Sketches of all articles."""
    random = Random(seed)
    return [sketch(told) for number in range(events) for told in event(random, number)]


def former(random: Random, later: Sketch, others: list[Sketch]) -> Sketch:
    """An earlier version of an article, which told something else at another time."""
    other = random.choice(others)
    return replace(other, article=later.article, revision="r_former", as_of=later.as_of - timedelta(days=random.choice((0, 0, 0.1, 2))))
