"""A comparison for other programs: plain JSON, and CSV that a spreadsheet opens safely."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from ingest.types import Language
from pipelines.compare.compare import Comparison
from pipelines.compare.held import Field
from pipelines.export.sheet import sheet

LABELS: Final[dict[Field, tuple[str, str]]] = {
    "name": ("name", "nom"),
    "type": ("type", "type"),
    "status": ("status", "état"),
    "dates": ("dates", "dates"),
    "deadlines": ("deadline", "date limite"),
    "place": ("place", "lieu"),
    "country": ("country", "pays"),
    "host": ("host", "hôte"),
    "organiser": ("organiser", "organisateur"),
    "coordinator": ("coordinator", "coordinateur"),
    "projects": ("projects", "projets"),
    "partners": ("partners", "partenaires"),
    "participants": ("participants", "participants"),
    "amounts": ("amounts", "montants"),
    "events": ("events", "événements"),
    "documents": ("documents", "documents"),
}
UNSTATED: Final = ("not stated", "non précisé")


def label(field: Field, language: Language) -> str:
    """What a field is called."""
    return LABELS[field][language == "fr"]


def as_json(found: Comparison) -> dict[str, Any]:
    """Subjects, lines with their cells, and citations; an empty cell states nothing."""
    data = asdict(found)
    for line, told in zip(data["lines"], found.lines, strict=True):
        line["label"] = label(told.field, found.language)
    return data


def as_csv(found: Comparison) -> str:
    """A line for each field: whether it differs, and for each subject its value, source and quote.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    french = found.language == "fr"
    heads = ["champ", "diffère"] if french else ["field", "differs"]
    for subject in found.subjects:
        heads += [subject.name, "source", "citation" if french else "quote"]
    rows = []
    by_number = {citation.number: citation for citation in found.citations}
    for line in found.lines:
        yes = "oui" if french else "yes"
        row = [label(line.field, found.language), yes if line.differs else ""]
        for values in line.cells:
            cited = [by_number[v.citation] for v in values if v.citation is not None]
            row += [
                "; ".join(v.text for v in values) or UNSTATED[french],
                "; ".join(dict.fromkeys(c.source for c in cited)),
                " | ".join(dict.fromkeys(c.quote for c in cited)),
            ]
        rows.append([_flat(value) for value in row])
    return sheet([_flat(head) for head in heads], rows)


def _flat(text: str) -> str:
    return " ".join(text.split())
