"""An edition: what some outlets publish about some events within a week, version by version, and what is true of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from corroborate.model.outlets import Outlet
from corroborate.newsroom.articles import Dealer, outline, write
from corroborate.newsroom.houses import House, houses
from corroborate.newsroom.plants import Desk, Plot
from corroborate.newsroom.plot import PHASE, SPREAD, Assignment, Event, assign, beginning, happen
from corroborate.newsroom.publications import Copy, Publication, copied, published
from corroborate.newsroom.scene import Scene
from corroborate.newsroom.scenes import SCENES
from corroborate.newsroom.truth import Truth
from corroborate.newsroom.verity import truth

# Every so many events, one is much like the one before it.
DOUBLES = 6


@dataclass(frozen=True, slots=True)
class Edition:
    """Outlets, what they publish, the moments at which there is something new to see, and the truth."""

    seed: int
    houses: tuple[House, ...]
    publications: tuple[Publication, ...]
    moments: tuple[datetime, ...]
    truth: Truth

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """The outlets as a configuration lists them."""
        return tuple(house.outlet for house in self.houses)

    def visible(self, now: datetime) -> tuple[Publication, ...]:
        """What stands on the web at a moment: the newest version of every article published by then."""
        shown = {one.url: one for one in self.publications if one.visible_from <= now}
        return tuple(shown.values())


def generate(seed: int, *, events: int = 6, outlets: int = 8) -> Edition:
    """An edition of so many events covered by so many outlets; the same seed gives the same edition."""
    rng = Random(f"edition/{seed}")
    start = beginning(seed)
    staff = houses(outlets, rng)
    order = rng.sample(SCENES, len(SCENES))
    planned: list[Assignment] = []
    plots: list[Plot] = []
    desk = Desk(rng)
    for number in range(events):
        like = plots[-1].event if number % DOUBLES == DOUBLES - 1 else order[number % len(order)]
        event, assigned = _cover(f"e{number}", like, start, staff, rng)
        plot = desk.plant(event, assigned)
        plots.append(plot)
        planned.extend(plot.assignments)
    written = tuple(one for plot in plots for one in _write(plot, rng))
    publications = tuple(sorted((copy.publication for copy in written), key=lambda one: (one.visible_from, one.url)))
    moments = tuple(start + SPREAD + PHASE * number for number in (1, 2, 3))
    return Edition(seed, staff, publications, moments, truth(plots, sorted(written, key=lambda copy: copy.publication.visible_from)))


def _cover(key: str, like: Scene | Event, start: datetime, staff: tuple[House, ...], rng: Random) -> tuple[Event, tuple[Assignment, ...]]:
    begun = start + timedelta(days=rng.randrange(SPREAD.days), hours=rng.randint(8, 14), minutes=rng.randrange(60))
    later = start + SPREAD + PHASE + timedelta(hours=8)
    event = happen(key, like, (begun, later), rng)
    return event, assign(event, begun, staff, rng)


def _write(plot: Plot, rng: Random) -> tuple[Copy, ...]:
    dealer = Dealer(Random(f"{plot.event.key}/{rng.random()}"))
    made: dict[str, list[Copy]] = {}
    for assignment in plot.assignments:
        if assignment.mode in ("wire", "reuse"):
            assert assignment.of is not None
            original = made[assignment.of][0]
            made[assignment.house.name] = [copied(original, assignment, rng)]
            continue
        plan = outline(assignment, dealer, rng)
        texts = [write(plan, assignment, version) for version in range(len(assignment.phases))]
        made[assignment.house.name] = [published(text, assignment, version) for version, text in enumerate(texts)]
    return tuple(copy for copies in made.values() for copy in copies)
