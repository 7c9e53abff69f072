"""How often a French and an English unit stand in the same aligned pair: squared Dice coefficients.

Dice (1945), "Measures of the amount of ecologic association between species": twice the pairs that
hold both, over the pairs that hold the one plus those that hold the other.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from scipy import sparse


class Incidence:
    """Which units (given as numbers) stand in which text; built row by row."""

    def __init__(self) -> None:
        self._columns: list[np.ndarray] = []

    def add(self, units: Iterable[int]) -> None:
        """Add a text's units; a unit that comes twice counts once."""
        self._columns.append(np.unique(np.fromiter(units, dtype=np.int32)))

    def matrix(self, width: int) -> sparse.csr_matrix:
        """Return the float32 (texts, width) matrix of ones."""
        ends = np.cumsum([0, *(len(columns) for columns in self._columns)])
        columns = np.concatenate(self._columns) if self._columns else np.empty(0, dtype=np.int32)
        shape = (len(self._columns), width)
        return sparse.csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=shape)


def dice(
    french: sparse.csr_matrix, english: sparse.csr_matrix, weights: Sequence[float]
) -> sparse.csr_matrix:
    """Return the (French, English) Dice coefficients of units over the same weighted pairs.

    Args:
        french: (pairs, French units) incidence.
        english: (pairs, English units) incidence.
        weights: what each pair counts.
    """
    weighted = sparse.diags(np.asarray(weights, dtype=np.float32)) @ english
    together = (french.T @ weighted).tocsr()
    in_french = np.asarray(french.T @ np.asarray(weights, dtype=np.float32)).ravel()
    in_english = np.asarray(weighted.sum(axis=0)).ravel()
    rows = np.repeat(np.arange(together.shape[0]), np.diff(together.indptr))
    together.data *= 2 / (in_french[rows] + in_english[together.indices])
    return together


def strongest(table: sparse.csr_matrix, row: int, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the columns and values of a row's `most` greatest entries, greatest first."""
    start, end = table.indptr[row], table.indptr[row + 1]
    values, columns = table.data[start:end], table.indices[start:end]
    # Equal values are ordered by column, so that a rerun gives the same answer.
    order = np.lexsort((columns, -values))[:most]
    return columns[order], values[order]
