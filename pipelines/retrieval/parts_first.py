"""Passages of the numbered part that a query names ("WP4"), before those of others of its kind."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipelines import light  # noqa: F401  (before anything of Haystack)

# isort: split
from haystack import Document

from pipelines.terms.numbered import Part, is_other, meets, parts_of

_WORTH = 0.5  # of its place: a passage that names the part comes before those just ahead of it


def parts_first(asked: Collection[Part], passages: Sequence[Document]) -> list[int]:
    """The places of passages in a new order: those that tell of a part asked about sooner, and each
    document's first of its own; those of another part of the kind (WP3) last."""
    if not asked:
        return list(range(len(passages)))
    told = [_told(asked, passage) for passage in passages]
    named = [meets(asked, parts) > 0 for parts in told]
    order = sorted(
        range(len(passages)),
        key=lambda at: (is_other(asked, told[at]), (1 + at) * (_WORTH if named[at] else 1)),
    )
    document = [passage.meta["document"] for passage in passages]
    own: dict[str, list[int]] = {}
    for at in sorted(order, key=lambda at: not named[at]):
        own.setdefault(document[at], []).append(at)
    left = {name: iter(places) for name, places in own.items()}
    return [next(left[document[at]]) for at in order]


def _told(asked: Collection[Part], passage: Document) -> frozenset[Part]:
    """The parts of the kinds asked about that a passage names; where it names none, those that the
    headings over it do, the nearest first, or its document's title."""
    kinds = {part.kind for part in asked}
    headings = reversed(passage.meta.get("headings") or ())
    for text in (passage.content or "", *headings, passage.meta.get("title") or ""):
        told = frozenset(part for part in parts_of(text) if part.kind in kinds)
        if told:
            return told
    return frozenset()
