"""People, bodies, places and products of an article, each under one name throughout the article."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from corroborate.extract.attribution.verbs import SPEECH_VERBS
from corroborate.extract.lexicon import AUXILIARIES, CALENDAR, FUNCTION_WORDS, STARTERS, WEEKDAYS, words
from corroborate.extract.parties.capitals import Mention, is_heading, mentions_in, opens_name
from corroborate.extract.parties.names import BODIES, COMPANY_TAILS, KNOWN_BODIES, OUTLETS, SUFFIXES, is_outlet
from corroborate.extract.parties.places import PEOPLES, place_named
from corroborate.extract.quantities.currencies import SIGNS
from corroborate.extract.spans import mark, register_extensions
from corroborate.extract.stretches import stretches
from corroborate.model.claims import Span

RULE = "parties.name"
# Verbs of those who act: behind a lone capital at the head of a sentence they speak for a name.
DEEDS = words("""
acquired launched agreed bought sold hired fired plans planned unveiled posted filed sued raised signed appointed named refused
declined introduced wants wanted offered opened closed runs owns makes operates employs sent wrote paid won lost beat withdrew
resigned
""")
# Endings that common words at the head of a sentence have and names seldom do.
COMMON_ENDINGS = ("ing", "ly", "tion", "tions", "ment", "ments", "ness", "ity", "ities", "ed", "ers", "ies", "ists", "ians")


CURRENCIES = frozenset(SIGNS) | frozenset(SIGNS.values())
"""Capitals that stand before sums, "CHF 81 million", and name nobody."""


class PartyReader:
    """Fill `doc.spans["parties"]`; each span carries its full name within the article in `span._.party`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the names, then decide for all of them together what they stand for."""
        found = sorted(find_mentions(doc), key=lambda mention: mention.start)
        full = full_names(found, acronyms(doc, found))
        marked = []
        for mention in found:
            chars = Span(doc[mention.start].idx, doc[mention.end - 1].idx + len(doc[mention.end - 1]))
            span = mark(doc, chars, mention.label, RULE)
            span._.party = full[mention.name]
            marked.append(span)
        doc.spans["parties"] = marked
        return doc


@Language.factory("corroborate_parties")
def make_parties(nlp: Language, name: str) -> PartyReader:
    """The component that reads parties."""
    register_extensions()
    return PartyReader()


def find_mentions(doc: Doc) -> list[Mention]:
    """Every name of a document: what sentences show to be names, and those names again in headings."""
    headings = []
    found: list[Mention] = []
    for sentence in stretches(doc):
        if is_heading(sentence):
            headings.append(sentence)
        else:
            found.extend(mentions_in(sentence))
    lower = {token.text for token in doc if token.is_lower}
    seen = Counter(mention.name for mention in found if mention.sure)
    kept = [mention for mention in found if mention.sure or mention.name in seen or _is_likely(doc, mention, lower)]
    labels = _labels(kept)
    known = {tuple(name.split()): label for name, label in labels.items()}
    for heading in headings:
        kept.extend(_known_in(doc, heading.start, heading.end, known))
    return [replace(mention, label=labels.get(mention.name, mention.label)) for mention in kept if mention.name not in CURRENCIES]


def _is_likely(doc: Doc, mention: Mention, lower: set[str]) -> bool:
    """A lone word at the head of a sentence is a name where what follows treats it as one and nothing else does."""
    word = mention.name
    if word.lower() in lower or word.lower() in STARTERS or word.endswith(COMMON_ENDINGS):
        return False
    if mention.end >= len(doc):
        return False
    after = doc[mention.end]
    if after.lower_ in SPEECH_VERBS or after.lower_ in AUXILIARIES or after.lower_ in DEEDS or after.text in ("'s", "’s"):
        return True
    if mention.end + 1 >= len(doc):
        return False
    follower = doc[mention.end + 1]
    return (after.lower_ == "on" and follower.text in WEEKDAYS) or (after.text == "," and follower.lower_ in ("which", "who", "whose"))


def _labels(mentions: Sequence[Mention]) -> dict[str, str]:
    """One label per name: the one most of its telling mentions have, ORG where none tells."""
    votes: dict[str, Counter[str]] = {}
    for mention in mentions:
        counts = votes.setdefault(mention.name, Counter())
        if mention.label:
            counts[mention.label] += 1
    labels = {name: max(counts, key=lambda label: (counts[label], label), default="ORG") for name, counts in votes.items()}
    labels |= dict.fromkeys(_called_by_last_word(labels), "PERSON")
    surnames = {name.split()[-1] for name, label in labels.items() if label == "PERSON" and " " in name}
    return {name: "PERSON" if name in surnames and place_named(name) is None else label for name, label in labels.items()}


def _called_by_last_word(labels: Mapping[str, str]) -> Iterator[str]:
    """People are called by their last word later on, companies by their first: "Quent Obrecht", then "Obrecht"."""
    for name, label in labels.items():
        parts = name.split()
        typical = label == "ORG" and 2 <= len(parts) <= 3 and not set(parts) & (BODIES | COMPANY_TAILS) and not is_outlet(name)
        if typical and parts[-1] in labels and parts[0] not in labels and place_named(parts[-1]) is None:
            yield name


def _known_in(doc: Doc, start: int, end: int, known: Mapping[tuple[str, ...], str]) -> Iterator[Mention]:
    """Names of the article's sentences, or of places and bodies everyone knows, inside a heading."""
    index = start
    while index < end:
        if not opens_name(doc[index]):
            index += 1
            continue
        stops = range(min(end, index + 6), index, -1)
        stop = next((stop for stop in stops if _is_known(doc[index:stop].text, known)), None)
        if stop is None:
            index += 1
            continue
        name = doc[index:stop].text
        yield Mention(index, stop, name, known.get(tuple(name.split())) or _known_label(name))
        index = stop


def _is_known(name: str, known: Mapping[tuple[str, ...], str]) -> bool:
    if name in CALENDAR:
        return False
    return tuple(name.split()) in known or place_named(name) is not None or name in KNOWN_BODIES or name in PEOPLES or name in OUTLETS


def _known_label(name: str) -> str:
    if place_named(name) is not None:
        return "PLACE"
    return "NORP" if name in PEOPLES else "ORG"


def acronyms(doc: Doc, mentions: Sequence[Mention]) -> dict[str, str]:
    """Short forms given in brackets after a name: "Norland Fisheries Authority (NFA)"."""
    given = {}
    for mention in mentions:
        ahead = doc[mention.end : mention.end + 3]
        if len(ahead) == 3 and ahead[0].text == "(" and ahead[2].text == ")" and ahead[1].is_upper:
            given[ahead[1].text] = mention.name
    return given


def full_names(mentions: Sequence[Mention], given: Mapping[str, str]) -> dict[str, str]:
    """The name under which each name as written goes within the article."""
    labels = {mention.name: mention.label for mention in mentions}
    people = _by_last_word(name for name, label in labels.items() if label == "PERSON")
    companies = _by_first_word(name for name, label in labels.items() if label == "ORG")
    initials = _by_initials(name for name, label in labels.items() if label == "ORG")
    spelt = {name.upper(): name for name in labels if not name.isupper()}
    full = {}
    for name, label in labels.items():
        longer = spelt.get(name) or given.get(name) or _longer(name, label, people=people, companies=companies, initials=initials) or name
        full[name] = _trimmed(longer, labels.get(longer, label))
    return full


def _longer(
    name: str, label: str, *, people: Mapping[str, set[str]], companies: Mapping[str, set[str]], initials: Mapping[str, set[str]]
) -> str | None:
    """The one longer name of the article that this is short for, None where there is none or more than one."""
    if " " in name or label in ("PLACE", "NORP"):
        return None
    choices = people.get(name, set()) if label == "PERSON" else companies.get(name, set()) | initials.get(name, set())
    return next(iter(choices)) if len(choices) == 1 else None


def _by_last_word(names: Iterator[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        if " " in name:
            found.setdefault(name.split()[-1], set()).add(name)
    return found


def _by_first_word(names: Iterator[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        parts = name.split()
        if len(parts) > 1 and parts[-1] in COMPANY_TAILS and not is_outlet(name) and not (set(parts) & BODIES - COMPANY_TAILS):
            found.setdefault(parts[0], set()).add(name)
    return found


def _by_initials(names: Iterator[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        letters = "".join(part[0] for part in name.split() if part[0].isupper() and part not in FUNCTION_WORDS)
        if len(letters) > 2:
            found.setdefault(letters, set()).add(name)
    return found


def _trimmed(name: str, label: str) -> str:
    """The name without its article and legal form; a place under its usual name."""
    if label == "PLACE":
        return place_named(name) or name
    parts = name.removeprefix("The ").split()
    while len(parts) > 1 and (parts[-1] in SUFFIXES or parts[-1] in (",", "&")):
        parts.pop()
    return " ".join(parts).rstrip(",")
