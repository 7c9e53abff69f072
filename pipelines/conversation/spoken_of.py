"""What the conversation is about: an event, a project or a name of the turns before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.types import Span
from pipelines.conversation.parts import Parts, parts_of
from pipelines.conversation.topics import about_of
from pipelines.conversation.turns import About, Known, Turn

BACK: Final = 4  # turns looked back


def spoken_of(
    turns: Sequence[Turn], known: Known, parts: Parts, pointing: Span | None
) -> tuple[About, str] | None:
    """What the conversation is about: the one event of the last question, else of its reply.

    "This project" asks for the project that was spoken of.
    """
    project = pointing is not None and bool(re.search(r"proje[ct]", pointing.of(parts.low)))
    plural = pointing is not None and bool(
        re.match(r"(?:these|those|ces)\b", pointing.of(parts.low))
    )
    for turn in reversed(turns[-BACK:]):
        own = about_of(parts_of(turn.full, known))
        candidates = (
            [own, turn.about] if own is None or not own.plural or plural else [turn.about, own]
        )
        for about in candidates:
            if about is None:
                continue
            if project:
                if about.project:
                    return About(project=about.project), turn.full
                continue
            if not about.placed and not about.others and turn.about is not None:
                return turn.about, turn.full  # "the exchange" of a question is its reply's
            return about, turn.full
    return None
