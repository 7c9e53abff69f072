"""The reader finds answers in both languages, and computes what was trained."""

import contextlib
import shutil

import numpy as np
import onnxruntime
import pytest

from encoder import manifest
from encoder import reader as readers
from encoder.bundled import BundledEncoder
from encoder.errors import EncoderError
from encoder.reader import BundledReader, Said, best_span, inputs_of, join

TEXTS = [
    "Where was the meeting held?",
    "Minutes",
    "The meeting was held in Ghent on 4 May 2021.",
    "Vingt personnes sont venues de sept pôles.",
    "Lunch was offered by the harbour authority.",
]


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
    said = [Said(""), Said("🙂"), Said("a" * 5000), Said("\ud800"), Said(*["word " * 500] * 3)]
    for question in ("", "?", "x" * 3000, "🙂 où ?"):
        found = reader.read(question, said)
        assert len(found) == len(said)
        for one, read in zip(found, said, strict=True):
            assert np.isfinite(one.score)
            assert 0 <= one.start <= one.end <= len(read.sentence)
    assert reader.read("Where?", []) == []


def test_a_row_is_put_together_with_its_kinds():
    rows = [join((1, 2), [11, 12], [21], [31, 32]), join((1, 2), [11], [], [31])]
    inputs = inputs_of(rows)
    assert inputs["input_ids"].tolist() == [
        [1, 11, 12, 2, 21, 31, 32, 2],
        [1, 11, 2, 31, 2, 0, 0, 0],
    ]
    assert inputs["kinds"].tolist() == [[0, 0, 0, 0, 1, 2, 2, 2], [0, 0, 0, 2, 2, 0, 0, 0]]
    assert inputs["own"].tolist() == [[0, 0, 0, 0, 0, 1, 1, 0], [0, 0, 0, 1, 0, 0, 0, 0]]


def test_the_likeliest_span_ends_where_it_may():
    logits = np.zeros((40, 2), dtype=np.float32)
    logits[3, 0] = logits[2, 1] = logits[39, 1] = 5
    logits[6, 1] = 1
    offsets = [(n, n + 1) for n in range(40)]
    assert best_span(logits, offsets) == (3, 7)


def test_it_computes_what_was_trained(tmp_path, reader, monkeypatch):
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from encoder.training import reader_model
    from encoder.training.onnx_graph import float_products
    from encoder.training.reader_graph import build_reader, export_reader
    from encoder.training.reader_graph import trained as weights_of
    from encoder.training.reader_model import Reader

    monkeypatch.setattr(reader_model, "precision", contextlib.nullcontext)
    torch.manual_seed(0)
    directory = reader.encoder.directory
    trained = Reader(directory).eval()
    with torch.no_grad():  # at the start rows are hard to tell apart
        for part in (trained.kind, trained.head[0], trained.head[3], trained.span):
            part.weight *= 12
    pieces = [ids for ids, _ in reader.encoder.pieces(TEXTS)]
    rows = [join(reader.encoder.borders, pieces[0], pieces[1], own) for own in pieces[2:]]
    with torch.no_grad():
        scores, spans = trained.read(rows)
    assert scores.std() > 1
    state = {name: weight.detach().numpy() for name, weight in trained.state_dict().items()}
    graph = build_reader(*weights_of(directory, state), float_products).SerializeToString()
    (exact,) = onnxruntime.InferenceSession(graph).run([readers.SCORES], inputs_of(rows))
    assert exact.tolist() == pytest.approx(scores.tolist(), rel=0.005)

    (tmp_path / "onnx").mkdir()
    shutil.copy(directory / manifest.WEIGHTS_NAME, tmp_path / manifest.WEIGHTS_NAME)
    target = tmp_path / readers.WEIGHTS_NAME
    sample = (inputs_of([row]) for row in rows)
    export_reader(directory, state, sample, reader.encoder.fingerprint, target)
    exported = BundledReader(reader.encoder, target)
    found = exported.read(TEXTS[0], [Said(text, before=TEXTS[1]) for text in TEXTS[2:]])
    assert [one.score for one in found] == pytest.approx(scores.tolist(), rel=0.03)
    offsets = [places for _, places in reader.encoder.pieces(TEXTS)][2:]
    for one, row, logits, places in zip(found, rows, spans, offsets, strict=True):
        wanted = best_span(logits[row.own : row.end].numpy(), places)
        assert (one.start, one.end) == wanted
    assert target.stat().st_size < 13_000_000  # the pieces' table is the encoder's


def test_a_table_of_another_size_is_not_shared(tmp_path, reader):
    onnx = pytest.importorskip("onnx")
    from encoder.training.reader_graph import _share

    path = tmp_path / "model_int8.onnx"
    shutil.copy(reader.encoder.directory / manifest.WEIGHTS_NAME, path)
    made = onnx.helper.make_model(
        onnx.helper.make_graph(
            [], "g", [], [], [onnx.numpy_helper.from_array(np.zeros((7, 4), np.int8), "table")]
        )
    )
    with pytest.raises(ValueError, match="no table of 7 word pieces"):
        _share(made, path, 7)


@pytest.fixture
def beside(tmp_path, reader):
    """The weights beside the encoder's, elsewhere."""
    (tmp_path / "onnx").mkdir()
    for name in (manifest.WEIGHTS_NAME, readers.WEIGHTS_NAME):
        shutil.copy(reader.encoder.directory / name, tmp_path / name)
    return tmp_path / readers.WEIGHTS_NAME


def test_weights_of_another_encoder_are_refused(beside, reader):
    made_on = reader.encoder.fingerprint.encode()
    held = beside.read_bytes()
    assert held.count(made_on) == 1
    beside.write_bytes(held.replace(made_on, b"0123456789abcdef"))
    with pytest.raises(EncoderError, match=r"encoder\.training\.reader"):
        BundledReader(reader.encoder, beside).read("Who?", [Said("Nobody.")])


def test_weights_made_for_other_lengths_are_refused(beside, reader, monkeypatch):
    monkeypatch.setattr(readers, "LONGEST", readers.LONGEST + 1)
    with pytest.raises(EncoderError, match=f"for {readers.LONGEST}"):
        BundledReader(reader.encoder, beside).open()


def test_missing_weights_are_named(beside, reader):
    beside.unlink()
    with pytest.raises(EncoderError, match=r"reader_int8\.onnx"):
        BundledReader(reader.encoder, beside).read("Who?", [Said("Nobody.")])


def test_weights_whose_table_of_pieces_is_gone_are_named(beside, reader):
    (beside.parent / "model_int8.onnx").unlink()
    with pytest.raises(EncoderError, match=r"reader_int8\.onnx"):
        BundledReader(reader.encoder, beside).read("Who?", [Said("Nobody.")])
