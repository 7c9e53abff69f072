"""The register's events beside labelled ones: how many are found, and how right each cell is.

A label and an event are paired when kind and days agree, the best agreement first. Precision is the
share of the cells found that are right, recall the share of the labelled ones that were found; a
label that doesn't speak of a cell judges nothing there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ingest.describe import describe
from ingest.errors import ReadError
from ingest.gazetteer import fold
from ingest.read import read
from ingest.register import find_events
from ingest.types import DateRange, Event, Value
from pipelines.errors import UsageError
from pipelines.evaluation.described import names
from pipelines.evaluation.evaluate import commit

LABELS: Final = Path("corpus/golden/events.jsonl")
Label = Mapping[str, Any]
_VAGUE: Final = frozenset({"meeting", "other"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell over all documents: values right, labelled and found."""

    right: int
    expected: int
    found: int

    @property
    def precision(self) -> float | None:
        """Right of those found; None when none was."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Right of those labelled; None when none is."""
        return self.right / self.expected if self.expected else None


@dataclass(frozen=True, slots=True)
class EventScores:
    """The figure of each cell, and what was wrong: source, cell, label, found."""

    commit: str | None
    documents: int
    cells: Mapping[str, Figure]
    misses: tuple[tuple[str, str, str, str], ...]


def run(labels: Path | None = None) -> EventScores:
    """The figures on a file of labels, whose documents lie in ``../library`` or ``documents``.

    Raises :class:`UsageError` for labels that can't be read and documents that aren't there.
    """
    path = labels or LABELS
    folder = path.parent / "documents"
    folder = folder if folder.is_dir() else path.parent.parent / "library"
    rows = _rows(path)
    counts: dict[str, list[int]] = {}
    misses: list[tuple[str, str, str, str]] = []
    for row in rows:
        source = str(row["source"])
        try:
            text = read(folder / source)
        except ReadError as error:
            raise UsageError(
                f"{folder / source}, which {path} speaks of, can't be read: {error.code}.",
                f"{folder / source}, dont parle {path}, est illisible : {error.code}.",
            ) from error
        found = find_events(text, describe(text, source))
        for cell, wanted, got in judged(row["events"], found):
            counted = counts.setdefault(cell, [0, 0, 0])
            both = len(wanted & got)
            for index, number in enumerate((both, len(wanted), len(got))):
                counted[index] += number
            if wanted != got:
                misses.append((source, cell, _shown(wanted), _shown(got)))
    cells = {cell: Figure(*counted) for cell, counted in counts.items()}
    return EventScores(commit(), len(rows), cells, tuple(misses))


def judged(
    labels: Sequence[Label], found: Sequence[Event]
) -> Iterable[tuple[str, set[str], set[str]]]:
    """Each cell with what the label says and what was found; "event" is the event itself."""
    pairs = _paired(labels, found)
    for number, label in enumerate(labels):
        if number not in pairs:
            yield "event", {_called(label)}, set()
            continue
        event = found[pairs[number]]
        yield "event", {_called(label)}, {_called(label)}
        for cell, (key, compare) in CELLS.items():
            if key in label:
                yield cell, *compare(label, event)
    for event in (e for place, e in enumerate(found) if place not in pairs.values()):
        start = event.dates.iso()[0] if event.dates else "–"
        yield "event", set(), {f"{event.kind} {start}"}


def _paired(labels: Sequence[Label], found: Sequence[Event]) -> dict[int, int]:
    """The event of each label that has one, by their places; the best agreement goes first, in
    whatever order the labels are."""
    agreed = sorted(
        (-how, one, other)
        for one, label in enumerate(labels)
        for other, event in enumerate(found)
        if (how := _agreement(label, event)) > 0
    )
    pairs: dict[int, int] = {}
    for _, one, other in agreed:
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


def _agreement(label: Label, event: Event) -> float:
    """How well an event fits a label: days 2, kind 1, both vaguely half; 0 for what can't be it."""
    days = _days(label["start_date"], label.get("end_date"))
    if (label["kind"] == "call") != (event.kind == "call"):
        return 0
    kind = 1.0 if label["kind"] == event.kind else 0.5 * bool({label["kind"], event.kind} & _VAGUE)
    if days is None or event.dates is None:
        return kind if days is None and event.dates is None else 0
    if days == event.dates.iso():
        return 2 + kind
    near = days[0][:7] == event.dates.iso()[0][:7]
    return kind if near and kind == 1 else 0


def _days(start: str | None, end: str | None) -> tuple[str, str] | None:
    return (start, end or start) if start else None


def _called(label: Label) -> str:
    return f"{label['kind']} {label['start_date'] or '–'}"


def _dates(label: Label, event: Event) -> tuple[set[str], set[str]]:
    days = _days(label["start_date"], label.get("end_date"))
    return _one("/".join(days) if days else None), _one(_iso(event.dates))


def _iso(value: DateRange | None) -> str | None:
    return "/".join(value.iso()) if value else None


def _text(key: str) -> Callable[[Label, Event], tuple[set[str], set[str]]]:
    def compare(label: Label, event: Event) -> tuple[set[str], set[str]]:
        value = getattr(event, key)
        got = value.text if isinstance(value, Value) else value
        return _one(fold(label[key] or "")), _one(fold(got or ""))

    return compare


def _names(key: str) -> Callable[[Label, Event], tuple[set[str], set[str]]]:
    def compare(label: Label, event: Event) -> tuple[set[str], set[str]]:
        wanted, got = label[key], getattr(event, key)
        values = got if isinstance(got, tuple) else (got,)
        return (
            names(*(wanted if isinstance(wanted, list) else [wanted])),
            names(*(value.text for value in values if value)),
        )

    return compare


def _deadlines(label: Label, event: Event) -> tuple[set[str], set[str]]:
    return set(label["deadlines"]), {d.iso()[1] for d in event.deadlines}


def _one(value: str | None) -> set[str]:
    return {value} if value else set()


def _shown(values: set[str]) -> str:
    return "; ".join(sorted(values)) or "–"


# Cell -> the label's key that speaks of it, and the comparison.
Compare = Callable[[Label, Event], tuple[set[str], set[str]]]
CELLS: Final[dict[str, tuple[str, Compare]]] = {
    "kind": ("kind", _text("kind")),
    "status": ("status", _text("status")),
    "dates": ("start_date", _dates),
    "host": ("host", _names("host")),
    "organiser": ("organiser", _names("organiser")),
    "place": ("place", _text("place")),
    "country": ("country", _text("country")),
    "projects": ("projects", _names("projects")),
    "partners": ("partners", _names("partners")),
    "participants": ("participants", _text("participants")),
    "deadlines": ("deadlines", _deadlines),
}


def _rows(path: Path) -> list[Label]:
    try:
        rows = [json.loads(x) for x in path.read_text(encoding="utf-8").splitlines() if x.strip()]
        if not rows or any(not {"source", "events"} <= set(row) for row in rows):
            raise ValueError("a line has no source or no events")
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(
            f"{path} holds no labels, one JSON object a line: {error}.",
            f"{path} ne contient pas d'étiquettes, un objet JSON par ligne : {error}.",
        ) from error
    return rows
