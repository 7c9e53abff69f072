"""What the command line prints of documents: a run's report, their list, one description."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from ingest.errors import reason
from pipelines.catalogue.families import MOST
from ui import related as kin_lines
from ui.descriptions import overridden, rows
from ui.extent import sentences
from ui.output import console, plain, print_json

if TYPE_CHECKING:
    from pipelines.catalogue.extent import Extent
    from pipelines.catalogue.families import Kinship, Related
    from pipelines.catalogue.records import Record
    from pipelines.indexing.sync import Report


def report(found: Report, as_json: bool, language: str, in_lines: bool = False) -> None:
    """What an ingest did, and each skipped file with its reason; ``in_lines``: JSON in one line."""
    seconds = found.seconds or 1e-9
    read = found.added + found.changed
    if as_json:
        data = asdict(found)
        data["skipped"] = [
            {"source": source, "code": code, "reason": _both(code)}
            for source, code in found.skipped
        ]
        data["noted"] = [{"source": source} | _extent(extent) for source, extent in found.noted]
        data["seconds"] = round(found.seconds, 3)
        data["documents_per_second"] = round(read / seconds, 2)
        data["passages_per_second"] = round(found.passages / seconds, 2)
        print_json(data, None if in_lines else 2)
        return
    french = language == "fr"
    counts = (
        (found.added, "ajoutés" if french else "added"),
        (found.changed, "modifiés" if french else "changed"),
        (found.removed, "retirés" if french else "removed"),
        (found.unchanged, "inchangés" if french else "unchanged"),
        (len(found.skipped), "ignorés" if french else "skipped"),
    )
    line = ", ".join(f"{number} {name}" for number, name in counts)
    speed = f" · {_decimal(read / seconds, french)} documents/s" if read else ""
    took = f"{_decimal(found.seconds, french)} s"
    console.print(f"{line} · {found.passages} passages · {took}{speed}", soft_wrap=True)
    for source, code in found.skipped:
        _line(f"  {source}: {code}. {reason(code, language)}")
    scans = sum(bool(extent.ocr_pages) for _, extent in found.noted)
    if scans:
        _line(
            f"{scans} documents contiennent des scans, lus par OCR."
            if french
            else f"{scans} documents hold scans, read by OCR."
        )
    for source, extent in found.noted:
        if not extent.whole:
            left = replace(extent, ocr_pages="")
            _line(f"  {source}: {' '.join(sentences(left, language))}")


def documents(records: Sequence[Record], kin: Kinship, as_json: bool, language: str) -> None:
    """The documents a row each; skipped ones with the reason."""
    if as_json:
        print_json([_summary(record, kin.of(record.id, MOST)) for record in records])
        return
    table = Table(box=None, pad_edge=False)
    for name in ("id", "source", "", "type", "date", "projects", "state"):
        table.add_column(name, overflow="fold")
    for record in records:
        about = _summary(record)
        why = f": {record.code}. {reason(record.code, language)}" if record.code else ""
        also = "".join(f"\n{line}" for line in kin_lines.lines(kin.of(record.id, MOST), language))
        cells = (
            record.id,
            record.source + also,
            about["language"] or "",
            about["type"] or "",
            about["start_date"] or "",
            ", ".join(about["projects"]),
            " · ".join([record.state + why, *_told(record, language)]),
        )
        table.add_row(*(Text(plain(cell)) for cell in cells))
    console.print(table)


def document(
    record: Record,
    content: str,
    related: Sequence[Related],
    text: bool,
    as_json: bool,
    language: str,
) -> None:
    """A document's description with its evidence; or with ``text``, exactly its text."""
    if text and not as_json:
        sys.stdout.write(content)
        return
    description = record.description
    if as_json:
        copies = [other.source for other in related if other.relation == "copy"]
        about = _summary(record, related) | {"copies": copies, "format": record.format}
        if description is not None:
            about["description"] = asdict(description)
        if text:
            about["text"] = content
        print_json(about)
        return
    console.print(Text(plain(record.title), "bold"))
    console.print(Text(f"{record.id} · {plain(record.source)} · {record.state}", "dim"))
    if record.code:
        console.print(Text(f"{record.code}. {reason(record.code, language)}"))
    for sentence in _told(record, language):
        console.print(Text(plain(sentence)))
    for line in kin_lines.lines(related, language):
        console.print(Text(plain(line)))
    if description is None:
        return
    table = Table(box=None, pad_edge=False, show_header=False)
    for row in rows(description, language):
        sure = "" if row.confidence >= 0.995 else f"{row.confidence:.0%}"
        if row.recognised:
            french = language == "fr"
            sure = "d'après d'autres documents" if french else "as other documents tell"
        near = content[max(0, row.span.start - 30) : row.span.end + 30] if row.span else ""
        evidence = f"…{plain(' '.join(near.split()))}…" if row.span else ""
        table.add_row(
            Text(row.name, "dim"), Text(plain(row.shown)), Text(sure, "dim"), Text(evidence, "dim")
        )
    console.print(table)


def deleted(record: Record, language: str) -> None:
    """That a document is gone, and what would bring it back."""
    source = plain(record.source)
    if not Path(record.folder, record.source).exists():  # an upload goes with its document
        gone = (
            "n'est plus dans la bibliothèque" if language == "fr" else "is no longer in the library"
        )
        console.print(Text(f"{source} {gone}."))
        return
    console.print(
        Text(
            f"{source} n'est plus dans la bibliothèque. Son fichier est resté dans"
            f" {record.folder} ; ingérer ce dossier le remettra."
            if language == "fr"
            else f"{source} is no longer in the library. Its file stays in {record.folder};"
            " ingesting that folder brings it back."
        )
    )


def _summary(record: Record, related: Sequence[Related] = ()) -> dict[str, Any]:
    description = record.description
    dates = description.dates.iso() if description and description.dates else (None, None)
    return {
        "document": record.id,
        "source": record.source,
        "state": record.state,
        "code": record.code,
        "reason": _both(record.code) if record.code else None,
        "title": record.title,
        "language": description.language if description else None,
        "type": description.type if description else None,
        "start_date": dates[0],
        "end_date": dates[1],
        "projects": [value.text for value in description.projects] if description else [],
        "country": description.country.text if description and description.country else None,
        "overridden": list(description.overridden) if description else [],
        "passages": record.passages,
        "extent": _extent(record.extent) if record.extent else None,
        "related": [asdict(other) for other in related],
    }


def _extent(extent: Extent) -> dict[str, Any]:
    told = {language: " ".join(sentences(extent, language)) for language in ("en", "fr")}
    return asdict(extent) | {"told": told}


def _told(record: Record, language: str) -> list[str]:
    left = sentences(record.extent, language) if record.extent else []
    return [*left, *overridden(record.description, language)]


def _both(code: str) -> dict[str, str]:
    return {"en": reason(code, "en"), "fr": reason(code, "fr")}


def _decimal(number: float, french: bool) -> str:
    shown = f"{number:.1f}"
    return shown.replace(".", ",") if french else shown


def _line(text: str) -> None:
    """A line that a terminal may wrap and a file keeps whole."""
    console.print(Text(plain(text)), soft_wrap=True)
