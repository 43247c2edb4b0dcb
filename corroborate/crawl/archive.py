"""Every page as it came, in WARC files (ISO 28500) that any web archive tool reads.

Each archive that writes has a file of its own, named by time and chance, and appends whole gzip members to it: several
processes write side by side, and one that is killed in the middle of a record leaves a torn tail in its own file, behind
everything that was committed.
"""

import io
import os
import re
import secrets
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from corroborate.crawl.records import DIGEST, MOVED, NOTHING, REQUESTED, RESERVED, SOFTWARE, opening, packed, packed_revisit, uri
from corroborate.crawl.reservations import in_headers, in_markup
from corroborate.crawl.stores import opened
from corroborate.errors import ArchiveError, InputError
from corroborate.model.ids import digest
from corroborate.model.pages import ArchiveLink, Page, Revision

FILE_BYTES = 1_000_000_000
"""A file is followed by the next one past this size, as web archives are usually cut, and each day: files go whole."""

RECORD_BYTES = 20_000_000
PAGE_BYTES = 5_000_000
CHUNK_BYTES = 65_536
READABLE_ENCODINGS = ("", "identity", "gzip", "x-gzip", "deflate")
DOCUMENTS = ("text/html", "application/xhtml+xml", "text/plain", "")
SUFFIX = ".warc.gz"
FILE_NAME = re.compile(r"[A-Za-z0-9._-]+\.warc\.gz")


class Archive:
    """The WARC files of one folder. Can be sent to another process, which writes to a file of its own."""

    def __init__(self, root: Path) -> None:
        self.root = Path(root)
        self._name: str | None = None
        self._owner = 0

    def __getstate__(self) -> Path:
        return self.root

    def __setstate__(self, root: Path) -> None:
        self.root, self._name, self._owner = root, None, 0

    def write(self, page: Page) -> ArchiveLink:
        """Append a page; when this returns, it is on the disk."""
        return self.write_all([(page, None)])[0]

    def write_all(self, came: Sequence[tuple[Page, Revision | None]]) -> list[ArchiveLink]:
        """Append pages; when this returns, all of them are on the disk.

        A page with the version that it is once more becomes a revisit record: it was asked for again and is as it was.
        """
        return self._append([packed(page) if before is None else packed_revisit(page, before) for page, before in came])

    def keep(self, link: ArchiveLink) -> ArchiveLink:
        """Write a page once more, as it lies there, so that its file can go. Raises ArchiveError as `read` does."""
        return self._append([self._packed_at(link)])[0]

    def remove(self, name: str) -> None:
        """Let go of a file and all that is in it."""
        if FILE_NAME.fullmatch(name):
            (self.root / name).unlink(missing_ok=True)

    def _append(self, records: Sequence[bytes]) -> list[ArchiveLink]:
        if not records:
            return []
        name = self._writable()
        with (self.root / name).open("ab") as file:
            offset = file.tell()
            file.write(b"".join(records))
            file.flush()
            os.fsync(file.fileno())
        sizes = [len(record) for record in records]
        return [ArchiveLink(name, begin, size) for begin, size in zip(accumulate(sizes, initial=offset), sizes, strict=False)]

    def read(self, link: ArchiveLink) -> Page:
        """The page at a place; raises ArchiveError where it is not there as it was written."""
        place, member = _place(link), self._packed_at(link)
        page, _ = next(_pages(io.BytesIO(_member(member, place)), place), (None, 0))
        if page is None or len(member) != link.length:
            raise ArchiveError(place, "there is no whole record")
        return page

    def _packed_at(self, link: ArchiveLink) -> bytes:
        if not link.file:
            raise ArchiveError("the archive", "the page was let go of when its time was over (settings.keep.pages)")
        if not FILE_NAME.fullmatch(link.file):
            raise ArchiveError(_place(link), "this is no archive file")
        try:
            with (self.root / link.file).open("rb") as file:
                file.seek(link.offset)
                return file.read(link.length)
        except OSError as error:
            raise ArchiveError(_place(link), f"the file cannot be read ({error.strerror})") from None

    def lacking(self, ends: Iterable[tuple[str, int]]) -> Iterator[str]:
        """What is wrong with the files of which each must reach to a place, in sentences; `ends` are their names and places."""
        for name, end in ends:
            path = self.root / name
            if not FILE_NAME.fullmatch(name) or not path.is_file():
                yield f"archive file {path} is not there"
            elif path.stat().st_size < end:
                yield f"archive file {path} ends at {path.stat().st_size}, before a page that is kept in it"

    def _writable(self) -> str:
        # A process that was forked off knows the name too, but must not write there.
        mine = self._name if self._owner == os.getpid() else None
        if mine is not None and f"-{datetime.now(UTC):%Y%m%d}T" in mine and _size(self.root / mine) < FILE_BYTES:
            return mine
        self.root.mkdir(parents=True, exist_ok=True)
        name = f"{SOFTWARE}-{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(4)}{SUFFIX}"
        # "x": a file that is there already belongs to somebody else.
        with (self.root / name).open("xb") as file:
            file.write(opening(name))
        self._name, self._owner = name, os.getpid()
        return name


def read_warc(path: Path) -> Iterator[Page]:
    """The documents of a WARC file of any origin, one at a time; raises InputError as `read_records` does."""
    return (page for page, _ in read_records(path))


def read_records(path: Path | str, start: int = 0) -> Iterator[tuple[Page, int]]:
    """The documents of a WARC file of any origin, one at a time, each with the place of its record in the file.

    `path` may be an address that fsspec knows. With `start`, such a place, reading begins there. Pictures, answers other than
    200 and documents larger than PAGE_BYTES are passed over.

    Raises InputError where it is no WARC file, and behind the last readable record of one that is cut off or damaged.
    """
    try:
        stream = opened(path) if isinstance(path, str) else path.open("rb")
    except OSError as error:
        raise InputError(path, None, f"it cannot be read ({error.strerror})", "check the file's name") from None
    count = 0
    with stream:
        try:
            for page, place in _pages(stream, str(path), start):
                count += 1
                if page.content_type in DOCUMENTS and len(page.body) <= PAGE_BYTES:
                    yield page, place
        except (ArchiveError, ArchiveLoadFailed):
            problem = f"it is cut off or damaged behind page {count}" if count else "it is no WARC file, or damaged from its start"
            raise InputError(path, None, problem, "fetch or copy the file again") from None


def _place(link: ArchiveLink) -> str:
    return f"{link.file} at {link.offset}"


def _size(path: Path) -> int:
    """Of a file that somebody may have taken away: then it is followed by another."""
    return path.stat().st_size if path.is_file() else FILE_BYTES


def _member(packed: bytes, place: str) -> bytes:
    """What exactly one gzip member holds; its checksum is verified on the way."""
    stream = zlib.decompressobj(31)
    try:
        record = stream.decompress(packed, RECORD_BYTES + len(packed))
    except zlib.error as error:
        raise ArchiveError(place, f"the record cannot be unpacked ({error})") from None
    if not stream.eof or stream.unused_data:
        raise ArchiveError(place, "there is no whole record")
    return record


def _pages(stream: BinaryIO, place: str, start: int = 0) -> Iterator[tuple[Page, int]]:
    stream.seek(start)
    records = ArchiveIterator(stream)
    met = 0
    while True:
        try:
            record = next(records, None)
            if record is None and not met:
                raise ArchiveError(place, "it holds no record")
            if record is None and not _is_whole(stream, start):
                raise EOFError("it is cut off")
            if record is None:
                return
            page = _page(record, place)
            start = records.get_record_offset()
        # warcio trips up on a record whose head is cut off.
        except (ArchiveLoadFailed, ArchiveError, AttributeError, EOFError, OSError, ValueError, zlib.error) as error:
            raise ArchiveError(place, f"the record cannot be read ({str(error)[:100]})") from None
        met += 1
        if page is not None:
            yield page, start


def _is_whole(stream: BinaryIO, start: int) -> bool:
    """Whether a file ends where a record does; `start` is where its last one begins."""
    stream.seek(start)
    if stream.read(2) != b"\x1f\x8b":
        return _is_whole_text(stream, start)
    stream.seek(start)
    member, packed = zlib.decompressobj(31), stream.read(CHUNK_BYTES)
    while packed:
        member.decompress(packed, CHUNK_BYTES)
        packed = member.unconsumed_tail or member.unused_data or stream.read(CHUNK_BYTES)
        if member.eof and packed:
            member = zlib.decompressobj(31)
    member.flush()
    return member.eof


def _is_whole_text(stream: BinaryIO, start: int) -> bool:
    stream.seek(start)
    head, mark, _ = stream.read(CHUNK_BYTES).partition(b"\r\n\r\n")
    length = re.search(rb"^content-length:\s*(\d{1,15})\s*$", head, re.IGNORECASE | re.MULTILINE)
    if not mark or length is None:
        return bool(mark)
    behind, end = start + len(head) + len(mark) + int(length[1]), stream.seek(0, os.SEEK_END)
    stream.seek(behind)
    # What follows the last record that was understood is the beginning of one that was not.
    return behind <= end and not stream.read(CHUNK_BYTES).strip()


def _page(record: ArcWarcRecord, place: str) -> Page | None:
    if record.rec_type not in ("response", "resource"):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    if url is None or not url.lower().startswith(("http://", "https://", "urn:")):
        return None
    encoding = record.http_headers.get_header("Content-Encoding", "") if record.http_headers else ""
    if encoding.strip().lower() not in READABLE_ENCODINGS:
        return None
    body = record.content_stream().read(RECORD_BYTES)
    expected = record.rec_headers.get_header(DIGEST)
    if expected is not None and digest(body) != expected:
        raise ValueError("its digest is not that of the page written")
    return _restored(record, url.strip("<>"), body)


def _restored(record: ArcWarcRecord, url: str, body: bytes) -> Page | None:
    headers: Any = record.http_headers or record.rec_headers
    status = int(record.http_headers.get_statuscode()) if record.http_headers else 200
    if status != 200:
        return None
    content_type, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", parameters, re.IGNORECASE)
    requested = record.rec_headers.get_header(REQUESTED) or url
    return Page(
        url=requested,
        final_url=requested if uri(requested) == url else url,
        status=status,
        content_type=content_type.strip().lower()[:100],
        body=body,
        fetched=_instant(record.rec_headers.get_header("WARC-Date")),
        charset=charset[1].lower() if charset else None,
        etag=headers.get_header("ETag"),
        last_modified=headers.get_header("Last-Modified"),
        moved=record.rec_headers.get_header(MOVED) == "true",
        reserved=_reserved(record, body),
    )


def _reserved(record: ArcWarcRecord, body: bytes) -> tuple[str, ...]:
    """As it was told when the page was fetched; of a page that others fetched, what it tells itself."""
    told = record.rec_headers.get_header(RESERVED)
    if told is not None:
        return () if told == NOTHING else tuple(told.split("; "))
    headers = dict(record.http_headers.headers) if record.http_headers else {}
    return (*in_headers(headers), *in_markup(body))


def _instant(text: str | None) -> datetime:
    moment = datetime.fromisoformat(text) if text else datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
