from dataclasses import replace
from xml.etree.ElementTree import fromstring

import feedparser
import pytest

from corroborate.model.alerts import SavedSearch
from corroborate.model.findings import Side
from corroborate.model.records import ClaimRecord, DiscrepancyRecord
from corroborate.publish.feeds import ATOM, discrepancy_feed, search_feed, to_atom
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading

BASE = "http://localhost:8000"
HOSTILE = "</title><script>alert('x')</script>\x00\x1b[31m\u202e]]>&amp;\ud800\ufffe"


def disputed(**fields: object) -> DiscrepancyRecord:
    _, assessments = ferry_matching(ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45"))
    return DiscrepancyRecord(replace(assessments[0].discrepancies[0], **fields), "Ferry Marisol runs aground", "How many were injured?")


def test_a_feed_has_what_the_standard_asks_for() -> None:
    root = fromstring(to_atom(discrepancy_feed([disputed()], BASE)))
    names = {"a": ATOM}

    for path in ("a:id", "a:title", "a:updated", "a:author/a:name", "a:entry/a:id", "a:entry/a:title", "a:entry/a:updated"):
        assert len(root.findall(path, names)) == 1, path
    assert [link.get("rel") for link in root.findall("a:link", names)] == ["self", "alternate"]
    assert len([link for link in root.findall("a:entry/a:link", names) if link.get("rel") == "alternate"]) == 1
    assert root.findtext("a:updated", namespaces=names) == "2026-10-14T12:00:00Z"


def test_readers_of_feeds_see_both_sides_and_lead_to_the_sentences() -> None:
    (entry,) = feedparser.parse(to_atom(discrepancy_feed([disputed()], BASE))).entries

    assert entry.title == "conflict: How many were injured?"
    assert "42" in entry.content[0].value
    assert GAZETTE in entry.content[0].value
    assert next(link.href for link in entry.links if link.rel == "related").startswith("https://harbour-herald.example/ferry#:~:text=")


def test_a_feed_of_a_search_holds_the_claims_and_the_address_of_the_same_on_the_pages() -> None:
    reading = ferry_reading()
    records = [ClaimRecord(claim, reading.article) for claim in reading.claims]
    search = SavedSearch("ferry", 'party:"Marisol" value:>20', "desk", NOON)

    found = feedparser.parse(to_atom(search_feed(search, records, BASE)))

    assert [entry.id for entry in found.entries] == [f"urn:corroborate:{claim.id}" for claim in reading.claims]
    assert found.feed.links[1].href == f"{BASE}/search?q=party%3A%22Marisol%22%20value%3A%3E20"


def test_an_empty_feed_is_a_feed() -> None:
    assert feedparser.parse(to_atom(discrepancy_feed([], BASE))).bozo == 0


@pytest.mark.parametrize("url", ["javascript:alert(1)", f"https://evil.example/{HOSTILE}", "data:text/html,<script>"])
def test_whatever_a_page_holds_stands_in_a_feed_as_text(url: str) -> None:
    side = Side(HOSTILE, (HOSTILE,), (), (), HOSTILE, url)
    record = replace(disputed(sides=(side, side), reason=HOSTILE), question=HOSTILE, story_title=HOSTILE)

    written = to_atom(discrepancy_feed([record], BASE))
    root = fromstring(written)

    assert [node.tag for node in root.iter() if not node.tag.startswith(f"{{{ATOM}}}")] == []
    assert b"<script" not in written
    assert all(link.get("href", "").startswith(("http://", "https://")) for link in root.iter(f"{{{ATOM}}}link"))
    assert not set("\x00\x1b\u202e\ufffe") & set("".join(root.itertext()))
