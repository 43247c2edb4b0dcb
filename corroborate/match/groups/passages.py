"""The words around a figure, told once: its clause without asides, and the words before and behind the figure."""

import re
from dataclasses import dataclass

from corroborate.match.groups.clauses import clause_around, words_after, words_before
from corroborate.model.claims import Claim

AROUND = 600
"""Characters of a sentence before and after a figure that are looked at, however long the sentence."""

ASIDE = re.compile(
    r",\s+(?:including|among (?:them|whom)|(?:some|most|many|all|both|one|\w+) of (?:them|whom)|aged?|mostly|mainly|who|which|whose)\b"
    r"[^,;:.]{1,90},(?=\s+(?!and\b)[a-z])|"
    r",\s+(?:an?|two|three|four|both)\b[^,;:.]{1,90},(?=\s+(?:were|was|are|is|have|has|had|died|suffered|remain(?:s|ed)?)\b)",
    re.IGNORECASE,
)
"""What stands between a subject and its verb: "Four victims, including a mother of two, have died"; "Two others, a girl and a man,
were hurt"."""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A figure in its clause, which is `clause[start:end]` and written "#"; `sentence[place:stop]` is the figure there.

    `before` and `after` are the stems of the clause around it, nearest first.
    """

    sentence: str
    place: int
    stop: int
    clause: str
    start: int
    end: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    low: int
    high: int
    """The bounds of the clause in the sentence."""


def passage_of(claim: Claim) -> Passage:
    """The surroundings of a claim's figure."""
    within = max(0, claim.span.start - claim.sentence.start)
    cut = max(0, within - AROUND)
    place, stop = within - cut, within - cut + claim.span.end - claim.span.start
    sentence = without_asides(claim.sentence.text[cut : within + AROUND], place, stop)
    low, high = clause_around(sentence, place, stop)
    clause = sentence[low:place] + " # " + sentence[stop:high]
    start, end = place - low, place - low + 3
    return Passage(
        sentence, place, stop, clause, start, end, tuple(words_before(clause, start)), tuple(words_after(clause, end)), low, high
    )


def without_asides(sentence: str, start: int, end: int) -> str:
    """The sentence with asides blanked that stand apart from the figure at `sentence[start:end]`; its places stay."""
    if sentence.count(",") < 2:
        return sentence
    return ASIDE.sub(lambda aside: aside.group() if aside.start() < end and start < aside.end() else " " * len(aside.group()), sentence)
