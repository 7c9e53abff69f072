"""How much of the library an answer was made from, counted."""

from __future__ import annotations

from collections.abc import Collection

from pipelines.catalogue.catalogue import Catalogue
from pipelines.catalogue.records import VISIBLE
from pipelines.filters import Filters
from pipelines.results import Coverage


def coverage_of(
    catalogue: Catalogue, filters: Filters, matched: Collection[str], events: int | None = None
) -> Coverage:
    """What the filters leave to search and take away, and the documents that ``matched``, by id;
    the ``events`` of a list."""
    searched = catalogue.count(VISIBLE, filters.as_dict())
    return Coverage(
        searched=searched,
        matched=len(matched),
        unreadable=catalogue.count(["skipped"]),
        filtered_out=catalogue.count(VISIBLE) - searched,
        events=events,
    )
