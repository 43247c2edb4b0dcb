import io
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from corroborate.crawl.imports import LINE_BYTES, Manuscript, bounded_lines, read_html, read_jsonl
from corroborate.errors import InputError

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)


def read(*lines: object) -> list[Manuscript | InputError]:
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return list(read_jsonl(encoded, "desk.jsonl", NOW))


def test_only_the_text_is_required() -> None:
    (article,) = read({"text": "The ferry sank."})

    assert isinstance(article, Manuscript)
    assert (article.page.body, article.page.content_type, article.page.fetched) == (b"The ferry sank.", "text/plain", NOW)


def test_a_title_alone_is_read_as_a_headline() -> None:
    (article,) = read({"title": "Ferry sinks off Orsk, 12 missing", "text": " "})

    assert isinstance(article, Manuscript)
    assert article.page.body == b"Ferry sinks off Orsk, 12 missing"


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({"url": "https://news.herald.co.uk/1"}, "herald.co.uk"),
        ({"url": "https://news.herald.co.uk/1", "outlet": "Harbour Herald"}, "Harbour Herald"),
        ({"url": "urn:desk:1"}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_an_article_without_an_outlet_belongs_to_the_domain_of_its_address(fields: dict[str, str], outlet: str) -> None:
    (article,) = read({"text": "The ferry sank."} | fields)

    assert isinstance(article, Manuscript)
    assert article.outlet == outlet


def test_the_same_text_without_an_address_gets_the_same_address() -> None:
    assert read({"text": "The ferry sank."}) == read({"text": "The ferry sank."})


def test_times_keep_their_zone_and_are_utc_without_one() -> None:
    first, second = read({"text": "x", "published": "2026-10-14T09:00:00+05:30"}, {"text": "x", "published": "2026-10-14T09:00:00"})

    assert isinstance(first, Manuscript)
    assert isinstance(second, Manuscript)
    assert first.published == datetime(2026, 10, 14, 9, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert second.published == datetime(2026, 10, 14, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"\xff\xfe", "it is not UTF-8"),
        ([1], "it is not a JSON object"),
        ({"url": "http://herald.example/"}, 'neither "text" nor "html" has any content'),
        ({"text": "   "}, 'neither "text" nor "html" has any content'),
        ({"text": "x", "title": 3}, "'title' is not a string"),
        ({"text": "x", "outlet": "o" * 300}, "'outlet' is longer than 200 characters"),
        ({"text": "x", "url": "javascript:alert(1)"}, "'url' is no web address: 'javascript:alert(1)'"),
        ({"text": "x", "url": "http://[gazette.example"}, "'url' is no web address: 'http://[gazette.example'"),
        (
            {"text": "x", "published": "0001-01-01T00:00:00+14:00"},
            "'published' is not in the time of newspapers: '0001-01-01T00:00:00+14:00'",
        ),
        ({"text": "x", "published": "yesterday"}, "'published' is not an ISO 8601 time: 'yesterday'"),
    ],
)
def test_a_wrong_line_is_named_by_its_number_and_the_rest_is_read(line: object, problem: str) -> None:
    before, wrong, after = read({"text": "one"}, line, {"text": "three"})

    assert isinstance(before, Manuscript)
    assert isinstance(after, Manuscript)
    assert str(wrong) == f"desk.jsonl:2: {problem}; correct that line and hand the file over again"


def test_a_saved_page_is_named_by_its_file(tmp_path: Path) -> None:
    saved = tmp_path / "ferry.html"
    saved.write_bytes(b"<p>The ferry sank.</p>")

    assert read_html(saved, NOW).page.url == "urn:corroborate:ferry.html"


def test_an_empty_file_is_an_error_with_what_to_do(tmp_path: Path) -> None:
    empty = tmp_path / "empty.html"
    empty.touch()

    with pytest.raises(InputError, match="the file is empty; save the page again"):
        read_html(empty, NOW)


def test_half_a_surrogate_pair_is_replaced() -> None:
    (article,) = read(b'{"text": "The ferry \\ud83d sank.", "title": "\\udc00"}')

    assert isinstance(article, Manuscript)
    assert article.page.body == b"The ferry ? sank."
    assert article.title == "?"


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    (article,) = read(b'\xef\xbb\xbf{"text": "The ferry sank."}\r\n')

    assert isinstance(article, Manuscript)


def test_a_list_of_articles_is_refused_once() -> None:
    (wrong,) = read(b"[", b'{"text": "one"},', b'{"text": "two"}]')

    assert "write one article a line" in str(wrong)


def test_a_line_without_end_is_not_read_to_its_end() -> None:
    lines = list(bounded_lines(io.BytesIO(b"x" * 3 * LINE_BYTES + b"\n" + b"y\n")))

    assert [len(line) for line in lines] == [LINE_BYTES + 1, 2]


def test_a_page_too_large_is_refused(tmp_path: Path) -> None:
    saved = tmp_path / "ferry.html"
    saved.write_bytes(b"x" * (LINE_BYTES + 1))

    with pytest.raises(InputError, match="larger than 10,000,000 bytes"):
        read_html(saved, NOW)
