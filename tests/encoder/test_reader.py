"""The reader finds answers in both languages, and computes what was trained."""

import numpy as np
import pytest

from encoder import reader as readers
from encoder.bundled import BundledEncoder
from encoder.errors import EncoderError
from encoder.reader import BundledReader, Said, forward


@pytest.fixture(scope="module")
def reader():
    return BundledReader(BundledEncoder())


def test_the_sentence_that_answers_scores_highest_and_its_words_are_pointed_at(reader):
    said = [
        Said("Twenty people from seven clusters came."),
        Said("The meeting was held in Ghent on 4 May 2021."),
        Said("Lunch was offered by the harbour authority."),
    ]
    found = reader.read("Where was the meeting held?", said)
    assert max(range(3), key=lambda n: found[n].score) == 1
    assert "Ghent" in said[1].sentence[found[1].start : found[1].end]


@pytest.mark.parametrize(
    "question", ["Combien de personnes sont venues ?", "How many people came?"]
)
def test_a_question_is_answered_across_languages(reader, question):
    said = [
        Said("The meeting was held in Ghent on 4 May 2021."),
        Said("Twenty people from seven clusters came."),
        Said("Le déjeuner était offert par le port."),
    ]
    found = reader.read(question, said)
    assert max(range(3), key=lambda n: found[n].score) == 1


def test_a_sentence_is_read_alike_whatever_stands_beside_it(reader):
    said = Said("The grant covers 60 % of eligible costs.", "Call for pilots", "Funding.")
    others = [Said("word " * length, "title", "before") for length in (1, 9, 90, 200)]
    alone = reader.read("What share is covered?", [said])[0]
    beside = reader.read("What share is covered?", [*others, said])[-1]
    assert alone.score == pytest.approx(beside.score, abs=0.05)
    assert (alone.start, alone.end) == (beside.start, beside.end)


def test_odd_sentences_are_read_too(reader):
    said = [Said(""), Said("🙂"), Said("a" * 5000), Said("\ud800")]
    for question in ("", "?", "x" * 3000, "🙂 où ?"):
        found = reader.read(question, said)
        assert len(found) == 4
        for one, read in zip(found, said, strict=True):
            assert np.isfinite(one.score)
            assert 0 <= one.start <= one.end <= len(read.sentence)
    assert reader.read("Where?", []) == []


def test_it_computes_what_was_trained():
    torch = pytest.importorskip("torch")
    from encoder.training.reader import Reader

    torch.manual_seed(0)
    trained = Reader().eval()
    drawn = np.random.default_rng(0)
    question = drawn.normal(size=(5, 384)).astype(np.float32)
    rarity = drawn.uniform(0.1, 1, 5).astype(np.float32)
    context = drawn.normal(size=(3, 9, 384)).astype(np.float32)
    there, own = np.ones((2, 3, 9), dtype=bool)
    there[1, 6:] = own[1, 6:] = False
    own[:, :2] = False
    context[~there] = 0
    cosines = drawn.uniform(-1, 1, 3).astype(np.float32)
    weights = {name: weight.detach().numpy() for name, weight in trained.state_dict().items()}
    scores, spans, _ = forward(weights, question, rarity, context, there, own, cosines)
    tensors = [np.tile(question, (3, 1, 1)), np.ones((3, 5), dtype=bool), np.tile(rarity, (3, 1))]
    with torch.no_grad():
        wanted, places = trained(
            *(torch.from_numpy(a) for a in (*tensors, context, there, own, cosines))
        )
    np.testing.assert_allclose(scores, wanted.numpy(), atol=2e-3)
    np.testing.assert_allclose(spans[own], places.numpy()[own], atol=2e-3)


def test_weights_of_another_encoder_are_refused(tmp_path, reader):
    with np.load(reader.path) as held:
        arrays = dict(held) | {"encoder": np.array("0123456789abcdef")}
    np.savez(tmp_path / readers.WEIGHTS_NAME, **arrays)
    other = BundledReader(reader.encoder, tmp_path / readers.WEIGHTS_NAME)
    with pytest.raises(EncoderError, match=r"encoder\.training\.reader"):
        other.read("Who?", [Said("Nobody.")])


def test_missing_weights_are_named(tmp_path, reader):
    other = BundledReader(reader.encoder, tmp_path / readers.WEIGHTS_NAME)
    with pytest.raises(EncoderError, match=r"reader\.npz"):
        other.read("Who?", [Said("Nobody.")])
