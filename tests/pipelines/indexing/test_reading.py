"""Files that break their reader, change under it or have odd names: one is lost, never more."""

import os
import unicodedata
import zlib

import pytest

from ingest.errors import ReadError
from ingest.read import Limits
from pipelines.errors import UsageError
from pipelines.indexing import prepare
from pipelines.indexing.reading import NoWorkers

IN_WORKERS = True

# Takes the place of the job of the workers: some files do to it what a fault in a reader would.
ODD = """
import os, signal, time
from pipelines.indexing.prepare import prepare as really

def prepare(task):
    if "crash" in task.source: os.kill(os.getpid(), signal.SIGSEGV)
    if "hang" in task.source: time.sleep(600)
    if "fault" in task.source: raise KeyError("a fault of ours")
    return really(task)
"""


@pytest.fixture
def odd_reader(tmp_path, monkeypatch):
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "odd_reader.py").write_text(ODD)
    monkeypatch.syspath_prepend(tmp_path / "jobs")
    monkeypatch.setattr("pipelines.indexing.reading.JOB", "odd_reader:prepare")


def pdf(content: bytes) -> bytes:
    """A PDF of one page with these drawing operators, packed."""
    packed = zlib.compress(content, 9)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + trailer


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"BT /F 1 Tf " + b"1 0 0 1 9 9 Tm (a) Tj " * 200_000 + b"ET", {"TOO_LARGE"}),
        (b"0 0 m " * 5_000_000, {"TOO_LARGE", "NO_TEXT"}),  # lines that draw nothing
    ],
    ids=["operators", "stream"],
)
def test_a_small_pdf_that_unfolds_is_stopped(tmp_path, content, expected):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(content))
    assert path.stat().st_size < 100_000
    with pytest.raises(ReadError) as caught:
        prepare.prepare(prepare.Task(str(path), "a.pdf", Limits(seconds=0.01), 180))
    assert caught.value.code in expected


def test_a_reader_that_crashes_hangs_or_fails_costs_one_file(open_library, folder, odd_reader):
    for name in ("a-crash.txt", "b-fault.txt", "z-hang.txt"):
        (folder / name).write_text("The Ostrelle cluster met in Namur.")
    library = open_library(read_seconds=8, ocr_seconds=1)
    report = library.ingest([folder])
    assert report.added == 4
    assert sorted(report.skipped) == [
        ("a-crash.txt", "CRASHED"),
        ("b-fault.txt", "CRASHED"),
        ("z-hang.txt", "TOO_LARGE"),
    ]
    assert library.catalogue.find("a-crash.txt").code == "CRASHED"
    assert library.search("railway exchange").total


def test_a_reader_that_fails_loses_nothing_that_was_searchable(
    open_library, folder, tmp_path, monkeypatch
):
    library = open_library()
    (folder / "crash.txt").write_text("The Ostrelle cluster met in Namur.")
    library.ingest([folder])
    assert library.search("Ostrelle Namur").hits[0].source == "crash.txt"
    (tmp_path / "odd_reader.py").write_text(ODD)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("pipelines.indexing.reading.JOB", "odd_reader:prepare")
    assert library.reindex().skipped == ()  # the catalogue has its text
    assert library.search("Ostrelle Namur").hits[0].source == "crash.txt"
    (folder / "crash.txt").write_text("The Ostrelle cluster met in Liège.")
    assert library.ingest([folder]).skipped == (("crash.txt", "CRASHED"),)
    assert library.catalogue.find("crash.txt").state == "outdated"
    assert library.search("Ostrelle Namur").hits[0].source == "crash.txt"


def test_a_broken_installation_is_no_fault_of_the_files(open_library, folder, monkeypatch):
    monkeypatch.setattr("pipelines.indexing.reading.JOB", "no_such_part:prepare")
    library = open_library()
    with pytest.raises(NoWorkers, match="no_such_part"):
        library.ingest([folder])
    assert library.catalogue.records() == []


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("The Ostrelle cluster met in Namur.")
    really, seen = prepare.read_bytes, []

    def slowly(data, *arguments):
        if not seen:
            path.write_text("The Ostrelle cluster met in Liège, in the end.")
        seen.append(data)
        return really(data, *arguments)

    monkeypatch.setattr(prepare, "read_bytes", slowly)
    reading = prepare.prepare(prepare.Task(str(path), "a.txt", Limits(), 180))
    assert len(seen) == 2
    assert "Liège" in reading.text.content
    assert reading.sha256 == prepare.digest(path)


def test_the_number_of_workers_changes_nothing(open_library, folder, tmp_path):
    def made(workers):
        library = open_library(read_workers=workers, library=tmp_path / f"library-{workers}")
        library.ingest([folder])
        records = library.catalogue.records()
        store = library._store(library.catalogue.live().name)
        points = {point.id: point.embedding for point in store.filter_documents()}
        return [(r.id, r.sha256, r.description, r.passages) for r in records], points

    assert made(1) == made(3)


def test_odd_names_are_stored_safely(open_library, tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    names = ["-rf.txt", "a\nb.txt", "x" * 250 + ".txt", "..txt..txt", "$(id).txt", "été.txt"]
    for name in names:
        stored = unicodedata.normalize("NFD", name)
        (folder / stored).write_text(f"The cluster of {name!r} met in Namur.")
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    library = open_library()
    report = library.ingest([folder])
    shown = [name for name in names if not name.startswith(".")]  # hidden files are passed over
    assert report.added == len(shown)
    assert report.skipped == (("loop.txt", "UNREADABLE"), ("pipe.txt", "UNREADABLE"))
    for name in shown:
        assert library.catalogue.find(unicodedata.normalize("NFC", name)).source == name
    library.delete(unicodedata.normalize("NFD", "été.txt"))
    with pytest.raises(UsageError):
        library.catalogue.find("été.txt")


def test_a_folder_keeps_its_name_however_it_is_given(open_library, folder, monkeypatch):
    library = open_library()
    library.ingest([folder])
    monkeypatch.chdir(folder.parent)
    report = library.ingest([folder.relative_to(folder.parent)])
    assert (report.unchanged, report.added, report.removed) == (4, 0, 0)


def test_a_long_document_is_encoded_in_parts(open_library, folder, monkeypatch):
    monkeypatch.setattr("pipelines.indexing.index.GROUP", 2)
    (folder / "long.txt").write_text(
        "\n\n".join(f"Ostrelle met partner {n}." * 30 for n in range(9))
    )
    library = open_library(passage_tokens=60)
    report = library.ingest([folder])
    assert report.passages > 10
    store = library._store(library.catalogue.live().name)
    assert store.count_documents() == report.passages
