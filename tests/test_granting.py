from pathlib import Path

import pytest

from corroborate.model.access import Scope
from corroborate.store import Store
from tests.commands import corroborate, refusal
from tests.factory import NOON


@pytest.fixture
def database(tmp_path: Path) -> Path:
    Store.open(str(tmp_path / "news.db")).close()
    return tmp_path / "news.db"


def test_a_token_is_shown_once_and_kept_as_a_digest(database: Path) -> None:
    made = corroborate("--database", database, "--now", NOON.isoformat(), "token", "create", "desk", "--scope", "review", "--days", "3")
    secret = made.out.strip()

    assert (made.status, made.err) == (0, "")
    assert secret.encode() not in b"".join(path.read_bytes() for path in database.parent.iterdir())
    with Store.open(str(database)) as store:
        holder = store.tokens.holder(secret, now=NOON)
        assert holder is not None
        assert (holder.name, holder.scope) == ("desk", Scope.REVIEW)
        assert store.tokens.holder(secret, now=NOON.replace(day=18)) is None
    listed = corroborate("--database", database, "--now", NOON.isoformat(), "token", "list").out
    assert secret not in listed
    assert "review" in listed
    assert corroborate("--database", database, "token", "revoke", "desk").out == "token 'desk' counts no more\n"
    assert "there is a token 'desk' already" in refusal("--database", database, "token", "create", "desk")
    assert "there is no token 'post'" in refusal("--database", database, "token", "revoke", "post")


def test_searches_are_kept_in_the_words_of_the_language(database: Path) -> None:
    saved = corroborate("--database", database, "searches", "save", "strike", "dockers", "party:Port Ellery", "value:20k..")

    assert saved.out == 'strike: dockers party:"Port Ellery" value:>=20000\n'
    assert "strike" in corroborate("--database", database, "searches", "list").out
    assert corroborate("--database", database, "searches", "save", "wrong", "kind:cuont").err.splitlines()[2].strip() == "^^^^^"
    assert "is no name" in refusal("--database", database, "searches", "save", "No Name", "a")
    assert corroborate("--database", database, "searches", "remove", "strike").status == 0
    assert "there is no saved search" in refusal("--database", database, "searches", "remove", "strike")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://chat.example/in", "is not https"),
        ("https://localhost/in", "a name of a local network"),
        ("https://10.0.0.1/in", "no public address"),
        ("https://user:word@chat.example/in", "carries credentials"),
        ("ftp://chat.example/in", "no http or https address"),
    ],
)
def test_only_public_addresses_over_https_are_told(database: Path, url: str, said: str) -> None:
    assert said in refusal("--database", database, "hooks", "add", "chat", url)


def test_a_private_host_is_told_where_the_configuration_allows_it(database: Path, tmp_path: Path) -> None:
    (tmp_path / "feeds.yaml").write_text("settings:\n  hooks: {allowed: [chat.internal]}\n")
    begin = ("--database", database, "--config", tmp_path / "feeds.yaml", "hooks")

    made = corroborate(*begin, "add", "chat", "http://chat.internal:8080/in")

    assert (made.status, len(made.out.strip())) == (0, 43)
    assert "chat.internal" in corroborate(*begin, "list").out
    assert corroborate(*begin, "list", "--deliveries").out == "nothing found\n"
    assert corroborate(*begin, "tell").out == "0 deliveries taken, 0 not\n"
    assert corroborate(*begin, "remove", "chat").status == 0
