"""Counts as they are written before paragraphs: "3", "c", "iii"."""

from __future__ import annotations

import re
from typing import Final

_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST: Final = 9999
_WORD: Final = re.compile(r"(?![ivxlcdm]+\b)[^\W\d_]{3,}", re.IGNORECASE)


def counted(count: int, form: str) -> str:
    """A count in letters, in Roman numbers or in digits, by the names that Word has for these."""
    if not 0 < count <= _MOST:
        return str(count)
    if form in ("lowerLetter", "upperLetter"):
        # After "z" comes "aa", then "bb".
        letters = chr(97 + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        text = ""
        for worth, letters in _ROMAN:
            text += letters * (count // worth)
            count %= worth
        return text.upper() if form == "upperRoman" else text
    return f"{count:02d}" if form == "decimalZero" else str(count)


def item_mark(mark: str) -> str:
    """The mark of a list item, with a stop behind a number that has none; a bullet of our own."""
    if not any(map(str.isalnum, mark)):
        return "•"
    return f"{mark}." if mark.isalnum() and len(mark) < 4 else mark


def heading_mark(mark: str) -> str:
    """What a heading's number adds to it: "Article 3", "Lot 2"; nothing for a mere count.

    Counts of chapters change whenever one is put in, and what looks for a heading by its words
    ("Partenaires") would have to know them all.
    """
    return mark if _WORD.search(mark) else ""
