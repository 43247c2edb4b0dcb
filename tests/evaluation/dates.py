"""Dates against annotated sentences: our own news, and expressions of the Recognizers project in the schema of its scorer."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corroborate.extract.dates import DateOrder, read_dates

NEWS = Path(__file__).parent / "dates_news.jsonl"
HELD_OUT = Path(__file__).parent / "dates_heldout.jsonl"


@dataclass(frozen=True, slots=True)
class Score:
    """Dates asked for, given, and right in both days and kind."""

    gold: int
    given: int
    right: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.given) if self.gold + self.given else 1.0


def news() -> list[dict[str, Any]]:
    """Fictional news sentences; `start` and `end` both null where the wording must stay unresolved."""
    return [json.loads(line) for line in NEWS.read_text().splitlines()]


def held_out(split: str) -> list[dict[str, Any]]:
    """Sentences of another hand, in the same schema: "dev" to learn from, "test" to be measured by."""
    return [line for line in map(json.loads, HELD_OUT.read_text().splitlines()) if line["split"] == split]


def score_news(sentences: Iterable[dict[str, Any]]) -> Score:
    """A date counts where it lies over the annotated surface and has its kind, first and last day."""
    gold = given = right = 0
    for sentence in sentences:
        expected = [one for one in sentence["dates"] if one["start"] or one["end"]]
        found = [one for one in predictions(sentence["text"], sentence["published"]) if one["start"] or one["end"]]
        gold, given = gold + len(expected), given + len(found)
        right += sum(1 for one in expected if any(_is_right(sentence["text"], one, other) for other in found))
    return Score(gold, given, right)


def _is_right(text: str, expected: dict[str, Any], found: dict[str, Any]) -> bool:
    place = text.index(expected["surface"])
    over = found["span"][0] < place + len(expected["surface"]) and place < found["span"][1]
    return over and all(expected[part] == found[part] for part in ("kind", "start", "end"))


def predictions(text: str, published: str, order: DateOrder | None = None) -> Iterator[dict[str, Any]]:
    """The dates of one sentence in the schema of the shared scorer."""
    for reading in read_dates(text, date.fromisoformat(published), order=order):
        low, high = reading.period.range.low, reading.period.range.high
        yield {
            "text": text[reading.start : reading.end],
            "span": [reading.start, reading.end],
            "kind": reading.label,
            "start": low.isoformat() if low else None,
            "end": high.isoformat() if high else None,
        }
