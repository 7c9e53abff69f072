"""How long a warm search takes in process, and where it goes: `python benchmarks/search.py`.

The library is made up by a seeded script, ingested as any folder is and kept under
``.build/benchmarks/``; the first run takes minutes to encode it. Exit code 1 when over the target.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from passages import Query, queries, write_documents

from encoder.bundled import BundledEncoder
from pipelines.errors import IndexMismatch
from pipelines.evaluation.evaluate import commit
from pipelines.library import Library
from pipelines.settings import Settings
from pipelines.stores.edge import EdgeStore

BUILD = Path(".build/benchmarks")
SEED = 41
TARGET = {"p50": 40.0, "p95": 80.0}  # milliseconds, `search`, with and without filters
PARTS = ("encoder", "store", "rest", "cpu")  # cpu: of all threads, for a machine that is busy

Times = dict[str, list[float]]  # part -> milliseconds of each query
Clock = dict[str, float]  # part -> milliseconds since it was set to 0


def main() -> int:
    """Measure, print a table, write JSON; 1 when a search is slower than it should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--ask", type=int, default=0, help="time this many questions as well")
    parser.add_argument("--threads", type=int, help="encoder threads; all cores by default")
    parser.add_argument("--output", type=Path, default=BUILD / "search.json")
    options = parser.parse_args()
    home = BUILD / f"{options.passages}-{SEED}"
    settings = Settings(library=home / "library", threads=options.threads)
    with clocks() as clock, Library(settings) as library:
        built = build(library, home / "documents", options.passages)
        half = options.queries // 2
        plain = list(queries(half, SEED, filtered=False))
        narrowed = list(queries(options.queries - half, SEED + 1, filtered=True))
        for query in queries(20, SEED + 2, filtered=False):  # warm up with queries of their own
            library.search(query.text)
        runs = {
            "search": timed(library, library.search, plain, clock),
            "search, filtered": timed(library, library.search, narrowed, clock),
        }
        if options.ask:
            asked = list(queries(options.ask, SEED + 3, filtered=False))
            runs["ask"] = timed(library, library.ask, asked, clock)
        figures = {
            "date": datetime.now(UTC).isoformat(timespec="seconds"),
            "commit": commit(),
            "machine": {"cores": os.cpu_count(), "load": os.getloadavg()[0], **_platform()},
            "encoder": library.encoder.fingerprint,
            "counts": library.catalogue.counts(),
            "built_seconds": built,
            "milliseconds": {name: percentiles(times) for name, times in runs.items()},
        }
    both = [*runs["search"]["total"], *runs["search, filtered"]["total"]]
    reached = {level: _percentile(both, level) for level in TARGET}
    figures["target"] = {level: [reached[level], most] for level, most in TARGET.items()}
    show(figures)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(f"\nwritten: {options.output}")
    return int(any(reached[level] > most for level, most in TARGET.items()))


def build(library: Library, folder: Path, passages: int) -> float | None:
    """Make and ingest the documents where that isn't done yet; the seconds the ingest took."""
    if not folder.exists():
        write_documents(folder, passages, SEED)
    print(f"bringing {folder} into the library …", file=sys.stderr)
    try:
        report = library.ingest([folder], progress=_progress)
    except IndexMismatch:  # made by an earlier encoder or splitter
        report = library.reindex(_progress)
    print(file=sys.stderr)
    return round(report.seconds, 1) if report.passages else None


def timed(library: Library, call: Callable[..., Any], asked: list[Query], clock: Clock) -> Times:
    """What each query takes in all, in the encoder, in the store and in the rest; and CPU time."""
    times: Times = defaultdict(list)
    for query in asked:
        filters = library.filters(query.filters)
        clock.update(encoder=0.0, store=0.0)
        started, worked = time.perf_counter(), time.process_time()
        call(query.text, filters)
        total = (time.perf_counter() - started) * 1000
        times["cpu"].append((time.process_time() - worked) * 1000)
        times["total"].append(total)
        for part in ("encoder", "store"):
            times[part].append(clock[part])
        times["rest"].append(total - clock["encoder"] - clock["store"])
    return times


@contextmanager
def clocks() -> Iterator[Clock]:
    """Milliseconds spent in bundled encoder and embedded store, added up until they are set to 0.

    It goes around the opening of the library, which keeps the encoder's methods.
    """
    spent = {"encoder": 0.0, "store": 0.0}

    def clocked(part: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            started = time.perf_counter()
            try:
                return call(*arguments, **named)
            finally:
                spent[part] += (time.perf_counter() - started) * 1000

        return run

    with (
        patch.object(BundledEncoder, "encode", clocked("encoder", BundledEncoder.encode)),
        patch.object(EdgeStore, "search", clocked("store", EdgeStore.search)),
    ):
        yield spent


def percentiles(times: Times) -> dict[str, dict[str, float]]:
    """p50 and p95 of each part. Those of the parts don't add up to those of the whole."""
    return {
        part: {level: _percentile(values, level) for level in TARGET}
        for part, values in times.items()
    }


def show(figures: dict[str, Any]) -> None:
    """Print the table."""
    machine = figures["machine"]
    print(
        f"{figures['counts']['passages']} passages of {figures['counts']['current']} documents,"
        f" commit {figures['commit']}, {machine['cores']} cores, load {machine['load']:.1f}"
    )
    print(f"{'ms, p50 / p95':20}" + "".join(f"{part:>18}" for part in ("total", *PARTS)))
    for name, parts in figures["milliseconds"].items():
        cells = (f"{parts[p]['p50']:.1f} / {parts[p]['p95']:.1f}" for p in ("total", *PARTS))
        print(f"{name:20}" + "".join(f"{cell:>18}" for cell in cells))
    for level, (reached, most) in figures["target"].items():
        verdict = "ok" if reached <= most else "OVER"
        print(f"search {level} {reached:.1f} ms, target {most:.0f} ms: {verdict}")


def _percentile(values: list[float], level: str) -> float:
    return round(float(np.percentile(values, int(level[1:]))), 1)


def _platform() -> dict[str, str]:
    return {"system": platform.platform(), "python": platform.python_version()}


def _progress(done: int, total: int, source: str) -> None:
    if done % 50 == 0 or done == total:
        print(f"\r{done}/{total}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
