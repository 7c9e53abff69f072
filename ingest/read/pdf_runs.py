"""Words of a PDF page that follow each other on one line, raised and lowered letters among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Final

from ingest.read.pdf_raised import raised
from ingest.read.pdf_words import Word

# In sizes of the letters: what stands on one line, about on one (scans are never quite even), is
# smaller, raised, lowered, next, elsewhere.
_LEVEL, _UNEVEN = 0.08, 0.3
_SMALLER, _SMALLEST = 0.85, 0.4
_HIGHEST, _LOWEST = 0.75, -0.35
CLOSE: Final = 0.15
_OVERLAP, _FAR = 0.4, 1.0


def runs_of(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words next to each other on one line, with what is raised and lowered among them."""
    if not words:
        return
    run, main = [words[0]], words[0]
    for word in words[1:]:
        if _goes_on(run[-1], main, word):
            run.append(word)
            main = _lower(main, word)
        else:
            yield run
            run, main = [word], word
    yield run


def _goes_on(last: Word, main: Word, word: Word) -> bool:
    largest = max(main.size, word.size)
    gap = word.left - last.right
    if last.hyphen or not -_OVERLAP * largest < gap < _FAR * largest:
        return False
    if about_level(word, main) and not _is_smaller(main, word):
        return True
    return _is_script(word, main, gap) or _is_script(main, word, gap)


def main_of(run: Sequence[Word]) -> Word:
    """The last word of a line that is neither raised nor lowered."""
    return reduce(_lower, run)


def _lower(main: Word, word: Word) -> Word:
    """Of two words of a line, the one that is not raised or lowered; the second if both."""
    if main.base == word.base and main.size == word.size:
        return word
    if main.size <= _SMALLER * word.size:
        return word
    return main if _is_smaller(main, word) or _stands_off(word, main) else word


def _level(one: Word, other: Word) -> bool:
    return abs(one.base - other.base) <= _LEVEL * max(one.size, other.size)


def about_level(one: Word, other: Word) -> bool:
    return abs(one.base - other.base) <= _UNEVEN * max(one.size, other.size)


def _is_smaller(one: Word, other: Word) -> bool:
    """Whether one of two words is set smaller."""
    return min(one.size, other.size) <= _SMALLER * max(one.size, other.size)


def _stands_off(word: Word, main: Word) -> bool:
    """Whether a word is raised or lowered to one that it follows, without being smaller."""
    follows = word.first - main.last in (1, 3) and word.left - main.right < CLOSE * main.size
    return follows and len(word.text) <= 3 and abs(word.base - main.base) >= 0.2 * main.size


def _is_script(word: Word, main: Word, gap: float) -> bool:
    """Whether a word is raised or lowered on the line of another."""
    rise = (word.base - main.base) / max(main.size, 1.0)
    if not _LOWEST < rise < _HIGHEST or word.size < _SMALLEST * main.size:
        return False
    small = word.size <= _SMALLER * main.size
    return small or (gap < CLOSE * main.size and len(word.text) <= 3)


def text_of(run: Sequence[Word]) -> str:
    """The text of a line, its raised letters as they are read."""
    main = run[0]
    text = run[0].text
    if len(run) > 1 and _is_raised(run[0], run[1]):
        text = raised(text, "")
    for before, word, after in zip(run, run[1:], (*run[2:], None), strict=False):
        lower = _lower(main, word)
        off = lower is main and not _level(main, word)
        written = word.text
        if off and _is_raised(word, main):
            is_fraction = after is not None and after.text[0] in "/⁄"
            written = written if is_fraction else raised(written, text)
        # pdfium breaks lines at raised letters, and inside words that are turned.
        close = word.left - before.right < CLOSE * max(main.size, word.size)
        broken = close and (
            off or word.first == before.last + 3 or _lower(before, word) is not word
        )
        glued = broken or word.first == before.last + 1
        main = lower
        if written:
            text += written if glued or text.endswith(" ") else f" {written}"
    return text


def _is_raised(word: Word, main: Word) -> bool:
    """Whether a word is written above a line: smaller than the line, or right behind a word."""
    rise = word.base - main.base
    if word.size <= _SMALLER * main.size:
        return rise >= 0.15 * main.size
    return rise > 0 and _stands_off(word, main)
