"""The tables of those who read over the network: tokens, saved searches, hooks and what became of telling them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from corroborate.store.columns import Table


class TokenRow(Table):
    """Who may ask over the network; of the secret only its digest is kept."""

    __tablename__ = "tokens"

    name: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    scope: Mapped[str]
    created: Mapped[datetime]
    expires: Mapped[datetime | None]
    revoked: Mapped[datetime | None]


class SavedSearchRow(Table):
    """A query that is asked again and again, by name."""

    __tablename__ = "saved_searches"

    name: Mapped[str] = mapped_column(primary_key=True)
    query: Mapped[str]
    by: Mapped[str]
    created: Mapped[datetime]


class HookRow(Table):
    """An address that is told of new discrepancies; `secret` signs what it is told."""

    __tablename__ = "hooks"

    name: Mapped[str] = mapped_column(primary_key=True)
    url: Mapped[str]
    secret: Mapped[str]
    created: Mapped[datetime]


class DeliveryRow(Table):
    """What became of telling an event to a hook."""

    __tablename__ = "deliveries"
    __table_args__ = (Index(None, "state", "next_at"),)

    hook: Mapped[str] = mapped_column(ForeignKey(HookRow.name, ondelete="CASCADE"), primary_key=True)
    event: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    tries: Mapped[int]
    next_at: Mapped[datetime]
    answer: Mapped[str | None]
    done: Mapped[datetime | None]
