"""Where a digest leads: to the sentence in the article."""

from corroborate.publish.links import text_link
from corroborate.publish.printable import one_line

NOWHERE = "#"


def target(url: str, quote: str) -> str:
    """The link to a sentence; nothing but the web's own schemes is linked."""
    place = text_link(one_line(url), quote)
    return place if place.lower().startswith(("https://", "http://")) else NOWHERE
