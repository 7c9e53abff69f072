"""Two word-translation models, one each way, that are made to agree.

Each says which word of a text, or none, a word of its translation comes from (model 1 of Brown et
al. 1993, "The mathematics of statistical machine translation"). Trained on the product of what both
say, they keep the links that both see (Liang, Taskar & Klein 2006, "Alignment by agreement"): a
word whose translation isn't there goes unlinked, rather than to a bystander.
"""

from dataclasses import dataclass

import numpy as np

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Cells:
    """Every two places, one French and one English, that are in the same pair; parallel arrays.

    A place is a word in a text; `weights` says what the pair counts.
    """

    french: np.ndarray
    english: np.ndarray
    weights: np.ndarray


def agree(french: np.ndarray, english: np.ndarray, cells: Cells) -> np.ndarray:
    """Return each cell's probability of being a link, by both models.

    Args:
        french: the unit (a number) that stands at each French place.
        english: the unit at each English place.
        cells: what meets what.
    """
    width = int(english.max()) + 1
    met = french[cells.french].astype(np.int64) * width + english[cells.english]
    keys, couples = np.unique(met, return_inverse=True)
    french_of, english_of = keys // width, keys % width
    there = _Model(english, cells.english, french_of, couples, cells.weights)
    back = _Model(french, cells.french, english_of, couples, cells.weights)
    # Dice coefficients to begin with: uniform ones take more rounds to the same end.
    single = back.target_mass[french_of] + there.target_mass[english_of]
    counts = 2 * np.bincount(couples, cells.weights) / single
    posteriors = np.empty(0)
    for _ in range(ROUNDS):
        posteriors = there.posteriors(counts) * back.posteriors(counts)
        counts = np.bincount(couples, posteriors * cells.weights, len(keys))
        there.leave_over(posteriors)
        back.leave_over(posteriors)
    return posteriors


class _Model:
    """P(target unit | source unit or nothing) over all couples of units that meet in a pair."""

    def __init__(
        self,
        target: np.ndarray,
        of_target: np.ndarray,
        sources: np.ndarray,
        couples: np.ndarray,
        weights: np.ndarray,
    ) -> None:
        """Take the unit at each target place, each cell's target place, each couple's source unit,
        each cell's couple, and each cell's weight."""
        self._target, self._of_target = target, of_target
        self._sources, self._couples = sources, couples
        self._place_weights = np.zeros(len(target))
        self._place_weights[of_target] = weights
        self.target_mass = np.bincount(target, self._place_weights)
        self._from_nothing = self.target_mass / self.target_mass.sum()

    def posteriors(self, counts: np.ndarray) -> np.ndarray:
        """Return for each cell the chance that its target comes from its source.

        The couples' counts, normalised for each source, are the probabilities.
        """
        totals = np.maximum(np.bincount(self._sources, counts), 1e-12)
        scores = (counts / totals[self._sources])[self._couples]
        there = np.bincount(self._of_target, scores, len(self._target))
        return scores / (there + self._from_nothing[self._target])[self._of_target]

    def leave_over(self, posteriors: np.ndarray) -> None:
        """Let what no source explains come from nothing."""
        explained = np.bincount(self._of_target, posteriors, len(self._target))
        left = self._place_weights * np.maximum(1 - explained, 0)
        mass = np.bincount(self._target, left, len(self._from_nothing))
        self._from_nothing = mass / max(mass.sum(), 1e-12)
