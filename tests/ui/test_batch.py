"""`--batch` with the files that people have: marks, odd line ends, filters of a wrong shape."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pipelines.errors import UsageError
from pipelines.library import Library
from pipelines.settings import Settings
from ui.cli import app

Search = Callable[..., Any]


@pytest.fixture(scope="module")
def search(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Search:
    """Searches for the questions of a file, or of what is piped in."""
    folder = tmp_path_factory.mktemp("batch")
    with Library(Settings(library=folder / "library", threads=1)) as library:
        library.ingest([sample_folder])

    def batch(data: bytes, piped: bool = False) -> Any:
        path = folder / "questions.jsonl"
        path.write_bytes(b"" if piped else data)
        arguments = ["search", "--library", str(folder / "library"), "--batch"]
        return CliRunner().invoke(
            app, [*arguments, "-" if piped else str(path)], input=data if piped else b""
        )

    return batch


@pytest.mark.parametrize("filters", [["x"], "RAILTEAM", 3, [{"project": "RAILTEAM"}]])
def test_filters_that_are_no_object_are_told_with_their_line(search: Search, filters: Any) -> None:
    lines = [{"question": "railway"}, {"question": "railway", "filters": filters}]
    result = search("\n".join(json.dumps(line) for line in lines).encode())
    assert isinstance(result.exception, UsageError)
    assert "line 2" in result.exception.english
    assert '"filters": {' in result.exception.english  # how to write them
    assert len(result.stdout.splitlines()) == 1  # the question before it was answered


def test_no_filters_may_be_said_in_several_ways(search: Search) -> None:
    lines = [
        json.dumps({"id": number, "question": "railway", "filters": none})
        for number, none in enumerate((None, {}, [], ""))
    ]
    result = search("\n".join(lines).encode())
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [0, 1, 2, 3]


@pytest.mark.parametrize("piped", [True, False])
def test_marks_and_line_ends_of_other_systems_are_read(search: Search, piped: bool) -> None:
    # U+0085 and U+2028 end no line of JSON: they may stand within a question.
    asked = ["railway", "rail\u2028way", "pôle\u0085forêt"]
    lines = [json.dumps({"question": text}, ensure_ascii=False) for text in asked]
    result = search(("\ufeff" + "\r\n".join([*lines, "", ""])).encode(), piped)
    assert result.exception is None
    found = [json.loads(line)["query"] for line in result.stdout.split("\n") if line]
    assert found == ["railway", "rail way", "pôle forêt"]
