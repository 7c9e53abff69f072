"""Questions with the sentences that answer them and those that don't, as the reader learns them.

The encoder's states of every sentence are made once and kept in `WORK/reader.states`, half
precision: the reader never changes them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from encoder.bundled import BundledEncoder
from encoder.reader import BEFORE_PIECES, QUESTION_PIECES, SENTENCE_PIECES, TITLE_PIECES
from encoder.training import options
from encoder.training.asked import LANGUAGES, QUESTIONS, Record
from encoder.training.data import read_jsonl

ANSWERED = ("qed", "piaf")  # the sets that say where in the passage the answer stands
LAWS = 2_000  # sections; notes of one language are read in the other too
_NEAREST = 12  # passages near a question whose sentences don't answer it
_AT_ONCE = 512
_TAG = re.compile(r"<[^>]+>")
_END = re.compile(r"(?<=[.!?…»])\s+(?=[A-ZÀ-Ý0-9«“\"(])")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence as it is read: its pieces, those before it of title and sentence before, and the
    pieces of the answer, first and last, where it holds one."""

    around: tuple[int, ...]
    pieces: tuple[int, ...]
    answer: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A question and, by number, the sentences of its passage, the one that answers, and those of
    near passages that don't. A law's note is one of ``texts`` in each language, its sections
    likewise.
    """

    texts: tuple[str, ...]
    gold: tuple[int, ...]
    own: tuple[int, ...]
    near: tuple[int, ...]
    language: str = ""
    law: str | None = None


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
    laws = [record for record in records if record["source"] == "laws_notes"]
    for record in random.Random(7).sample(laws, min(LAWS, len(laws))):
        gold_units = []
        for language in LANGUAGES:
            title, pieces = (
                _pieces(encoder, record[f"{part}_{language}"]) for part in ("title", "passage")
            )
            gold_units.append(len(units))
            units.append(Unit(tuple(title[:TITLE_PIECES]), tuple(pieces[:SENTENCE_PIECES])))
        notes = tuple(record[f"question_{language}"] for language in LANGUAGES)
        examples.append(Example(notes, tuple(gold_units), (), (), law=record["title_en"]))
    return units, examples


def _units(
    encoder: BundledEncoder, passage: str, title: str, answer: tuple[int, int]
) -> Iterator[Unit]:
    named = _pieces(encoder, _TAG.sub("", title))[:TITLE_PIECES]
    before: list[int] = []
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
            yield Unit((*named, *before[-BEFORE_PIECES:]), tuple(pieces), span)
            before = pieces


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
        yield Example((record["question"],), (gold,), others, tuple(near), record["lang"])


class States:
    """The encoder's states of all units, in a file mapped into memory, and their unit vectors."""

    def __init__(self, encoder: BundledEncoder, units: Sequence[Unit], path: Path) -> None:
        """Make them where ``path`` is not there or is of other units."""
        lengths = [len(unit.around) + len(unit.pieces) for unit in units]
        self._ends = np.cumsum([0, *lengths])
        shape = (int(self._ends[-1]), encoder.dimension)
        vectors = path.with_suffix(".vectors.npy")
        if not (vectors.exists() and path.stat().st_size == shape[0] * shape[1] * 2):
            made = np.memmap(path, dtype=np.float16, mode="w+", shape=shape)
            pooled = np.zeros((len(units), encoder.dimension), dtype=np.float32)
            for first in range(0, len(units), _AT_ONCE):
                part = units[first : first + _AT_ONCE]
                read = encoder.states([[*unit.around, *unit.pieces] for unit in part])
                for number, (vector, states) in enumerate(read, first):
                    made[self._ends[number] : self._ends[number + 1]] = states[1:-1]
                    pooled[number] = vector
                if first % (_AT_ONCE * 20) == 0:
                    options.say(f"{first:,} of {len(units):,} sentences encoded")
            made.flush()
            np.save(vectors, pooled)
        self._states = np.memmap(path, dtype=np.float16, mode="r", shape=shape)
        self.vectors = np.load(vectors)

    def of(self, number: int) -> np.ndarray:
        """The states (pieces, dimension) of a unit, float16."""
        return self._states[self._ends[number] : self._ends[number + 1]]


class Joined:
    """States of several files, numbered through."""

    def __init__(self, parts: Sequence[States]) -> None:
        """Join them in their order."""
        self._parts = parts
        self._firsts = np.cumsum([0, *(len(part.vectors) for part in parts[:-1])])
        self.vectors = np.concatenate([part.vectors for part in parts])

    def of(self, number: int) -> np.ndarray:
        """The states (pieces, dimension) of a unit, float16."""
        part = int(np.searchsorted(self._firsts, number, side="right")) - 1
        return self._parts[part].of(number - int(self._firsts[part]))


def question_states(
    encoder: BundledEncoder, texts: Sequence[str]
) -> dict[str, tuple[np.ndarray, np.ndarray, list[int]]]:
    """Each question's vector, its states (pieces, dimension) as float16, and its pieces."""
    texts = list(dict.fromkeys(texts))
    pieces = [ids[:QUESTION_PIECES] for ids, _ in encoder.pieces(texts)]
    found = {}
    for first in range(0, len(texts), _AT_ONCE):
        part = slice(first, first + _AT_ONCE)
        read = zip(texts[part], encoder.states(pieces[part]), pieces[part], strict=True)
        for text, (vector, states), ids in read:
            found[text] = (vector, states[1:-1].astype(np.float16), ids)
    return found
