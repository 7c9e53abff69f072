"""An ingest that is killed at any moment is finished by the next, as if nothing had been."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipelines.catalogue.records import VISIBLE

IN_WORKERS = True

KILLS = int(os.environ.get("GRAPPE_TEST_KILLS", "3"))  # a longer run tries more moments


def contents(library):
    """All that a user could find: documents with their descriptions, and points in the store."""
    records = [
        (r.id, r.source, r.sha256, r.state, r.code, r.description, r.passages)
        for r in library.catalogue.records()
    ]
    store = library._store(library.catalogue.live().name)
    points = {point.id: (point.content, point.meta) for point in store.filter_documents()}
    return records, points


def workers_of(pid):
    """The worker processes that were started by this one."""
    found = []
    for folder in Path("/proc").iterdir() if Path("/proc").is_dir() else ():
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"ingest.workers.child" in words and str(pid).encode() in words:
            found.append(int(folder.name))
    return found


def orphans(pid):
    """The workers that outlive their owner, a moment after its end."""
    for _ in range(100):
        if not workers_of(pid):
            break
        time.sleep(0.1)
    return workers_of(pid)


@pytest.fixture
def notes(folder):
    """A folder of forty documents, one of which can't be read."""
    for number in range(35):
        text = f"# Note {number}\n\n" + f"The Ostrelle cluster met partner {number}. " * 30
        (folder / f"note-{number}.md").write_text(text)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    return folder


def test_a_killed_ingest_is_finished_by_the_next(open_library, notes, tmp_path):
    library = open_library(library=tmp_path / "clean")
    library.ingest([notes])
    clean = contents(library)
    moments = random.Random(22)
    command = [sys.executable, "-m", "ui.cli", "ingest", str(notes), "--library"]
    for _ in range(KILLS):
        process = subprocess.Popen(
            [*command, str(tmp_path / "library")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moments.uniform(0.3, 4))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        library = open_library()  # its lock went with its owner
        if library.catalogue.live() is not None and library.catalogue.records(VISIBLE):
            store = library._store(library.catalogue.live().name)
            held = store.facets("meta.document", limit=100)
            for record in library.catalogue.records(VISIBLE):
                assert held[record.id] == record.passages, record.source
        library.close()
        assert orphans(process.pid) == []
    library = open_library()
    library.ingest([notes])
    assert contents(library) == clean
    assert library.catalogue.unsettled(library.catalogue.live().name) == []
