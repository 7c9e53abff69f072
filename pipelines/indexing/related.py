"""Keeps the families of documents in step with the library: copies, near copies, translations."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.marks import marks
from ingest.shingles import shingles, signature
from pipelines.catalogue.families import are_set, set_families
from pipelines.catalogue.traces import Trace, known, put_traces, untraced
from pipelines.indexing.index import Target
from pipelines.indexing.versions import find_families

_GROUP = 32  # documents traced in one transaction


def relate(target: Target) -> None:
    """Find the families of the generation's documents; costs nothing where nothing changed.

    What takes time, reading a text and its vectors, is done once for a text. Families are then
    found among all documents anew, so that the same documents always make the same families.
    """
    catalogue, generation = target.catalogue, target.generation
    if are_set(catalogue, generation):
        return
    new = untraced(catalogue, generation)
    for start in range(0, len(new), _GROUP):
        put_traces(catalogue, generation, _traces(target, new[start : start + _GROUP]))
    set_families(catalogue, generation, find_families(known(catalogue, generation)))


def _traces(target: Target, ids: Sequence[str]) -> list[Trace]:
    vectors: dict[tuple[str, str], list[list[float]]] = {}
    wanted = {"field": "meta.document", "operator": "in", "value": list(ids)}
    for passage in target.store.filter_documents(wanted):
        key = passage.meta["document"], passage.meta["content_hash"]
        vectors.setdefault(key, []).append(passage.embedding or [])
    made = []
    for record in target.catalogue.records(ids=ids, generation=target.generation):
        if (record.id, record.sha256) not in vectors:
            continue  # an index that lost passages; rebuilding it makes the trace
        content = target.catalogue.text(record, target.generation).content
        made.append(
            Trace(
                record.id,
                record.sha256,
                signature(shingles(content)),
                _mean(vectors[record.id, record.sha256]),
                marks(content),
            )
        )
    return made


def _mean(vectors: Sequence[Sequence[float]]) -> np.ndarray:
    mean = np.asarray(vectors, dtype=np.float32).mean(axis=0)
    return mean / (np.linalg.norm(mean) or 1.0)
