"""Only stories that have or name an outlet that came, went or changed hands can come out otherwise."""

from corroborate.match.origins.owners import Owners, turnover
from corroborate.model.outlets import Outlet

HERALD, POST = Outlet("Harbour Herald", "Elm House"), Outlet("Port Post", "Port Post")
BEFORE = Owners.of([HERALD, POST])


def test_a_new_outlet_concerns_who_names_it_and_nobody_else() -> None:
    change = turnover(BEFORE, Owners.of([HERALD, POST, Outlet("Fell Courier", "Fell Courier")]))

    assert change.concerns("Port Post", ["As the Fell Courier reported, nine were hurt."])
    assert change.concerns("Fell Courier", ["Nine were hurt."])
    assert not change.concerns("Port Post", ["Nine were hurt on the fell, the harbour master said."])


def test_a_second_herald_concerns_who_names_the_only_one_there_was() -> None:
    change = turnover(BEFORE, Owners.of([HERALD, POST, Outlet("Dune Herald", "Dune Herald")]))

    assert change.concerns("Port Post", ["Nine were hurt, officials told the Herald."])
    assert not change.concerns("Port Post", ["Nine were hurt, officials told the Post."])


def test_an_outlet_that_changes_hands_concerns_its_own_stories() -> None:
    change = turnover(BEFORE, Owners.of([HERALD, Outlet("Port Post", "Elm House", aliases=("The Packet",))]))

    assert change.concerns("Port Post", ["Nine were hurt."])
    assert change.concerns("Harbour Herald", ["Nine were hurt, the Packet said."])
    assert not change.concerns("Harbour Herald", ["Nine were hurt."])


def test_what_is_written_is_read_again() -> None:
    assert Owners.read(BEFORE.written()) == BEFORE
    assert Owners.read("a digest of an earlier version") is None
