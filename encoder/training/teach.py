"""Choose the aligned pairs to learn from and keep the English teacher's vectors of them.

    python -m encoder.training.teach --data DIR --work DIR [--share 1.0]

The student is pulled to these vectors again and again; computed once, they cost nothing later.
Law text is 70 % of the pairs, so only a part of it is taken. Writes `WORK/taught.tsv`
(source, English, French) and `WORK/taught.npy` ((pairs, dimension), float16, unit vectors).
"""

import random
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch

from encoder.training import options
from encoder.training.data import Pair, read_pairs
from encoder.training.student import Student, by_length

# What is taken of each source; all of the others. The laws' sentences repeat each other.
SHARES = {
    "laws_canada_sentences": 0.5,
    "laws_canada_titles": 0.5,
    "laws_canada_passages": 0.7,
}
TEXTS, VECTORS = "taught.tsv", "taught.npy"
SEED = 1


def choose(pairs: Iterable[Pair], share: float) -> list[Pair]:
    """Return the pairs that are learnt from, none of them twice.

    Args:
        pairs: all there are.
        share: a part of what `SHARES` takes, for a shorter run.
    """
    drawn = random.Random(SEED)
    seen: set[tuple[str, str]] = set()
    chosen = []
    for pair in pairs:
        key = (pair.english, pair.french)
        if drawn.random() < share * SHARES.get(pair.source, 1.0) and key not in seen:
            seen.add(key)
            chosen.append(pair)
    return chosen


def read_taught(work: Path) -> tuple[list[Pair], np.ndarray]:
    """Return the chosen pairs and the teacher's float16 vectors of their English sides."""
    # Not splitlines(), which also breaks at signs that stand inside some texts.
    lines = (work / TEXTS).read_text(encoding="utf-8").rstrip("\n").split("\n")
    return [Pair(*line.split("\t")) for line in lines], np.load(work / VECTORS, mmap_mode="r")


def main() -> None:
    """Run the command."""
    made = options.parser(__doc__ or "")
    options.add_teacher(made)
    made.add_argument("--share", type=float, default=1.0, help="part of the usual pairs to take")
    given = made.parse_args()
    pairs = choose(read_pairs(given.data), given.share)
    given.work.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{pair.source}\t{pair.english}\t{pair.french}\n" for pair in pairs)
    (given.work / TEXTS).write_text(lines, encoding="utf-8")
    teacher = Student(options.teacher_directory(given.teacher))
    texts = teacher.cut([pair.english for pair in pairs])
    total = sum(len(text) for text in texts)
    options.say(f"{len(pairs):,} pairs, {total:,} English pieces")
    # Written as it goes, and renamed when whole: a cut run leaves no half file under the name.
    part = given.work / f"{VECTORS}.part"
    kept = np.lib.format.open_memmap(
        part, mode="w+", dtype=np.float16, shape=(len(texts), teacher.body.config.hidden_size)
    )
    done = 0
    with torch.no_grad():
        for number, rows in enumerate(by_length([len(text) for text in texts], 16_384)):
            kept[rows] = teacher([texts[row] for row in rows]).cpu().numpy()
            done += sum(len(texts[row]) for row in rows)
            if number % 50 == 0:
                options.say(f"{done / total:6.1%}")
    kept.flush()
    part.rename(given.work / VECTORS)
    options.say(f"the teacher's vectors are in {given.work / VECTORS}")


if __name__ == "__main__":
    main()
