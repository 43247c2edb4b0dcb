"""Whose word a claim is, across the outlets of a story: a speaker and a document in canonical form, and the outlets it came through."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from corroborate.match.morgue import MORGUE, Clipping, Foldable
from corroborate.match.origins.documents import SINGULAR, SPEAKS, Document, document_of, documents_of, joint_statement
from corroborate.match.origins.hints import BARE, PUBLIC, governing, hinted, names_its_place
from corroborate.match.origins.outlets import cited_in, outlet_meant
from corroborate.match.origins.phrases import BODY, plain_words, telling_words
from corroborate.match.origins.tellings import body_at_large, is_about_document, is_named_in, is_nobodys_word, tells_its_own_day
from corroborate.match.origins.voices import NOBODY, UNHEARD, Voice, Voices, Words, hear
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Attribution, Claim
from corroborate.model.figures import Participation, Period, Quantity

SAID, WHOLE = "said", "whole text"
"""What a clipping keeps attributions and texts by."""

FEW = 64
"""Sets of outlets' names that are kept: most stories of a newsroom share one."""

LONGEST = 1500
"""Characters of a sentence that are looked at."""

OF_COMPANIES = re.compile(
    r"\b(?:joint|results|earnings|trading|company|stock exchange|companies['’]) (?:statement|announcement|release)", re.IGNORECASE
)
"""Statements that companies make, whatever else is told of who made them."""

RELEASE = re.compile(r"\b(?:press|news|earnings|results) release\b", re.IGNORECASE)
COMPANY = "the company"
"""Who speaks through a release whose maker the sentence does not name."""

JOINT = re.compile(r"joint|companies", re.IGNORECASE)

TRIMMED = re.compile(r"\s+(?:published|dated|filed|seen|released|unsealed|said|who|that|which|after|following|amid)\b.*$")


@dataclass(frozen=True, slots=True)
class Source:
    """Whose word a claim is: `who` as the words of a voice, what it is written in; `label` as shown; `cites` outlets named for it."""

    who: Words
    document: Document | None
    label: str
    cites: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Somebody or something is named."""
        return bool(self.who) or self.document is not None

    def agrees(self, other: "Source") -> bool:
        """The same speaker or document, as far as both say."""
        if self.document is not None and other.document is not None and self.document.ring == other.document.ring:
            if self.document.day is not None and other.document.day is not None and self.document.day != other.document.day:
                return False
            if self.document.signed and other.document.signed and self.who and other.who and not self.who & other.who:
                return False
            if self.document.ring in SINGULAR or not (self.who and other.who):
                return True
        return bool(self.who) and self.who == other.who

    def contradicts(self, other: "Source") -> bool:
        """Both name a speaker, or both a document, and it is not the same."""
        comparable = (self.who and other.who) or (self.document is not None and other.document is not None)
        return bool(comparable) and not self.agrees(other)


UNKNOWN = Source(NOBODY, None, "")
NOT_TOLD = (UNKNOWN,)
"""What a claim rests on of which nothing tells where it comes from."""


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution before the voices of its story are known."""

    article: str
    phrases: tuple[str, ...]
    document: Document | None
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attributed(Foldable):
    """The attributions of an article by claim, with the hash of the outlets' names that were known."""

    names: int
    said: Mapping[str, Said]

    @property
    def state(self) -> Hashable:
        """With which names."""
        return self.names

    def folded(self) -> object:
        """As it is put away."""
        return self.names, [(claim, one.article, one.phrases, _plain(one.document), one.cites) for claim, one in self.said.items()]


def _unfolded(names: int, said: Sequence[tuple[str, str, tuple[str, ...], tuple[Any, ...] | None, tuple[str, ...]]]) -> Attributed:
    return Attributed(
        names,
        {
            claim: Said(article, phrases, None if document is None else Document(*document), cites)
            for claim, article, phrases, document, cites in said
        },
    )


def _plain(document: Document | None) -> tuple[Any, ...] | None:
    return None if document is None else (document.ring, document.word, document.day, document.signed)


@dataclass(frozen=True, eq=False)
class Sources:
    """The source of every claim of a story."""

    of_claim: Mapping[str, tuple[Source, ...]]
    of_article: Mapping[str, Source]

    def said_in(self, claims: Sequence[Claim]) -> tuple[Source, ...]:
        """All sources of some claims of one article."""
        return tuple(source for claim in claims for source in self.of_claim.get(claim.id, ()))


def trace_sources(readings: Sequence[Reading], outlets: Mapping[str, str]) -> Sources:
    """The sources of all claims of a story; `outlets` maps names and aliases of outlets in lower case to their names."""
    known = dict(outlets) | {cite.lower(): outlets.get(cite.lower(), cite) for cite in _cites(readings)}
    names = _same_names(frozenset(known.items()))
    clippings = [MORGUE.clipping(reading) for reading in readings]
    said = {claim: one for clipping in clippings for claim, one in _all_said(clipping, known, names).items()}
    texts = {one.reading.article.id: _whole(one) for one in clippings}
    voices = hear(((one.article, phrase) for one in said.values() for phrase in one.phrases), texts)
    documents = documents_of((one.article, one.document) for one in said.values() if one.document is not None and one.document.is_source)
    found = {claim: _sources(one, voices, documents) for claim, one in said.items()}
    found = _with_authors(found)
    home = {claim.id: reading.article.id for reading in readings for claim in reading.claims}
    told: defaultdict[str, list[Source]] = defaultdict(list)
    for claim, sources in found.items():
        told[home[claim]] += [source for source in sources if source.is_known]
    return Sources(found, {article: prevailing(sources) for article, sources in told.items()})


@lru_cache(maxsize=FEW)
def _same_names(names: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Equal names as one value, so that comparing them costs nothing."""
    return names


def _all_said(clipping: Clipping, known: Mapping[str, str], names: frozenset[tuple[str, str]]) -> Mapping[str, Said]:
    """The attributions of an article by claim, as they were worked out with the names of outlets that are known in its story."""
    attributed: Attributed | None = clipping.worked.get(SAID)
    if attributed is None and SAID in clipping.folded:
        attributed = _unfolded(*clipping.folded.pop(SAID))
    if attributed is None or attributed.names != hash(names):
        said = {claim.id: _said(clipping.reading.article, claim, known) for claim in clipping.reading.claims}
        attributed = Attributed(hash(names), said)
    clipping.worked[SAID] = attributed
    return attributed.said


def _whole(clipping: Clipping) -> str:
    """Title and text."""
    found: str | None = clipping.worked.get(WHOLE)
    if found is None:
        article = clipping.reading.article
        found = clipping.worked[WHOLE] = f"{article.title or ''}\n{article.text}"
    return found


def prevailing(sources: Sequence[Source]) -> Source:
    """The source that most agree with, the fullest wording of it; the first of equals."""
    if not sources:
        return UNKNOWN
    if all(one == sources[0] for one in sources):
        return sources[0]
    distinct = Counter(sources)
    votes = {one: sum(count for other, count in distinct.items() if one.agrees(other)) for one in distinct}
    best = max(distinct, key=lambda one: (votes[one], fullness(one)))
    agreeing = [one for one in distinct if one.agrees(best)]
    fullest = max(agreeing, key=fullness)
    cites = tuple(dict.fromkeys(cite for one in distinct for cite in one.cites))
    return replace(fullest, cites=cites)


def fullness(source: Source) -> tuple[int, int]:
    """How much of who, document and day a source tells."""
    day = source.document is not None and source.document.day is not None
    return (bool(source.who) + (source.document is not None) + day, len(source.who))


def _cites(readings: Sequence[Reading]) -> Iterator[str]:
    for reading in readings:
        yield from (credit for credit in reading.article.credits)
        yield from (cite for claim in reading.claims for cite in claim.attribution.cites)


def _said(article: Article, claim: Claim, outlets: Mapping[str, str]) -> Said:
    attribution, sentence = claim.attribution, claim.sentence.text[:LONGEST]
    own = frozenset((article.outlet,))
    cites = [outlet_meant(cite, outlets) or cite for cite in attribution.cites]
    speaker = None if _is_day_of_telling(article, claim) else _speaker(attribution, sentence)
    meant = outlet_meant(speaker, outlets) if speaker else None
    if meant is not None:
        cites, speaker = [*cites, meant], None
    cites += cited_in(sentence, outlets)
    if speaker and names_its_place(speaker, article.text):
        speaker = None
    place = claim.span.start - claim.sentence.start
    outer, shown = governing(sentence, place) if not cites else (None, None)
    speaker = outer if outer or shown else speaker
    # "Twelve witnesses testified": who is counted is not who counted.
    if speaker and isinstance(claim.figure, Quantity) and claim.surface.lower() in speaker.lower():
        speaker = None
    # The Ledger and Market is no ledger, and no market speaks.
    printed = [name.lower() for name in cites if " " in name]
    if speaker and any(speaker.lower() in name for name in printed):
        speaker = None
    # "A report by the Harbour Herald" is an outlet cited, not a document of its own.
    document = shown or document_of(attribution.document, attribution.document_date, sentence)
    document = None if document is not None and any(document.word.lower() in name.split() for name in printed) else document
    document = None if document is not None and document.ring == "report" and cites and not speaker else document
    if document is not None and not document.is_source and is_about_document(sentence):
        document = None
    if (document is None or not document.is_source) and (joint := joint_statement(sentence)) is not None:
        document, speaker = joint, None
    speaker, document = _named_otherwise(claim, speaker, document, cited=bool(cites))
    if not speaker and document is not None and document.ring == "statement" and not cites and not document.is_source:
        made = OF_COMPANIES.search(sentence)
        speaker = None if made is None else "the companies" if JOINT.match(made.group()) else COMPANY
    if not speaker and document is not None:
        speaker = SPEAKS.get(document.ring)
    phrases = _parts(TRIMMED.sub("", speaker)) if speaker else ()
    return Said(article.id, phrases, document, tuple(dict.fromkeys(cite for cite in cites if cite not in own)))


def _named_otherwise(claim: Claim, speaker: str | None, document: Document | None, *, cited: bool) -> tuple[str | None, Document | None]:
    """Whoever the sentence names without a verb of saying, where nobody speaks, or nobody in particular."""
    nobody = speaker is not None and not telling_words(speaker)
    if (speaker and not nobody) or (document is not None and document.is_source):
        return speaker, document
    sentence, place = claim.sentence.text[:LONGEST], claim.span.start - claim.sentence.start
    named, found = hinted(sentence, place, cited=cited, acted=not nobody and not isinstance(claim.figure, Participation))
    return named or speaker, (None if is_about_document(sentence) else found) or document


def _is_day_of_telling(article: Article, claim: Claim) -> bool:
    """The claim is the day on which its speaker told something: days to come are what was told."""
    if not isinstance(claim.figure, Period) or (day := claim.figure.range.high) is None or day > article.as_of.date():
        return False
    return tells_its_own_day(claim.attribution.cue, claim.sentence.text[: claim.span.start - claim.sentence.start])


def _speaker(attribution: Attribution, sentence: str) -> str | None:
    """Whose word the sentence gives, as it was read; "the company" where that was only guessed to be somebody."""
    speaker = attribution.speaker
    if speaker is None or is_nobodys_word(attribution, sentence):
        return None
    if is_named_in(speaker, sentence):
        return speaker
    return body_at_large(sentence) or (COMPANY if RELEASE.search(sentence) and not telling_words(speaker) & PUBLIC else speaker)


def _parts(phrase: str) -> tuple[str, ...]:
    """ "Police and hospital officials" are two voices."""
    first, joined, second = phrase.partition(" and ")
    if not joined or second[:1].isupper() or first[:1].isupper():
        return (phrase,)
    left, right = frozenset(plain_words(first)), frozenset(plain_words(second))
    bodies = [bool({BODY.get(word, word) for word in words} & PUBLIC) for words in (left, right)]
    return (first, second) if all(bodies) else (phrase,)


def _sources(one: Said, voices: Voices, documents: Mapping[tuple[str, Document], Document]) -> tuple[Source, ...]:
    if not one.phrases and one.document is None and not one.cites:
        return NOT_TOLD
    document = documents.get((one.article, one.document)) if one.document is not None else None
    heard = [voice for phrase in one.phrases if (voice := voices.of(one.article, phrase)) is not UNHEARD]
    return tuple(Source(voice.words, document, _label(voice, document), one.cites) for voice in heard or [UNHEARD])


def _with_authors(found: Mapping[str, tuple[Source, ...]]) -> dict[str, tuple[Source, ...]]:
    """A document whose author one article names has that author in all."""
    authors: defaultdict[tuple[str, object], Counter[tuple[Words, str]]] = defaultdict(Counter)
    written = {claim: sources for claim, sources in found.items() if any(source.document is not None for source in sources)}
    for sources in written.values():
        for source in sources:
            if source.document is not None and source.who:
                authors[(source.document.ring, source.document.day)][(source.who, source.label)] += 1
    return {**found, **{claim: tuple(_with_author(source, authors) for source in sources) for claim, sources in written.items()}}


def _with_author(source: Source, authors: Mapping[tuple[str, object], Counter[tuple[Words, str]]]) -> Source:
    document = source.document
    if document is None or source.who or not (counted := authors.get((document.ring, document.day))):
        return source
    if document.ring not in SINGULAR and len({who for who, _ in counted}) > 1:
        return source
    who, label = max(counted, key=lambda author: (counted[author], author[1]))
    return replace(source, who=who, label=label)


def _label(voice: Voice, document: Document | None) -> str:
    speaker = BARE.sub("", voice.label)
    if document is None:
        return speaker
    day = document.day
    dated = f", {day.day} {day:%B %Y}" if day is not None else ""
    # Court documents come from whoever filed them, which they seldom say.
    return f"{document.word} from {speaker}{dated}" if speaker else f"{document.word}{dated}"
