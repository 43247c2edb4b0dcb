"""Who is meant by a name, across articles and outlets: a table of aliases, and nothing cleverer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Party:
    """A person, body, place or product under its one name: "Norland Fisheries Authority", ORG, Q42.

    `label` is PERSON, ORG, PLACE, NORP or PRODUCT, `wikidata` the identifier there; each None where nobody gave it.
    """

    name: str
    label: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class AliasTable:
    """Parties by the names they go by; capitals count ("WHO" is not "who"), blanks and a leading "the" do not.

    >>> AliasTable.of([("NFA", Party("Norland Fisheries Authority"))]).party("the NFA").name
    'Norland Fisheries Authority'
    """

    parties: Mapping[str, Party] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, rows: Iterable[tuple[str, Party]]) -> "AliasTable":
        """The table of aliases with their parties; each party also goes by its own name."""
        parties: dict[str, Party] = {}
        for alias, party in rows:
            parties[plain(alias)] = party
            parties.setdefault(plain(party.name), party)
        return cls(MappingProxyType(parties))

    def party(self, name: str) -> Party | None:
        """Who goes by a name, None where the table does not say."""
        return self.parties.get(plain(name)) if self.parties else None

    def wikidata(self, name: str) -> str | None:
        """The Wikidata identifier of who goes by a name."""
        found = self.party(name)
        return None if found is None else found.wikidata

    def __or__(self, other: "AliasTable") -> "AliasTable":
        """Both tables, the other one first where they differ."""
        return AliasTable(MappingProxyType({**self.parties, **other.parties}))

    def __reduce__(self) -> tuple[object, tuple[dict[str, Party]]]:
        # A read-only view of a dict cannot be pickled.
        return _restored, (dict(self.parties),)


def _restored(parties: dict[str, Party]) -> AliasTable:
    return AliasTable(MappingProxyType(parties))


def plain(name: str) -> str:
    """A name without what newspapers vary: blanks, curly quotes, a leading article."""
    words = name.replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "The") else words)
