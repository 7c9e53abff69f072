"""Descriptions of labelled documents, scored field by field, by set, language and format.

A field of one value has the share of documents that are right; a field of several, F1 over all
values of all documents, which is 2·right / (expected + found).
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ingest.describe import describe
from ingest.errors import ReadError
from ingest.read import read
from ingest.types import LANGUAGES
from pipelines.errors import UsageError
from pipelines.evaluation.described import FIELDS, Judged, Label, judge
from pipelines.evaluation.evaluate import commit
from pipelines.evaluation.golden import Floors, read_floors

SETS: Final = (Path("corpus/golden/descriptions.jsonl"), Path("corpus/hard/descriptions.jsonl"))
FLOORS: Final = Path("corpus/hard/floors.json")
FORMATS: Final = "txt md html pdf docx pptx xlsx csv odt odp ods rtf eml epub".split()

Figures = Mapping[str, float | None]  # by field; None where no label speaks of it


@dataclass(frozen=True, slots=True)
class Group:
    """Figures over ``size`` documents."""

    name: str
    size: int
    figures: Figures


@dataclass(frozen=True, slots=True)
class Miss:
    """A field that is wrong or incomplete: what the label says, and what was found."""

    source: str
    field: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Scored:
    """The figures, the floors that were missed, and every field that went wrong."""

    date: str
    commit: str | None
    seconds: float
    fields: tuple[str, ...]
    groups: tuple[Group, ...]
    missed: tuple[str, ...]
    misses: tuple[Miss, ...]


@dataclass(frozen=True, slots=True)
class _Document:
    source: str
    groups: tuple[str, ...]
    judged: Mapping[str, Judged]


def run(labels: Path | None = None, floors: Path | None = None) -> Scored:
    """The figures on one file of labels, or on both sets of the sample corpus.

    The documents lie in ``documents`` beside the labels, or in ``../library``. Raises
    :class:`UsageError` for labels that can't be read and documents that aren't there.
    """
    started = time.perf_counter()
    paths = [labels] if labels else [path for path in SETS if path.is_file()]
    if not paths:
        raise UsageError(
            f"There is no {SETS[0]} here. Say which labels: grappe evaluate --descriptions"
            " --golden FILE.",
            f"Il n'y a pas de {SETS[0]} ici. Dites quelles étiquettes : grappe evaluate"
            " --descriptions --golden FICHIER.",
        )
    names = tuple(dict.fromkeys(_name(path) for path in paths))
    groups = ("all", *names, *LANGUAGES, *FORMATS)
    least = read_floors(floors, labels or FLOORS, groups, FIELDS)
    documents = [document for path in paths for document in _described(path)]
    found = tuple(_grouped(documents, groups))
    return Scored(
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        commit=commit(),
        seconds=round(time.perf_counter() - started, 2),
        fields=FIELDS,
        groups=found,
        missed=tuple(_missed(found, least)),
        misses=tuple(
            Miss(document.source, field, one.wanted, one.got)
            for document in documents
            for field, one in document.judged.items()
            if not one.fine
        ),
    )


def _name(path: Path) -> str:
    """What a set is called: its folder, and the sample library's its own name."""
    return "library" if path.parent.name == "golden" else path.parent.name or path.stem


def _described(path: Path) -> Iterable[_Document]:
    folder = path.parent / "documents"
    folder = folder if folder.is_dir() else path.parent.parent / "library"
    for label in _labels(path):
        source = str(label["source"])
        try:
            text = read(folder / source)
        except ReadError as error:
            raise UsageError(
                f"{folder / source}, which {path} describes, can't be read: {error.code}.",
                f"{folder / source}, que décrit {path}, est illisible : {error.code}.",
            ) from error
        groups = ("all", _name(path), str(label["language"]), Path(source).suffix[1:].lower())
        yield _Document(source, groups, judge(label, describe(text, source)))


def _labels(path: Path) -> list[Label]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        labels: list[Label] = [json.loads(line) for line in lines if line.strip()]
        wrong = next((x for x in labels if not {"source", "language"} <= set(x)), None)
        if wrong is not None or not labels:
            raise ValueError(f"no source or no language in {wrong}")
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(
            f"{path} holds no labels, one JSON object a line: {error}.",
            f"{path} ne contient pas d'étiquettes, un objet JSON par ligne : {error}.",
        ) from error
    return labels


def _grouped(documents: Sequence[_Document], groups: Sequence[str]) -> Iterable[Group]:
    for name in groups:
        members = [document for document in documents if name in document.groups]
        if members:
            yield Group(name, len(members), {f: _figure(members, f) for f in FIELDS})


def _figure(documents: Sequence[_Document], field: str) -> float | None:
    judged = [document.judged[field] for document in documents if field in document.judged]
    if not judged:
        return None
    right = sum(one.right for one in judged)
    total = sum(one.expected + one.found for one in judged)
    return 2 * right / total if total else 1.0


def _missed(groups: Sequence[Group], floors: Floors) -> Iterable[str]:
    figures = {group.name: group.figures for group in groups}
    for name, least in floors.items():
        for field, bound in least.items():
            value = figures.get(name, {}).get(field)
            if value is None:
                yield f"{name}: {field} was not measured, at least {bound:g} wanted"
            elif value < bound - 1e-9:
                yield f"{name}: {field} {value:.3f}, at least {bound:g} wanted"
