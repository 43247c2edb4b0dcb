"""More names from the same texts: entities change places with others of their kind, so that contexts teach and not names."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy import util
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

Augmenter = Callable[[Language, Example], Iterator[Example]]

POOL = 4000
"""Names of one kind that are remembered; more would repeat the corpus, not vary it."""


def swapped_names(level: float, seed: int) -> Augmenter:
    """Exchange the names of a share `level` of the documents for names of the same kind met before."""
    return _Swapper(level, random.Random(seed))


util.registry.augmenters.register("corroborate.swapped_names.v1", func=swapped_names)


@dataclass
class _Swapper:
    level: float
    chance: random.Random
    pool: dict[str, list[list[str]]] = field(default_factory=lambda: defaultdict(list))

    def __call__(self, nlp: Language, example: Example) -> Iterator[Example]:
        doc = example.reference
        for entity in doc.ents:
            self._remember(entity.label_, [token.text for token in entity])
        if not doc.ents or self.chance.random() >= self.level:
            yield example
            return
        changed = self._swapped(doc)
        yield Example(nlp.make_doc(changed.text), changed)

    def _remember(self, label: str, name: list[str]) -> None:
        names = self.pool[label]
        if len(names) < POOL:
            names.append(name)
        else:
            names[self.chance.randrange(POOL)] = name

    def _swapped(self, doc: Doc) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        tags: list[str] = []
        place = 0
        for entity in doc.ents:
            for token in doc[place : entity.start]:
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
                tags.append("O")
            name = self.chance.choice(self.pool[entity.label_])
            words.extend(name)
            spaces.extend([True] * (len(name) - 1) + [bool(entity[-1].whitespace_)])
            tags.extend([f"B-{entity.label_}"] + [f"I-{entity.label_}"] * (len(name) - 1))
            place = entity.end
        for token in doc[place:]:
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
            tags.append("O")
        return Doc(doc.vocab, words=words, spaces=spaces, ents=tags)
