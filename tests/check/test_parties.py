import pytest

from corroborate.check.parties import compare_participations, is_same_party
from corroborate.model.figures import Kind, Participation
from corroborate.model.findings import Relation
from tests.check.newsrooms import Newsroom

ROLE = "letter recipient"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ilse Varga", "Senator Varga"),
        ("Tarn Freight Inc", "Tarn Freight"),
        ("PEFA", "Port Ellen Ferry Authority"),
        ("Senate Banking Committee", "U.S. Senate Committee on Banking, Housing, and Ports"),
    ],
)
def test_one_party_goes_by_several_names(left: str, right: str) -> None:
    assert is_same_party(left, right)
    assert is_same_party(right, left)


@pytest.mark.parametrize(("sentence", "is_told"), [("The Dawn Party of Ada Brill won.", False), ("Ada Brill beat the Dawn Party.", True)])
def test_a_party_and_the_one_who_leads_it_have_both_won(sentence: str, is_told: bool) -> None:
    newsroom = Newsroom("Who won?")
    for outlet in ("Harbour Herald", "Port Post"):
        newsroom.says(
            outlet, f"The Dawn Party won, {outlet} learned.", "Dawn Party", Participation("winner", ("Dawn Party",)), kind=Kind.PARTY
        )
    newsroom.says("Daily Quay", sentence, "Ada Brill", Participation("winner", ("Ada Brill",)), kind=Kind.PARTY)

    assert bool(newsroom.types()) is is_told


def test_other_names_are_other_parties() -> None:
    assert not is_same_party("Ilse Varga", "Tom Varga")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("Ilse Varga", "Tom Okafor"), ("Okafor", "Varga"), Relation.SAME),
        (("Ilse Varga", "Tom Okafor"), ("Varga",), Relation.COMPATIBLE),
        (("Norland senators",), ("Ilse Varga", "Tom Okafor"), Relation.COMPATIBLE),
        (("Ilse Varga",), ("Mira Lind",), Relation.CONFLICT),
        (("Norland senators",), ("Harbour Safety Committee",), Relation.CONFLICT),
    ],
)
def test_parties_compare_by_whom_they_share(left: tuple[str, ...], right: tuple[str, ...], expected: Relation) -> None:
    one, other = Participation(ROLE, left), Participation(ROLE, right)

    assert compare_participations(one, other).relation is expected
    assert compare_participations(one, other) == compare_participations(other, one)


def test_other_roles_are_not_compared() -> None:
    assert compare_participations(Participation("buyer", ("Tarn",)), Participation("target", ("Tarn",))).relation is Relation.INCOMPARABLE
