"""An edition: what some outlets publish about some events within a week, version by version, and what is true of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from corroborate.model.outlets import Outlet
from corroborate.newsroom.articles import Dealer, outline, write
from corroborate.newsroom.casting import Casting, cast
from corroborate.newsroom.difficulty import HARD, Difficulty
from corroborate.newsroom.houses import House, houses
from corroborate.newsroom.plants import Desk, Plot
from corroborate.newsroom.plot import LATEST, PHASE, SPREAD, Event, Staff, assign, beginning
from corroborate.newsroom.publications import Copy, Publication, copied, published
from corroborate.newsroom.roundups import round_ups
from corroborate.newsroom.scenes import SCENES
from corroborate.newsroom.truth import Truth
from corroborate.newsroom.verity import truth


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


def generate(seed: int, *, events: int = 6, outlets: int = 8, difficulty: Difficulty = HARD) -> Edition:
    """An edition of so many events covered by so many outlets; the same seed gives the same edition."""
    rng = Random(f"edition/{seed}")
    start = beginning(seed)
    staff = Staff(houses(outlets, rng), _happen(events, start, difficulty, rng), difficulty)
    desk = Desk(rng)
    plots = [desk.plant(event, assign(event, staff, rng)) for event in staff.events]
    written = [one for plot in plots for one in _write(plot, rng)]
    rounds = round_ups(plots, staff, rng)
    shown = sorted((*written, *rounds), key=lambda copy: (copy.publication.visible_from, copy.publication.url))
    last = LATEST if difficulty.late else PHASE * 2
    moments = (start + SPREAD + PHASE, start + SPREAD + PHASE * 2, start + SPREAD + PHASE + last)
    return Edition(seed, staff.houses, tuple(copy.publication for copy in shown), moments, truth(plots, shown))


def _happen(number: int, start: datetime, difficulty: Difficulty, rng: Random) -> tuple[Event, ...]:
    """So many events of the days in which an edition begins; updates of every one come once all are reported."""
    casting = Casting(rng.sample(SCENES, len(SCENES)), difficulty, rng)
    later = start + SPREAD + PHASE + timedelta(hours=8)
    for _ in range(number):
        casting.next(start + timedelta(days=rng.randrange(SPREAD.days), hours=rng.randint(8, 14), minutes=rng.randrange(60)), later)
    return cast(casting.events)


def _write(plot: Plot, rng: Random) -> tuple[Copy, ...]:
    dealer = Dealer(Random(f"{plot.event.key}/{rng.random()}"))
    made: dict[str, list[Copy]] = {}
    for assignment in plot.assignments:
        if assignment.is_copy:
            assert assignment.of is not None
            original = made[assignment.of][0]
            made[assignment.house.name] = [copied(original, assignment, rng)]
            continue
        plan = outline(assignment, dealer, rng)
        texts = [write(plan, assignment, version) for version in range(len(assignment.phases))]
        made[assignment.house.name] = [published(text, assignment, version) for version, text in enumerate(texts)]
    return tuple(copy for copies in made.values() for copy in copies)
