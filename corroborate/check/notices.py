"""Notices by which an article takes back what it said: "an earlier version of this report said 480"."""

import re
from functools import lru_cache

from corroborate.model.articles import Article
from corroborate.model.claims import Span
from corroborate.model.figures import Kind

NOTICE = re.compile(
    r"\b(correction|corrects|corrected|(?:an?|the) (?:earlier|previous) (?:version|report|story|article)|"
    r"previously (?:said|stated|reported|gave)|(?:was|has been|have been) (?:amended|updated to correct)|"
    r"incorrectly|erroneously|wrongly|misstated|mistakenly|clarification)\b",
    re.IGNORECASE,
)
# A notice speaks of the article itself; "wrongly convicted" and "incorrectly labelled" do not.
OF_ITSELF = re.compile(
    r"\b(correction|corrects|clarification|editor'?s note|version|(?:this|an earlier|a previous|the original) (?:article|story|report)|"
    r"(?:we|was|were|had|has been|been) (?:wrongly |incorrectly |mistakenly )?(?:said|reported|stated|given|corrected|misstated))\b",
    re.IGNORECASE,
)
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
REACH = 400
MOST_NOTICES = 10


@lru_cache(maxsize=512)
def notices(article: Article) -> tuple[Span, ...]:
    """The sentences that announce a correction, each at most 400 characters to either side of its cue."""
    found: dict[Span, None] = {}
    for cue in NOTICE.finditer(article.text):
        left = max(0, cue.start() - REACH)
        before, after = article.text[left : cue.start()], article.text[cue.start() : cue.end() + REACH]
        start = left + max(before.rfind(". ") + 2 if ". " in before else 0, before.rfind("\n") + 1)
        stops = [end for end in (after.find(". "), after.find("\n")) if end >= 0]
        span = Span(start, cue.start() + min(stops, default=len(after)))
        if OF_ITSELF.search(span.cut(article.text)):
            found[span] = None
        if len(found) == MOST_NOTICES:
            break
    return tuple(found)


def tells_of(article: Article, kind: Kind) -> str | None:
    """The notice of an article that speaks of such a figure without naming any: "misstated the amount of the fine"."""
    thing = re.compile(rf"\b(?:{THINGS[kind]})\b", re.IGNORECASE)
    texts = (" ".join(span.cut(article.text).split()) for span in notices(article))
    return next((text for text in texts if thing.search(text) and not re.search(r"\d", text)), None)


def leads_from(notice: str, *, falls: bool) -> bool:
    """What the notice says of the old figure, if anything, is so: it was the higher one where the figure falls."""
    return not (LOWER if falls else HIGHER).search(notice)
