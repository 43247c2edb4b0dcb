"""What is past its time goes; what somebody decided about, or what differs, stays as long as it was promised."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from corroborate.config import KeepSection
from corroborate.crawl.archive import Archive
from corroborate.errors import ArchiveError, UsageError
from corroborate.measure.newsstand import FIRST_DAY, Newsstand
from corroborate.measure.serving import bring_in
from corroborate.model.decisions import Action, Review
from corroborate.model.pages import Page
from corroborate.retention import Retained, retain
from corroborate.store import Store
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_article, ferry_matching, ferry_reading, revision_of

LATER = NOON + timedelta(days=100)
SOON = timedelta(days=1)
UNARCHIVED = "2026-10-14.warc.gz"
"""Where the newsdesk says that its pages lie."""


def matched(store: Store) -> None:
    left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
    for one in (left, right):
        store.revisions.add(revision_of(one.article))
        store.readings.save(one, "1")
    store.matches.save(*ferry_matching(left, right), now=NOON)
    with store._database.writing() as session:
        session.connection().exec_driver_sql("DELETE FROM due_articles")


def counts(store: Store) -> dict[str, int]:
    return {name: rows for name, rows in store.counts().items() if rows and name not in ("journal", "marks", "outlets")}


def test_a_story_with_a_difference_outlives_those_without_and_goes_when_all_do(store: Store, tmp_path: Path) -> None:
    matched(store)
    before, archive = counts(store), Archive(tmp_path)

    retain(store, archive, KeepSection(articles=40), LATER)
    assert counts(store) == before

    retain(store, archive, KeepSection(stories=101), LATER)
    assert counts(store) == before

    assert retain(store, archive, KeepSection(stories=99), LATER).stories == 1
    assert counts(store) == {}
    assert store.check() == ()


@pytest.mark.parametrize("subject", ["discrepancy", "group", "story", "article"])
def test_what_somebody_decided_about_is_kept(store: Store, tmp_path: Path, subject: str) -> None:
    matched(store)
    record = next(iter(store.discrepancies.all())).discrepancy
    article = ferry_article(GAZETTE, GAZETTE_URL, "45").id
    named = {"discrepancy": record.id, "group": record.group, "story": record.story, "article": article}[subject]
    store.reviews.add(Review(Action.NOTE, (named,), "Ines", NOON, note="asked the port"))
    before = counts(store)

    retain(store, Archive(tmp_path), KeepSection(articles=40, stories=40), LATER)

    assert counts(store) == before


def test_an_article_that_waits_to_be_matched_is_not_lost(store: Store, tmp_path: Path) -> None:
    store.readings.save(ferry_reading(), "1")

    retain(store, Archive(tmp_path), KeepSection(articles=40), LATER)

    assert len(list(store.readings.current())) == 1


def page(url: str, body: bytes) -> Page:
    return Page(url, url, 200, "text/html", body, NOON)


def test_raw_pages_go_but_for_those_on_which_a_finding_rests(store: Store, tmp_path: Path) -> None:
    archive, fresh = Archive(tmp_path), Archive(tmp_path)
    matched(store)
    alone = ferry_article("Fjord Post", "https://fjord.example/x", "42")
    young = ferry_article("Fjord Post", "https://fjord.example/y", "42", LATER - SOON)
    revisions = {}
    for writer, article in ((archive, alone), (archive, ferry_article(GAZETTE, GAZETTE_URL, "45")), (fresh, young)):
        kept = revision_of(article)
        object.__setattr__(kept, "archived", writer.write(page(article.url, article.url.encode())))
        with store._database.writing() as session:
            session.connection().exec_driver_sql("DELETE FROM revisions WHERE article = '" + article.id + "'")
        store.revisions.add(kept)
        revisions[article.url] = kept

    found = retain(store, Archive(tmp_path), KeepSection(pages=90), LATER)

    assert (found.files, found.pages) == (1, 1)
    links = {url: store.revisions.get(one.id).archived for url, one in revisions.items()}
    assert archive.read(links[GAZETTE_URL]).body == GAZETTE_URL.encode()
    assert archive.read(links[young.url]).body == young.url.encode()
    with pytest.raises(ArchiveError, match="let go of when its time was over"):
        archive.read(links[alone.url])
    assert alone.revision not in {one.id for one in store.revisions.unread("2")}
    assert [name for name, _ in store.revisions.archived() if name not in {path.name for path in tmp_path.iterdir()}] == [UNARCHIVED]
    assert len(list(tmp_path.glob("*.warc.gz"))) == 2
    assert store.retention.leaving() == ()


def test_the_past_is_told_since_then_and_not_before(store: Store, tmp_path: Path) -> None:
    hours: Callable[[], datetime] = iter(NOON + timedelta(days=day) for day in range(1000)).__next__
    store._database.clock = hours
    matched(store)

    forgotten = retain(store, Archive(tmp_path), KeepSection(past=95), LATER)

    assert forgotten.past > 0
    with pytest.raises(UsageError, match="keeps its past since"), store.snapshot(NOON + timedelta(days=4)):
        pass
    with store.snapshot(NOON + timedelta(days=5)) as then:
        assert [record.story.title for record in then.stories.records()] == ["Ferry Marisol runs aground"]
    assert store.check() == ()


def test_a_database_levels_off_when_as_much_goes_as_comes(copied_sqlite: str, tmp_path: Path) -> None:
    """A story a day, let go of after forty days, and the past after ten."""
    keep, stand, sizes, now = KeepSection(stories=40, past=10), Newsstand(1, articles_each=2, claims_each=2), [], FIRST_DAY
    with Store.open(copied_sqlite, clock=lambda: now) as store:
        for day in range(80):
            now = FIRST_DAY + timedelta(days=day)
            bring_in(store, [stand.story(day, now)])
            if day % 10 == 9:
                assert isinstance(retain(store, Archive(tmp_path), keep, now), Retained)
                sizes.append(sum(store.counts().values()))
        faults = store.check()

    assert sizes[-1] == pytest.approx(sizes[5], rel=0.05)
    assert sizes[5] > 2 * sizes[1]
    assert faults == ()
