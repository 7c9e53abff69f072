"""The reader as an ONNX graph in int8, over the table of word pieces in the encoder's own file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, external_data_helper, helper

from encoder.manifest import WEIGHTS_NAME
from encoder.reader import LONGEST, SCORES, SPANS
from encoder.training.bert import Bert, Linear, read_bert, read_layer, read_linear
from encoder.training.int8 import Int8Products, record, smooth_values
from encoder.training.onnx_graph import (
    MASKED,
    Graph,
    Products,
    contextual,
    embedded,
    model_of,
)

INPUTS = ("input_ids", "attention_mask", "kinds", "own")


@dataclass(frozen=True, slots=True)
class Heads:
    """What the reader has beside its layers: an embedding of each kind of piece (3, dimension), and
    linear layers to scores, in two steps, and to where an answer starts and ends."""

    kinds: np.ndarray
    inner: Linear
    score: Linear
    span: Linear


def export_reader(
    model: Path,
    state: Mapping[str, np.ndarray],
    sample: Iterable[Mapping[str, np.ndarray]],
    fingerprint: str,
    target: Path,
) -> None:
    """Write the graph of a trained reader beside the encoder's.

    Args:
        model: the encoder's directory.
        state: the weights of `encoder.training.reader_model.Reader` by name.
        sample: inputs to see its inner states on, one row each.
        fingerprint: the encoder's.
        target: the file; the encoder's graph stands in the same folder.

    Raises:
        ValueError: the encoder's graph has no table of so many pieces.
    """
    bert, heads = trained(model, state)
    seen = record(partial(build_reader, bert, heads), sample)
    made = build_reader(smooth_values(bert, seen), heads, Int8Products(seen))
    _share(made, target.parent / Path(WEIGHTS_NAME).name, len(bert.pieces))
    helper.set_model_props(made, {"encoder": fingerprint, "longest": str(LONGEST)})
    target.write_bytes(made.SerializeToString())


def trained(model: Path, state: Mapping[str, np.ndarray]) -> tuple[Bert, Heads]:
    """The weights of a trained reader that began as ``model``, by the names of its module."""
    began = read_bert(model)
    layers = {name.removeprefix("body."): array for name, array in state.items()}
    bert = replace(
        began,
        positions=began.positions[:LONGEST],
        layers=tuple(read_layer(layers, n, began.heads) for n in range(len(began.layers))),
    )
    heads = Heads(
        state["kind.weight"],
        read_linear(state, "head.0"),
        read_linear(state, "head.3"),
        read_linear(state, "span"),
    )
    return bert, heads


def build_reader(bert: Bert, heads: Heads, products: Products) -> onnx.ModelProto:
    """Return the model: BERT over both texts, and what its states say of the sentence's pieces."""
    graph = Graph()
    kinds = graph.add("Gather", graph.constant(heads.kinds), "kinds")
    states = graph.add("Add", embedded(graph, bert), kinds)
    _, states = contextual(graph, bert, states, products)
    last, middle = graph.constant([-1], np.int64), graph.constant([1], np.int64)
    own = graph.add("Unsqueeze", graph.add("Cast", "own", to=TensorProto.FLOAT), last)
    other = graph.add("Mul", graph.add("Sub", graph.constant(1), own), graph.constant(MASKED))
    count = graph.add("Max", graph.add("ReduceSum", own, middle, keepdims=0), graph.constant(1))
    total = graph.add("ReduceSum", graph.add("Mul", states, own), middle, keepdims=0)
    seen = graph.add(
        "Concat",
        graph.add("Gather", states, graph.constant(0, np.int64), axis=1),
        graph.add("Div", total, count),
        graph.add("ReduceMax", graph.add("Add", states, other), middle, keepdims=0),
        axis=-1,
    )
    inner = graph.add("Gelu", _linear(graph, seen, heads.inner))
    scores = graph.add("Squeeze", _linear(graph, inner, heads.score), last)
    spans = graph.add("Add", _linear(graph, states, heads.span), other)
    graph.nodes.append(helper.make_node("Identity", [scores], [SCORES]))
    graph.nodes.append(helper.make_node("Identity", [spans], [SPANS]))
    return model_of(graph, "reader", INPUTS, {SCORES: ["batch"], SPANS: ["batch", "length", 2]})


def _linear(graph: Graph, states: str, linear: Linear) -> str:
    product = graph.add("MatMul", states, graph.constant(linear.weight))
    return graph.add("Add", product, graph.constant(linear.bias))


def _share(model: onnx.ModelProto, beside: Path, pieces: int) -> None:
    """Let the table of word pieces, and the scales of its rows, be those of the encoder's graph.

    The table stays where it is, in the file beside: external data, by its place there.

    Raises:
        ValueError: that graph has no table of this size.
    """
    held = beside.read_bytes()
    theirs = {
        (tensor.data_type, *tensor.dims): tensor
        for tensor in onnx.load_model_from_string(held).graph.initializer
    }
    for tensor in model.graph.initializer:
        key = (tensor.data_type, *tensor.dims)
        if tensor.dims and tensor.dims[0] == pieces:
            if key not in theirs:
                raise ValueError(f"{beside} has no table of {pieces} word pieces")
            tensor.raw_data = theirs[key].raw_data
            if tensor.data_type == TensorProto.INT8:
                place = held.index(tensor.raw_data)
                size = len(tensor.raw_data)
                external_data_helper.set_external_data(tensor, beside.name, place, size)
                tensor.ClearField("raw_data")
