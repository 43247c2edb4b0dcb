"""Figures for one place out of many: "in Norland alone", "in the district of Orsk"."""

import re
from collections.abc import Mapping, Sequence

from corroborate.check.statements import Position
from corroborate.model.articles import Article, Reading
from corroborate.model.months import MONTH_NAMES

NARROW = re.compile(
    r"\b((?<!night )(?<!day )(?<!evening )(?<!weekend )(?<!week )(?<!month )(?<!quarter )(?<!year )(?<!\d )alone|"
    r"only in|just in|in (?:the )?(?:city|town|region|country|state|province|district) itself|locally|at one (?:site|plant)|"
    r"inside the (?:city|town|country|region)|domestic(?:ally)?|"
    r"in the (?:city|town|village|valley|island|region|country|state|province|district|county|borough) of"
    r"(?= (?-i:(?!USD|EUR|GBP|CHF)[A-Z])))\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"\bin (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})")
NAME = re.compile(r" [A-Z][\w’'-]+")
LEAD = 500
SCENE = 0.2
SEVERAL = 4


def is_narrow(position: Position, against: Position | None = None) -> bool:
    """Every article says of its figure that it is for a part: "alone", "in the district of"; not by naming the place that the other
    side names as well."""
    told = " ".join(f"{_opening(one.article)} {one.claim.sentence.text}" for one in against.statements) if against is not None else ""
    return position.articles == {one.article.id for one in position.statements if _is_of_part(one.claim.sentence.text, told)}


def _is_of_part(sentence: str, told: str) -> bool:
    found = NARROW.search(sentence)
    if found is None:
        return False
    named = NAME.match(sentence, found.end())
    return named is None or not found[0].endswith("of") or named[0].strip() not in told


def only_place(position: Position, other: Position, readings: Mapping[str, Reading]) -> str | None:
    """A place that every statement of a position is tied to, and that is not simply where the story plays."""
    places = [set(PLACE.findall(one.claim.sentence.text)).difference(MONTH_NAMES) for one in position.statements]
    shared = set.intersection(*places) if places else set()
    leads = [_lead(reading) for reading in readings.values() if reading.article.id not in position.articles]
    against = " ".join(one.claim.sentence.text for one in other.statements)
    return min((place for place in shared if place not in against and not _plays_in(place, leads)), default=None)


def _plays_in(place: str, leads: Sequence[str]) -> bool:
    """More than one in five of the other articles begin with it, and of four or more not just one."""
    told = sum(place in lead for lead in leads)
    return told > SCENE * len(leads) and (told > 1 or len(leads) < SEVERAL)


def _lead(reading: Reading) -> str:
    return _opening(reading.article)


def _opening(article: Article) -> str:
    return f"{article.title or ''} {article.text[:LEAD]}"
