"""Tokens: made once, shown once, kept as a digest."""

from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy import select

from corroborate.errors import UsageError
from corroborate.model.access import Scope, Token
from corroborate.store.engine import Database
from corroborate.store.readership import TokenRow

PREFIX = "corroborate_"
"""Lets scanners for leaked secrets know ours."""
SECRET_BYTES = 32
LONGEST_NAME = 100


class Tokens:
    """Who may read, review or administer over the network."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, name: str, scope: Scope, *, now: datetime, expires: datetime | None = None) -> str:
        """Make a token and return its secret, which nobody can tell again. Raises UsageError for a name that is taken."""
        if not name.strip() or not name.isprintable() or len(name) > LONGEST_NAME:
            raise UsageError("the name of a token is one line of text", f"give at most {LONGEST_NAME} printable characters")
        secret = PREFIX + token_urlsafe(SECRET_BYTES)
        row = TokenRow(name=name, digest=digest_of(secret), scope=scope.value, created=now, expires=expires, revoked=None)
        with self._database.writing() as session:
            if session.get(TokenRow, name) is not None:
                raise UsageError(f"there is a token {name!r} already, or was", "give another name, so that the past stays clear")
            session.add(row)
        return secret

    def all(self) -> tuple[Token, ...]:
        """Every token ever made, in the order of time."""
        with self._database.reading() as session:
            return tuple(_token(row) for row in session.scalars(select(TokenRow).order_by(TokenRow.created, TokenRow.name)))

    def revoke(self, name: str, *, now: datetime) -> Token:
        """Let a token count no more, at once. Raises UsageError where there is none of that name."""
        with self._database.writing() as session:
            row = session.get(TokenRow, name)
            if row is None:
                raise UsageError(f"there is no token {name!r}", "see `corroborate token list`")
            row.revoked = row.revoked or now
            return _token(row)

    def holder(self, secret: str, *, now: datetime) -> Token | None:
        """Whose secret this is, if it still counts."""
        if not secret.startswith(PREFIX) or len(secret) > 2 * len(PREFIX) + 2 * SECRET_BYTES:
            return None
        # The digest is looked up, so that how long it takes tells nothing about a secret that nobody has.
        with self._database.reading() as session:
            row = session.scalars(select(TokenRow).where(TokenRow.digest == digest_of(secret))).one_or_none()
        token = None if row is None else _token(row)
        return token if token is not None and token.is_valid(now) else None


def digest_of(secret: str) -> str:
    """What is kept of a secret. It has 256 bits of chance, so that a plain digest is as good as a slow one."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def _token(row: TokenRow) -> Token:
    return Token(row.name, Scope(row.scope), row.created, row.expires, row.revoked)
