"""Help: what one can do here, how answers are made, and how accessible the page is."""

from __future__ import annotations

from typing import Final

from ui.web import cards
from ui.web.escaping import escaped, show
from ui.web.strings import Say

# A part's name, and how many paragraphs it has.
_PARTS: Final = {"use": 5, "answers": 6, "limits": 4, "keys": 3, "access": 6, "privacy": 2}


def help_view(say: Say, language: str) -> None:
    """The parts one after another, each with its heading."""
    for part, paragraphs in _PARTS.items():
        cards.heading(say(f"help.{part}"))
        items = "".join(
            f"<li>{escaped(say(f'help.{part}.{number}'))}</li>"
            for number in range(1, paragraphs + 1)
        )
        show(f'<ul class="help">{items}</ul>')
