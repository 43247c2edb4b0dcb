"""Training texts: treebanks without entities and entity annotation without trees, together in one set of examples."""

import gzip
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.training.converters.conllu_to_docs import conllu_to_docs

SENTENCES_A_DOC = 10
LONGEST_DOC = 400
"""Tokens; longer ones would fill a batch alone."""

TREES = {"train": "ud-train.conllu.gz", "dev": "ud-dev.conllu.gz"}
ENTITIES = {"train": "ner-train.spacy", "dev": "ner-dev.spacy"}


def write_corpus(treebanks: Path, part: str, target: Path) -> int:
    """Write the documents of `part` ("train" or "dev"), mixed, as one DocBin; returns their number of tokens."""
    docs = [*parsed(treebanks / TREES[part]), *annotated(treebanks / ENTITIES[part])]
    random.Random(0).shuffle(docs)
    DocBin(docs=docs, store_user_data=False).to_disk(target)
    return sum(len(doc) for doc in docs)


def parsed(file: Path) -> Iterator[Doc]:
    """Documents of some sentences each with tags and trees; their entities are unknown, not absent."""
    text = gzip.decompress(file.read_bytes()).decode()
    read: Callable[..., Iterable[Doc]] = conllu_to_docs
    for doc in read(text, n_sents=SENTENCES_A_DOC, no_print=True):
        doc.set_ents([], default="missing")
        yield doc


def annotated(file: Path) -> Iterator[Doc]:
    """Documents with entities, without trees."""
    for doc in DocBin().from_disk(file).get_docs(spacy.blank("en").vocab):
        for start in range(0, len(doc), LONGEST_DOC):
            piece = doc[start : start + LONGEST_DOC]
            # An entity that the cut goes through is left as unknown by as_doc.
            yield piece.as_doc()
