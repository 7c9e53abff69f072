"""What commands print for people and for other programs: whole lines, and what was searched."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipelines.errors import UsageError
from pipelines.library import Library
from pipelines.settings import Settings
from tests.conftest import write_documents
from ui.cli import app

Run = Callable[..., str]

LONG = "reports-of-the-study-visits-and-exchanges/spring/the-visit-to-the-quillmont-test-track.md"
DOCUMENTS = {
    LONG: """# Study visit to the QUILLMONT test track, with all that the visitors were shown there

Event report. Project: QUILLMONT. The visit to the test track took place in Lille on 4 May 2022.
It was hosted by Veloria Cluster, and the project is coordinated by Ostrelle Cluster.
""",
    "webinaire.md": """# Webinaire QUILLMONT sur la maintenance

Compte rendu. Projet : QUILLMONT. Le webinaire s'est tenu en ligne le 9 juin 2022.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    write_documents(folder / "documents", DOCUMENTS)
    with Library(Settings(library=folder / "library", threads=1)) as opened:
        assert opened.ingest([folder / "documents"]).added == len(DOCUMENTS)
    return folder / "library"


@pytest.fixture
def run(library: Path) -> Run:
    """What a command writes on that library, in English or in French."""

    def command(*arguments: str, language: str = "en") -> str:
        environment = {"LC_ALL": f"{language}_XX.UTF-8", "GRAPPE_THREADS": "1"}
        invoked = [*arguments, "--library", str(library)]
        result = CliRunner().invoke(app, invoked, env=environment)
        assert result.exit_code == 0, result.output
        return result.stdout

    return command


def started(library: Path, stdout: int) -> subprocess.Popen[bytes]:
    """`grappe documents` as a process of its own, whose output goes there."""
    environment = {k: v for k, v in os.environ.items() if k != "COLUMNS"} | {"TERM": "dumb"}
    command = [sys.executable, "-m", "ui.cli", "documents", "--library", str(library)]
    return subprocess.Popen(command, stdout=stdout, env=environment)


def test_another_program_gets_lines_that_are_not_folded(library: Path) -> None:
    with started(library, subprocess.PIPE) as process:
        written, _ = process.communicate()
    (line,) = (line for line in written.decode().splitlines() if LONG in line)
    assert "event_report" in line
    assert line.rstrip().endswith("current")


def test_a_terminal_gets_lines_of_its_width(library: Path) -> None:
    ours, theirs = pty.openpty()
    with started(library, theirs) as process:
        os.close(theirs)
        written = b""
        while chunk := _read(ours):
            written += chunk
    os.close(ours)
    assert process.returncode == 0
    lines = written.decode().replace("\r", "").split("\n")
    assert max(map(len, lines)) <= 80
    assert len(lines) > 5


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4_096)
    except OSError:  # closed at its other end
        return b""


def test_online_is_said_in_the_users_language(run: Run) -> None:
    french = run("events", language="fr")
    assert "en ligne" in french
    assert "online" not in french
    assert "online" in run("events")
    calendar = run("events", "--ics", language="fr")
    assert "LOCATION:en ligne" in calendar
    assert "LOCATION:Lille" in calendar


def test_what_was_also_searched_is_said_once(run: Run) -> None:
    found = run("search", "railway visit, railway exchange, railway")
    (line,) = (line for line in found.splitlines() if line.startswith("Also searched"))
    assert line.count("railway =") == 1
    assert line.count("exchange =") == 1


def test_an_answer_says_which_name_it_took_for_another(run: Run) -> None:
    assert "Also searched: QUILMONT = quillmont" in run("ask", "Who coordinates QUILMONT?")
    french = run("ask", "Qui coordonne le projet QUILMONT ?")
    assert "Aussi cherché : QUILMONT = quillmont" in french
    # Neither of a name that is known, nor of a country or word by its other name.
    for known in ("Who coordinates QUILLMONT?", "Who hosted the exchange in Germany?"):
        assert "Also searched" not in run("ask", known)


@pytest.mark.parametrize(
    ("port", "code"), [("-5", 2), ("65536", 2), ("70000", 2), ("0", 0), ("65535", 0)]
)
def test_a_port_that_cannot_be_is_a_usage_error(
    monkeypatch: pytest.MonkeyPatch, port: str, code: int
) -> None:
    monkeypatch.setattr("ui.page.serve", lambda *_: 0)
    result = CliRunner().invoke(app, ["ui", "--port", port])
    assert result.exit_code == code
    assert ("--port" in result.stderr) == bool(code)


def test_compare_takes_the_sectors_that_other_commands_take(library: Path) -> None:
    arguments = ["compare", "QUILLMONT", "webinaire.md", "--library", str(library), "--sector"]
    result = CliRunner().invoke(app, [*arguments, "nosuch"])
    assert isinstance(result.exception, UsageError)
    assert "nosuch" in result.exception.english
