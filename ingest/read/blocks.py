"""What every reader makes of its format: blocks, put together into one text with offsets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from ingest.clean import is_furniture, tidy
from ingest.errors import ReadError
from ingest.menus import menu_lines
from ingest.read.limits import Limits
from ingest.types import Heading, Span, Text

Kind = Literal["heading", "paragraph", "item", "row", "code"]
TITLE: Final = 0  # the level of a title's style, which stands above "Heading 1"
_TIGHT: frozenset[Kind] = frozenset({"item", "row"})


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document: one paragraph, heading, list item, table row or code block.

    ``level`` is the heading's; ``tight`` puts a block on the line right after the one before;
    ``page`` is counted from 1, and 0 where the format has no pages.
    """

    text: str
    kind: Kind = "paragraph"
    level: int = 0
    tight: bool = False
    page: int = 0


def block(text: str, kind: Kind = "paragraph", level: int = 0, tight: bool = False) -> Block:
    """A block with clean text: :func:`tidy`, no blank lines, no page furniture."""
    if kind == "code":
        return Block(tidy(text), kind)
    lines = (line.strip() for line in tidy(text).split("\n"))
    kept = [line for line in lines if line and not is_furniture(line, sure=kind != "paragraph")]
    joined = " ".join(kept) if kind != "paragraph" else "\n".join(kept)
    return Block(joined, kind, level, tight)


def without_menus(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of a web page without menus of one entry a paragraph or list item."""
    found = list(blocks)
    lines = [one.text if one.kind in ("paragraph", "item") else "#" for one in found]
    menu = set(menu_lines([line or "#" for line in lines], [not line for line in lines]))
    return [one for number, one in enumerate(found) if number not in menu]


def levelled(blocks: list[Block]) -> list[Block]:
    """The blocks with headings counted from 1: under a title, "Heading 1" is level 2."""
    if not any(found.kind == "heading" and found.level == TITLE for found in blocks):
        return blocks
    return [
        replace(found, level=found.level + 1) if found.kind == "heading" else found
        for found in blocks
    ]


def assemble(
    blocks: Iterable[Block], form: str, metadata: Mapping[str, str], limits: Limits
) -> Text:
    """One :class:`Text` of all blocks; raises ``TOO_LARGE`` over ``limits.max_characters``.

    A blank line parts blocks; list items and table rows follow each other line by line, and their
    lead-in ("Les partenaires :") too, unless a page ends between them.
    """
    parts: list[str] = []
    headings: list[Heading] = []
    starts: list[int | None] = []
    size = 0
    previous: Block | None = None
    for current in blocks:
        if not current.text:
            continue
        if previous is not None:
            gap = "\n" if _adjoins(previous, current) else "\n\n"
            parts.append(gap)
            size += len(gap)
        if current.page > len(starts):
            starts += [None] * (current.page - len(starts))
            starts[-1] = size
        if current.kind == "heading":
            span = Span(size, size + len(current.text))
            headings.append(Heading(span, max(1, min(current.level, 9))))
        parts.append(current.text)
        size += len(current.text)
        if size > limits.max_characters:
            raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
        previous = current
    return Text("".join(parts), form, filled(starts, size), tuple(headings), facts(metadata))


def in_one(texts: Iterable[Text], form: str, metadata: Mapping[str, str], limits: Limits) -> Text:
    """Texts below each other as one, without pages; raises ``TOO_LARGE`` as :func:`assemble`."""
    parts: list[str] = []
    headings: list[Heading] = []
    size = 0
    for text in texts:
        if parts:
            parts.append("\n\n")
            size += 2
        for found in text.headings:
            span = Span(found.span.start + size, found.span.end + size)
            headings.append(Heading(span, found.level))
        parts.append(text.content)
        size += len(text.content)
        if size > limits.max_characters:
            raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
    return Text("".join(parts), form, (), tuple(headings), facts(metadata))


def filled(starts: Sequence[int | None], size: int) -> tuple[int, ...]:
    """Where each page begins; a page without text begins where the next one does."""
    pages = []
    following = size
    for start in reversed(starts):
        following = following if start is None else start
        pages.append(following)
    if pages:
        pages[-1] = 0
    return tuple(reversed(pages))


def facts(metadata: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What a file says of itself, as :class:`Text` keeps it: one clean line each, none empty."""
    clean = {name: " ".join(tidy(value).split())[:1000] for name, value in metadata.items()}
    return tuple(sorted((name, value) for name, value in clean.items() if value))


def _adjoins(previous: Block, current: Block) -> bool:
    if current.page != previous.page:
        return False
    if current.tight:
        return True
    if current.kind not in _TIGHT:
        return False
    return previous.kind == current.kind or (
        previous.kind == "paragraph" and current.kind == "item" and previous.text.endswith(":")
    )
