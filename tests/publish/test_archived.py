"""Which archived page an id stands for, and an article's versions against each other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corroborate.errors import UnknownId, UsageError
from corroborate.publish.lookup import archived_revision, show_any
from corroborate.store import Store
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading, later_edition, revision_of

FIRST, LATER, OTHER = ferry_reading(), later_edition(), ferry_reading(GAZETTE, GAZETTE_URL, "45")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path / 'news.db'}") as opened:
        for one in (FIRST, LATER, OTHER):
            opened.revisions.add(revision_of(one.article))
            opened.readings.save(one, "1")
        opened.matches.save(*ferry_matching(LATER, OTHER), now=NOON)
        yield opened


def test_an_article_stands_for_its_current_page_and_a_claim_for_the_one_it_was_read_from(store: Store) -> None:
    assert archived_revision(store, LATER.article.id).id == LATER.article.revision
    assert archived_revision(store, FIRST.article.revision).id == FIRST.article.revision
    assert archived_revision(store, OTHER.claims[0].id).id == OTHER.article.revision


def test_what_stands_for_several_pages_or_none_is_told(store: Store) -> None:
    (story,) = store.stories.all()

    with pytest.raises(UsageError, match="several pages"):
        archived_revision(store, story.id)
    with pytest.raises(UnknownId):
        archived_revision(store, "r_none")


def test_an_article_shows_its_versions_with_figures_first_and_says_how_it_owned_up(store: Store) -> None:
    shown = show_any(store, LATER.article.id, width=200)

    assert "1 figure changed (a silent edit)" in shown
    assert '42 -> 57: "Police said 57 passengers were injured."' in shown
    assert "~ Police said [-42-] {+57+} passengers were injured." in shown
