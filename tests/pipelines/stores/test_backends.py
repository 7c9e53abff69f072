"""A library gives the same answers whichever store is behind it."""

import os

import pytest

from pipelines.library import Library
from pipelines.settings import Settings
from pipelines.stores.server import ServerStore


class OnServer(Library):
    """A library on the server store: a real one where there is one, else the client's engine."""

    def _new_store(self, generation):
        from qdrant_client import QdrantClient

        server = os.environ.get("GRAPPE_TEST_QDRANT_URL") or QdrantClient(":memory:")
        return ServerStore(server, f"grappe-test-{generation}", self.encoder.dimension)


@pytest.mark.filterwarnings("ignore:Payload indexes have no effect")
def test_search_answers_and_deletion_agree(sample_library, sample_folder, tmp_path):
    with OnServer(Settings(library=tmp_path / "library")) as library:
        library.ingest([sample_folder])
        for query in ("railway exchange", "numérisation des PME", "clusters PME"):
            ours = [(h.document, h.start) for h in library.search(query).hits]
            assert ours == [(h.document, h.start) for h in sample_library.search(query).hits]
        only = library.filters({"language": ["fr"]})
        assert {h.language for h in library.search("cluster", only).hits} == {"fr"}
        question = "Who organised the BOISVERT kick-off meeting?"
        assert library.ask(question).answer == sample_library.ask(question).answer
        library.delete("quillmont.md")
        assert "quillmont.md" not in {h.source for h in library.search("railway exchange").hits}
        library.reindex()
        assert library.search("BOISVERT").hits[0].source == "lancement.txt"
        library._store(library.catalogue.live().name).drop()
