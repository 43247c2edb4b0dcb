"""What a reader wants of a digest, in the query language: `kind:count verdict:disputed -outlet:"Fjord Post"`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from corroborate.model.queries import Band, Key, Query, Term, Value
from corroborate.model.records import RevisionRecord
from corroborate.model.stories import Story
from corroborate.publish.digest.entries import Digest, Entry
from corroborate.store.words import folded


@dataclass(frozen=True, slots=True)
class Subject:
    """What can be asked of a part of a digest: texts under each key, figures from low to high, and its day."""

    texts: Mapping[Key, tuple[str, ...]]
    figures: tuple[tuple[float, float], ...]
    day: date


def narrowed(digest: Digest, where: Query) -> Digest:
    """Only what answers the query. A part that lacks what a term asks for does not answer it."""
    if not where.terms:
        return digest
    stories = tuple(one for one in digest.stories if _answers(where, _story(one)))
    return replace(
        digest,
        entries=tuple(one for one in digest.entries if _answers(where, _entry(one))),
        resolved=tuple(one for one in digest.resolved if _answers(where, _entry(one))),
        revised=tuple(one for one in digest.revised if _answers(where, _revision(one))),
        stories=stories,
        stories_in_all=len(stories),
    )


def _entry(entry: Entry) -> Subject:
    found, standing = entry.found, entry.standing
    claims = standing.claims if standing is not None else ()
    quotes = [side.quote for side in found.sides]
    parties = tuple(name for claim in claims for name in claim.parties)
    texts = {
        Key.WORDS: (entry.record.question, entry.record.story_title, found.about, found.reason, *quotes, *parties),
        Key.PARTY: parties,
        Key.SPEAKER: tuple(claim.speaker for claim in claims if claim.speaker),
        Key.KIND: (standing.kind,) if standing is not None else (),
        Key.UNIT: (standing.unit,) if standing is not None and standing.unit else (),
        Key.VERDICT: (standing.verdict.value,) if standing is not None else (),
        Key.OUTLET: entry.outlets,
        Key.TYPE: (found.type.value,),
        Key.STORY: (found.story,),
        Key.GROUP: (found.group,),
        Key.ARTICLE: tuple(claim.article for claim in claims),
    }
    figures = tuple((claim.low, claim.high) for claim in claims if claim.low is not None and claim.high is not None)
    return Subject(texts, figures, found.first_seen.date())


def _revision(record: RevisionRecord) -> Subject:
    revision = record.revision
    sentences = tuple(change.sentence for change in record.changes)
    texts = {
        Key.WORDS: (revision.title or "", *sentences),
        Key.PARTY: sentences,
        Key.KIND: tuple(change.kind.value for change in record.changes),
        Key.OUTLET: (revision.outlet,),
        Key.ARTICLE: (revision.article,),
    }
    return Subject(texts, (), revision.seen.date())


def _story(story: Story) -> Subject:
    texts = {Key.WORDS: (story.title,), Key.PARTY: (story.title,), Key.STORY: (story.id,), Key.ARTICLE: story.articles}
    return Subject(texts, (), story.first.date())


def _answers(where: Query, subject: Subject) -> bool:
    return all(_holds(term, subject) is not term.negated for term in where.terms)


def _holds(term: Term, subject: Subject) -> bool:
    if term.key is Key.VALUE:
        return any(_inside(value, figures) for value in term.values for figures in subject.figures)
    if term.key is Key.SINCE:
        return all(isinstance(value, date) and subject.day >= value for value in term.values)
    if term.key is Key.UNTIL:
        return all(isinstance(value, date) and subject.day <= value for value in term.values)
    alike = _named if term.key in (Key.WORDS, Key.PARTY, Key.SPEAKER) else _same
    return alike(term.values, subject.texts.get(term.key, ()))


def _same(values: Iterable[Value], texts: Iterable[str]) -> bool:
    known = {text.casefold() for text in texts}
    return any(str(value).casefold() in known for value in values)


def _named(values: Iterable[Value], texts: Iterable[str]) -> bool:
    """The words stand in one of the texts, in that order; one or many makes no difference."""
    known = [f" {_stems(text)} " for text in texts]
    return any(f" {_stems(str(value))} " in text for value in values for text in known)


def _stems(text: str) -> str:
    return " ".join(word.removesuffix("s") for word in folded(text).split())


def _inside(value: Value, figures: tuple[float, float]) -> bool:
    if not isinstance(value, Band):
        return False
    low, high = figures
    above: Callable[[float, float], bool] = (lambda one, end: one > end) if value.low_open else (lambda one, end: one >= end)
    below: Callable[[float, float], bool] = (lambda one, end: one < end) if value.high_open else (lambda one, end: one <= end)
    return (value.low is None or above(high, float(value.low))) and (value.high is None or below(low, float(value.high)))
