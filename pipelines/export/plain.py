"""Document text as one harmless line, for formats that know no escapes."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """``text`` without control and invisible formatting characters, line breaks and tabs kept."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf"))


def plain(text: str) -> str:
    """``text`` on one line, as :func:`visible`."""
    return " ".join(visible(text.replace("\r", "\n")).split())
