"""Speech in a sentence: its cue ("said", "according to"), whose it is, and which words are its content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.backing import Source, sources_in
from corroborate.extract.attribution.cast import DOCUMENT_NOUNS, Cast
from corroborate.extract.attribution.clauses import content_precedes, is_finite
from corroborate.extract.attribution.extents import JOINS, MARKS, clause_start, quoted_between, trailing_contents, trails
from corroborate.extract.attribution.quotes import Quotation
from corroborate.extract.attribution.signals import Signals
from corroborate.extract.attribution.sources import SENDING
from corroborate.extract.attribution.speakers import Phrases, Subject
from corroborate.extract.attribution.subjects import sort_of
from corroborate.extract.attribution.trees import subject_joined, subject_parsed
from corroborate.extract.attribution.verbs import CUES, DENYING, GERUNDS, LEAKING, SPEAKING, SURE
from corroborate.extract.attribution.voices import denies_figure, is_deed, is_silent, is_somebody, may_speak, speaks_that
from corroborate.extract.lexicon import PRONOUNS, words
from corroborate.model.claims import Span

BE = words("is are was were be been being 's 're 've")
SURELY = words("very quite fairly not reasonably absolutely always still also")
LONGEST_LEAK = 20
IMPERSONAL = words("emerged emerges transpired transpires appears appeared seems seemed follows turned turns")
""" "It emerged that": nobody says so."""

PUTTING = words("put puts estimated estimates")
JOINING = words("and while but , ;")
QUOTED_AS = "quoted as saying"
LATEST_OPENING = 3
"""An opening "according to" stands among the first words of its sentence."""
LONGEST_AGENT = 9
"""Words between "was reported" and its "by"."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One cue with its subject and the characters of what is said.

    `backing` is what "according to" names. `index` is the cue's token, `rule` how it was read, in words.
    """

    index: int
    cue: str
    contents: tuple[Span, ...]
    rule: str
    subject: Subject | None = None
    backing: Subject | None = None
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with what its cues are read from: phrases, the cast so far and the quotations that meet it."""

    sentence: TokenSpan
    phrases: Phrases
    cast: Cast
    quotes: Sequence[Quotation]
    signals: Signals

    def cast_at(self, index: int) -> Cast:
        """The cast with those whom the sentence has named before a token."""
        cast = self.cast
        named = [party for party in self.phrases.parties_in(self.sentence) if party.end <= index]
        for party in named:
            if not self.phrases.is_outlet(party._.party):
                cast = cast.meet(party, is_topic=party is named[0])
        return cast

    def is_said(self, index: int) -> bool:
        """The token stands inside somebody's direct speech: its verbs are no cues of the reporter's."""
        offset = self.sentence.doc[index].idx
        return any(quote.is_speech and quote.is_closed and quote.chars.start <= offset < quote.chars.end for quote in self.quotes)


def speeches_in(scene: Scene) -> list[Speech]:
    """The speeches of a sentence from left to right; "according to" backs the others or stands alone."""
    doc, found = scene.sentence.doc, list[Speech]()
    for index in scene.signals.cues_in(scene.sentence):
        token = doc[index]
        # "The London-listed group", "a preprint posted in May": these only describe.
        describes = (token.tag_ == "VBN" and token.dep_ == "acl" and token.head.lower_ in DOCUMENT_NOUNS) or (
            index > scene.sentence.start and token.nbor(-1).text == "-"
        )
        if index in scene.phrases.party_at or scene.is_said(index) or describes or is_deed(doc, index):
            continue
        speech = _speech_at(scene, index, found)
        if speech is not None:
            found.append(speech)
    return _backed(scene, _separated(scene.sentence, [one for speech in found for one in _with_gapped(scene, speech)]))


def _speech_at(scene: Scene, index: int, found: list[Speech]) -> Speech | None:
    doc, lower = scene.sentence.doc, scene.sentence.doc[index].lower_
    if lower in ("saying", "stating") and doc[index - 1].lower_ == "as" and found and found[-1].rule == QUOTED_AS:
        return None
    if lower in IMPERSONAL and doc[index - 1].lower_ == "it":
        return None
    return _gerund(scene, index, found) if lower in GERUNDS else _spoken(scene, index)


def _spoken(scene: Scene, index: int) -> Speech | None:
    sentence, phrases = scene.sentence, scene.phrases
    doc, lower = sentence.doc, sentence.doc[index].lower_
    if lower in SURE:
        return _sure(scene, index)
    if lower in LEAKING and lower not in SPEAKING:
        return _leaked(scene, index)
    if index > sentence.start and doc[index - 1].lower_ in BE and lower not in ("says", "said"):
        return _passive(scene, index)
    if lower in ("quoted", "quotes", "cited", "cites") and (speech := _quoted_as_saying(scene, index)) is not None:
        return speech
    cast = scene.cast_at(index)
    subject = _subject(scene, index, cast)
    if _is_inverted(sentence, index, subject):
        inverted = phrases.after(index + 1, sentence.end, cast)
        if inverted is not None and _closes(sentence, index, inverted) and not is_silent(doc, index, index):
            before = Span(doc[clause_start(sentence, index)].idx, doc[index].idx)
            later = quoted_between(scene.quotes, doc[index].idx, sentence.end_char)
            return Speech(index, lower, (before, *later), "words, verb, speaker", inverted)
    if subject is None:
        return None
    if not (may_speak(sentence, index, subject) if lower in CUES else speaks_that(sentence, index, subject)):
        return None
    denies = denies_figure(sentence, index)
    if trails(sentence, subject.start, index) and not denies:
        begin = subject.start - 1 if doc[subject.start - 1].lower_ == "as" else subject.start
        return Speech(index, lower, trailing_contents(sentence, begin, index, scene.quotes), "words, speaker, verb", subject)
    content = Span(doc[index].idx + len(doc[index]), _relative_end(sentence, subject.start, index))
    adjacent = subject.start > sentence.start and doc[subject.start - 1].text in MARKS
    quoted = [quote.chars for quote in scene.quotes if adjacent and quote.chars.start < doc[subject.start].idx and quote.is_speech]
    return Speech(index, lower, (*quoted, content), "speaker, verb, words", subject, denies=denies)


def _relative_end(sentence: TokenSpan, begin: int, index: int) -> int:
    """Where what is said ends: with the aside in which the speaker stands, ", which the operator says carried 90,"."""
    doc = sentence.doc
    if begin - sentence.start < 2 or doc[begin - 1].lower_ not in ("which", "who", "that") or doc[begin - 2].text != ",":
        return sentence.end_char
    comma = next((token for token in doc[index + 1 : sentence.end] if token.text == ","), None)
    return sentence.end_char if comma is None else comma.idx


def _subject(scene: Scene, index: int, cast: Cast) -> Subject | None:
    """The phrase before the verb; before "and said" the subject of the verb that it joins."""
    sentence, phrases, doc = scene.sentence, scene.phrases, scene.sentence.doc
    last = index - 1
    while last >= sentence.start and phrases.is_verbal(doc[last]):
        last -= 1
    if last <= sentence.start or doc[last].lower_ not in ("and", "but", "or"):
        return subject_parsed(doc[index], phrases.ending(last, sentence.start, cast), phrases, cast)
    return subject_joined(doc[index], phrases, cast) or _opening_subject(scene, index, cast)


def _opening_subject(scene: Scene, index: int, cast: Cast) -> Subject | None:
    opening = scene.phrases.after(clause_start(scene.sentence, index), index, cast)
    return opening if opening is not None and opening.is_definite and opening.document is None else None


def _is_inverted(sentence: TokenSpan, index: int, subject: Subject | None) -> bool:
    """A mark stands before the verb: '"Nine are missing," said Varga'."""
    if index <= sentence.start:
        return False
    before = sentence.doc[index - 1].text
    if before not in MARKS and content_precedes(sentence.doc[index]) is False:
        return False
    return before in MARKS or (before == "," and (subject is None or not (subject.is_definite or subject.document)))


def _closes(sentence: TokenSpan, index: int, subject: Subject) -> bool:
    """What stands behind the verb is its subject and no statement: "said Varga", not "said four bids were"."""
    doc = sentence.doc
    if not subject.name or not (subject.is_definite or doc[index - 1].text in MARKS):
        return False
    behind = doc[subject.end] if subject.end < sentence.end else None
    return behind is None or doc[index - 1].text in MARKS or not is_finite(behind)


def _passive(scene: Scene, index: int) -> Speech | None:
    """ "Was first reported by", "was announced by": the speaker stands behind "by"."""
    sentence, doc = scene.sentence, scene.sentence.doc
    whole = Span(sentence.start_char, sentence.end_char)
    for place in range(index + 1, min(index + LONGEST_AGENT, sentence.end)):
        if doc[place].text in ",.;":
            return None
        if doc[place].lower_ == "as" and place + 1 < sentence.end and doc[place + 1].lower_ == "saying":
            subject = scene.phrases.before(index, sentence.start, scene.cast_at(index))
            return (
                None
                if subject is None or not subject.name
                else Speech(index, "quoted", (_behind(sentence, place + 1),), QUOTED_AS, subject)
            )
        if doc[place].lower_ == "by":
            subject = scene.phrases.after(place + 1, sentence.end, scene.cast_at(index))
            if subject is None or not subject.is_definite or not (is_somebody(doc, subject) or subject.label == "OUTLET"):
                return None
            if subject.label != "OUTLET" and not scene.phrases.is_outlet(subject.name or ""):
                return Speech(index, doc[index].lower_, (whole,), "passive verb with by", subject, denies=denies_figure(sentence, index))
            said = next((ahead for ahead in range(subject.end, min(subject.end + 4, sentence.end)) if doc[ahead].lower_ == "saying"), None)
            quoted = scene.phrases.before(index, sentence.start, scene.cast_at(index)) if said is not None else None
            if said is not None and quoted is not None:
                return Speech(index, "quoted", (_behind(sentence, said),), QUOTED_AS, quoted, subject)
            return Speech(index, doc[index].lower_, (whole,), "passive verb with by", subject, denies=denies_figure(sentence, index))
    return None


def _leaked(scene: Scene, index: int) -> Speech | None:
    """ "Details were shared with the Courier by a person briefed on them": that person's word."""
    sentence, doc = scene.sentence, scene.sentence.doc
    to_outlet = False
    for place in range(index + 1, min(index + LONGEST_LEAK, sentence.end)):
        party = scene.phrases.party_at.get(place)
        to_outlet = to_outlet or (party is not None and scene.phrases.is_outlet(party._.party))
        if to_outlet and doc[place].lower_ == "by":
            subject = scene.phrases.after(place + 1, sentence.end, scene.cast_at(index))
            whole = Span(sentence.start_char, sentence.end_char)
            return (
                None
                if subject is None or not subject.name
                else Speech(index, doc[index].lower_, (whole,), "passive verb with by", subject, denies=denies_figure(sentence, index))
            )
    return None


def _sure(scene: Scene, index: int) -> Speech | None:
    """ "The mayor is confident that"."""
    sentence, doc = scene.sentence, scene.sentence.doc
    if index + 1 >= sentence.end or doc[index + 1].lower_ != "that" or doc[index - 1].lower_ not in BE | SURELY:
        return None
    subject = scene.phrases.before(index, sentence.start, scene.cast_at(index))
    if subject is None or not speaks_that(sentence, index, subject):
        return None
    return Speech(index, doc[index].lower_, (_behind(sentence, index),), "speaker, verb, words", subject)


def _quoted_as_saying(scene: Scene, index: int) -> Speech | None:
    """ "Meridian Wire quoted the captain as saying": the captain's word, carried by the outlet."""
    sentence, doc = scene.sentence, scene.sentence.doc
    outlet = scene.phrases.before(index, sentence.start, scene.cast_at(index))
    quoted = scene.phrases.after(index + 1, sentence.end, scene.cast_at(index))
    if outlet is None or quoted is None or not quoted.name:
        return None
    said = next(
        (place for place in range(quoted.end, min(quoted.end + 12, sentence.end)) if doc[place].lower_ in ("saying", "telling")), None
    )
    if said is None:
        return None
    trailing = outlet.start > sentence.start and doc[outlet.start - 1].text in (",", *MARKS)
    before = (Span(sentence.start_char, doc[outlet.start].idx),) if trailing else ()
    return Speech(index, "quoted", (*before, _behind(sentence, said)), QUOTED_AS, quoted, outlet)


def _behind(sentence: TokenSpan, index: int) -> Span:
    return Span(sentence.doc[index].idx + len(sentence.doc[index]), sentence.end_char)


def _gerund(scene: Scene, index: int, before: list[Speech]) -> Speech | None:
    """ "..., alleging that": the sentence's own subject goes on speaking; "with police saying" has one of its own."""
    sentence, phrases, doc = scene.sentence, scene.phrases, scene.sentence.doc
    lower, content = doc[index].lower_, (_behind(sentence, index),)
    if lower == "accusing" and index + 1 < sentence.end and doc[index + 1].lower_ == "of":
        return None
    denies = lower in DENYING
    own = (
        phrases.before(index, sentence.start, scene.cast_at(index)) if doc[index - 1].text not in ",—–" and index > sentence.start else None
    )
    if own is not None and own.name and own.is_definite and own.start > sentence.start and doc[own.start - 1].lower_ == "with":
        return Speech(index, lower, content, "participle of saying", own, denies=denies)
    if before:
        return Speech(index, lower, content, "participle of saying", before[-1].subject, before[-1].backing, denies=denies)
    for place in range(sentence.start + 1, index):
        if doc[place].lower_ in SENDING and (subject := phrases.before(place, sentence.start, scene.cast_at(place))) is not None:
            return Speech(index, lower, content, "participle of saying", subject, denies=denies)
    subject = phrases.after(sentence.start, index, scene.cast)
    if subject is None or not subject.name or not subject.is_definite or sort_of(doc, subject) not in ("ORG", "PERSON"):
        return None
    return Speech(index, lower, content, "participle of saying", subject, denies=denies)


def _with_gapped(scene: Scene, speech: Speech) -> Iterator[Speech]:
    """The speech and those that share its verb: "Police put the crowd at 40,000 and organisers at 120,000"."""
    if speech.cue not in PUTTING or speech.rule != "speaker, verb, words":
        yield speech
        return
    sentence, last = scene.sentence, speech
    doc = sentence.doc
    for place in range(speech.index + 3, sentence.end - 1):
        if doc[place].lower_ != "at" or not any(token.like_num for token in doc[place + 1 : min(place + 4, sentence.end)]):
            continue
        joint = next((at for at in range(place - 2, max(speech.index + 1, place - 6), -1) if doc[at].lower_ in JOINING), None)
        subject = None if joint is None else scene.phrases.after(joint + 1, place, scene.cast_at(place))
        if joint is None or subject is None or subject.end != place or not is_somebody(doc, subject):
            continue
        yield replace(last, contents=_cut(last.contents, doc[joint].idx))
        last = Speech(place, speech.cue, (Span(doc[place].idx, sentence.end_char),), "another speaker, the same verb", subject)
    yield last


def _backed(scene: Scene, found: list[Speech]) -> list[Speech]:
    """What "according to" and "by the union's count" back; alone they stand for a speech of their own."""
    places = [place for place in scene.signals.sources_in(scene.sentence) if not scene.is_said(place)]
    for source in sources_in(scene.sentence, places, scene.phrases, scene.cast_at):
        source = _until_joined(scene, source, found)
        touched = [place for place, speech in enumerate(found) if _meets(speech, source.content)]
        if touched and source.is_weak:
            continue
        if not touched:
            found = [*found, Speech(source.index, source.cue, (source.content,), source.cue, backing=source.subject, denies=False)]
            continue
        for place in touched:
            speech = found[place]
            contents = (source.content,) if len(found) == 1 else speech.contents
            found[place] = replace(speech, backing=speech.backing or source.subject, contents=contents)
    return sorted(found, key=lambda speech: speech.index)


def _until_joined(scene: Scene, source: Source, found: list[Speech]) -> Source:
    """An opening "according to" holds until the clause of another speaker: "..., and Ada Krol believes it was 90"."""
    sentence = scene.sentence
    if source.cue != "according to" or source.is_weak or source.index - sentence.start > LATEST_OPENING:
        return source
    for speech in found:
        subject = speech.subject
        if subject is None or subject.start <= source.subject.end or sentence.doc[subject.start].lower_ in PRONOUNS:
            continue
        joint = _joint(sentence, subject.start, source.subject.end)
        if joint is not None and speech.rule == "speaker, verb, words":
            return replace(source, content=Span(source.content.start, sentence.doc[joint].idx))
    return source


def _meets(speech: Speech, content: Span) -> bool:
    return any(span.start < content.end and content.start < span.end for span in speech.contents)


def _separated(sentence: TokenSpan, speeches: list[Speech]) -> list[Speech]:
    """Where a further speaker begins behind "while", "but" or a semicolon, the one before ends."""
    doc = sentence.doc
    kept: list[Speech] = []
    for speech in speeches:
        if (
            kept
            and speech.subject is not None
            and speech.rule in ("speaker, verb, words", "words, speaker, verb")
            and speech.subject.start > kept[-1].index
        ):
            limit = _joint(sentence, speech.subject.start, kept[-1].index)
            if limit is not None:
                kept[-1] = replace(kept[-1], contents=_cut(kept[-1].contents, doc[limit].idx))
        kept.append(speech)
    return kept


def _joint(sentence: TokenSpan, begin: int, after: int) -> int | None:
    """The token that parts two speakers, right before the second or before what introduces it."""
    doc = sentence.doc
    for place in range(begin - 1, max(after + 1, begin - 4), -1):
        if doc[place].lower_ in JOINS or (doc[place].lower_ == "and" and place == begin - 1):
            return place
        if doc[place].lower_ == "that" or doc[place].text in MARKS:
            return None
    return None


def _cut(contents: tuple[Span, ...], limit: int) -> tuple[Span, ...]:
    return tuple(Span(span.start, min(span.end, limit)) for span in contents if span.start < limit)
