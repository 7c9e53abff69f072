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
  body.focus({preventScroll: true});
})();
"""

# Links within the page show their state in this session, as "back" does, without loading the page
# anew; and buttons that copy do.
_LISTEN: Final = """
(() => {
  if (window.grappeListens) return;
  window.grappeListens = true;
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); }
    catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  document.addEventListener("click", async (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest(".grappe button[data-copy]");
    if (button) {
      await copy(button.dataset.copy);
      const label = button.querySelector("span");
      const before = label.textContent;
      label.textContent = button.dataset.done;
      setTimeout(() => { label.textContent = before; }, 2000);
      return;
    }
    const plain = !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey
      && !event.altKey;
    const link = target?.closest(".grappe a[href^='?']");
    if (!link || !plain) return;
    event.preventDefault();
    window.history.pushState({}, "", link.getAttribute("href"));
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
})();
"""

# Brings the newest question of a conversation into view.
_NEWEST: Final = """
(() => {
  const newest = document.querySelector(".st-key-newest");
  if (newest) newest.scrollIntoView({block: "start"});
})();
"""

ALL: Final = (
    *_SPEAK.values(),
    *(f"<script>{code}</script>" for code in (_SCROLL, _LISTEN, _NEWEST)),
)


def speak(language: str) -> None:
    """Say in the page's markup which language it speaks."""
    _run(_SPEAK[language])


def scroll_to_cited(place: str) -> None:
    """Show the marked passage; again for another ``place``, which is why the tag carries it."""
    _run(f'<script data-place="{escaped(place)}">{_SCROLL}</script>')


def listen() -> None:
    """Make links within the page and buttons that copy work."""
    _run(f"<script>{_LISTEN}</script>")


def show_newest(turn: int) -> None:
    """Show the newest question of a conversation; again for each ``turn``."""
    _run(f'<script data-turn="{turn}">{_NEWEST}</script>')


def _run(script: str) -> None:
    st.html(script, unsafe_allow_javascript=True)
