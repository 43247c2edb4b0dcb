"""Which stories can come out otherwise where outlets came, went or changed hands: those that have them or name them.

Every import of a new outlet would else have all stories of the database gone through again.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from corroborate.match.origins.outlets import WORD, outlet_names
from corroborate.model.outlets import Outlet

THE = "the"


@dataclass(frozen=True)
class Owners:
    """The outlets with which stories are matched, as far as that depends on them, in order of their names, and the rates at which
    sums are compared, in words.
    """

    outlets: tuple[Outlet, ...]
    rates: str = ""

    @classmethod
    def of(cls, outlets: Iterable[Outlet], rates: str = "") -> "Owners":
        """Those of some outlets: feeds and the like change no story."""
        kept = (Outlet(one.name, one.family, aliases=tuple(one.aliases), agency=one.agency) for one in outlets)
        return cls(tuple(sorted(kept, key=lambda one: one.name)), rates)

    @classmethod
    def read(cls, text: str) -> "Owners | None":
        """What `written` wrote; None for anything else."""
        try:
            rates, told = json.loads(text)
            return cls(tuple(Outlet(name, family, aliases=tuple(aliases), agency=agency) for name, family, aliases, agency in told), rates)
        except (ValueError, TypeError):
            return None

    def written(self) -> str:
        """As text, to be remembered."""
        return json.dumps([self.rates, [(one.name, one.family, one.aliases, one.agency) for one in self.outlets]])

    @cached_property
    def by_name(self) -> dict[str, Outlet]:
        """The outlets by their names."""
        return {one.name: one for one in self.outlets}


@dataclass(frozen=True, slots=True)
class Turnover:
    """What changed: `outlets` that came, went or changed, `known` all that there are now, and the words of `names` that mean another
    outlet than before, or one that changed: {"harbour", "herald"}.
    """

    outlets: frozenset[str]
    known: frozenset[str]
    names: frozenset[frozenset[str]]

    def concerns(self, outlet: str, texts: Sequence[str]) -> bool:
        """Whether an article of that outlet can be read otherwise now; `texts` are all in which it can name outlets."""
        if outlet in self.outlets or outlet not in self.known:
            return True
        told = "\n".join(texts).lower()
        return any(all(word in told for word in words) for words in self.names)


def turnover(before: Owners, after: Owners) -> Turnover:
    """What changed from some owners to others."""
    old, new = before.by_name, after.by_name
    changed = frozenset(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    meant = outlet_names(old), outlet_names(new)
    names = (name for name in meant[0].keys() | meant[1].keys() if _means_another(meant[0].get(name), meant[1].get(name), changed))
    return Turnover(changed, frozenset(new), frozenset(frozenset(WORD.findall(name)) - {THE} for name in names))


def _means_another(before: str | None, after: str | None, changed: frozenset[str]) -> bool:
    return before != after or before in changed or after in changed
