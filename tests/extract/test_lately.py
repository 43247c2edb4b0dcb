from corroborate.extract.lately import Lately


def test_things_are_forgotten_when_they_were_not_met_for_long() -> None:
    kept = Lately[str, int](most=8)
    for number, name in enumerate(("first", "second", "third")):
        kept.keep(name, number, size=4)
    kept.get("first")
    for number, name in enumerate(("fourth", "fifth")):
        kept.keep(name, number, size=4)

    assert [kept.get(name) for name in ("first", "second", "fifth")] == [0, None, 1]
