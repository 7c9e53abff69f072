"""Quality and speed of the bundled encoder beside its peers: ``python benchmarks/encoder``.

Quality on the development sets: the untrained start, the trained encoder, the English teacher, BM25
with the lexicon, both fused, and any sentence-transformers directory given with ``--model``. Speed
of the trained encoder by run-time. Tables are Markdown, on stdout. ``--limit 50 --turns 1`` tries
the command in a minute or two; its figures mean nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import speed
import systems
import tables

from encoder import manifest as manifests
from encoder.bundled import BundledEncoder
from encoder.training import evaluate, options
from encoder.training.data import read_bitext
from encoder.training.evaluate import Scores, Task
from pipelines.evaluation.evaluate import commit

# This folder has no __init__.py: with one, `python benchmarks/search.py` would take it for the
# package `encoder`.
PARTS = {
    "bitext": evaluate.bitext_tasks,
    "laws": evaluate.laws_tasks,
    "questions": evaluate.questions_tasks,
}
COSINE = "cosine to the teacher, English"


def main() -> None:
    """Run the command."""
    given = _parser().parse_args()
    parts = given.only or [*PARTS, "speed"]
    figures: dict[str, Any] = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit(),
        "machine": {
            "cores": os.cpu_count(),
            "load": os.getloadavg()[0],
            "system": platform.platform(),
            "python": platform.python_version(),
        },
        "threads": given.threads,
        "encoder": manifests.read(given.encoder).fingerprint,
        "limit": given.limit,
    }
    tasks = [
        task for name in PARTS if name in parts for task in PARTS[name](given.data, given.limit)
    ]
    if tasks:
        figures["quality"] = quality(given, tasks)
        print(tables.quality(figures["quality"]))
    if "speed" in parts:
        asked = [
            text
            for task in evaluate.questions_tasks(given.data, given.limit or 100)
            for text in task.asked
        ]
        with speed.runtimes(given.encoder, given.threads) as found:
            rows = speed.measure(found, given.encoder, asked, given.turns)
        figures["speed"] = [asdict(row) for row in rows]
        print(tables.speed(rows, given.threads))
    figures["machine"]["load after"] = os.getloadavg()[0]
    if given.json:
        given.json.parent.mkdir(parents=True, exist_ok=True)
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        options.say(f"written: {given.json}")


def quality(given: argparse.Namespace, tasks: Sequence[Task]) -> dict[str, Scores]:
    """Each system's figures by task; those related to the teacher are compared with it too."""
    english = [pair[0] for pair in read_bitext(given.data)[: given.limit]]
    teacher = systems.transformer(options.teacher_directory(given.teacher), "teacher", kin=True)
    target = teacher.english(english) if teacher.english else None
    scores: dict[str, Scores] = {}
    for system in _systems(given, teacher):
        started = time.perf_counter()
        scores[system.name] = system.measure(tasks)
        if system.english and target is not None:
            cosines = (system.english(english) * target).sum(axis=1)
            scores[system.name][COSINE] = float(np.mean(cosines))
        options.say(f"{system.name} measured in {time.perf_counter() - started:.0f} s")
    return scores


def _systems(given: argparse.Namespace, teacher: systems.System) -> Iterator[systems.System]:
    """The columns from left to right; each is loaded when its turn comes."""
    encoder = BundledEncoder(given.encoder, given.threads)
    if given.start:
        yield systems.transformer(given.start, "start", kin=True)
    yield systems.transformer(given.encoder, "trained", kin=True)
    yield systems.bundled(encoder, "trained, int8")
    yield teacher
    yield from systems.searched(encoder)
    for directory in given.model:
        yield systems.transformer(directory)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the texts")
    parser.add_argument("--start", type=Path, help="the untrained start, left out if not given")
    parser.add_argument("--encoder", type=Path, default=manifests.MODEL_DIRECTORY)
    parser.add_argument(
        "--model",
        type=Path,
        action="append",
        default=[],
        help="another sentence-transformers directory; may be repeated",
    )
    options.add_teacher(parser)
    parser.add_argument("--only", nargs="+", choices=(*PARTS, "speed"))
    parser.add_argument("--limit", type=int, help="questions and passages of each set, for a trial")
    parser.add_argument("--turns", type=int, default=7, help="of each run-time")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--json", type=Path, help="write the figures here too")
    return parser


if __name__ == "__main__":
    main()
