"""Who and what an event is made of: people, companies and towns that may be known from others, figures that may coincide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.newsroom.difficulty import Difficulty
from corroborate.newsroom.names import Names
from corroborate.newsroom.plot import Event
from corroborate.newsroom.scene import Growing, Scene, Value
from corroborate.newsroom.vocabulary import SUFFIXES

SETTING = {"country", "region", "regulator", "committee"}
"""What two events much alike have in common."""

NEIGHBOURHOOD = {"minister", "analyst", "geologist", "biologist", "scholar", "mediator", "place", "town", "seat", "other", "rival"}
NEIGHBOURHOOD |= {"port", "destination", "operator", "maker", "supplier", "grid", "chief"}
"""What they may have in common besides."""

SHARED = 0.6
REACH = 8
"""An event is like one of so many before it."""

ATTEMPTS = 50

NEAR = Decimal(3)
"""A figure is at most so many times the one that it coincides with."""


class Casting:
    """Casts the events of an edition one after the other."""

    def __init__(self, order: Sequence[Scene], difficulty: Difficulty, rng: Random) -> None:
        self._order = order
        self._difficulty = difficulty
        self._rng = rng
        self._circle: dict[str, list[str]] = {}
        self.events: list[Event] = []

    def next(self, start: datetime, later: datetime) -> Event:
        """The next event: of the kind whose turn it is, or much like one of the last ones."""
        number = len(self.events)
        doubled = number > 0 and self._rng.random() < self._difficulty.doubles
        like = self._rng.choice(self.events[-REACH:]) if doubled else None
        scene = self._order[number % len(self._order)] if like is None else like.scene
        names = self._cast(scene, like)
        facts = self._coinciding(scene, scene.facts(self._rng, start.date(), names))
        currency = self._rng.choice(("USD", "EUR", "GBP", "USD", "CHF")) if like is None else like.currency
        event = Event(f"e{number}", scene, names, facts, start, later, currency, like.key if like is not None else None)
        self.events.append(event)
        return event

    def _cast(self, scene: Scene, like: Event | None) -> dict[str, str]:
        """Names under which no other event of the kind is known."""
        taken = {event.names[role] for event in self.events if event.scene is scene for role in scene.known_by}
        for _ in range(ATTEMPTS):
            names = scene.cast(Names(self._rng, self._circle, self._difficulty.familiar))
            if like is not None and not scene.national:
                names |= {role: like.names[role] for role in self._common(scene) if role in names}
            if not taken & {names[role] for role in scene.known_by}:
                break
        return names | {f"{role}_s": _short(name) for role, name in names.items()}

    def _common(self, scene: Scene) -> set[str]:
        near = {role for role in sorted(NEIGHBOURHOOD) if self._rng.random() < SHARED}
        return (SETTING | near) - set(scene.known_by)

    def _coinciding(self, scene: Scene, facts: Mapping[str, Value | Growing]) -> dict[str, Value | Growing]:
        """Some figures are, by chance, those of another question or of another event."""
        made = dict(facts)
        bound = {name for pair in scene.variants.items() for name in (pair[0][1], pair[1])} | {
            name for key, parts in scene.sums.items() for name in (key, *parts)
        }
        for ask in scene.asks:
            value = made[ask.key]
            if ask.key in bound or not isinstance(value, Decimal) or value < 20 or self._rng.random() > self._difficulty.coincidences:
                continue
            others = {key: fact for key, fact in made.items() if key != ask.key}
            options = [one for one in self._figures(scene, others, ask.kind, ask.unit) if value / NEAR <= one <= value * NEAR and one >= 20]
            if options:
                made[ask.key] = self._rng.choice(options)
        return made

    def _figures(self, scene: Scene, facts: Mapping[str, Value | Growing], kind: Kind, unit: str | None) -> Iterator[Decimal]:
        """Figures of one kind and unit, of the event itself and of others."""
        told = [(scene, facts), *((event.scene, event.facts) for event in self.events[-2 * REACH :])]
        for other, known in told:
            asks = [ask for ask in other.asks if (ask.kind, ask.unit) == (kind, unit) and ask.key in known]
            for ask in asks:
                fact = known[ask.key]
                yield from (value for value in (fact.values if isinstance(fact, Growing) else (fact,)) if isinstance(value, Decimal))


def cast(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, those told that others are like them."""
    doubled = {key for pair in alike(events) for key in pair}
    return tuple(replace(event, is_doubled=event.key in doubled) for event in events)


def alike(events: Sequence[Event]) -> tuple[tuple[str, str], ...]:
    """The pairs of events that are much alike: of one kind, the one made after the other or both after a third."""
    pairs = [(one, other) for place, other in enumerate(events) for one in events[:place] if one.scene is other.scene]
    return tuple((one.key, other.key) for one, other in pairs if other.like == one.key or (one.like is not None and one.like == other.like))


def known_by(event: Event) -> tuple[str, ...]:
    """The slots of a template that tell the event from others like it."""
    roles = event.scene.known_by
    return tuple(slot for role in roles for slot in (f"{{{role}}}", f"{{{role}_s}}", f":{role}}}"))


def _short(name: str) -> str:
    for suffix in SUFFIXES:
        if suffix and name.endswith(suffix):
            return name.removesuffix(suffix)
    return name
