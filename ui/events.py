"""`grappe events`: the register as a table, JSON, CSV or a calendar."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text as Shown

from ingest.types import EVENT_KINDS, EventKind, Language
from pipelines.catalogue.records import VISIBLE
from pipelines.errors import GrappeError, UsageError
from pipelines.export.wording import coverage_line
from pipelines.register import export
from pipelines.register.find import Register, find_rows
from ui.output import console, plain, print_json

if TYPE_CHECKING:
    from ingest.types import Text
    from pipelines.catalogue.events import Told
    from pipelines.evaluation.register_score import EventScores
    from pipelines.library import Library


def print_events(
    library: Library,
    wanted: Mapping[str, Sequence[Any]],
    kinds: Sequence[str],
    forms: Sequence[str],
    language: str,
) -> None:
    """Print the events that ``wanted`` filters let pass, as a table or in the one form asked.

    Raises :class:`UsageError` for two forms, and for a filter or kind that isn't known, and
    :class:`GrappeError` for a calendar of events that have no day.
    """
    if len(forms) > 1:
        raise UsageError(
            "Choose one of --json, --csv and --ics.", "Choisissez --json, --csv ou --ics, un seul."
        )
    library.check_ingested()
    catalogue = library.catalogue
    found = find_rows(catalogue, library.filters(wanted), _kinds(kinds))
    texts: dict[str, Text] = {}

    def text_of(told: Told) -> Text:
        if told.document not in texts:
            texts[told.document] = catalogue.text(catalogue.find(told.document))
        return texts[told.document]

    spoken: Language = "fr" if language == "fr" else "en"
    if "json" in forms:
        told = {record.id: record for record in catalogue.records(VISIBLE)}
        print_json(export.as_json(found, text_of, told))
    elif "csv" in forms:
        sys.stdout.write(export.as_csv(found, text_of))
    elif "ics" in forms:
        calendar = export.as_calendar(found, text_of, spoken)
        if calendar is None:
            raise GrappeError(
                "There is nothing to put into a calendar: none of these events has a day.",
                "Rien à mettre dans un agenda : aucun de ces événements n'a de jour.",
            )
        sys.stdout.write(calendar.decode())
    else:
        _table(found, spoken)


def _kinds(names: Sequence[str]) -> list[EventKind]:
    """The kinds by their names; raises :class:`UsageError`, with those there are, for another."""
    known = {str(kind): kind for kind in EVENT_KINDS}
    wanted = [name.strip().lower().replace("-", "_").replace(" ", "_") for name in names]
    if unknown := [name for name in wanted if name not in known]:
        raise UsageError(
            f"No kind of event {unknown[0]!r}. The kinds are: {', '.join(known)}.",
            f"Pas de type d'événement {unknown[0]!r}. Les types sont : {', '.join(known)}.",
        )
    return [known[name] for name in wanted]


def _table(found: Register, language: Language) -> None:
    french = language == "fr"
    unsaid = "non précisé" if french else "not stated"
    heads = (
        ("quand", "type", "événement", "hôte ou organisateur", "où", "projet", "sources")
        if french
        else ("when", "kind", "event", "host or organiser", "where", "project", "sources")
    )
    shown = Table(box=None, pad_edge=False)
    for head in heads:
        shown.add_column(head, overflow="fold")
    for row in export.table(found, language):
        shown.add_row(*(Shown(plain(cell)) if cell else Shown(unsaid, "dim") for cell in row))
    console.print(shown)
    console.print(Shown("\n" + coverage_line(found.coverage, language), "dim"))


def print_scores(found: EventScores, as_json: bool) -> None:
    """Precision and recall of each cell, and what was wrong."""
    if as_json:
        cells = {
            name: asdict(figure) | {"precision": figure.precision, "recall": figure.recall}
            for name, figure in found.cells.items()
        }
        print_json(
            {
                "commit": found.commit,
                "documents": found.documents,
                "cells": cells,
                "misses": [list(miss) for miss in found.misses],
            }
        )
        return
    shown = Table(box=None, pad_edge=False)
    for head in ("cell", "precision", "recall", "right", "labelled", "found"):
        shown.add_column(head, justify="left" if head == "cell" else "right")
    for name, figure in found.cells.items():
        shares = (f"{x:.3f}" if x is not None else "–" for x in (figure.precision, figure.recall))
        shown.add_row(name, *shares, str(figure.right), str(figure.expected), str(figure.found))
    for source, cell, wanted, got in found.misses:
        console.print(Shown(plain(f"{source}: {cell}: {wanted} ≠ {got}"), "dim"))
    console.print(shown)
