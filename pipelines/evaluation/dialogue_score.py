"""Follow-ups beside the full questions they stand for: is the same answer given?

A follow-up is understood when it gets the answer of its full question: the same documents at the
same places, or no answer to both. A question that stands alone has to be left alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ingest.types import LANGUAGES
from pipelines.errors import UsageError
from pipelines.evaluation.evaluate import commit
from pipelines.results import Reply

if TYPE_CHECKING:
    from pipelines.library import Library

DIALOGUES: Final = Path("corpus/golden/dialogues.jsonl")
ALONE: Final = "alone"  # the kind of questions that must not be changed
_KEYS: Final = {"id", "kind", "language", "turns", "question", "standalone"}


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Earlier questions, one that follows, and what it would be if it were asked alone."""

    id: str
    kind: str
    language: str
    turns: tuple[str, ...]
    question: str
    standalone: str


@dataclass(frozen=True, slots=True)
class Figure:
    """Of ``size`` dialogues, how many were understood, and of how many the full question has an
    answer at all."""

    size: int
    understood: int
    answerable: int
    answerable_understood: int


@dataclass(frozen=True, slots=True)
class Miss:
    """A dialogue that went wrong: what was asked instead of what was meant."""

    id: str
    question: str
    meant: str
    asked: str


@dataclass(frozen=True, slots=True)
class DialogueScores:
    """Figures over all, by kind and by language; ``changed`` counts those changed in vain."""

    commit: str | None
    figures: Mapping[str, Figure]
    changed: int
    misses: tuple[Miss, ...]


def run(library: Library, path: Path | None = None) -> DialogueScores:
    """The figures of a file of dialogues on this library.

    Raises :class:`UsageError` for a file that is none.
    """
    dialogues = read_dialogues(path or DIALOGUES)
    judged: list[tuple[Dialogue, bool, bool]] = []
    misses: list[Miss] = []
    changed = 0
    for one in dialogues:
        reply = library.ask(one.question, turns=library.turns(one.turns))
        alone = one.kind == ALONE
        vain = alone and reply.asked_as is not None
        changed += vain
        full = reply if alone and not vain else library.ask(one.standalone)
        understood = not vain if alone else reply.asked_as is not None and same(reply, full)
        judged.append((one, understood, full.answer is not None))
        if not understood:
            asked = reply.asked_as or one.question
            misses.append(Miss(one.id, one.question, one.standalone, asked))
    groups: dict[str, list[tuple[Dialogue, bool, bool]]] = {"all": judged}
    for kind in dict.fromkeys(one.kind for one in dialogues):
        groups[kind] = [j for j in judged if j[0].kind == kind]
    for language in LANGUAGES:
        groups[language] = [j for j in judged if j[0].language == language]
    figures = {name: _figure(members) for name, members in groups.items() if members}
    return DialogueScores(commit(), figures, changed, tuple(misses))


def same(one: Reply, other: Reply) -> bool:
    """Whether two replies say the same: their first statements, or all of a list, rest on the same
    places."""
    if one.answer is None or other.answer is None:
        return one.answer is None and other.answer is None
    return one.kind == other.kind and _places(one) == _places(other)


def _places(reply: Reply) -> frozenset[tuple[str, int, int]]:
    told = reply.statements if reply.kind == "list" else reply.statements[:1]
    numbers = {number for statement in told for number in statement.citations}
    return frozenset((c.document, c.start, c.end) for c in reply.citations if c.number in numbers)


def _figure(members: Sequence[tuple[Dialogue, bool, bool]]) -> Figure:
    return Figure(
        size=len(members),
        understood=sum(right for _, right, _ in members),
        answerable=sum(answered for _, _, answered in members),
        answerable_understood=sum(right and answered for _, right, answered in members),
    )


def read_dialogues(path: Path) -> tuple[Dialogue, ...]:
    """The dialogues of a JSON Lines file; raises :class:`UsageError` that names a wrong line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} can't be read: {error}.", f"{path} est illisible : {error}."
        ) from error
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            if set(entry) != _KEYS or not entry["turns"]:
                raise ValueError(f"it needs {', '.join(sorted(_KEYS))}")
            found.append(Dialogue(**{**entry, "turns": tuple(entry["turns"])}))
        except (ValueError, TypeError) as error:
            raise UsageError(
                f"{path}, line {number} is no dialogue: {error}.",
                f"{path}, ligne {number} : ce n'est pas un dialogue : {error}.",
            ) from error
    if not found:
        raise UsageError(f"{path} holds no dialogues.", f"{path} ne contient aucun dialogue.")
    return tuple(found)
