"""The truth of an edition, read off the plot and off what was written; nothing here reads prose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corroborate.model.figures import Kind
from corroborate.newsroom.houses import House
from corroborate.newsroom.plants import Plot
from corroborate.newsroom.publications import Copy
from corroborate.newsroom.truth import ArticleTruth, Change, OriginTruth, Question, RevisionTruth, StoryTruth, Truth


@dataclass(frozen=True, slots=True)
class Answer:
    """An article's newest version that answers a question."""

    copy: Copy
    source: str | None


def truth(plots: Sequence[Plot], copies: Sequence[Copy], staff: Sequence[House]) -> Truth:
    """Everything that is true of the edition."""
    articles = tuple(
        ArticleTruth(
            copy.publication.url,
            copy.publication.outlet,
            copy.publication.event,
            copy.publication.version,
            copy.publication.visible_from,
            copy.claims(),
        )
        for copy in copies
    )
    stories = tuple(_story(plot, copies) for plot in plots)
    questions = tuple(question for plot in plots for question in _questions(plot, copies))
    return Truth(articles, questions, stories, (), _revisions(copies))


def newest(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """The last version of every article."""
    return tuple({copy.publication.url: copy for copy in copies}.values())


def _story(plot: Plot, copies: Sequence[Copy]) -> StoryTruth:
    told = [copy for copy in newest(copies) if copy.publication.event == plot.event.key]
    return StoryTruth(plot.event.key, told[0].publication.title, tuple(copy.publication.url for copy in told))


def _questions(plot: Plot, copies: Sequence[Copy]) -> list[Question]:
    told = [copy for copy in newest(copies) if copy.publication.event == plot.event.key]
    found = []
    for ask in plot.event.scene.asks:
        key = f"{plot.event.key}/{ask.key}"
        answers = tuple(answer for copy in told if (answer := _answer(copy, key)) is not None)
        if not answers:
            continue
        values = dict.fromkeys(str(plot.event.value(ask.key, phase)) for phase in range(3))
        unit = plot.event.currency if ask.kind is Kind.MONEY else ask.unit
        urls = tuple(answer.copy.publication.url for answer in answers)
        counted = ask.nouns[0] if ask.nouns else None
        found.append(Question(key, plot.event.key, ask.kind, ask.wording, tuple(values), unit, counted, urls, origins(plot, answers)))
    return found


def _answer(copy: Copy, key: str) -> Answer | None:
    """Whether an article answers a question in its text, and on whose word."""
    stated = [claim for claim in copy.claims() if claim.question == key and claim.place != "title"]
    if not stated:
        return None
    return Answer(copy, next((claim.source for claim in stated if claim.source is not None), None))


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
    pairs = zip(old.claims(), (claim for claim in new.claims() if claim.place != "note"), strict=True)
    return tuple(Change(left.surface, right.surface) for left, right in pairs if left.surface != right.surface and left.place != "title")
