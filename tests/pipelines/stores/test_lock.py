"""One owner: a second process, a stale note, and an owner that is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.stores.edge import EdgeStore
from pipelines.stores.errors import LibraryHeld, StoreError
from pipelines.stores.lock import NOTE_FILE, LibraryLock, holder

OPENS = """
import sys
from pipelines.stores.edge import EdgeStore
store = EdgeStore(sys.argv[1], 3)
store.count_documents()
print("open", flush=True)
sys.stdin.read()
"""

# Says how many passages were acknowledged after each call of four batches.
WRITES = """
import sys, uuid
from pipelines.stores.edge import EdgeStore
from haystack.dataclasses import Document
store, written = EdgeStore(sys.argv[1], 3), 0
print("open", flush=True)
while True:
    numbers = range(written, written + 1024)
    written += store.write_documents([
        Document(id=str(uuid.UUID(int=n)), content=f"réunion {n}", embedding=[1.0, n, 0.0],
                 meta={"language": "fr", "document": f"d{n // 256}"})
        for n in numbers
    ])
    print(written, flush=True)
"""

Process = subprocess.Popen[str]


def started(code: str, path: Path) -> Process:
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


@pytest.fixture
def owner(tmp_path: Path) -> Iterator[Process]:
    """Another process that has the store in ``tmp_path / "passages"`` open."""
    process = started(OPENS, tmp_path / "passages")
    yield process
    process.kill()
    process.communicate()


def test_a_second_process_is_told_who_holds_it(owner: Process, tmp_path: Path) -> None:
    store = EdgeStore(tmp_path / "passages", 3)
    for call in (store.count_documents, store.drop):
        with pytest.raises(LibraryHeld) as caught:
            call()
        assert caught.value.holder is not None
        assert caught.value.holder.pid == owner.pid
        for language, words in {
            "en": ["is in use by", f"pid {owner.pid}", "since 20", "Stop it", "--library"],
            "fr": ["est utilisé par", f"pid {owner.pid}", "depuis 20", "Arrêtez-le", "--library"],
        }.items():
            for word in words:
                assert word in caught.value.message(language)
    owner.communicate()  # its input ends, and so does it, in good order
    assert store.count_documents() == 0
    store.close()


def test_a_killed_owner_leaves_nothing_held(owner: Process, tmp_path: Path) -> None:
    owner.kill()
    owner.wait()
    assert (tmp_path / "passages" / NOTE_FILE).exists()
    assert holder(tmp_path / "passages") is None
    with EdgeStore(tmp_path / "passages", 3) as store:
        assert store.count_documents() == 0
        now = holder(tmp_path / "passages")
        assert now is not None
        assert now.pid == os.getpid()
    assert not (tmp_path / "passages" / NOTE_FILE).exists()


def test_a_program_without_our_lock_is_noticed(tmp_path: Path) -> None:
    import qdrant_edge

    with EdgeStore(tmp_path / "passages", 3) as store:
        store.count_documents()
    shard = qdrant_edge.EdgeShard.load(str(tmp_path / "passages/shard"))
    with pytest.raises(LibraryHeld, match="in use by another process"):
        store.count_documents()
    shard.close()
    assert store.count_documents() == 0
    store.close()


def test_two_stores_in_one_process(tmp_path: Path) -> None:
    with EdgeStore(tmp_path / "passages", 3) as first:
        first.count_documents()
        with pytest.raises(LibraryHeld, match=f"pid {os.getpid()}"):
            EdgeStore(tmp_path / "passages", 3).count_documents()


def test_lock_names_the_page_and_is_taken_once(tmp_path: Path) -> None:
    lock = LibraryLock(tmp_path / "library", address="http://localhost:8501")
    assert not (tmp_path / "library").exists()
    with lock:
        lock.acquire()
        with pytest.raises(LibraryHeld) as caught:
            LibraryLock(tmp_path / "library").acquire()
        assert "use its page at http://localhost:8501" in caught.value.message("en")
        assert caught.value.holder is not None
        assert caught.value.holder.command.split()[0] == Path(sys.argv[0]).name
        assert "servez-vous de sa page : http://localhost:8501" in caught.value.message("fr")
    assert not lock.held
    lock.release()
    with LibraryLock(tmp_path / "library"):
        pass


@pytest.mark.parametrize("note", ["", "{}", "[1]", '{"pid": "x"}'])
def test_a_spoilt_note_is_passed_over(note: str, tmp_path: Path) -> None:
    with LibraryLock(tmp_path):
        (tmp_path / NOTE_FILE).write_text(note)
        with pytest.raises(LibraryHeld, match="in use by another process"):
            LibraryLock(tmp_path).acquire()


def test_a_note_of_another_machine_is_shown(tmp_path: Path) -> None:
    facts = {"pid": 1, "command": "grappe serve", "host": "elsewhere", "since": "yesterday"}
    (tmp_path / NOTE_FILE).write_text(json.dumps(facts))
    found = holder(tmp_path)
    assert found is not None
    assert found.host == "elsewhere"


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="can't be written to"):
        LibraryLock(tmp_path / "file").acquire()


@pytest.mark.parametrize("moment", [0.0, 0.05, 0.11])
def test_killed_while_writing_keeps_whole_batches(moment: float, tmp_path: Path) -> None:
    process = started(WRITES, tmp_path / "passages")
    assert process.stdout is not None
    acknowledged = int(process.stdout.readline())
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    acknowledged = max([acknowledged, *map(int, process.communicate()[0].split())])
    with EdgeStore(tmp_path / "passages", 3) as store:
        count = store.count_documents()
        assert count >= acknowledged
        assert count % 256 == 0
        # Whole: each passage is there with its payload, its index entries and its vectors.
        assert len(store.filter_documents()) == count
        assert set(store.facets("document").values()) == {256}
