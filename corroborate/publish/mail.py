"""Digests by mail: a message that no outlet's words can add a header to, and the server that takes it."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, getaddresses
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from corroborate.errors import NotSent, PerhapsSent, UsageError
from corroborate.publish.digest import Digest, glance
from corroborate.publish.digest.mailed import to_html
from corroborate.publish.digest.texts import to_text
from corroborate.publish.printable import clip, one_line

PATIENCE = 30.0
"""Seconds to wait for an answer of the server."""
SUBJECT = 150
"""Letters of a subject."""


class Security(StrEnum):
    """How the way to the server is kept from others: from the start, by STARTTLS, or not at all."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """The server that takes our mail, and how we are known there. `authority` is a file of certificates to trust besides."""

    host: str
    port: int
    security: Security
    sender: str
    user: str | None = None
    password: str | None = None
    authority: Path | None = None


def compose(digest: Digest, *, reader: str, sender: str, to: tuple[str, ...], day: date) -> EmailMessage:
    """The digest as a mail of text and HTML; the same reader and day give the same Message-ID."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = clip(f"corroborate {day:%Y-%m-%d}: {one_line(glance(digest))}", SUBJECT)
    message["From"] = address_of(sender)
    message["To"] = [address_of(one) for one in to]
    message["Date"] = format_datetime(digest.until)
    message["Message-ID"] = f"<digest.{day:%Y%m%d}.{sha256(reader.encode()).hexdigest()[:16]}@corroborate.invalid>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(to_text(digest).encode("utf-8", "replace").decode())
    message.add_alternative(to_html(digest).encode("utf-8", "replace").decode(), subtype="html")
    return message


def address_of(text: str) -> Address:
    """The address of "Desk <desk@paper.example>". Raises UsageError for anything else."""
    several = getaddresses([text])
    try:
        found = Address(display_name=several[0][0], addr_spec=several[0][1])
    except (ValueError, IndexError, HeaderParseError):
        found = Address()
    if len(several) != 1 or not text.isprintable() or not found.username or not found.domain:
        raise UsageError(f"{one_line(text)!r} is no mail address", "write desk@paper.example or Desk <desk@paper.example>")
    return found


def send(message: EmailMessage, mailbox: Mailbox) -> None:
    """Hand the message to the server. Raises NotSent where it was not taken, PerhapsSent where nobody knows."""
    with _connected(mailbox) as server:
        try:
            server.send_message(message)
        except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused, smtplib.SMTPNotSupportedError) as error:
            raise NotSent(mailbox.host, _told(error)) from None
        except (OSError, smtplib.SMTPException) as error:
            raise PerhapsSent(mailbox.host, _told(error)) from None
        # The mail is taken; how the server says goodbye changes nothing.
        with suppress(OSError, smtplib.SMTPException):
            server.quit()


@contextmanager
def _connected(mailbox: Mailbox) -> Iterator[smtplib.SMTP]:
    """The server, ready to take a mail."""
    context = ssl.create_default_context()
    try:
        if mailbox.authority is not None:
            context.load_verify_locations(mailbox.authority)
        if mailbox.security is Security.TLS:
            server: smtplib.SMTP = smtplib.SMTP_SSL(mailbox.host, mailbox.port, timeout=PATIENCE, context=context)
        else:
            server = smtplib.SMTP(mailbox.host, mailbox.port, timeout=PATIENCE)
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(mailbox.host, _told(error)) from None
    try:
        try:
            if mailbox.security is Security.STARTTLS:
                server.starttls(context=context)
            if mailbox.user is not None:
                server.login(mailbox.user, mailbox.password or "")
        except (OSError, smtplib.SMTPException) as error:
            raise NotSent(mailbox.host, _told(error)) from None
        yield server
    finally:
        server.close()


def _told(error: Exception) -> str:
    """What went wrong, in a line without what was sent."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"it refuses the login ({error.smtp_code}); check mail.user and CORROBORATE_SMTP_PASSWORD"
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return f"it refuses {', '.join(sorted(error.recipients))}"
    if isinstance(error, smtplib.SMTPResponseException):
        return one_line(f"{error.smtp_code} {error.smtp_error!r}")
    return one_line(str(error)) or type(error).__name__
