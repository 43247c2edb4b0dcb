"""Round-ups: articles that tell two events in a few sentences each and belong to the story of neither."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from corroborate.newsroom.articles import Dealer, Text, sample, write
from corroborate.newsroom.houses import House
from corroborate.newsroom.plants import Plot
from corroborate.newsroom.plot import Assignment, Event, Staff
from corroborate.newsroom.prose import Written, join, plain
from corroborate.newsroom.publications import Copy, Publication

TITLES = ("In brief: {}; {}", "The news at a glance: {}; {}", "News in brief: {}, and {}", "{}, and more news in brief")
PLACE = "round-up"


def round_ups(plots: Sequence[Plot], staff: Staff, rng: Random) -> tuple[Copy, ...]:
    """Articles of outlets that cover neither of two events otherwise."""
    wanted = int(staff.difficulty.round_ups * len(plots) + rng.random())
    found = (_round_up(number, plots, staff, rng) for number in range(wanted if len(plots) > 1 else 0))
    return tuple(one for one in found if one is not None)


def _round_up(number: int, plots: Sequence[Plot], staff: Staff, rng: Random) -> Copy | None:
    pair = tuple(rng.sample(plots, 2))
    covering = {one.house.name for plot in pair for one in plot.assignments}
    free = [house for house in staff.houses if house.name not in covering and house.voice != "agency"]
    if not free:
        return None
    house = rng.choice(free)
    shown = max(plot.event.begun for plot in pair) + timedelta(minutes=rng.randint(200, 500))
    told = [_told(plot.event, house, shown, rng) for plot in pair]
    return _printed(f"http://{house.host}/news/{shown:%Y/%m}/in-brief-{number}", told, rng)


def _told(event: Event, house: House, shown: datetime, rng: Random) -> tuple[Assignment, Text]:
    """A few sentences on one of the events, as it was first known."""
    regular = [ask.key for ask in event.scene.regular()]
    keys = (regular[0], *rng.sample(regular[1:], 2))
    one = Assignment(house, event, "own", (0,), (shown,), keys)
    return one, write(sample(one, Dealer(rng), rng), one, 0)


def _printed(url: str, told: Sequence[tuple[Assignment, Text]], rng: Random) -> Copy:
    first, second = told
    title = _title(first[1].title, second[1].title, rng)
    body = tuple((PLACE, paragraph) for _, text in told for _, paragraph in text.body)
    assignment = first[0]
    publication = Publication(
        url=url,
        outlet=assignment.house.name,
        event="+".join(one.event.key for one, _ in told),
        version=0,
        published=assignment.published[0],
        modified=None,
        visible_from=assignment.published[0],
        title=title.text,
        byline=None,
        dateline=None,
        paragraphs=tuple(paragraph.text for _, paragraph in body),
    )
    claims = (*title.claims("title"), *(claim for place, paragraph in body for claim in paragraph.claims(place)))
    return Copy(publication, Text(title, body), assignment, claims)


def _title(first: Written, second: Written, rng: Random) -> Written:
    words = rng.choice(TITLES).split("{}")
    parts = [plain(words[0])]
    for headline, after in zip((first, second), words[1:], strict=False):
        parts += [headline, plain(after)]
    return join(parts, glue="").capitalised()
