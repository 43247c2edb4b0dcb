"""What goes out: a version of an article with byline and dateline, and the copies that others make of it."""

from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from corroborate.model.figures import Kind
from corroborate.newsroom.articles import Dealer, Outline, Text, opening, write
from corroborate.newsroom.days import MONTHS
from corroborate.newsroom.names import Names
from corroborate.newsroom.plot import Assignment
from corroborate.newsroom.prose import Mark, Written, plain
from corroborate.newsroom.truth import Expected

Paragraphs = tuple[tuple[str, Written], ...]

SHORTEST = 255
DATELINES = {"agency": 0.9, "daily": 0.3, "business": 0.3, "brief": 0.0}


@dataclass(frozen=True, slots=True)
class Publication:
    """One version of one article. `paragraphs` are the body from deck to note; `source` is what the feed credits.

    `published` is None where neither page nor feed tells, `modified` where nothing on the page tells that it was edited.
    """

    url: str
    outlet: str
    event: str
    version: int
    published: datetime | None
    modified: datetime | None
    visible_from: datetime
    title: str
    byline: str | None
    dateline: str | None
    paragraphs: tuple[str, ...]
    has_deck: bool = False
    credits: tuple[str, ...] = ()
    source: str | None = None

    @property
    def text(self) -> str:
        """The article as a reader sees it, without its title."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Copy:
    """A publication with the text it was made of and every claim in it, the headline's first."""

    publication: Publication
    text: Text
    assignment: Assignment
    claims: tuple[Expected, ...]


def published(text: Text, assignment: Assignment, version: int) -> Copy:
    """A version as its outlet prints it."""
    dice = Random(f"{assignment.url}/print")
    voice = assignment.house.voice
    byline = None if voice == "brief" else f"By {Names(dice).person()}"
    if voice == "agency" and dice.random() < 0.5:
        byline = f"By {assignment.house.name}"
    opened = dice.random() < DATELINES[voice]
    dateline = _dateline(assignment, dice) if opened else None
    return _copy(_headed(text, dateline), assignment, version, (byline, dateline.text if dateline else None))


def copied(original: Copy, assignment: Assignment, rng: Random) -> Copy:
    """The text of another outlet under one's own name: cut at the end, credited or not."""
    body = original.text.body
    stripped = tuple((place, _without_dateline(paragraph)) for place, paragraph in body if place == "body")
    kept = stripped[: len(stripped) - rng.randint(0, 2)]
    if sum(len(paragraph.text.split()) for _, paragraph in kept) < SHORTEST:
        kept = stripped
    if assignment.is_rewritten:
        kept = _rewritten(kept, assignment, rng)
    title = original.text.title if rng.random() < 0.4 else _other_title(assignment, rng)
    agency = original.assignment.house
    mark = rng.choice(("byline", "dateline", "source", "feed")) if assignment.mode == "wire" else ""
    dateline = _dateline(original.assignment, rng) if mark == "dateline" else None
    if mark == "source":
        kept = (*kept, ("body", plain(f"Source: {agency.name}")))
    byline = f"By {agency.name}" if mark == "byline" else None
    if not mark:
        byline = f"By {Names(rng).person()}"
    made = _copy(_headed(Text(title, kept), dateline), assignment, 0, (byline, dateline.text if dateline else None))
    credits = (agency.name,) if mark else ()
    publication = replace(made.publication, credits=credits, source=agency.name if mark == "feed" else None)
    return replace(made, publication=publication)


def _rewritten(kept: Paragraphs, assignment: Assignment, rng: Random) -> Paragraphs:
    """Another lead before most of the rest: a quarter of the paragraphs is dropped."""
    lead = write(opening(assignment, Dealer(rng)), assignment, 0).body
    rest = kept[1:]
    dropped = set(rng.sample(range(len(rest)), len(rest) // 4))
    return (*lead, *(paragraph for place, paragraph in enumerate(rest) if place not in dropped))


def _copy(text: Text, assignment: Assignment, version: int, signed: tuple[str | None, str | None]) -> Copy:
    shown = assignment.published[version]
    publication = Publication(
        url=assignment.url,
        outlet=assignment.house.name,
        event=assignment.event.key,
        version=version,
        published=assignment.published[0] if assignment.is_dated else None,
        modified=shown if version > 0 and assignment.announced else None,
        visible_from=shown,
        title=text.title.text,
        byline=signed[0],
        dateline=signed[1],
        paragraphs=tuple(paragraph.text for _, paragraph in text.body),
        has_deck=text.body[0][0] == "deck",
    )
    body = (claim for place, paragraph in text.body for claim in _placed(place, paragraph))
    return Copy(publication, text, assignment, (*text.title.claims("title"), *body))


def _dateline(assignment: Assignment, rng: Random) -> Written:
    place = assignment.event.names.get("place", "Harbourton").upper()
    day = assignment.published[0].date()
    name = f" ({assignment.house.name})" if assignment.house.voice == "agency" else ""
    dash = rng.choice((" — ", " - ", " – "))
    if rng.random() < 0.5:
        return Written(f"{place}{name}{dash}")
    words = f"{MONTHS[day.month][:3]} {day.day}"
    start = len(place) + 2
    claim = Expected(Kind.DATE, start=day, end=day, place="dateline")
    return Written(f"{place}, {words}{name}{dash}", (Mark(start, start + len(words), claim),))


def _headed(text: Text, dateline: Written | None) -> Text:
    if dateline is None:
        return text
    first = next(index for index, (place, _) in enumerate(text.body) if place == "body")
    body = list(text.body)
    body[first] = ("body", dateline + body[first][1])
    return replace(text, body=tuple(body))


def _placed(place: str, paragraph: Written) -> tuple[Expected, ...]:
    whole = paragraph.claims(place)
    return tuple(
        replace(claim, place="dateline" if mark.claim.place == "dateline" else place)
        for claim, mark in zip(whole, paragraph.marks, strict=True)
    )


def _without_dateline(paragraph: Written) -> Written:
    for dash in (" — ", " - ", " – "):
        head, found, rest = paragraph.text.partition(dash)
        if found and head.split(",")[0].split(" (")[0].isupper():
            cut = len(head) + len(found)
            marks = tuple(replace(mark, start=mark.start - cut, end=mark.end - cut) for mark in paragraph.marks if mark.start >= cut)
            return Written(rest, marks)
    return paragraph


def _other_title(assignment: Assignment, rng: Random) -> Written:
    scene = assignment.event.scene
    calm = [headline for headline in scene.headlines if not any(f"{{{key}" in headline for key in assignment.event.facts)]
    plan = Outline(rng.choice(calm), None, ())
    return write(plan, assignment, 0).title
