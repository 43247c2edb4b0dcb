import pytest

from corroborate.crawl.opml import read_opml, write_opml
from corroborate.errors import FeedError
from corroborate.model.outlets import Outlet

OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="Papers">
<outline type="rss" text="Harbour Herald - World" xmlUrl="https://feeds.harbour-herald.example/world" htmlUrl="https://harbour-herald.example/"/>
<outline type="rss" text="Harbour Herald - Sport" xmlUrl="https://harbour-herald.example/sport.xml"/>
<outline text="Tarn &amp; Gazette" xmlUrl="http://tarn-gazette.example/rss"/><outline text="no feed"/>
<outline text="Harm" xmlUrl="javascript:alert(1)"/><outline text="Login" xmlUrl="https://me:secret@herald.example/"/></outline></body></opml>"""


def test_feeds_of_one_site_are_one_outlet_and_what_is_no_web_address_is_left_out() -> None:
    assert read_opml("mine.opml", OPML.encode()) == (
        Outlet(
            "Harbour Herald",
            "Harbour Herald",
            feeds=("https://feeds.harbour-herald.example/world", "https://harbour-herald.example/sport.xml"),
        ),
        Outlet("Tarn & Gazette", "Tarn & Gazette", feeds=("http://tarn-gazette.example/rss",)),
    )


def test_outlets_of_one_name_are_told_apart() -> None:
    body = (
        '<opml><body><outline text="News" xmlUrl="https://a.example/f"/><outline text="News" xmlUrl="https://b.example/f"/></body></opml>'
    )

    assert [outlet.name for outlet in read_opml("mine.opml", body.encode())] == ["News", "News (b.example)"]


def test_what_is_written_is_read_again() -> None:
    outlets = (Outlet("Herald <1>", "Quay", feeds=("https://herald.example/?a=1&b=2", "https://herald.example/b")), Outlet("Mute", "Mute"))

    (again,) = read_opml("ours.opml", write_opml(outlets))

    assert (again.name, again.feeds) == ("Herald <1>", outlets[0].feeds)


@pytest.mark.parametrize(
    "body",
    [
        "<rss/>",
        "plain",
        '<!DOCTYPE o [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;">]><opml><body><outline text="&b;"/></body></opml>',
        '<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline text="&x;"/></body></opml>',
        "<opml>" + "<outline>" * 2_000 + "</outline>" * 2_000 + "</opml>",
    ],
)
def test_what_is_no_opml_or_made_to_harm_is_an_error(body: str) -> None:
    with pytest.raises(FeedError):
        read_opml("mine.opml", body.encode())
