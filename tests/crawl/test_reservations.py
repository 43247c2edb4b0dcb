import json

import pytest

from corroborate.crawl.reservations import in_headers, in_markup, in_robots, read_tdmrep

STORY = "https://harbour-herald.example/2026/ferry"


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({}, ()),
        ({"TDM-Reservation": "1"}, ("tdm-reservation in its headers",)),
        ({"tdm-reservation": "0"}, ()),
        ({"X-Robots-Tag": "noarchive, NoAI"}, ("noai in its headers",)),
        ({"X-Robots-Tag": "otherbot: noai, noimageai"}, ("noai in its headers", "noimageai in its headers")),
        ({"X-Robots-Tag": "index, follow, max-snippet:-1"}, ()),
    ],
)
def test_headers_reserve(headers: dict[str, str], told: tuple[str, ...]) -> None:
    assert in_headers(headers) == told


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ('<meta name="tdm-reservation" content="1">', ("tdm-reservation in the page",)),
        ("<META content=1 name=tdm-reservation />", ("tdm-reservation in the page",)),
        ("<meta name='tdm-reservation' content='0'>", ()),
        ('<meta name="robots" content="noai, noimageai">', ("noai in the page", "noimageai in the page")),
        ('<meta name="description" content="noai">', ()),
        ('<p>meta name="tdm-reservation" content="1"</p>', ()),
    ],
)
def test_meta_tags_reserve(tag: str, told: tuple[str, ...]) -> None:
    assert in_markup(f"<html><head><title>Ferry</title>{tag}</head><body>It sank.</body></html>".encode()) == told


def test_only_the_head_of_a_page_is_looked_at() -> None:
    assert in_markup(b" " * 70_000 + b'<meta name="tdm-reservation" content="1">') == ()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Content-Signal: search=yes, ai-train=no", ("ai-train=no in robots.txt",)),
        ("content-signal: ai-input=no,ai-train=no # please", ("ai-input=no in robots.txt", "ai-train=no in robots.txt")),
        ("Content-Usage: train-ai=n", ("train-ai=n in robots.txt",)),
        ("Content-Signal: search=no, ai-train=yes", ()),
        ("# Content-Signal: ai-train=no", ()),
    ],
)
def test_lines_of_robots_txt_reserve(line: str, told: tuple[str, ...]) -> None:
    assert in_robots(f"User-agent: *\r\n{line}\r\nAllow: /\r\n") == told


@pytest.mark.parametrize(
    ("rules", "reserved"),
    [
        ([{"location": "/", "tdm-reservation": 1}], True),
        ([{"location": "/2026/", "tdm-reservation": "1"}], True),
        ([{"location": "/2026/ferry$", "tdm-reservation": 1}], True),
        ([{"location": "/2026$", "tdm-reservation": 1}], False),
        ([{"location": "/*/ferry", "tdm-reservation": 1}], True),
        ([{"location": "/[2]026", "tdm-reservation": 1}], False),
        ([{"location": "/2026/", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}], False),
        ([], False),
        ({"location": "/", "tdm-reservation": 1}, False),
        ([{"tdm-reservation": 1}, 7, None], False),
    ],
)
def test_the_first_rule_that_fits_decides(rules: object, reserved: bool) -> None:
    assert read_tdmrep(json.dumps(rules).encode())(STORY) is reserved


@pytest.mark.parametrize("body", [b"", b"<html>not found</html>", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_cannot_be_read_reserves_nothing(body: bytes) -> None:
    assert not read_tdmrep(body)(STORY)
