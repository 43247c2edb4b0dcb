"""Who publishes."""

from dataclasses import dataclass
from enum import Enum


class DateOrder(Enum):
    """What an outlet writes first in "3/4/2026"."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class Selectors:
    """Where on an outlet's pages things stand, as CSS selectors or XPath expressions; None where that is found out.

    `remove` names what is in the way: "aside.related".
    """

    text: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, agency, broadcaster or site, as listed in feeds.yaml.

    `family` is the owner whose outlets do not count as independent of each other. `aliases` are other names under
    which articles cite it. `timezone` ("Europe/London") is where its days begin and end. `connect_to` ("127.0.0.1:8080")
    sends its requests to that address whatever its hosts resolve to: the only way to a private address, for mirrors and
    simulated outlets. `page` tells how its pages are laid out; the store does not keep it.
    """

    name: str
    family: str
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    country: str | None = None
    language: str = "en"
    aliases: tuple[str, ...] = ()
    agency: bool = False
    connect_to: str | None = None
    timezone: str | None = None
    page: Selectors | None = None
