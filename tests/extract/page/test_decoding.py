"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.extract.page.decoding import decode


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "shift_jis", "windows-1251"])
def test_the_declared_charset_is_believed(charset: str) -> None:
    written = {"shift_jis": "港の水門", "windows-1251": "Шлюз открыт"}.get(charset, "The café cost €40")

    assert decode(written.encode(charset), charset) == written


def test_the_pages_own_charset_counts_where_the_server_is_silent() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"></head>港の水門'

    assert decode(page.encode("shift_jis")) == page


def test_a_wrong_latin_label_does_not_spoil_utf_8() -> None:
    assert decode("“nearly 25” — café".encode(), "iso-8859-1") == "“nearly 25” — café"


def test_an_unknown_charset_is_ignored() -> None:
    assert decode("Fähre".encode(), "x-unheard-of") == "Fähre"


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "latin-1", "utf-16", "idna", "rot13", "", "\x00"]))
def test_any_bytes_become_text_without_nul(body: bytes, declared: str | None) -> None:
    assert "\x00" not in decode(body, declared)
