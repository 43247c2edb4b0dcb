"""What happens and who covers it: events with their facts, outlets with their assignments."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from corroborate.newsroom.difficulty import Difficulty
from corroborate.newsroom.houses import House
from corroborate.newsroom.scene import Growing, Scene, Value
from corroborate.newsroom.wording import Form

SPREAD = timedelta(days=3)
PHASE = timedelta(days=1)
LATEST = timedelta(days=6)
"""So long after the first updates late articles come."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `like` is the key of the event that it was made much like; `is_doubled` where any is like it."""

    key: str
    scene: Scene
    names: Mapping[str, str]
    facts: Mapping[str, Value | Growing]
    begun: datetime
    later: datetime
    currency: str
    like: str | None = None
    is_doubled: bool = False

    @property
    def day(self) -> date:
        """The day of the first reports."""
        return self.begun.date()

    @property
    def identity(self) -> str:
        """What no other event of any edition is likely to have."""
        return "/".join((self.key, *self.names.values()))

    def value(self, key: str, phase: int) -> Value:
        """What is true at a moment."""
        fact = self.facts[key]
        return fact.values[min(phase, len(fact.values) - 1)] if isinstance(fact, Growing) else fact

    def grows(self, key: str) -> bool:
        """The figure rises from report to report."""
        return isinstance(self.facts[key], Growing)


@dataclass(frozen=True, slots=True)
class Twist:
    """What one outlet says otherwise: another value, one fixed wording, another currency, another source.

    `until` is the last version of its article, counted from 0, in which it does.
    """

    value: Value | None = None
    form: Form | None = None
    unit: str | None = None
    source: str | None = None
    until: int = 99


@dataclass(frozen=True, slots=True)
class Assignment:
    """How an outlet covers an event.

    `mode` is official (named sources), own (its own voice), cites (another outlet named in `of`), wire (the text of `of`,
    credited) or reuse (the text of `of`, uncredited); with `is_rewritten` only parts of that text are kept. `phases` are the
    moments of its versions; `keys` the questions it answers. `recalls` is another event that it looks back at. A bare article
    holds nothing but figures; an undated one does not say when it appeared.
    """

    house: House
    event: Event
    mode: str
    phases: tuple[int, ...]
    published: tuple[datetime, ...]
    keys: tuple[str, ...]
    of: str | None = None
    twists: Mapping[str, Twist] = field(default_factory=dict)
    announced: bool = False
    corrects: str | None = None
    is_rewritten: bool = False
    is_bare: bool = False
    is_dated: bool = True
    recalls: Event | None = None

    @property
    def is_copy(self) -> bool:
        """The text is another outlet's."""
        return self.mode in ("wire", "reuse")

    @property
    def url(self) -> str:
        """Where the article stands."""
        topic = self.event.names.get("place", "news").lower().replace(" ", "-")
        return f"http://{self.house.host}/news/{self.event.day:%Y/%m}/{topic}-{self.event.scene.name}-{self.event.key}"

    def value(self, key: str, version: int) -> Value:
        """What this outlet holds to be true."""
        twist = self.twists.get(key)
        if twist is not None and twist.value is not None and version <= twist.until:
            return twist.value
        return self.event.value(key, self.phases[version])

    def with_twist(self, key: str, twist: Twist) -> "Assignment":
        """The same assignment with something said otherwise."""
        return replace(self, twists={**self.twists, key: twist})

    def instead(self, key: str, other: str) -> "Assignment":
        """The same assignment answering another question in place of one."""
        return replace(self, keys=tuple(other if one == key else one for one in self.keys if one != other))


@dataclass(frozen=True, slots=True)
class Staff:
    """Who can cover what happens, everything that happens, and how hard they make it."""

    houses: tuple[House, ...]
    events: tuple[Event, ...]
    difficulty: Difficulty


def assign(event: Event, staff: Staff, rng: Random) -> tuple[Assignment, ...]:
    """Who covers the event, how and when; the agency comes first, so that others can run its copy."""
    covering = _covering(staff, rng)
    made: list[Assignment] = []
    for index, house in enumerate(covering):
        mode, of = _mode(house, made, rng)
        copies = mode in ("wire", "reuse")
        grows = event_grows(event) and not copies
        late = index > 1 and mode in ("official", "own") and rng.random() < staff.difficulty.late
        first = rng.choice((1, 2)) if grows and mode != "cites" and index > 1 and rng.random() < 0.35 else 0
        first = 2 if late else first
        phases: tuple[int, ...] = (first,)
        if first == 0 and grows and mode != "cites" and rng.random() < 0.35:
            phases = (0, rng.choice((1, 2)))
        opened = event.begun + timedelta(minutes=20 * index)
        published = tuple(_late(event, rng) if late else _moment(event, opened, phase, rng) for phase in phases)
        one = Assignment(house, event, mode, phases, published, _keys(event.scene, house, rng), of, announced=rng.random() < 0.85)
        made.append(_hardened(one, staff, rng))
    return tuple(_share_keys(made))


def _hardened(one: Assignment, staff: Staff, rng: Random) -> Assignment:
    """The same with what makes it harder to place."""
    hard = staff.difficulty
    like = [event for event in staff.events if _is_told_of(event, one)]
    nearest = [event for event in like if event.key == one.event.like] or like
    return replace(
        one,
        is_rewritten=one.is_copy and rng.random() < hard.rewritten,
        is_bare=one.house.voice == "brief" and not one.is_copy and rng.random() < hard.bare,
        is_dated=one.is_copy or len(one.phases) > 1 or rng.random() >= hard.undated,
        recalls=rng.choice(nearest) if nearest and rng.random() < hard.recalls else None,
    )


def _is_told_of(event: Event, one: Assignment) -> bool:
    return event.scene is one.event.scene and event.key != one.event.key and event.begun < one.event.begun


def event_grows(event: Event) -> bool:
    """Some figure of the event rises."""
    return any(isinstance(fact, Growing) for fact in event.facts.values())


def beginning(seed: int) -> datetime:
    """Midnight of the day on which an edition begins; it depends on the seed alone."""
    return datetime(2024, 3, 4, tzinfo=UTC) + timedelta(days=(seed * 37) % 500)


def _covering(staff: Staff, rng: Random) -> list[House]:
    crowded = rng.random() < staff.difficulty.crowds
    most = min(len(staff.houses), 24 if crowded else 9)
    count = rng.randint(min(10 if crowded else 4, most), most)
    chosen = rng.sample(staff.houses, count)
    agencies = [house for house in staff.houses if house.voice == "agency"]
    if agencies and rng.random() < 0.75 and agencies[0] not in chosen:
        chosen[-1] = agencies[0]
    return sorted(chosen, key=lambda house: house.voice != "agency")


def _mode(house: House, made: list[Assignment], rng: Random) -> tuple[str, str | None]:
    wires = [one.house.name for one in made if one.house.voice == "agency"]
    direct = [one for one in made if one.mode in ("official", "own") and one.phases[0] == 0]
    roots = [one.house.name for one in direct if one.house.outlet.family != house.outlet.family]
    if house.voice == "agency" or not made:
        return rng.choice(("official", "own")), None
    sister = next((one for one in made if one.house.outlet.family == house.outlet.family), None)
    if sister is not None:
        # What papers of one owner rest on is one origin; were it two things, nobody could count them.
        return sister.mode, sister.of
    drawn = rng.random()
    if wires and drawn < 0.22:
        return "wire", wires[0]
    if wires and drawn < 0.32:
        return "reuse", wires[0]
    if roots and drawn < 0.45:
        return "cites", rng.choice(roots)
    return ("official" if drawn < 0.78 else "own"), None


def _moment(event: Event, opened: datetime, phase: int, rng: Random) -> datetime:
    if phase > 0:
        opened = event.later + PHASE * (phase - 1)
    return opened + timedelta(minutes=rng.randint(1, 15 if phase == 0 else 400))


def _late(event: Event, rng: Random) -> datetime:
    """Days after everybody else."""
    return event.later + PHASE + timedelta(minutes=rng.randint(8 * 60, (LATEST - PHASE) // timedelta(minutes=1) - 12 * 60))


def _keys(scene: Scene, house: House, rng: Random) -> tuple[str, ...]:
    depth = {"agency": 0.9, "daily": 0.7, "business": 0.75, "brief": 0.45}[house.voice]
    asks = scene.regular()
    return tuple(ask.key for ask in asks if ask.main or rng.random() < depth)


def _share_keys(made: list[Assignment]) -> list[Assignment]:
    """Copies say what their original says, and who cites another says no more than that one."""
    by_name = {one.house.name: one for one in made}
    return [replace(one, keys=_shared(one, by_name[one.of])) if one.of else one for one in made]


def _shared(one: Assignment, original: Assignment) -> tuple[str, ...]:
    if one.mode == "cites":
        return tuple(key for key in one.keys if key in original.keys)
    return original.keys
