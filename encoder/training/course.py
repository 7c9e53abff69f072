"""What a step of the reader's training reads: questions, with sentences that answer or don't."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from encoder.bundled import BundledEncoder
from encoder.training import loop
from encoder.training.practice import Practised, read_practice
from encoder.training.reader_data import Example, Joined, States, question_states, read_units
from encoder.training.student import Student

QUESTIONS_A_STEP, OWN, SENTENCES = 16, 3, 7
PRACTICE_SHARE, LAW_SHARE = 0.7, 0.06  # of the questions
ANSWERED_SHARE = 0.6  # of those of the field; the rest has no answer there
BARE = 0.25  # of the sentences: read without what is around them
KEPT, KEPT_EVERY = 600, 4  # questions to measure with, and one in so many of the field's
_PASSES = {"fr": 3, "en": 1}  # French questions are few

Batch = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]


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
        self, data: Path, work: Path, encoder: BundledEncoder, practice: Path, kept: Path
    ) -> None:
        """Read the data and make or map the states."""
        units, examples = read_units(encoder, data)
        parts = [States(encoder, units, work / "reader.states")]
        read = []
        for path in (practice, kept):
            more, asked = read_practice(encoder, path, len(units))
            parts.append(States(encoder, more, work / f"{path.stem}.states"))
            read.append(asked)
            units += more
        practised, kept_practice = read
        self.answered = [one for one in practised if one.right]
        self.unanswered = [one for one in practised if not one.right]
        self.kept_practice = kept_practice[::KEPT_EVERY]
        self.units = units
        self.states = Joined(parts)
        texts = [text for example in examples for text in example.texts]
        texts += [one.text for asked in read for one in asked]
        self.asked = question_states(encoder, texts)
        self.rarity = Student(encoder.directory).weights.numpy()
        told = [e for e in examples if e.law is None]
        random.Random(loop.SEED).shuffle(told)
        self.kept = told[:KEPT]
        self.told = [e for e in told[KEPT:] for _ in range(_PASSES[e.language])]
        self.laws = [e for e in examples if e.law is not None]
        self.by_law: dict[str, list[Example]] = defaultdict(list)
        for example in self.laws:
            self.by_law[example.law or ""].append(example)

    def drawn(self, number: int) -> list[Drawn]:
        """The questions of a step."""
        draw = random.Random(f"{loop.SEED} {number}")
        found = []
        for _ in range(QUESTIONS_A_STEP):
            chance = draw.random()
            if chance < PRACTICE_SHARE:
                asked = self.answered if draw.random() < ANSWERED_SHARE else self.unanswered
                found.append(practised(draw, draw.choice(asked)))
            elif chance < PRACTICE_SHARE + LAW_SHARE:
                found.append(self._law(draw))
            else:
                found.append(self.question(draw, draw.choice(self.told)))
        return found

    def question(self, draw: random.Random, example: Example) -> Drawn:
        """A question with its sentence, some of the same passage, and the nearest of others."""
        text = example.texts[0]
        own = draw.sample(example.own, min(OWN, len(example.own)))
        vector = self.asked[text][0]
        near = draw.sample(example.near, min(24, len(example.near)))
        near.sort(key=lambda n: -float(self.states.vectors[n] @ vector))
        gold = example.gold[0]
        read = (gold, *own, *near[: SENTENCES - 1 - len(own)])
        return Drawn(text, read, 1, self.units[gold].answer)

    def _law(self, draw: random.Random) -> Drawn:
        example = draw.choice(self.laws)
        same = [e for e in self.by_law[example.law or ""] if e is not example]
        others = draw.sample(same, min(OWN, len(same)))
        others += draw.sample(self.laws, SENTENCES - 1 - len(others))
        wrong = [draw.choice(e.gold) for e in others if e is not example]
        return Drawn(draw.choice(example.texts), (draw.choice(example.gold), *wrong), 1, None)

    def batch(self, rows: Sequence[tuple[str, int]], draw: random.Random | None) -> Batch:
        """Tensors of questions with one sentence each; ``draw`` leaves out what is around some."""
        asked = [self.asked[text] for text, _ in rows]
        read = [self.states.of(number) for _, number in rows]
        around = [len(self.units[number].around) for _, number in rows]
        bare = [draw is not None and draw.random() < BARE for _ in rows]
        read = [s[a:] if b else s for s, a, b in zip(read, around, bare, strict=True)]
        around = [0 if b else a for a, b in zip(around, bare, strict=True)]
        m, n = max(len(states) for _, states, _ in asked), max(map(len, read))
        question = np.zeros((len(rows), m, read[0].shape[1]), dtype=np.float32)
        context = np.zeros((len(rows), n, read[0].shape[1]), dtype=np.float32)
        there, own = np.zeros((2, len(rows), n), dtype=bool)
        real, rarity = np.zeros((len(rows), m), dtype=bool), np.zeros((len(rows), m), np.float32)
        cosines = np.zeros(len(rows), dtype=np.float32)
        for row, ((vector, states, pieces), said) in enumerate(zip(asked, read, strict=True)):
            question[row, : len(states)], context[row, : len(said)] = states, said
            real[row, : len(states)], there[row, : len(said)] = True, True
            own[row, around[row] : len(said)] = True
            rarity[row, : len(states)] = self.rarity[pieces]
            cosines[row] = vector @ self.states.vectors[rows[row][1]]
        arrays = (question, real, rarity, context, there, own, cosines)
        return tuple(torch.from_numpy(array) for array in arrays)  # type: ignore[return-value]


def practised(draw: random.Random, one: Practised) -> Drawn:
    """A question of the field with a sentence that answers, if any does, and some that don't."""
    right = draw.sample(one.right, min(1, len(one.right)))
    wrong = draw.sample(one.wrong, min(SENTENCES - len(right), len(one.wrong)))
    place = right[0][1] if right else None
    return Drawn(one.text, (*(n for n, _ in right), *wrong), len(right), place)
