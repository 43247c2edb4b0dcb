"""Who says so, against annotated news of our own: speakers, documents and cited outlets of each figure."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from corroborate.extract.lexicon import words
from corroborate.extract.reader import Reader
from corroborate.extract.spans import attribution_of, chars_of
from corroborate.model.claims import Attribution

NEWS = Path(__file__).parent / "attribution_news.jsonl"
DETERMINERS = words(
    "a an the this that these those its his her their our some several many one two three four five six seven eight nine ten"
)
LEGAL_FORMS = words("inc corp co ltd limited llc plc pbc gmbh ag sa nv")
JOINTS = words("of in at for from with to on by")
_WORD = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Score:
    """Values asked for, given, and right."""

    gold: int = 0
    given: int = 0
    right: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.given) if self.gold + self.given else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    def counted(self, gold: set[str], given: set[str]) -> "Score":
        """The score with one more figure counted."""
        return Score(self.gold + len(gold), self.given + len(given), self.right + len(gold & given))


@dataclass(frozen=True, slots=True)
class Scores:
    """All that is measured of one half of the set."""

    figures: int
    speaker: Score
    document: Score
    cites: Score
    hedged: float
    denied: float


Reads = Callable[[Mapping[str, Any]], list[Attribution]]


def news(split: str) -> list[dict[str, Any]]:
    """The passages of one half, "dev" or "test"; none where the set is not there."""
    lines = NEWS.read_text(encoding="utf-8").splitlines() if NEWS.is_file() else []
    return [passage for line in lines if (passage := json.loads(line))["split"] == split]


def score(passages: Iterable[Mapping[str, Any]], read: Reads | None = None) -> Scores:
    """Every annotated figure is asked who says so; `read` gives the answers of one passage, in the order of its figures."""
    pairs = [pair for passage in passages for pair in zip(passage["figures"], (read or attributions)(passage), strict=True)]
    speaker = document = cites = Score()
    for gold, found in pairs:
        speaker = speaker.counted(name_keys([gold["speaker"]]), name_keys([found.speaker]))
        document = document.counted(name_keys([gold["document"]]), name_keys([found.document]))
        cites = cites.counted(name_keys(gold["cites"]), name_keys(found.cites))
    number = max(1, len(pairs))
    hedged = sum(gold["hedged"] == found.hedged for gold, found in pairs) / number
    denied = sum(gold["denied"] == found.denied for gold, found in pairs) / number
    return Scores(len(pairs), speaker, document, cites, hedged, denied)


def attributions(passage: Mapping[str, Any]) -> list[Attribution]:
    """What the reader says of each annotated figure: the innermost attribution over its first character."""
    doc = _reader().annotate(passage["text"], date.fromisoformat(passage["published"][:10]))
    told = sorted(doc.spans["attributions"], key=lambda span: chars_of(span).start)
    found = []
    for figure in passage["figures"]:
        covering = [span for span in told if chars_of(span).start <= figure["start"] < chars_of(span).end]
        found.append(attribution_of(covering[-1]) if covering else Attribution())
    return found


@cache
def _reader() -> Reader:
    return Reader()


def name_keys(names: Iterable[str | None]) -> set[str]:
    """Names in comparable form; a description by its words without determiners, numbers and joints."""
    return {" ".join(sorted(set(_words(name)))) for name in names if name}


def _words(name: str) -> Iterator[str]:
    for word in _WORD.findall(name.lower()):
        plain = word.removesuffix("'s").removesuffix("’s")
        if plain not in DETERMINERS and plain not in LEGAL_FORMS and plain not in JOINTS:
            yield plain
