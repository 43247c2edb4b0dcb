"""Whether a clause looks back or ahead, by closed lists of cues: enough to tell which November is meant, without a tagger."""

import re
from enum import Enum

from corroborate.extract.lexicon import words


class Tense(Enum):
    """Which way from its publication a sentence looks where a date stands."""

    PAST = "past"
    FUTURE = "future"
    UNTOLD = "untold"


AHEAD = (
    r"\b(?:will|won['’]t|shall|would|may|might|could|can|should|must|going to|upcoming|forthcoming)\b|['’]ll\b"
    r"|\b(?:is|are|was|were|be|been|being) (?:\w{1,20}ly )?(?:due|expected|scheduled|set|slated|likely|supposed|projected"
    r"|forecast|about|planned|poised|bound)\b"
    r"|\b(?:is|are|was|were) to\b|\b(?:due|expected|scheduled|set|slated|poised|ready|planned|timed|postponed|delayed|extended"
    r"|deadline|expires?|expiring) (?:to|for|until|by|on|in|of|at)\b"
    r"|\b(?:plans?|planned|planning|aims?|aimed|aiming|intends?|intended|hopes?|hoped|hoping|wants?|wanted|vow(?:s|ed)?"
    r"|pledge[sd]?|promise[sd]?|agree[sd]?"
    r"|expects?|needs?|ha(?:s|ve|d)|ask(?:s|ed)?|order(?:s|ed)?|urge[sd]?|call(?:s|ed)?(?: on \w{1,20})?|threaten(?:s|ed)?"
    r"|prepar(?:es|ed|ing)|decide[sd]?|vote[sd]?) to\b"
    r"|\b(?:opens|begins|starts|ends|closes|meets|votes|resumes|expires|launches|kicks off|takes (?:place|effect)"
    r"|goes (?:on sale|live|into effect)|comes into (?:force|effect)"
    r"|runs (?:from|until|through)|holds|hosts|faces|returns|arrives|is open|are open)\b"
)
BACK = (
    r"\b(?:was|were|had|has|have|did|didn['’]t|been)\b|\b[a-z]{2,20}[a-z]ed\b|\b(?:ago|earlier|last|since|previously)\b"
    r"|\b(?:began|became|broke|brought|built|bought|came|caught|chose|cost|cut|drew|drove|fell|felt|fled|flew|found|fought|gave"
    r"|got|grew|held|hit|kept|knew|laid|led|left|lent|lost"
    r"|made|meant|met|paid|put|ran|rose|said|sank|sat|saw|sent|shook|shot|shut|slid|sold|sought|spent|split|spoke|stood|stole"
    r"|struck|sued|swore|swept|taught|told|took|threw|went|won"
    r"|withdrew|wrote|sprang|spread|burst|froze|beat|bore|bid|dealt|fed|hung|hurt|learnt|lit|overtook|overthrew|quit|read|rode"
    r"|sang|shrank|slept|stuck|thought|understood|wore)\b"
)
CUES = re.compile(rf"(?P<ahead>{AHEAD})|(?P<back>{BACK})")
CLAUSE_ENDS = re.compile(
    r"[,;:()“”\"]|\s[-–—]\s|\b(?:and|but|which|who|that|while|when|because|although|though|after|before|as|if|where|until)\b"
)
NOT_PAST = words(
    "need indeed feed seed speed hundred red bed shed exceed proceed succeed breed freed united so-called deed greed weed agreed-upon"
)


def tense_at(sentence: str, start: int, end: int) -> Tense:
    """The tense that governs `sentence[start:end]`: the nearest cue of its clause, before it rather than after it, else of the sentence.

    >>> tense_at("The lock will open on Friday, Varga said.", 22, 28)
    <Tense.FUTURE: 'future'>
    """
    cues = [cue for cue in CUES.finditer(sentence) if cue[0].lower() not in NOT_PAST and (cue.end() <= start or cue.start() >= end)]
    if not cues:
        return Tense.UNTOLD
    ends = [mark.start() for mark in CLAUSE_ENDS.finditer(sentence)]
    nearest = min(cues, key=lambda cue: _distance(cue, start, end, ends))
    return Tense.FUTURE if nearest["ahead"] else Tense.PAST


def _distance(cue: re.Match[str], start: int, end: int, ends: list[int]) -> tuple[int, bool, int]:
    behind = cue.start() >= end
    low, high = (end, cue.start()) if behind else (cue.end(), start)
    borders = sum(1 for place in ends if low <= place < high)
    return borders, behind, high - low
