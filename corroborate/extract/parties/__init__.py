"""People, bodies, places and products of an article, each under one name throughout the article."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from corroborate.extract.attribution.verbs import SPEECH_VERBS
from corroborate.extract.lexicon import AUXILIARIES, CALENDAR, STARTERS, WEEKDAYS
from corroborate.extract.parties.aliases import BUILT_IN, read_aliases
from corroborate.extract.parties.capitals import is_heading, mentions_in
from corroborate.extract.parties.entities import combined, entities_of
from corroborate.extract.parties.identity import acronyms, full_names
from corroborate.extract.parties.labels import DEEDS, is_known, sort_by_name
from corroborate.extract.parties.mentions import UNTOLD, Mention, Sort
from corroborate.extract.parties.nouns import is_common_noun
from corroborate.extract.parties.refusals import names_nobody
from corroborate.extract.parties.votes import is_company, sorts_of
from corroborate.extract.parties.writing import PROPER, Writing, written
from corroborate.extract.quantities.currencies import SIGNS
from corroborate.extract.spans import mark, register_extensions
from corroborate.extract.stretches import stretches
from corroborate.model.claims import Span
from corroborate.model.parties import AliasTable

# Endings that common words at the head of a sentence have and names seldom do.
COMMON_ENDINGS = ("ing", "ly", "tion", "tions", "ment", "ments", "ness", "ity", "ities", "ed", "ers", "ies", "ists", "ians")

PLURAL = frozenset({"are", "were", "have"})
"""Verbs that show a word with an s at its end to be a plural: "Boats were seized"."""

DEED_TAGS = frozenset({"VBD", "VBZ", "MD"})
"""Verbs with a subject right before them."""

CURRENCIES = frozenset(SIGNS) | frozenset(SIGNS.values())
"""Capitals that stand before sums, "CHF 81 million", and name nobody."""


class PartyReader:
    """Fill `doc.spans["parties"]`; each span carries in `span._.party` the full name within the article, or the one that a
    table of aliases gives it across articles."""

    def __init__(self, aliases: AliasTable = BUILT_IN) -> None:
        self.aliases = aliases

    def __call__(self, doc: Doc) -> Doc:
        """Find the names, then decide for all of them together what they stand for."""
        text = written(doc)
        found, sorts = find_mentions(doc, text, self.aliases)
        full = full_names({name: sort.label for name, sort in sorts.items()}, acronyms(text, found, self.aliases), self.aliases)
        marked = []
        for mention in found:
            first, last = doc[mention.start], doc[mention.end - 1]
            sort = sorts[mention.name]
            span = mark(doc, Span(first.idx, last.idx + len(last)), sort.label, f"parties.{sort.reason}")
            span._.party = full[mention.name]
            marked.append(span)
        doc.spans["parties"] = marked
        return doc


@Language.factory("corroborate_parties", default_config={"aliases": ""})
def make_parties(nlp: Language, name: str, aliases: str) -> PartyReader:
    """The component that reads parties; `aliases` is the path of a table of aliases, empty for the built-in one alone."""
    register_extensions()
    return PartyReader(BUILT_IN | read_aliases(Path(aliases)) if aliases else BUILT_IN)


def find_mentions(doc: Doc, text: Writing, aliases: AliasTable) -> tuple[list[Mention], dict[str, Sort]]:
    """Every name of a document and the sorts of them all: what sentences show to be names, and those again in headings."""
    bounds = [(sentence.start, sentence.end) for sentence in stretches(doc)]
    headings = [(start, end) for start, end in bounds if is_heading(text, start, end)]
    titled = {index for start, end in headings for index in range(start, end)}
    ruled = [mention for start, end in bounds if start not in titled for mention in mentions_in(text, start, end)]
    trained = [mention for mention in entities_of(doc, text) if mention.start not in titled]
    found = list(combined(ruled, trained, text)) if trained else ruled
    found = [mention for mention in found if mention.name not in CURRENCIES and not names_nobody(text, mention)]
    kept = list(_widened(text, _likely(text, found, aliases)))
    sorts = sorts_of(kept, acronyms(text, kept, aliases), aliases)
    again = [mention for start, end in headings for mention in _known_in(text, start, end, sorts)]
    return sorted(kept + again, key=lambda mention: mention.start), {mention.name: mention.sort for mention in again} | sorts


def _widened(text: Writing, mentions: list[Mention]) -> Iterator[Mention]:
    """The names, with the "New" of "New Halden" that begins a sentence where others show it to be part of the name."""
    names = {mention.name for mention in mentions if mention.end - mention.start > 1}
    for mention in mentions:
        before = mention.start - 1
        longer = text.text(before, mention.end) if before >= 0 and text.capital[before] else ""
        yield replace(mention, start=before, name=longer) if longer in names else mention


def _likely(text: Writing, mentions: list[Mention], aliases: AliasTable) -> list[Mention]:
    """The mentions without capitals that only the head of a sentence explains."""
    if all(mention.sure for mention in mentions):
        return mentions
    lower = {word for word in text.words if word.islower()}
    seen = {mention.name for mention in mentions if mention.sure}
    # "Ould Sidi" is seen in "Mohamed Ould Sidi".
    seen |= {name.split(maxsplit=1)[-1] for name in seen} | {name.rsplit(maxsplit=1)[-1] for name in seen}
    # So is "Larkfield" in "Larkfield Foods".
    seen |= {first for name in seen if (first := name.split()[0]) != name and first.lower() not in STARTERS and not is_common_noun(first)}
    seen |= {mention.name for mention in mentions if aliases.party(mention.name) is not None}
    return [mention for mention in mentions if mention.sure or mention.name in seen or _is_likely(text, mention, lower)]


def _is_likely(text: Writing, mention: Mention, lower: set[str]) -> bool:
    """A lone word at the head of a sentence is a name where what follows treats it as one and nothing else does."""
    word = mention.name
    if is_common_noun(word) and not mention.sort.reason.startswith("known"):
        return False
    if word.lower() in lower or word.lower() in STARTERS or word.endswith(COMMON_ENDINGS):
        return False
    if mention.end >= len(text) or mention.end - mention.start > 1:
        return False
    if mention.guess.reason == "trained pipeline" or (text.is_tagged(mention.start) and mention.sort.reason):
        return True
    # "Talks will resume": tags take the capitals of plurals for names.
    if text.is_tagged(mention.start) and (text.tags[mention.start] not in PROPER or word.endswith("s")):
        return False
    after = text.lower[mention.end]
    if word.endswith("s") and after in PLURAL:
        return False
    if text.tags[mention.end] in DEED_TAGS or after in SPEECH_VERBS or after in AUXILIARIES or after in DEEDS or after in ("'s", "’s"):
        return True
    if mention.end + 1 >= len(text):
        return False
    follower = mention.end + 1
    return (after == "on" and text.words[follower] in WEEKDAYS) or (after == "," and text.lower[follower] in ("which", "who", "whose"))


def _known_in(text: Writing, start: int, end: int, sorts: Mapping[str, Sort]) -> Iterator[Mention]:
    """Names of the article's sentences, short or in full, or of places and bodies everyone knows, inside a heading."""
    short = {_short(name, sort): sort for name, sort in sorts.items() if " " in name} | dict(sorts)
    index = start
    while index < end:
        stops = range(min(end, index + 6), index, -1) if text.capital[index] else ()
        names = ((text.text(index, stop), stop) for stop in stops if not text.words[stop - 1].isspace())
        name, stop = next(((name, stop) for name, stop in names if name not in CALENDAR and (name in short or is_known(name))), ("", 0))
        if not name:
            index += 1
            continue
        yield Mention(index, stop, name, short.get(name) or sort_by_name(name, name.split()) or UNTOLD)
        index = stop


def _short(name: str, sort: Sort) -> str:
    """What a headline calls it: the surname of a person, the first word of a company."""
    if sort.label == "PERSON":
        return name.split(maxsplit=1)[1]
    return name.split()[0] if is_company(name) else name
