"""A figure that one outlet prints bare, and of which another says that it is a part: "of the 2,400 jobs 900 are in Drossen"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corroborate.check.differences import Finding
from corroborate.check.headcounts import EVERYBODY, head
from corroborate.check.places import PLACE
from corroborate.check.statements import Position, Statement
from corroborate.check.words import say
from corroborate.model.figures import Approx, Kind, Quantity, Role
from corroborate.model.findings import DiscrepancyType

OF_THE_WHOLE = re.compile(
    r"(?:(?:^|[,;:(–—“\"]\s*|\b(?:and|but|while|that) )(?:of|among|from(?= (?:a total of|the|its|their|all)\b))|\bout of) "
    r"(?:a total of |the |its |their |all |some |about |more than |nearly )*[A-Z$€£¥]*$",
    re.IGNORECASE,
)
"""Before a whole: "of the 2,400 jobs, 900 are in Drossen"; not "a fine of 374 million", nor "fell to 62 million, from 71 million"."""
OF_IT = re.compile(
    r"^(?: (?!(?:on|for|from|against|at|after|with|to|in|by)\b)[a-z]+){0,2} (?:out )?of "
    r"(?:a total of |the |its |their |all |some |about |more than |nearly )*[A-Z$€£¥]*$"
)
"""Between a part and its whole: "900 of the 2,400 jobs"; not "a profit of 62 million on sales of 1,380 million"."""
OF_WHICH = re.compile(
    r"^(?: [\w’'-]+){0,6},? (?:of (?:which|whom|them|those|these)|including|among them)"
    r"(?: (?:a total of|the|some|about|around|more than|nearly|up to|at least))* [A-Z$€£¥]*$"
)
"""Between a whole and its part: "3,100 posts will go, of which 2,300"."""
LED_BY = re.compile(r"\b(?:majority|margin|lead|difference|gap)\b", re.IGNORECASE)
""" "61 to 48, a majority of 13": the smaller two make the largest, but it is no whole."""
STOCK = re.compile(
    r"\b(?:(?:has|have|had|employs?|employed|runs?|ran|operates?|owns?|owned) |"
    r"(?:staff|workforce|payroll|fleet|network|chain) of |of (?:its|their) )"
    r"(?:(?:about|some|around|nearly|almost|more than|over|a total of) ){0,2}(?:\d[\d,.]* [a-z]+ and )?$",
    re.IGNORECASE,
)
"""Before all that somebody has."""

WORD = re.compile(r"[a-z]{4,}")
ALIKE = 3
MOST_OF_SENTENCE = 6
BREAK = re.compile(r"[,;.:(–—]")
LONG, TELLING = 1000, 2
KINDS = frozenset({Kind.COUNT, Kind.MONEY})


@dataclass(frozen=True, slots=True)
class Portion:
    """One sentence's word that `part` is a part of `whole`; `place` where it tells that the part is for a place."""

    whole: Statement
    part: Statement
    place: str | None


def portions(groups: Mapping[str, Sequence[Position]]) -> Iterator[tuple[str, Finding]]:
    """What outlets print as if it were the whole, with the id of the group of the whole; one finding for each part."""
    stated = [(one, group) for group, taken in groups.items() for position in taken for one in position.statements]
    told = list(_told([one for one, _ in stated]))
    if not told:
        return
    by_value: defaultdict[tuple[object, ...], list[tuple[Statement, str]]] = defaultdict(list)
    for one, group in stated:
        if _exact(one) is not None:
            by_value[_key(one)].append((one, group))
    most: defaultdict[tuple[str, int], Decimal] = defaultdict(Decimal)
    for one, _ in stated:
        if one.claim.kind is Kind.COUNT and (value := _exact(one)) is not None:
            most[one.article.id, one.claim.sentence.start] = max(value, most[one.article.id, one.claim.sentence.start])
    found: dict[tuple[object, ...], tuple[str, Finding]] = {}
    for portion in told:
        wholes = [(one, group) for one, group in by_value[_key(portion.whole)] if one is portion.whole or not _is_stock(one)]
        parts = by_value[_key(portion.part)]
        if _is_stock(portion.whole) or (len(wholes) == 1 and len(by_value[_key(portion.whole)]) > 1):
            continue
        knowing = {one.outlet for one, _ in wholes}
        bare = [one for one, _ in parts if one.outlet not in knowing and _is_bare(one, portion) and not _is_beside_more(one, most)]
        # Where more outlets give the part than the whole, it is the figure of the story, and the whole one outlet's sum.
        if bare and len({one.outlet for one in bare}) <= len(knowing) and _key(portion.part) not in found:
            group = next(group for one, group in wholes if one.claim.id == portion.whole.claim.id)
            found[_key(portion.part)] = (group, _finding(portion, bare, [one for one, _ in wholes]))
    yield from found.values()


def _is_stock(one: Statement) -> bool:
    """All that somebody has, of which some are closed or let go: "the chain has 134 shops", "two of its nine factories"."""
    return STOCK.search(one.claim.sentence.text, 0, one.claim.span.start - one.claim.sentence.start) is not None


def _key(one: Statement) -> tuple[object, ...]:
    figure = one.figure
    assert isinstance(figure, Quantity)
    return one.claim.kind, figure.unit, figure.value


def _exact(one: Statement) -> Decimal | None:
    figure = one.figure
    if (
        one.claim.kind not in KINDS
        or not isinstance(figure, Quantity)
        or figure.role is not Role.LEVEL
        or figure.approx is not Approx.EXACT
    ):
        return None
    return figure.value


def _told(stated: Sequence[Statement]) -> Iterator[Portion]:
    sentences: defaultdict[tuple[str, int], list[Statement]] = defaultdict(list)
    for one in stated:
        if _exact(one) is not None:
            sentences[one.article.id, one.claim.sentence.start].append(one)
    for together in sentences.values():
        if 2 <= len(together) <= MOST_OF_SENTENCE:
            yield from _within(sorted(together, key=lambda one: one.claim.span.start))


def _within(together: Sequence[Statement]) -> Iterator[Portion]:
    """ "Of the 2,400 jobs, 900 are in Drossen"; "claimed 14 lives: 11 at the scene and three in hospital"."""
    for whole in together:
        total = _exact(whole) or Decimal(0)
        rest = [one for one in together if _key(one)[:2] == _key(whole)[:2] and 0 < (_exact(one) or 0) < total]
        text, place = whole.claim.sentence.text, whole.claim.span.start - whole.claim.sentence.start
        opened = OF_THE_WHOLE.search(text[max(0, place - 60) : place]) is not None
        told = [part for part in rest if opened or _is_part(text, whole, part)]
        if told:
            yield from (Portion(whole, part, _place_of(part)) for part in told)
        elif len(rest) > 1 and not LED_BY.search(text) and sum((_exact(one) or Decimal(0) for one in rest), Decimal(0)) == total:
            yield from (Portion(whole, part, None) for part in rest)


def _is_part(text: str, whole: Statement, part: Statement) -> bool:
    """ "900 of the 2,400 jobs"; "3,100 posts, of which 2,300 are in stores"."""
    start = whole.claim.sentence.start
    if part.claim.span.end <= whole.claim.span.start:
        return OF_IT.match(text[part.claim.span.end - start : whole.claim.span.start - start]) is not None
    return OF_WHICH.match(text[whole.claim.span.end - start : part.claim.span.start - start]) is not None


def _place_of(part: Statement) -> str | None:
    claim = part.claim
    behind = claim.sentence.text[claim.span.end - claim.sentence.start :][:80]
    found = PLACE.search(behind)
    return found[1] if found else None


def _is_bare(one: Statement, portion: Portion) -> bool:
    """It is told of the same thing in much the same words, and not that it is a part."""
    text = one.claim.sentence.text
    if portion.place is not None and re.search(rf"\bin (?:the )?{re.escape(portion.place)}\b", text):
        return False
    if _narrowing(portion.part) & _words(one):
        return False
    if _is_long(one):
        return True
    heads = {head(portion.whole), head(portion.part), *EVERYBODY, None}
    return head(one) in heads and len(_words(one) & (_words(portion.whole) | _words(portion.part))) >= ALIKE


def _is_beside_more(one: Statement, most: Mapping[tuple[str, int], Decimal]) -> bool:
    """Its own sentence counts more: "launched 88 drones, of which it shot down 71" prints no part as the whole."""
    value = _exact(one)
    return one.claim.kind is Kind.COUNT and value is not None and most[one.article.id, one.claim.sentence.start] > value


def _narrowing(part: Statement) -> set[str]:
    """The words right behind a part, which tell of what it is one: "stores" in "2,300 are in stores"."""
    behind = BREAK.split(part.claim.sentence.text[part.claim.span.end - part.claim.sentence.start :], maxsplit=1)[0]
    counted = part.figure.counted if isinstance(part.figure, Quantity) else None
    return set(WORD.findall(behind.lower())) - set(WORD.findall((counted or "").lower()))


def _is_long(one: Statement) -> bool:
    """A figure that is hardly met by chance in one story: 2,300, not 900 or 3,000."""
    value = _exact(one)
    return value is not None and value >= LONG and len(value.normalize().as_tuple().digits) >= TELLING


def _words(one: Statement) -> set[str]:
    return set(WORD.findall(one.claim.sentence.text.lower()))


def _finding(portion: Portion, bare: Sequence[Statement], wholes: Sequence[Statement]) -> Finding:
    whole, part = say(portion.whole.figure), say(portion.part.figure)
    sides = (tuple(bare), tuple(wholes))
    if portion.place is not None:
        explanation = f"{portion.whole.outlet} tells that {part} of the {whole} are in {portion.place}, so the two are not compared"
        return Finding(DiscrepancyType.SCOPE, "part_elsewhere_told", explanation, sides)
    explanation = f"{portion.whole.outlet} gives {part} as a part of {whole}"
    return Finding(DiscrepancyType.PART_WHOLE, "part_printed_as_whole", explanation, sides)
