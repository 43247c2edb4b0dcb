"""Telling hooks what is new: what is due is taken, sent, and noted; what was not taken is due again later."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from corroborate.errors import CorroborateError, UnknownId
from corroborate.model.alerts import Delivered, Delivery
from corroborate.publish.alerts.sending import Unreachable
from corroborate.publish.alerts.signing import HEADER, signature
from corroborate.publish.views import Row, discrepancy_row, instant
from corroborate.store import Store

Post = Callable[[str, bytes, Mapping[str, str]], int]
"""Sends a body to a URL and returns the status of the answer; raises Unreachable or CorroborateError."""
TAKEN = range(200, 300)


@dataclass(frozen=True, slots=True)
class Told:
    """How many deliveries were taken, and what went wrong with the others."""

    taken: int = 0
    failures: tuple[str, ...] = ()


def tell_hooks(store: Store, post: Post, clock: Callable[[], datetime]) -> Told:
    """Tell every hook what it does not know yet; an answer from 200 to 299 takes a delivery, once and for all."""
    if not store.hooks.all():
        return Told()
    store.hooks.note_events(clock())
    taken, failures = 0, list[str]()
    while due := store.hooks.take_due(clock()):
        for delivery in due:
            settled = _tell(store, delivery, post, clock)
            taken += settled.state is Delivered.DONE
            if settled.state is not Delivered.DONE:
                failures.append(_failure(settled))
    return Told(taken, tuple(failures))


def _tell(store: Store, delivery: Delivery, post: Post, clock: Callable[[], datetime]) -> Delivery:
    now = clock()
    hook = next((one for one in store.hooks.all() if one.name == delivery.hook), None)
    try:
        told = message(store, delivery)
    except UnknownId:
        return store.hooks.settle(delivery, answer="it was found no more", taken=True, now=now)
    if hook is None:
        return delivery
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "corroborate",
        "Corroborate-Delivery": f"{delivery.hook}:{delivery.event}",
        HEADER: signature(store.hooks.secret(hook.name), body, int(now.timestamp())),
    }
    try:
        status = post(hook.url, body, headers)
    except (Unreachable, CorroborateError) as error:
        return store.hooks.settle(delivery, answer=str(error), taken=False, now=clock())
    return store.hooks.settle(delivery, answer=str(status), taken=status in TAKEN, now=clock())


def message(store: Store, delivery: Delivery) -> Row:
    """What a hook is told; `delivery` is the same each time the same is told. Raises UnknownId."""
    record = store.discrepancies.get(delivery.event)
    row = discrepancy_row(record) | {"question": record.question, "title": record.story_title}
    return {
        "event": "discrepancy",
        "delivery": f"{delivery.hook}:{delivery.event}",
        "attempt": delivery.tries,
        "at": instant(record.discrepancy.first_seen),
        "discrepancy": row,
    }


def _failure(delivery: Delivery) -> str:
    end = "it is given up" if delivery.state is Delivered.GIVEN_UP else f"again from {delivery.next_at:%Y-%m-%d %H:%M} UTC"
    return f"hook {delivery.hook} did not take {delivery.event} ({delivery.answer}); {end}"
