"""Questions of the field with the sentences a library finds for them, as the reader learns them.

`pipelines.answer.practice` writes the file: what the product itself would have read, in its order,
some of it of questions that nothing there answers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from encoder.bundled import BundledEncoder
from encoder.reader import SENTENCE_PIECES, around
from encoder.training.reader_data import Unit

Place = tuple[int, int]
"""The first and the last piece of an answer in its sentence."""


@dataclass(frozen=True, slots=True)
class Practised:
    """A question and, by number, the sentences that answer it, each with the answer's place in it
    where that is known, and those that don't, in the order in which a library found them.

    ``held_out`` says that the documents that answer were left aside."""

    text: str
    language: str
    right: tuple[tuple[int, Place | None], ...]
    wrong: tuple[int, ...]
    held_out: bool


def read_translated(path: Path) -> dict[str, tuple[str, str]]:
    """Questions in the other language, with it, by their ids."""
    with path.open(encoding="utf-8") as lines:
        entries = map(json.loads, lines)
        return {one["id"]: (one["question"], one["language"]) for one in entries}


def read_practice(
    encoder: BundledEncoder,
    path: Path,
    first: int,
    translated: Mapping[str, tuple[str, str]] | None = None,
) -> tuple[list[Unit], list[Practised]]:
    """The sentences of a file, each once, numbered from ``first``, and its questions; those that
    are ``translated`` in both languages."""
    units: dict[Unit, int] = {}
    asked = []
    pieces: dict[str, Any] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            said = entry["sentences"]
            _add(encoder, pieces, (one[part] for one in said for part in _PARTS))
            right: dict[int, Place | None] = {}
            wrong: dict[int, None] = {}
            for one in said:
                unit = _unit(pieces, one)
                if not unit.pieces:
                    continue
                number = units.setdefault(unit, first + len(units))
                if one["answers"]:
                    right[number] = _place(pieces[one["sentence"]][1], one["answer"])
                else:
                    wrong[number] = None
            told = tuple(right.items())
            others = tuple(number for number in wrong if number not in right)
            wordings = [(entry["question"], entry["language"])]
            if translated and entry["id"] in translated:
                wordings.append(translated[entry["id"]])
            asked += [Practised(*one, told, others, entry["held_out"]) for one in wordings]
    return list(units), [one for one in asked if one.right or one.wrong]


_PARTS = ("about", "before", "sentence")


def _add(encoder: BundledEncoder, pieces: dict[str, Any], texts: Iterable[str]) -> None:
    new = [text for text in dict.fromkeys(texts) if text not in pieces]
    pieces.update(zip(new, encoder.pieces(new), strict=True))


def _unit(pieces: Mapping[str, Any], one: Mapping[str, Any]) -> Unit:
    """The sentence as `encoder.reader` cuts it."""
    about, before, ids = (pieces[one[part]][0] for part in _PARTS)
    return Unit(around(about, before), tuple(ids[:SENTENCE_PIECES]))


def _place(offsets: Sequence[Place], answer: Sequence[int] | None) -> Place | None:
    """The pieces that an answer's characters fall on; None where it is cut off."""
    if not answer:
        return None
    holding = [
        number
        for number, (start, end) in enumerate(offsets[:SENTENCE_PIECES])
        if start < answer[1] and end > answer[0]
    ]
    return (holding[0], holding[-1]) if holding else None
