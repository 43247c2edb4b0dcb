"""Notices by which an article takes back what it said: "an earlier version of this report said 480"."""

import re

from corroborate.model.articles import Article
from corroborate.model.figures import Kind
from corroborate.model.notices import notices as notices

# What a notice may speak of without naming the figure: "gave a higher number of dead", "misstated the amount of the fine".
THINGS = {
    Kind.COUNT: r"numbers?|tolls?|counts?|tall(?:y|ies)|figures?|how many|totals?",
    Kind.MONEY: r"amounts?|sums?|figures?|price|size|value|costs?|fine|totals?",
    Kind.PERCENT: r"percentages?|shares?|figures?|rates?|proportion|increase|rise|fall",
    Kind.MEASURE: r"figures?|size|height|length|speed|distance|magnitude|strength|temperature|weight|area|depth",
    Kind.DURATION: r"length|duration|term|age|sentence|period|how long|how old",
    Kind.DATE: r"dates?|days?|when|timing|month|year",
    Kind.PERIOD: r"dates?|days?|when|timing|months?|years?|period",
    Kind.PARTY: r"names?|who|buyer|seller|company|person|identity",
    Kind.RANK: r"rank\w*|place|order|position",
}
HIGHER = re.compile(r"\b(?:higher|larger|greater|bigger|more|too (?:high|many|large)|overstat\w+)\b", re.IGNORECASE)
LOWER = re.compile(r"\b(?:lower|smaller|fewer|less|too (?:low|few|small)|understat\w+)\b", re.IGNORECASE)


def tells_of(article: Article, kind: Kind) -> str | None:
    """The notice of an article that speaks of such a figure without naming any: "misstated the amount of the fine"."""
    thing = re.compile(rf"\b(?:{THINGS[kind]})\b", re.IGNORECASE)
    texts = (" ".join(span.cut(article.text).split()) for span in notices(article))
    return next((text for text in texts if thing.search(text) and not re.search(r"\d", text)), None)


def leads_from(notice: str, *, falls: bool) -> bool:
    """What the notice says of the old figure, if anything, is so: it was the higher one where the figure falls."""
    return not (LOWER if falls else HIGHER).search(notice)
