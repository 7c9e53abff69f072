"""Batches are small and lose nothing; a graph that can't be opened is named with what makes it."""

import pytest

from encoder.errors import EncoderError
from encoder.session import PIECES_PER_BATCH, batches, open_session, padded


def test_batches_hold_every_row_once_within_the_budget():
    lengths = [3, 256, 10, 256, 40] * 20
    found = list(batches(lengths, batch_size=32))
    assert sorted(row for batch in found for row in batch) == list(range(100))
    for batch in found:
        assert len(batch) <= 32
        assert len(batch) * max(lengths[row] for row in batch) <= PIECES_PER_BATCH


def test_texts_are_padded_to_the_longest():
    inputs = padded([[5, 6, 7], [8]])
    assert inputs["input_ids"].tolist() == [[5, 6, 7], [8, 0, 0]]
    assert inputs["attention_mask"].tolist() == [[1, 1, 1], [1, 0, 0]]


def test_a_graph_that_cannot_be_opened_is_named(tmp_path):
    path = tmp_path / "graph.onnx"
    with pytest.raises(EncoderError, match=r"graph\.onnx is missing.*python -m some\.recipe"):
        open_session(path, None, "some.recipe")
    path.write_bytes(b"no graph")
    with pytest.raises(EncoderError, match=r"graph\.onnx.*python -m some\.recipe"):
        open_session(path, 1, "some.recipe")
