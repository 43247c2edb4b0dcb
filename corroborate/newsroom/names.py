"""Names for those who take part in an event, some of them known from others."""

from collections.abc import Callable
from random import Random

from corroborate.newsroom.vocabulary import (
    BODIES,
    COUNTRIES,
    FAMILY_NAMES,
    FIRM_HEADS,
    FIRM_TAILS,
    GIVEN,
    PLACES,
    PRODUCTS,
    STEMS,
    SUFFIXES,
    TITLES,
    TOWN_HEADS,
    TOWN_TAILS,
    TRADES,
    VESSEL_HEADS,
    VESSEL_TAILS,
    VESSELS,
)


class Names:
    """Names drawn for one event, none of them twice.

    The `circle` holds the names of other events by what they name; a share of the names, `familiar`, comes from there.
    """

    def __init__(self, rng: Random, circle: dict[str, list[str]] | None = None, familiar: float = 0.0) -> None:
        self._rng = rng
        self._used: set[str] = set()
        self._circle = circle
        self._familiar = familiar

    def _known(self, sort: str, make: Callable[[], str]) -> str:
        """A name known from another event, or else a new one, which is remembered."""
        if self._circle is None:
            return make()
        used = {part for word in self._used for part in word.split("-")}
        known = [name for name in self._circle.get(sort, ()) if not used & set(name.split())]
        name = self._rng.choice(known) if known and self._rng.random() < self._familiar else make()
        self._used.update(name.split())
        self._circle.setdefault(sort, []).append(name)
        return name

    def _fresh(self, words: tuple[str, ...] | list[str]) -> str:
        left = [word for word in words if word not in self._used]
        word = self._rng.choice(left or list(words))
        self._used.add(word)
        return word.replace("-", " ")

    def place(self) -> str:
        """A town; half of them are made of parts, so that large editions do not run out of towns."""
        return self._known("place", self._place)

    def _place(self) -> str:
        if self._rng.random() < 0.5:
            return self._fresh(PLACES)
        return f"{self._fresh(TOWN_HEADS)}{self._rng.choice(TOWN_TAILS)}"

    def country(self) -> str:
        """A state."""
        return self._fresh(COUNTRIES)

    def person(self) -> str:
        """Given name and family name."""
        return self._known("person", self._person)

    def _person(self) -> str:
        return f"{self._fresh(GIVEN)} {self._fresh(FAMILY_NAMES)}"

    def official(self) -> str:
        """A title with a name."""
        return self._known("official", lambda: f"{self._fresh(TITLES)} {self._person()}")

    def company(self) -> str:
        """A company, now and then with its legal form."""
        return self._known("company", self._company)

    def _company(self) -> str:
        stem = self._fresh(STEMS) if self._rng.random() < 0.5 else self._fresh(FIRM_HEADS) + self._rng.choice(FIRM_TAILS)
        return f"{stem} {self._fresh(TRADES)}{self._rng.choice(SUFFIXES)}"

    def body(self, matter: str) -> str:
        """A public body for a matter: "Office of Rail Safety"."""
        return self._known(matter, lambda: self._body(matter))

    def _body(self, matter: str) -> str:
        kind = self._fresh(BODIES)
        return f"{kind} of {matter}" if self._rng.random() < 0.5 else f"{matter} {kind}"

    def product(self) -> str:
        """An appliance with a number in its name: "Breeze 40"."""
        return f"{self._fresh(PRODUCTS)} {self._rng.choice((7, 20, 40, 300, 850))}"

    def vessel(self) -> str:
        """A ship; half of them have made names, so that large editions do not run out of ships."""
        if self._rng.random() < 0.5:
            return self._fresh(VESSELS)
        return f"{self._rng.choice(VESSEL_HEADS)} {self._rng.choice(VESSEL_TAILS)}"
