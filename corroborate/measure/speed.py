"""How fast texts become claims, part by part, in CPU seconds of one core."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from time import process_time
from typing import Any

from spacy.language import Language

from corroborate.extract.claims import read_claims
from corroborate.extract.language import load_pipeline
from corroborate.measure.articles import Text, article_of
from corroborate.measure.memory import peak_megabytes

ROUNDS = 3
WARM_UP = 2
PREFIX = "corroborate_"


@dataclass(frozen=True, slots=True)
class Speed:
    """So many articles of so many words in all took so many CPU seconds, divided among the parts in their order."""

    pipeline: str
    articles: int
    words: int
    parts: Mapping[str, float]
    megabytes: float

    @property
    def seconds(self) -> float:
        """All parts together."""
        return sum(self.parts.values())

    @property
    def articles_per_second(self) -> float:
        """On one core."""
        return self.articles / self.seconds if self.seconds else 0.0


def measure_speed(pipeline: str, texts: Sequence[Text], *, rounds: int = ROUNDS) -> Speed:
    """Read the articles some times and keep the quickest round: other programs only ever slow one down."""
    language = load_pipeline(pipeline)
    for text in texts[:WARM_UP]:
        _read(language, text, {})
    taken: list[dict[str, float]] = []
    for _ in range(rounds):
        parts: dict[str, float] = {}
        for text in texts:
            _read(language, text, parts)
        taken.append(parts)
    quickest = min(taken, key=lambda parts: sum(parts.values()))
    return Speed(pipeline, len(texts), sum(text.words for text in texts), quickest, peak_megabytes())


def _read(language: Language, text: Text, parts: dict[str, float]) -> None:
    """What `Reader.read_article` does with a text, with a look at the clock after each part."""
    doc = _timed("tokenizer", parts, partial(language.make_doc, text.text))
    doc._.published = text.published
    for name, component in language.pipeline:
        _timed(name.removeprefix(PREFIX), parts, partial(component, doc))
    _timed("claims", parts, partial(read_claims, doc, article_of(text.text)))


def _timed(name: str, parts: dict[str, float], work: Callable[[], Any]) -> Any:
    before = process_time()
    made = work()
    parts[name] = parts.get(name, 0.0) + process_time() - before
    return made
