"""Golden questions and floors, read from their files and checked."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.types import LANGUAGES, Language
from pipelines.errors import UsageError
from pipelines.filters import FIELDS

KINDS = ("factual", "cross_lingual", "list", "filter", "topical", "unanswerable")
DEFAULT = Path("corpus/golden/questions.jsonl")  # the sample corpus lies in the repository only
FLOORS = "floors.json"  # beside the questions

Floors = Mapping[str, Mapping[str, float]]  # group -> measure -> the least it may be


@dataclass(frozen=True, slots=True)
class Golden:
    """A question and what is right: documents by path, and items with the forms that do for each.

    ``relevant`` and ``accepted`` are empty for what can't be answered; a topical question may have
    relevant documents only. ``quotes`` are the sentences that answer, where it is said which: in
    others the forms stand for something else. ``beside`` are documents that announced on other days
    what the relevant ones report: who shows both cites them rightly.
    """

    id: str
    question: str
    language: Language
    kind: str
    filters: Mapping[str, tuple[Any, ...]]
    expected: str
    relevant: tuple[str, ...]
    accepted: tuple[tuple[str, ...], ...]
    quotes: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether the library holds the answer."""
        return self.kind != "unanswerable"


def locate(golden: Path | None) -> Path:
    """The file of questions: the one given, or the sample corpus's in the current folder.

    Raises :class:`UsageError` where there is neither.
    """
    if golden is not None:
        return golden
    if DEFAULT.is_file():
        return DEFAULT
    raise UsageError(
        f"There is no {DEFAULT} here. Say which questions to run: grappe evaluate --golden FILE.",
        f"Il n'y a pas de {DEFAULT} ici. Dites quelles questions poser : grappe evaluate --golden"
        " FICHIER.",
    )


def read_golden(path: Path) -> tuple[Golden, ...]:
    """The questions of a JSON Lines file; `UsageError` names the line that is wrong."""
    questions: dict[str, Golden] = {}
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            question = _question(json.loads(line))
            if question.id in questions:
                raise ValueError(f"the id {question.id} is taken")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(
                f"{path}, line {number} is no golden question: {error}.",
                f"{path}, ligne {number} : ce n'est pas une question de référence : {error}.",
            ) from error
        questions[question.id] = question
    if not questions:
        raise UsageError(f"{path} holds no questions.", f"{path} ne contient aucune question.")
    return tuple(questions.values())


def read_floors(
    path: Path | None, golden: Path, groups: Collection[str], measures: Collection[str]
) -> Floors:
    """The floors in ``path``, or in the file beside the questions; none where there is neither.

    Raises :class:`UsageError` for a group or measure that there isn't: its floor would never fail.
    """
    if path is None:
        path = golden.with_name(FLOORS)
        if not path.is_file():
            return {}
    try:
        floors = {
            str(group): {str(name): float(value) for name, value in least.items()}
            for group, least in json.loads(_text(path)).items()
        }
    except (ValueError, TypeError, AttributeError) as error:
        raise UsageError(
            f'{path} is not as {{"all": {{"recall@5": 0.8}}}}: {error}.',
            f'{path} n\'est pas de la forme {{"all": {{"recall@5": 0.8}}}} : {error}.',
        ) from error
    names = {name for least in floors.values() for name in least}
    for unknown, known in ((set(floors) - set(groups), groups), (names - set(measures), measures)):
        if unknown:
            raise UsageError(
                f"{path} names {', '.join(sorted(unknown))}; there are: {', '.join(known)}.",
                f"{path} nomme {', '.join(sorted(unknown))} ; il y a : {', '.join(known)}.",
            )
    return floors


def _question(entry: Mapping[str, Any]) -> Golden:
    question = Golden(
        id=str(entry["id"]),
        question=entry["question"],
        language=entry["language"],
        kind=entry["kind"],
        filters={name: tuple(values) for name, values in entry["filters"].items() if values},
        expected=entry["expected"],
        relevant=tuple(entry["relevant"]),
        accepted=tuple(tuple(forms) for forms in entry["accepted"]),
        quotes=tuple(entry.get("quotes", ())),
        beside=tuple(entry.get("beside", ())),
    )
    if question.kind not in KINDS:
        raise ValueError(f"the kind {question.kind!r} is none of {', '.join(KINDS)}")
    if question.language not in LANGUAGES:
        raise ValueError(f"the language {question.language!r} is neither fr nor en")
    if unknown := set(question.filters) - set(FIELDS):
        raise ValueError(f"there is no filter {', '.join(sorted(unknown))}")
    if question.answerable != bool(question.relevant):
        raise ValueError("relevant documents belong to every question but the unanswerable ones")
    if question.accepted and not question.answerable:
        raise ValueError("what can't be answered has no accepted items")
    lacks = question.answerable and not question.accepted and question.kind != "topical"
    if lacks or not all(question.accepted):
        raise ValueError("accepted items belong to every question that has one answer or a list")
    return question


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} can't be read: {error}.", f"{path} est illisible : {error}."
        ) from error
