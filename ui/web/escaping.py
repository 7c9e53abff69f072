"""The only way from a document's text to the screen.

Threat: a document, a file name or a URL may hold HTML, Markdown, LaTeX, shortcodes or control
characters, which would run, load pictures from elsewhere, or pose as the page. Rule: such text
reaches the browser through :func:`escaped` or :func:`marked` inside :func:`show`, which is the one
call of ``st.html`` in the package that takes it; or, where Streamlit reads a label as Markdown,
through :func:`label`. A test looks for other calls. Anything new that shows document text goes
through here too.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal

import streamlit as st

Spans = Sequence[tuple[int, int]]

_JOINER = "\N{WORD JOINER}"  # of no width; it parts what Markdown would read as one
_PUNCTUATION = re.compile(r"([!#-&*+\-./:<=>@\[-`{-~])")  # the rest of it means nothing alone


def clean(text: str) -> str:
    """``text`` without control and invisible formatting characters, line breaks and tabs kept."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf"))


def escaped(text: str) -> str:
    """``text`` as HTML that shows it and nothing else; fit for content and quoted attributes."""
    return html.escape(clean(text), quote=True)


def marked(text: str, spans: Spans, tag: str = "mark") -> str:
    """``text`` as HTML with ``spans`` (offsets into it) inside ``<tag>``.

    Spans may come in any order, overlap, or lie partly outside the text.
    """
    parts, at = [], 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start < end:
            parts.append(f"{escaped(text[at:start])}<{tag}>{escaped(text[start:end])}</{tag}>")
            at = end
    return "".join(parts) + escaped(text[at:])


def excerpt(text: str, spans: Spans, most: int = 480) -> str:
    """As :func:`marked`, but only about ``most`` characters around the first span."""
    first = min((start for start, _ in spans), default=0)
    start = _word(text, min(first - most // 4, len(text) - most))
    end = len(text) if len(text) - start <= most else _word(text, start + most)
    shown = marked(text[start:end], [(s - start, e - start) for s, e in spans if e > start])
    return ("… " if start else "") + shown + (" …" if end < len(text) else "")


def label(text: str) -> str:
    """``text`` for a place that Streamlit reads as Markdown, such as a button: shown as it is.

    Backslashes undo Markdown and LaTeX. Shortcodes, directives and bare addresses are looked for
    after those are resolved, so they are parted by a character of no width.
    """
    one_line = " ".join(clean(text).split())
    return _PUNCTUATION.sub(rf"{_JOINER}\\\1{_JOINER}", one_line)


def show(parts: Iterable[str] | str, width: Literal["stretch", "content"] = "stretch") -> None:
    """Show HTML made of our own tags and of what :func:`escaped` and :func:`marked` gave."""
    body = parts if isinstance(parts, str) else "".join(parts)
    st.html(f'<div class="grappe">{body}</div>', width=width)


def _word(text: str, at: int) -> int:
    """Where the word that holds ``at`` begins, or ``at`` in a word of no end."""
    if at <= 0:
        return 0
    space = text.rfind(" ", max(0, at - 40), at)
    return at if space < 0 else space + 1
