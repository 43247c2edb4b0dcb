"""How many were killed, injured or shot, told in a word: "a double homicide", "bringing the death toll to two", "no one was hurt"."""

import re
from collections.abc import Iterator, Sequence

from corroborate.extract.ranks import ORDINALS
from corroborate.extract.victims.persons import NUMBER, number_of
from corroborate.extract.victims.told import EVENT, FICTION, LEAD, NTH, PAST, SOMEBODY, Counted, Told, Toll, overlap
from corroborate.model.claims import Span

TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:dead|deaths|victims|people killed|those killed))\b(?: [a-z]+){0,4}? (?:to|at|is|was|of) "
    rf"(?P<number>{NUMBER})\b(?! \w+ (?:wounded|injured))",
    re.IGNORECASE,
)
LAST = re.compile(
    rf"\b(?:the|a) (?P<nth>{NTH}) (?:\w+ )?{SOMEBODY} (?:to die |to have died |killed |who (?:has )?died )?"
    rf"(?:in|from|of) (?:the|this|[A-Z]\w+['’]s|that|last \w+['’]s) (?:[\w-]+ ){{0,2}}?{EVENT}\b"
)
NTH_DIED = re.compile(
    rf"\b[Aa] (?P<nth>{NTH}) (?:[\w-]+ )?{SOMEBODY}\b(?: (?!who\b)[^\s,.;:]+){{0,8}}? (?:has |have )?(?:since |now |later |also )?died\b"
)
""" "A third victim of Saturday's shooting has died": so three have."""

NTH_FOUND = re.compile(
    rf"\b(?:body|remains) of (?:the|a|an) (?P<nth>{NTH}|(?P<number>\d{{1,3}})(?:st|nd|rd|th)) (?:[\w-]+ )?{SOMEBODY}\b", re.IGNORECASE
)
""" "The body of a 12th victim was found": so twelve have died."""
DEADLY = re.compile(r"\b(?:kill|die|dead|death|fatal)")
MULTIPLE = re.compile(
    r"\b(?P<times>double|triple|quadruple|quintuple) (?:fatal )?(?P<deed>homicide|murder|killing|slaying|fatality|shooting)s?\b(?!-)",
    re.IGNORECASE,
)
TIMES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
_HARM = "(?:injuries|casualties|deaths|fatalities)"
NOBODY = re.compile(
    r"\b(?:(?:no one|no-one|nobody|no people|no passengers or crew|none of (?:the|those|its) (?:\w+ ){0,2}(?:on board|aboard|passengers)) "
    r"(?:on board |aboard )?(?:was|were|has been|have been|is|are) (?:\w+ly )?(?P<fate>hurt|injured|wounded|harmed|killed)"
    rf"|no (?:reported )?(?P<harm>{_HARM})(?: or \w+)? (?:were|was|have been|had been) (?:immediately )?reported"
    rf"|(?:there were|were|caused|reported) no (?:reported )?(?P<none>{_HARM})\b(?!(?: \w+){{0,4}} (?:among|to) ))",
    re.IGNORECASE,
)


def multiple(text: str, cued: Sequence[tuple[int, Span]], told: Sequence[Told], year: int | None) -> Iterator[Toll]:
    """ "A double homicide", "a triple shooting"."""
    for number, one in cued:
        found = MULTIPLE.search(text, one.start, one.end)
        if found is None or FICTION.search(one.cut(text)) or (number >= LEAD and PAST.search(one.cut(text))):
            continue
        fate = "shot" if found["deed"].lower() == "shooting" else "killed"
        size = TIMES[found["times"].lower()]
        if any(other.fate.name == fate and other.row.size > size for other in told):
            continue
        if any(other.fate.name == fate and other.row.size == size and other.row.is_counted for other in told):
            return
        yield Toll(Span(found.start(), found.end()), fate, size, f"people enumerated, {fate}")
        return


def reached(text: str, cued: Sequence[tuple[int, Span]], counted: Sequence[Counted]) -> Iterator[Toll]:
    """ "Bringing the death toll to two", where the number is no figure yet."""
    for _, one in cued:
        found = TOLL.search(text, one.start, one.end)
        if found is not None and not any(overlap(other.span, found.start("number"), found.end()) for other in counted):
            yield Toll(Span(found.start("number"), found.end("number")), "killed", number_of(found["number"]), "people counted, killed")
            return
        last = LAST.search(text, one.start, one.end) or NTH_DIED.search(text, one.start, one.end)
        if last is not None and DEADLY.search(text, one.start, last.end()):
            yield Toll(Span(last.start("nth"), last.end("nth")), "killed", ORDINALS[last["nth"]], "people counted, killed")
            return
        body = NTH_FOUND.search(text, one.start, one.end)
        if body is not None and PAST.search(one.cut(text)) is None:
            size = int(body["number"]) if body["number"] else ORDINALS[body["nth"].lower()]
            yield Toll(Span(body.start("nth"), body.end("nth")), "killed", size, "people counted, killed")
            return


def nobody(text: str, cued: Sequence[tuple[int, Span]]) -> Iterator[Toll]:
    """ "No one was hurt", where nobody was."""
    for _, one in cued:
        found = NOBODY.search(text, one.start, one.end)
        if found is None or PAST.search(one.cut(text)):
            continue
        harm = (found["fate"] or found["harm"] or found["none"]).lower()
        fate = "killed" if harm in ("killed", "deaths", "fatalities") else "injured"
        yield Toll(Span(found.start(), found.end()), fate, 0, f"nobody {fate}")
        return
