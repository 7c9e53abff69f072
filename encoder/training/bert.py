"""A BERT encoder's weights as arrays, read from a sentence-transformers directory."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from encoder.training import rarity

# What the graph that `onnx_graph` writes takes for granted.
EXPECTED = {"model_type": "bert", "hidden_act": "gelu", "position_embedding_type": "absolute"}


@dataclass(frozen=True, slots=True)
class Linear:
    """`x @ weight + bias`: float32 arrays (inputs, outputs) and (outputs,)."""

    weight: np.ndarray
    bias: np.ndarray


@dataclass(frozen=True, slots=True)
class Norm:
    """A layer normalisation's scale and shift, float32 (dimension,)."""

    scale: np.ndarray
    shift: np.ndarray


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer. `query` is divided by the square root of a head's dimension beforehand."""

    query: Linear
    key: Linear
    value: Linear
    output: Linear
    attended: Norm
    wide: Linear
    narrow: Linear
    fed: Norm


@dataclass(frozen=True, slots=True)
class Bert:
    """The whole: `pieces` (vocabulary, dimension), `positions` (longest, dimension).

    The embedding of the one token type there is has been added to the positions'. `weights`
    (vocabulary,) are what each piece counts in the mean.
    """

    pieces: np.ndarray
    weights: np.ndarray
    positions: np.ndarray
    norm: Norm
    layers: tuple[Layer, ...]
    heads: int
    epsilon: float

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return int(self.pieces.shape[1])


def read_bert(model: Path) -> Bert:
    """Return the weights in `model`, in float32 whatever they are stored in.

    Raises:
        ValueError: the model is not a BERT of the usual kind.
    """
    from safetensors.numpy import load_file

    config = json.loads((model / "config.json").read_text(encoding="utf-8"))
    for name, expected in EXPECTED.items():
        if config.get(name, expected) != expected:
            raise ValueError(f"{model} has {name} {config[name]!r}; only {expected!r} can be read")
    stored = load_file(model / "model.safetensors")
    heads = config["num_attention_heads"]

    def tensor(name: str) -> np.ndarray:
        return stored[name].astype(np.float32)

    types = tensor("embeddings.token_type_embeddings.weight")
    pieces = tensor("embeddings.word_embeddings.weight")
    return Bert(
        pieces=pieces,
        weights=rarity.read(model, len(pieces)),
        positions=tensor("embeddings.position_embeddings.weight") + types[0],
        norm=Norm(tensor("embeddings.LayerNorm.weight"), tensor("embeddings.LayerNorm.bias")),
        layers=tuple(read_layer(stored, n, heads) for n in range(config["num_hidden_layers"])),
        heads=heads,
        epsilon=config["layer_norm_eps"],
    )


def read_layer(stored: Mapping[str, np.ndarray], number: int, heads: int) -> Layer:
    """Return a layer from arrays by their names in Transformers, in float32."""
    name = f"encoder.layer.{number}"
    attention = f"{name}.attention.self"
    dimension = stored[f"{attention}.query.bias"].shape[0]

    def norm(part: str) -> Norm:
        scale, shift = (stored[f"{name}.{part}.{of}"] for of in ("weight", "bias"))
        return Norm(scale.astype(np.float32), shift.astype(np.float32))

    def linear(name: str, divisor: float = 1.0) -> Linear:
        made = read_linear(stored, name)
        return Linear(made.weight / np.float32(divisor), made.bias / np.float32(divisor))

    return Layer(
        query=linear(f"{attention}.query", (dimension / heads) ** 0.5),
        key=linear(f"{attention}.key"),
        value=linear(f"{attention}.value"),
        output=linear(f"{name}.attention.output.dense"),
        attended=norm("attention.output.LayerNorm"),
        wide=linear(f"{name}.intermediate.dense"),
        narrow=linear(f"{name}.output.dense"),
        fed=norm("output.LayerNorm"),
    )


def read_linear(stored: Mapping[str, np.ndarray], name: str) -> Linear:
    """Return a linear layer from arrays by their names in PyTorch, in float32."""
    weight = np.ascontiguousarray(stored[f"{name}.weight"].astype(np.float32).T)
    return Linear(weight, stored[f"{name}.bias"].astype(np.float32))
