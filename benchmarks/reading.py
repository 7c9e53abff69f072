"""How fast files are read, described and cut, and whether memory stays flat.

``python benchmarks/reading.py`` reads the sample library, copied to 2,000 files, and generated PDFs
of five pages through the worker processes, a format at a time. ``--ingest 300`` ingests that many
files as well and says what the time went to; ``--profile`` says which functions it went to.
Exit code 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import json
import os
import platform
import pstats
import resource
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

from ingest.errors import ReadError
from ingest.scan import Found, scan
from pipelines.evaluation.evaluate import commit
from pipelines.indexing.prepare import Task, prepare
from pipelines.indexing.reading import Prepared, Reader, limits
from pipelines.settings import Settings

ROOT = Path(__file__).parents[1]
OUTPUT = Path(".build/benchmarks/reading.json")
PER_SECOND = {"txt": 60.0, "html": 60.0, "five pages": 8.0}
GROWTH = 1.25  # the most memory may grow from the second fifth of a run to the last


@dataclass(frozen=True, slots=True)
class Run:
    """One format: documents a second by the clock, processor time of each in milliseconds, and
    the memory of this process and of its largest worker in MB, at its peak and by fifths."""

    documents: int
    skipped: int
    per_second: float
    cpu_ms: float
    peak: tuple[float, float]
    fifths: tuple[tuple[float, float], ...]


def main() -> int:
    """Read all there is, print a table, write JSON; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--pdfs", type=int, default=300, help="PDFs of five pages")
    parser.add_argument("--ingest", type=int, default=0, help="files to ingest as well")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    sample = [found.path for found in scan(ROOT / "corpus" / "library").files]
    if options.profile:
        profile(sample)
        return 0
    runs: dict[str, Run] = {}
    print(f"{'':12}{'files':>7}{'per s':>8}{'cpu ms':>8}{'peak MB':>16}   MB by fifths of the run")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies(sample, options.files, folder / "sample")
        five_pages(options.pdfs, folder / "five pages")
        files = scan(folder).files
        forms = dict.fromkeys(found.path.parent.name for found in files)
        for form in (*forms, "all"):
            chosen = [f for f in files if form == "all" or f.path.parent.name == form]
            runs[form] = read(chosen)
            show(form, runs[form])
        shares = ingest(folder, options.ingest) if options.ingest else {}
    over = [
        form
        for form, least in PER_SECOND.items()
        if form not in runs or runs[form].per_second < least
    ]
    first, last = (max(runs["all"].fifths[part]) for part in (1, -1))
    if last > first * GROWTH:
        over.append("memory grows")
    figures = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit(),
        "machine": {
            "cores": os.cpu_count(),
            "load": os.getloadavg()[0],
            "python": platform.python_version(),
        },
        "runs": {form: asdict(run) for form, run in runs.items()},
        "ingest": shares,
        "over": over,
    }
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(f"\nload {os.getloadavg()[0]:.1f}; targets missed: {', '.join(over) or 'none'}")
    return int(bool(over))


def copies(sample: list[Path], count: int, folder: Path) -> None:
    """The sample over and over, a folder each format, no two files with the same bytes."""
    for number in range(count):
        path = sample[number % len(sample)]
        form = path.suffix.removeprefix(".")
        copy = folder / form / f"{number:05}-{path.name}"
        copy.parent.mkdir(parents=True, exist_ok=True)
        data = path.read_bytes()
        line = f"Copy number {number}."
        if form == "html":
            data = data.replace(b"</body>", f"<p>{line}</p></body>".encode())
        elif form == "docx":
            buffer = io.BytesIO(data)
            with zipfile.ZipFile(buffer, "a") as archive:
                archive.comment = line.encode()
            data = buffer.getvalue()
        else:  # a comment in a PDF
            data += f"\n{'%' if form == 'pdf' else ''}{line}\n".encode()
        copy.write_bytes(data)


def five_pages(count: int, folder: Path) -> None:
    """PDFs of five pages of text with headings and a running footer."""
    folder.mkdir(parents=True)
    text = (ROOT / "corpus" / "library" / "excellence" / "cluster-policy-brief-2016.txt").read_text(
        encoding="utf-8"
    )
    words = text.encode("latin-1", "ignore").decode("latin-1").split()
    for number in range(count):
        document = FPDF()
        for page in range(1, 6):
            document.add_page()
            document.set_font("helvetica", "B", 16)
            document.multi_cell(0, 9, f"Report {number}, part {page}", new_x="LMARGIN")
            document.set_font("helvetica", size=11)
            for paragraph in range(5):
                start = (number * 31 + page * 97 + paragraph * 53) % (len(words) - 90)
                sentence = " ".join(words[start : start + 90])
                document.multi_cell(0, 5.5, sentence, new_x="LMARGIN")
                document.ln(3)
            document.set_y(-15)
            document.multi_cell(0, 5, f"Cluster report {number} - page {page} of 5")
        (folder / f"{number:05}.pdf").write_bytes(bytes(document.output()))


def read(files: list[Found]) -> Run:
    """Read files in the workers, memory watched meanwhile."""
    samples: list[tuple[float, float]] = []
    ended = threading.Event()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    skipped = 0
    started = time.perf_counter()
    with Reader(Settings()) as reader:

        def look() -> None:
            while not ended.wait(0.1):
                worker = max((megabytes(pid) for pid in reader.pids), default=0.0)
                samples.append((megabytes(os.getpid()), worker))

        watcher = threading.Thread(target=look)
        watcher.start()
        for item in reader.read(("folder", found) for found in files):
            skipped += not isinstance(item, Prepared)
        seconds = time.perf_counter() - started
        ended.set()
        watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    samples = samples or [(0.0, 0.0)]
    parts = [samples[len(samples) * n // 5 : len(samples) * (n + 1) // 5] for n in range(5)]
    return Run(
        len(files),
        skipped,
        round(len(files) / seconds, 1),
        round(1000 * cpu / len(files), 1),
        _largest(samples),
        tuple(_largest(part or samples) for part in parts),
    )


def show(form: str, run: Run) -> None:
    """One line of the table."""
    fifths = "  ".join(f"{own:.0f}+{worker:.0f}" for own, worker in run.fifths)
    peak = f"{run.peak[0]:.0f} + {run.peak[1]:.0f}"
    print(
        f"{form:12}{run.documents:7}{run.per_second:8.1f}{run.cpu_ms:8.1f}{peak:>16}   {fifths}"
        + (f"   {run.skipped} skipped" if run.skipped else "")
    )


def ingest(folder: Path, count: int) -> dict[str, float]:
    """Ingest files whole; the shares of the time that went to encoding, to waiting for readers
    and to the rest, which is stores and catalogue."""
    from encoder.bundled import BundledEncoder
    from pipelines.library import Library

    spent = {"encode": 0.0, "wait": 0.0}
    encode, documents = BundledEncoder.encode, Reader.read

    def timed_encode(self, *arguments, **options):  # type: ignore[no-untyped-def]
        started = time.perf_counter()
        try:
            return encode(self, *arguments, **options)
        finally:
            spent["encode"] += time.perf_counter() - started

    def timed_read(self, files) -> Iterator[object]:  # type: ignore[no-untyped-def]
        coming = documents(self, files)

        def waited() -> Iterator[object]:
            while True:
                started = time.perf_counter()
                item = next(coming, None)
                spent["wait"] += time.perf_counter() - started
                if item is None:
                    return
                yield item

        return waited()

    BundledEncoder.encode, Reader.read = timed_encode, timed_read  # type: ignore[method-assign,assignment]
    files = sorted((folder / "sample").rglob("*.*"), key=lambda path: path.name)[:count]
    with tempfile.TemporaryDirectory() as name:
        chosen = Path(name) / "documents"
        for file in files:
            link = chosen / file.relative_to(folder)
            link.parent.mkdir(parents=True, exist_ok=True)
            link.hardlink_to(file)
        with Library(Settings(library=Path(name) / "library")) as library:
            report = library.ingest([chosen])
    total = report.seconds
    rest = total - spent["encode"] - spent["wait"]
    print(
        f"\ningest of {report.added} files, {report.passages} passages: {total:.1f} s, of which"
        f" encoding {spent['encode'] / total:.0%}, waiting for readers {spent['wait'] / total:.0%},"
        f" stores and catalogue {rest / total:.0%}"
    )
    return {"seconds": round(total, 1), **{k: round(v, 1) for k, v in spent.items()}}


def profile(sample: list[Path]) -> None:
    """Print the functions that reading the sample in this process spends its time in."""
    tasks = [Task(str(path), path.name, limits(Settings()), 180) for path in sample]

    def all_of_them() -> None:
        for task in tasks:
            try:
                prepare(task)
            except ReadError:
                continue

    all_of_them()  # what is loaded at first is not counted
    profiler = cProfile.Profile()
    profiler.runcall(all_of_them)
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(25)


def megabytes(pid: int) -> float:
    """A process's resident memory now; 0 where it can't be told."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return 0.0
    return pages * resource.getpagesize() / 1e6


def _largest(samples: list[tuple[float, float]]) -> tuple[float, float]:
    return round(max(own for own, _ in samples), 1), round(max(other for _, other in samples), 1)


if __name__ == "__main__":
    sys.exit(main())
