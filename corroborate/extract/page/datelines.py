"""The date that an article's own text carries at its head: "Jun 25, 2026 09:27 am", "Published 26 June 2026"."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from corroborate.model.months import MONTHS

HEAD_LINES = 25
HEAD_CHARACTERS = 2_500
LINE_CHARACTERS = 160
MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})? ?(?P<half>[ap]\.?m\.?)?"
WRITTEN = re.compile(
    rf"(?:{MONTH} {DAY},? (?P<year>\d{{4}})|{DAY.replace('day', 'day2')} {MONTH.replace('month', 'month2')},? (?P<year2>\d{{4}})"
    rf"|(?P<year3>\d{{4}})-(?P<month3>\d{{2}})-(?P<day3>\d{{2}}))(?:[ ,T|·•-]{{1,4}}(?:at )?{CLOCK})?",
    re.I,
)
LABEL = re.compile(
    r"(?P<changed>(?:last )?(?:updated|modified|revised))?(?:(?:first )?(?:published|posted|released|publication date|date|issued|filed))?"
    r"(?: on| at)?[: ]{0,3}(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]{0,2} )?",
    re.I,
)
REST = re.compile(r" ?(?:$|[|·•(–—-]|(?:by|gmt|utc|[a-z]{1,2}st|[a-z]{1,2}dt|ist)\b|\d{1,3} min)", re.I)
WIRE = re.compile(rf"^[A-Z][A-Z'’. /-]{{2,40}}[,:]? (?:{MONTH} {DAY},? (?P<year>\d{{4}}))(?: ?\([^)\n]{{1,40}}\))? ?[-–—]", re.M)


@dataclass(frozen=True, slots=True)
class HeadDates:
    """Days and times that lines at the head give, as if in UTC; None where no line does."""

    published: datetime | None = None
    updated: datetime | None = None


def read_head_dates(text: str) -> HeadDates:
    """Only lines that hold nothing but a date, its label and small furniture count, and wire datelines with a year."""
    published = updated = None
    for line in text[:HEAD_CHARACTERS].split("\n")[:HEAD_LINES]:
        stripped = line.strip()
        label = LABEL.match(stripped)
        written = WRITTEN.match(stripped, label.end() if label else 0)
        if len(stripped) > LINE_CHARACTERS or written is None or not REST.match(stripped, written.end()):
            continue
        at = _moment(written)
        if label and label["changed"]:
            updated = updated or at
        else:
            published = published or at
    wire = WIRE.search(text[:HEAD_CHARACTERS])
    return HeadDates(published or (_moment(wire) if wire else None), updated)


def _moment(written: re.Match[str]) -> datetime | None:
    parts = written.groupdict()
    year = parts["year"] or parts.get("year2") or parts.get("year3")
    month = parts["month"] or parts.get("month2")
    day = parts["day"] or parts.get("day2") or parts.get("day3")
    number = MONTHS.get(month.lower().rstrip(".")) if month else int(parts.get("month3") or 0)
    hour = int(parts.get("hour") or 0)
    half = (parts.get("half") or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    try:
        return datetime(int(year or 0), number or 0, int(day or 0), hour, int(parts.get("minute") or 0), tzinfo=UTC)
    except ValueError:
        return None
