"""How alike two texts are word for word: shingles, and MinHash signatures to compare many by.

A shingle is a run of four words; the share of their shingles that two texts have in common (their
Jaccard similarity) is what A. Broder, "On the resemblance and containment of documents", 1997,
calls resemblance. A signature keeps, for each of 128 hash functions, the least hash among a text's
shingles; two signatures agree in as many places as their texts' resemblance says, give or take
0.04. Groups of four agreeing places tell which pairs are worth comparing at all (banding:
Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import combinations
from zlib import crc32

import numpy as np

from ingest.gazetteer import fold

SHINGLE = 4  # words
HASHES = 128
_BAND = 4  # places; texts alike to 0.6 share one of the 32 bands with a probability of .99
_CHUNK = 4096  # shingles hashed at a time, so that a text of any length takes a few megabytes

_WORD = re.compile(r"[^\W_]+")
# Multiply-shift hashing (Dietzfelbinger and others, 1997): odd factors, and what is added. Drawn
# from a fixed stream, for signatures are kept and compared with those of other days.
_drawn = np.frombuffer(hashlib.shake_256(b"grappe minhash 1").digest(16 * HASHES), dtype="<u8")
_FACTORS, _ADDED = _drawn[:HASHES] | np.uint64(1), _drawn[HASHES:]


def shingles(text: str) -> frozenset[int]:
    """The 32-bit hash of each run of four words, without case and accents; of a shorter text, one
    of all its words."""
    found = _WORD.findall(fold(text))
    last = max(1, len(found) - SHINGLE + 1)
    return frozenset(crc32(" ".join(found[i : i + SHINGLE]).encode()) for i in range(last))


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of all shingles of two texts that both have, from 0 to 1."""
    return len(one & other) / len(one | other)


def signature(of: frozenset[int]) -> np.ndarray:
    """The MinHash signature of a text's shingles: uint32, (128,)."""
    hashed = np.fromiter(of, dtype=np.uint64, count=len(of))
    least = np.full(HASHES, np.iinfo(np.uint32).max, dtype=np.uint64)
    for start in range(0, len(hashed), _CHUNK):
        spread = hashed[start : start + _CHUNK, None] * _FACTORS + _ADDED  # modulo 2**64
        least = np.minimum(least, (spread >> np.uint64(32)).min(axis=0))
    return least.astype(np.uint32)


def groups(signatures: np.ndarray, least: float) -> list[int]:
    """For each row of ``signatures`` the first row of its group: the texts that resemble each other
    by ``least`` or more, directly or one through another. Pairs below about 0.6 may be missed."""
    first = list(range(len(signatures)))

    def root(row: int) -> int:
        while first[row] != row:
            first[row] = first[first[row]]
            row = first[row]
        return row

    def join(one: int, other: int) -> None:
        mine, theirs = sorted((root(one), root(other)))
        first[theirs] = mine

    for rows in _buckets(signatures):  # hundreds of copies are one group from the start
        for other in rows[1:]:
            join(rows[0], other)
    for start in range(0, HASHES, _BAND):
        for rows in _buckets(signatures[:, start : start + _BAND]):
            if len({root(row) for row in rows}) == 1:
                continue
            for one, other in combinations(rows, 2):
                if root(one) != root(other) and _agreeing(signatures, one, other) >= least:
                    join(one, other)
    return [root(row) for row in range(len(first))]


def _agreeing(signatures: np.ndarray, one: int, other: int) -> float:
    return float(np.mean(signatures[one] == signatures[other]))


def _buckets(places: np.ndarray) -> Iterator[list[int]]:
    """The rows that are the same, where there is more than one."""
    mixed = (places * _FACTORS[: places.shape[1]]).sum(axis=1)  # modulo 2**64
    order = np.argsort(mixed, kind="stable")
    bounds = np.flatnonzero(np.diff(mixed[order])) + 1
    starts, ends = np.append(0, bounds), np.append(bounds, len(order))
    for run in np.flatnonzero(ends - starts > 1):
        yield order[starts[run] : ends[run]].tolist()
