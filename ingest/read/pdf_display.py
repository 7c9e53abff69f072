"""Words of a PDF page that are set for show: letters with blanks between them, drop caps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

from ingest.gazetteer import is_word
from ingest.read.pdf_words import Word

_FEWEST_SPACED: Final = 5  # letters that are a word written with blanks
_AMONG: Final = "'’-&:0123456789"
_LARGE: Final = 1.8  # times the size of its text that a drop cap has
_WORDS: Final = frozenset("AÀÔOIY")  # letters that are words


def spaced(run: Sequence[Word]) -> str:
    """A word or title whose letters have blanks between them; empty for other lines."""
    if any(len(word.text) > 1 for word in run):
        return ""
    letters = sum(word.text.isupper() for word in run)
    if letters < _FEWEST_SPACED or not all(
        word.text.isupper() or word.text in _AMONG for word in run
    ):
        return ""
    gaps = [after.left - before.right for before, after in pairwise(run)]
    usual = median(gaps)
    text = run[0].text
    for word, gap in zip(run[1:], gaps, strict=True):
        text += f" {word.text}" if gap > 1.5 * usual + 0.1 * word.size else word.text
    return text


def with_drop_caps(words: Sequence[Word]) -> list[Word]:
    """The words, each letter that is as high as several lines put to the word it begins."""
    found: list[Word] = []
    for word in words:
        before = found[-1] if found else None
        if before is None or not _begins(before, word):
            found.append(word)
            continue
        rest = re.match(r"[^\W\d_]*", word.text)
        whole = is_word((before.text + (rest[0] if rest else "")).lower())
        blank = " " if before.text in _WORDS and not whole else ""
        found[-1] = replace(word, text=before.text + blank + word.text)
    return found


def _begins(letter: Word, word: Word) -> bool:
    if len(letter.text) != 1 or not letter.text.isupper() or letter.size < _LARGE * word.size:
        return False
    near = -0.2 * letter.size < word.left - letter.right < word.size
    return (
        near
        and letter.base < word.base < letter.base + letter.size
        and word.text.lstrip("'’")[:1].islower()
    )
