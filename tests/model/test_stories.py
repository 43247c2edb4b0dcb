"""What stands behind a group of claims, in one sentence."""

from corroborate.model.stories import Origin, OriginKind, summary


def origin(kind: OriginKind, label: str, *outlets: str) -> Origin:
    return Origin("o", "g", kind, label, (), outlets, ())


def test_outlets_origins_and_what_they_are_make_one_sentence() -> None:
    letter = origin(OriginKind.DOCUMENT, "letter from Oriel Labs, 10 June 2026", "Harbour Herald", "Dune Daily")
    unknown = origin(OriginKind.UNKNOWN, "Fell Courier, source not stated", "Fell Courier")
    another = origin(OriginKind.UNKNOWN, "Tern Tribune, source not stated", "Tern Tribune")

    assert summary((letter,)) == "2 outlets, 1 origin: 1 letter"
    assert summary((letter, unknown)) == "3 outlets, 2 origins: 1 letter and 1 source not stated"
    assert summary((letter, unknown, another)) == "4 outlets, 3 origins: 1 letter and 2 sources not stated"


def test_one_outlet_may_rest_on_two_origins() -> None:
    police = origin(OriginKind.SPEAKER, "Marlow police", "Harbour Herald")
    filing = origin(OriginKind.DOCUMENT, "court documents, 12 October 2026", "Harbour Herald")

    assert summary((police, filing)) == "1 outlet, 2 origins: 1 named source and 1 document"
