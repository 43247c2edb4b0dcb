from dataclasses import replace
from datetime import UTC, datetime

from corroborate.match.stories.sketches import EMBEDDED, lead
from corroborate.model.articles import Article, Reading
from corroborate.model.ids import digest

TEXT = "Coastguards took 57 people off the ferry."
ARTICLE = Article(
    id="a1",
    revision="r1",
    url="https://tarnbridge.example/ferry",
    outlet="Tarnbridge Echo",
    title="Ferry runs aground off Hollin Head",
    text=TEXT,
    text_digest=digest(TEXT),
    seen=datetime(2031, 5, 4, tzinfo=UTC),
)


def test_a_title_printed_on_top_of_the_text_is_told_once() -> None:
    printed = replace(ARTICLE, text=f"{ARTICLE.title}\n{TEXT}")

    assert lead(Reading(printed, ())) == lead(Reading(ARTICLE, ())) == f"{ARTICLE.title}. {TEXT}"


def test_a_long_title_takes_nothing_from_the_lead() -> None:
    article = replace(ARTICLE, title="Ferry " * 50, text=f"{TEXT} The rest is told below." * 20)

    assert lead(Reading(article, ())).endswith(article.text[:EMBEDDED])
