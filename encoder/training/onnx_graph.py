"""A BERT sentence encoder as one ONNX graph: piece ids in, unit vectors and the pieces' states out.

The graph is written node by node, so that its products can be made in int8 where they lose least,
and the same weights give the same bytes.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from encoder.manifest import VECTOR
from encoder.training.bert import Bert, Layer, Linear, Norm, read_bert

OPSET = 20
CONTRIBUTED = "com.microsoft"  # ONNX Runtime's own operators
# A second output, which nothing asks for any more: without it the file, and so the fingerprint that
# every index bears, would change for nothing.
STATES = "states"
MASKED = -10_000.0  # added to what a padded piece would weigh; exp of it is 0

# Where a layer has products: of the states into query, key and value; of what was attended; into
# the wide inner layer; and out of it.
Place = tuple[int, Literal["attention", "output", "wide", "narrow"]]


class Graph:
    """A graph in the making. Names count up."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.nodes: list[onnx.NodeProto] = []
        self._constants: dict[tuple[str, tuple[int, ...], bytes], onnx.TensorProto] = {}

    @property
    def constants(self) -> list[onnx.TensorProto]:
        """Return the constants, each once."""
        return list(self._constants.values())

    def constant(self, value: Any, kind: Any = np.float32) -> str:
        """Return the name of a constant, the same for the same value."""
        array = np.ascontiguousarray(value, dtype=kind).reshape(np.shape(value))
        key = (array.dtype.str, array.shape, array.tobytes())
        if key not in self._constants:
            name = f"constant_{len(self._constants)}"
            self._constants[key] = numpy_helper.from_array(array, name)
        return self._constants[key].name

    def add(self, operator: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        """Add a node and return its output's name."""
        name = f"{operator}_{len(self.nodes)}"
        self.nodes.append(
            helper.make_node(operator, inputs, [name], name=name, domain=domain, **attributes)
        )
        return name


Products = Callable[[Graph, str, Place, Sequence[Linear]], list[str]]


def float_products(graph: Graph, states: str, _: Place, linears: Sequence[Linear]) -> list[str]:
    """Return the products of the states with each linear, in float32."""
    return [
        graph.add(
            "Add",
            graph.add("MatMul", states, graph.constant(linear.weight)),
            graph.constant(linear.bias),
        )
        for linear in linears
    ]


def build(bert: Bert, products: Products) -> onnx.ModelProto:
    """Return the model: BERT with `products` at each place, weighted mean, normalisation."""
    graph = Graph()
    mask, states = contextual(graph, bert, embedded(graph, bert), products)
    counted = graph.add("Mul", mask, graph.add("Gather", graph.constant(bert.weights), "input_ids"))
    _pooled(graph, states, counted)
    graph.nodes.append(helper.make_node("Identity", [states], [STATES]))
    made: dict[str, list[str | int]] = {
        VECTOR: ["batch", bert.dimension],
        STATES: ["batch", "length", bert.dimension],
    }
    return model_of(graph, "sentence_encoder", ("input_ids", "attention_mask"), made)


def model_of(
    graph: Graph, name: str, given: Sequence[str], made: Mapping[str, Sequence[str | int]]
) -> onnx.ModelProto:
    """Return the model of a graph, from its inputs (batch, length) and its outputs' shapes."""
    inputs = [
        helper.make_tensor_value_info(one, TensorProto.INT64, ["batch", "length"]) for one in given
    ]
    outputs = [
        helper.make_tensor_value_info(one, TensorProto.FLOAT, shape) for one, shape in made.items()
    ]
    return helper.make_model(
        helper.make_graph(graph.nodes, name, inputs, outputs, graph.constants),
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIBUTED, 1)],
        ir_version=10,
    )


def contextual(graph: Graph, bert: Bert, states: str, products: Products) -> tuple[str, str]:
    """Add the layers over ``states``; return the names of the mask, as float, and of the last
    layer's states."""
    mask = graph.add("Cast", "attention_mask", to=TensorProto.FLOAT)
    kept = graph.add("Unsqueeze", mask, graph.constant([1, 2], np.int64))
    penalty = graph.add("Mul", graph.add("Sub", graph.constant(1), kept), graph.constant(MASKED))
    for number, layer in enumerate(bert.layers):
        attended = _attended(graph, states, penalty, (number, layer), bert.heads, products)
        (output,) = products(graph, attended, (number, "output"), [layer.output])
        states = _normalised(graph, graph.add("Add", output, states), layer.attended, bert)
        (wide,) = products(graph, states, (number, "wide"), [layer.wide])
        (fed,) = products(graph, graph.add("Gelu", wide), (number, "narrow"), [layer.narrow])
        states = _normalised(graph, graph.add("Add", fed, states), layer.fed, bert)
    return mask, states


def export_float(model: Path, target: Path) -> None:
    """Write the graph of a sentence-transformers directory with all products in float32."""
    target.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(build(read_bert(model), float_products), target)


def embedded(graph: Graph, bert: Bert) -> str:
    """Return the normalised sum of piece and position embeddings, the former in int8 with a scale a
    row.

    ONNX Runtime quantises a table with a single scale, which the longest row decides; a scale a row
    costs four bytes for 384 and loses almost nothing.
    """
    scales = np.maximum(np.abs(bert.pieces).max(axis=1, keepdims=True), 1e-8) / 127
    rows = graph.constant(np.round(bert.pieces / scales), np.int8)
    pieces = graph.add(
        "Mul",
        graph.add("Cast", graph.add("Gather", rows, "input_ids"), to=TensorProto.FLOAT),
        graph.add("Gather", graph.constant(scales), "input_ids"),
    )
    first = graph.constant([0], np.int64)
    length = graph.add("Shape", "input_ids", start=1, end=2)
    positions = graph.add("Slice", graph.constant(bert.positions), first, length, first)
    return _normalised(graph, graph.add("Add", pieces, positions), bert.norm, bert)


def _normalised(graph: Graph, states: str, norm: Norm, bert: Bert) -> str:
    # Not SkipLayerNormalization, which takes several times as long as the two that it joins.
    scale, shift = graph.constant(norm.scale), graph.constant(norm.shift)
    return graph.add("LayerNormalization", states, scale, shift, axis=-1, epsilon=bert.epsilon)


def _attended(
    graph: Graph, states: str, penalty: str, at: tuple[int, Layer], heads: int, products: Products
) -> str:
    """Return what each piece gathers from the others, heads side by side."""
    number, layer = at
    linears = (layer.query, layer.key, layer.value)
    query, key, value = products(graph, states, (number, "attention"), linears)
    dimension = layer.value.weight.shape[1]
    apart = graph.constant([0, 0, heads, dimension // heads], np.int64)
    together = graph.constant([0, 0, dimension], np.int64)

    def split(name: str, order: list[int]) -> str:
        return graph.add("Transpose", graph.add("Reshape", name, apart), perm=order)

    scores = graph.add("MatMul", split(query, [0, 2, 1, 3]), split(key, [0, 2, 3, 1]))
    weights = graph.add("Softmax", graph.add("Add", scores, penalty), axis=-1)
    gathered = graph.add("MatMul", weights, split(value, [0, 2, 1, 3]))
    return graph.add("Reshape", graph.add("Transpose", gathered, perm=[0, 2, 1, 3]), together)


def _pooled(graph: Graph, states: str, weights: str) -> None:
    """End the graph with the unit vector along the weighted sum of the states."""
    middle, last = graph.constant([1], np.int64), graph.constant([-1], np.int64)
    total = graph.add("MatMul", graph.add("Unsqueeze", weights, middle), states)
    total = graph.add("Squeeze", total, middle)
    length = graph.add("ReduceL2", total, last, keepdims=1)
    length = graph.add("Max", length, graph.constant(1e-9))
    graph.nodes.append(helper.make_node("Div", [total, length], [VECTOR]))
