"""Numbered parts of a statement ("WP4", "phase II") looked for in what it quotes, in any spelling.

A part whose kind the quotes don't name at all is left to the other checks: its number may stand
before an item of a list.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.types import Span
from pipelines.terms.numbered import is_other, meets, numbered, parts_of
from pipelines.verify.days import Held


@dataclass(frozen=True, slots=True)
class Parts:
    """Whether the quotes hold a statement's parts, the words of one that they don't or that only
    the context does, and where in the statement those stand that are held."""

    state: Held
    lacking: str
    spans: tuple[Span, ...]


def held_parts(said: str, quoted: str, context: str) -> Parts:
    """What the quotes and what the document says of itself hold of a statement's parts."""
    told, around = parts_of(quoted), parts_of(context)
    worst: Held = "quoted"
    lacking, spans = "", []
    for part, span in numbered(said):
        if meets((part,), told):
            spans.append(span)
        elif is_other((part,), told):
            return Parts("no", span.of(said), ())
        elif meets((part,), around):
            spans.append(span)
            worst, lacking = "context", lacking or span.of(said)
    return Parts(worst, lacking, tuple(spans))
