from corroborate.extract.attribution.verbs import inflected


def test_regular_forms_are_made_and_irregular_ones_given() -> None:
    assert inflected("deny") == {"deny", "denies", "denied"}
    assert inflected("stress") == {"stress", "stresses", "stressed"}
    assert inflected("write/wrote") == {"write", "writes", "wrote"}
