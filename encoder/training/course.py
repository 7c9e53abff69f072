"""What a step of the reader's training reads: questions, with sentences that answer or don't."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from encoder.bundled import BundledEncoder
from encoder.reader import Joined, join
from encoder.training import loop
from encoder.training.practice import Practised, read_practice, read_translated
from encoder.training.reader_data import Example, read_units

QUESTIONS_A_STEP, OWN, SENTENCES = 16, 3, 6
PRACTICE_SHARE = 0.9  # of the questions
ANSWERED_SHARE = 0.6  # of those of the field; the rest has no answer there
NEAR_SHARE = 0.5  # of these: of documents that tell something near; of the rest they are held out
FIRST, FROM_FIRST = 8, 3  # of what a library found, the first are hardest to tell from answers
BARE = 0.15  # of the sentences: read without what is around them
KEPT, KEPT_EVERY = 600, 11  # questions to measure with, and one in so many of the field's
_PASSES = {"fr": 3, "en": 1}  # French questions are few


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question with sentences to read: the first ``right`` answer it, the rest don't; ``place``
    is where the answer stands in the first, if that is known."""

    text: str
    sentences: tuple[int, ...]
    right: int
    place: tuple[int, int] | None


class Course:
    """Draws what each step reads."""

    def __init__(
        self, data: Path, encoder: BundledEncoder, practice: Path, translated: Path, kept: Path
    ) -> None:
        """Read the data: of an encyclopaedia, and of the field."""
        units, told = read_units(encoder, data)
        more, practised = read_practice(encoder, practice, len(units), read_translated(translated))
        units += more
        more, kept_practice = read_practice(encoder, kept, len(units))
        units += more
        self.answered = [one for one in practised if one.right]
        unanswered = [one for one in practised if not one.right]
        self.near = [one for one in unanswered if not one.held_out]
        self.held_out = [one for one in unanswered if one.held_out]
        self.kept_practice = kept_practice[::KEPT_EVERY]
        self.units = units
        random.Random(loop.SEED).shuffle(told)
        self.kept = told[:KEPT]
        self.told = [e for e in told[KEPT:] for _ in range(_PASSES[e.language])]
        self._borders = encoder.borders
        texts = [one.text for one in told]
        texts += [one.text for one in (*practised, *kept_practice)]
        cut = encoder.pieces(texts)
        self._asked = {text: ids for text, (ids, _) in zip(texts, cut, strict=True)}

    def drawn(self, number: int) -> list[Drawn]:
        """The questions of a step."""
        draw = random.Random(f"{loop.SEED} {number}")
        found = []
        for _ in range(QUESTIONS_A_STEP):
            if draw.random() < PRACTICE_SHARE:
                asked = self.answered
                if draw.random() > ANSWERED_SHARE:
                    asked = self.near if draw.random() < NEAR_SHARE else self.held_out
                found.append(practised(draw, draw.choice(asked)))
            else:
                found.append(self.question(draw, draw.choice(self.told)))
        return found

    def question(self, draw: random.Random, one: Example) -> Drawn:
        """A question with its sentence, some of the same passage, and some of near passages."""
        own = draw.sample(one.own, min(OWN, len(one.own)))
        near = draw.sample(one.near, min(SENTENCES - 1 - len(own), len(one.near)))
        return Drawn(one.text, (one.gold, *own, *near), 1, self.units[one.gold].answer)

    def rows(self, asked: str, numbers: Sequence[int], draw: random.Random | None) -> list[Joined]:
        """A question with each of the sentences; ``draw`` leaves out what is around some."""
        read = []
        for unit in (self.units[number] for number in numbers):
            context = () if draw is not None and draw.random() < BARE else unit.around
            read.append(join(self._borders, self._asked[asked], context, unit.pieces))
        return read


def practised(draw: random.Random, one: Practised) -> Drawn:
    """A question of the field with a sentence that answers, if any does, and some that don't."""
    right = draw.sample(one.right, min(1, len(one.right)))
    first = one.wrong[:FIRST]
    wrong = draw.sample(first, min(FROM_FIRST, len(first)))
    others = [number for number in one.wrong if number not in wrong]
    wrong += draw.sample(others, min(SENTENCES - len(right) - len(wrong), len(others)))
    place = right[0][1] if right else None
    return Drawn(one.text, (*(n for n, _ in right), *wrong), len(right), place)
