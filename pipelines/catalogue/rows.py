"""Records to rows of the ``documents`` and ``labels`` tables, and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ingest.types import Description
from pipelines.catalogue.records import Record, dump_description, load_description, load_extent

LONGEST_NAME = 200  # characters, as the table has it


def to_row(generation: str, record: Record) -> dict[str, Any]:
    """The row of a document in a generation."""
    description = record.description
    dates = description.dates.iso() if description and description.dates else (None, None)
    return {
        "generation": generation,
        "id": record.id,
        "folder": record.folder,
        "source": record.source,
        "sha256": record.sha256,
        "size": record.size,
        "state": record.state,
        "code": record.code,
        "format": record.format,
        "language": description.language if description else None,
        "type": description.type if description else None,
        "title": description.title.text if description else None,
        "start_date": dates[0],
        "end_date": dates[1],
        "description": dump_description(description) if description else None,
        "passages": record.passages,
        "ingested": record.ingested,
        "extent": asdict(record.extent) if record.extent else None,
    }


def to_record(row: Any) -> Record:
    """The record that :func:`to_row` wrote."""
    return Record(
        id=row.id,
        folder=row.folder,
        source=row.source,
        sha256=row.sha256,
        size=row.size,
        state=row.state,
        code=row.code,
        format=row.format,
        description=load_description(row.description) if row.description else None,
        passages=row.passages,
        ingested=row.ingested,
        extent=load_extent(row.extent),
    )


def labels_of(description: Description) -> dict[str, tuple[str, ...]]:
    """The values a document is found by, by the filter's name; under ``name`` all whom it names."""
    named = [
        *description.projects,
        *description.organisations,
        *(value for value in (description.host, description.organiser, description.place) if value),
    ]
    return {
        "name": tuple(dict.fromkeys(value.text[:LONGEST_NAME] for value in named)),
        "project": tuple(dict.fromkeys(value.text for value in description.projects)),
        "year": tuple(str(year) for year in description.years),
        "language": (description.language,),
        "type": (description.type,),
        "country": (description.country.text,) if description.country else (),
        "sector": tuple(dict.fromkeys(value.text for value in description.sectors)),
    }
