"""The archive on a real disk, with real processes and a real kill."""

import gzip
import io
import os
import pickle
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corroborate.crawl.archive import Archive, read_warc
from corroborate.errors import ArchiveError, InputError
from corroborate.model.pages import ArchiveLink, Page, Revision
from tests.factory import NOON

FERRY = Page(
    url="http://harbour-herald.example/ferry?utm_source=rss",
    final_url="https://www.harbour-herald.example/ferry",
    status=200,
    content_type="text/html",
    body=b"<p>The ferry sank.</p>\r\n\r\n\xff\x00",
    fetched=NOON.replace(microsecond=123456),
    charset="utf-8",
    etag='W/"1"',
    last_modified="Tue, 13 Oct 2026 10:00:00 GMT",
    moved=True,
)
LETTER = Page("urn:corroborate:the letter", "urn:corroborate:the letter", 200, "text/plain", "Größe".encode(), NOON, "utf-8")


def write_many(archive: Archive, name: str) -> list[ArchiveLink]:
    return [archive.write(replace(FERRY, body=f"{name} {number}".encode() * 200)) for number in range(20)]


BARE = replace(FERRY, body=b"", charset=None, etag=None, last_modified=None, moved=False)
KEPT_TO_ITSELF = replace(FERRY, reserved=("noai in its headers", "ai-train=no in robots.txt"))


@pytest.mark.parametrize("page", [FERRY, LETTER, BARE, KEPT_TO_ITSELF])
def test_a_page_comes_back_as_it_was_written(tmp_path: Path, page: Page) -> None:
    archive = Archive(tmp_path / "archive")

    assert archive.read(archive.write(page)) == page


@given(body=st.binary(max_size=2_000), path=st.text(max_size=30), charset=st.none() | st.just("utf-8"))
def test_any_body_at_any_address_comes_back(tmp_path_factory: pytest.TempPathFactory, body: bytes, path: str, charset: str | None) -> None:
    archive = Archive(tmp_path_factory.getbasetemp() / "any")
    url = f"http://harbour-herald.example/{path}".replace("\r", "").replace("\n", "")
    page = replace(FERRY, url=url.strip(), final_url=url.strip(), body=body, charset=charset)

    assert archive.read(archive.write(page)).body == body


def test_other_tools_read_the_files(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    link = archive.write(FERRY)

    with (tmp_path / link.file).open("rb") as file:
        records = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI")) for record in ArchiveIterator(file, check_digests="raise")
        ]

    assert records == [("warcinfo", None), ("response", FERRY.final_url)]


@pytest.mark.parametrize(
    ("again", "profile"),
    [
        (replace(FERRY, fetched=NOON + timedelta(hours=1)), "identical-payload-digest"),
        (replace(FERRY, status=304, body=b"", content_type="", fetched=NOON + timedelta(hours=1)), "server-not-modified"),
    ],
)
def test_a_page_that_was_what_it_is_leaves_a_revisit_record(tmp_path: Path, again: Page, profile: str) -> None:
    archive = Archive(tmp_path)
    link = archive.write(FERRY)
    before = Revision("r_1", "a_1", FERRY.final_url, "Harbour Herald", "0", FERRY.fetched, link)

    archive.write_all([(again, before)])

    with (tmp_path / link.file).open("rb") as file:
        *_, response, revisit = (record.rec_headers for record in ArchiveIterator(file, check_digests="raise"))
    assert revisit.get_header("WARC-Type") == "revisit"
    assert revisit.get_header("WARC-Profile").endswith(profile)
    assert revisit.get_header("WARC-Date") == "2026-10-14T13:00:00Z"
    assert revisit.get_header("WARC-Refers-To-Target-URI") == response.get_header("WARC-Target-URI")
    assert revisit.get_header("WARC-Refers-To-Date") == response.get_header("WARC-Date")
    assert revisit.get_header("WARC-Payload-Digest") in (None, response.get_header("WARC-Payload-Digest"))
    assert list(read_warc(tmp_path / link.file)) == [FERRY]


def test_the_pages_of_a_file_are_read_in_order(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    link = archive.write(FERRY)
    archive.write(LETTER)

    assert list(read_warc(tmp_path / link.file)) == [FERRY, LETTER]


def test_an_archive_goes_to_another_process_and_writes_to_its_own_file(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    mine = archive.write(FERRY)
    sent = pickle.loads(pickle.dumps(archive))

    theirs = sent.write(LETTER)

    assert sent.read(mine) == FERRY
    assert theirs.file != mine.file


def test_several_processes_write_side_by_side(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        links = [link for written in pool.map(write_many, [archive] * 2, ["one", "two"]) for link in written]

    assert sorted({archive.read(link).body for link in links}) == sorted(
        f"{name} {n}".encode() * 200 for name in ("one", "two") for n in range(20)
    )


def test_a_process_that_was_forked_off_writes_to_its_own_file(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    first = archive.write(FERRY)
    child = os.fork()
    if child == 0:
        archive.write(LETTER)
        os._exit(0)
    os.waitpid(child, 0)

    assert archive.write(LETTER).file == first.file
    assert len(list(tmp_path.iterdir())) == 2


WRITER = """
import sys
from pathlib import Path
from corroborate.crawl.archive import Archive
from tests.crawl.test_archive import FERRY
archive = Archive(Path(sys.argv[1]))
while True:
    link = archive.write(FERRY)
    print(link.file, link.offset, link.length, flush=True)
"""


def test_a_killed_writer_loses_nothing_that_it_had_reported(tmp_path: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )
    assert writer.stdout is not None
    lines = [writer.stdout.readline() for _ in range(5)]
    writer.send_signal(signal.SIGKILL)
    lines += writer.stdout.readlines()
    writer.stdout.close()
    writer.wait()

    links = [
        ArchiveLink(name, int(offset), int(length)) for name, offset, length in (line.split() for line in lines if line.endswith("\n"))
    ]
    archive = Archive(tmp_path)
    later = archive.write(LETTER)

    assert {archive.read(link) for link in links} == {FERRY}
    assert archive.read(later) == LETTER


@pytest.mark.parametrize("kept", [10, 100, 300])
def test_a_torn_tail_does_no_harm_to_what_lies_before_it(tmp_path: Path, kept: int) -> None:
    archive = Archive(tmp_path)
    first = archive.write(LETTER)
    torn = archive.write(FERRY)
    path = tmp_path / first.file
    path.write_bytes(path.read_bytes()[: torn.offset + kept])

    assert archive.read(first) == LETTER
    pages = read_warc(path)
    assert next(pages) == LETTER
    with pytest.raises(InputError, match="cut off or damaged behind page"):
        next(pages)
    with pytest.raises(ArchiveError):
        archive.read(torn)


def test_a_changed_byte_of_a_record_is_noticed_where_it_changes_anything(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    link = archive.write(LETTER)
    path = tmp_path / link.file
    whole, noticed = path.read_bytes(), 0

    # The ten bytes of a gzip header name no content; everything behind them is under the checksum, but for bits that fill a byte up.
    for place in range(link.offset + 10, link.offset + link.length):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            assert archive.read(link) == LETTER
        except ArchiveError:
            noticed += 1

    assert noticed >= link.length - 10 - 2


@pytest.mark.parametrize(
    "link",
    [
        ArchiveLink("../secret.warc.gz", 0, 10),
        ArchiveLink("/etc/passwd", 0, 10),
        ArchiveLink("missing.warc.gz", 0, 10),
        ArchiveLink("", 0, 0),
    ],
)
def test_a_place_that_is_not_in_the_archive_is_an_error(tmp_path: Path, link: ArchiveLink) -> None:
    with pytest.raises(ArchiveError):
        Archive(tmp_path).read(link)


def test_an_offset_in_the_middle_of_a_record_is_an_error(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    link = archive.write(FERRY)

    for wrong in (replace(link, offset=link.offset + 1), replace(link, length=link.length - 1), replace(link, length=link.length + 1)):
        with pytest.raises(ArchiveError):
            archive.read(wrong)


def foreign(path: Path, *answers: tuple[int, dict[str, str], bytes]) -> Path:
    """A WARC file as another crawler writes it."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, (status, fields, body) in enumerate(answers):
            headers = StatusAndHeaders(f"{status} X", list(fields.items()), protocol="HTTP/1.1")
            url = f"http://gazette.example/{number}"
            writer.write_record(
                writer.create_warc_record(url, "response", payload=io.BytesIO(body), length=len(body), http_headers=headers)
            )
            writer.write_record(writer.create_warc_record(url, "request", payload=io.BytesIO(b"GET / HTTP/1.1\r\n\r\n"), length=18))
    return path


def test_pages_of_other_crawlers_are_unpacked_and_the_rest_is_passed_over(tmp_path: Path) -> None:
    story = b"<p>The ferry sank.</p>"
    html = {"Content-Type": "text/html; charset=utf-8"}
    path = foreign(
        tmp_path / "foreign.warc.gz",
        (200, html, story),
        (200, html | {"Content-Encoding": "gzip"}, gzip.compress(story)),
        (200, html | {"Transfer-Encoding": "chunked"}, b"16\r\n" + story + b"\r\n0\r\n\r\n"),
        (200, html | {"Content-Encoding": "br"}, b"\x0b\x02\x80"),
        (200, {"Content-Type": "image/png"}, b"\x89PNG"),
        (404, html, b"not here"),
        (200, html, b"x" * 5_000_001),
    )

    pages = list(read_warc(path))

    assert [page.body for page in pages] == [story] * 3
    assert (pages[0].url, pages[0].content_type, pages[0].charset) == ("http://gazette.example/0", "text/html", "utf-8")


@pytest.mark.parametrize("kept", [20, 200, 450, 600, 700])
def test_a_plain_file_that_is_cut_off_says_so_behind_its_last_record(tmp_path: Path, kept: int) -> None:
    archive = Archive(tmp_path)
    first, last = archive.write(LETTER), archive.write(FERRY)
    packed = (tmp_path / first.file).read_bytes()
    before, torn = gzip.decompress(packed[: last.offset]), gzip.decompress(packed[last.offset :])
    path = tmp_path / "plain.warc"
    path.write_bytes(before + torn[:kept])

    pages = read_warc(path)

    assert next(pages) == LETTER
    with pytest.raises(InputError, match="cut off or damaged"):
        list(pages)


@pytest.mark.parametrize("content", [b"", b"no archive at all", b"\x1f\x8b\x08\x00 no gzip either"])
def test_a_file_that_is_no_archive_is_an_input_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(content)

    with pytest.raises(InputError):
        list(read_warc(path))
    with pytest.raises(InputError):
        list(read_warc(tmp_path / "missing.warc.gz"))
