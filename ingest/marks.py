"""What a translation leaves as it is: the names and figures of a text.

Months, days and peoples are capitalised in English only and so stand in one version of two; that is
why :func:`shared` looks at the version that has fewer marks.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from ingest.gazetteer import fold

MOST = 400  # marks kept of one text, the most frequent first

_MARK = re.compile(
    r"(?P<figure>(?<![\w.,])(?:\d{1,3}(?:[ \u00a0\u202f.,]\d{3}){1,4}(?!\d)"
    r"|\d{2,12}(?:[.,]\d{1,3})?|\d[.,]\d{1,3}))"
    r"|(?P<word>[^\W\d_][\w&-]{1,60})"
)
_OPENS = re.compile(r"(?:^|[.!?:;…•|»”\n\-–—#*«“(])[ \t\u00a0\u202f]*$")


def marks(text: str) -> tuple[str, ...]:
    """Names, folded, and figures as bare digits, the most frequent first.

    A word is a name where it has a capital that does not open a sentence, a line or a cell, or has
    a capital or a digit within. Figures of one digit are too common to mark anything.
    """
    found: Counter[str] = Counter()
    for match in _MARK.finditer(text):
        figure, word = match["figure"], match["word"]
        if figure is not None:
            found["".join(c for c in figure if c.isdigit())] += 1
        elif any(c.isupper() or c.isdigit() for c in word[1:]) or (
            word[0].isupper() and not _OPENS.search(text, max(0, match.start() - 4), match.start())
        ):
            found[fold(word)] += 1
    return tuple(mark for mark, _ in found.most_common(MOST))


def weights(
    documents: Iterable[Iterable[str]], others: Iterable[Iterable[str]]
) -> dict[str, float]:
    """How telling each mark is in two sets of documents, that of a text and that of its versions.

    Inverse document frequency (Spärck Jones, 1972), by the set where the mark is more common: one
    that a document shares only with its version is as telling as one that it has alone.
    """
    sets = [[frozenset(one) for one in documents], [frozenset(one) for one in others]]
    size = max(map(len, sets))
    counts = [Counter(mark for one in documents for mark in one) for documents in sets]
    most = counts[0] | counts[1]  # the greater of both counts
    return {mark: math.log(1 + size / count) for mark, count in most.items()}


def shared(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """How much of the one's or the other's marks, whichever has fewer, both have: 0 to 1."""
    fewer = min(sum(weight[mark] for mark in one), sum(weight[mark] for mark in other))
    return sum(weight[mark] for mark in one & other) / fewer if fewer else 0.0
