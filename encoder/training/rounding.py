"""Rounding states and weights to int8 so that their product loses little. Pure arithmetic.

A few channels of BERT's states are ten times as large as the rest. They are divided by a factor a
channel, by which the weight's rows are multiplied (SmoothQuant: Xiao et al., 2023), so that states
and weights are about equally hard to round.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

# How much of a channel's size goes to the weight: tried in turn, the one that loses least is kept.
SHARES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
ROWS = 1_500  # states on which they are compared
MARGIN = 1.1  # over the largest state seen

Round = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Quantised:
    """A weight as int8 rows (inputs, outputs) and a float32 scale for each output."""

    rows: np.ndarray
    scales: np.ndarray

    @property
    def weight(self) -> np.ndarray:
        """Return the float32 weight that it stands for."""
        return self.rows * self.scales


@dataclass(frozen=True, slots=True)
class Fixed:
    """A scale and a zero point for all states of a place: uint8 is `states / scale + zero`."""

    scale: float
    zero: int

    def round(self, states: np.ndarray) -> np.ndarray:
        """Return the states as they come back from uint8."""
        return (np.clip(np.round(states / self.scale) + self.zero, 0, 255) - self.zero) * self.scale


def quantise(weight: np.ndarray) -> Quantised:
    """Return a weight in int8, no two neighbours of a column above 128 together.

    Processors without VNNI instructions add the products of two unsigned with two signed bytes in
    16 bits. 255 × 128 fits there, so that they get the same sums as those with them.
    """
    size = np.abs(weight)
    scales = np.maximum((size[0::2] + size[1::2]).max(axis=0), 1e-9).astype(np.float32) / 127
    return Quantised(np.round(weight / scales).astype(np.int8), scales)


def fixed(states: np.ndarray) -> Fixed:
    """Return the scale and zero point that hold the states and a little more."""
    least, most = min(float(states.min()), 0.0) * MARGIN, max(float(states.max()), 0.0) * MARGIN
    scale = max(most - least, 1e-9) / 255
    return Fixed(scale, round(-least / scale))


def round_rows(states: np.ndarray) -> np.ndarray:
    """Return states as they come back from int8 with each row's own scale."""
    scales = np.maximum(np.abs(states).max(axis=1, keepdims=True), 1e-9) / 127
    return np.round(states / scales) * scales


def factors(states: np.ndarray, weight: np.ndarray, share: float) -> np.ndarray:
    """Return what to divide each channel of the states by, geometric mean 1."""
    large = np.maximum(np.abs(states).max(axis=0), 1e-4) ** share
    logarithms = np.log(large / np.maximum(np.abs(weight).max(axis=1), 1e-5) ** (1 - share))
    return np.exp(logarithms - logarithms.mean()).astype(np.float32)


def smoothed(
    states: np.ndarray, weight: np.ndarray, rounding: Callable[[np.ndarray], Round]
) -> np.ndarray:
    """Return the factors of the share of :data:`SHARES` that moves the product least.

    Args:
        states: (seen, inputs) as they come into the product.
        weight: (inputs, outputs).
        rounding: makes, of all divided states, the function that rounds some of them.
    """
    some = np.linspace(0, len(states) - 1, min(ROWS, len(states))).astype(int)
    exact = states[some] @ weight

    def loss(share: float) -> float:
        divisors = factors(states, weight, share)
        rounded = rounding(states / divisors)(states[some] / divisors)
        made = rounded @ quantise(weight * divisors[:, None]).weight
        return float(np.square(made - exact).sum())

    return factors(states, weight, min(SHARES, key=loss))
