"""Which days a wording means, seen from the day of publication, the tense of its clause and the date mentioned last."""

from dataclasses import replace
from datetime import date

from corroborate.extract.dates.calendar_rules import CALENDAR_RULES
from corroborate.extract.dates.calendars import Days, third
from corroborate.extract.dates.mentions import Mention
from corroborate.extract.dates.part_rules import PART_RULES
from corroborate.extract.dates.relative_rules import RELATIVE_RULES
from corroborate.extract.dates.tense import Tense
from corroborate.extract.dates.viewpoints import Viewpoint, chosen
from corroborate.model.ranges import Range

RULES = CALENDAR_RULES | RELATIVE_RULES
UNMOVED = frozenset(
    ("deictic", "now", "unit", "ago", "weekend", "fiscal", "season", "vague", "working week", "next", "anchored", "quarters")
)


def resolve(mention: Mention, view: Viewpoint) -> Days | None:
    """All days that the wording leaves open, None where the text does not tell."""
    if mention.whole is not None:
        whole = resolve(mention.whole, view)
        return None if whole is None else PART_RULES[mention.form](mention, whole, view)
    found = RULES[mention.form](mention, view)
    if found is None or mention.part is None or found.low is None or found.high is None:
        return found
    return third(found, mention.granularity, mention.part)


def resolve_pair(first: Mention, last: Mention, view: Viewpoint) -> Days | None:
    """From the first day of one wording to the last of another: a year given once counts for both."""
    if view.tense is not Tense.UNTOLD or _is_absolute(first) or _is_absolute(last) or view.published is None:
        return _in_tense(first, last, view)
    back, ahead = (_in_tense(first, last, replace(view, tense=tense)) for tense in (Tense.PAST, Tense.FUTURE))
    return chosen((back, ahead), view)


def _in_tense(first: Mention, last: Mention, view: Viewpoint) -> Days | None:
    if _is_absolute(last) and not _is_absolute(first):
        high = resolve(last, view)
        low = _towards(first, None if high is None else high.high, view, Tense.PAST)
    elif _is_absolute(first) or view.tense is not Tense.FUTURE:
        low = resolve(first, view)
        high = resolve(last, view) if _is_absolute(last) else _towards(last, None if low is None else low.low, view, Tense.FUTURE)
    else:
        high = resolve(last, view)
        low = _towards(first, None if high is None else high.low, view, Tense.PAST)
    if low is None or high is None or low.low is None or high.high is None or low.low > high.high:
        return None
    return Range(low.low, high.high)


def _is_absolute(mention: Mention) -> bool:
    core = mention.core
    return core.year is not None or core.which is not None or core.form in UNMOVED


def _towards(mention: Mention, of: date | None, view: Viewpoint, tense: Tense) -> Days | None:
    return None if of is None else resolve(mention, replace(view, published=of, tense=tense))
