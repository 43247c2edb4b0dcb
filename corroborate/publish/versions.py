"""Two versions of an article against each other, sentence by sentence, with the words that differ marked."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

SENTENCE = re.compile(r"(?<=[.!?\u201d\"])\s+(?=[A-Z\u201c\"(])|\n+")
COMPARED = 600
"""Sentences of each version that are compared: the time grows with their square."""

ALIKE = 0.5
WORDS = 300


def differences(old: str, new: str) -> tuple[str, ...]:
    """What came, went and changed, in the order of the text: lines that begin with `+`, `-` or `~`.

    >>> differences("The ferry sank. Police counted 42 injured.", "The ferry sank. Police counted 57 injured.")
    ('~ Police counted [-42-] {+57+} injured.',)
    """
    before, after = _sentences(old), _sentences(new)
    found = list[str]()
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            found += _changed(before[i:j], after[k:m])
    return tuple(found)


def _sentences(text: str) -> list[str]:
    return [" ".join(part.split()) for part in SENTENCE.split(text) if part.strip()][:COMPARED]


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Sentences that took each other's place are shown as one where they are alike, in the order of the new version."""
    left = list(before)
    for sentence in after:
        twin = next((one for one in left if _likeness(one, sentence) >= ALIKE), None)
        if twin is None:
            yield f"+ {sentence}"
            continue
        place = left.index(twin)
        yield from (f"- {gone}" for gone in left[:place])
        del left[: place + 1]
        yield f"~ {' '.join(_marked(twin.split(), sentence.split()))}"
    yield from (f"- {gone}" for gone in left)


def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(None, old.split()[:WORDS], new.split()[:WORDS], autojunk=False).ratio()


def _marked(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from old[i:j]
            continue
        if i < j:
            yield f"[-{' '.join(old[i:j])}-]"
        if k < m:
            yield f"{{+{' '.join(new[k:m])}+}}"
