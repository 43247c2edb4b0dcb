"""Differences put into the coverage of an event, each of a known type."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from corroborate.model.figures import Kind
from corroborate.model.findings import DiscrepancyType
from corroborate.newsroom.plot import PHASE, Assignment, Event, Twist
from corroborate.newsroom.scene import Standing
from corroborate.newsroom.slips import RATES, converted, misprint, other_day, other_number, slipped_hedge, stretched_hedge

EXPECTED_PER_EVENT = (0, 1, 1, 1, 2, 2, 3)


@dataclass(frozen=True, slots=True)
class Seed:
    """A difference put in: what type, in which questions, by which outlet."""

    type: DiscrepancyType
    questions: tuple[str, ...]
    outlet: str


@dataclass(frozen=True, slots=True)
class Plot:
    """An event as it is going to be covered."""

    event: Event
    assignments: tuple[Assignment, ...]
    seeds: tuple[Seed, ...] = ()

    def replaced(self, assignment: Assignment, seed: Seed | None) -> "Plot":
        """The plot with one outlet's assignment changed."""
        name = assignment.house.name
        changed = tuple(assignment if one.house.name == name else one for one in self.assignments)
        return Plot(self.event, changed, self.seeds + ((seed,) if seed else ()))

    def planted(self) -> set[str]:
        """The questions and outlets that are taken."""
        return {name for seed in self.seeds for name in (seed.outlet, *seed.questions)}

    def free(self, key: str) -> tuple[Assignment, ...]:
        """Outlets that answer the question first-hand, whom nobody copies, and beside whom others answer it."""
        answering = [one for one in self.assignments if key in one.keys]
        leaned_on = {one.of for one in self.assignments}
        taken = self.planted()
        return tuple(
            one for one in answering if len(answering) > 2 and one.mode in ("official", "own") and one.house.name not in leaned_on | taken
        )


class Desk:
    """Plants differences so that over an edition every type gets its turn."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._planted: Counter[DiscrepancyType] = Counter()

    def plant(self, event: Event, assignments: tuple[Assignment, ...]) -> Plot:
        """The coverage with none to three differences in it, and now and then a silent edit."""
        plot = Plot(event, assignments)
        wanted = self._rng.choice(EXPECTED_PER_EVENT)
        order = sorted(PLANTS, key=lambda type: (self._planted[type], self._rng.random()))
        for type in order:
            if len({(seed.type, seed.outlet) for seed in plot.seeds}) >= wanted:
                break
            plot = self._try(type, plot)
        return _silent_edit(plot, self._rng) if self._rng.random() < 0.3 else plot

    def _try(self, type: DiscrepancyType, plot: Plot) -> Plot:
        asked = [ask.key for ask in plot.event.scene.asks]
        for key in self._rng.sample(asked, len(asked)):
            if key in plot.planted():
                continue
            found = PLANTS[type](plot, key, self._rng)
            if found is not None:
                self._planted[type] += 1
                return found
        return plot


def _silent_edit(plot: Plot, rng: Random) -> Plot:
    """A wrong figure replaced without a word."""
    keys = [ask.key for ask in plot.event.scene.asks if ask.key not in plot.planted() and _is_number(plot, ask.key)]
    for key in rng.sample(keys, len(keys)):
        options = [one for one in plot.free(key) if one.phases == (0,)]
        if not options:
            continue
        value = plot.event.value(key, 0)
        assert isinstance(value, Decimal)
        edited = _twice(rng.choice(options), rng)
        return plot.replaced(replace(edited.with_twist(key, Twist(other_number(value, rng), until=0)), announced=False), None)
    return plot


def _conflict(plot: Plot, key: str, rng: Random) -> Plot | None:
    if _is_number(plot, key):
        value = plot.event.value(key, 0)
        assert isinstance(value, Decimal)
        return _twisted(plot, key, (DiscrepancyType.CONFLICT, Twist(other_number(value, rng))), rng)
    if plot.event.scene.ask(key).kind is Kind.DATE:
        day = plot.event.value(key, 0)
        assert isinstance(day, date)
        return _twisted(plot, key, (DiscrepancyType.CONFLICT, Twist(other_day(day, plot.event.day, rng))), rng)
    return None


def _typo(plot: Plot, key: str, rng: Random) -> Plot | None:
    value = plot.event.value(key, 0)
    if not _is_number(plot, key) or not isinstance(value, Decimal) or value < 1000:
        return None
    wrong = misprint(value, rng)
    return _twisted(plot, key, (DiscrepancyType.TYPO, Twist(wrong)), rng) if wrong is not None else None


def _rounding(plot: Plot, key: str, rng: Random) -> Plot | None:
    value = plot.event.value(key, 0)
    form = slipped_hedge(value) if _is_number(plot, key) and isinstance(value, Decimal) else None
    return _twisted(plot, key, (DiscrepancyType.ROUNDING, Twist(form=form)), rng) if form else None


def _tension(plot: Plot, key: str, rng: Random) -> Plot | None:
    value = plot.event.value(key, 0)
    form = stretched_hedge(value) if _is_number(plot, key) and isinstance(value, Decimal) else None
    return _twisted(plot, key, (DiscrepancyType.TENSION, Twist(form=form)), rng) if form else None


def _stale_copy(plot: Plot, key: str, rng: Random) -> Plot | None:
    """An outlet that comes last prints what was true first."""
    current = [one for one in plot.assignments if key in one.keys and one.phases[-1] > 0]
    if not plot.event.grows(key) or not current:
        return None
    options = [one for one in plot.free(key) if one not in current or len(current) > 1]
    if not options:
        return None
    late = rng.choice(options)
    after = max(moment for one in plot.assignments for moment in one.published) + timedelta(minutes=rng.randint(20, 90))
    twists = {one: Twist(plot.event.value(one, 0)) for one in plot.event.facts if plot.event.grows(one)}
    changed = replace(late, phases=(2,), published=(after,), twists={**late.twists, **twists})
    rising = [one for one in changed.keys if plot.event.grows(one) and one not in plot.event.scene.variants.values()]
    seeds = tuple(Seed(DiscrepancyType.STALE_COPY, (one,), late.house.name) for one in (key, *(one for one in rising if one != key)))
    return replace(plot.replaced(changed, None), seeds=plot.seeds + seeds)


def _correction(plot: Plot, key: str, rng: Random) -> Plot | None:
    value = plot.event.value(key, 0)
    options = [one for one in plot.free(key) if one.phases == (0,)]
    if not _is_number(plot, key) or not isinstance(value, Decimal) or not options:
        return None
    edited = _twice(rng.choice(options), rng)
    twisted = edited.with_twist(key, Twist(other_number(value, rng), until=0))
    changed = replace(twisted, announced=True, corrects=key)
    return plot.replaced(changed, Seed(DiscrepancyType.CORRECTION, (key,), edited.house.name))


def _unit(plot: Plot, key: str, rng: Random) -> Plot | None:
    value = plot.event.value(key, 0)
    if plot.event.scene.ask(key).kind is not Kind.MONEY or not isinstance(value, Decimal) or value < 10_000:
        return None
    other = rng.choice([code for code in RATES if code != plot.event.currency])
    twist = Twist(converted(value, plot.event.currency, other), unit=other)
    return _twisted(plot, key, (DiscrepancyType.UNIT, twist), rng, f"{key}@{other}")


def _variant(type: DiscrepancyType) -> Callable[[Plot, str, Random], Plot | None]:
    def plant(plot: Plot, key: str, rng: Random) -> Plot | None:
        other = plot.event.scene.variants.get((type, key))
        options = plot.free(key)
        if other is None or not options:
            return None
        chosen = rng.choice(options)
        return plot.replaced(chosen.instead(key, other), Seed(type, (key, other), chosen.house.name))

    return plant


def _arithmetic(plot: Plot, key: str, rng: Random) -> Plot | None:
    parts = plot.event.scene.sums.get(key)
    value = plot.event.value(key, 0)
    if parts is None or not isinstance(value, Decimal) or not plot.free(key):
        return None
    chosen = rng.choice(plot.free(key))
    wrong = value + max(Decimal(3), (value / 3).to_integral_value())
    keys = (*chosen.keys, *(part for part in parts if part not in chosen.keys))
    changed = replace(chosen.with_twist(key, Twist(wrong)), keys=keys)
    return plot.replaced(changed, Seed(DiscrepancyType.ARITHMETIC, parts, chosen.house.name))


def _attribution(plot: Plot, key: str, rng: Random) -> Plot | None:
    rival = plot.event.scene.rivals.get(key)
    official = [one for one in plot.free(key) if one.mode == "official"]
    if rival is None or len(official) < 2:
        return None
    chosen = rng.choice(official)
    return plot.replaced(chosen.with_twist(key, Twist(source=rival)), Seed(DiscrepancyType.ATTRIBUTION, (key,), chosen.house.name))


def _party(plot: Plot, key: str, rng: Random) -> Plot | None:
    doubles = plot.event.scene.doubles.get(key)
    if doubles is None:
        return None
    return _twisted(plot, key, (DiscrepancyType.PARTY, Twist(tuple(plot.event.names[name] for name in doubles))), rng)


def _rank(plot: Plot, key: str, rng: Random) -> Plot | None:
    value = plot.event.value(key, 0)
    if not isinstance(value, Standing):
        return None
    return _twisted(plot, key, (DiscrepancyType.RANK, Twist(replace(value, shared=not value.shared))), rng)


PLANTS: Mapping[DiscrepancyType, Callable[[Plot, str, Random], Plot | None]] = {
    DiscrepancyType.CONFLICT: _conflict,
    DiscrepancyType.TYPO: _typo,
    DiscrepancyType.ROUNDING: _rounding,
    DiscrepancyType.TENSION: _tension,
    DiscrepancyType.STALE_COPY: _stale_copy,
    DiscrepancyType.CORRECTION: _correction,
    DiscrepancyType.UNIT: _unit,
    DiscrepancyType.SCOPE: _variant(DiscrepancyType.SCOPE),
    DiscrepancyType.PERIOD: _variant(DiscrepancyType.PERIOD),
    DiscrepancyType.PART_WHOLE: _variant(DiscrepancyType.PART_WHOLE),
    DiscrepancyType.ARITHMETIC: _arithmetic,
    DiscrepancyType.ATTRIBUTION: _attribution,
    DiscrepancyType.PARTY: _party,
    DiscrepancyType.RANK: _rank,
}


def _twisted(plot: Plot, key: str, twist: tuple[DiscrepancyType, Twist], rng: Random, *others: str) -> Plot | None:
    options = plot.free(key)
    if not options:
        return None
    chosen = rng.choice(options)
    return plot.replaced(chosen.with_twist(key, twist[1]), Seed(twist[0], (key, *others), chosen.house.name))


def _twice(one: Assignment, rng: Random) -> Assignment:
    """The assignment with a second version a day or so later."""
    again = one.event.later + timedelta(minutes=rng.randint(0, 300)) + PHASE * rng.randint(0, 1)
    return replace(one, phases=(0, 0), published=(one.published[0], again), is_dated=True)


def _is_number(plot: Plot, key: str) -> bool:
    """A figure that stays the same from report to report and is large enough to be got wrong."""
    value = plot.event.value(key, 0)
    fixed = isinstance(value, Decimal) and not plot.event.grows(key)
    variants = plot.event.scene.variants.values()
    return fixed and key not in variants and isinstance(value, Decimal) and value >= 20 and key not in _summed(plot)


def _summed(plot: Plot) -> set[str]:
    return {part for parts in plot.event.scene.sums.values() for part in parts}
