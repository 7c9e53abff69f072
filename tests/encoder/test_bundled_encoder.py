"""The ONNX run-time: its interface, its edges, and its agreement with sentence-transformers."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from encoder import manifest as manifests
from encoder.bundled import BundledEncoder, EncoderError
from encoder.reader import WEIGHTS_NAME as READER_NAME

TEXTS = [
    "The kick-off meeting of the project was held in Terrassa in March.",
    "La réunion de lancement du projet a eu lieu à Terrassa au mois de mars.",
    "Visitors are reimbursed 450 euros for their travel.",
    "Les visiteurs sont remboursés à hauteur de 450 euros pour leur déplacement.",
    "The railway cluster hosted three delegations at its workshop.",
    "Le pôle ferroviaire a accueilli trois délégations dans son atelier.",
    "Small companies find it hard to hire engineers.",
    "Les petites entreprises peinent à recruter des ingénieurs.",
    "The deadline for applications is the end of October.",
    "La date limite de dépôt des candidatures est fixée à fin octobre.",
]
LONG = "Les clusters rassemblent entreprises, laboratoires et centres de formation. " * 60


@pytest.fixture(scope="module")
def encoder():
    return BundledEncoder()


def test_constructor_opens_nothing(tmp_path):
    assert BundledEncoder(tmp_path / "nowhere").directory == tmp_path / "nowhere"


def test_vectors_are_unit_float32_in_the_order_given(encoder):
    vectors = encoder.encode([*TEXTS, LONG, "", " "])
    assert vectors.shape == (len(TEXTS) + 3, 384) == (13, encoder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    alone = np.stack([encoder.encode([text])[0] for text in [*TEXTS, LONG, "", " "]])
    assert (vectors * alone).sum(axis=1).min() > 0.999
    assert ((vectors @ alone.T).argmax(axis=1)[:10] == np.arange(10)).all()


def test_no_text_gives_no_row(encoder):
    assert encoder.encode([]).shape == (0, 384)
    assert encoder.count_tokens([]) == []


def test_batch_size_does_not_move_a_text(encoder):
    first, second = encoder.encode(TEXTS, batch_size=1), encoder.encode(TEXTS, batch_size=64)
    assert (first * second).sum(axis=1).min() > 0.999


def test_the_same_call_gives_the_same_vectors(encoder):
    again = BundledEncoder(threads=1)
    np.testing.assert_array_equal(encoder.encode(TEXTS), encoder.encode(TEXTS))
    np.testing.assert_allclose(encoder.encode(TEXTS), again.encode(TEXTS), atol=0.01)


def test_long_text_is_read_up_to_the_maximum(encoder):
    assert encoder.count_tokens([LONG])[0] > 2 * encoder.max_seq_length
    tail_changed = LONG + "Quarterly results of a shipyard."
    np.testing.assert_array_equal(encoder.encode([LONG]), encoder.encode([tail_changed]))


def test_count_tokens_counts_pieces_without_truncation(encoder):
    one, ten, none = encoder.count_tokens(["innovation", "innovation " * 10, ""])
    assert (one, ten, none) == (1, 10, 0)
    assert encoder.count_tokens(["Œuvre l’échange"]) == encoder.count_tokens(["oeuvre l'echange"])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda e: e.encode("one text"), r"pass \[text\]"),
        (lambda e: e.count_tokens("one text"), r"pass \[text\]"),
        (lambda e: e.encode(["a"], batch_size=0), "at least 1, not 0"),
        (lambda e: BundledEncoder(threads=0), "at least 1, not 0"),
    ],
)
def test_wrong_arguments_are_named(encoder, call, message):
    with pytest.raises(ValueError, match=message):
        call(encoder)


def test_threads_share_one_load():
    shared, found = BundledEncoder(), []
    workers = [
        threading.Thread(target=lambda: found.append(shared.encode(TEXTS[:2]))) for _ in range(4)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(found) == 4
    for vectors in found:
        np.testing.assert_allclose(vectors, found[0], atol=1e-6)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(st.characters(exclude_categories=[])), max_size=4))
def test_any_text_gets_a_unit_vector(encoder, texts):
    vectors = encoder.encode(texts)
    assert vectors.shape == (len(texts), 384)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    assert len(encoder.count_tokens(texts)) == len(texts)


# What it is made of


def test_fingerprint_is_that_of_the_files(encoder):
    recomputed = manifests.describe(manifests.MODEL_DIRECTORY, 384, 256)
    assert recomputed.fingerprint == encoder.fingerprint
    assert len(encoder.fingerprint) == 16


def test_fingerprint_loads_no_weights(tmp_path, encoder):
    written = (manifests.MODEL_DIRECTORY / manifests.MANIFEST_NAME).read_text(encoding="utf-8")
    (tmp_path / manifests.MANIFEST_NAME).write_text(written, encoding="utf-8")
    assert BundledEncoder(tmp_path).fingerprint == encoder.fingerprint
    assert BundledEncoder(tmp_path).dimension == 384


def test_edited_manifest_is_refused(tmp_path):
    record = json.loads((manifests.MODEL_DIRECTORY / "manifest.json").read_text(encoding="utf-8"))
    record["max_seq_length"] = 128
    (tmp_path / "manifest.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(EncoderError, match="was edited"):
        _ = BundledEncoder(tmp_path).fingerprint


def test_missing_files_are_named_with_the_remedy(tmp_path):
    with pytest.raises(EncoderError, match=r"manifest\.json is missing.*install Grappe again"):
        _ = BundledEncoder(tmp_path).fingerprint
    manifests.write(manifests.read(manifests.MODEL_DIRECTORY), tmp_path)
    with pytest.raises(EncoderError, match=r"tokenizer\.json is missing"):
        BundledEncoder(tmp_path).encode(["text"])
    tokenizer = (manifests.MODEL_DIRECTORY / "tokenizer.json").read_bytes()
    (tmp_path / "tokenizer.json").write_bytes(tokenizer)
    with pytest.raises(EncoderError, match=r"model_int8\.onnx is missing"):
        BundledEncoder(tmp_path).encode(["text"])


def test_broken_weights_are_reported(tmp_path):
    manifests.write(manifests.read(manifests.MODEL_DIRECTORY), tmp_path)
    tokenizer = (manifests.MODEL_DIRECTORY / "tokenizer.json").read_bytes()
    (tmp_path / "tokenizer.json").write_bytes(tokenizer)
    (tmp_path / "onnx").mkdir()
    (tmp_path / manifests.WEIGHTS_NAME).write_bytes(b"not a model")
    with pytest.raises(EncoderError, match="can't load"):
        BundledEncoder(tmp_path).encode(["text"])


def test_weights_fit():
    directory = manifests.MODEL_DIRECTORY
    stored = (directory / "model.safetensors").stat().st_size
    running = sum(
        (directory / name).stat().st_size
        for name in (manifests.WEIGHTS_NAME, READER_NAME, "tokenizer.json")
    )
    assert stored + (directory / manifests.WEIGHTS_NAME).stat().st_size <= 90_000_000
    assert running <= 45_000_000


def test_no_file_names_the_machine_it_was_made_on():
    for path in manifests.MODEL_DIRECTORY.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert b"site-packages" not in held
            assert b"/encoder/training" not in held


def test_run_time_needs_no_torch():
    code = (
        "import sys; from encoder.bundled import BundledEncoder; from encoder.lexicon import"
        " default_lexicon;"
        "assert not {'numpy', 'onnxruntime', 'tokenizers'} & set(sys.modules), 'too early';"
        "BundledEncoder().encode(['texte']); default_lexicon();"
        "assert not {'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


# Against sentence-transformers


@pytest.fixture(scope="module")
def reference():
    library = pytest.importorskip("sentence_transformers")
    model = library.SentenceTransformer(
        str(manifests.MODEL_DIRECTORY), device="cpu", local_files_only=True
    )
    assert model.max_seq_length == 256
    return model


def test_agrees_with_sentence_transformers(encoder, reference):
    texts = [*TEXTS, LONG, "", "PME", "Qui ?", "l’œuvre — « 39 % »"]
    cosines = (encoder.encode(texts) * reference.encode(texts)).sum(axis=1)
    assert cosines.min() >= 0.98
    assert cosines.mean() >= 0.99


def test_tokenizes_as_sentence_transformers_does(encoder, reference):
    for text in (*TEXTS, "L’œuvre d'Éloïse, co‑financée à 39 %", "東京 Москва"):
        theirs = reference.tokenizer(text)["input_ids"]
        assert encoder.count_tokens([text]) == [len(theirs) - 2]
        assert encoder._pieces([text]) == [theirs]


def test_finds_the_same_translations_as_sentence_transformers(encoder, reference):
    english, french = TEXTS[::2], TEXTS[1::2]
    for encode in (encoder.encode, reference.encode):
        scores = encode(french) @ encode(english).T
        assert (scores.argmax(axis=1) == np.arange(len(french))).all()
        assert (scores.argmax(axis=0) == np.arange(len(english))).all()
