"""When an entry says it appeared: RFC 822 and ISO 8601 as feeds really write them, and nothing guessed.

A time without a zone is taken as UTC and says so (`zone_known`); a zone whose name is not known, a day that does not
exist, a year before the web or a day to come give no date at all.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

RAW_LENGTH = 100
FIRST = datetime(1990, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=1)
WIDEST_ZONE = timedelta(hours=14)
MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}
ZONES = {
    **dict.fromkeys(("", "z", "ut", "utc", "gmt", "wet"), 0.0),
    **{"est": -5.0, "edt": -4.0, "cst": -6.0, "cdt": -5.0, "mst": -7.0, "mdt": -6.0, "pst": -8.0, "pdt": -7.0},
    **{"west": 1.0, "cet": 1.0, "met": 1.0, "cest": 2.0, "mest": 2.0, "eet": 2.0, "eest": 3.0, "msk": 3.0},
    **{"jst": 9.0, "kst": 9.0, "aest": 10.0, "aedt": 11.0, "nzst": 12.0, "nzdt": 13.0},
}
"""Hours ahead of UTC: RFC 822's own zones and names that mean one thing only. "IST" and "BST" mean several."""

CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{1,2})(?::(?P<second>\d{1,2})(?:[.,]\d{1,9})?)?"
ZONE = r"(?P<zone>[A-Za-z]{0,5}\s?(?:[+-]\d{1,2}(?::?\d{2})?|))"
MAIL = re.compile(
    rf"(?:[^\W\d]{{2,12}}\.?(?:,\s*|\s+))?(?P<day>\d{{1,2}})[\s-]+(?P<month>[A-Za-z]{{3,9}})\.?[\s-]+(?P<year>\d{{4}}|\d{{2}}),?\s+{CLOCK}\s*{ZONE}"
)
AMERICAN = re.compile(
    rf"(?:[^\W\d]{{2,12}}\.?(?:,\s*|\s+))?(?P<month>[A-Za-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}}),?\s+{CLOCK}\s*{ZONE}"
)
ISO = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?:(?:[Tt]|\s+){CLOCK}\s*{ZONE})?")
COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})[Tt](?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})(?P<zone>[Zz]|[+-]\d{4})?"
)
FORMS = (ISO, MAIL, AMERICAN, COMPACT)


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant and whether the text said in which zone."""

    at: datetime
    zone_known: bool


def read_moment(raw: str | None, now: datetime) -> Moment | None:
    """The instant that `raw` states; None where it states none, none that exists, or none that can be (1990 to tomorrow)."""
    if raw is None or len(raw) > RAW_LENGTH:
        return None
    text = " ".join(raw.split())
    for form in FORMS:
        if match := form.fullmatch(text):
            return _moment(match.groupdict(), now)
    return None


def _moment(parts: dict[str, str | None], now: datetime) -> Moment | None:
    month = _month(parts["month"] or "")
    zone_text = (parts.get("zone") or "").lower().replace(" ", "")
    zone = _zone(zone_text)
    if month is None or zone is None:
        return None
    day, hour, minute, second = (int(parts.get(name) or 0) for name in ("day", "hour", "minute", "second"))
    try:
        at = datetime(_year(parts["year"] or ""), month, day, hour, minute, min(second, 59), tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    if second > 60 or not FIRST <= at <= now + AHEAD:
        return None
    return Moment(at, zone_text != "")


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    return int(text) + (2000 if int(text) < 70 else 1900)


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    return MONTHS.get(text[:3].lower())


def _zone(text: str) -> timezone | None:
    match = re.fullmatch(r"([a-z]*)(?:([+-])(\d{1,2}):?(\d{2})?)?", text)
    if match is None or match[1] not in ZONES:
        return None
    offset = timedelta(hours=ZONES[match[1]])
    if match[2]:
        # "GMT+9" counts from GMT; "EST-0500" says the same thing twice.
        hours, minutes = int(match[3]), int(match[4] or 0)
        stated = timedelta(hours=hours, minutes=minutes) * (1 if match[2] == "+" else -1)
        if minutes > 59 or (offset and offset != stated):
            return None
        offset = stated
    return timezone(offset) if abs(offset) <= WIDEST_ZONE else None
