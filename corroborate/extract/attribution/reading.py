"""An article's sentences one after the other: their speeches, with what earlier sentences leave for later ones."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.carrying import Voice, carried
from corroborate.extract.attribution.cast import FIGURE_NOUNS, Cast
from corroborate.extract.attribution.denials import with_denials
from corroborate.extract.attribution.hedges import hedged_spans
from corroborate.extract.attribution.quotes import Quotation, quotations
from corroborate.extract.attribution.signals import Signals
from corroborate.extract.attribution.sources import Document, cited_outlets, documents_in
from corroborate.extract.attribution.speakers import Phrases, Subject
from corroborate.extract.attribution.speech import Scene, Speech, speeches_in
from corroborate.extract.attribution.subjects import sort_of
from corroborate.extract.attribution.tags import signed, topic_of
from corroborate.extract.attribution.told import Told
from corroborate.extract.attribution.verbs import ALLEGING
from corroborate.extract.stretches import stretches
from corroborate.model.claims import Attribution, Span

# A party so near to the head of its sentence is what the sentence is about.
LATEST_TOPIC = 3
# How far before a document "in", "through" or "according to" may stand.
SOURCE_REACH = 8
# Bullets, questions and answers, and the entries of a live page: nobody of one is "she" or "it" in the next.
ITEM = re.compile(r"[•●▪◦*·–]\s+\S|[QA]:\s|\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b|[-–—:]|[A-Z]{2,4}\b)")
SOURCE_WORDS = frozenset({"in", "through", "via", "to"})


@dataclass(frozen=True, slots=True)
class Context:
    """What earlier sentences leave for later ones: the cast, the documents and the last source."""

    cast: Cast = field(default_factory=Cast)
    documents: Mapping[str, Document] = field(default_factory=dict)
    last: Told | None = None


def told_in(doc: Doc) -> list[Told]:
    """Every stretch of the text that has a source or a hedge."""
    phrases = Phrases(doc, is_worded=True)
    quoted = quotations(phrases.text)
    signals = Signals(doc)
    breaks = [found.start() for found in re.finditer("\n", phrases.text)]
    context, told, voices = Context(), list[Told](), list[Voice]()
    for sentence in stretches(doc):
        if ITEM.match(phrases.text, sentence.start_char):
            context = Context(replace(context.cast, people=(), company=None, speaker=None))
        scene = Scene(sentence, phrases, context.cast, _meeting(quoted, sentence), signals)
        found, context = _read_sentence(scene, context)
        told.extend(found)
        voice = _voice_of(scene, found, context, quoted)
        if voice is not None:
            voices.append(Voice(sentence.start_char, bisect_right(breaks, sentence.start_char), voice))
    told.extend(signed(quoted, told, phrases))
    return [*told, *carried(quoted, told, voices)]


def _read_sentence(scene: Scene, context: Context) -> tuple[list[Told], Context]:
    sentence, phrases = scene.sentence, scene.phrases
    documents = _completed(documents_in(sentence, scene.signals.papers_in(sentence), phrases, context.cast), context.documents)
    speeches = speeches_in(scene)
    cites = cited_outlets(sentence, phrases)
    told = [one for speech in speeches for one in _told(speech, documents, cites, scene)]
    if not told and cites:
        told = [Told(_chars(sentence), Attribution(cites=cites, cue="cited"), "outlet cited")]
    if scene.signals.may_deny(sentence):
        told = [piece for one in told for piece in with_denials(phrases.text, one)]
    if scene.signals.may_hedge(sentence):
        told = _hedged(sentence, phrases.text, told, context)
    return told, _next_context(scene, context, (documents, speeches, told))


def _meeting(quoted: Sequence[Quotation], sentence: TokenSpan) -> Sequence[Quotation]:
    """The quotations that reach into a sentence."""
    first = bisect_left(quoted, sentence.start_char, key=lambda quotation: quotation.chars.end)
    last = bisect_left(quoted, sentence.end_char, key=lambda quotation: quotation.chars.start)
    return quoted[first:last]


def _completed(documents: list[Document], known: Mapping[str, Document]) -> list[Document]:
    """The documents of a sentence with what earlier mentions told of them, in the sentence and before it."""
    met = dict(known)
    completed = []
    for document in documents:
        is_known = document.is_definite or document.author is None
        completed.append(document.completed_by(met.get(document.noun)) if is_known else document)
        met[document.noun] = completed[-1]
    return completed


def _told(speech: Speech, documents: list[Document], cites: tuple[str, ...], scene: Scene) -> list[Told]:
    """The attributions that one speech of a sentence makes, none where it names no source at all."""
    phrases = scene.phrases
    document = _document_of(speech, documents, scene)
    names = [subject for subject in (speech.subject, speech.backing) if subject is not None]
    speaking = next((subject for subject in names if _speaks(subject, phrases)), None)
    speaker = speaking.name if speaking is not None else None
    if speaker is None and document is not None:
        speaker = document.author
    outlets = [subject.name for subject in names if subject.name and _is_outlet(subject, phrases)]
    carrying = document.cites if document is not None else ()
    attribution = Attribution(
        speaker=speaker,
        document=document.noun if document is not None else _document_alone(names, phrases),
        document_date=document.dated if document is not None else None,
        cites=tuple(name for name in dict.fromkeys((*outlets, *cites, *carrying)) if name != speaker),
        cue=speech.cue,
        hedged=speech.cue in ALLEGING,
        denied=speech.denies,
    )
    voice = speaking.voice if speaking is not None else None
    told = Told(Span(0, 0), attribution, speech.rule, cue_at=scene.sentence.doc[speech.index].idx, voice=voice)
    if not told.names_source and not attribution.hedged and not attribution.denied:
        return []
    return [replace(told, chars=content) for content in speech.contents if content.end > content.start]


def _document_alone(names: list[Subject], phrases: Phrases) -> str | None:
    return next((subject.document for subject in names if subject.document and not (subject.name and _speaks(subject, phrases))), None)


def _is_outlet(subject: Subject, phrases: Phrases) -> bool:
    named = subject.name is not None and subject.name[0].isupper() and subject.label != "PEOPLE"
    return subject.label == "OUTLET" or (named and phrases.is_outlet(subject.name or ""))


def _speaks(subject: Subject, phrases: Phrases) -> bool:
    """The subject is somebody whose word it is; figures speak for the office they come from."""
    is_paper = subject.document is not None and subject.document not in FIGURE_NOUNS
    return subject.name is not None and not is_paper and not _is_outlet(subject, phrases)


def _document_of(speech: Speech, documents: list[Document], scene: Scene) -> Document | None:
    """The document that is the subject of the speech, its backing, or what it was said in."""
    for document in documents:
        if any(subject and subject.start <= document.index < subject.end for subject in (speech.subject, speech.backing)):
            return document
    return next((document for document in documents if _is_source(document, speech, scene)), None)


def _is_source(document: Document, speech: Speech, scene: Scene) -> bool:
    """ "Said in a statement", "according to the filing"; also what a gerund is added to."""
    sentence, doc = scene.sentence, scene.sentence.doc
    if speech.rule == "participle of saying" and document.index < speech.index:
        return True
    for place in range(document.index - 1, max(sentence.start - 1, document.index - 2 - SOURCE_REACH), -1):
        if doc[place].lower_ in SOURCE_WORDS:
            return doc[place].lower_ != "to" or doc[place - 1].lower_ == "according"
        if not (doc[place].is_alpha or doc[place].is_digit or doc[place].text in ("'s", "’s", "-", ".", "'", "’")):
            return False
    return False


def _hedged(sentence: TokenSpan, text: str, told: list[Told], context: Context) -> list[Told]:
    """The attributions with those clauses of theirs split off that carry a hedge; a hedge without a source stands alone."""
    hedges = hedged_spans(text, sentence.start_char, sentence.end_char)
    for chars, words in hedges:
        covered = [one for one in told if one.chars.start < chars.end and chars.start < one.chars.end]
        told = [piece for one in told for piece in (_split(one, chars) if one in covered else [one])]
        if not covered:
            alleged = _alleged_before(chars, words, text, context.last)
            told.append(Told(chars, replace(alleged, cue=words, hedged=True, denied=False), "hedge", is_own=False))
    return told


def _alleged_before(chars: Span, words: str, text: str, last: Told | None) -> Attribution:
    """Whose allegation "allegedly" goes on with, in one paragraph; other hedges are the reporter's own."""
    if last is None or not last.attribution.hedged or not words.startswith("alleg") or "\n" in text[last.chars.end : chars.start]:
        return Attribution()
    return last.attribution


def _split(told: Told, hedged: Span) -> list[Told]:
    """A stretch in up to three: before, within and behind the hedged clause."""
    start, end = max(told.chars.start, hedged.start), min(told.chars.end, hedged.end)
    unproven = replace(told, chars=Span(start, end), attribution=replace(told.attribution, hedged=True))
    sides = (Span(told.chars.start, start), Span(end, told.chars.end))
    return [*(replace(told, chars=side) for side in sides if side.end > side.start), unproven]


def _chars(sentence: TokenSpan) -> Span:
    return Span(sentence.start_char, sentence.end_char)


def _voice_of(scene: Scene, told: list[Told], context: Context, quoted: Sequence[Quotation]) -> Told | None:
    """Whose words a quotation behind this sentence would be: its last speaker, else the person it begins with."""
    own = [one for one in told if one.is_own and one.names_source]
    if own:
        return max(own, key=lambda one: one.cue_at)
    sentence = scene.sentence
    following = bisect_left(quoted, sentence.start_char, key=lambda quotation: quotation.chars.start)
    if following == len(quoted) or "\n" in scene.phrases.text[sentence.end_char : quoted[following].chars.start]:
        return None
    person = topic_of(sentence, scene.phrases, context.cast)
    return None if person is None else Told(_chars(sentence), Attribution(speaker=person, cue="quotation"), "person spoken of")


def _next_context(scene: Scene, context: Context, read: tuple[list[Document], list[Speech], list[Told]]) -> Context:
    documents, speeches, told = read
    sentence, phrases, cast = scene.sentence, scene.phrases, context.cast
    for place, party in enumerate(phrases.parties_in(sentence)):
        if phrases.is_outlet(party._.party):
            cast = replace(cast, outlet=party._.party)
        else:
            cast = cast.meet(party, is_topic=place == 0 and party.start - sentence.start <= LATEST_TOPIC)
    cast = _heard(cast, speeches, told, phrases)
    known = dict(context.documents)
    for document in documents:
        author = document.author or next((one.attribution.speaker for one in told if one.attribution.document == document.noun), None)
        known[document.noun] = replace(document, author=author).completed_by(known.get(document.noun))
    own = [one for one in told if one.is_own and (one.attribution.speaker or one.attribution.document)]
    return Context(cast, known, own[-1] if own else context.last)


def _heard(cast: Cast, speeches: list[Speech], told: list[Told], phrases: Phrases) -> Cast:
    """The cast after the sentence's last speaker has spoken."""
    sources = [source for speech in speeches for source in (speech.backing, speech.subject) if source is not None and source.name]
    speaking = next((source for source in reversed(sources) if source.is_definite and not _is_outlet(source, phrases)), None)
    if speaking is not None and speaking.name is not None:
        heard = cast.hear(speaking.name, "ORG" if speaking.voice else sort_of(phrases.doc, speaking))
        if speaking.voice:
            return heard.hear(speaking.voice, "PERSON").employ(speaking.voice, speaking.name)
        return heard
    if told and told[-1].is_own and told[-1].attribution.speaker:
        return cast.hear(told[-1].attribution.speaker, "ORG" if told[-1].attribution.document else "")
    return cast
