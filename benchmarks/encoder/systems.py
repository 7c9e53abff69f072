"""What is compared on the development sets: encoders alone, words alone, and both together.

Words and both together go the product's own way: its store, its query analysis with the lexicon,
its fusion. What comes after the fusion (visibility, grouping) has no part here: each passage is a
document of its own.
"""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from encoder.bundled import BundledEncoder
from encoder.lexicon import default_lexicon
from encoder.training.evaluate import Encode, Scores, Task, remembered, score
from ingest.types import LANGUAGES, Language
from pipelines.retrieval.query import Query, analyse
from pipelines.retrieval.retrieve import HybridRetriever, Retrieved
from pipelines.stores.bm25 import query_vector
from pipelines.stores.contract import HybridQuery
from pipelines.stores.edge import EdgeStore

# isort: split
from haystack import Document

_HELD: dict[str, Language] = {"piaf": "fr", "qed": "en"}


@dataclass(frozen=True, slots=True)
class System:
    """A column of the table. ``measure`` gives each task's figure by name.

    ``english`` makes the vectors to hold against the teacher's; None where they share no space.
    """

    name: str
    measure: Callable[[Sequence[Task]], Scores]
    english: Encode | None = None


def transformer(directory: Path, name: str | None = None, kin: bool = False) -> System:
    """A sentence-transformers directory as a system, with the prompts its configuration declares.

    ``kin`` says that it was made from the teacher, so that their vectors can be compared.
    """
    import torch
    from sentence_transformers import SentenceTransformer

    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = SentenceTransformer(str(directory), device=device, local_files_only=True)
    model.float()

    def vectors(call: Callable[..., object]) -> Encode:
        return lambda texts: np.asarray(
            call(list(texts), batch_size=32, normalize_embeddings=True), dtype=np.float32
        )

    asked, held = vectors(model.encode_query), vectors(model.encode_document)
    return System(
        name or directory.name, lambda tasks: score(tasks, asked, held), asked if kin else None
    )


def bundled(encoder: BundledEncoder, name: str) -> System:
    """The run-time that ships as a system."""
    return System(name, lambda tasks: score(tasks, encoder.encode), encoder.encode)


def searched(encoder: BundledEncoder) -> tuple[System, System]:
    """BM25 over both languages' terms, and the same fused with the encoder, as systems.

    Parallel tasks are left out: nobody searches for a sentence's translation by its words.
    """
    encode = remembered(encoder.encode)

    def measure(tasks: Iterable[Task], fused: bool) -> Scores:
        return {task.name: _found(task, encode, fused) for task in tasks if not task.parallel}

    return (
        System("BM25 + lexicon", lambda tasks: measure(tasks, False)),
        System("hybrid", lambda tasks: measure(tasks, True)),
    )


def language_held(task: Task) -> Language:
    """The language of a task's passages: named last, as in ``laws_en_fr``, or by the set's own.

    Raises ``ValueError`` for a task that says neither.
    """
    last = task.name.rpartition("_")[2]
    held: dict[str, Language] = {language: language for language in LANGUAGES} | _HELD
    if last not in held:
        raise ValueError(f"{task.name} doesn't name its language; known: {', '.join(held)}")
    return held[last]


def _found(task: Task, encode: Encode, fused: bool) -> float:
    """The share of questions whose passage is among the first ``task.at`` that are found."""
    ids = [str(uuid.uuid5(uuid.NAMESPACE_OID, text)) for text in task.held]
    with (
        tempfile.TemporaryDirectory() as folder,
        EdgeStore(Path(folder) / "passages", encode(task.held[:1]).shape[1]) as store,
    ):
        store.write_documents(_documents(task, ids, encode))
        retriever = HybridRetriever(store)
        hits = 0
        for text, vector, row in zip(task.asked, encode(task.asked), task.relevant, strict=True):
            query = _analysed(text)
            if fused:
                found = retriever.run(Retrieved(query, vector))["found"]
                passages = [candidate.passage for candidate in found.candidates[: task.at]]
            else:
                lexical = {name: query_vector(query.lexical(name), name) for name in LANGUAGES}
                passages = store.search(HybridQuery(lexical=lexical), limit=task.at)
            hits += ids[row] in {passage.id for passage in passages}
    return hits / len(task.asked)


def _documents(task: Task, ids: Sequence[str], encode: Encode) -> list[Document]:
    language = language_held(task)
    return [
        Document(
            id=name,
            content=text,
            embedding=vector.tolist(),
            meta={"document": name, "content_hash": name, "language": language},
        )
        for name, text, vector in zip(ids, task.held, encode(task.held), strict=True)
    ]


@cache
def _analysed(text: str) -> Query:
    return analyse(text, default_lexicon())
