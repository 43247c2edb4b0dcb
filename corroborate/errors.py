"""Everything that is expected to go wrong.

CorroborateError
├── UsageError            what the user gave cannot be used (exit status 2)
│   ├── ConfigError       feeds.yaml or a setting is wrong, with the line
│   ├── InputError        an input file is wrong, with the line
│   ├── StoreError        the database cannot be used as given
│   │   ├── DatabaseLocked
│   │   ├── DatabaseTooNew
│   │   ├── NotADatabase
│   │   └── Overtaken     another program changed meanwhile what was worked on; to be done again
│   ├── ModelMissing      a model is not installed
│   ├── QueryError        a query cannot be read, with the place of the word
│   └── UnknownId         no such story, group, claim or article
├── FetchError            a page could not be fetched
│   ├── AddressRefused    it lies at an address that must not be asked
│   ├── RobotsDenied      robots.txt forbids it
│   ├── Blocked           the server refuses us: 401, 403, 429, paywall, captcha
│   ├── Gone              the server says that there is no such page: 404, 410
│   └── TooLarge          it passes a bound of size, expansion or time
├── FeedError             a feed or sitemap could not be read
├── ArchiveError          a page cannot be read back from the archive
├── NotSent               the mail server did not take a message
│   └── PerhapsSent       nobody knows whether it did
└── ReadError             a page could not be read as an article

Every field goes to `super().__init__` and the text is built in `__str__`, so that each error survives pickling between
processes.
"""

from pathlib import Path


class CorroborateError(Exception):
    """An expected failure: one item is recorded as failed, and the rest goes on."""


class UsageError(CorroborateError):
    """What the user gave cannot be used; the text says what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem}; {self.remedy}"


class ConfigError(UsageError):
    """feeds.yaml or a setting is wrong."""

    def __init__(self, path: Path | str, line: int | None, problem: str, remedy: str) -> None:
        CorroborateError.__init__(self, path, line, problem, remedy)
        self.path = path
        self.line = line
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        place = str(self.path) if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.problem}; {self.remedy}"


class InputError(ConfigError):
    """An input file is wrong at a line."""


class StoreError(UsageError):
    """The database cannot be used as given."""


class DatabaseLocked(StoreError):
    """Another program holds the database."""


class DatabaseTooNew(StoreError):
    """The database was written by a later version of the program."""


class NotADatabase(StoreError):
    """The file is no database of ours."""


class Overtaken(StoreError):
    """Another program changed meanwhile what was worked on; to be done again."""


class QueryError(UsageError):
    """A query cannot be read: `text[start:end]` is what is wrong with it."""

    def __init__(self, text: str, place: tuple[int, int], problem: str, remedy: str) -> None:
        CorroborateError.__init__(self, text, place, problem, remedy)
        self.text = text
        self.start, self.end = place
        self.problem = problem
        self.remedy = remedy


class ModelMissing(UsageError):
    """A model is not installed."""


class UnknownId(UsageError):
    """No story, group, claim or article has this id."""


class FetchError(CorroborateError):
    """A page could not be fetched."""

    def __init__(self, url: str, reason: str, retry_after: float | None = None) -> None:
        super().__init__(url, reason, retry_after)
        self.url = url
        self.reason = reason
        self.retry_after = retry_after

    def __str__(self) -> str:
        return f"{self.url}: {self.reason}"


class AddressRefused(FetchError):
    """It lies at an address that must not be asked: private, loopback, metadata service."""


class RobotsDenied(FetchError):
    """robots.txt forbids it."""


class Blocked(FetchError):
    """The server refuses us; no way around is tried. `retry_after` in seconds, where it said."""


class Gone(FetchError):
    """The server says that there is no such page, or no longer."""


class TooLarge(FetchError):
    """It passes a bound of size, expansion or time."""


class FeedError(CorroborateError):
    """A feed or sitemap could not be read."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(url, reason)
        self.url = url
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.url}: {self.reason}"


class ArchiveError(FeedError):
    """A page cannot be read back from the archive; `url` names the place in it."""


class ReadError(FeedError):
    """A page could not be read as an article."""


class NotSent(CorroborateError):
    """The server did not take a message; it can be sent again."""

    def __init__(self, host: str, reason: str) -> None:
        super().__init__(host, reason)
        self.host = host
        self.reason = reason

    def __str__(self) -> str:
        return f"mail server {self.host}: {self.reason}"


class PerhapsSent(NotSent):
    """The connection broke before the server had said whether it took the message."""

    def __str__(self) -> str:
        return f"mail server {self.host}: {self.reason}, and it is not known whether the mail was taken"
