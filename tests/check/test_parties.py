import pytest

from corroborate.check.parties import compare_participations, is_same_party
from corroborate.model.figures import Participation
from corroborate.model.findings import Relation

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
