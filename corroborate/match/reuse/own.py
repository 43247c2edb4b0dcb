"""What of an article's text is its own report: without quotations, bylines, captions, notes and invitations."""

import re
from collections.abc import Iterator

LONGEST = 60_000
"""Characters of an article that are looked at."""

LONGEST_NOTE = 400
"""A longer line is no caption or note, whatever it begins with."""

QUOTATION = re.compile(r"[“\"][^“”\"\n]{1,1000}[”\"]")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]?")
NOTE = re.compile(
    r"""^[\s*•>|\[(_-]*(?:
    by\ (?-i:[A-Z][\w.'’-]+(?:\ [A-Z][\w.'’-]*){1,3})\s*(?:,|\||[-–—]|and\ (?-i:[A-Z])|$) | by\ (?:staff|our)\b | (?:written|story)\ by\b
    | from\ (?-i:[A-Z]\w+\ [A-Z]\w+),\ (?:in|correspondent) | staff\ (?:writer|reporter)s?\s*$
    | (?:file\ )?(?:photo|photograph|image|picture|video|graphic|illustration|caption)s?\b\s?(?:by\b|:|/|\(|credit|courtesy)
    | (?:photo|image)\ ?credit
    | (?:credit|sources?|via|courtesy|tags?|topics|filed\ under|share|watch|listen|live|gallery|related|trending)\b\s?:
    | courtesy\ of\b
    | read\ (?:more|also|next|full|the\ full) | also\ read | see\ also | related\ (?:stories|articles|content|news|topics)
    | more\ (?:on\ this|stories|news|coverage)\b
    | (?:most|recommended)\ (?:read|for) | sign\ up | subscribe | get\ (?:our|the\ latest|breaking|more|all|alerts|updates)
    | follow\ (?:us|@|our|live) | join\ (?:our|us|the\ conversation) | like\ us | download\ (?:our|the) | click\ (?:here|to|on)
    | tap\ (?:here|to) | share\ this | support\ (?:our|independent) | become\ a\ (?:member|subscriber)
    | advertisement\s*$ | sponsored\ (?:by|content) | continue\ reading | skip\ (?:to|past) | story\ continues
    | this\ (?:video|content|site|website)\b
    | © | copyright\ (?:\d|©|\() | \(c\)\ \d | all\ rights\ reserved | (?:this|the)\ material\ may\ not
    | (?:correction|clarification)s?\s*(?::|\(|[-–—]|$) | editor['’]?s['’]?\ note | an\ earlier\ version | we\ regret
    | this\ (?:story|article|report|piece|post|copy)\ (?:was|has|is|will|first|originally|may)
    | (?:first\ |last\ )?(?:updated|published|posted|modified|edited)\b(?:\ (?:on|at|by|in))?[\s:,]*
      (?:\d|[A-Z][a-z]{2,8}\.?,?\ \d|(?:mon|tue|wed|thu|fri|sat|sun)|an?\ |(?:\w+\ )?(?:hours?|minutes?|days?))
    | (?:additional\ |with\ )?(?:reporting|writing|editing|compiled|translated)\ (?:by|from)\ (?-i:[A-Z]) | with\ files\ from
    | .{2,60}\ contributed\ to\ this\ (?:report|story|article)
    | (?:contact|email|e-mail|write\ to|reach)\ (?:us|the\ (?:author|reporter|newsroom)|(?-i:[A-Z]\w+\ [A-Z]\w+)\ at)
    | (?:do\ you\ have|have\ you\ got|got|have)\ (?:a\ (?:news\ )?tip|a\ story|more\ information|something)
    | (?:latest|breaking|top|local|world)\ (?:news|stories|headlines)\s*$ | \d+\ (?:min|minute)s?\ read | your\ (?:email|inbox)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""How lines and sentences begin that sites put around a report."""

AGENCY = r"\((?:[A-Z]{2,6}|[A-Z][\w&.-]{1,30}(?: [A-Z][\w&.-]{1,30}){0,3})\)"
TAG = re.compile(rf"^\s*(?:[A-Z][A-Z'’. /-]{{2,40}}(?:, [A-Z][\w. ]{{1,25}})?[^()\n]{{0,20}})?{AGENCY}\s{{0,2}}[-–—]+", re.M)
DATELINE = re.compile(r"^\s*[A-Z][A-Z'’. /-]{3,40}(?:, [A-Z][\w.]{1,20})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?\s{0,2}[-–—]\s", re.M)
CLOSING_TAG = re.compile(rf"\s*{AGENCY}\s*$", re.M)


def own_text(text: str) -> str:
    """The report itself: datelines, tags, notes and quotations taken out.

    >>> own_text("By Mona Farr, Staff\\nPORT ELM (AP) - It rained. Sign up for our newsletter.").strip()
    'It rained.'
    """
    lines = (line for line in text[:LONGEST].split("\n") if len(line) > LONGEST_NOTE or not NOTE.match(line))
    return "\n".join(_without_notes(line) for line in lines)


def _without_notes(line: str) -> str:
    plain = QUOTATION.sub(" ", CLOSING_TAG.sub("", DATELINE.sub(" ", TAG.sub(" ", line))))
    return "".join(_reported(plain))


def _reported(line: str) -> Iterator[str]:
    """The line's sentences that are no notes; notes come in pairs, so the one behind a note is looked at too."""
    for found in SENTENCE.finditer(line):
        if not NOTE.match(found.group()):
            yield found.group()
