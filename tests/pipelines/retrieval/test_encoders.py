"""The encoder by setting: the bundled one, another by folder, and none at all."""

import numpy as np
import pytest

from encoder.manifest import MODEL_DIRECTORY
from pipelines.errors import IndexMismatch, ModelMissing
from pipelines.retrieval.encoders import make_encoder
from pipelines.settings import Settings

TEXTS = ["The kick-off meeting took place in Namur.", "La réunion de lancement a eu lieu à Namur."]


def test_the_bundled_encoder_gives_unit_vectors_by_every_way_in():
    encoder = make_encoder(Settings())
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (2, encoder.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    query = np.array(encoder.query().run(text=TEXTS[0])["embedding"])
    assert query @ vectors[0] > 0.98
    assert encoder.count(TEXTS)[0] > 5


def test_another_model_is_loaded_from_its_folder_with_its_prefixes(open_library, folder):
    pytest.importorskip("sentence_transformers")
    given = {"encoder": str(MODEL_DIRECTORY), "query_prefix": "query: "}
    encoder = make_encoder(Settings(**given))
    bundled = make_encoder(Settings())
    assert encoder.fingerprint != bundled.fingerprint
    assert np.sum(encoder.encode(TEXTS) * bundled.encode(TEXTS), axis=1).min() > 0.98
    plain = make_encoder(Settings(encoder=str(MODEL_DIRECTORY)))
    prefixed = np.array(encoder.query().run(text="Namur")["embedding"])
    assert not np.allclose(prefixed, plain.query().run(text="Namur")["embedding"], atol=1e-3)
    library = open_library(**given)
    library.ingest([folder])
    assert library.search("railway exchange").hits[0].source == "quillmont.md"


def test_an_index_of_the_same_dimension_by_another_encoder_is_refused(open_library, folder):
    pytest.importorskip("sentence_transformers")
    open_library().ingest([folder])
    library = open_library(encoder=str(MODEL_DIRECTORY))
    with pytest.raises(IndexMismatch, match="grappe reindex"):
        library.search("railway")


def test_a_model_that_is_not_there_is_not_fetched():
    pytest.importorskip("sentence_transformers")
    with pytest.raises(ModelMissing, match="--allow-download") as raised:
        make_encoder(Settings(encoder="intfloat/no-such-model"))
    assert "GRAPPE_ENCODER" in raised.value.message("fr")


def test_a_reader_that_is_not_there_is_told_in_both_languages(open_library, folder, monkeypatch):
    library = open_library()
    library.ingest([folder])
    monkeypatch.setattr("encoder.reader.WEIGHTS_NAME", "onnx/none.onnx")
    with pytest.raises(ModelMissing, match=r"none\.onnx is missing") as raised:
        library.ask("Who hosted the railway exchange?")
    assert "lecteur" in raised.value.message("fr")
