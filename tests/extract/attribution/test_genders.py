import pytest

from corroborate.extract.attribution.genders import gender_of, may_be


@pytest.mark.parametrize(
    ("tellers", "gender"),
    [
        (("Mr", "Robin"), "m"),
        (("Dame", "Robin"), "f"),
        (("chairwoman", "Robin"), "f"),
        (("Petra",), "f"),
        (("Bela",), "m"),
        (("Quillon",), ""),
    ],
)
def test_titles_nouns_and_given_names_tell(tellers: tuple[str, ...], gender: str) -> None:
    assert gender_of(tellers) == gender


def test_an_unknown_name_may_be_either() -> None:
    assert may_be("", "she")
    assert may_be("", "he")
    assert not may_be("m", "she")
