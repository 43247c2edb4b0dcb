"""Who says so, of each figure in annotated news: speakers, documents, cited outlets, hedging and denial."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span

from corroborate.extract.lexicon import words
from corroborate.extract.spans import attribution_of, chars_of
from corroborate.measure.passages import Means
from corroborate.measure.scores import Measured, Score, f1
from corroborate.measure.sets import Lines
from corroborate.model.claims import Attribution

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

Answer = tuple[Mapping[str, Any], Attribution]


def measure_attribution(lines: Lines, means: Means) -> Iterator[Measured]:
    """F1 of speakers, documents and cited outlets, and how often hedging and denial are told rightly."""
    return scored([answer for line in lines for answer in zip(line["figures"], attributions(line, means.read(line)), strict=True)])


def scored(answers: Iterable[Answer]) -> Iterator[Measured]:
    """The measures over annotated figures, each with the attribution found for it."""
    pairs = list(answers)
    speaker = document = cites = Score()
    for gold, found in pairs:
        speaker += names_score(named(gold["speaker"]), named(found.speaker))
        document += names_score(named(gold["document"]), named(found.document))
        cites += names_score(gold["cites"], found.cites)
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
        yield _voiced(covering[-1]) if covering else Attribution()


def _voiced(span: Span) -> Attribution:
    """The annotation names a spokeswoman where she is named; the claim has her employer for its speaker."""
    attribution = attribution_of(span)
    voice = getattr(span._, "voice", None)
    return attribution if voice is None else replace(attribution, speaker=voice)


def names_score(gold: Sequence[str], given: Sequence[str]) -> Score:
    """How many names are given, and how many of those asked for are among them."""
    right = sum(any(same_name(name, other) for other in given) for name in gold)
    return Score(len(gold), len(given), min(right, len(given)))


def named(name: str | None) -> list[str]:
    """The name, if there is one."""
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
