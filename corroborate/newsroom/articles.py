"""Writing an article: its outline is settled once, each version fills it with what is known by then."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from corroborate.model.figures import Kind
from corroborate.newsroom.casting import known_by
from corroborate.newsroom.fillers import FILLER, NOTES
from corroborate.newsroom.plot import Assignment, Event
from corroborate.newsroom.prose import Written, fill, join, named_slots, sentence, spin, titled
from corroborate.newsroom.scene import Scene
from corroborate.newsroom.slots import Writer
from corroborate.newsroom.wording import in_words

CUES: Mapping[str, tuple[str, ...]] = {
    "document": (
        "{clause}, according to {src}",
        "according to {src}, {clause}",
        "{src} says {clause}",
        "{clause}, {src} says",
        "{src} states that {clause}",
        "{clause}, {src} shows",
        "as {src} shows, {clause}",
        "{src} notes that {clause}",
        "{clause}, as {src} puts it",
    ),
    "speaker": (
        "{clause}, {src} said",
        "{src} said {clause}",
        "{src} said that {clause}",
        "according to {src}, {clause}",
        "{clause}, according to {src}",
        "{src} told reporters that {clause}",
        "{src} confirmed that {clause}",
        "{clause}, {src} said in a statement",
        '"{Clause}," {src} said',
        '"{Clause}," said {src}',
        "{clause}, reporters were told by {src}",
        "asked about it, {src} said that {clause}",
        "{clause}, {src} added",
        '"{Clause}," {src} told reporters',
    ),
    "outlet": (
        "{clause}, {src} reported",
        "{src} reported that {clause}",
        "according to a report by {src}, {clause}",
        "{clause}, as {src} reported",
        "{src} reports that {clause}",
        "{clause}, according to {src}",
        "citing sources of its own, {src} reported that {clause}",
    ),
}
OPENERS = (
    "it [emerged|turned out] that {clause}",
    "[meanwhile|at the same time], {clause}",
    "{clause}, it [emerged|turned out]",
    "[by all accounts|as far as is known], {clause}",
    "[by now it is clear that|what is certain is that] {clause}",
)
"""How a reporter leads into what is known, now and then."""

OPENED = 20
"""Out of sixty sentences so many are led into."""

WORDS = 275
BARE_WORDS = 45
COMBINED = 0.55


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence to be: a template with its alternatives settled, and the question it answers; `of` is another event it tells of."""

    template: str
    key: str | None = None
    cue: int = -1
    of: Event | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A headline and paragraphs of lines, the same for every version."""

    title: str
    deck: Line | None
    paragraphs: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A version as written. `body` are (place, paragraph) in order, place being deck, body or note."""

    title: Written
    body: tuple[tuple[str, Written], ...]


class Dealer:
    """Hands out the wordings of an event so that independent reporters hardly ever write the same sentence."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._decks: dict[str, list[str]] = {}

    def deal(self, name: str, pool: tuple[str, ...]) -> str:
        """The next wording of a pool, its alternatives settled."""
        if not self._decks.get(name):
            self._decks[name] = self._rng.sample(pool, len(pool))
        return spin(self._decks[name].pop(), self._rng)


def outline(assignment: Assignment, dealer: Dealer, rng: Random) -> Outline:
    """What the article says in what order: headline, lead, each question, colour between, looks back."""
    scene = assignment.event.scene
    title = _usable(scene.headlines, "title", assignment, dealer)
    lead = Line(_lead(assignment, dealer))
    keys = [key for key in assignment.keys if key != assignment.keys[0]]
    rng.shuffle(keys)
    order = [assignment.keys[0], *keys]
    lines = _combined([_line(key, assignment, dealer, rng) for key in order], assignment, dealer, rng)
    if assignment.is_bare:
        return _bare(title, lead, lines, dealer)
    told = [(line, *_colour(scene, dealer, rng.randint(0, 1))) for line in lines]
    if rng.random() < 0.4:
        told.append((_line(order[0], assignment, dealer, rng),))
    paragraphs = [(lead, *_colour(scene, dealer, 1)), *told]
    for back in _looks_back(assignment, dealer, rng):
        paragraphs.insert(rng.randint(2, len(paragraphs)), (back, *_colour(scene, dealer, 1)))
    deck = _line(order[0], assignment, dealer, rng) if rng.random() < 0.35 and assignment.house.voice != "agency" else None
    draft = Outline(title, deck, tuple(paragraphs))
    while _length(draft) < WORDS:
        draft = replace(draft, paragraphs=(*draft.paragraphs, _colour(scene, dealer, 2)))
    return draft


def sample(assignment: Assignment, dealer: Dealer, rng: Random) -> Outline:
    """A headline, a lead and one sentence for each question, in one paragraph, as a round-up has them."""
    title = _usable(assignment.event.scene.headlines, "title", assignment, dealer)
    lines = [_line(key, assignment, dealer, rng) for key in assignment.keys[1:]]
    return Outline(title, None, ((Line(_lead(assignment, dealer)), *lines),))


def opening(assignment: Assignment, dealer: Dealer) -> Outline:
    """A lead of one's own with some colour, before what is taken over from another outlet."""
    lead = Line(_lead(assignment, dealer))
    return Outline("", None, ((lead, *_colour(assignment.event.scene, dealer, 1)),))


def _bare(title: str, lead: Line, lines: list[Line], dealer: Dealer) -> Outline:
    """A brief: the lead and the figures, with a sentence of colour only where it would be too short to be a page."""
    draft = Outline(title, None, ((lead, *lines),))
    while _length(draft) < BARE_WORDS:
        draft = replace(draft, paragraphs=(*draft.paragraphs, (Line(dealer.deal("filler", FILLER)),)))
    return draft


def _looks_back(assignment: Assignment, dealer: Dealer, rng: Random) -> list[Line]:
    """What stands beside the event: earlier ones of the kind, and another of these days."""
    back = [Line(dealer.deal("background", assignment.event.scene.background))] if rng.random() < 0.75 else []
    if assignment.recalls is not None:
        other = assignment.recalls
        back.append(Line(dealer.deal(f"recalls/{other.key}", other.scene.recalls), of=other))
    return back


def _lead(assignment: Assignment, dealer: Dealer) -> str:
    """A lead; where events are much alike, one that says which of them it is."""
    event = assignment.event
    telling = tuple(lead for lead in event.scene.leads if any(slot in lead for slot in known_by(event)))
    return _usable(telling if event.is_doubled else event.scene.leads, "lead", assignment, dealer)


def write(plan: Outline, assignment: Assignment, version: int) -> Text:
    """One version of the article."""
    writer = Writer(assignment, version)
    title = fill(plan.title, writer.slots("title", plan.title), writer.dice("title"))
    body: list[tuple[str, Written]] = []
    if plan.deck is not None:
        body.append(("deck", _tell(plan.deck, writer, "deck")))
    for index, lines in enumerate(plan.paragraphs):
        told = [_tell(line, writer, f"{index}.{number}") for number, line in enumerate(lines)]
        body.append(("body", join(told)))
    note = _note(assignment, writer, version)
    if note is not None:
        body.append(("note", note))
    title = titled(title) if assignment.house.style.title_case else title
    return Text(title.capitalised(), tuple(body))


def _tell(line: Line, writer: Writer, place: str) -> Written:
    if line.of is not None:
        return _recalled(line.template, line.of, writer, place)
    clause = fill(line.template, writer.slots(place, line.template), writer.dice(place))
    source = writer.source(line.key) if line.key is not None and line.cue >= 0 else None
    if source is None:
        led = line.key is not None and line.cue % 60 < OPENED and writer.assignment.house.voice != "brief"
        opener = OPENERS[line.cue % len(OPENERS)] if led else "{clause}"
        return sentence(_opened(fill(opener, {"clause": clause}.__getitem__, writer.dice(place)), writer))
    kind, named = source
    cue = CUES[kind][line.cue % len(CUES[kind])]
    settled = {
        "clause": clause,
        "Clause": clause.capitalised(),
        "src": fill(named, writer.slots(f"{place}.src"), writer.dice(f"{place}.src")),
    }
    told = fill(cue, settled.__getitem__, writer.dice(place))
    marks = tuple(replace(mark, claim=replace(mark.claim, source=writer.source_key(line.key))) for mark in told.marks)
    return sentence(_opened(Written(told.text, marks), writer))


def _recalled(template: str, other: Event, writer: Writer, place: str) -> Written:
    """What is told of another event: as it was first known, and no answer to any question about this one."""
    at_first = (0,) * len(writer.assignment.phases)
    teller = Writer(replace(writer.assignment, event=other, mode="own", phases=at_first, twists={}, corrects=None), writer.version)
    clause = fill(template, teller.slots(place, template), teller.dice(place))
    key = writer.event.key
    marks = (replace(mark, claim=replace(mark.claim, background=True, question=f"{key}/~{mark.claim.question}")) for mark in clause.marks)
    return sentence(_opened(Written(clause.text, tuple(marks)), writer))


def _opened(written: Written, writer: Writer) -> Written:
    """A sentence does not begin with digits where the figure is small, save in a brief."""
    if not written.marks or written.marks[0].start > 0 or writer.assignment.house.voice == "brief":
        return written
    first = written.marks[0]
    digits = written.text[: first.end]
    if first.claim.kind is not Kind.COUNT or not digits.isdigit() or int(digits) > 99:
        return written
    words = in_words(int(digits))
    return Written(words, (replace(first, end=len(words)),)) + _rest(written, first.end)


def _rest(written: Written, start: int) -> Written:
    marks = tuple(replace(mark, start=mark.start - start, end=mark.end - start) for mark in written.marks[1:])
    return Written(written.text[start:], marks)


def _note(assignment: Assignment, writer: Writer, version: int) -> Written | None:
    key = assignment.corrects
    if key is None or version == 0:
        return None
    old = Writer(assignment, 0)
    wrong = old.figure(key, "note", option="bare")
    wrong = Written(wrong.text, tuple(replace(mark, claim=replace(mark.claim, question=None, background=True)) for mark in wrong.marks))
    dice = writer.dice("note")
    return sentence(fill(dice.choice(NOTES), {"wrong": wrong}.__getitem__, dice))


def _line(key: str, assignment: Assignment, dealer: Dealer, rng: Random) -> Line:
    ask = assignment.event.scene.ask(key)
    return Line(dealer.deal(key, ask.says), key, rng.randrange(60))


def _combined(lines: list[Line], assignment: Assignment, dealer: Dealer, rng: Random) -> list[Line]:
    """Now and then some questions are answered in one sentence, where all of them have the same source."""
    scene = assignment.event.scene
    told = {line.key for line in lines if line.key is not None} - set(assignment.twists)
    fitting = tuple(one for one in scene.combined if _asked(one, scene) <= told and len(_sources(one, scene)) == 1)
    if not fitting or rng.random() > COMBINED:
        return lines
    chosen = dealer.deal("|".join(fitting), fitting)
    answered = _asked(chosen, scene)
    place = min(index for index, line in enumerate(lines) if line.key in answered)
    kept = [line for line in lines if line.key not in answered]
    return [*kept[:place], Line(chosen, min(answered), rng.randrange(60)), *kept[place:]]


def _asked(template: str, scene: Scene) -> set[str]:
    return set(named_slots(template)) & {ask.key for ask in scene.asks}


def _sources(template: str, scene: Scene) -> set[str]:
    return {ask.source for ask in scene.asks if ask.key in _asked(template, scene)}


def _usable(pool: tuple[str, ...], name: str, assignment: Assignment, dealer: Dealer) -> str:
    """A wording that asks for no figure the outlet does not answer."""
    scene = assignment.event.scene
    unasked = {ask.key for ask in scene.asks} - set(assignment.keys)
    fitting = tuple(one for one in pool if not unasked & set(named_slots(one)))
    if not fitting:
        return dealer.deal(name + assignment.keys[0], scene.ask(assignment.keys[0]).says)
    return dealer.deal(f"{name}/{'+'.join(sorted(unasked))}" if len(fitting) < len(pool) else name, fitting)


def _colour(scene: Scene, dealer: Dealer, count: int) -> tuple[Line, ...]:
    pool = scene.filler + FILLER
    return tuple(Line(dealer.deal("filler", pool)) for _ in range(count))


def _length(plan: Outline) -> int:
    return sum(len(line.template.split()) for lines in plan.paragraphs for line in lines)
