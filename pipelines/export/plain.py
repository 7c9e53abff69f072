"""Document text as one harmless line, for formats that know no escapes."""

from __future__ import annotations

import unicodedata
from typing import Final

# Control and formatting characters, halves of pairs, and what no XML may hold.
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs"})
_NO_CHARACTERS: Final = "\ufffe\uffff"


def visible(text: str) -> str:
    """``text`` without characters that nobody sees, line breaks and tabs kept."""
    return "".join(
        c
        for c in text
        if c in "\n\t" or (unicodedata.category(c) not in _HIDDEN and c not in _NO_CHARACTERS)
    )


def plain(text: str) -> str:
    """``text`` on one line, as :func:`visible`."""
    return " ".join(visible(text.replace("\r", "\n")).split())
