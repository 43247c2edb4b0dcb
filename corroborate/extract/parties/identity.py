"""Which names of an article are one party's: short forms, acronyms, surnames behind titles, legal forms left out."""

from collections.abc import Iterable, Mapping, Sequence

from corroborate.extract.lexicon import FUNCTION_WORDS
from corroborate.extract.parties.labels import STORMS, is_known
from corroborate.extract.parties.mentions import Mention
from corroborate.extract.parties.names import SUFFIXES
from corroborate.extract.parties.places import place_named
from corroborate.extract.parties.votes import is_company
from corroborate.extract.parties.writing import Writing
from corroborate.model.parties import AliasTable

LONGEST_ACRONYM = 5


def acronyms(text: Writing, mentions: Sequence[Mention], aliases: AliasTable) -> dict[str, str]:
    """Short forms given in brackets after a name, "Norland Fisheries Authority (NFA)", or by the initials of one before."""
    given = {}
    for mention in mentions:
        ahead = text.words[mention.end : mention.end + 3]
        if len(ahead) == 3 and ahead[0] == "(" and ahead[2] == ")" and ahead[1].isupper():
            given[ahead[1]] = mention.name
    return _by_initials_before(mentions, aliases) | given


def _by_initials_before(mentions: Sequence[Mention], aliases: AliasTable) -> dict[str, str]:
    """Capitals that are the initials of the only body before them: "Democratic Front", then "DF"."""
    bodies: dict[str, set[str]] = {}
    found: dict[str, str] = {}
    for mention in mentions:
        name = mention.name
        if " " not in name and 2 <= len(name) <= LONGEST_ACRONYM and name.isupper() and name.isalpha():
            choices = bodies.get(name, set())
            if len(choices) == 1 and not is_known(name) and aliases.party(name) is None:
                found.setdefault(name, next(iter(choices)))
        elif " " in name and "ORG" in (mention.sort.label, mention.guess.label) and not name.isupper():
            bodies.setdefault(_initials(name), set()).add(name)
    return found


def full_names(labels: Mapping[str, str], given: Mapping[str, str], aliases: AliasTable) -> dict[str, str]:
    """The name under which each name as written goes: the full one of the article, under that of the table of aliases."""
    people = _by_part(name for name, label in labels.items() if label == "PERSON" or name.split()[0] in STORMS)
    companies = _by_first_word(name for name, label in labels.items() if label == "ORG")
    initials = _by_initials(name for name, label in labels.items() if label == "ORG")
    spelt = {name.upper(): name for name in labels if not name.isupper()}
    full = {}
    for name, label in labels.items():
        longer = spelt.get(name) or given.get(name) or _longer(name, label, people=people, companies=companies, initials=initials) or name
        trimmed = _trimmed(longer, labels.get(longer, label))
        known = aliases.party(longer) or aliases.party(trimmed)
        full[name] = trimmed if known is None else known.name
    return full


def _longer(
    name: str, label: str, *, people: Mapping[str, set[str]], companies: Mapping[str, set[str]], initials: Mapping[str, set[str]]
) -> str | None:
    """The one longer name of the article that this is short for, None where there is none or more than one."""
    if label in ("PLACE", "NORP"):
        return None
    choices = people.get(name, set()) if label in ("PERSON", "PRODUCT") else companies.get(name, set()) | initials.get(name, set())
    return next(iter(choices)) if len(choices) == 1 else None


def _by_part(names: Iterable[str]) -> dict[str, set[str]]:
    """Surnames of one or more words, and given names where they are nobody's surname."""
    surnames: dict[str, set[str]] = {}
    given: dict[str, set[str]] = {}
    for name in names:
        parts = name.split()
        for place in range(1, len(parts)):
            surnames.setdefault(" ".join(parts[place:]), set()).add(name)
        if len(parts) > 1:
            given.setdefault(parts[0], set()).add(name)
    return given | surnames


def _by_first_word(names: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        if is_company(name):
            found.setdefault(name.split()[0], set()).add(name)
    return found


def _by_initials(names: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        letters = _initials(name)
        if len(letters) > 2:
            found.setdefault(letters, set()).add(name)
    return found


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split() if part[0].isupper() and part not in FUNCTION_WORDS and part not in SUFFIXES)


def _trimmed(name: str, label: str) -> str:
    """The name without its article and legal form; a place under its usual name."""
    if label == "PLACE":
        # Datelines are in large letters: "PORT HALSTEN".
        usual = name.title() if name.isupper() and len(name) > LONGEST_ACRONYM else name
        return place_named(name) or place_named(usual) or usual
    parts = name.removeprefix("The ").split()
    while len(parts) > 1 and (parts[-1] in SUFFIXES or parts[-1] in (",", "&")):
        parts.pop()
    return " ".join(parts).rstrip(",")
