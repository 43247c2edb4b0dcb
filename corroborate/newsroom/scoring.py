"""Scores of exported tables against the truth of an edition, all of them counted.

BCubed is that of Bagga and Baldwin (1998); groups are scored over pairs of claims.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import comb

from corroborate.model.figures import Kind
from corroborate.newsroom.recognition import OPTIONAL, Row, address, labels, listed, number, overlap, recognise
from corroborate.newsroom.truth import Expected, Planted, Truth


@dataclass(frozen=True, slots=True)
class Measure:
    """How many were right of those found, and found of those expected."""

    right: float
    found: float
    expected: float

    @property
    def precision(self) -> float:
        """The share of what was found that is right; nothing found is nothing wrong."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was expected that was found."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return (
            f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  ({self.right:g} of {self.found:g}, {self.expected:g} expected)"
        )


@dataclass(frozen=True, slots=True)
class Share:
    """How many of all are as they should be."""

    right: int
    of: int

    @property
    def value(self) -> float:
        """The share itself; of none, all are right."""
        return self.right / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.value:.3f}  ({self.right} of {self.of})"


@dataclass(frozen=True, slots=True)
class Scores:
    """What a run got right of an edition. `claims` leaves parties out, which are scored in `by_kind` alone.

    `types` is how many discovered discrepancies have the right type, `background` how many discrepancies compare a figure
    that nothing may be compared with.
    """

    claims: Measure
    by_kind: Mapping[str, Measure]
    groups: Measure
    stories: Measure
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
            ("origins counted", self.origins),
            ("verdicts", self.verdicts),
            ("discrepancies", self.discrepancies),
            *((f"  {name}", share) for name, share in sorted(self.by_type.items())),
            ("types right", self.types),
            ("background compared", self.background),
        ]
        return "\n".join(f"{name:<20} {value}" for name, value in rows)


def score(truth: Truth, claims: Sequence[Row], groups: Sequence[Row], discrepancies: Sequence[Row]) -> Scores:
    """Scores of the tables `claims`, `groups` and `discrepancies`, as exported, against the newest versions of all articles."""
    found = recognise(truth.latest(), claims)
    by_kind = {kind.value: measure for kind in Kind if (measure := _claims(truth, claims, found, (kind,))).found or measure.expected}
    places = _places(truth, claims, groups, labels(found))
    matched = [_matched(truth, claims, found, row) for row in discrepancies]
    wanted = [one for one in truth.discrepancies if not one.arguable]
    hits = {id(one): row for one, row in zip(matched, discrepancies, strict=True) if one is not None}
    typed = [(one, str(row.get("type")) == one.type) for one, row in zip(matched, discrepancies, strict=True) if one and not one.arguable]
    settled = sum(1 for one in wanted if id(one) in hits)
    counted = sum(1 for one in matched if one is None or not one.arguable)
    right = sum(1 for one in matched if one is not None and not one.arguable)
    return Scores(
        claims=_claims(truth, claims, found, tuple(kind for kind in Kind if kind is not Kind.PARTY)),
        by_kind=by_kind,
        groups=_pairs(claims, labels(found)),
        stories=_stories(truth, claims),
        origins=places[0],
        verdicts=places[1],
        discrepancies=_discovered(right, counted, settled, len(wanted)),
        types=Share(sum(1 for _, fits in typed if fits), len(typed)),
        by_type=_by_type(wanted, hits),
        background=_background(claims, found, discrepancies),
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


def _stories(truth: Truth, rows: Sequence[Row]) -> Measure:
    """BCubed over the articles that some claim was read from."""
    wanted = {address(url): story.event for story in truth.stories for url in story.articles}
    given = {address(row.get("url")): str(row["story"]) for row in rows if row.get("story") and address(row.get("url")) in wanted}
    both = Counter((wanted[url], story) for url, story in given.items())
    in_story, in_event = Counter(given.values()), Counter(wanted[url] for url in given)
    precision = sum(both[wanted[url], story] / in_story[story] for url, story in given.items())
    recall = sum(both[wanted[url], story] / in_event[wanted[url]] for url, story in given.items())
    return _discovered(precision, len(given), recall, len(given))


def _discovered(right: float, found: float, settled: float, expected: float) -> Measure:
    """A measure whose precision and recall count different things, scaled so that both come out."""
    if not expected or not found:
        return Measure(0, found, expected)
    return Measure(right, found, right * expected / settled) if settled else Measure(0, found, expected)


def _places(truth: Truth, rows: Sequence[Row], groups: Sequence[Row], wanted: Mapping[int, str]) -> tuple[Share, Share]:
    """Origins and verdicts of the groups that hold most claims of a question with several outlets."""
    held: dict[str, Counter[str]] = {}
    for index, question in wanted.items():
        if rows[index].get("group"):
            held.setdefault(question, Counter())[str(rows[index]["group"])] += 1
    by_id = {str(row.get("group")): row for row in groups}
    asked = [question for question in truth.questions if len(set(question.articles)) > 1]
    given = {question.key: by_id.get(held[question.key].most_common(1)[0][0]) for question in asked if question.key in held}
    counted = sum(1 for question in asked if _origins(given.get(question.key)) == len(question.origins))
    judged = [question for question in truth.questions if question.verdict is not None and len(set(question.articles)) > 1]
    right = sum(1 for question in judged if str((given.get(question.key) or {}).get("verdict")) == question.verdict)
    return Share(counted, len(asked)), Share(right, len(judged))


def _origins(row: Row | None) -> int | None:
    if row is None:
        return None
    counted = number(row.get("origins")) if not isinstance(row.get("origins"), list | tuple) else None
    return int(counted) if counted is not None else len(listed(row.get("origins")))


def _sides(row: Row) -> list[Mapping[str, object]]:
    return [side for side in listed(row.get("sides")) if isinstance(side, Mapping)]


def _matched(truth: Truth, rows: Sequence[Row], found: Mapping[int, Expected], row: Row) -> Planted | None:
    """The discrepancy that a row reports: one of its questions, and one of its odd side's outlets; the right type first."""
    by_claim = {str(rows[index].get("claim")): expected for index, expected in found.items()}
    claims = [by_claim.get(str(claim)) for side in _sides(row) for claim in listed(side.get("claims"))]
    questions = {claim.question for claim in claims if claim is not None}
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


def _background(rows: Sequence[Row], found: Mapping[int, Expected], discrepancies: Sequence[Row]) -> int:
    aside = {str(rows[index].get("claim")) for index, expected in found.items() if expected.background and expected.place != "note"}
    return sum(1 for row in discrepancies if any(str(claim) in aside for side in _sides(row) for claim in listed(side.get("claims"))))


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
