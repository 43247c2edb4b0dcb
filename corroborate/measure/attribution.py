"""Who says so, of each figure in annotated news: speakers, documents, cited outlets, hedging and denial."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from spacy.tokens import Doc

from corroborate.extract.lexicon import words
from corroborate.extract.spans import attribution_of, chars_of
from corroborate.measure.passages import Means
from corroborate.measure.scores import Measured, Score, f1
from corroborate.measure.sets import Lines
from corroborate.model.claims import Attribution

DETERMINERS = words(
    "a an the this that these those its his her their our some several many one two three four five six seven eight nine ten"
)
LEGAL_FORMS = words("inc corp co ltd limited llc plc pbc gmbh ag sa nv")
JOINTS = words("of in at for from with to on by")
_WORD = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*")

Answer = tuple[Mapping[str, Any], Attribution]


def measure_attribution(lines: Lines, means: Means) -> Iterator[Measured]:
    """F1 of speakers, documents and cited outlets, and how often hedging and denial are told rightly."""
    return scored([answer for line in lines for answer in zip(line["figures"], attributions(line, means.read(line)), strict=True)])


def scored(answers: Iterable[Answer]) -> Iterator[Measured]:
    """The measures over annotated figures, each with the attribution found for it."""
    pairs = list(answers)
    speaker = document = cites = Score()
    for gold, found in pairs:
        speaker = speaker.counted(name_keys([gold["speaker"]]), name_keys([found.speaker]))
        document = document.counted(name_keys([gold["document"]]), name_keys([found.document]))
        cites = cites.counted(name_keys(gold["cites"]), name_keys(found.cites))
    yield f1("speaker", speaker)
    yield f1("document", document)
    yield f1("cited outlet", cites)
    number = len(pairs)
    yield Measured("hedged or not", sum(gold["hedged"] == found.hedged for gold, found in pairs) / max(1, number), number)
    yield Measured("denied or not", sum(gold["denied"] == found.denied for gold, found in pairs) / max(1, number), number)


def attributions(line: Mapping[str, Any], doc: Doc) -> Iterator[Attribution]:
    """What is read of each annotated figure: the innermost attribution over its first character."""
    told = sorted(((chars_of(span), span) for span in doc.spans["attributions"]), key=lambda one: one[0].start)
    for figure in line["figures"]:
        covering = [span for chars, span in told if chars.start <= figure["start"] < chars.end]
        yield attribution_of(covering[-1]) if covering else Attribution()


def name_keys(names: Iterable[str | None]) -> set[str]:
    """Names in comparable form; a description by its words without determiners, numbers and joints."""
    return {" ".join(sorted(set(_words(name)))) for name in names if name}


def _words(name: str) -> Iterator[str]:
    for word in _WORD.findall(name.lower()):
        plain = word.removesuffix("'s").removesuffix("’s")
        if plain not in DETERMINERS and plain not in LEGAL_FORMS and plain not in JOINTS:
            yield plain
