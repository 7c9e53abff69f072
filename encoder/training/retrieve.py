"""Tune the distilled student to find the passage that answers a question, in either language.

    python -m encoder.training.retrieve --data DIR --work DIR [--steps N] [--minutes M]

A question must find its passage among those of its batch, the other sections of the same law
included, and those of earlier batches, whose vectors are remembered (Wang et al. 2020,
"Cross-batch memory for embedding learning"). French and English passages stand in one list, so that
scores mean the same across languages. Stage one's losses run beside, so that English doesn't get
worse, with a sharper contrast: translations must be found among sentences that are hard to tell
apart. From here on rare pieces count more in a text's vector (`encoder.training.rarity`). Reads
`WORK/distilled` and `teach`'s files; writes `WORK/tuned`.
"""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from encoder.training import evaluate, loop, options
from encoder.training.asked import Source
from encoder.training.distil import Distillation, batches
from encoder.training.rarity import rarity
from encoder.training.student import Student

RATES = loop.Rates(body=8e-5, words=5e-4)
STEPS = 600
LAW_SECTIONS, OTHERS, OF_ONE = 8, 30, 10
"""What a step asks: sections in both languages, other questions, and at most how many of a law."""
WIDTHS = {384: 1.0, 256: 0.15, 128: 0.15}
"""Leading dimensions that must do alone, and what they weigh (Kusupati et al. 2022, "Matryoshka
representation learning")."""
REMEMBERED = 4_096
"""Passages of earlier steps that serve as negatives."""
TEMPERATURE = 0.05
KEPT = 0.5
"""Share of the distilled weights in the result, which is their mean with the tuned ones (Wortsman
et al. 2022, "Robust fine-tuning of zero-shot models")."""
BESIDE_BUDGET = 2_800
"""French pieces of stage one's batch in a step."""
BESIDE = {"distance": 2.0, "relations": 0.5, "teacher": 1.0, "sides": 1.0}
"""What stage one's losses count here."""
BESIDE_TEMPERATURE = 0.03


class Memory:
    """The passage vectors of the latest steps, without gradients, and whose they are."""

    def __init__(self, capacity: int) -> None:
        """Start empty."""
        self._capacity = capacity
        self.vectors: Tensor | None = None
        self.keys: list[str] = []

    def add(self, vectors: Tensor, keys: Sequence[str]) -> None:
        """Remember these, forgetting the oldest beyond the capacity."""
        known = [] if self.vectors is None else [self.vectors]
        self.vectors = torch.cat([*known, vectors.detach()])[-self._capacity :]
        self.keys = [*self.keys, *keys][-self._capacity :]


def finding(
    questions: Tensor, asked: Sequence[str], passages: Tensor, held: Sequence[str], own: int
) -> Tensor:
    """Return the cross-entropy of finding each of a question's passages among all that aren't.

    Args:
        questions: (n, dimension) unit vectors.
        asked: each question's key.
        passages: (m, dimension) unit vectors.
        held: each passage's key; one with the question's key answers it.
        own: the first so many passages may be what is to be found; later ones (remembered) are
            negatives only.
    """
    number = {key: place for place, key in enumerate(dict.fromkeys([*asked, *held]))}
    wanted = torch.tensor([number[key] for key in asked])
    there = torch.tensor([number[key] for key in held])
    right = (wanted[:, None] == there[None]).to(questions.device)
    scores = questions @ passages.T / TEMPERATURE
    against = scores.masked_fill(right, -torch.inf).logsumexp(1, keepdim=True)
    losses = functional.softplus(against - scores[:, :own])
    return losses[right[:, :own]].mean()


class Tuning:
    """The losses of stage two, step by step."""

    def __init__(
        self, student: Student, source: Source, beside: Distillation, laid: Sequence[np.ndarray]
    ) -> None:
        """Start with an empty memory; `laid` are stage one's rows for each step."""
        self._student, self._source, self._beside = student, source, beside
        self._laid = laid
        self._memory = Memory(REMEMBERED)

    def losses(self, number: int) -> loop.Losses:
        """Return the step's losses."""
        examples = [
            *self._source.laws(LAW_SECTIONS),
            *self._source.others(OTHERS),
        ]
        asked = [example.key for example in examples for _ in example.questions]
        held = [example.key for example in examples for _ in example.passages]
        questions = self._encode([text for example in examples for text in example.questions])
        passages = self._encode([text for example in examples for text in example.passages])
        every, keys = passages, held
        if self._memory.vectors is not None:
            every, keys = torch.cat([passages, self._memory.vectors]), held + self._memory.keys
        found = {
            f"finding_{width}": weight
            * finding(_cut(questions, width), asked, _cut(every, width), keys, len(held))
            for width, weight in WIDTHS.items()
        }
        self._memory.add(passages, held)
        # By turns pairs that are near each other and any.
        rows = self._laid[number] if number % 2 else self._beside.near(number, BESIDE_BUDGET)
        return found | self._beside.losses(rows, number)

    def _encode(self, texts: Sequence[str]) -> Tensor:
        return self._student.grouped(self._student.cut(texts))


def _cut(vectors: Tensor, width: int) -> Tensor:
    return functional.normalize(vectors[:, :width], dim=1)


def skip(source: Source, steps: int) -> None:
    """Draw and drop what the first steps asked, so that a resumed run goes on with the rest."""
    for _ in range(steps):
        source.laws(LAW_SECTIONS)
        source.others(OTHERS)


def main() -> None:
    """Run the command."""
    made = options.parser(__doc__ or "")
    loop.add_options(made, STEPS)
    given = made.parse_args()
    student = Student(given.work / "distilled")
    beside = Distillation(student, given.work, BESIDE, english=1.0, temperature=BESIDE_TEMPERATURE)
    student.weigh(rarity(beside.texts, len(student.weights)))
    laid = batches(beside.lengths, given.steps, BESIDE_BUDGET)
    source = Source(given.data, loop.SEED, OF_ONE)
    skip(source, loop.reached(given.work, "tuned"))
    stage = Tuning(student, source, beside, laid)

    def probe() -> str:
        measured = [
            part(student.encode, given.data)
            for part in (evaluate.bitext, evaluate.laws, evaluate.questions)
        ]
        return "  ".join(
            f"{name} {value:.3f}" for found in measured for name, value in found.items()
        )

    if loop.run(
        student,
        stage.losses,
        stage="tuned",
        work=given.work,
        steps=given.steps,
        rates=RATES,
        minutes=given.minutes,
        probe=probe,
        probe_every=100,
    ):
        student.blend(given.work / "distilled", KEPT)
        student.save(given.work / "tuned")
        options.say(f"the tuned student is in {given.work / 'tuned'}")
    else:
        options.say("paused: the same command goes on")


if __name__ == "__main__":
    main()
