"""Which of a thing's lengths a figure is: how high, how deep, how wide it is, or how far away; how long it is goes without saying."""

import re

from corroborate.match.groups.passages import Passage
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Quantity
from corroborate.model.units import MEASURES

LENGTH, DISTANCE = "length", "distance"
BEHIND: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (aspect, re.compile(rf"[\s)-]*(?:\([^()]{{1,30}}\)\s*)?(?:{words})\b", re.IGNORECASE))
    for aspect, words in (
        ("depth", r"deep|below (?:the )?(?:surface|ground|sea|water|street)|under (?:the )?(?:surface|ground|water|sea)|"
                  r"underground|underwater|down(?! (?:an?|the|into|to|from)\b)|"
                  r"beneath|(?:in|of) depth"),
        ("height", r"high|tall|above (?:the )?(?:ground|sea|street|water|floor)|(?:in|of) (?:height|altitude|elevation)"),
        ("width", r"wide|across|in (?:width|diameter)|broad"),
        ("thickness", r"thick"),
        ("distance", r"(?:to the )?(?:north|south|east|west)\w*|off|away|offshore|inland|from|outside|short of|beyond|apart"),
        ("rain", r"of (?:rain\w*|snow\w*|water)"),
    )
)  # fmt: skip
BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (aspect, re.compile(rf"\b(?:{words})(?: (?:of|at|was|is|to|reached|about|some|nearly|only|just|more than|up to))*\s+$", re.IGNORECASE))
    for aspect, words in (
        ("depth", r"depths?|deep as"),
        ("height", r"heights?|altitudes?|elevations?|high as|tall as"),
        ("width", r"widths?|diameter|wide as"),
        ("distance", r"distance|range"),
    )
)  # fmt: skip
ASPECTS = frozenset(aspect for aspect, _ in (*BEHIND, *BEFORE))
NEAR = 60
"""Characters before a figure in which its aspect is named."""


def extent_told(claim: Claim, passage: Passage) -> str | None:
    """The aspect, None where the words right beside the figure name none: "25 metres below the surface" is a depth."""
    figure = claim.figure
    if claim.kind is not Kind.MEASURE or not isinstance(figure, Quantity):
        return None
    measure = MEASURES.get(figure.unit or "")
    if measure is None or measure.dimension != LENGTH:
        return None
    behind, before = passage.sentence[passage.stop : passage.stop + NEAR], passage.sentence[max(0, passage.place - NEAR) : passage.place]
    found = next((aspect for aspect, pattern in BEHIND if pattern.match(behind)), None)
    if found is not None and found != DISTANCE:
        return found
    return next((aspect for aspect, pattern in BEFORE if pattern.search(before)), found)
