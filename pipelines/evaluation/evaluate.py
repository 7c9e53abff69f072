"""Golden questions run through search and answer, and what came of it, by kind and language."""

from __future__ import annotations

import hashlib
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.types import LANGUAGES
from pipelines.errors import UsageError
from pipelines.evaluation.golden import KINDS, Floors, Golden, locate, read_floors, read_golden
from pipelines.evaluation.metrics import interval, mean
from pipelines.evaluation.score import (
    MEASURES,
    Failure,
    Figures,
    Run,
    ask,
    failure_of,
    faults_of,
    figures_of,
    nfc,
)

if TYPE_CHECKING:
    from pipelines.catalogue.records import Record
    from pipelines.library import Library

AT_MOST = frozenset({"false_refusal"})  # its floor is a ceiling
GAP = "cross_lingual_gap"  # figures of cross-lingual questions minus those of factual ones
GROUPS = ("all", *KINDS, *LANGUAGES, GAP)


@dataclass(frozen=True, slots=True)
class Group:
    """Means over ``size`` questions, and the 95 % bootstrap interval of each."""

    name: str
    size: int
    figures: Figures
    intervals: Mapping[str, tuple[float, float] | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one question, so that two runs can be compared question by question."""

    id: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Origin:
    """What the figures were measured on. ``commit`` is None outside a git checkout."""

    date: str
    commit: str | None
    encoder: str
    encoder_fingerprint: str
    generation: str | None
    documents: int
    passages: int
    golden: str
    golden_sha256: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures, the floors that were missed, and the questions that went wrong."""

    origin: Origin
    measures: tuple[str, ...]
    groups: tuple[Group, ...]
    missed: tuple[str, ...]
    failures: tuple[Failure, ...]
    scores: tuple[Score, ...]


def run(library: Library, golden: Path | None = None, floors: Path | None = None) -> Evaluation:
    """The figures of the golden questions on this library.

    Raises :class:`UsageError` for files that are not as they should be, and for a library that
    lacks documents that the questions are about.
    """
    started = time.perf_counter()
    path = locate(golden)
    questions = read_golden(path)
    least = read_floors(floors, path, GROUPS, MEASURES)
    records = {record.id: record for record in library.catalogue.records()}
    _check_sources(library, questions, records.values(), path)
    runs = [ask(library, question) for question in questions]
    texts = _texts(library, runs, records)
    figures = [figures_of(one, records, texts) for one in runs]
    groups = tuple(_groups(questions, figures))
    counts = library.catalogue.counts()
    live = library.catalogue.live()
    return Evaluation(
        origin=Origin(
            date=datetime.now(UTC).isoformat(timespec="seconds"),
            commit=commit(),
            encoder=library.encoder.name,
            encoder_fingerprint=library.encoder.fingerprint,
            generation=live.name if live else None,
            documents=sum(record.state != "skipped" for record in records.values()),
            passages=counts["passages"],
            golden=path.name,
            golden_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            seconds=round(time.perf_counter() - started, 2),
        ),
        measures=MEASURES,
        groups=groups,
        missed=tuple(_missed(groups, least)),
        failures=tuple(
            failure_of(one, faults)
            for one, found in zip(runs, figures, strict=True)
            if (faults := tuple(faults_of(one, found)))
        ),
        scores=tuple(Score(q.id, f) for q, f in zip(questions, figures, strict=True)),
    )


def commit() -> str | None:
    """The commit this code is at, with "-dirty" when files differ from it; None elsewhere."""
    root = Path(__file__).parents[2]
    if not (root / ".git").exists():  # installed inside another project's checkout, perhaps
        return None
    command = ["git", "-C", str(root), "describe", "--always", "--dirty", "--abbrev=12"]
    try:
        done = subprocess.run(  # noqa: S603 (fixed words)
            [*command, "--exclude=*"], capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() or None


def _check_sources(
    library: Library, questions: Sequence[Golden], records: Iterable[Record], path: Path
) -> None:
    held = {record.source for record in records}
    named = {nfc(source) for question in questions for source in question.relevant}
    lacking = sorted(named - held)
    if not lacking:
        return
    shown = ", ".join(lacking[:5]) + (f" (+{len(lacking) - 5})" if len(lacking) > 5 else "")
    beside = path.parent.parent / "library"
    command = f"grappe ingest {beside if beside.is_dir() else 'FOLDER'}"
    command += f" --library {library.settings.library}"
    raise UsageError(
        f"{len(lacking)} of the {len(named)} documents that {path} is about are not in this"
        f" library: {shown}. Ingest the folder that these paths start from: {command}",
        f"{len(lacking)} des {len(named)} documents dont parle {path} manquent à cette"
        f" bibliothèque : {shown}. Ingérez le dossier d'où partent ces chemins : {command}",
    )


def _texts(library: Library, runs: Iterable[Run], records: Mapping[str, Record]) -> dict[str, str]:
    """The text of each document cited."""
    cited = {c.document for one in runs if one.reply for c in one.reply.citations}
    return {name: library.catalogue.text(records[name]).content for name in cited & set(records)}


def _groups(questions: Sequence[Golden], figures: Sequence[Figures]) -> Iterable[Group]:
    members = {"all": list(figures)}
    for name in (*KINDS, *LANGUAGES):
        pairs = zip(questions, figures, strict=True)
        members[name] = [f for question, f in pairs if name in (question.kind, question.language)]
    found = {
        name: Group(
            name,
            len(own),
            {m: mean(f[m] for f in own) for m in MEASURES},
            {m: interval(f[m] for f in own) for m in MEASURES},
        )
        for name, own in members.items()
        if own
    }
    yield from found.values()
    if "cross_lingual" in found and "factual" in found:
        across, within = found["cross_lingual"], found["factual"].figures
        gap = {m: _minus(across.figures[m], within[m]) for m in MEASURES}
        yield Group(GAP, across.size, gap)


def _minus(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def _missed(groups: Sequence[Group], floors: Floors) -> Iterable[str]:
    figures = {group.name: group.figures for group in groups}
    for name, least in floors.items():
        for measure, bound in least.items():
            value = figures.get(name, {}).get(measure)
            side = "at most" if measure in AT_MOST else "at least"
            if value is None:
                yield f"{name}: {measure} was not measured, {side} {bound:g} wanted"
            elif value > bound if measure in AT_MOST else value < bound:
                yield f"{name}: {measure} {value:.3f}, {side} {bound:g} wanted"
