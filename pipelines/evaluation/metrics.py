"""What an answer or a ranking is worth: short pure functions, each checkable by hand.

Rankings are of documents, not of passages: a document counts where its first passage stands.
"""

from __future__ import annotations

import math
import random
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

_UNIFIED = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("’‘ʼ`´", "'")
    | {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"}
)
_PERCENT = re.compile(r"\s+%")  # French puts a space before the sign, English doesn't
_FIRST_DIGITS = re.compile(r"\d+")
_LAST_DIGITS = re.compile(r"\d+$")


def documents(sources: Iterable[str]) -> list[str]:
    """The documents of a ranking of passages, each where its first passage stands."""
    return list(dict.fromkeys(sources))


def recall(relevant: Collection[str], ranked: Sequence[str], k: int) -> float:
    """The share of the relevant documents among the first ``k``.

    With more than ``k`` relevant documents it can't reach 1. Raises ``ValueError`` with none.
    """
    return len(_some(relevant) & set(ranked[:k])) / len(set(relevant))


def ndcg(relevant: Collection[str], ranked: Sequence[str], k: int) -> float:
    """Normalised discounted cumulative gain at ``k``, from 0 to 1, with gains of 1 or 0.

    A relevant document at rank r gains ``1 / log2(r + 1)``; the sum is divided by that of a ranking
    with all relevant documents in front (Järvelin & Kekäläinen, 2002).
    """
    wanted = _some(relevant)
    gained = sum(_discount(rank) for rank, d in enumerate(ranked[:k], start=1) if d in wanted)
    return gained / sum(_discount(rank) for rank in range(1, min(k, len(wanted)) + 1))


def reciprocal_rank(relevant: Collection[str], ranked: Sequence[str], k: int) -> float:
    """1 over the rank of the first relevant document; 0 when none is among the first ``k``.

    Its mean over questions is MRR@k (Voorhees, TREC-8, 1999).
    """
    wanted = _some(relevant)
    return next((1 / r for r, d in enumerate(ranked[:k], start=1) if d in wanted), 0.0)


@lru_cache(maxsize=256)
def normal(text: str) -> str:
    """``text`` without case and accents, white space, dashes and apostrophes of one kind."""
    text = unicodedata.normalize("NFKD", text.translate(_UNIFIED)).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c)).translate(_UNIFIED)
    return _PERCENT.sub("%", " ".join(text.split()))


def stands_in(form: str, text: str) -> bool:
    """Whether ``form`` stands in ``text`` as whole words and whole numbers, folded by `normal`.

    "450 €" stands neither in "1 450 €" nor in "3,450 €", and "18 jours" not in "118 jours".
    """
    wanted = normal(form)
    return bool(wanted) and _bounded(wanted).search(normal(text)) is not None


def missing_items(accepted: Sequence[Sequence[str]], texts: Sequence[str]) -> list[str]:
    """The first form of each item of which no form stands in any of ``texts``."""
    return [
        forms[0]
        for forms in accepted
        if not any(stands_in(form, text) for form in forms for text in texts)
    ]


def correct(accepted: Sequence[Sequence[str]], texts: Sequence[str]) -> float:
    """1 when each item has a form in the answer or its quotes, 0 otherwise.

    Raises ``ValueError`` without items: nothing says then what is right.
    """
    return float(list_coverage(accepted, texts) == 1)


def list_coverage(accepted: Sequence[Sequence[str]], texts: Sequence[str]) -> float:
    """The share of the items found in ``texts``: how much of a list the answer holds.

    The recall that ALCE takes of list answers (Gao et al., 2023, section 4), not cut at five items.
    """
    if not accepted:
        raise ValueError("no accepted items: there is nothing to find")
    return 1 - len(missing_items(accepted, texts)) / len(accepted)


def verbatim(quote: str, text: str | None, start: int, end: int) -> bool:
    """Whether ``quote`` is something, and exactly ``text[start:end]``; None is no such document."""
    return bool(quote.strip()) and text is not None and start >= 0 and text[start:end] == quote


def share(held: Sequence[bool]) -> float | None:
    """The share that holds; None of nothing."""
    return sum(held) / len(held) if held else None


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of the values there are; None when there is none."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def interval(values: Iterable[float | None], draws: int = 1000) -> tuple[float, float] | None:
    """Where the mean would lie in 95 of 100 samples of such values; None of fewer than two.

    The percentile bootstrap (Efron, 1979) over ``draws`` samples, seeded: the same values give the
    same interval.
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    drawn = random.Random(len(known))  # noqa: S311 (resampling, no secret)
    means = sorted(sum(drawn.choices(known, k=len(known))) / len(known) for _ in range(draws))
    return means[int(0.025 * draws)], means[int(0.975 * draws) - 1]


def _some(relevant: Collection[str]) -> set[str]:
    if not relevant:
        raise ValueError("no relevant documents: a ranking can't be judged")
    return set(relevant)


def _discount(rank: int) -> float:
    return 1 / math.log2(rank + 1)


@lru_cache(maxsize=4096)
def _bounded(wanted: str) -> re.Pattern[str]:
    """``wanted`` with no letter or digit at its sides, nor the rest of a longer number."""
    before, after = "", ""
    if wanted[0].isalnum():
        before = r"(?<!\w)"
    if first := _FIRST_DIGITS.match(wanted):
        # "5.2022" goes before a year, so only what can be a group of digits is held apart.
        before += r"(?<!\d[.,])" if len(first.group()) <= 3 else ""
        before += r"(?<!\d )" if len(first.group()) == 3 else ""
    if wanted[-1].isalnum():
        after = r"(?!\w)"
    if last := _LAST_DIGITS.search(wanted):
        after += r"(?![.,]\d)"
        after += r"(?! \d{3}(?!\d))" if len(last.group()) <= 3 else ""
    return re.compile(before + re.escape(wanted) + after)
