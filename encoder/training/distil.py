"""Distil the English teacher into the student of both languages, on aligned pairs.

    python -m encoder.training.distil --data DIR --work DIR [--steps N] [--minutes M]

Student(French) and student(English) are both pulled to teacher(English) (Reimers & Gurevych 2020,
"Making monolingual sentence embeddings multilingual using knowledge distillation"). Beside the
distance itself, what counts is whom a text is near to: the student's similarities to many of the
teacher's vectors must be distributed as the teacher's own (after Fang et al. 2021, SEED), which is
a contrast whose negatives are thousands and whose near-duplicates are no negatives. French must
also be found from English: batches are contrasted both ways. Reads `WORK/start` and `teach`'s
files; writes `WORK/distilled`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from encoder.training import loop, options
from encoder.training.evaluate import bitext
from encoder.training.student import Pieces, Student, device
from encoder.training.teach import read_taught

RATES = loop.Rates(body=1.5e-4, words=1e-3)
STEPS = 1_800
BUDGET = 4_096
"""French pieces of a step, padding included."""
ENGLISH = 0.25
"""Share of a batch whose English sides are encoded too."""
BANK = 24_576
"""Teacher's vectors that a step's similarities are taken to."""
WEIGHTS = {"distance": 4.0, "relations": 1.0, "sides": 0.2}
"""What each loss counts."""
TEMPERATURE = 0.05
SAME = 0.95
"""The teacher's cosine from which two texts are the same."""
DRAWN = 8_000
"""Pairs among which near ones are looked for."""


def batches(lengths: Sequence[int], count: int, budget: int) -> list[np.ndarray]:
    """Return `count` batches of rows: each of like length and of at most `budget` padded pieces.

    Every row comes once before any comes again. Rows are shuffled, then sorted by length within
    large chunks, so that batches of one epoch differ from those of the next.
    """
    drawn = np.random.default_rng(loop.SEED)
    sizes = np.asarray(lengths)
    found: list[np.ndarray] = []
    while len(found) < count:
        epoch = []
        for chunk in np.array_split(drawn.permutation(len(sizes)), max(1, len(sizes) // 20_000)):
            chunk = chunk[np.argsort(sizes[chunk], kind="stable")[::-1]]
            start = 0
            while start < len(chunk):
                size = max(1, min(256, budget // int(sizes[chunk[start]])))
                epoch.append(chunk[start : start + size])
                start += size
        found += [epoch[number] for number in drawn.permutation(len(epoch))]
    return found[:count]


def distance(made: Tensor, taught: Tensor) -> Tensor:
    """Return the mean of 1 - cosine between unit vectors, row by row."""
    return 1 - (made * taught).sum(1).mean()


def relations(made: Tensor, taught: Tensor, bank: Tensor) -> Tensor:
    """Return the divergence of the student's similarities to the bank from the teacher's.

    Args:
        made: (n, dimension) the student's unit vectors.
        taught: (n, dimension) the teacher's of the same texts.
        bank: (m, dimension) the teacher's of other texts. Each row's own is put before them.
    """
    own = (taught * taught).sum(1, keepdim=True)
    wanted = torch.cat([own, taught @ bank.T], 1) / TEMPERATURE
    found = torch.cat([(made * taught).sum(1, keepdim=True), made @ bank.T], 1) / TEMPERATURE
    return functional.kl_div(
        found.log_softmax(1), wanted.log_softmax(1), reduction="batchmean", log_target=True
    )


def contrast(left: Tensor, right: Tensor, taught: Tensor, temperature: float) -> Tensor:
    """Return the cross-entropy of finding each row's partner among the other side's, both ways.

    Args:
        left: (n, dimension) unit vectors of one language.
        right: (n, dimension) unit vectors of the other.
        taught: (n, dimension) the teacher's; rows that are the same to it are no negatives.
        temperature: what cosines are divided by.
    """
    scores = left @ right.T / temperature
    wanted = torch.arange(len(left), device=left.device)
    same = (taught @ taught.T > SAME) & (wanted[:, None] != wanted[None])
    scores = scores.masked_fill(same, -torch.inf)
    return (
        functional.cross_entropy(scores, wanted) + functional.cross_entropy(scores.T, wanted)
    ) / 2


class Distillation:
    """The losses of stage one, step by step, on batches that the caller lays out."""

    def __init__(
        self,
        student: Student,
        work: Path,
        weights: Mapping[str, float],
        english: float = ENGLISH,
        temperature: float = TEMPERATURE,
    ) -> None:
        """Read the chosen pairs.

        Args:
            student: what is trained.
            work: the folder of `teach`'s files.
            weights: what each loss counts, of `distance` and `relations` to the teacher's vectors
                and the contrast with them (`teacher`) and between the languages (`sides`).
            english: share of a batch whose English sides are encoded too.
            temperature: of the contrasts.
        """
        pairs, self._taught = read_taught(work)
        self._student, self._weights = student, weights
        self._share, self._temperature = english, temperature
        self._french = student.cut([pair.french for pair in pairs])
        self._english = student.cut([pair.english for pair in pairs])
        self.lengths = [len(text) for text in self._french]
        options.say(f"{len(pairs):,} pairs, {sum(self.lengths):,} French pieces")

    def losses(self, rows: np.ndarray, number: int) -> loop.Losses:
        """Return the losses of these rows; the step's number settles what else is drawn."""
        drawn = np.random.default_rng((loop.SEED, number))
        bank = self._vectors(np.sort(drawn.choice(len(self._taught), BANK)))
        sided = drawn.permutation(len(rows))[: max(1, int(self._share * len(rows)))]
        french = self._student.grouped(_take(self._french, rows))
        english = self._student.grouped(_take(self._english, rows[sided]))
        taught = self._vectors(rows)
        made = torch.cat([french, english])
        wanted = torch.cat([taught, taught[sided]])
        found = {
            "distance": lambda: distance(made, wanted),
            "relations": lambda: relations(made, wanted, bank),
            "teacher": lambda: contrast(french, taught, taught, self._temperature),
            "sides": lambda: contrast(french[sided], english, taught[sided], self._temperature),
        }
        return {name: weight * found[name]() for name, weight in self._weights.items()}

    @property
    def texts(self) -> list[Pieces]:
        """Return all texts of both languages, cut."""
        return [*self._french, *self._english]

    def near(self, number: int, budget: int) -> np.ndarray:
        """Return rows that are alike to the teacher, of `budget` French pieces in all.

        A batch of them makes translations hard to tell apart. They are the nearest to a drawn row
        among `DRAWN` drawn ones.
        """
        drawn = np.random.default_rng((loop.SEED, 2, number))
        rows = np.sort(drawn.choice(len(self._taught), min(DRAWN, len(self._taught)), False))
        vectors = self._taught[rows].astype(np.float32)
        nearest = rows[np.argsort(-(vectors @ vectors[drawn.integers(len(rows))]), kind="stable")]
        pieces = np.cumsum([self.lengths[row] for row in nearest])
        return nearest[: max(2, int(np.searchsorted(pieces, budget)))]

    def _vectors(self, rows: np.ndarray) -> Tensor:
        found = torch.from_numpy(self._taught[rows].astype(np.float32)).to(device())
        return functional.normalize(found, dim=1)


def _take(texts: Sequence[Pieces], rows: np.ndarray) -> list[Pieces]:
    return [texts[row] for row in rows]


def main() -> None:
    """Run the command."""
    made = options.parser(__doc__ or "")
    loop.add_options(made, STEPS)
    given = made.parse_args()
    student = Student(given.work / "start")
    stage = Distillation(student, given.work, WEIGHTS)
    laid = batches(stage.lengths, given.steps, BUDGET)

    def probe() -> str:
        return "  ".join(
            f"{name} {value:.3f}" for name, value in bitext(student.encode, given.data).items()
        )

    if loop.run(
        student,
        lambda number: stage.losses(laid[number], number),
        stage="distilled",
        work=given.work,
        steps=given.steps,
        rates=RATES,
        minutes=given.minutes,
        probe=probe,
    ):
        student.save(given.work / "distilled")
        options.say(f"the distilled student is in {given.work / 'distilled'}")
    else:
        options.say("paused: the same command goes on")


if __name__ == "__main__":
    main()
