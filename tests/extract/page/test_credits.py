"""Whom an article credits."""

import pytest

from corroborate.extract.page.credits import read_credits


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("HARBOURTON, Oct 14 (Meridian Wire) - The lock has reopened.", ("Meridian Wire",)),
        ("PORT ELLEN (MW) — The lock has reopened, Meridian Wire (MW) learnt.", ("Meridian Wire",)),
        ("PORT ELLEN (MW) — Many Workers stayed at home.", ("MW",)),
        ("ORSK, Norway (AP) — The ferry is back.", ("Associated Press",)),
        ("By Meridian Wire\nThe lock has reopened.", ("Meridian Wire",)),
        ("By Ilse Varga\nThe lock has reopened.", ()),
        ("By Ilse Varga, Tern News Agency\nThe lock has reopened.", ("Tern News Agency",)),
        ("The lock has reopened.\nSource: Tidewater Post (as of October 12, 2026)", ("Tidewater Post",)),
        ("The lock has reopened.\nThis article was first published by Tidewater Post.", ("Tidewater Post",)),
        ("The lock has reopened.\nThis story originally appeared in the Orsk Courier.", ("Orsk Courier",)),
        ("The lock has reopened.\nRepublished with permission from The Orsk Courier", ("Orsk Courier",)),
        ("The lock has reopened.\nWith reporting from Meridian Wire", ("Meridian Wire",)),
        ("The lock has reopened.\n(Reporting by Ilse Varga; editing by Amal Okafor)", ()),
        ("The lock has reopened. (Reuters)", ("Reuters",)),
        ("The lock has reopened, the Port Authority said (see map).", ()),
        ("The lock has reopened.\n© 2026 Meridian Wire. All rights reserved.", ("Meridian Wire",)),
        ("The lock has reopened.\n© 2026 Harbour Herald", ()),
        ("The lock has reopened.\nThe Associated Press contributed to this report.", ("Associated Press",)),
        ("According to Meridian Wire, the lock has reopened.", ()),
    ],
)
def test_names_that_stand_where_origins_are_credited_are_credits(text: str, names: tuple[str, ...]) -> None:
    assert read_credits(text, outlet="Harbour Herald") == names


def test_an_outlet_does_not_credit_itself() -> None:
    assert read_credits("This article first appeared in the Harbour Herald.", outlet="Harbour Herald") == ()


def test_the_feeds_source_comes_first() -> None:
    assert read_credits("PORT ELLEN (AP) — Calm.", source="Orsk Courier") == ("Orsk Courier", "Associated Press")


def test_a_credit_is_named_once() -> None:
    assert read_credits("By Meridian Wire\nORSK (Meridian Wire) - Calm.", byline="Meridian Wire") == ("Meridian Wire",)
