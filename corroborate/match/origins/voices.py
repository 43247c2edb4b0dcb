"""Who is one voice in a story: "police", "Marlow police", "the police chief, Ana Ruiz" and "Chief Ruiz" are.

Built once for a story from everybody who is given as a source in it, so that an office told by one article makes
the name in another known.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corroborate.match.origins.cast import KEPT, descriptions, offices
from corroborate.match.origins.phrases import (
    BODIES_AT_LARGE,
    BODY,
    FIRMS,
    GOVERNMENTS,
    OFFICES,
    TITLES,
    body_words,
    initials,
    is_acronym,
    is_at_large,
    plain_words,
    rooted,
    telling_words,
)
from corroborate.match.words import STOPWORDS

Words = frozenset[str]
NOBODY: Words = frozenset()
PUBLIC = frozenset(BODY.values()) | {"commis", "author", "survey", "agency", "depart", "univer", "govern", "parlia", "senate", "instit"}
"""Words of bodies that are no companies."""

DOMINANT = 2
"""How many times more often than the next a fuller name must be used for a shorter one to be it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody or some body that speaks, by the words it is known by in the story; `label` is its best name there."""

    words: Words
    label: str


UNHEARD = Voice(NOBODY, "")


@dataclass(frozen=True, eq=False)
class Voices:
    """All voices of a story, by article and by the words with which the article names them."""

    heard: Mapping[tuple[str, str], Voice]

    def of(self, article: str, phrase: str) -> Voice:
        """Whom an article means; UNHEARD for "officials" and other nobodies."""
        return self.heard.get((article, phrase), UNHEARD)


def hear(said: Iterable[tuple[str, str]], texts: Mapping[str, str]) -> Voices:
    """The voices of a story from (article, phrase) pairs of its sources and the texts of its articles."""
    uses = Counter(said)
    phrases = sorted({phrase for _, phrase in uses})
    known = _known_words(phrases, list(texts.values()))
    frequency: Counter[Words] = Counter()
    at_home: defaultdict[str, set[Words]] = defaultdict(set)
    for (article, phrase), count in sorted(uses.items()):
        frequency[known[phrase]] += count
        at_home[article].add(known[phrase])
    settled = _Settled(frequency, at_home, _firms(phrases, known, texts), _described(phrases, known, texts))
    resolved = {(article, phrase): settled.resolve(article, phrase, known[phrase]) for article, phrase in uses}
    labels = _labels(resolved, uses, known)
    return Voices({use: Voice(words, labels[words]) for use, words in resolved.items() if words})


@dataclass(frozen=True, eq=False)
class _Settled:
    """What short and general names are resolved with."""

    frequency: Mapping[Words, int]
    at_home: Mapping[str, set[Words]]
    firms: Sequence[Words]
    described: Mapping[str, set[Words]]

    def resolve(self, article: str, phrase: str, words: Words) -> Words:
        """The fullest name in the story of whom the phrase means."""
        if not words:
            return NOBODY
        nouns = [word for word in plain_words(phrase) if word in FIRMS or word in BODIES_AT_LARGE or word in self.described]
        if (nouns and len(words) == 1) or is_at_large(phrase):
            meant = self._meant(article, nouns)
            if meant:
                return self._fullest(article, meant)
        return self._fullest(article, words)

    def _meant(self, article: str, nouns: Sequence[str]) -> Words:
        """The company, the regulator: who is introduced by that noun, has it in its name, or is the company of the story."""
        described = {words for noun in nouns for words in self.described.get(noun, ())}
        found = self._one_of(article, described)
        if found:
            return found
        roots = {root for noun in nouns for root in BODIES_AT_LARGE.get(noun, "").split()}
        named = {words for words in self.frequency for root in roots if any(word.startswith(root) for word in words) and len(words) > 1}
        found = self._one_of(article, named)
        if found or (nouns and not any(noun in FIRMS for noun in nouns)):
            return found
        return next((words for words in self.firms if words in self.at_home[article]), self.firms[0] if self.firms else NOBODY)

    def _fullest(self, article: str, words: Words) -> Words:
        if len(words) == 1 and words & GOVERNMENTS:
            return words
        fuller = {other for other in self.frequency if words < other}
        return self._one_of(article, {one for one in fuller if not any(one < other for other in fuller)}) or words

    def _one_of(self, article: str, found: set[Words]) -> Words:
        """The only one, the article's own, or the one used far more than the others."""
        if len(found) > 1 and len(found & self.at_home[article]) == 1:
            found = found & self.at_home[article]
        ranked = sorted(found, key=lambda words: (-self.frequency[words], sorted(words)))
        if len(ranked) > 1 and self.frequency[ranked[0]] < DOMINANT * self.frequency[ranked[1]]:
            return NOBODY
        return ranked[0] if ranked else NOBODY


def _known_words(phrases: Sequence[str], texts: Sequence[str]) -> dict[str, Words]:
    names = {phrase: _named(phrase) for phrase in phrases}
    full = {phrase: _full_name(name, texts) for phrase, (_, name) in names.items() if name}
    held = offices(sorted(set(full.values())), texts)
    known: dict[str, Words] = {}
    for phrase in phrases:
        office, name = names[phrase]
        told = body_words(office) if office else NOBODY
        if name and full[phrase] in held and len(held_words := body_words(held[full[phrase]])) >= len(told):
            told = held_words
        known[phrase] = told or telling_words(full.get(phrase, phrase) if name else phrase)
    return _spelt_out(known, texts)


def _named(phrase: str) -> tuple[str, str]:
    """ "Health Minister Farid Osmani" -> ("Health Minister", "Farid Osmani"); an empty name where there is none."""
    words = phrase.split()
    start = len(words)
    while start and words[start - 1][0].isupper() and not _is_office(words[start - 1]):
        start -= 1
    name, before = words[start:], words[:start]
    if not name or len(name) > 4 or is_acronym(" ".join(name)) or (before and not _is_office(before[-1])):
        return "", ""
    while len(name) > 1 and name[0].lower().strip(".") in TITLES:
        name = name[1:]
    return " ".join(before), " ".join(name)


def _is_office(word: str) -> bool:
    return word.lower().strip(".,") in OFFICES


def _full_name(name: str, texts: Sequence[str]) -> str:
    """ "Blake" is "Tom Blake" where a text of the story says so."""
    if " " in name:
        return name
    firsts = Counter(first for text in texts if name in text for first in _firsts(name, text))
    for first in list(firsts):
        # "Carmaker Lunden" and "Second Skyrane" are no full names: their first words are words of the language.
        if first.lower() in TITLES | FIRMS | STOPWORDS or _is_office(first) or any(_is_word(first.lower(), text) for text in texts):
            del firsts[first]
    return f"{max(firsts, key=lambda first: (firsts[first], first))} {name}" if firsts else name


@lru_cache(maxsize=KEPT)
def _firsts(name: str, text: str) -> tuple[str, ...]:
    """Capitalised words right before a name."""
    return tuple(re.findall(rf"(?<=[\w,.] )([A-Z][\w'’-]+) {re.escape(name)}(?!\w)", text))


@lru_cache(maxsize=KEPT)
def _is_word(word: str, text: str) -> bool:
    return word in text and re.search(rf"\b{word}\b", text) is not None


def _spelt_out(known: Mapping[str, Words], texts: Sequence[str]) -> dict[str, Words]:
    """Acronyms as the words of the name they stand for."""
    acronyms = {word for words in known.values() for word in words if is_acronym(word)}
    if not acronyms:
        return dict(known)
    meant = {initials(phrase): words for phrase, words in sorted(known.items()) if len(words) > 1 and not words & acronyms}
    for acronym in acronyms - meant.keys():
        pattern = re.compile(rf"((?:[A-Z][\w'’-]+ (?:of |for |the |and )*){{2,7}})\({acronym}\)")
        spelt = next((found.group(1) for text in texts if acronym in text for found in pattern.finditer(text)), None)
        if spelt:
            meant[acronym] = telling_words(spelt)
    return {
        phrase: frozenset(part for word in words for part in (meant.get(word, (word,)) if word in acronyms else (word,)))
        for phrase, words in known.items()
    }


def _firms(phrases: Sequence[str], known: Mapping[str, Words], texts: Mapping[str, str]) -> list[Words]:
    """What may be "the company": names of bodies that are no public ones, the one most written about first."""
    found: Counter[Words] = Counter()
    for phrase in phrases:
        words = known[phrase]
        if not words or words & PUBLIC or is_at_large(phrase) or not _is_name(phrase) or words != telling_words(phrase):
            continue
        speaks = any(_speaks(phrase, text) for text in texts.values())
        often = sum(text.count(phrase.split()[0]) for text in texts.values())
        found[words] = max(found[words], often + (1000 if speaks else 0))
    return sorted(found, key=lambda words: (-found[words], sorted(words)))


@lru_cache(maxsize=KEPT)
def _speaks(phrase: str, text: str) -> bool:
    """A text gives the body a spokeswoman, or what else only a firm has."""
    if phrase not in text:
        return False
    name = re.escape(phrase)
    return re.search(rf"spokes\w+ (?:for|of) (?:the )?{name}|{name}(?:['’]s?)? (?:spokes|Inc|chief)", text) is not None


def _is_name(phrase: str) -> bool:
    return all(word[0].isupper() or word in ("of", "and", "for", "the", "&") for word in phrase.split())


def _described(phrases: Sequence[str], known: Mapping[str, Words], texts: Mapping[str, str]) -> dict[str, set[Words]]:
    found: defaultdict[str, set[Words]] = defaultdict(set)
    bodies = [phrase for phrase in phrases if phrase[:1].isupper() and not is_at_large(phrase)]
    for name, nouns in descriptions(bodies, list(texts.values())).items():
        for noun in nouns:
            if noun in FIRMS or noun in BODIES_AT_LARGE:
                found[noun].add(known[name])
    return found


def _labels(resolved: Mapping[tuple[str, str], Words], uses: Mapping[tuple[str, str], int], known: Mapping[str, Words]) -> dict[Words, str]:
    """The best name of each voice: one with all its words rather than a person's, then the most used."""
    votes: defaultdict[Words, Counter[str]] = defaultdict(Counter)
    for use, words in resolved.items():
        votes[words][use[1]] += uses[use]
    return {
        words: max(counted, key=lambda phrase: _rank(phrase, words, known, counted[phrase])) for words, counted in votes.items() if words
    }


def _rank(phrase: str, words: Words, known: Mapping[str, Words], count: int) -> tuple[bool, bool, int, int, str]:
    plain = frozenset(rooted(BODY.get(word, word)) for word in plain_words(phrase))
    return (bool(plain & words), known[phrase] == words, count, -len(phrase), phrase)
