"""The truth of an edition, read off the plot and off what was written; nothing here reads prose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corroborate.newsroom.casting import alike
from corroborate.newsroom.disputes import disputes, stated, verdict
from corroborate.newsroom.plants import Plot
from corroborate.newsroom.publications import Copy
from corroborate.newsroom.truth import ArticleTruth, Change, OriginTruth, Planted, Question, RevisionTruth, StoryTruth, Truth


@dataclass(frozen=True, slots=True)
class Answer:
    """An article's newest version that answers a question."""

    copy: Copy
    source: str | None


def truth(plots: Sequence[Plot], copies: Sequence[Copy]) -> Truth:
    """Everything that is true of the edition."""
    by_event: dict[str, list[Copy]] = {plot.event.key: [] for plot in plots}
    for copy in newest(copies):
        # A round-up is of two events and belongs to neither.
        by_event.setdefault(copy.publication.event, []).append(copy)
    told = [(plot, by_event[plot.event.key]) for plot in plots if by_event[plot.event.key]]
    found = {plot.event.key: disputes(plot, shown) for plot, shown in told}
    return Truth(
        articles=tuple(_article(copy) for copy in copies),
        questions=tuple(question for plot, shown in told for question in _questions(plot, shown, found[plot.event.key])),
        stories=tuple(_story(plot, shown) for plot, shown in told),
        discrepancies=tuple(one for plot, _ in told for one in found[plot.event.key]),
        revisions=_revisions(copies),
        look_alikes=alike([plot.event for plot, _ in told]),
    )


def newest(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """The last version of every article."""
    return tuple({copy.publication.url: copy for copy in copies}.values())


def _article(copy: Copy) -> ArticleTruth:
    shown = copy.publication
    return ArticleTruth(shown.url, shown.outlet, shown.event, shown.version, shown.visible_from, copy.claims)


def _story(plot: Plot, told: Sequence[Copy]) -> StoryTruth:
    return StoryTruth(plot.event.key, told[0].publication.title, tuple(copy.publication.url for copy in told))


def _questions(plot: Plot, told: Sequence[Copy], found: Sequence[Planted]) -> list[Question]:
    named = dict.fromkeys(claim.question for copy in told for claim in copy.claims if claim.question is not None and not claim.background)
    return [question for key in sorted(named) if (question := _question(plot, key, told, found)) is not None]


def _question(plot: Plot, key: str, told: Sequence[Copy], found: Sequence[Planted]) -> Question | None:
    answers = tuple(answer for copy in told if (answer := _answer(copy, key)) is not None)
    if not answers:
        return None
    name, _, currency = key.partition("/")[2].partition("@")
    ask = plot.event.scene.ask(name)
    rest = origins(plot, answers)
    outlets = {answer.copy.publication.outlet for answer in answers}
    return Question(
        key=key,
        event=plot.event.key,
        kind=ask.kind,
        wording=ask.wording,
        values=tuple(dict.fromkeys(str(plot.event.value(name, phase)) for phase in range(3))),
        unit=currency or (plot.event.currency if ask.unit == "currency" else ask.unit),
        counted=ask.nouns[0] if ask.nouns else None,
        articles=tuple(answer.copy.publication.url for answer in answers),
        origins=rest,
        verdict=verdict(found, key, len(outlets), rest),
    )


def _answer(copy: Copy, key: str) -> Answer | None:
    """Whether an article answers a question in its text, and on whose word."""
    said = stated(copy, key)
    if not said:
        return None
    return Answer(copy, next((claim.source for claim in said if claim.source is not None), None))


def origins(plot: Plot, answers: Sequence[Answer]) -> tuple[OriginTruth, ...]:
    """The outlets that answer, parted by what their answers rest on."""
    names = [answer.copy.publication.outlet for answer in answers]
    parts: dict[str, set[str]] = {name: {name} for name in names}
    why: dict[str, set[str]] = {name: set() for name in names}
    for left in answers:
        for right in answers:
            reason = _bond(plot, left, right)
            if reason is None:
                continue
            one, other = parts[left.copy.publication.outlet], parts[right.copy.publication.outlet]
            merged = one | other
            reasons = why[left.copy.publication.outlet] | why[right.copy.publication.outlet] | {reason}
            for name in merged:
                parts[name], why[name] = merged, reasons
    found = {tuple(sorted(part)): tuple(sorted(why[name])) for name, part in parts.items()}
    return tuple(OriginTruth(part, reasons) for part, reasons in sorted(found.items()))


def _bond(plot: Plot, left: Answer, right: Answer) -> str | None:
    """Why the right answer rests on the same thing as the left one, None where it does not."""
    one, other = left.copy.assignment, right.copy.assignment
    if one is other:
        return None
    if one.house.outlet.family == other.house.outlet.family:
        return "family"
    if other.of == one.house.name:
        return {"wire": "wire", "reuse": "reuse", "cites": "cited"}[other.mode]
    if left.source is not None and left.source == right.source:
        return "cited" if left.source.startswith("outlet:") else plot.event.scene.sources[left.source].kind
    return None


def _revisions(copies: Sequence[Copy]) -> tuple[RevisionTruth, ...]:
    before: dict[str, Copy] = {}
    found = []
    for copy in copies:
        publication = copy.publication
        if publication.url in before:
            found.append(
                RevisionTruth(
                    publication.url, publication.version, _changes(before[publication.url], copy), publication.modified is not None
                )
            )
        before[publication.url] = copy
    return tuple(found)


def _changes(old: Copy, new: Copy) -> tuple[Change, ...]:
    pairs = zip(old.claims, (claim for claim in new.claims if claim.place != "note"), strict=True)
    return tuple(Change(left.surface, right.surface) for left, right in pairs if left.surface != right.surface and left.place != "title")
