"""Who says so, against annotated news of our own: speakers, documents and cited outlets of each figure."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Span

from corroborate.extract.lexicon import words
from corroborate.extract.reader import Reader
from corroborate.extract.spans import attribution_of, chars_of
from corroborate.model.claims import Attribution

NEWS = Path(__file__).parent / "attribution_news.jsonl"
DETERMINERS = words(
    "a an the this that these those its his her their our some several many one two three four five six seven eight nine ten"
)
TITLES = words(
    "mr mrs ms dr prof professor sir dame lord lady sister captain capt gen general sen senator rep mayor judge minister president"
)
LEGAL_FORMS = words("inc corp co ltd limited llc plc pbc gmbh ag sa nv")
JOINTS = words("of in at for from with to on by")
IGNORED = DETERMINERS | TITLES | LEGAL_FORMS | JOINTS
_POSSESSOR = re.compile(r"^.*?['’]s? (?=\w)")
_BEHIND_HEAD = re.compile(r" (?:at|in|of|for|from|with|on|to|by|who|that|which|familiar|close|briefed|speaking|involved)\b")
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

    def counted(self, gold: Sequence[str], given: Sequence[str]) -> "Score":
        """The score with one more figure counted."""
        right = sum(any(same_name(name, other) for other in given) for name in gold)
        return Score(self.gold + len(gold), self.given + len(given), self.right + min(right, len(given)))


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
        speaker = speaker.counted(_named(gold["speaker"]), _named(found.speaker))
        document = document.counted(_named(gold["document"]), _named(found.document))
        cites = cites.counted(gold["cites"], found.cites)
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
        found.append(_voiced(covering[-1]) if covering else Attribution())
    return found


def _voiced(span: Span) -> Attribution:
    """The attribution with the spokeswoman herself where one is named; the reader has her employer as the speaker."""
    attribution = attribution_of(span)
    voice = getattr(span._, "voice", None)
    return attribution if voice is None else replace(attribution, speaker=voice)


@cache
def _reader() -> Reader:
    return Reader()


def _named(name: str | None) -> list[str]:
    return [name] if name else []


def same_name(left: str, right: str) -> bool:
    """The same words whatever their order, or descriptions with the same head noun phrase: "rescuer at the scene", "a rescuer"."""
    if set(_words(left)) == set(_words(right)):
        return True
    heads = _head_phrase(left), _head_phrase(right)
    return heads[0] == heads[1] and heads[0][-1:].islower()


def _head_phrase(name: str) -> str:
    """A description without its possessor and what follows its head; other names as they are."""
    phrase = _BEHIND_HEAD.split(_POSSESSOR.sub("", name.replace("-", "")), maxsplit=1)[0]
    return " ".join(sorted(_words(phrase[:1].lower() + phrase[1:]))) if phrase and phrase.split()[-1].islower() else name


def _words(name: str) -> Iterator[str]:
    for word in _WORD.findall(name.replace("-", "").lower()):
        plain = word.removesuffix("'s").removesuffix("’s")
        if plain not in IGNORED:
            yield plain
