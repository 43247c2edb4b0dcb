"""Named parties of annotated passages: where they stand, what they are, and their full names."""

from collections.abc import Iterator, Mapping
from typing import Any

from spacy.tokens import Doc

from corroborate.extract.spans import chars_of
from corroborate.measure.passages import Means
from corroborate.measure.scores import Measured, Score, f1
from corroborate.measure.sets import Lines


def measure_parties(lines: Lines, means: Means) -> Iterator[Measured]:
    """F1 of exact places, of places with their label, and of places with the full name."""
    read = [(_annotated(line), _read(means.read(line))) for line in lines]
    for measure, parts in (("place in the text", 1), ("place and label", 2)):
        yield f1(measure, sum((_shared(gold, found, parts) for gold, found in read), Score()))
    named = (({(place, name) for place, _, name in gold}, {(place, name) for place, _, name in found}) for gold, found in read)
    yield f1("place and full name", sum((Score(len(gold), len(found), len(gold & found)) for gold, found in named), Score()))


Party = tuple[tuple[int, int], str, str]


def _annotated(line: Mapping[str, Any]) -> set[Party]:
    return {((one["start"], one["start"] + len(one["surface"])), one["label"], _plain(one["name"])) for one in line["parties"]}


def _read(doc: Doc) -> set[Party]:
    return {((chars_of(span).start, chars_of(span).end), span.label_, _plain(span._.party or "")) for span in doc.spans["parties"]}


def _shared(gold: set[Party], found: set[Party], parts: int) -> Score:
    asked, given = {one[:parts] for one in gold}, {one[:parts] for one in found}
    return Score(len(asked), len(given), len(asked & given))


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")
