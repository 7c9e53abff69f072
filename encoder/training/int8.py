"""A graph with its matrix products in int8: the encoder's, and the products of any.

Scales are fixed beforehand or a row's own, never a batch's: that keeps a text's vector free of the
texts beside it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from encoder.training.bert import Bert, Linear, read_bert
from encoder.training.onnx_graph import (
    CONTRIBUTED,
    Graph,
    Place,
    Products,
    build,
    float_products,
)
from encoder.training.rounding import Quantised, fixed, quantise, round_rows, smoothed
from encoder.training.samples import sample_pieces

GELU_LEAST = 0.17  # GELU is nowhere below minus this

Seen = Mapping[Place, np.ndarray]


def export_int8(model: Path, target: Path) -> None:
    """Write the graph of a sentence-transformers directory with all products in int8.

    A text's vector doesn't depend on the others in its batch. Layer norms, softmax, attention's own
    products and position embeddings stay in float32.
    """
    bert = read_bert(model)
    ids = [np.array([text], dtype=np.int64) for text in sample_pieces(model)]
    seen = record(
        partial(build, bert),
        ({"input_ids": one, "attention_mask": np.ones_like(one)} for one in ids),
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(build(smooth_values(bert, seen), Int8Products(seen)), target)


def record(
    made: Callable[[Products], onnx.ModelProto], inputs: Iterable[Mapping[str, np.ndarray]]
) -> dict[Place, np.ndarray]:
    """Return the states (pieces of all texts, inputs) that come into the products of each place,
    where a graph made with float products is given one text after the other."""
    import onnxruntime

    names: dict[Place, str] = {}

    def products(graph: Graph, states: str, place: Place, linears: Sequence[Linear]) -> list[str]:
        names[place] = states
        return float_products(graph, states, place, linears)

    model = made(products)
    model.graph.output.extend(
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names.values()
    )
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    found = [[states[0] for states in session.run(list(names.values()), given)] for given in inputs]
    return {
        place: np.concatenate(states)
        for place, states in zip(names, zip(*found, strict=True), strict=True)
    }


def smooth_values(bert: Bert, seen: Seen) -> Bert:
    """Return the same encoder with even channels in what is attended: factors go into the values.

    What attention gathers is a weighted mean of values, so a channel's factor passes through it.
    """
    layers = []
    for number, layer in enumerate(bert.layers):
        divisors = smoothed(seen[number, "output"], layer.output.weight, lambda divided: round_rows)
        value = Linear(layer.value.weight / divisors, layer.value.bias / divisors)
        output = replace(layer.output, weight=layer.output.weight * divisors[:, None])
        layers.append(replace(layer, value=value, output=output))
    return replace(bert, layers=tuple(layers))


class Int8Products:
    """Products in int8 as :func:`encoder.training.onnx_graph.build` wants them.

    Layer norms keep what goes into attention and the wide layer within bounds, so one fixed scale
    does there, and the product comes out ready. What was attended and what comes out of GELU vary:
    they get a scale a row, which their narrow products are multiplied by.
    """

    def __init__(self, seen: Seen) -> None:
        """Keep what :func:`record` saw."""
        self._seen = seen

    def __call__(
        self, graph: Graph, states: str, place: Place, linears: Sequence[Linear]
    ) -> list[str]:
        """Return the products of the states with each linear."""
        if place[1] in ("attention", "wide"):
            return self._fixed(graph, states, place, linears)
        if place[1] == "narrow":
            return [_of_gelu(graph, states, linear) for linear in linears]
        return [_of_rows(graph, states, linear) for linear in linears]

    def _fixed(
        self, graph: Graph, states: str, place: Place, linears: Sequence[Linear]
    ) -> list[str]:
        seen = self._seen[place]
        together = np.concatenate([linear.weight for linear in linears], axis=1)
        divisors = smoothed(seen, together, lambda divided: fixed(divided).round)
        bounds = fixed(seen / divisors)
        scale, zero = graph.constant(bounds.scale), graph.constant(bounds.zero, np.uint8)
        even = graph.add("Mul", states, graph.constant(1 / divisors))
        rounded = graph.add("QuantizeLinear", even, scale, zero)
        return [
            _multiplied(
                graph,
                (rounded, scale, zero),
                quantise(linear.weight * divisors[:, None]),
                linear.bias,
            )
            for linear in linears
        ]


def _of_rows(graph: Graph, states: str, linear: Linear) -> str:
    """Return a product of states that are rounded by the largest of their row."""
    last = graph.constant([-1], np.int64)
    largest = graph.add("ReduceMax", graph.add("Abs", states), last, keepdims=1)
    largest = graph.add("Max", largest, graph.constant(1e-9))
    scale, zero = graph.constant(1 / 127), graph.constant(128, np.uint8)
    rounded = graph.add("QuantizeLinear", graph.add("Div", states, largest), scale, zero)
    made = _multiplied(graph, (rounded, scale, zero), quantise(linear.weight))
    return graph.add("Add", graph.add("Mul", made, largest), graph.constant(linear.bias))


def _of_gelu(graph: Graph, states: str, linear: Linear) -> str:
    """Return the same for states that are never below `-GELU_LEAST`: shifted, they fill uint8.

    What the shift adds to the product is the same for all rows and is taken off the bias.
    """
    shifted = graph.add("Add", states, graph.constant(GELU_LEAST))
    largest = graph.add("ReduceMax", shifted, graph.constant([-1], np.int64), keepdims=1)
    scale, zero = graph.constant(1 / 255), graph.constant(0, np.uint8)
    rounded = graph.add("QuantizeLinear", graph.add("Div", shifted, largest), scale, zero)
    weight = quantise(linear.weight)
    made = _multiplied(graph, (rounded, scale, zero), weight)
    bias = linear.bias - GELU_LEAST * weight.weight.sum(axis=0)
    return graph.add("Add", graph.add("Mul", made, largest), graph.constant(bias))


def _multiplied(
    graph: Graph,
    rounded: tuple[str, str, str],
    weight: Quantised,
    bias: np.ndarray | None = None,
) -> str:
    """Return the float product of uint8 states (name, scale, zero point) and an int8 weight."""
    name, scale, zero = rounded
    more = () if bias is None else ("", graph.constant(bias))
    return graph.add(
        "MatMulIntegerToFloat",
        name,
        graph.constant(weight.rows, np.int8),
        scale,
        graph.constant(weight.scales),
        zero,
        *more,
        domain=CONTRIBUTED,
    )
