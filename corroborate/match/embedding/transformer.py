"""Sentence models of BERT's kind by numpy alone: PyTorch and what comes with it take ten seconds and half a gigabyte to load
in every process, and multiply no faster.

After Devlin, Chang, Lee and Toutanova (2019), with the mean of the tokens as the text's vector (Reimers and Gurevych, 2019).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from corroborate.match.embedding.embedder import Vectors

WEIGHTS, CONFIGURATION, TOKENIZER = "model.safetensors", "config.json", "tokenizer.json"
POOLING, LENGTHS, MODULES = "1_Pooling/config.json", "sentence_bert_config.json", "modules.json"
EXPECTED = {"model_type": "bert", "hidden_act": "gelu", "position_embedding_type": "absolute"}
MEAN = "pooling_mode_mean_tokens"
WORDS = "embeddings.word_embeddings.weight"
PARTS = ("Transformer", "Pooling", "Normalize")
SINGLE = "F32"

ERF_ABOVE = (2.132147646e-06, 2.879889164e-04, 3.693282663e-03, 5.254631222e-02, 1.881088942e-01, 1.128379075e00)
ERF_BELOW = (3.909746612e-05, 1.153659110e-03, 1.482226958e-02, 1.132518263e-01, 5.000394259e-01, 1.0)
ERF_END = 3.8
"""The error function as a quotient of polynomials of the square, and beyond the end as 1: fitted to it by least squares at
Chebyshev's points, reweighted by Lawson's rule, and true to 4e-7 in single precision."""

ROWS = 16
"""Tokens at a time, whose values stay in the processor's cache."""

Weights = Mapping[str, Vectors]


def can_run(folder: Path) -> bool:
    """The folder holds a model of this kind: BERT in single precision, the mean of its tokens at length one."""
    try:
        told, pooled, lengths = (_json(folder / name) for name in (CONFIGURATION, POOLING, LENGTHS))
        parts = tuple(part["type"].rpartition(".")[2] for part in _json(folder / MODULES))
        known = _header(np.memmap(folder / WEIGHTS, dtype=np.uint8, mode="r"))[0]
        is_single = known[WORDS]["dtype"] == SINGLE
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    modes = {name for name, chosen in pooled.items() if name.startswith("pooling_mode") and chosen is True}
    is_bert = all(told.get(name) == value for name, value in EXPECTED.items()) and not lengths.get("do_lower_case")
    return is_bert and is_single and parts == PARTS and modes == {MEAN} and (folder / TOKENIZER).is_file()


@dataclass(frozen=True, eq=False)
class Layer:
    """The weights of one layer: queries, keys and values side by side, what follows them, and the two steps of the feed-forward part."""

    attention: tuple[Vectors, Vectors]
    attended: tuple[Vectors, Vectors]
    attended_norm: tuple[Vectors, Vectors]
    wide: tuple[Vectors, Vectors]
    narrow: tuple[Vectors, Vectors]
    norm: tuple[Vectors, Vectors]


class Transformer:
    """Vectors of texts by the model of a folder; each text is computed by itself, so that nothing beside it changes its vector."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        told = _json(folder / CONFIGURATION)
        self._heads, self._epsilon = int(told["num_attention_heads"]), np.float32(told["layer_norm_eps"])
        tokenizer: Any = Tokenizer
        self._tokenizer: Any = tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(int(_json(folder / LENGTHS)["max_seq_length"]))
        weights = weights_of(folder / WEIGHTS)
        self._words = weights[WORDS]
        self._places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        self._norm = _pair(weights, "embeddings.LayerNorm")
        scale = (len(self._norm[1]) / self._heads) ** -0.5
        self._layers = [_layer(weights, f"encoder.layer.{number}", scale) for number in range(int(told["num_hidden_layers"]))]
        self._threads = ThreadpoolController()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of length one a text."""
        # Matching runs in as many processes as there are processors: more threads would only wait for each other.
        with self._threads.limit(limits=1):
            return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vectors:
        tokens = self._tokenizer.encode(text).ids
        state = _normed(self._words[tokens] + self._places[: len(tokens)], self._norm, self._epsilon)
        for layer in self._layers:
            state = self._through(layer, state)
        mean: Vectors = state.mean(axis=0)
        mean /= np.float32(max(float(np.linalg.norm(mean)), 1e-12))
        return mean

    def _through(self, layer: Layer, state: Vectors) -> Vectors:
        state = _normed(_affine(self._attended(layer, state), layer.attended) + state, layer.attended_norm, self._epsilon)
        return _normed(_affine(gelu(_affine(state, layer.wide)), layer.narrow) + state, layer.norm, self._epsilon)

    def _attended(self, layer: Layer, state: Vectors) -> Vectors:
        """What each token takes over from the others, by how well its query meets their keys."""
        number, width = state.shape
        parts = _affine(state, layer.attention).reshape(number, 3, self._heads, width // self._heads)
        queries, keys, values = parts.transpose(1, 2, 0, 3)
        scores: Vectors = queries @ keys.transpose(0, 2, 1)
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        met: Vectors = (scores @ values).transpose(1, 0, 2).reshape(number, width)
        return met


def weights_of(path: Path) -> dict[str, Vectors]:
    """The arrays of a safetensors file, not read before they are used and shared by all processes that use them."""
    raw = np.memmap(path, dtype=np.uint8, mode="r")
    listed, end = _header(raw)
    return {
        name: raw[end + told["data_offsets"][0] : end + told["data_offsets"][1]].view(np.float32).reshape(told["shape"])
        for name, told in listed.items()
        if name != "__metadata__" and told["dtype"] == SINGLE
    }


def _header(raw: NDArray[np.uint8]) -> tuple[Any, int]:
    """What the file says it holds, and where that begins."""
    end = 8 + int.from_bytes(raw[:8].tobytes(), "little")
    return json.loads(raw[8:end].tobytes()), end


def gelu(values: Vectors) -> Vectors:
    """Each value times the probability that a normal variable is below it (Hendrycks and Gimpel, 2016)."""
    return np.concatenate([_gelu(values[start : start + ROWS]) for start in range(0, len(values), ROWS)])


def _gelu(values: Vectors) -> Vectors:
    reach: Vectors = np.clip(values * np.float32(0.5**0.5), -ERF_END, ERF_END)
    square = reach * reach
    above, below = _polynomial(square, ERF_ABOVE), _polynomial(square, ERF_BELOW)
    above *= reach
    above /= below
    above += 1
    above *= values
    above *= np.float32(0.5)
    return above


def _polynomial(at: Vectors, coefficients: Sequence[float]) -> Vectors:
    made: Vectors = at * np.float32(coefficients[0])
    for coefficient in coefficients[1:-1]:
        made += np.float32(coefficient)
        made *= at
    made += np.float32(coefficients[-1])
    return made


def _affine(values: Vectors, step: tuple[Vectors, Vectors]) -> Vectors:
    made: Vectors = values @ step[0]
    made += step[1]
    return made


def _normed(values: Vectors, scale: tuple[Vectors, Vectors], epsilon: np.float32) -> Vectors:
    number = np.float32(values.shape[-1])
    values -= (values.sum(axis=-1) / number)[:, None]
    values /= np.sqrt(np.einsum("ij,ij->i", values, values) / number + epsilon)[:, None]
    values *= scale[0]
    values += scale[1]
    return values


def _layer(weights: Weights, name: str, scale: float) -> Layer:
    """A layer's weights; what queries meet is divided once, here, by the root of their width."""
    parts = [_step(weights, f"{name}.attention.self.{part}") for part in ("query", "key", "value")]
    parts[0] = (parts[0][0] * np.float32(scale), parts[0][1] * np.float32(scale))
    return Layer(
        attention=(np.hstack([matrix for matrix, _ in parts]), np.concatenate([bias for _, bias in parts])),
        attended=_step(weights, f"{name}.attention.output.dense"),
        attended_norm=_pair(weights, f"{name}.attention.output.LayerNorm"),
        wide=_step(weights, f"{name}.intermediate.dense"),
        narrow=_step(weights, f"{name}.output.dense"),
        norm=_pair(weights, f"{name}.output.LayerNorm"),
    )


def _step(weights: Weights, name: str) -> tuple[Vectors, Vectors]:
    matrix, bias = _pair(weights, name)
    return np.ascontiguousarray(matrix.T), bias


def _pair(weights: Weights, name: str) -> tuple[Vectors, Vectors]:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
