"""Many questions in one run: JSON Lines in, one object a line out, models loaded once."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from pipelines.errors import UsageError
from pipelines.results import as_json

if TYPE_CHECKING:
    from pipelines.library import Library

_EXAMPLE: Final = '{"id": "q1", "question": "…", "filters": {"year": 2022}}'


def run_batch(
    library: Library,
    path: Path,
    wanted: dict[str, list[Any]],
    what: Literal["search", "ask"],
    limit: int = 10,
    literal: bool = False,
    after: Sequence[str] = (),
) -> None:
    """Answer each line of ``path`` on stdout. A line's filters go before those of the command.

    The questions in a line's ``history``, or ``after`` where it has none, were asked before it.

    A question that can't be asked so, as with an unknown project, gives ``{"id", "error"}`` and
    the run goes on. Raises :class:`UsageError` for a file that is not JSON Lines of questions.
    """
    for number, line in _lines(path):
        entry = _entry(path, number, line)
        filters = wanted | _filters(entry.get("filters") or {})
        try:
            chosen = library.filters(filters)
            result = (
                library.search(entry["question"], chosen, limit)
                if what == "search"
                else library.ask(
                    entry["question"],
                    chosen,
                    library.turns(entry.get("history", after), chosen),
                    literal=literal,
                )
            )
            answer = as_json(result)
        except UsageError as error:
            answer = {"error": {"en": error.english, "fr": error.french}}
        sys.stdout.write(json.dumps({"id": entry.get("id")} | answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        text = data.decode("utf-8-sig")  # with or without the mark that some editors put first
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} can't be read: {error}", f"{path} est illisible : {error}"
        ) from error
    # Not by splitlines(), which also parts at U+0085 and U+2028: these may stand within JSON.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line


def _entry(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        entry = json.loads(line)
        if (
            isinstance(entry, dict)
            and isinstance(entry["question"], str)
            and _questions(entry.get("history", []))
            and isinstance(entry.get("filters") or {}, dict)
        ):
            return entry
    except (ValueError, KeyError):
        pass
    raise UsageError(
        f"{path}, line {number}: expected an object such as {_EXAMPLE}.",
        f"{path}, ligne {number} : il faut un objet comme {_EXAMPLE}.",
    )


def _questions(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(question, str) for question in value)


def _filters(given: dict[str, Any]) -> dict[str, list[Any]]:
    return {
        name: value if isinstance(value, list) else [value]
        for name, value in given.items()
        if value not in (None, [], "")
    }
