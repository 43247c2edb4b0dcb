"""Digests by mail, taken by a real server of this machine: over STARTTLS, with a login."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from corroborate.config import parse_config
from corroborate.errors import ConfigError, NotSent, UsageError
from corroborate.mailing import Sent, mail_all
from corroborate.publish.mail import Mailbox, Security, address_of, compose, send
from corroborate.store import Store
from corroborate.store.dispatches import Delivery, Dispatch
from tests.commands import corroborate, refusal
from tests.factory import NOON
from tests.publish.digest.test_forms import full, hostile
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading, revision_of

PASSWORD = "harbour-7"
BREAK = "250 and the line is cut before this arrives"


@dataclass
class Post:
    """A mail server that keeps what it takes; `refuses` is how it answers instead."""

    taken: list[EmailMessage] = field(default_factory=list)
    refuses: str = ""

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  # aiosmtpd's name
        if self.refuses == BREAK:
            _server.transport.abort()
        if self.refuses:
            return self.refuses
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.taken.append(message)
        return "250 OK"


def known(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    # Not "handled": aiosmtpd itself is to answer that the password is wrong.
    return AuthResult(success=isinstance(data, LoginPassword) and data == LoginPassword(b"desk", PASSWORD.encode()), handled=False)


class FreePort(Controller):  # type: ignore[misc]
    """A server at a port that the system chooses."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def server(authority: trustme.CA) -> Iterator[Controller]:
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    options = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": known}
    running = FreePort(Post(), hostname="localhost", port=0, **options)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def post(server: Controller) -> Post:
    server.handler.taken.clear()
    server.handler.refuses = ""
    assert isinstance(server.handler, Post)
    return server.handler


@pytest.fixture
def mailbox(server: Controller, authority: trustme.CA, tmp_path: Path) -> Mailbox:
    place = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(place))
    return Mailbox("localhost", server.port, Security.STARTTLS, "Desk <desk@paper.example>", "desk", PASSWORD, place)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "news.db"), clock=lambda: NOON) as opened:
        ours, theirs = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
        for one in (ours, theirs):
            opened.revisions.add(revision_of(one.article))
            opened.readings.save(one, "1")
        opened.matches.save(*ferry_matching(ours, theirs), now=NOON)
        yield opened


def settings_of(mailbox: Mailbox, readers: str) -> str:
    mail = f"host: {mailbox.host}, port: {mailbox.port}, user: {mailbox.user}, sender: '{mailbox.sender}', authority: {mailbox.authority}"
    return f"settings: {{digest: {{mail: {{{mail}}}, readers: {readers}}}}}\n"


DESK = "[{name: desk, to: [desk@paper.example]}]"


def mailed(store: Store, mailbox: Mailbox, now: datetime, monkeypatch: pytest.MonkeyPatch, readers: str = DESK, **how: Any) -> list[Sent]:
    monkeypatch.setenv("CORROBORATE_SMTP_PASSWORD", PASSWORD)
    section = parse_config(settings_of(mailbox, readers), "feeds.yaml").settings.digest
    return list(mail_all(store, section, now, **how))


def test_a_digest_arrives_as_text_and_html(post: Post, mailbox: Mailbox) -> None:
    send(compose(full(), reader="desk", sender=mailbox.sender, to=("a@paper.example", "Bo <b@paper.example>"), day=NOON.date()), mailbox)

    (message,) = post.taken
    text, page = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert page is not None
    assert message["subject"] == "corroborate 2026-10-14: 1 new discrepancies; 1 article with revised figures; 7 new stories"
    assert (message["from"], message["to"]) == ("Desk <desk@paper.example>", "a@paper.example, Bo <b@paper.example>")
    assert message.get_content_type() == "multipart/alternative"
    assert "Tarn Freight will cut 480 jobs." in text.get_content()
    assert page.get_content().startswith("<!doctype html>")


def test_no_word_of_an_outlet_becomes_a_header(post: Post, mailbox: Mailbox) -> None:
    send(compose(hostile(), reader="desk\r\nBcc: x@evil.example", sender=mailbox.sender, to=("a@paper.example",), day=NOON.date()), mailbox)

    (message,) = post.taken
    expected = ["Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"]
    assert sorted(message.keys()) == sorted([*expected, *(name for name in message if name.startswith("X-"))])
    assert message["bcc"] is None


@pytest.mark.parametrize(
    "address", ["", "desk", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "<>", "Desk\n<a@b.example>"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="is no mail address"):
        address_of(address)


@pytest.mark.parametrize("wrong", [{"password": "guess"}, {"port": 1}, {"authority": None}, {"security": Security.NONE, "user": None}])
def test_a_server_that_takes_nothing_is_told_of(mailbox: Mailbox, post: Post, wrong: dict[str, Any]) -> None:
    message = compose(full(), reader="desk", sender=mailbox.sender, to=("a@paper.example",), day=NOON.date())

    with pytest.raises(NotSent) as told:
        send(message, replace(mailbox, **wrong))

    assert PASSWORD not in str(told.value)
    assert "guess" not in str(told.value)
    assert post.taken == []


def test_running_twice_sends_once_a_day(store: Store, post: Post, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    first = mailed(store, mailbox, NOON + timedelta(hours=1), monkeypatch)
    second = mailed(store, mailbox, NOON + timedelta(hours=2), monkeypatch)

    assert [str(one) for one in first] == ["desk: mailed to desk@paper.example"]
    assert [str(one) for one in second] == ["desk: the digest of 2026-10-14 was mailed before; --again mails it once more"]
    assert len(post.taken) == 1
    mailed(store, mailbox, NOON + timedelta(hours=2), monkeypatch, again=True)
    assert len(post.taken) == 2
    assert post.taken[0]["message-id"] == post.taken[1]["message-id"]


def test_the_next_day_begins_where_the_last_one_ended(store: Store, post: Post, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    mailed(store, mailbox, NOON + timedelta(hours=1), monkeypatch)
    mailed(store, mailbox, NOON + timedelta(days=2), monkeypatch)

    bodies = [body.get_content() for message in post.taken if (body := message.get_body(("plain",)))]
    assert "How many passengers were injured?" in bodies[0]
    assert bodies[1].splitlines()[0] == "corroborate: 2026-10-14 13:00 to 2026-10-16 12:00 UTC"
    assert "How many passengers were injured?" not in bodies[1]


def test_what_may_have_been_sent_is_not_sent_again_and_nothing_is_missed(
    store: Store, post: Post, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_while_sending = Dispatch("desk", NOON.date(), NOON + timedelta(hours=1), Delivery.SENDING)
    store.dispatches.begin(killed_while_sending)

    (same_day,) = mailed(store, mailbox, NOON + timedelta(hours=2), monkeypatch)
    assert same_day.failed
    assert "may have arrived or not" in str(same_day)
    assert post.taken == []

    mailed(store, mailbox, NOON + timedelta(hours=23), monkeypatch)
    (body,) = [message.get_body(("plain",)) for message in post.taken]
    assert body is not None
    assert "How many passengers were injured?" in body.get_content()


def test_what_the_server_did_not_take_is_sent_by_the_next_run(
    store: Store, post: Post, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    post.refuses = "451 come back later"
    (refused,) = mailed(store, mailbox, NOON + timedelta(hours=1), monkeypatch)
    post.refuses = ""
    (taken,) = mailed(store, mailbox, NOON + timedelta(hours=2), monkeypatch)

    assert refused.failed
    assert "451" in str(refused)
    assert not taken.failed
    assert len(post.taken) == 1


def test_a_mail_whose_answer_never_came_is_not_sent_again_that_day(
    store: Store, post: Post, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    post.refuses = BREAK
    (broken,) = mailed(store, mailbox, NOON + timedelta(hours=1), monkeypatch)
    post.refuses = ""
    (later,) = mailed(store, mailbox, NOON + timedelta(hours=2), monkeypatch)

    assert "it is not known whether the mail was taken" in str(broken)
    assert "may have arrived or not" in str(later)
    assert (broken.failed, later.failed, post.taken) == (True, True, [])


def test_each_reader_gets_what_the_filter_asks_for(store: Store, post: Post, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    readers = (
        "[{name: desk, to: [desk@paper.example], where: 'injured kind:count'}, {name: money, to: [m@paper.example], where: 'kind:money'}]"
    )

    mailed(store, mailbox, NOON + timedelta(hours=1), monkeypatch, readers)

    bodies = {message["to"]: body.get_content() for message in post.taken if (body := message.get_body(("plain",)))}
    assert "How many passengers were injured?" in bodies["desk@paper.example"]
    assert "No new stories, no disputes, no revised figures." in bodies["m@paper.example"]


def test_the_command_mails_and_says_to_whom(
    store: Store, post: Post, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CORROBORATE_SMTP_PASSWORD", PASSWORD)
    config = tmp_path / "feeds.yaml"
    config.write_text(settings_of(mailbox, "[{name: desk, to: [desk@paper.example], where: 'kind:count'}]"))
    words = ("--database", tmp_path / "news.db", "--config", config, "--now", "2026-10-14T13:00:00+00:00")

    done = corroborate(*words, "digest", "--mail", "--reader", "desk")

    assert (done.status, done.out) == (0, "desk: mailed to desk@paper.example\n")
    assert len(post.taken) == 1
    assert "there is no reader 'nobody'; known in feeds.yaml: desk" in refusal(*words, "digest", "--reader", "nobody")
    assert "leave out --since" in refusal(*words, "digest", "--mail", "--since", "2026-10-13")
    config.write_text(settings_of(mailbox, "[{name: desk, to: [a@paper.example]}, {name: desk, to: [b@paper.example]}]"))
    assert "reader 'desk' is listed twice" in refusal(*words, "digest", "--mail")
    config.write_text(settings_of(mailbox, "[{name: desk, to: [desk@paper.example], where: 'kynd:count'}]"))
    assert "feeds.yaml, reader 'desk', where: there is no key 'kynd'; did you mean kind?" in refusal(*words, "digest", "--mail")


def test_a_password_is_never_sent_in_the_clear() -> None:
    with pytest.raises(ConfigError, match="never sent in the clear"):
        parse_config("settings: {digest: {mail: {host: h, sender: a@b.example, user: desk, security: none}}}", "feeds.yaml")


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "atom"])
def test_a_digest_can_be_saved_in_every_form(store: Store, tmp_path: Path, form: str) -> None:
    words = ("--database", tmp_path / "news.db", "--now", "2026-10-14T13:00:00+00:00", "digest", "--format", form)

    assert corroborate(*words, "--output", tmp_path / "day").status == 0
    assert (tmp_path / "day").read_text() == corroborate(*words).out
    assert "How many passengers were injured?" in corroborate(*words).out
