"""What happens and who covers it: events with their facts, outlets with their assignments."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from corroborate.newsroom.houses import House
from corroborate.newsroom.scene import Growing, Scene, Value
from corroborate.newsroom.vocabulary import SUFFIXES, Names
from corroborate.newsroom.wording import Form

SPREAD = timedelta(days=3)
PHASE = timedelta(days=1)
SETTING = {"country", "region", "regulator"}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened."""

    key: str
    scene: Scene
    names: Mapping[str, str]
    facts: Mapping[str, Value | Growing]
    day: date
    currency: str
    later: datetime

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
    credited) or reuse (the text of `of`, uncredited). `phases` are the moments of its versions; `keys` the questions it answers.
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


def happen(key: str, like: Scene | Event, times: tuple[datetime, datetime], rng: Random) -> Event:
    """An event of that kind, cast and with its facts; updates of every event come once all are reported.

    Where an event is given, another of its kind happens: in the same country and under the same authorities, unless a country
    has only one of them at a time.
    """
    start, later = times
    scene = like if isinstance(like, Scene) else like.scene
    names = scene.cast(Names(rng))
    if isinstance(like, Event) and not scene.national:
        names |= {role: like.names[role] for role in SETTING & set(names)}
    names |= {f"{role}_s": _short(name) for role, name in names.items()}
    facts = scene.facts(rng, start.date(), names)
    currency = rng.choice(("USD", "EUR", "GBP", "USD", "CHF"))
    return Event(key, scene, names, facts, start.date(), currency, later)


def assign(event: Event, start: datetime, houses: tuple[House, ...], rng: Random) -> tuple[Assignment, ...]:
    """Who covers the event, how and when; the agency comes first, so that others can run its copy."""
    covering = _covering(houses, rng)
    made: list[Assignment] = []
    for index, house in enumerate(covering):
        mode, of = _mode(house, made, rng)
        later = event_grows(event) and mode not in ("wire", "reuse") and index > 1 and rng.random() < 0.35
        first = rng.choice((1, 2)) if later else 0
        if mode in ("wire", "reuse", "cites"):
            first = 0
        phases: tuple[int, ...] = (first,)
        if first == 0 and event_grows(event) and mode in ("official", "own") and rng.random() < 0.35:
            phases = (0, rng.choice((1, 2)))
        published = tuple(_moment(event, start + timedelta(minutes=20 * index), phase, rng) for phase in phases)
        made.append(Assignment(house, event, mode, phases, published, _keys(event.scene, house, rng), of, announced=rng.random() < 0.85))
    return tuple(_share_keys(made))


def event_grows(event: Event) -> bool:
    """Some figure of the event rises."""
    return any(isinstance(fact, Growing) for fact in event.facts.values())


def beginning(seed: int) -> datetime:
    """Midnight of the day on which an edition begins; it depends on the seed alone."""
    return datetime(2024, 3, 4, tzinfo=UTC) + timedelta(days=(seed * 37) % 500)


def _covering(houses: tuple[House, ...], rng: Random) -> list[House]:
    most = min(len(houses), 9)
    count = rng.randint(min(4, most), most)
    chosen = rng.sample(houses, count)
    agencies = [house for house in houses if house.voice == "agency"]
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


def _short(name: str) -> str:
    for suffix in SUFFIXES:
        if suffix and name.endswith(suffix):
            return name.removesuffix(suffix)
    return name
