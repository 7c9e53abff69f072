"""A training run: optimisers, schedule, checkpoints, time box, progress. The stages give it losses.

A run is a number of steps from a seed, so that it can be repeated; `--minutes` only pauses it. Its
state is kept in `WORK/<stage>.ckpt`, and the same command goes on from there.
"""

import argparse
import os
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from encoder.training import options
from encoder.training.student import Student

SEED = 1
WARM_UP = 0.04
"""Share of the steps in which the rates rise from nothing."""
BETWEEN_CHECKPOINTS = 300.0
"""Seconds."""
BETWEEN_LINES = 20
"""Steps."""

Losses = dict[str, Tensor]
"""Named scalar losses of one step; their sum is what is minimised."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Peak learning rates: of the body (AdamW) and of the word embeddings (sparse Adam)."""

    body: float
    words: float


def add_options(made: argparse.ArgumentParser, steps: int) -> None:
    """Add `--steps` and `--minutes`."""
    made.add_argument("--steps", type=int, default=steps, help="length of the whole run")
    made.add_argument("--minutes", type=float, help="stop, with a checkpoint, after so many")


def run(
    student: Student,
    step: Callable[[int], Losses],
    *,
    stage: str,
    work: Path,
    steps: int,
    rates: Rates,
    minutes: float | None = None,
    probe: Callable[[], str] | None = None,
    probe_every: int = 500,
) -> bool:
    """Train the student in place, from the last checkpoint if there is one.

    Args:
        student: what is trained.
        step: gives the losses of the step of that number; the same for the same number.
        stage: names the checkpoint.
        work: the folder it is kept in.
        steps: length of the whole run, which the rates follow: up, then down to nothing.
        rates: the peak rates.
        minutes: the time box; None for none.
        probe: measures the student now and then, for the log.
        probe_every: in steps.

    Returns:
        Whether the run came to its end; if not, the same call goes on from the checkpoint.
    """
    torch.manual_seed(SEED)
    words = student.body.embeddings.word_embeddings.weight
    body = [weight for weight in student.body.parameters() if weight is not words]
    # No weight decay: the start is what the student must not drift from.
    optimisers: list[torch.optim.Optimizer] = [
        torch.optim.AdamW(body, lr=rates.body, weight_decay=0.0, fused=True),
        torch.optim.SparseAdam([words], lr=rates.words),
    ]
    peaks = (rates.body, rates.words)
    kept = _checkpoint(work, stage)
    number = 0
    if kept.exists():
        state = torch.load(kept, map_location="cpu", weights_only=True)
        if state["steps"] != steps:
            raise SystemExit(f"{kept} is of a run of {state['steps']} steps: remove it, or ask so.")
        number = state["number"]
        student.load_state_dict(state["student"])
        for optimiser, saved in zip(optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(saved)
        options.say(f"goes on at step {number:,}")

    def keep() -> None:
        state = {
            "number": number,
            "steps": steps,
            "student": student.state_dict(),
            "optimisers": [optimiser.state_dict() for optimiser in optimisers],
        }
        torch.save(state, kept.with_suffix(".part"))
        os.replace(kept.with_suffix(".part"), kept)

    began = saved_at = time.monotonic()
    first = number
    sums: dict[str, float] = defaultdict(float)
    while number < steps:
        rate = min(1.0, (number + 1) / (WARM_UP * steps)) * (1 - number / steps)
        for optimiser, peak in zip(optimisers, peaks, strict=True):
            for group in optimiser.param_groups:
                group["lr"] = peak * rate
        losses = step(number)
        torch.stack(list(losses.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(body, 1.0)
        for optimiser in optimisers:
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        number += 1
        for name, loss in losses.items():
            sums[name] += float(loss.detach())
        if number % BETWEEN_LINES == 0:
            shown = "  ".join(f"{name} {total / BETWEEN_LINES:.4f}" for name, total in sums.items())
            left = (time.monotonic() - began) / (number - first) * (steps - number) / 60
            options.say(f"step {number:,} of {steps:,}, {left:.0f} min left  {shown}")
            sums.clear()
        if probe and number % probe_every == 0:
            options.say(probe())
        now = time.monotonic()
        if minutes is not None and now - began > 60 * minutes:
            break
        if now - saved_at > BETWEEN_CHECKPOINTS:
            keep()
            saved_at = now
    keep()
    return number >= steps


def reached(work: Path, stage: str) -> int:
    """Return how many steps of the stage its checkpoint holds; 0 without one."""
    kept = _checkpoint(work, stage)
    if not kept.exists():
        return 0
    return int(torch.load(kept, map_location="cpu", weights_only=True)["number"])


def _checkpoint(work: Path, stage: str) -> Path:
    return work / f"{stage}.ckpt"
