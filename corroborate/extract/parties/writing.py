"""The words of a document as plain lists: a Doc makes an object anew for each token that it is asked for."""

from dataclasses import dataclass

from spacy.tokens import Doc

from corroborate.extract.lexicon import CALENDAR

PROPER = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Writing:
    """Words of a document by place: as written, in small letters, whether a blank follows, and whether one may open a name.

    `tags` are Penn Treebank tags, empty where no trained pipeline has looked.
    """

    words: list[str]
    lower: list[str]
    spaced: list[bool]
    capital: list[bool]
    tags: list[str]

    def __len__(self) -> int:
        return len(self.words)

    def text(self, start: int, end: int) -> str:
        """The words from `start` to before `end` as they stand in the text."""
        pieces = [word + " " if blank else word for word, blank in zip(self.words[start:end], self.spaced[start:end], strict=True)]
        return "".join(pieces).rstrip()

    def is_small(self, index: int) -> bool:
        """The word is of small letters alone, and no mark."""
        return self.words[index].isalpha() and self.words[index].islower()

    def is_tagged(self, index: int) -> bool:
        """A trained pipeline has looked at the word."""
        return bool(self.tags[index])


def written(doc: Doc) -> Writing:
    """The words of a document."""
    columns = doc.to_array(["ORTH", "LOWER", "TAG", "SPACY"]).T.tolist()
    strings = doc.vocab.strings
    words = [strings[orth] for orth in columns[0]]
    lower = [strings[orth] for orth in columns[1]]
    tags = [strings[tag] if tag else "" for tag in columns[2]]
    capital = [word != small and opens_name(word) for word, small in zip(words, lower, strict=True)]
    for index in (index for index, word in enumerate(words[:-1]) if word == "Jan"):
        # The month is followed by a day, the given name by a surname.
        capital[index] = words[index + 1].istitle()
    return Writing(words, lower, [bool(blank) for blank in columns[3]], capital, tags)


def opens_name(word: str) -> bool:
    """The word is written like part of a name: a capital, or a capital inside ("eBay")."""
    if word in CALENDAR or word == "I" or not any(map(str.isalpha, word)):
        return False
    return word[0].isupper() or (len(word) > 2 and word[0].islower() and word[1].isupper())
