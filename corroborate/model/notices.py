"""Notices by which an article takes back what it said: "an earlier version of this report said 480"."""

import re
from functools import lru_cache

from corroborate.model.articles import Article
from corroborate.model.claims import Span

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
REACH = 400
MOST_NOTICES = 10
KEPT = 1 << 14
"""Texts of which it is remembered, for when their story goes on."""


def notices(article: Article) -> tuple[Span, ...]:
    """The sentences that announce a correction, each at most 400 characters to either side of its cue."""
    return _noticed(article.text)


@lru_cache(maxsize=KEPT)
def _noticed(text: str) -> tuple[Span, ...]:
    found: dict[Span, None] = {}
    for cue in NOTICE.finditer(text):
        left = max(0, cue.start() - REACH)
        before, after = text[left : cue.start()], text[cue.start() : cue.end() + REACH]
        start = left + max(before.rfind(". ") + 2 if ". " in before else 0, before.rfind("\n") + 1)
        stops = [end for end in (after.find(". "), after.find("\n")) if end >= 0]
        span = Span(start, cue.start() + min(stops, default=len(after)))
        if OF_ITSELF.search(span.cut(text)):
            found[span] = None
        if len(found) == MOST_NOTICES:
            break
    return tuple(found)
