"""Corrections: what a person set right in a document's description, by the document's id.

They belong to the library and not to an index, so they hold through every ingest and rebuild, for
whatever the file becomes. A ``library.yaml`` beside the document says the same kind of thing; where
both speak of a field, the correction holds, being about this one document.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, insert, select

from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import now
from pipelines.catalogue.tables import corrections as table

Corrections = Mapping[str, Mapping[str, Any]]  # by document, then by field, in plain form


def corrections(catalogue: Catalogue) -> Corrections:
    """All that was corrected."""
    with catalogue.look() as connection:
        return {row.id: dict(row.said) for row in connection.execute(select(table))}


def set_correction(catalogue: Catalogue, document: str, said: Mapping[str, Any]) -> None:
    """Make ``said`` all that is corrected in a document; nothing takes it all back."""
    with catalogue.begin() as connection:
        connection.execute(delete(table).where(table.c.id == document))
        if said:
            row = {"id": document, "said": dict(said), "corrected": now()}
            connection.execute(insert(table).values(row))
