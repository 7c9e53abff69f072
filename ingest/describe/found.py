"""What the finders give back."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.types import Span


@dataclass(frozen=True, slots=True)
class Found:
    """Something found in a text: what kind of thing, its best written form, and where it stands.

    ``text`` is the surface at ``span`` unless the finder says otherwise; ``count`` is how many
    times it is named.
    """

    kind: str
    text: str
    span: Span
    count: int = 1
