from corroborate.model.outlets import Outlet
from corroborate.store import Store

HERALD = Outlet(
    "Harbour Herald",
    "Quay Media",
    feeds=("https://harbour-herald.example/rss",),
    sitemaps=("https://harbour-herald.example/news.xml",),
    country="NO",
    language="nb",
    aliases=("the Herald",),
    agency=True,
    connect_to="127.0.0.1:8080",
)


def test_an_outlet_comes_back_as_it_was_listed(store: Store) -> None:
    store.outlets.sync([HERALD])

    assert store.outlets.all() == (HERALD,)


def test_a_new_owner_replaces_the_old(store: Store) -> None:
    store.outlets.sync([HERALD])

    store.outlets.sync([Outlet("Harbour Herald", "Northern Press")])

    assert [outlet.family for outlet in store.outlets.all()] == ["Northern Press"]


def test_an_outlet_no_longer_listed_stays_for_its_articles(store: Store) -> None:
    store.outlets.sync([HERALD, Outlet("Tarn Gazette", "Tarn Gazette")])

    store.outlets.sync([HERALD])

    assert [outlet.name for outlet in store.outlets.all()] == ["Harbour Herald", "Tarn Gazette"]


def test_an_outlet_met_in_an_import_is_its_own_family(store: Store) -> None:
    store.outlets.ensure("Fjord Post")

    assert store.outlets.all() == (Outlet("Fjord Post", "Fjord Post"),)


def test_meeting_a_listed_outlet_changes_nothing(store: Store) -> None:
    store.outlets.sync([HERALD])

    store.outlets.ensure("Harbour Herald")

    assert store.outlets.all() == (HERALD,)
