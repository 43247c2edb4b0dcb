"""How an article owns up to having changed: a correction, an update, or a silent edit. A pure rule."""

import re

from corroborate.model.articles import Article
from corroborate.model.notices import notices
from corroborate.model.records import Edit

UPDATED = re.compile(
    r"^\W{0,5}(?:UPDATED?|Updated?)\b(?: ?\d{1,2})?[ :,(\u2013\u2014-]"
    r"|\b(?:this|the) (?:story|article|report|page) (?:has been|was|is being|will be) updated"
    r"|\blast updated\b|\(updates? (?:with|to|throughout|adds)\b|\bupdates? with\b|\bdeveloping story\b",
    re.IGNORECASE | re.MULTILINE,
)


def edit_of(old: Article, new: Article) -> Edit:
    """What a later version says of its own change.

    A notice that was there before tells nothing of this change. A later time of modification counts as saying so: outlets
    show it at the head of the page.
    """
    known = {_told(old, span.start, span.end) for span in notices(old)}
    if any(_told(new, span.start, span.end) not in known for span in notices(new)):
        return Edit.CORRECTION
    if len(UPDATED.findall(new.text)) > len(UPDATED.findall(old.text)):
        return Edit.UPDATE
    if new.modified is not None and (old.modified is None or new.modified > old.modified):
        return Edit.UPDATE
    return Edit.SILENT


def _told(article: Article, start: int, end: int) -> str:
    return " ".join(article.text[start:end].split())
