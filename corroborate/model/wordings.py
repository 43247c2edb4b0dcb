"""Figures in words: as the article has them, hedge included, and as plain decimals."""

from decimal import Decimal

from corroborate.model.claims import Claim
from corroborate.model.figures import Approx, Participation, Period, Quantity

HEDGES = {
    Approx.EXACT: "",
    Approx.ABOUT: "about ",
    Approx.NEARLY: "nearly ",
    Approx.MORE_THAN: "more than ",
    Approx.AT_LEAST: "at least ",
    Approx.LESS_THAN: "less than ",
    Approx.AT_MOST: "up to ",
    Approx.BETWEEN: "",
    Approx.VAGUE: "",
}
RELATIONS = {"since": "since ", "until": "until ", "by": "by ", "before": "before ", "after": "after "}


def plain(value: Decimal) -> str:
    """A decimal without exponent or needless zeros: `28800000`, `3.4`."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def join(names: tuple[str, ...] | list[str]) -> str:
    """A list as a sentence has it: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def wording(claim: Claim) -> str:
    """The claim's figure with the hedge that stands outside its surface: "nearly 25,000", "since March"."""
    figure, surface = claim.figure, " ".join(claim.surface.split())
    if isinstance(figure, Quantity):
        lacks_between = figure.approx is Approx.BETWEEN and " and " in surface and "between" not in surface.lower()
        return f"{'between ' if lacks_between else HEDGES[figure.approx]}{surface}"
    if isinstance(figure, Period):
        relation = RELATIONS.get(figure.relation, "")
        return surface if surface.lower().startswith(relation) else f"{relation}{surface}"
    if isinstance(figure, Participation):
        return join(figure.names)
    return surface
