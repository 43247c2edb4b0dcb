import pickle
from datetime import UTC, date, datetime, timedelta

import pytest

from corroborate.errors import ConfigError
from corroborate.extract import EXTRACTOR_VERSION, Reader, read
from corroborate.extract.claims import read_claims
from corroborate.extract.desks import Desk
from corroborate.extract.reader import LONGEST_TEXT
from corroborate.model.articles import Readability, Reading
from corroborate.model.ids import content_id, digest
from corroborate.model.outlets import Selectors
from corroborate.model.pages import ArchiveLink, Page, Revision
from tests.factory import NOON, article

PARAGRAPHS = (
    "A fire on a ferry off Port Ellery killed nine people on Monday, the coastguard said.",
    "The ship carried 212 passengers and was on its way to Norhaven when the fire broke out in the engine room.",
    "Orrin Line, which owns the ferry, said it would pay $2.9 million to the families of those who died.",
    "The mayor of Port Ellery called for a day of mourning and thanked the crews of the boats that had come to help.",
)
URL = "https://harbour-herald.example/ferry"


def page(body: str, content_type: str) -> Page:
    return Page(url=URL, final_url=URL, status=200, content_type=content_type, body=body.encode(), fetched=NOON, charset="utf-8")


def revision(body: str) -> Revision:
    place = ArchiveLink("a.warc.gz", 0, 1)
    name = content_id("a", URL)
    return Revision(content_id("r", name, digest(body)), name, URL, "Harbour Herald", digest(body), NOON, place, published=NOON)


def test_a_page_is_read_as_an_article_with_claims() -> None:
    body = f"<html><body><article><h1>Ferry fire</h1>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</article></body></html>"

    reading = Reader().read(revision(body), page(body, "text/html"))

    assert reading.article.readability is Readability.READ
    assert {"nine", "212", "$2.9 million", "Monday"} <= {claim.surface for claim in reading.claims}
    assert all(claim.revision == reading.article.revision for claim in reading.claims)


def test_an_imported_text_keeps_its_offsets() -> None:
    body = "\n".join(PARAGRAPHS)

    reading = Reader().read(revision(body), page(body, "text/plain"))

    assert all(claim.span.cut(reading.article.text) == claim.surface for claim in reading.claims)


def test_a_text_printed_by_many_is_read_once_a_day_and_its_claims_are_each_articles_own(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, reads = Reader(), list[str]()
    annotate = Reader.annotate_article
    monkeypatch.setattr(Reader, "annotate_article", lambda self, of: reads.append(of.revision) or annotate(self, of))
    text = "A landslide near Dorvik killed 17 people on Tuesday, police said. It began on 3/4/2026."
    printed = [article(outlet="Dorvik Post", text=text), article(outlet="Orm Courier", text=text)]

    first, second = (reader.read_article(one) for one in printed)
    later = reader.read_article(article(outlet="Orm Mail", text=text, published=NOON + timedelta(days=7)))

    assert [reads.count(one.article.revision) for one in (first, second, later)] == [1, 0, 1]
    assert second == Reading(printed[1], read_claims(reader.annotate_article(printed[1]), printed[1]))
    assert {claim.id for claim in first.claims}.isdisjoint(claim.id for claim in second.claims)
    assert [claim.figure for claim in second.claims] != [claim.figure for claim in later.claims]


def test_a_reader_goes_to_another_process_without_its_pipeline() -> None:
    reader = Reader()
    of = article(text="\n".join(PARAGRAPHS))
    before = reader.read_article(of)

    sent = pickle.loads(pickle.dumps(reader))

    assert len(pickle.dumps(reader)) < 1000
    assert sent.read_article(of) == before
    # Loading one anew for each article that is sent would take longer than reading it.
    assert sent._tools is reader._tools


def test_text_beyond_the_bound_is_not_read() -> None:
    text = "Nine boats sank." + " " * LONGEST_TEXT + "Some 412 people were hurt."

    assert [claim.surface for claim in Reader().read_article(article(text=text)).claims] == ["Nine"]


def test_a_sentence_without_end_is_read_in_reasonable_pieces() -> None:
    text = "Orrin Rail said 12 boats sank and " * 1500

    reading = Reader().read_article(article(text=text))

    assert len(reading.claims) == 1500
    assert max(len(claim.sentence.text) for claim in reading.claims) < 4000


def test_the_version_names_what_read_the_claims() -> None:
    assert EXTRACTOR_VERSION


def test_a_time_of_publication_stands_for_its_day() -> None:
    text = "Nine ships sank on Tuesday."

    assert read(text, published=datetime(2026, 10, 14, 9, tzinfo=UTC)) == read(text, published=date(2026, 10, 14))


def test_half_a_character_does_not_stop_the_reading() -> None:
    assert [claim.surface for claim in read("Nine\ud800 ships sank, and 40 people drowned.")][-1] == "40"


def test_another_layout_is_another_version_and_a_wrong_one_is_told_at_once() -> None:
    told = Reader(desks={"Harbour Herald": Desk(page=Selectors(text="div.story"))})

    assert told.version.startswith(Reader().version)
    assert told.version != Reader(desks={"Harbour Herald": Desk(page=Selectors(text="div.text"))}).version
    with pytest.raises(ConfigError, match="Harbour Herald"):
        Reader(desks={"Harbour Herald": Desk(page=Selectors(text="div["))})
