"""What a first command costs a user: whole-process times and peak memory.

``python benchmarks/cold_start.py`` ingests the sample library and starts ``grappe`` anew for each
figure; ``--other VENV`` measures a second environment too, such as one without torch. Cold means a
new process: the files it reads are in the system's cache after the first run, which is not counted.
Exit code 1 when over a target.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

# Nothing of ours is imported here: a child's peak memory is never less than its parent's was.
ROOT = Path(__file__).parents[1]
OUTPUT = Path(".build/benchmarks/cold_start.json")
QUESTIONS = (
    "Who hosted the railway group exchange in France, and when?",
    "Quelle est la date limite de l'appel à projets ?",
)
SECONDS = {"help": 0.5, "ask": 2.5}
MEMORY = 700.0  # MB, of `ask`


@dataclass(frozen=True, slots=True)
class Started:
    """One process: seconds from start to end, CPU seconds of all its threads, peak memory in MB."""

    seconds: float
    cpu: float
    megabytes: float


def main() -> int:
    """Measure each environment, print a table, write JSON; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--other", type=Path, help="a second virtual environment")
    parser.add_argument("--documents", type=Path, default=ROOT / "corpus" / "library")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    pythons = [Path(sys.executable)]
    if options.other:
        pythons.append(options.other / "bin" / "python")
    environments = [measure(python, options.documents, options.runs) for python in pythons]
    figures = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _commit(pythons[0]),
        "machine": {
            "cores": os.cpu_count(),
            "load": os.getloadavg()[0],
            "system": platform.platform(),
            "python": platform.python_version(),
        },
        "runs": options.runs,
        "environments": environments,
    }
    over = list(show(figures))
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(f"\nwritten: {options.output}")
    return int(bool(over))


def measure(python: Path, documents: Path, runs: int) -> dict[str, Any]:
    """Medians of ``--help`` and of a cold ``ask``, each after one run that isn't counted."""
    grappe = _command(python)
    with tempfile.TemporaryDirectory() as folder:
        library = ["--library", folder]
        ingest = start([*grappe, "ingest", str(documents), *library], allowed=(0, 3))
        asked = [
            start([*grappe, "ask", QUESTIONS[number % len(QUESTIONS)], *library])
            for number in range(runs + 1)
        ][1:]
        helped = [start([*grappe, "--help"]) for _ in range(runs + 1)][1:]
    return {
        "torch": _has(python, "torch"),
        "help": _summary(helped),
        "ask": _summary(asked),
        "ingest": asdict(ingest),
    }


def start(command: Sequence[str], allowed: Sequence[int] = (0,)) -> Started:
    """Run a command to its end, its output thrown away; raises when it fails."""
    started = time.perf_counter()
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=_environment()
    )
    errors = child.stderr.read() if child.stderr else b""
    _, status, usage = os.wait4(child.pid, 0)  # of this child alone, unlike getrusage(CHILDREN)
    seconds = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in allowed:
        raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}: {errors.decode()}")
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss counts bytes there, KiB on Linux
    cpu = usage.ru_utime + usage.ru_stime
    return Started(round(seconds, 3), round(cpu, 3), round(usage.ru_maxrss * unit / 1e6, 1))


def show(figures: dict[str, Any]) -> list[str]:
    """Print the table; the targets that were missed come back."""
    machine, over = figures["machine"], []
    print(f"commit {figures['commit']}, {machine['cores']} cores, load {machine['load']:.1f}")
    print(
        f"{'':14}{'command':9}{'median s':>10}{'slowest':>10}{'target':>8}"
        f"{'cpu s':>8}{'peak MB':>9}"
    )
    for found in figures["environments"]:
        name = "with torch" if found["torch"] else "without torch"
        for command, most in SECONDS.items():
            one = found[command]
            late = one["median"] > most
            heavy = command == "ask" and one["megabytes"] > MEMORY
            print(
                f"{name:14}{command:9}{one['median']:10.2f}{one['slowest']:10.2f}{most:8.1f}"
                f"{one['cpu']:8.2f}{one['megabytes']:9.0f}{'  OVER' if late or heavy else ''}"
            )
            if late or heavy:
                over.append(f"{name}: {command}")
        ingest = found["ingest"]
        print(
            f"{name:14}{'ingest':9}{ingest['seconds']:10.2f}{'':18}{ingest['cpu']:8.2f}"
            f"{ingest['megabytes']:9.0f}"
        )
    return over


def _summary(runs: Sequence[Started]) -> dict[str, float]:
    return {
        "median": round(statistics.median(run.seconds for run in runs), 3),
        "slowest": max(run.seconds for run in runs),
        "cpu": round(statistics.median(run.cpu for run in runs), 3),
        "megabytes": max(run.megabytes for run in runs),
    }


def _command(python: Path) -> list[str]:
    """The installed command; or its module, where only the sources are there."""
    installed = python.with_name("grappe")
    return [str(installed)] if installed.exists() else [str(python), "-m", "ui.cli"]


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT)}


def _has(python: Path, package: str) -> bool:
    code = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({package!r}) is None)"
    return subprocess.run([python, "-c", code], check=False).returncode == 0


def _commit(python: Path) -> str | None:
    code = "from pipelines.evaluation.evaluate import commit; print(commit() or '')"
    done = subprocess.run(
        [python, "-c", code], capture_output=True, text=True, check=False, env=_environment()
    )
    return done.stdout.strip() or None


if __name__ == "__main__":
    sys.exit(main())
