"""What ingesting would find in files that wait to be added: their description and text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.scan import scan
from pipelines.indexing.reading import Prepared, Reader

if TYPE_CHECKING:
    from ingest.types import Description, Text
    from pipelines.indexing.index import Progress
    from pipelines.indexing.uploads import Waiting
    from pipelines.settings import Settings


@dataclass(frozen=True, slots=True)
class Preview:
    """A file that waits; with ``code``, why it can't be read, and then nothing else."""

    name: str
    code: str | None
    description: Description | None = None
    text: Text | None = None


def preview(settings: Settings, waiting: Waiting, progress: Progress) -> Sequence[Preview]:
    """Each file as it would be described, in the order of their names."""
    listing = scan(waiting.folder)
    found = [Preview(r.source, r.code) for r in listing.refused]
    total = len(listing.files) + len(found)
    progress(len(found), total, "")
    with Reader(settings) as reader:
        for item in reader.read((str(listing.root), file) for file in listing.files):
            if isinstance(item, Prepared):
                record = item.record
                found.append(Preview(record.source, None, record.description, item.text))
            else:
                found.append(Preview(item.source, item.code or "CRASHED"))
            progress(len(found), total, found[-1].name)
    found += [Preview(name, code) for name, code in waiting.refused]
    return sorted(found, key=lambda one: one.name)
