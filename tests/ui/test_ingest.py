"""``grappe ingest`` as a service: its report, its progress, its end, and ``--watch``."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ui import progress

NOTE = "# Note {0}\n\n" + "The Ostrelle cluster met partner {0} in Namur. " * 60


def command(*arguments):
    return [sys.executable, "-m", "ui.cli", *arguments]


def environment(language="en"):
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GRAPPE_", "LC_"))}
    return kept | {"LANG": f"{language}_XX.UTF-8", "COLUMNS": "200"}


def run(*arguments, language="en"):
    return subprocess.run(
        command(*arguments),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(language),
        timeout=120,
    )


def started(*arguments):
    return subprocess.Popen(
        command(*arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment(),
    )


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


@pytest.fixture
def notes(tmp_path):
    """A folder with hundreds of documents: more work than it takes to start a second command."""
    folder = tmp_path / "notes"
    folder.mkdir()
    for number in range(900):
        (folder / f"note-{number}.md").write_text(NOTE.format(number))
    return folder


def test_the_report_as_json(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "good.txt").write_text("The Ostrelle cluster met in Namur.")
    (tmp_path / "docs" / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (tmp_path / "docs" / "song.mp3").write_bytes(b"x")
    library = str(tmp_path / "library")
    result = run("ingest", str(tmp_path / "docs"), "--json", "--library", library)
    assert result.returncode == 3
    assert result.stderr == ""
    report = json.loads(result.stdout)
    assert set(report) == {
        "added", "changed", "unchanged", "removed", "passages", "skipped", "noted", "seconds",
        "documents_per_second", "passages_per_second",
    }  # fmt: skip
    assert (report["added"], report["passages"]) == (1, 1)
    codes = {skipped["source"]: skipped["code"] for skipped in report["skipped"]}
    assert codes == {"song.mp3": "UNSUPPORTED", "broken.pdf": "CORRUPT"}
    for skipped in report["skipped"]:
        assert skipped["reason"]["fr"] != skipped["reason"]["en"] != ""
    listed = run("documents", "--state", "skipped", "--library", library, language="fr")
    assert "broken.pdf" in listed.stdout
    assert "CORRUPT. Le fichier est endommagé" in listed.stdout


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["Ctrl-C", "SIGTERM"]
)
def test_a_run_that_is_broken_off_ends_cleanly(notes, tmp_path, number, code):
    library = tmp_path / "library"
    process = started("ingest", str(notes), "--library", str(library))
    while not workers_of(process.pid):
        assert process.poll() is None
        time.sleep(0.05)
    second = run("ingest", str(notes), "--library", str(library))
    assert second.returncode == 1
    assert f"pid {process.pid}" in second.stderr
    process.send_signal(number)
    out, errors = process.communicate(timeout=60)
    assert process.returncode == code
    assert errors.strip().endswith("run the same command again to go on.")
    assert "Traceback" not in errors
    assert out == ""
    assert workers_of(process.pid) == []


def test_watching_follows_the_folder_and_leaves_the_library_to_others(tmp_path):
    folder, library = tmp_path / "docs", str(tmp_path / "docs" / "library")
    folder.mkdir()
    (folder / "a.txt").write_text("The Ostrelle cluster met in Namur.")
    process = started("ingest", str(folder), "--watch", "--json", "--library", library)
    assert json.loads(process.stdout.readline())["added"] == 1
    assert any("Ctrl-C" in line for line in process.stderr)
    (folder / "b.txt").write_text("The Veloria cluster met in Lille.")
    (folder / "c.pdf").write_bytes(b"%PDF-1.7\nnothing")
    report = json.loads(process.stdout.readline())
    assert (report["added"], report["unchanged"]) == (1, 1)
    assert [skipped["source"] for skipped in report["skipped"]] == ["c.pdf"]
    found = run("search", "Veloria", "--json", "--library", library)
    assert json.loads(found.stdout)["hits"][0]["source"] == "b.txt"
    (folder / "a.txt").unlink()
    report = json.loads(process.stdout.readline())
    # The bad file is not tried again as long as it stays as it is.
    assert (report["removed"], report["skipped"]) == (1, [])
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in errors


def test_without_a_terminal_progress_is_a_line_now_and_then(capsys, monkeypatch):
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    for language in ("en", "fr"):
        with progress.progress(language) as advance:
            advance(0, 30, "")
            time.sleep(0.01)
            advance(20, 30, "b.txt")
            advance(30, 30, "c.txt")
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 4  # the report says that all is done
    assert lines[0] == "0 of 30 files"
    assert re.fullmatch(r"20 of 30 files · [\d.]+/s · \d+ s left", lines[1])
    assert re.fullmatch(r"20 fichiers sur 30 · [\d,]+/s · encore \d+ s", lines[3])


def test_time_left_is_taken_from_the_rate(monkeypatch):
    clock = iter([0.0, 10.0, 20.0, 100.0, 110.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    pace = progress._Pace("en")
    assert pace.at(50, 1000) == "5.0/s · 3 min 10 s left"
    assert pace.at(200, 1000) == "10.0/s · 1 min 20 s left"
    assert pace.at(240, 1000) == "30.0/min · 25 min 20 s left"  # since 20 s: 40 in 80 s


def test_neither_a_few_files_nor_a_group_at_once_make_a_rate(monkeypatch):
    clock = iter([0.0, 1.0, 200.0, 200.001])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    pace = progress._Pace("en")
    assert pace.at(1, 1000) == ""
    assert pace.at(100, 1000) == "29.8/min · 30 min 09 s left"
    assert pace.at(300, 100_000) == "1.5/s · 18 h 25 min left"


def test_a_short_run_prints_no_progress(capsys):
    with progress.progress("en") as advance:
        advance(1, 2, "a.txt")
    assert capsys.readouterr().err == ""
