"""Who may do what: tokens with a scope, and whoever asks."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Scope(StrEnum):
    """What a token allows; each scope includes those before it."""

    READ = "read"
    REVIEW = "review"
    ADMIN = "admin"

    def includes(self, other: "Scope") -> bool:
        """Whoever has this may do what the other allows."""
        order = list(Scope)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is listed: never with its secret, of which only a digest is kept."""

    name: str
    scope: Scope
    created: datetime
    expires: datetime | None = None
    revoked: datetime | None = None

    def is_valid(self, now: datetime) -> bool:
        """It was neither revoked nor did it expire."""
        return self.revoked is None and (self.expires is None or now < self.expires)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever asks: by the name of a token, or somebody at this machine, who needs none."""

    name: str
    scope: Scope


LOCAL = Visitor("local", Scope.ADMIN)
