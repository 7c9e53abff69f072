"""Refusal, measured by leaving out: each golden question without the documents that answer it.

What is left can't answer, so the right reply is none. The figure is a lower bound: now and then
another document does hold an answer of its own ("planned for May" where the report is left out).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.types import LANGUAGES
from pipelines.answer.ask import ask
from pipelines.evaluation.golden import locate, read_golden
from pipelines.evaluation.metrics import interval
from pipelines.evaluation.score import nfc

if TYPE_CHECKING:
    from pipelines.library import Library

KINDS = ("factual", "cross_lingual", "filter")  # lists and subjects are told by other documents too


@dataclass(frozen=True, slots=True)
class Figure:
    """Of ``size`` questions the share that was refused, and its 95 % bootstrap interval."""

    size: int
    refused: float
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that got an answer all the same."""

    id: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Figures by kind and language, and what was answered."""

    figures: Mapping[str, Figure]
    answered: tuple[Answered, ...]


def run(library: Library, golden: Path | None = None) -> HeldOut:
    """Ask every question that has one answer with the documents that hold it left out."""
    refused: dict[str, list[float]] = {name: [] for name in ("all", *KINDS, *LANGUAGES)}
    answered = []
    for question in read_golden(locate(golden)):
        if question.kind not in KINDS:
            continue
        without = frozenset(nfc(source) for source in question.relevant)
        filters = library.filters(question.filters)
        reply = ask(library, question.question, filters, without=without)
        if reply.answer is not None:
            answered.append(Answered(question.id, question.question, reply.answer))
        for name in ("all", question.kind, question.language):
            refused[name].append(float(reply.answer is None))
    return HeldOut(
        {
            name: Figure(len(values), sum(values) / len(values), interval(values))
            for name, values in refused.items()
            if values
        },
        tuple(answered),
    )
