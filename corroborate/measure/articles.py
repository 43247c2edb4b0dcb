"""Texts to measure with: articles of one length, written by the simulated newsroom, and their sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count, islice, pairwise

from corroborate.extract.sentences import sentence_starts
from corroborate.model.articles import Article
from corroborate.model.ids import content_id, digest
from corroborate.newsroom import Publication, generate

WORDS = 600
EVENTS, OUTLETS = 6, 8
LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text and the day it appeared."""

    text: str
    published: date

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def article_of(text: str, *, seen: datetime = LONG_AGO) -> Article:
    """A text as an article of no outlet."""
    name = content_id("a", digest(text))
    return Article(
        id=name,
        revision=content_id("r", name),
        url="",
        outlet="",
        title=None,
        text=text,
        text_digest=digest(text),
        seen=seen,
    )


def written_texts(number: int, *, seed: int = 0, words: int = WORDS) -> tuple[Text, ...]:
    """So many articles of about `words` words; the same seed gives the same articles."""
    return tuple(islice(_texts(seed, words), number))


def _texts(seed: int, words: int) -> Iterator[Text]:
    """What outlets write of one event, run together until it is long enough."""
    for edition in count(seed):
        made = [one for one in generate(edition, events=EVENTS, outlets=OUTLETS).publications if one.version == 0]
        for event in dict.fromkeys(one.event for one in made):
            yield from _filled([one for one in made if one.event == event], words)


def _filled(publications: list[Publication], words: int) -> Iterator[Text]:
    paragraphs: list[str] = []
    for one in publications:
        for paragraph in (one.title, *one.paragraphs):
            paragraphs.append(paragraph)
            if sum(len(part.split()) for part in paragraphs) >= words:
                yield Text("\n".join(paragraphs), (one.published or one.visible_from).date())
                paragraphs = []


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text, without the blanks around them."""
    starts = [*sentence_starts(text), len(text)]
    for start, end in pairwise(starts):
        sentence = text[start:end].strip()
        if sentence:
            yield sentence
