"""Digests on their way: compiled from the database, narrowed for each reader, mailed once a day and written down.

A digest goes out once for each reader and day (UTC). It is written down before it is sent and again when the server has
taken it. Where the program died in between, it is not sent again that day, since a reader rather misses a mail than gets
it twice; the next day's digest begins where the last one ended that is known to have arrived, so that nothing is missed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from corroborate.config import DigestSection, ReaderSection, mail_password
from corroborate.errors import CorroborateError, NotSent, PerhapsSent, QueryError, UsageError
from corroborate.model.queries import EVERYTHING, Query
from corroborate.publish.digest import read_digest
from corroborate.publish.language import parse
from corroborate.publish.mail import Mailbox, Security, address_of, compose, send
from corroborate.store import Store
from corroborate.store.dispatches import Delivery, Dispatch

DAY = timedelta(days=1)
FURTHEST = timedelta(days=7)
"""However long none was sent, a digest reaches back no further."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a reader's digest, in a line; `failed` where it is not known to have arrived."""

    reader: str
    told: str
    failed: bool = False

    def __str__(self) -> str:
        return f"{self.reader}: {self.told}"


def mailbox_of(section: DigestSection) -> Mailbox:
    """The server that settings name. Raises UsageError where they name none, or its sender is no address."""
    mail = section.mail
    if mail is None:
        raise UsageError("there is no mail server", "name one in feeds.yaml, under settings.digest.mail")
    address_of(mail.sender)
    return Mailbox(mail.host, mail.port, Security(mail.security), mail.sender, mail.user, mail_password(), mail.authority)


def reader_named(section: DigestSection, name: str) -> ReaderSection:
    """The reader of that name. Raises UsageError where there is none."""
    for reader in section.readers:
        if reader.name == name:
            return reader
    known = ", ".join(reader.name for reader in section.readers) or "none is listed"
    raise UsageError(f"there is no reader {name!r}", f"known in feeds.yaml: {known}")


def wish_of(reader: ReaderSection) -> Query:
    """What a reader wants. Raises UsageError where it cannot be read."""
    try:
        query = EVERYTHING if reader.where is None else parse(reader.where)
    except QueryError as error:
        raise UsageError(f"feeds.yaml, reader {reader.name!r}, where: {error.problem}", error.remedy) from None
    for address in reader.to:
        address_of(address)
    return query


def mail_all(store: Store, section: DigestSection, now: datetime, *, only: str | None = None, again: bool = False) -> Iterator[Sent]:
    """Mail every reader, or one, the digest of the day, unless that was done; a failure at one reader stops no other.

    Raises UsageError where settings are wrong, before anything is sent.
    """
    readers = section.readers if only is None else (reader_named(section, only),)
    if not readers:
        raise UsageError("there are no readers", "list some in feeds.yaml, under settings.digest.readers")
    names = [reader.name for reader in section.readers]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UsageError(f"reader {twice!r} is listed twice in feeds.yaml", "keep one of them, or rename one")
    mailbox, wishes = mailbox_of(section), {reader.name: wish_of(reader) for reader in readers}
    for reader in readers:
        courier = Courier(store, mailbox, now)
        yield courier.deliver(reader, wishes[reader.name], again=again)


@dataclass(frozen=True, slots=True)
class Courier:
    """Brings digests to readers, each once a day."""

    store: Store
    mailbox: Mailbox
    now: datetime

    def deliver(self, reader: ReaderSection, wish: Query, *, again: bool = False) -> Sent:
        """Mail a reader what came up since the last digest."""
        dispatch = Dispatch(reader.name, self.now.date(), self.now, Delivery.SENDING)
        known = self.store.dispatches.get(reader.name, dispatch.day)
        since = self._since(reader.name)
        if again and known is not None:
            self.store.dispatches.forget(dispatch)
        if not self.store.dispatches.begin(dispatch):
            return _told_before(reader.name, known or self.store.dispatches.get(reader.name, dispatch.day))
        try:
            digest = read_digest(self.store, since, self.now, wish)
            send(compose(digest, reader=reader.name, sender=self.mailbox.sender, to=reader.to, day=dispatch.day), self.mailbox)
        except PerhapsSent as error:
            return Sent(reader.name, str(error), failed=True)
        except CorroborateError as error:
            self.store.dispatches.forget(dispatch)
            if isinstance(error, NotSent):
                return Sent(reader.name, str(error), failed=True)
            raise
        self.store.dispatches.end(dispatch)
        return Sent(reader.name, f"mailed to {', '.join(reader.to)}")

    def _since(self, reader: str) -> datetime:
        last = self.store.dispatches.last(reader, before=self.now.date())
        return self.now - DAY if last is None else max(min(last.until, self.now), self.now - FURTHEST)


def _told_before(reader: str, known: Dispatch | None) -> Sent:
    if known is not None and known.delivery is Delivery.SENT:
        return Sent(reader, f"the digest of {known.day} was mailed before; --again mails it once more")
    problem = "the digest of today was being mailed when the program stopped, and may have arrived or not"
    return Sent(reader, f"{problem}; --again mails it, else the next one begins where the last known one ended", failed=True)
