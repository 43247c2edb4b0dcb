"""Speech in a sentence: its cue ("said", "according to"), whose it is, and which words are its content."""

from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.cast import Cast
from corroborate.extract.attribution.sources import SENDING
from corroborate.extract.attribution.speakers import Phrases, Subject
from corroborate.extract.attribution.verbs import AMBIGUOUS, GERUNDS, PLAIN, SHOWING, SPEECH_VERBS
from corroborate.extract.lexicon import DETERMINERS, words
from corroborate.model.claims import Span

BE = words("is are was were be been being 's 're")
QUOTES = frozenset("\"“”'‘’")
TAILS = words("on in at during after late early to earlier yesterday today monday tuesday wednesday thursday friday saturday sunday")
JOINS = words("while but and whereas although though ;")
# A trailing "..., the mayor said on Tuesday" has at most so many words behind its verb.
LONGEST_TAIL = 8
SHORTEST_CONTENT = 4
PUT_OBJECTS = words("toll number cost figure total death damage value price count loss losses")


@dataclass(frozen=True, slots=True)
class Speech:
    """One cue with its subject and the characters of what is said.

    `backing` is what "according to" names. `index` is the cue's token.
    """

    index: int
    cue: str
    content: Span
    subject: Subject | None = None
    backing: Subject | None = None
    is_gerund: bool = False


def speeches_in(sentence: TokenSpan, phrases: Phrases, cast: Cast) -> list[Speech]:
    """The speeches of a sentence from left to right; "according to" backs the others or stands alone."""
    found: list[Speech] = []
    for token in sentence:
        lower = token.lower_
        if token.i in phrases.party_at:
            continue
        if lower in SPEECH_VERBS:
            speech = _spoken(sentence, token.i, phrases, cast)
        elif lower in GERUNDS:
            speech = _gerund(sentence, token.i, phrases, cast, found)
        else:
            continue
        if speech is not None:
            found.append(speech)
    found = _separated(sentence, found)
    backing = _according(sentence, phrases, cast)
    if backing is None:
        return found
    whole = Span(sentence.start_char, sentence.end_char)
    if not found:
        return [Speech(backing.start, "according to", whole, backing=backing)]
    return [replace(speech, backing=backing, content=whole if len(found) == 1 else speech.content) for speech in found]


def _spoken(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast) -> Speech | None:
    doc = sentence.doc
    if index > sentence.start and doc[index - 1].lower_ in BE and doc[index].lower_ not in ("says", "said"):
        return _passive(sentence, index, phrases, cast)
    subject = phrases.before(index, sentence.start, cast)
    if _is_inverted(sentence, index, subject):
        inverted = phrases.after(index + 1, sentence.end, cast)
        if inverted is not None and inverted.is_definite:
            return Speech(index, doc[index].lower_, Span(sentence.start_char, doc[index].idx), inverted)
    if subject is None or not _may_speak(sentence, index, subject):
        return None
    return Speech(index, doc[index].lower_, _content(sentence, index, subject), subject)


def _is_inverted(sentence: TokenSpan, index: int, subject: Subject | None) -> bool:
    """A mark stands before the verb: '"Nine are missing," said Varga'."""
    if index <= sentence.start:
        return False
    before = sentence.doc[index - 1].text
    return before in QUOTES or (before == "," and (subject is None or not subject.label))


def _may_speak(sentence: TokenSpan, index: int, subject: Subject) -> bool:
    """Sort out verbs and nouns that only look like a cue."""
    doc, lower = sentence.doc, sentence.doc[index].lower_
    after = doc[index + 1].lower_ if index + 1 < sentence.end else "."
    if not (subject.name or subject.document):
        return False
    if lower in SHOWING:
        return subject.document is not None or (after == "that" and subject.is_definite)
    if lower in ("added", "adds"):
        return subject.is_definite and (
            after in ("that", ".", ",", ":") or after in QUOTES or (index - sentence.start > SHORTEST_CONTENT + 3 and after in TAILS)
        )
    if lower in ("put", "puts"):
        return subject.is_definite and any(token.lower_ in PUT_OBJECTS for token in doc[index + 1 : min(index + 6, sentence.end)])
    if lower == "state" and subject.label == "PLACE":
        return False
    if lower in ("called", "calls") and after in ("for", "off", "on", "up", "in", "back"):
        return False
    if lower in AMBIGUOUS:
        return subject.document is not None or subject.is_definite
    return lower in PLAIN or subject.is_definite or subject.document is not None or doc[subject.start].lower_ in DETERMINERS


def _passive(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast) -> Speech | None:
    """ "was first reported by", "were told by": the speaker stands behind "by"."""
    doc = sentence.doc
    for place in range(index + 1, min(index + LONGEST_TAIL, sentence.end)):
        if doc[place].text in ",.;":
            return None
        if doc[place].lower_ == "by":
            subject = phrases.after(place + 1, sentence.end, cast)
            if subject is None or not subject.is_definite:
                return None
            return Speech(index, doc[index].lower_, Span(sentence.start_char, sentence.end_char), subject)
    return None


def _gerund(sentence: TokenSpan, index: int, phrases: Phrases, cast: Cast, before: list[Speech]) -> Speech | None:
    """ "..., alleging that": the sentence's own subject goes on speaking."""
    doc = sentence.doc
    content = Span(doc[index].idx + len(doc[index]), sentence.end_char)
    if before:
        return Speech(index, doc[index].lower_, content, before[-1].subject, is_gerund=True)
    for place in range(sentence.start + 1, index):
        if doc[place].lower_ in SENDING and (subject := phrases.before(place, sentence.start, cast)) is not None:
            return Speech(index, doc[index].lower_, content, subject, is_gerund=True)
    first = next((phrases.party_at[place] for place in range(sentence.start, index) if place in phrases.party_at), None)
    if first is None or first.label_ not in ("ORG", "PERSON") or first.start - sentence.start > 4:
        return None
    subject = Subject(first.start, first.end, first._.party, is_definite=True, label=first.label_)
    return Speech(index, doc[index].lower_, content, subject, is_gerund=True)


def _according(sentence: TokenSpan, phrases: Phrases, cast: Cast) -> Subject | None:
    """What "according to" names."""
    doc = sentence.doc
    for index in range(sentence.start, sentence.end - 2):
        if doc[index].lower_ == "according" and doc[index + 1].lower_ == "to":
            return phrases.after(index + 2, sentence.end, cast)
    return None


def _content(sentence: TokenSpan, index: int, subject: Subject) -> Span:
    """The characters said: behind the verb, or before the subject where the verb trails."""
    doc = sentence.doc
    ends = doc[index].idx + len(doc[index])
    behind = [token for token in doc[index + 1 : sentence.end] if not token.is_punct and not token.is_space]
    before = subject.start - sentence.start
    begin = subject.start - 1 if before and doc[subject.start - 1].lower_ == "as" else subject.start
    leads = before >= SHORTEST_CONTENT and doc[begin - 1].text in {",", "-", "–", "—", *QUOTES}
    if leads and len(behind) <= LONGEST_TAIL and (not behind or behind[0].lower_ in TAILS or doc[index].lower_ == "told"):
        return Span(sentence.start_char, doc[begin].idx)
    quoted_before = leads and doc[subject.start - 1].text in QUOTES
    return Span(sentence.start_char if quoted_before else ends, sentence.end_char)


def _separated(sentence: TokenSpan, speeches: list[Speech]) -> list[Speech]:
    """Where a further speaker begins behind "while" or "but", the one before ends."""
    doc = sentence.doc
    kept: list[Speech] = []
    for speech in speeches:
        if kept and speech.subject is not None and not speech.is_gerund:
            begin = speech.subject.start
            joined = begin > sentence.start and doc[begin - 1].lower_ in JOINS
            limit = doc[begin].idx
            if joined and kept[-1].content.end > limit > kept[-1].content.start:
                kept[-1] = replace(kept[-1], content=Span(kept[-1].content.start, limit))
        kept.append(speech)
    return kept
