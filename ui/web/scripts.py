"""The page's few lines of JavaScript. They are constant: no word of a user or document is in them.

The content security policy lets these run by their hash; see :mod:`ui.web.shield`.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from ui.web.escaping import escaped
from ui.web.strings import LANGUAGES

# `<html lang>` follows the language switch, for screen readers and hyphenation.
_SPEAK: Final = {
    language: f"<script>document.documentElement.lang = '{language}';</script>"
    for language in LANGUAGES
}

# Brings the marked passage into view within its source, and the source into the window.
_SCROLL: Final = """
(() => {
  const cited = document.getElementById("cited");
  if (!cited) return;
  const body = cited.closest(".reading");
  body.scrollTop += cited.getBoundingClientRect().top - body.getBoundingClientRect().top
    - body.clientHeight / 3;
  const panel = body.closest(".st-key-source-panel") || body;
  const top = panel.getBoundingClientRect().top;
  if (top < 0 || top > window.innerHeight / 2) panel.scrollIntoView({block: "start"});
})();
"""

ALL: Final = (*_SPEAK.values(), f"<script>{_SCROLL}</script>")


def speak(language: str) -> None:
    """Say in the page's markup which language it speaks."""
    _run(_SPEAK[language])


def scroll_to_cited(place: str) -> None:
    """Show the marked passage; again for another ``place``, which is why the tag carries it."""
    _run(f'<script data-place="{escaped(place)}">{_SCROLL}</script>')


def _run(script: str) -> None:
    st.html(script, unsafe_allow_javascript=True)
