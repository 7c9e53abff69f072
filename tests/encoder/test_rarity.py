"""What word pieces count in a text's vector, and that sentence-transformers reads it as we do."""

import json

import numpy as np
import pytest

from encoder.training import rarity

PIECES = ["[PAD]", "[CLS]", "le", "pôle", "viaméca", "zéolithe"]


@pytest.fixture
def directory(tmp_path):
    modules = [{"idx": 0, "name": "0", "path": "", "type": "a"}, {"path": "1_Pooling", "type": "b"}]
    (tmp_path / "modules.json").write_text(json.dumps(modules))
    return tmp_path


def test_the_rarer_a_piece_the_more_it_counts():
    texts = [np.array([1, 2, 2, 2])] * 6 + [np.array([1, 2, 3]), np.array([1, 4, 4])]
    _, everywhere, common, rarer, rarest, unseen = rarity.rarity(texts, len(PIECES))
    assert everywhere == pytest.approx(rarity.LEAST)
    assert everywhere < common < rarer == rarest < unseen == 1


def test_weights_are_kept_before_the_pooling_and_may_be_replaced(directory):
    assert (rarity.read(directory, 6) == 1).all()
    weights = np.array([1, 0.1, 0.25, 0.8, 0.8, 1], dtype=np.float32)
    for kept in (weights[::-1], weights):
        rarity.write(directory, PIECES, kept)
    np.testing.assert_array_equal(rarity.read(directory, 6), weights)
    modules = json.loads((directory / "modules.json").read_text())
    assert [module["path"] for module in modules] == ["", rarity.MODULE, "1_Pooling"]
    assert [module["idx"] for module in modules] == [0, 1, 2]


def test_sentence_transformers_counts_the_same(directory):
    torch = pytest.importorskip("torch")
    modules = pytest.importorskip("sentence_transformers.sentence_transformer.modules")
    rarity.write(directory, PIECES, np.array([1, 0.1, 0.25, 0.8, 0.8, 1], dtype=np.float32))
    module = modules.WordWeights.load(str(directory), subfolder=rarity.MODULE)
    given = {
        "input_ids": torch.tensor([[1, 2, 4, 0]]),
        "attention_mask": torch.tensor([[1, 1, 1, 0]]),
        "token_embeddings": torch.ones(1, 4, 1),
    }
    made = module(given)["token_embeddings"].ravel().tolist()
    assert made == pytest.approx([0.1, 0.25, 0.8, 0])
