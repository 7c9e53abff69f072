"""Questions with the sentences that answer them and those that don't, as the reader learns them.

Sentences are cut into pieces once and numbered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from encoder.bundled import BundledEncoder
from encoder.reader import BEFORE_PIECES, SENTENCE_PIECES, around
from encoder.training.asked import QUESTIONS, Record
from encoder.training.data import read_jsonl

ANSWERED = ("qed", "piaf")  # the sets that say where in the passage the answer stands
_BEFORE = 3  # sentences, as the product reads them
_NEAREST = 12  # passages near a question whose sentences don't answer it
_TAG = re.compile(r"<[^>]+>")
_END = re.compile(r"(?<=[.!?…»])\s+(?=[A-ZÀ-Ý0-9«“\"(])")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence as it is read: its pieces, those `around` it, and the
    pieces of the answer, first and last, where it holds one."""

    around: tuple[int, ...]
    pieces: tuple[int, ...]
    answer: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A question and, by number, the sentence that answers it, the others of its passage, and those
    of near passages that don't answer."""

    text: str
    language: str
    gold: int
    own: tuple[int, ...]
    near: tuple[int, ...]


def sentences(passage: str) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of a passage, by their stops."""
    start = 0
    for match in [*_END.finditer(passage), None]:
        end = match.start() if match else len(passage)
        if passage[start:end].strip():
            yield start, end
        start = match.end() if match else end


def read_units(encoder: BundledEncoder, data: Path) -> tuple[list[Unit], list[Example]]:
    """The sentences and the questions of the training data."""
    records = read_jsonl(data, QUESTIONS)
    units: list[Unit] = []
    asked = []
    own: dict[str, tuple[int, ...]] = {}
    for record in records:
        if record["source"] not in ANSWERED or not record["answers"]:
            continue
        answer = record["answers"][0]
        span = (answer["start"], answer["start"] + len(answer["text"]))
        first = len(units)
        units += _units(encoder, record["passage"], record.get("title") or "", span)
        numbers = tuple(range(first, len(units)))
        gold = next((n for n in numbers if units[n].answer), None)
        if gold is not None:
            own.setdefault(record["passage"], numbers)
            asked.append((record, answer["text"], numbers, gold))
    examples = list(_with_near(encoder, asked, own))
    return units, examples


def _units(
    encoder: BundledEncoder, passage: str, title: str, answer: tuple[int, int]
) -> Iterator[Unit]:
    named = _pieces(encoder, _TAG.sub("", title))
    before: list[list[int]] = []
    for start, end in sentences(passage):
        ((pieces, offsets),) = encoder.pieces([passage[start:end]])
        pieces, offsets = pieces[:SENTENCE_PIECES], offsets[:SENTENCE_PIECES]
        holding = [
            place
            for place, (first, last) in enumerate(offsets)
            if start + first < answer[1] and start + last > answer[0]
        ]
        span = (holding[0], holding[-1]) if holding and start <= answer[0] < end else None
        if pieces:
            yield Unit(around(named, list(chain(*before))), tuple(pieces), span)
            before = [*before, pieces][-_BEFORE:]
            while len(before) > 1 and sum(map(len, before)) > BEFORE_PIECES:
                del before[0]


def _pieces(encoder: BundledEncoder, text: str) -> list[int]:
    return encoder.pieces([text])[0][0]


def _with_near(
    encoder: BundledEncoder,
    asked: Sequence[tuple[Record, str, tuple[int, ...], int]],
    own: dict[str, tuple[int, ...]],
) -> Iterator[Example]:
    """The questions with the sentences of near passages, of which none holds the answer's words."""
    passages = list(own)
    held = encoder.encode(passages)
    questions = encoder.encode([record["question"] for record, *_ in asked])
    for (record, answer, numbers, gold), vector in zip(asked, questions, strict=True):
        near = [
            n
            for place in np.argsort(-(held @ vector))[:_NEAREST]
            if passages[place] != record["passage"]
            and answer.lower() not in passages[place].lower()
            for n in own[passages[place]]
        ]
        others = tuple(n for n in numbers if n != gold)
        yield Example(record["question"], record["lang"], gold, others, tuple(near))
