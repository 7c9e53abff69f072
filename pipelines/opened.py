"""What an open library consists of: catalogue, index, encoder, reader and lexicon."""

from __future__ import annotations

from functools import cached_property
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import VISIBLE, Generation
from pipelines.errors import IndexMismatch, ModelMissing, NotIngested
from pipelines.settings import Settings
from pipelines.stores.lock import LibraryLock

if TYPE_CHECKING:
    from haystack import Pipeline

    from encoder.lexicon import Lexicon
    from encoder.reader import BundledReader
    from pipelines.indexing.index import Target
    from pipelines.retrieval.encoders import Encoder
    from pipelines.stores.contract import PassageStore

LEXICAL_VERSION = "1"  # of the BM25 vectors; a change makes older indexes differ
FACTS_VERSION = "2"  # of what passages say of their document; the same


class Opened:
    """The parts of a library, each opened when first wanted."""

    def __init__(self, settings: Settings, address: str | None = None) -> None:
        self.settings = settings
        self.catalogue = Catalogue(settings.catalogue_location)
        self._lock = LibraryLock(settings.library, address=address)
        self._stores: dict[str, PassageStore] = {}
        self._pipelines: dict[str, Pipeline] = {}
        self._guard = RLock()

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder in force."""
        from pipelines.retrieval.encoders import make_encoder

        return make_encoder(self.settings)

    @cached_property
    def reader(self) -> BundledReader:
        """What reads sentences for an answer; the bundled one, whatever encoder searches."""
        from encoder.errors import EncoderError
        from encoder.reader import BundledReader
        from pipelines.retrieval.embedders import bundled_encoder

        reader = BundledReader(bundled_encoder(None, self.settings.threads))
        try:
            reader.open()
        except EncoderError as error:
            raise ModelMissing(
                f"The reader of answers can't be loaded: {error}",
                f"Le lecteur de réponses ne peut pas être chargé : {error}",
            ) from error
        return reader

    @cached_property
    def lexicon(self) -> Lexicon:
        """The bilingual lexicon."""
        from encoder.errors import EncoderError
        from encoder.lexicon import default_lexicon

        try:
            return default_lexicon()
        except EncoderError as error:
            raise ModelMissing(
                f"The bilingual lexicon can't be read: {error}",
                f"Le lexique bilingue est illisible : {error}",
            ) from error

    def check_ingested(self) -> None:
        """Raise :class:`NotIngested` in a library that nothing was put into yet."""
        if self.catalogue.live() is None:
            raise nothing_yet()

    def close(self) -> None:
        """Let go of index and catalogue."""
        for store in self._stores.values():
            store.close()
        self._stores, self._pipelines = {}, {}
        self.catalogue.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _made_by(self) -> tuple[str, dict[str, str]]:
        """The fingerprint of the index that the settings make, and its parts."""
        import hashlib
        import json

        from ingest.describe import VERSION as DESCRIBER
        from ingest.register import VERSION as REGISTER
        from ingest.split import VERSION

        parts = {
            "encoder": self.encoder.name,
            "encoder_fingerprint": self.encoder.fingerprint,
            "splitter": f"{VERSION}/{self.settings.passage_tokens}",
            "lexical": LEXICAL_VERSION,
            "describer": DESCRIBER,
            "register": REGISTER,
            "facts": FACTS_VERSION,
        }
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:12], parts

    def _usable(self) -> Generation:
        live = self.catalogue.live()
        if live is None:
            raise nothing_yet()
        self._check(live)
        return live

    def _check(self, live: Generation) -> None:
        fingerprint, parts = self._made_by()
        if live.fingerprint == fingerprint:
            return
        differs = [name for name, value in parts.items() if live.parts.get(name) != value]
        raise IndexMismatch(
            f"This index was made by another version ({', '.join(differs)} differ), so its results"
            " would be wrong. Rebuild it with: grappe reindex"
            f" --library {self.settings.library}",
            f"Cet index vient d'une autre version (différences : {', '.join(differs)}) ; ses"
            " résultats seraient faux. Reconstruisez-le : grappe reindex"
            f" --library {self.settings.library}",
        )

    def _target(self, generation: Generation) -> Target:
        from pipelines.indexing.index import Target

        return Target(
            generation.name,
            self.catalogue,
            self._store(generation.name),
            self.encoder,
            self.settings,
        )

    def _store(self, generation: str) -> PassageStore:
        with self._guard:
            if generation not in self._stores:
                if not self.settings.qdrant_url:
                    self._lock.acquire()
                self._stores[generation] = self._new_store(generation)
            return self._stores[generation]

    def _new_store(self, generation: str) -> PassageStore:
        # An index made anew in the place of one that is lost would say that nothing is found.
        create = not self.catalogue.count(VISIBLE, generation=generation)
        if self.settings.qdrant_url:
            from haystack.utils import Secret

            from pipelines.stores.server import ServerStore

            key = self.settings.qdrant_api_key
            return ServerStore(
                self.settings.qdrant_url,
                f"{self.settings.qdrant_collection}-{generation}",
                self.encoder.dimension,
                create=create,
                api_key=Secret.from_token(key.get_secret_value()) if key else None,
            )
        from pipelines.stores.edge import EdgeStore

        path = self.settings.library / "index" / generation
        return EdgeStore(path, dimension=self.encoder.dimension, create=create)

    def _drop(self, generation: str) -> None:
        store = self._stores.pop(generation, None) or self._new_store(generation)
        self._pipelines.pop(generation, None)
        store.drop()


def nothing_yet() -> NotIngested:
    """What to raise in a library that nothing was put into yet."""
    return NotIngested(
        "There is nothing in this library yet. Put documents in with: grappe ingest FOLDER",
        "Cette bibliothèque est vide. Ajoutez des documents : grappe ingest DOSSIER",
    )
