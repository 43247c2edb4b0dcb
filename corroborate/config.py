"""Settings and outlets: feeds.yaml plus the environment; the only reader of os.environ.

A database is chosen by, in this order, the command line, `CORROBORATE_DATABASE`, `settings.database` in feeds.yaml,
and DEFAULT_DATABASE. The archive lies beside it unless `settings.archive` says otherwise.
"""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from corroborate.errors import ConfigError
from corroborate.model.outlets import Outlet, Selectors
from corroborate.model.rates import Rates

DEFAULT_DATABASE = "sqlite:///data/corroborate.db"
DEFAULT_CONFIG = Path("feeds.yaml")
DATABASE_VARIABLE = "CORROBORATE_DATABASE"
PASSWORD_VARIABLE = "CORROBORATE_SMTP_PASSWORD"
SETS_VARIABLE = "CORROBORATE_SETS"
REMEDY = "correct that line"


def _http_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
        raise ValueError(f"{url!r} is not an http or https address")
    if not url.isprintable() or " " in url:
        raise ValueError(f"{url!r} holds blanks or control characters")
    if parts.username is not None or parts.password is not None:
        raise ValueError("an address with a user name or password is never asked")
    return url


def _one_line(text: str) -> str:
    if not text.strip() or not text.isprintable():
        raise ValueError(f"{text!r} is not a plain line of text")
    return text.strip()


def _header_text(text: str) -> str:
    if not text.isascii():
        raise ValueError(f"{text!r} holds characters other than ASCII, which no request may carry")
    return _one_line(text)


WebAddress = Annotated[str, AfterValidator(_http_url)]
Line = Annotated[str, AfterValidator(_one_line)]
HeaderText = Annotated[str, AfterValidator(_header_text)]


class Strict(BaseModel):
    """A section of feeds.yaml in which an unknown key is an error, and a key without a value is as good as none."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _only_what_is_said(cls, fields: Any) -> Any:
        return {key: value for key, value in fields.items() if value is not None} if isinstance(fields, dict) else fields


class CrawlSection(Strict):
    """How to behave on the web; `gap` is the pause between two requests to one registered domain, in seconds."""

    gap: float = Field(default=5.0, ge=0, le=3600)
    concurrency: int = Field(default=16, ge=1, le=256)
    user_agent: HeaderText = "corroborate"
    contact: HeaderText | None = None


class LanguageSection(Strict):
    """`pipeline` is "shipped" for the weights of this package, "blank" for the rules alone, or the name or path of an
    installed spaCy pipeline."""

    pipeline: Line = "shipped"


class PartiesSection(Strict):
    """`aliases` is a CSV or TSV file that tells which names are one party's, across articles and outlets."""

    aliases: Path | None = None


class EmbeddingSection(Strict):
    """`model` is "mixed" for the leads of articles by all-MiniLM-L6-v2, which comes with an installed package, and claims by
    the table of word vectors in this package; "static" for the table alone, which is faster and loads no model; the name or
    path of a sentence-transformers model for everything; or "none" to match by words alone."""

    model: Line = "mixed"


class HooksSection(Strict):
    """`allowed` names hosts that may be told of what is new though they are private or without https: ["localhost"]."""

    allowed: tuple[Line, ...] = ()


class RatesSection(Strict):
    """What a unit of each currency is worth in `base`, by its code: `{base: USD, day: 2026-10-01, worth: {EUR: 1.08}}`.

    Sums in different currencies are held against each other only where this says how.
    """

    base: Line
    day: date | None = None
    worth: dict[Line, Annotated[Decimal, Field(gt=0)]] = Field(default_factory=dict)

    def rates(self) -> Rates:
        """The same as a value of the model."""
        return Rates(self.base, MappingProxyType(dict(self.worth)), self.day)


class MailSection(Strict):
    """The server that takes digests; its password is read from CORROBORATE_SMTP_PASSWORD. `security` is "tls", "starttls" or
    "none"; `authority` a file of certificates to trust besides those of the system."""

    host: Line
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["tls", "starttls", "none"] = "starttls"
    sender: Line
    user: Line | None = None
    authority: Path | None = None

    @model_validator(mode="after")
    def _no_password_in_the_clear(self) -> "MailSection":
        if self.user is not None and self.security == "none":
            raise ValueError("a password is never sent in the clear: set security to starttls or tls, or leave out user")
        return self


class ReaderSection(Strict):
    """Who is mailed the digest: `to` are addresses, `where` is what the reader wants of it, in the query language."""

    name: Annotated[Line, Field(max_length=100)]
    to: Annotated[tuple[Line, ...], Field(min_length=1)]
    where: Line | None = None


class DigestSection(Strict):
    """Digests by mail."""

    mail: MailSection | None = None
    readers: tuple[ReaderSection, ...] = ()


class KeepSection(Strict):
    """For how many days what is kept, everything for ever where nothing is said: `{pages: 90, articles: 180, past: 365}`.

    `pages` are raw pages in the archive, but for those of stories in which something differs or somebody decided; `articles`
    go with their stories, where nothing was compared; `stories` are all others nobody decided about; `past` is for --as-of.
    """

    pages: int | None = Field(default=None, ge=1, le=36_500)
    articles: int | None = Field(default=None, ge=40, le=36_500)
    stories: int | None = Field(default=None, ge=40, le=36_500)
    past: int | None = Field(default=None, ge=1, le=36_500)


class Settings(Strict):
    """The `settings` section of feeds.yaml."""

    database: str | None = None
    archive: Path | None = None
    workers: int = Field(default=1, ge=1, le=256)
    crawl: CrawlSection = CrawlSection()
    language: LanguageSection = LanguageSection()
    parties: PartiesSection = PartiesSection()
    embedding: EmbeddingSection = EmbeddingSection()
    rates: RatesSection | None = None
    hooks: HooksSection = HooksSection()
    digest: DigestSection = DigestSection()
    keep: KeepSection = KeepSection()


class PageSection(Strict):
    """Where on an outlet's pages things stand, as CSS selectors or XPath expressions, for layouts that are read wrongly:
    `{text: "div.story", title: h1, byline: .author, published: "time", remove: [aside, "//div[@id='promo']"]}`."""

    text: Line | None = None
    title: Line | None = None
    byline: Line | None = None
    published: Line | None = None
    remove: tuple[Line, ...] = ()


class OutletSection(Strict):
    """One outlet of feeds.yaml; `family` is its owner, the outlet itself where none is given; `timezone` ("Europe/London")
    is where its days begin and end: "Wednesday" is the outlet's, not that of UTC."""

    name: Annotated[Line, Field(max_length=200)]
    family: Line | None = None
    country: Line | None = None
    language: Line = "en"
    feeds: tuple[WebAddress, ...] = ()
    sitemaps: tuple[WebAddress, ...] = ()
    aliases: tuple[Line, ...] = ()
    agency: bool = False
    connect_to: str | None = None
    timezone: Line | None = None
    page: PageSection | None = None

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str | None) -> str | None:
        try:
            return value if value is None else ZoneInfo(value).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(f"{value!r} is no time zone such as Europe/London") from None

    @field_validator("connect_to")
    @classmethod
    def _host_and_port(cls, value: str | None) -> str | None:
        host, _, port = (value or "localhost:1").rpartition(":")
        if not host or not port.isdecimal() or not 1 <= int(port[:6]) <= 65535:
            raise ValueError(f"{value!r} is not host:port")
        return value

    def outlet(self) -> Outlet:
        """The same as a value of the model."""
        page = None if self.page is None else Selectors(**self.page.model_dump())
        return Outlet(**self.model_dump() | {"family": self.family or self.name, "page": page})


class FeedsFile(Strict):
    """The whole of feeds.yaml."""

    settings: Settings = Settings()
    outlets: tuple[OutletSection, ...] = ()


class Config(Strict):
    """What feeds.yaml says, with its outlets as values of the model."""

    settings: Settings = Settings()
    outlets: tuple[Outlet, ...] = ()

    @property
    def hides(self) -> bool:
        """It would have us ask strangers without telling them where to complain."""
        return self.settings.crawl.contact is None and any(outlet.connect_to is None for outlet in self.outlets)


def load_config(path: Path | None = None) -> Config:
    """Read feeds.yaml; without a path, the one in this folder, or no outlets where there is none.

    Raises ConfigError with the line of the first thing that is wrong.
    """
    chosen = path or DEFAULT_CONFIG
    if path is None and not chosen.exists():
        return Config()
    return parse_config(_text_of(chosen), chosen)


def parse_config(text: str, path: Path | str) -> Config:
    """The same for a text; `path` names it in errors."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        if node is None:
            return Config()
        for line, key in _repeated_keys(node, set()):
            raise ConfigError(path, line, f"the key {key!r} stands here a second time", "keep one of them")
        plain = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, TypeError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be read as plain YAML"
        raise ConfigError(path, mark.line + 1 if mark else None, str(problem), "use plain lists, keys and strings") from None
    try:
        found = FeedsFile.model_validate(plain)
    except ValidationError as error:
        raise _config_error(path, node, error) from None
    for place, problem in _repetitions(found.outlets):
        raise ConfigError(path, _line_of(node, place), problem, "keep one of them")
    return Config(settings=found.settings, outlets=tuple(section.outlet() for section in found.outlets))


def database_url(chosen: str | None, settings: Settings) -> str:
    """The database to use; see the head of this module for the order."""
    url = chosen or os.environ.get(DATABASE_VARIABLE) or settings.database or DEFAULT_DATABASE
    return url if "://" in url else f"sqlite:///{url}"


def mail_password() -> str | None:
    """The password for the mail server."""
    return os.environ.get(PASSWORD_VARIABLE)


def sets_folder(chosen: Path | None) -> Path | None:
    """The folder with annotated sets of others: the one named, else CORROBORATE_SETS, else none."""
    named = os.environ.get(SETS_VARIABLE)
    return chosen or (Path(named) if named else None)


def archive_folder(database: str, settings: Settings) -> Path:
    """Where fetched pages are kept: `settings.archive`, else beside a SQLite file, else data/archive."""
    if settings.archive is not None:
        return settings.archive
    scheme, _, file = database.partition(":///")
    if scheme.startswith("sqlite") and file and file != ":memory:":
        return Path(file).with_suffix(".archive")
    return Path("data/archive")


def lock_file(database: str, archive: Path, task: str) -> Path:
    """What is locked for a task on a database: a file beside a SQLite file, else in the archive."""
    scheme, _, file = database.partition(":///")
    if scheme.startswith("sqlite") and file and file != ":memory:":
        return Path(f"{file}.{task}.lock")
    return archive / f"{task}.lock"


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ConfigError(path, None, "there is no such file", "create it or name another with --config") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(path, None, f"it cannot be read ({error})", "check the file") from None


def _repetitions(sections: Iterable[OutletSection]) -> Iterator[tuple[list[str | int], str]]:
    """Outlets and feeds that are listed a second time, each with its place."""
    names, addresses = set[str](), dict[str, str]()
    for number, section in enumerate(sections):
        if section.name in names:
            yield ["outlets", number, "name"], f"outlet {section.name!r} is listed twice"
        names.add(section.name)
        for key, urls in (("feeds", section.feeds), ("sitemaps", section.sitemaps)):
            for place, url in enumerate(urls):
                if url in addresses:
                    yield ["outlets", number, key, place], f"{url} is listed already, under {addresses[url]!r}"
                addresses[url] = section.name


def _config_error(path: Path | str, node: yaml.Node, error: ValidationError) -> ConfigError:
    # A misspelt key is also a missing one: what stands there tells more than what does not.
    first = min(error.errors(), key=lambda one: one["type"] != "extra_forbidden")
    place = [part for part in first["loc"] if isinstance(part, str | int)]
    line = _line_of(node, place)
    name = ".".join(str(part) for part in place) or "the file"
    if first["type"] == "extra_forbidden":
        known = ", ".join(_known_keys(place[:-1]))
        return ConfigError(path, line, f"unknown key {place[-1]!r}", f"known here: {known}")
    if first["type"] == "string_type" and isinstance(first["input"], bool | int | float | date):
        return ConfigError(path, line, f"{name}: YAML reads this as no text", "put quotation marks around it")
    message = re.sub(r"a valid (tuple|dictionary)( or instance of \w+)?", _plain_shape, first["msg"].removeprefix("Value error, "))
    return ConfigError(path, line, f"{name}: {message[:1].lower() + message[1:]}", REMEDY)


def _plain_shape(found: re.Match[str]) -> str:
    return "a list" if found[1] == "tuple" else "a mapping of keys to values"


def _known_keys(place: list[str | int]) -> Iterator[str]:
    model: type[BaseModel] = FeedsFile
    for part in place:
        field = model.model_fields.get(str(part))
        kinds = () if field is None else (field.annotation, *get_args(field.annotation))
        model = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), model)
    yield from model.model_fields


def _line_of(node: yaml.Node, place: list[Any]) -> int:
    line = node.start_mark.line + 1
    for part in place:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == part), None)
            if found is None:
                return line
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
    return line


def _repeated_keys(node: yaml.Node, seen: set[int]) -> Iterator[tuple[int, str]]:
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        keys: set[str] = set()
        for key, value in node.value:
            if key.value in keys:
                yield key.start_mark.line + 1, key.value
            keys.add(str(key.value))
            yield from _repeated_keys(value, seen)
    if isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _repeated_keys(value, seen)
