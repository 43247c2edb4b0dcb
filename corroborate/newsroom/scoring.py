"""Scores of exported tables against the truth of an edition, all of them counted.

BCubed is that of Bagga and Baldwin (1998); groups are scored over pairs of claims.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import comb

from corroborate.model.figures import Kind
from corroborate.newsroom.measures import Measure, Share, bcubed, discovered
from corroborate.newsroom.recognition import OPTIONAL, Row, address, labels, listed, number, overlap, recognise
from corroborate.newsroom.truth import Expected, Planted, Truth


@dataclass(frozen=True, slots=True)
class Scores:
    """What a run got right of an edition. `claims` leaves parties out, which are scored in `by_kind` alone.

    `stories` is over all articles but round-ups, `alike` over those of events that have their like among the others, and
    `apart` is how many pairs of such events share no story. `types` is how many discovered discrepancies have the right type,
    `background` how many discrepancies compare a figure that nothing may be compared with.
    """

    claims: Measure
    by_kind: Mapping[str, Measure]
    groups: Measure
    stories: Measure
    alike: Measure
    apart: Share
    origins: Share
    verdicts: Share
    discrepancies: Measure
    types: Share
    by_type: Mapping[str, Share]
    background: int
    missed: tuple[Planted, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        rows = [
            ("claims", self.claims),
            *((f"  {kind}", measure) for kind, measure in sorted(self.by_kind.items())),
            ("groups (pairs)", self.groups),
            ("stories (BCubed)", self.stories),
            ("  of look-alikes", self.alike),
            ("  kept apart", self.apart),
            ("origins counted", self.origins),
            ("verdicts", self.verdicts),
            ("discrepancies", self.discrepancies),
            *((f"  {name}", share) for name, share in sorted(self.by_type.items())),
            ("types right", self.types),
            ("background compared", self.background),
        ]
        return "\n".join(f"{name:<20} {value}" for name, value in rows)


def score(truth: Truth, claims: Sequence[Row], groups: Sequence[Row], discrepancies: Sequence[Row]) -> Scores:
    """Scores of the tables `claims`, `groups` and `discrepancies`, as exported, against the newest versions of all articles.

    What a discrepancy has from round-ups alone on one side is neither right nor wrong: they are of no story.
    """
    found = recognise(truth.latest(), claims)
    by_kind = {kind.value: measure for kind in Kind if (measure := _claims(truth, claims, found, (kind,))).found or measure.expected}
    origins, verdicts = _places(truth, claims, groups, found)
    homes = _homes(truth, claims)
    stated = {str(claims[index].get("claim")): expected for index, expected in found.items()}
    told = [row for row in discrepancies if not _rests_on_round_ups(row, stated)]
    matched = [_matched(truth, stated, row) for row in told]
    wanted = [one for one in truth.discrepancies if not one.arguable]
    hits = {id(one): row for one, row in zip(matched, told, strict=True) if one is not None}
    typed = [str(row.get("type")) == one.type for one, row in zip(matched, told, strict=True) if one and not one.arguable]
    settled = sum(1 for one in wanted if id(one) in hits)
    counted = sum(1 for one in matched if one is None or not one.arguable)
    return Scores(
        claims=_claims(truth, claims, found, tuple(kind for kind in Kind if kind is not Kind.PARTY)),
        by_kind=by_kind,
        groups=_pairs(claims, labels(found)),
        stories=bcubed(*homes),
        alike=bcubed(*homes, within={key for pair in truth.look_alikes for key in pair}),
        apart=_apart(truth, *homes),
        origins=origins,
        verdicts=verdicts,
        discrepancies=discovered(len(typed), counted, settled, len(wanted)),
        types=Share(sum(typed), len(typed)),
        by_type=_by_type(wanted, hits),
        background=sum(1 for row in discrepancies if _is_beside(row, stated)),
        missed=tuple(one for one in wanted if id(one) not in hits),
    )


def _claims(truth: Truth, rows: Sequence[Row], found: Mapping[int, Expected], kinds: Sequence[Kind]) -> Measure:
    names = {kind.value for kind in kinds}
    urls = {address(article.url) for article in truth.articles}
    free = {index for index, expected in found.items() if expected.place in OPTIONAL}
    stated = sum(
        1 for index, row in enumerate(rows) if str(row.get("kind")) in names and index not in free and address(row.get("url")) in urls
    )
    expected = sum(1 for article in truth.latest() for claim in article.claims if claim.kind in kinds and claim.place not in OPTIONAL)
    right = sum(1 for index, claim in found.items() if claim.kind in kinds and index not in free)
    return Measure(right, max(stated, right), expected)


def _pairs(rows: Sequence[Row], wanted: Mapping[int, str]) -> Measure:
    given = {index: str(rows[index].get("group") or f"none {index}") for index in wanted}
    both = Counter((wanted[index], given[index]) for index in wanted)
    return Measure(*(sum(comb(size, 2) for size in sizes.values()) for sizes in (both, Counter(given.values()), Counter(wanted.values()))))


def _homes(truth: Truth, rows: Sequence[Row]) -> tuple[dict[str, str], dict[str, str]]:
    """The event of every article that some claim was read from, and the story it was put into; round-ups are left out."""
    wanted = {address(url): story.event for story in truth.stories for url in story.articles}
    given = {address(row.get("url")): str(row["story"]) for row in rows if row.get("story") and address(row.get("url")) in wanted}
    return {url: wanted[url] for url in given}, given


def _apart(truth: Truth, wanted: Mapping[str, str], given: Mapping[str, str]) -> Share:
    """How many pairs of events much alike share no story."""
    stories: dict[str, set[str]] = {}
    for url, event in wanted.items():
        stories.setdefault(event, set()).add(given[url])
    pairs = [(one, other) for one, other in truth.look_alikes if one in stories and other in stories]
    return Share(sum(1 for one, other in pairs if not stories[one] & stories[other]), len(pairs))


def _places(truth: Truth, rows: Sequence[Row], groups: Sequence[Row], found: Mapping[int, Expected]) -> tuple[Share, Share]:
    """Origins and verdicts of the groups that hold most claims of a question with several outlets.

    Each round-up in a group may count as one more origin, and what such a group's verdict should be is left open.
    """
    held: dict[str, Counter[str]] = {}
    for index, question in labels(found).items():
        if rows[index].get("group"):
            held.setdefault(question, Counter())[str(rows[index]["group"])] += 1
    rounds = Counter(str(rows[index].get("group")) for index, expected in found.items() if expected.place == "round-up")
    by_id = {str(row.get("group")): row for row in groups}
    asked = [question for question in truth.questions if len(set(question.articles)) > 1]
    given = {question.key: by_id.get(held[question.key].most_common(1)[0][0]) for question in asked if question.key in held}
    spare = {key: rounds[str(row.get("group"))] for key, row in given.items() if row is not None}
    counted = sum(1 for one in asked if 0 <= (_origins(given.get(one.key)) or 0) - len(one.origins) <= spare.get(one.key, 0))
    judged = [one for one in asked if one.verdict is not None and not spare.get(one.key)]
    right = sum(1 for question in judged if str((given.get(question.key) or {}).get("verdict")) == question.verdict)
    return Share(counted, len(asked)), Share(right, len(judged))


def _origins(row: Row | None) -> int | None:
    if row is None:
        return None
    counted = number(row.get("origins")) if not isinstance(row.get("origins"), list | tuple) else None
    return int(counted) if counted is not None else len(listed(row.get("origins")))


def _sides(row: Row) -> list[Mapping[str, object]]:
    return [side for side in listed(row.get("sides")) if isinstance(side, Mapping)]


def _claims_of(row: Row, stated: Mapping[str, Expected]) -> list[list[Expected]]:
    """The claims that each side of a discrepancy rests on, as far as the truth knows them."""
    return [[stated[str(claim)] for claim in listed(side.get("claims")) if str(claim) in stated] for side in _sides(row)]


def _rests_on_round_ups(row: Row, stated: Mapping[str, Expected]) -> bool:
    """One side is told by round-ups alone, and all sides answer one question."""
    sides = _claims_of(row, stated)
    told = any(side and all(claim.place == "round-up" for claim in side) for side in sides)
    return told and len({claim.question for side in sides for claim in side}) == 1


def _is_beside(row: Row, stated: Mapping[str, Expected]) -> bool:
    """A figure that stands beside the event is compared, and not just with the same figure in another outlet."""
    sides = [[claim for claim in side if claim.place != "note"] for side in _claims_of(row, stated)]
    told = [claim for side in sides for claim in side]
    questions = {claim.question for claim in told}
    among_itself = len(sides) > 1 and all(sides) and len(questions) == 1 and None not in questions
    return any(claim.background for claim in told) and not among_itself


def _matched(truth: Truth, stated: Mapping[str, Expected], row: Row) -> Planted | None:
    """The discrepancy that a row reports: one of its questions, and one of its odd side's outlets; the right type first."""
    questions = {claim.question for side in _claims_of(row, stated) for claim in side}
    outlets = {str(outlet) for side in _sides(row) for outlet in listed(side.get("outlets"))}
    fitting = [one for one in truth.discrepancies if questions & set(one.questions) and (not outlets or outlets & _odd(one))]
    fitting.sort(key=lambda one: (str(row.get("type")) != one.type, one.arguable))
    return fitting[0] if fitting else None


def _odd(planted: Planted) -> set[str]:
    """The outlets of which a finding must name one: those of the odd side, any where it is arguable which side is odd."""
    sides = planted.sides if planted.arguable else planted.sides[:1]
    return {outlet for side in sides for outlet in side.outlets}


def _by_type(wanted: Sequence[Planted], hits: Mapping[int, Row]) -> dict[str, Share]:
    """Per type, how many were found and given that type."""
    planted = Counter(one.type.value for one in wanted)
    named = Counter(one.type.value for one in wanted if id(one) in hits and str(hits[id(one)].get("type")) == one.type)
    return {name: Share(named[name], total) for name, total in planted.items()}


def score_revisions(truth: Truth, revisions: Sequence[Row]) -> Measure:
    """How many changed figures the table `revisions` shows, of those that changed; figures that came or went are left out.

    The digits or words of both figures must agree, whatever stands around them.
    """
    wanted = [(address(revision.url), change.old, change.new) for revision in truth.revisions for change in revision.changes]
    given = [
        (address(row.get("url")), str(change["old"]), str(change["new"]))
        for row in revisions
        for change in listed(row.get("changes"))
        if isinstance(change, Mapping) and change.get("old") and change.get("new")
    ]
    left = list(wanted)
    for url, old, new in given:
        same = next((one for one in left if one[0] == url and overlap(one[1], old) and overlap(one[2], new)), None)
        if same is not None:
            left.remove(same)
    return Measure(len(wanted) - len(left), len(given), len(wanted))
