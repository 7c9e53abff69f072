"""Makes `weights.json`: what speaks for an answer, and how likely it has to be.

    python -m pipelines.answer.calibrate --library DIR --golden FILE [--beside DIR FILE]
    python -m pipelines.answer.calibrate --library DIR --golden FILE --bounds --every 7

Every question is asked twice: of the whole library, where a sentence of a relevant document that
holds an accepted form (of a list: an item) answers it and no other does; and, but for topics, with
its relevant documents held out, where nothing does. Questions that the library can't answer
(a missing attribute, a near name, another year) count as the second kind. A logistic regression
(ridge, Newton's method) tells the sentences apart; each question weighs the same, those of
``--beside`` `BESIDE` times as much. The bounds are the lowest at which held-out folds of the first
questions refuse what they should as often as asked. Prints what five folds, none of which a
fold's weights have seen, would answer, refuse and miss. With ``--bounds`` the weights stay as they
are and only the bounds are measured anew: rules that leave sentences out before they are weighed
make the same bound refuse more.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from pipelines.answer.choose import read_all
from pipelines.answer.features import WEIGHTS, Sort, sort_of, weights
from pipelines.answer.judged import Judged, judged
from pipelines.evaluation.golden import Golden, read_golden
from pipelines.library import Library
from pipelines.settings import Settings

FOLDS = 5
BESIDE = 3  # a handful of plain questions must not drown among hundreds of intricate ones
RIDGE = 1.0
# Of what can't be answered, on folds that the weights have not seen. A fact that is wrong does more
# harm than a passage that is beside the topic.
REFUSED: Mapping[Sort, float] = {"fact": 0.84, "topic": 0.8, "list": 0.8}


@dataclass(frozen=True, slots=True)
class Asked:
    """The sentences read for one thing asked: features (n, f), and which of them answer."""

    question: str
    sort: Sort
    rows: np.ndarray
    right: np.ndarray


def main() -> None:
    """Run the command."""
    made = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    made.add_argument("--library", type=Path, required=True, help="with the questions' documents")
    made.add_argument("--golden", type=Path, required=True, help="questions, as JSON Lines")
    made.add_argument("--beside", type=Path, nargs=2, help="another library and its questions")
    made.add_argument("--bounds", action="store_true", help="keep the weights")
    made.add_argument("--every", type=int, default=1, metavar="N", help="one question in N")
    given = made.parse_args()
    names: list[str] = []
    asked = _asked(given.library, given.golden, names, given.every)
    beside = _asked(given.beside[0], given.beside[1], names) if given.beside else []
    sys.stderr.write(f"{len(asked)} questions, {sum(len(a.rows) for a in asked)} sentences\n")
    least = {}
    kept = np.array([weights().features[name] for name in names]) if given.bounds else None
    held_out = crossed(asked, kept)
    for sort, share in REFUSED.items():
        alike = [one for one in held_out if one[0].sort == sort]
        least[sort] = round(bound(alike, share), 3)
        sys.stdout.write(f"{sort}s {json.dumps(told(alike, least[sort]))}\n")
    weight = fit(asked + beside * BESIDE) if kept is None else kept
    held = {
        "features": {n: round(float(w), 4) for n, w in zip(names, weight, strict=True)},
        "least": least,
    }
    WEIGHTS.write_text(json.dumps(held, indent=2) + "\n", encoding="utf-8")


def _asked(folder: Path, questions: Path, names: list[str], every: int = 1) -> list[Asked]:
    chosen: dict[str, Any] = {"library": folder}
    golden = read_golden(questions)[::every]
    with Library(Settings(**chosen)) as library:
        return [one for g in golden for one in sentences_of(library, g, names)]


def sentences_of(library: Library, golden: Golden, names: list[str]) -> list[Asked]:
    """What is read for a question, of all documents and with those that answer it held out."""
    return [_weighed(library, one, names) for one in judged(library, golden)]


def _weighed(library: Library, one: Judged, names: list[str]) -> Asked:
    ask = one.question.asks[0]
    rows = [row for _, row in read_all(one.question, ask, one.evidence, library.reader)]
    names[:] = rows[0] if rows else names
    values = np.array([list(row.values()) for row in rows])
    right = np.array([bool(answer) for answer in one.answers])
    return Asked(one.golden.id, sort_of(one.question, ask), values, right)


def fit(asked: Sequence[Asked]) -> np.ndarray:
    """The weights (f,): ridge logistic regression by Newton's method, each question one vote."""
    asked = [a for a in asked if len(a.rows)]
    rows = np.concatenate([a.rows for a in asked])
    right = np.concatenate([a.right for a in asked]).astype(float)
    vote = np.concatenate([np.full(len(a.rows), 8.0 / len(a.rows)) for a in asked])
    weight = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], RIDGE)
    penalty[0] = 1e-3  # the bias
    for _ in range(50):
        likely = 1 / (1 + np.exp(-rows @ weight))
        slope = rows.T @ (vote * (likely - right)) + penalty * weight
        curve = (rows * (vote * likely * (1 - likely))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weight = weight - step
        if np.abs(step).max() < 1e-6:
            break
    return weight


def crossed(
    asked: Sequence[Asked], kept: np.ndarray | None = None
) -> list[tuple[Asked, float, bool]]:
    """Each question with the likelihood of its likeliest sentence by the weights of a fold that
    has not seen it, or by those ``kept``, and whether that sentence answers."""
    order = {name: n for n, name in enumerate(sorted({a.question for a in asked}))}
    judged = []
    for fold in range(FOLDS):
        rest = [a for a in asked if order[a.question] % FOLDS != fold]
        weight = fit(rest) if kept is None else kept
        for one in asked:
            if order[one.question] % FOLDS != fold:
                continue
            if not len(one.rows):  # nothing names what is asked of: refused whatever the bound
                judged.append((one, 0.0, False))
            else:
                likely = 1 / (1 + np.exp(-one.rows @ weight))
                best = int(likely.argmax())
                judged.append((one, float(likely[best]), bool(one.right[best])))
    return judged


def bound(judged: Sequence[tuple[Asked, float, bool]], share: float) -> float:
    """The least likelihood at which this share of the questions without an answer is refused."""
    lost = [likely for one, likely, _ in judged if not one.right.any()]
    return float(np.quantile(lost, share)) if lost else 0.5


def told(judged: Sequence[tuple[Asked, float, bool]], least: float) -> dict[str, float]:
    """What a bound does: right, wrong and refused of what can be answered, refused of the rest."""
    can = [(likely >= least, right) for one, likely, right in judged if one.right.any()]
    cannot = [likely < least for one, likely, _ in judged if not one.right.any()]
    count = max(1, len(can))
    return {
        "answerable": len(can),
        "right": round(sum(a and r for a, r in can) / count, 3),
        "wrong": round(sum(a and not r for a, r in can) / count, 3),
        "refused": round(sum(not a for a, _ in can) / count, 3),
        "unanswerable": len(cannot),
        "refused of these": round(sum(cannot) / max(1, len(cannot)), 3),
        "least": round(least, 3),
    }


if __name__ == "__main__":
    main()
