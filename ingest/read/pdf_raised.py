"""Letters of a PDF line that are raised: numbers of footnotes, powers, ordinals.

"1er" and "m²" are words. The number of a footnote, which would make "4501" of "450", is left out,
as it is where Word files are read.
"""

from __future__ import annotations

import re
from typing import Final

_POWERS: Final = str.maketrans("0123456789-–−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
_NOTE: Final = re.compile(r"[\[(]?(?:\d{1,3}(?:[,;–-]\d{1,3})*[,;]?|[*†‡]{1,3})[\])]?")
_POWER: Final = re.compile(r"[-–−]?\d{1,2}")
# What is raised to a power rather than noted: a unit of length, a letter of a formula, ten.
_BASE: Final = re.compile(r"(?:(?<![^\W\d_])(?:[kcdmhµ]?m|[a-zA-Z])|(?<![\d.,])10)$")
# "2 100a" in a table; "100e" is an ordinal.
_LETTER: Final = re.compile(r"[a-df-z]")
_FIGURE: Final = re.compile(r"(?:\d\d|%)$")
# The same as characters of their own, behind a word, a number of two digits, or a closing mark.
_WRITTEN: Final = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=\d\d)(?<!\b10)|(?<=[%»)”.…!?]))[¹²³⁴-⁹](?:,?[⁰¹²³⁴-⁹]){0,5}(?!\w)"
)


def raised(written: str, before: str) -> str:
    """What is read of raised letters behind a text on the same line; nothing of a note's number."""
    if not before:  # a footnote begins with its number
        return written + " " if _NOTE.fullmatch(written) else written
    if written in ("o", "os") and re.search(r"\b[nN]$", before):
        return "°" if written == "o" else "os"
    if _POWER.fullmatch(written) and _BASE.search(before):
        return written.translate(_POWERS)
    if _LETTER.fullmatch(written) and _FIGURE.search(before):
        return ""
    return "" if _NOTE.fullmatch(written) else written


def without_notes(text: str) -> str:
    """The text without numbers of footnotes that are raised by their characters ("450¹")."""
    return _WRITTEN.sub("", text)
