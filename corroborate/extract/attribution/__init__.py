"""Who says so: the speaker, the document and the outlets behind what a sentence states."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.cast import FIGURE_NOUNS, Cast
from corroborate.extract.attribution.sources import Document, cited_outlets, documents_in
from corroborate.extract.attribution.speakers import Phrases, Subject
from corroborate.extract.attribution.speech import Speech, speeches_in
from corroborate.extract.attribution.verbs import ALLEGING, DENYING, HEDGES, PASSIVE_HEDGES
from corroborate.extract.parties.names import is_outlet
from corroborate.extract.spans import mark, register_extensions
from corroborate.extract.stretches import stretches
from corroborate.model.claims import Attribution, Span

_HEDGED = re.compile(
    rf"\b(?:{'|'.join(sorted(HEDGES))})\b|\b(?:is|are|was|were|been) (?:also |widely |now )?(?:{'|'.join(sorted(PASSIVE_HEDGES))}) to\b|"
    r"\b(?:may|might|could) have\b|\bis being (?:termed|described)\b",
    re.IGNORECASE,
)
# A party so near to the head of its sentence is what the sentence is about.
LATEST_TOPIC = 3
_QUOTES = re.compile(r"[\"“”]")
_SOURCE_OF_SENTENCE = re.compile(r"\b(?:in|through|via|according to)\s+(?:[\w'’.,-]+\s+){0,8}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of text and who tells it; `is_own` is False where it was taken over from the sentence before."""

    chars: Span
    attribution: Attribution
    is_own: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """What earlier sentences leave for later ones: the cast, the documents and the last source."""

    cast: Cast = field(default_factory=Cast)
    documents: Mapping[str, Document] = field(default_factory=dict)
    last: Attribution | None = None
    in_quote: bool = False


class AttributionReader:
    """Fill `doc.spans["attributions"]`; the value hangs on `span._.attribution`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read who says what, sentence by sentence."""
        marked = []
        for told in read_attributions(doc):
            span = mark(doc, told.chars, "", "attribution.own" if told.is_own else "attribution.carried")
            span._.attribution = told.attribution
            marked.append(span)
        doc.spans["attributions"] = marked
        return doc


@Language.factory("corroborate_attribution")
def make_attribution(nlp: Language, name: str) -> AttributionReader:
    """The component that reads attributions."""
    register_extensions()
    return AttributionReader()


def read_attributions(doc: Doc) -> Iterator[Told]:
    """Every stretch of the text that has a source or a hedge, in order."""
    phrases = Phrases(doc)
    context = Context()
    for sentence in stretches(doc):
        told, context = _read_sentence(sentence, phrases, context)
        yield from told


def _read_sentence(sentence: TokenSpan, phrases: Phrases, context: Context) -> tuple[list[Told], Context]:
    cast = context.cast
    documents = _completed(documents_in(sentence, phrases, cast), context.documents)
    speeches = speeches_in(sentence, phrases, cast)
    cites = cited_outlets(sentence, phrases)
    named = [item for speech in speeches if (item := _told(speech, documents, cites, sentence, phrases)) is not None]
    told = _merged(named) or _without_verb(sentence, cites) or _carried(sentence, context)
    quote_open = context.in_quote ^ (len(_QUOTES.findall(sentence.text)) % 2 == 1)
    return told, _next_context(sentence, phrases, context, (documents, speeches, told, quote_open))


def _completed(documents: list[Document], known: Mapping[str, Document]) -> list[Document]:
    """The documents of a sentence with what earlier mentions told of them, in the sentence and before it."""
    met = dict(known)
    completed = []
    for document in documents:
        is_known = document.is_definite or document.author is None
        completed.append(document.completed_by(met.get(document.noun)) if is_known else document)
        met[document.noun] = completed[-1]
    return completed


def _told(speech: Speech, documents: list[Document], cites: tuple[str, ...], sentence: TokenSpan, phrases: Phrases) -> Told | None:
    """The attribution that one speech of a sentence makes, None where it names no source at all."""
    document = _document_of(speech, documents, sentence, phrases)
    names = [subject for subject in (speech.subject, speech.backing) if subject is not None]
    speaker = next((subject.name for subject in names if _speaks(subject)), None)
    if speaker is None and document is not None:
        speaker = document.author
    outlets = [subject.name for subject in names if subject.name and is_outlet(subject.name)]
    carried = document.cites if document is not None else ()
    attribution = Attribution(
        speaker=speaker,
        document=document.noun if document is not None else _document_alone(names),
        document_date=document.dated if document is not None else None,
        cites=tuple(name for name in dict.fromkeys((*outlets, *cites, *carried)) if name != speaker),
        cue=speech.cue,
        hedged=speech.cue in ALLEGING or _HEDGED.search(sentence.text) is not None,
        denied=speech.cue in DENYING,
    )
    names_nobody = attribution.speaker is None and attribution.document is None and not attribution.cites
    if (names_nobody and not attribution.hedged) or speech.content.end <= speech.content.start:
        return None
    return Told(speech.content, attribution)


def _document_alone(names: list[Subject]) -> str | None:
    return next((subject.document for subject in names if subject.document and not (subject.name and _speaks(subject))), None)


def _speaks(subject: Subject) -> bool:
    """The subject is somebody whose word it is; figures speak for the office they come from."""
    is_paper = subject.document is not None and subject.document not in FIGURE_NOUNS
    return subject.name is not None and not is_paper and not is_outlet(subject.name)


def _document_of(speech: Speech, documents: list[Document], sentence: TokenSpan, phrases: Phrases) -> Document | None:
    """The document that is the subject of the speech, its backing, or what it was said in."""
    doc = sentence.doc
    for document in documents:
        if any(subject and subject.start <= document.index < subject.end for subject in (speech.subject, speech.backing)):
            return document
    for document in documents:
        before = phrases.text[max(sentence.start_char, doc[document.index].idx - 80) : doc[document.index].idx]
        if _SOURCE_OF_SENTENCE.search(before) or (speech.is_gerund and document.index < speech.index):
            return document
    return None


def _merged(told: list[Told]) -> list[Told]:
    """Neighbouring stretches with the same source made one."""
    kept: list[Told] = []
    for item in told:
        if kept and kept[-1].attribution.speaker == item.attribution.speaker and kept[-1].attribution.document == item.attribution.document:
            chars = Span(min(kept[-1].chars.start, item.chars.start), max(kept[-1].chars.end, item.chars.end))
            kept[-1] = replace(kept[-1], chars=chars)
        else:
            kept.append(item)
    return kept


def _without_verb(sentence: TokenSpan, cites: tuple[str, ...]) -> list[Told]:
    """A sentence that cites an outlet and has no verb of saying."""
    if not cites:
        return []
    hedged = _HEDGED.search(sentence.text) is not None
    return [Told(_chars(sentence), Attribution(cites=cites, cue="cited", hedged=hedged))]


def _carried(sentence: TokenSpan, context: Context) -> list[Told]:
    """Alleged content and running quotes without a source of their own have the one before."""
    hedged = _HEDGED.search(sentence.text)
    opens_with_quote = sentence.text.lstrip()[:1] in ('"', "“") and context.last is not None
    if not (hedged or context.in_quote or opens_with_quote):
        return []
    last = context.last or Attribution()
    cue = hedged[0].lower() if hedged else last.cue
    return [Told(_chars(sentence), replace(last, cue=cue, hedged=hedged is not None or last.hedged, denied=False), is_own=False)]


def _chars(sentence: TokenSpan) -> Span:
    return Span(sentence.start_char, sentence.end_char)


def _next_context(
    sentence: TokenSpan, phrases: Phrases, context: Context, read: tuple[list[Document], list[Speech], list[Told], bool]
) -> Context:
    documents, speeches, told, quote_open = read
    cast = context.cast
    met = [party for party in phrases.parties_in(sentence) if not is_outlet(party._.party)]
    for place, party in enumerate(met):
        cast = cast.meet(party, is_topic=place == 0 and party.start - sentence.start <= LATEST_TOPIC)
    speaking = next((speech.subject for speech in reversed(speeches) if speech.subject and speech.subject.is_definite), None)
    if speaking is not None and speaking.name and not is_outlet(speaking.name):
        cast = cast.hear(speaking.name, speaking.label)
    elif told and told[-1].is_own and told[-1].attribution.speaker:
        cast = cast.hear(told[-1].attribution.speaker, "ORG" if told[-1].attribution.document else "")
    known = dict(context.documents)
    for document in documents:
        author = document.author or next((item.attribution.speaker for item in told if item.attribution.document == document.noun), None)
        known[document.noun] = replace(document, author=author).completed_by(known.get(document.noun))
    own = [item.attribution for item in told if item.is_own and (item.attribution.speaker or item.attribution.document)]
    return Context(cast, known, own[-1] if own else context.last, quote_open and "\n" not in sentence.text.strip("\n"))
