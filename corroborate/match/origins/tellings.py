"""Whether a sentence gives its figure as somebody's word at all: "the storm claimed 14 lives" does not, nor does "it emerged that"."""

import re

from corroborate.match.words import STOPWORDS
from corroborate.model.claims import Attribution

WORD = re.compile(r"[^\W_]+")
IMPERSONAL = re.compile(
    r"^(?:[^,;:“”\"]{0,60}, |(?:[Bb]y now|[Mm]eanwhile|[Nn]ow|[Ss]oon|[Ll]ater|[Yy]et|[Bb]ut|[Aa]nd) )?"
    r"(?:[Ii]t (?:has |had |was |is |then |later |soon |now |also |only |just |since |by now |already |still |not |quite |become |became )*"
    r"(?:emerged?|transpire[sd]?|turn(?:s|ed) out|appear(?:s|ed)|seem(?:s|ed)|clear|plain|certain|evident|obvious|known|understood|unclear)"
    r"|[Ww]hat is (?:certain|clear|known|sure|beyond doubt))\b"
)
"""Nobody tells what emerges or is clear by now, whoever spoke before."""

DEEDS = {
    "claim": re.compile(r"\bclaim(?:s|ed|ing)? (?:the )?(?:[\w,.-]+ )?(?:lives|life|victims)\b"),
    "put": re.compile(r"\bput(?:s|ting)? (?:[^\s,;:]+ ){1,9}(?:into|aside|towards?|behind)\b"),
    "recall": re.compile(r"\b(?:(?:is|are|was|were|be|had|has|have|will) )?recall(?:s|ed|ing)? (?!that\b|how\b|when\b|seeing\b|hearing\b)"),
    "call": re.compile(r"\bcall(?:s|ed|ing)? (?:[^\s,;:]+ ){1,9}back\b"),
}
"""Deeds whose verbs are also verbs of saying."""

DEED_CUES = re.compile(r"^(claim|put|recall|call)(?:s|ed|ing|ting)?$")

ABOUT = re.compile(
    r"\b(?:letter|memo|memorandum|filing|indictment|ruling|judgment|verdict|report|audit|lawsuit|suit|complaint|petition|notice)"
    r"(?:,[^,]{1,60},)? (?:(?:is|was|were|are|had been|has been|have been|will be) (?:\w+ly |first |only |then |also )?"
    r"(?:sent|dated|delivered|written|addressed|posted|handed|received|filed|lodged|published|released|issued|read out|drafted|signed|"
    r"leaked|unsealed|submitted|mailed|forwarded|handed down|made public|brought|due|expected)\b|(?:went|came|goes|reached|arrived|fell"
    r"|bears the date)\b)"
    r"|\b(?:sent|wrote|delivered|addressed|posted|handed|filed|lodged|published|released|issued|received|signed|submitted|mailed|read out|"
    r"unsealed) (?:the|its|an?|their|his|her|that) (?:\w+ ){0,2}?(?:letter|memo|memorandum|filing|indictment|ruling|judgment|verdict|report"
    r"|audit|lawsuit|suit|complaint|petition|notice)\b"
)
"""What is told of a document itself is not what it says: "the letter was sent on 9 May"."""

ANNOUNCED = re.compile(
    r"\b(announce[sd]?|disclosed|unveiled|revealed|published|confirmed) (?:the|its|an?|their|his|her) "
    r"(?:(?!to\b|from\b|for\b|by\b)[\w'’-]+ ){1,4}(?:on )?$"
)
"""Behind it comes the day of the announcement."""

BELIEVED = re.compile(r"\b(?:thought|believed|considered|regarded|assumed|reputed|feared)\b", re.IGNORECASE)

AT_LARGE = re.compile(r"\b[Tt]he (company|firm|carmaker|airline|operator|retailer|maker|bank|lender|group|start-up|startup)\b(?:['’]s)?")


def is_nobodys_word(attribution: Attribution, sentence: str) -> bool:
    """Somebody seems to speak, but the sentence tells a deed, or what is known by now."""
    cue, impersonal = (attribution.cue or "").lower(), IMPERSONAL.match(sentence)
    if impersonal is not None and (cue in impersonal.group().lower().split() or not is_named_in(attribution.speaker or "", sentence)):
        return True
    deed = DEED_CUES.match(cue)
    return deed is not None and DEEDS[deed.group(1)].search(sentence) is not None


def is_believed(attribution: Attribution) -> bool:
    """Nobody in particular holds it: "it is thought to be the largest"."""
    return attribution.cue is not None and BELIEVED.search(attribution.cue) is not None


def is_about_document(sentence: str) -> bool:
    """The sentence tells of a document when or to whom it went, not what is in it."""
    return ABOUT.search(sentence) is not None


def tells_its_own_day(cue: str | None, told: str) -> bool:
    """What stands before a past day says that somebody announced something on it: "The agency announced the fine on". When
    somebody spoke is not what he said; "it announced that the work had ended on" is.
    """
    found = ANNOUNCED.search(told)
    return found is not None and cue is not None and cue.lower() == found.group(1)


def is_named_in(speaker: str, sentence: str) -> bool:
    """A telling word of the speaker stands in the sentence; else it was carried over from another."""
    held = {word.lower() for word in WORD.findall(sentence)}
    return any(word.lower() in held for word in WORD.findall(speaker) if word.lower() not in STOPWORDS)


def body_at_large(sentence: str) -> str | None:
    """ "The company", where the sentence says no more of who speaks: "as the company's press release puts it"."""
    found = AT_LARGE.search(sentence)
    return f"the {found.group(1)}" if found is not None else None
