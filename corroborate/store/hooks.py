"""Hooks and what became of telling them: each event once where the hook took it, again and again where it did not."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from secrets import token_urlsafe

from sqlalchemy import delete, select, update

from corroborate.errors import UsageError
from corroborate.model.alerts import Delivered, Delivery, Hook, after_failure
from corroborate.model.findings import Status
from corroborate.store.columns import insert_new
from corroborate.store.engine import Database
from corroborate.store.readership import DeliveryRow, HookRow
from corroborate.store.saved import check_name
from corroborate.store.tables import DiscrepancyRow

LEASE = timedelta(minutes=2)
"""For so long nobody else tells what one program is telling."""
MOST = 500


class Hooks:
    """Who is told of new discrepancies."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, hook: Hook) -> str:
        """Register a hook; returns the secret that signs what it is told. Raises UsageError for a name that is taken."""
        check_name(hook.name)
        secret = token_urlsafe(32)
        with self._database.writing() as session:
            if session.get(HookRow, hook.name) is not None:
                raise UsageError(f"there is a hook {hook.name!r} already", "remove it first, or give another name")
            session.add(HookRow(name=hook.name, url=hook.url, secret=secret, created=hook.created))
        return secret

    def all(self) -> tuple[Hook, ...]:
        """Every hook, by name."""
        with self._database.reading() as session:
            return tuple(Hook(row.name, row.url, row.created) for row in session.scalars(select(HookRow).order_by(HookRow.name)))

    def remove(self, name: str) -> None:
        """Tell it nothing any more. Raises UsageError where there is none of that name."""
        with self._database.writing() as session:
            if session.get(HookRow, name) is None:
                raise UsageError(f"there is no hook {name[:70]!r}", "see `corroborate hooks list`")
            session.execute(delete(HookRow).where(HookRow.name == name))

    def secret(self, name: str) -> str:
        """What signs what the hook is told."""
        with self._database.reading() as session:
            return session.get_one(HookRow, name).secret

    def note_events(self, now: datetime) -> None:
        """Let every hook be told of each open discrepancy that was first seen since it was registered and that it does not know."""
        with self._database.writing() as session:
            for hook in session.scalars(select(HookRow)).all():
                told = select(DeliveryRow.event).where(DeliveryRow.hook == hook.name)
                events = select(DiscrepancyRow.id).where(DiscrepancyRow.first_seen >= hook.created, DiscrepancyRow.id.not_in(told))
                new = session.scalars(events.where(DiscrepancyRow.status == Status.OPEN.value).order_by(DiscrepancyRow.first_seen)).all()
                rows = {"hook": hook.name, "state": Delivered.DUE.value, "tries": 0, "next_at": now, "answer": None, "done": None}
                insert_new(session, DeliveryRow, [rows | {"event": event} for event in new])

    def take_due(self, now: datetime) -> tuple[Delivery, ...]:
        """The deliveries that are due, each lent to the caller for a while: no other program tells them meanwhile."""
        due = select(DeliveryRow).where(DeliveryRow.state == Delivered.DUE.value, DeliveryRow.next_at <= now)
        with self._database.writing() as session:
            rows = session.scalars(due.order_by(DeliveryRow.next_at, DeliveryRow.event).limit(MOST).with_for_update(skip_locked=True)).all()
            for row in rows:
                row.next_at = now + LEASE
                row.tries += 1
            return tuple(_delivery(row) for row in rows)

    def settle(self, delivery: Delivery, *, answer: str, taken: bool, now: datetime) -> Delivery:
        """Note what the hook answered, and when it is told again where it did not take it."""
        again = None if taken else after_failure(delivery.tries, now)
        state = Delivered.DONE if taken else Delivered.DUE if again is not None else Delivered.GIVEN_UP
        values = {"state": state.value, "answer": answer[:200], "next_at": again or now, "done": now if again is None else None}
        key = (DeliveryRow.hook == delivery.hook, DeliveryRow.event == delivery.event)
        with self._database.writing() as session:
            session.execute(update(DeliveryRow).where(*key).values(**values), execution_options={"synchronize_session": False})
            row = session.scalars(select(DeliveryRow).where(*key)).one_or_none()
            return delivery if row is None else _delivery(row)

    def deliveries(self, hooks: Iterable[str] | None = None) -> tuple[Delivery, ...]:
        """What became of each event, of all hooks or of some, latest first."""
        query = select(DeliveryRow).order_by(DeliveryRow.next_at.desc(), DeliveryRow.event)
        query = query if hooks is None else query.where(DeliveryRow.hook.in_(list(hooks)))
        with self._database.reading() as session:
            return tuple(_delivery(row) for row in session.scalars(query.limit(MOST)))


def _delivery(row: DeliveryRow) -> Delivery:
    return Delivery(row.hook, row.event, Delivered(row.state), row.tries, row.next_at, row.answer, row.done)
