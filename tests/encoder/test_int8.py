"""The int8 graph: what rounding may lose, and that a text's neighbours don't matter."""

import json
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from encoder.training.rounding import factors, fixed, quantise, round_rows, smoothed

pytest.importorskip("onnx")
pytest.importorskip("safetensors")

RANDOM = np.random.default_rng(3)


def test_neighbouring_weights_fit_in_sixteen_bits():
    weight = RANDOM.normal(size=(64, 16)).astype(np.float32)
    weight[0], weight[1] = 3.0, -3.0  # the worst case: both largest, side by side
    held = quantise(weight)
    together = np.abs(held.rows.astype(int))
    assert (together[0::2] + together[1::2]).max() <= 128
    assert np.abs(held.weight - weight).max() <= held.scales.max() / 2 + 1e-6


def test_a_fixed_scale_holds_what_was_seen_and_cuts_what_lies_beyond():
    states = np.array([[-1.0, 0.0, 4.0]], dtype=np.float32)
    bounds = fixed(states)
    assert np.abs(bounds.round(states) - states).max() <= bounds.scale / 2 + 1e-6
    # 10 % more than the largest seen, to within half a step at either end.
    assert bounds.round(np.array([100.0])) == pytest.approx(4.4, abs=bounds.scale)
    assert bounds.round(np.array([-100.0])) == pytest.approx(-1.1, abs=bounds.scale)


def test_rows_are_rounded_by_their_own_largest():
    states = np.array([[1.27, 0.004, 0.0], [127, 0.4, 0.6]], dtype=np.float32)
    np.testing.assert_allclose(round_rows(states), [[1.27, 0.0, 0.0], [127, 0, 1]], atol=1e-5)


def test_smoothing_evens_out_a_channel_that_is_too_large():
    states = RANDOM.normal(size=(200, 32)).astype(np.float32)
    states[:, 5] *= 40
    weight = RANDOM.normal(size=(32, 8)).astype(np.float32)
    divisors = smoothed(states, weight, lambda divided: round_rows)
    assert divisors.argmax() == 5
    assert np.prod(divisors.astype(float)) == pytest.approx(1, rel=1e-3)
    exact = states @ weight
    plain = round_rows(states) @ quantise(weight).weight
    even = round_rows(states / divisors) @ quantise(weight * divisors[:, None]).weight
    assert np.square(even - exact).sum() < np.square(plain - exact).sum() / 4
    np.testing.assert_allclose(
        factors(states, weight, 0.0).argmax(), np.abs(weight).max(1).argmin()
    )


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A BERT of two layers with random weights, as a sentence-transformers directory holds it."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    torch.manual_seed(5)
    config = transformers.BertConfig(
        vocab_size=97,
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=64,
    )
    bert = transformers.BertModel(config, add_pooling_layer=False).eval()
    for name, values in bert.named_parameters():  # as it comes, every layer norm is 1 and 0
        if "LayerNorm" in name or name.endswith("bias"):
            values.data += 0.2 * torch.randn_like(values)
    folder = tmp_path_factory.mktemp("small")
    bert.save_pretrained(folder)
    return bert, folder


def test_the_graph_says_what_bert_says_and_neighbours_do_not_matter(small):
    import onnxruntime
    import torch

    from encoder.training.bert import read_bert
    from encoder.training.int8 import Int8Products, record, smooth_values
    from encoder.training.onnx_graph import build, float_products

    bert, folder = small
    ids = RANDOM.integers(0, 97, (6, 20))
    mask = np.ones_like(ids)
    for row, length in enumerate((20, 3, 11, 1, 7, 20)):
        ids[row, length:] = mask[row, length:] = 0
    with torch.no_grad():
        states = bert(torch.tensor(ids), torch.tensor(mask)).last_hidden_state.numpy()
    weights = RANDOM.uniform(0.1, 1, 97).astype(np.float32)
    expected = (states * (mask * weights[ids])[:, :, None]).sum(axis=1)
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)

    held = replace(read_bert(folder), weights=weights)
    texts = RANDOM.integers(0, 97, (30, 1, 16))
    given = ({"input_ids": text, "attention_mask": np.ones_like(text)} for text in texts)
    seen = record(partial(build, held), given)
    assert seen[1, "narrow"].shape == (480, 64)
    graphs = {
        0.9995: build(held, float_products),  # the embeddings are int8 in this one too
        0.99: build(smooth_values(held, seen), Int8Products(seen)),
    }
    for least, graph in graphs.items():
        session = onnxruntime.InferenceSession(graph.SerializeToString())

        def run(rows, length, session=session):
            given = {"input_ids": ids[rows, :length], "attention_mask": mask[rows, :length]}
            return session.run(None, given)[0]

        together = run(slice(0, 6), 20)
        assert (together * expected).sum(axis=1).min() > least
        alone = np.concatenate([run(slice(2, 3), 11), run(slice(4, 5), 7)])
        np.testing.assert_allclose(together[[2, 4]], alone, atol=1e-5)


def test_a_model_that_is_no_usual_bert_is_refused(small, tmp_path):
    from encoder.training.bert import read_bert

    (tmp_path / "config.json").write_text(json.dumps({"model_type": "bert", "hidden_act": "relu"}))
    with pytest.raises(ValueError, match="hidden_act 'relu'"):
        read_bert(tmp_path)
