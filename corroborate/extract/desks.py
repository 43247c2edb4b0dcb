"""How an outlet dates what it writes: the zone whose days its weekdays are, and what it puts first in "3/4/2026"."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from corroborate.model.articles import Article
from corroborate.model.outlets import DateOrder, Outlet, Selectors

MONTH_FIRST = frozenset(("US", "PH"))
EITHER = frozenset(("CA",))
# What these tell is a day, put at midnight of no zone.
DAYS_ALONE = frozenset(("url", "page", "text"))


@dataclass(frozen=True, slots=True)
class Desk:
    """The customs of one outlet, and the layout of its pages; None where they are not known."""

    timezone: str | None = None
    order: DateOrder | None = None
    page: Selectors | None = None


NOWHERE = Desk()


def desk_of(outlet: Outlet) -> Desk:
    """The customs of an outlet: its zone as told, the order of its country."""
    if outlet.country is None or outlet.country in EITHER:
        return Desk(outlet.timezone, None, outlet.page)
    return Desk(outlet.timezone, DateOrder.MONTH_FIRST if outlet.country in MONTH_FIRST else DateOrder.DAY_FIRST, outlet.page)


def published_day(article: Article, desk: Desk = NOWHERE) -> date:
    """The day against which an article's dates are resolved, in the outlet's own zone: published, else seen.

    A time that names another zone than UTC is the outlet's own; feeds and imports are kept in UTC, and an article of
    1 a.m. UTC is of the evening before in New York. Midnight is what a day without a time is kept as.
    """
    moment = article.published or article.seen
    told = article.published_source in DAYS_ALONE or moment.utcoffset() != timedelta() or moment.time() == time()
    if desk.timezone is None or told:
        return moment.date()
    return moment.astimezone(ZoneInfo(desk.timezone)).date()
