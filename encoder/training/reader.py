"""Train the reader on questions whose answers' places are known, over the encoder's fixed states.

    python -m encoder.training.reader --data DATA --work WORK --practice FILE --kept FILE
        [--minutes M]

A question is given the sentence that answers it, others of its passage, and the nearest of passages
that don't; one of the field, what a library found for it, which may hold no answer. Learned are:
which of them answers, if any (cross-entropy over them and none), whether each does, and where the
answer stands. Notes of laws stand for questions in both languages, over sections in either. Goes on
from its checkpoint; a part of the questions is kept to measure with.
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
from encoder.reader import HEADS, WEIGHTS_NAME
from encoder.training import loop, options
from encoder.training.course import Course

WIDTH, LAYERS = 128, 2
STEPS = 3_400
RATE = 1.2e-3
_NEVER = -1e4


class Reader(nn.Module):
    """What `encoder.reader.forward` computes, to be trained."""

    def __init__(self, dimension: int = 384, dropout: float = 0.1) -> None:
        """Begin with random weights."""
        super().__init__()
        self.proj = nn.Linear(dimension, WIDTH)
        self.seg = nn.Embedding(3, WIDTH)  # question, around, the sentence
        self.sim = nn.Linear(2, WIDTH)
        layers = [
            nn.TransformerEncoderLayer(
                WIDTH, HEADS, 2 * WIDTH, dropout, "gelu", batch_first=True, norm_first=True
            )
            for _ in range(LAYERS)
        ]
        for layer in layers:
            layer.self_attn.dropout = 0.0  # without it attention takes PyTorch's quick way
        self.layers = nn.ModuleList(layers)
        self.norm = nn.LayerNorm(WIDTH)
        self.span = nn.Linear(WIDTH, 2)
        self.head = nn.Sequential(
            nn.Linear(3 * WIDTH + 3, WIDTH), nn.GELU(), nn.Dropout(dropout), nn.Linear(WIDTH, 1)
        )

    def forward(
        self,
        question: Tensor,
        asked: Tensor,
        rarity: Tensor,
        context: Tensor,
        there: Tensor,
        own: Tensor,
        cosines: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Scores (N,) and logits of where the answer starts and ends (N, n, 2).

        ``question`` (N, m, 384) with ``asked`` and ``rarity`` (N, m); ``context`` (N, n, 384) with
        ``there`` and ``own`` (N, n), booleans; ``cosines`` (N,).
        """
        close = (functional.normalize(question, dim=2) * asked[..., None]) @ (
            functional.normalize(context, dim=2) * there[..., None]
        ).transpose(1, 2)
        all_q = close.amax(2)
        own_q = close.masked_fill(~own[:, None], -1).amax(2)
        share = rarity / rarity.sum(1, keepdim=True).clamp_min(1e-6)
        wide, covered = (all_q * share).sum(1), (own_q * share).sum(1)
        nearest = close.amax(1)
        states = torch.cat(
            [
                self.proj(question) + self.seg.weight[0] + self.sim(torch.stack([all_q, own_q], 2)),
                self.proj(context)
                + self.seg(own.long() + 1)
                + self.sim(torch.stack([nearest, nearest], 2)),
            ],
            dim=1,
        )
        padding = ~torch.cat([asked, there], dim=1)
        for layer in self.layers:
            states = layer(states, src_key_padding_mask=padding)
        states = self.norm(states)
        ours, theirs = states[:, : question.shape[1]], states[:, question.shape[1] :]
        count = own.sum(1, keepdim=True).clamp_min(1)
        seen = [
            (ours * asked[..., None]).sum(1) / asked.sum(1, keepdim=True),
            (theirs * own[..., None]).sum(1) / count,
            theirs.masked_fill(~own[..., None], _NEVER).amax(1),
            torch.stack([cosines, wide, covered], 1),
        ]
        spans = self.span(theirs).masked_fill(~own[..., None], _NEVER)
        return self.head(torch.cat(seen, dim=1))[:, 0], spans


def losses(reader: Reader, course: Course, number: int) -> Tensor:
    """The step's loss."""
    drawn = course.drawn(number)
    rows = [(one.text, sentence) for one in drawn for sentence in one.sentences]
    batch = course.batch(rows, random.Random(f"{loop.SEED} bare {number}"))
    scores, spans = reader(*batch)
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
        scores, right, pos_weight=torch.tensor(4.0)
    )
    places, wanted, first = [], [], 0
    for one in drawn:
        if one.place:
            before = int(batch[5][first].long().argmax())
            places.append(first)
            wanted.append((before + one.place[0], before + one.place[1]))
        first += len(one.sentences)
    where = torch.zeros(())
    if places:
        logits, ends = spans[places], torch.tensor(wanted)
        where = functional.cross_entropy(logits[..., 0], ends[:, 0])
        where = where + functional.cross_entropy(logits[..., 1], ends[:, 1])
    return which + 0.5 * whether + 0.5 * where


@torch.no_grad()
def measure(reader: Reader, course: Course) -> dict[str, float]:
    """On the questions kept: how often the right one of the sentences comes first (and by cosine),
    and how often the answer's place is met, by language; of those of the field, how often the first
    of all that a library found answers, and how often the best sentence of one that can be answered
    is above that of one that can't (area under the curve)."""
    reader.eval()
    found: dict[str, list[float]] = defaultdict(list)
    draw = random.Random(loop.SEED)
    for example in course.kept:
        one = course.question(draw, example)
        batch = course.batch([(one.text, number) for number in one.sentences], None)
        scores, spans = reader(*batch)
        name = example.language
        found[f"{name} first"].append(float(scores.argmax() == 0))
        found[f"{name} first by cosine"].append(float(batch[6].argmax() == 0))
        answer = one.place or (0, 0)
        before = int(batch[5][0].long().argmax())
        start, end = (int(spans[0, :, side].argmax()) - before for side in (0, 1))
        found[f"{name} place"].append(float(start <= answer[1] and end >= answer[0]))
    can: list[float] = []
    cannot: list[float] = []
    for asked in course.kept_practice:
        numbers = [*(number for number, _ in asked.right), *asked.wrong][:20]
        scores, _ = reader(*course.batch([(asked.text, number) for number in numbers], None))
        (can if asked.right else cannot).append(float(scores.max()))
        if asked.right:
            first = float(int(scores.argmax()) < len(asked.right))
            found[f"field {asked.language} first"].append(first)
    found["field above"] = [float((np.array(can)[:, None] > np.array(cannot)).mean())]
    reader.train()
    return {name: round(float(np.mean(values)), 3) for name, values in sorted(found.items())}


def save(reader: Reader, encoder: BundledEncoder, rarity: np.ndarray, target: Path) -> None:
    """Write the weights as `encoder.reader` reads them, half precision."""
    arrays = {n: w.detach().numpy().astype(np.float16) for n, w in reader.state_dict().items()}
    arrays["rarity"] = rarity.astype(np.float16)
    np.savez(target, encoder=np.array(encoder.fingerprint), **arrays)


def main() -> None:
    """Run the command."""
    made = options.parser((__doc__ or "").splitlines()[0])
    loop.add_options(made, STEPS)
    made.add_argument("--practice", type=Path, required=True, help="questions of the field")
    made.add_argument("--kept", type=Path, required=True, help="others, to measure with")
    given = made.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    encoder = BundledEncoder()
    course = Course(given.data, given.work, encoder, given.practice, given.kept)
    torch.manual_seed(loop.SEED)
    reader = Reader()
    optimiser = torch.optim.AdamW(reader.parameters(), lr=RATE, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=given.steps + 1, pct_start=0.08
    )
    parts: dict[str, Any] = {"reader": reader, "optimiser": optimiser, "schedule": schedule}
    checkpoint = given.work / "reader.ckpt"
    number = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location="cpu", weights_only=True)
        number = state.pop("number")
        for name, part in parts.items():
            part.load_state_dict(state[name])
        options.say(f"goes on at step {number:,}")
    began = time.monotonic()
    total = 0.0
    while number < given.steps:
        loss = losses(reader, course, number)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        number += 1
        total += float(loss.detach())
        over = given.minutes is not None and time.monotonic() - began > 60 * given.minutes
        if number % 100 == 0 or over or number == given.steps:
            options.say(f"step {number:,} of {given.steps:,}, loss {total / 100:.3f}")
            total = 0.0
            state = {name: part.state_dict() for name, part in parts.items()}
            torch.save(state | {"number": number}, checkpoint.with_suffix(".part"))
            os.replace(checkpoint.with_suffix(".part"), checkpoint)
        if number % 600 == 0:
            options.say(str(measure(reader, course)))
        if over:
            options.say("paused: the same command goes on")
            return
    options.say(str(measure(reader, course)))
    save(reader.eval(), encoder, course.rarity, encoder.directory / WEIGHTS_NAME)
    options.say(f"the reader is in {encoder.directory / WEIGHTS_NAME}")


if __name__ == "__main__":
    main()
