"""Train the reader, a cross-encoder that begins as the encoder, on questions with known answers.

    python -m encoder.training.reader --data DATA --work WORK --practice FILE
        --translated FILE --kept FILE [--begin CHECKPOINT] [--mean CHECKPOINT] [--minutes M]

A question is given the sentence that answers it, others of its passage, and some of passages near;
one of the field, what a library found for it, which may hold no answer. Learned are: which of them
answers, if any (cross-entropy over them and none), whether each does, and where the answer stands.
The table of word pieces stays as it is. Goes on from its checkpoint; ``--begin`` starts a run with
the weights of a finished one, and ``--mean`` saves the mean of a finished one's and its own
(Wortsman et al. 2022). A part of the questions is kept to measure with.
"""

from __future__ import annotations

import os
import random
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from encoder.bundled import BundledEncoder
from encoder.reader import WEIGHTS_NAME, Joined, inputs_of
from encoder.training import loop, options
from encoder.training.course import Course
from encoder.training.reader_graph import export_reader
from encoder.training.reader_model import Reader

STEPS = 4_400
BODY_RATE, HEADS_RATE = 1.2e-4, 6e-4
WARM_UP = 80  # steps
SAMPLE = 160  # rows to see inner states on before they are made int8


def losses(reader: Reader, course: Course, number: int) -> Tensor:
    """The step's loss."""
    drawn = course.drawn(number)
    draw = random.Random(f"{loop.SEED} bare {number}")
    rows = [row for one in drawn for row in course.rows(one.text, one.sentences, draw)]
    scores, spans = reader.read(rows)
    parts = torch.split(scores, [len(one.sentences) for one in drawn])
    # That none of them answers scores 0 beside them, as readers for SQuAD 2.0 have it.
    none = torch.zeros(1)
    which = torch.stack(
        [
            torch.cat([part, none]).logsumexp(0) - (part[0] if one.right else none[0])
            for part, one in zip(parts, drawn, strict=True)
        ]
    ).mean()
    right = torch.cat([torch.arange(len(one.sentences)) < one.right for one in drawn]).float()
    whether = functional.binary_cross_entropy_with_logits(
        scores, right, pos_weight=torch.tensor(3.0)
    )
    places, first = [], 0
    for one in drawn:
        if one.place:
            wanted = torch.tensor(one.place) + rows[first].own
            places.append(functional.cross_entropy(spans[first].T, wanted, reduction="sum"))
        first += len(one.sentences)
    where = torch.stack(places).mean() if places else torch.zeros(())
    return which + 0.5 * whether + 0.5 * where


@torch.no_grad()
def measure(reader: Reader, course: Course) -> dict[str, float]:
    """On the questions kept: how often the right one of the sentences comes first, and how often
    the answer's place is met, by language; of those of the field, how often the first of all that a
    library found answers, and how often the best sentence of one that can be answered is above that
    of one that can't, for a near miss and for documents held out (area under the curve)."""
    reader.eval()
    found: dict[str, list[float]] = defaultdict(list)
    draw = random.Random(loop.SEED)
    for example in course.kept:
        one = course.question(draw, example)
        rows = course.rows(one.text, one.sentences, None)
        scores, spans = reader.read(rows)
        found[f"{example.language} first"].append(float(scores.argmax() == 0))
        answer, own = one.place or (0, 0), rows[0].own
        start, end = (int(place) - own for place in spans[0].argmax(0))
        found[f"{example.language} place"].append(float(start <= answer[1] and end >= answer[0]))
    best: dict[str, list[float]] = {"can": [], "near": [], "held out": []}
    for asked in course.kept_practice:
        numbers = [number for number, _ in asked.right] + list(asked.wrong)
        scores, _ = reader.read(course.rows(asked.text, numbers, None))
        kind = "can" if asked.right else "held out" if asked.held_out else "near"
        best[kind].append(float(scores.max()))
        if asked.right:
            first = float(int(scores.argmax()) < len(asked.right))
            found[f"field {asked.language} first"].append(first)
    can = np.array(best["can"])[:, None]
    for kind in ("near", "held out"):
        found[f"field above {kind}"] = [float((can > np.array(best[kind])).mean())]
    reader.train()
    return {name: round(float(np.mean(values)), 3) for name, values in sorted(found.items())}


def main() -> None:
    """Run the command."""
    made = options.parser((__doc__ or "").splitlines()[0])
    loop.add_options(made, STEPS)
    made.add_argument("--practice", type=Path, required=True, help="questions of the field")
    made.add_argument("--translated", type=Path, required=True, help="them in the other language")
    made.add_argument("--kept", type=Path, required=True, help="others, to measure with")
    made.add_argument("--begin", type=Path, help="the checkpoint of an earlier run")
    made.add_argument("--mean", type=Path, help="the checkpoint of a run to take the mean with")
    given = made.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    encoder = BundledEncoder()
    course = Course(given.data, encoder, given.practice, given.translated, given.kept)
    torch.manual_seed(loop.SEED)
    reader = Reader(encoder.directory).train()
    if given.begin:  # a checkpoint in WORK goes before it
        begun = torch.load(given.begin, map_location="cpu", weights_only=True)
        reader.load_state_dict(begun["reader"])
    if _train(reader, course, given):
        if given.mean:
            other = torch.load(given.mean, map_location="cpu", weights_only=True)["reader"]
            own = reader.state_dict()
            reader.load_state_dict({name: (own[name] + other[name]) / 2 for name in own})
        options.say(str(measure(reader, course)))
        save(reader.eval(), encoder, course)
        options.say(f"the reader is in {encoder.directory / WEIGHTS_NAME}")


def _train(reader: Reader, course: Course, given: Any) -> bool:
    """Whether the run came to its end."""
    learned = [w for n, w in reader.named_parameters() if w.requires_grad and n.startswith("body")]
    heads = [w for n, w in reader.named_parameters() if not n.startswith("body")]
    optimiser = torch.optim.AdamW(
        [{"params": learned, "lr": BODY_RATE}, {"params": heads, "lr": HEADS_RATE}],
        weight_decay=0.01,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / WARM_UP) * max(0.02, 1 - step / given.steps)
    )
    parts: dict[str, Any] = {"reader": reader, "optimiser": optimiser, "schedule": schedule}
    checkpoint = given.work / "reader.ckpt"
    number = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location="cpu", weights_only=True)
        number, steps = state.pop("number"), state.pop("steps")
        if steps != given.steps:
            raise SystemExit(f"{checkpoint} is of a run of {steps:,} steps: go on with --steps.")
        for name, part in parts.items():
            part.load_state_dict(state[name])
        options.say(f"goes on at step {number:,}")
    began = time.monotonic()
    total, counted = 0.0, 0
    while number < given.steps:
        torch.manual_seed(loop.SEED * 1_000_000 + number)  # of what is dropped, wherever it goes on
        loss = losses(reader, course, number)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        number += 1
        total, counted = total + float(loss.detach()), counted + 1
        over = given.minutes is not None and time.monotonic() - began > 60 * given.minutes
        if number % 100 == 0 or over or number == given.steps:
            options.say(f"step {number:,} of {given.steps:,}, loss {total / counted:.3f}")
            total, counted = 0.0, 0
            state = {name: part.state_dict() for name, part in parts.items()}
            state |= {"number": number, "steps": given.steps}
            torch.save(state, checkpoint.with_suffix(".part"))
            os.replace(checkpoint.with_suffix(".part"), checkpoint)
        if number % 600 == 0:
            options.say(str(measure(reader, course)))
        if over and number < given.steps:
            options.say("paused: the same command goes on")
            return False
    return True


def save(reader: Reader, encoder: BundledEncoder, course: Course) -> None:
    """Write the graph that `encoder.reader` reads with."""
    state = {name: weight.detach().numpy() for name, weight in reader.state_dict().items()}
    draw = random.Random(loop.SEED)
    sample: list[Joined] = []
    while len(sample) < SAMPLE:
        one = draw.choice(course.kept_practice)
        numbers = [*(number for number, _ in one.right), *one.wrong]
        sample += course.rows(one.text, draw.sample(numbers, 1), None)
    inputs = (inputs_of([row]) for row in sample)
    target = encoder.directory / WEIGHTS_NAME
    export_reader(encoder.directory, state, inputs, encoder.fingerprint, target)


if __name__ == "__main__":
    main()
