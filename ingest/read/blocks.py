"""What every reader makes of its format: blocks, put together into one text with offsets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ingest.clean import is_furniture, tidy
from ingest.errors import ReadError
from ingest.read.limits import Limits
from ingest.types import Heading, Span, Text

Kind = Literal["heading", "paragraph", "item", "row", "code"]
_TIGHT: frozenset[Kind] = frozenset({"item", "row"})


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document: one paragraph, heading, list item, table row or code block.

    ``level`` is the heading's; ``tight`` puts a block on the line right after the one before.
    """

    text: str
    kind: Kind = "paragraph"
    level: int = 0
    tight: bool = False


def block(text: str, kind: Kind = "paragraph", level: int = 0, tight: bool = False) -> Block:
    """A block with clean text: :func:`tidy`, no blank lines, no page furniture."""
    if kind == "code":
        return Block(tidy(text), kind)
    lines = (line.strip() for line in tidy(text).split("\n"))
    kept = [line for line in lines if line and not is_furniture(line)]
    joined = " ".join(kept) if kind != "paragraph" else "\n".join(kept)
    return Block(joined, kind, level, tight)


def assemble(
    blocks: Iterable[Block], form: str, metadata: Mapping[str, str], limits: Limits
) -> Text:
    """One :class:`Text` of all blocks; raises ``TOO_LARGE`` over ``limits.max_characters``.

    A blank line parts blocks; list items and table rows follow each other line by line, and their
    lead-in ("Les partenaires :") too.
    """
    parts: list[str] = []
    headings: list[Heading] = []
    size = 0
    previous: Block | None = None
    for current in blocks:
        if not current.text:
            continue
        if previous is not None:
            gap = "\n" if _adjoins(previous, current) else "\n\n"
            parts.append(gap)
            size += len(gap)
        if current.kind == "heading":
            span = Span(size, size + len(current.text))
            headings.append(Heading(span, max(1, min(current.level, 9))))
        parts.append(current.text)
        size += len(current.text)
        if size > limits.max_characters:
            raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
        previous = current
    return Text("".join(parts), form, (), tuple(headings), facts(metadata))


def facts(metadata: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What a file says of itself, as :class:`Text` keeps it: one clean line each, none empty."""
    clean = {name: " ".join(tidy(value).split())[:1000] for name, value in metadata.items()}
    return tuple(sorted((name, value) for name, value in clean.items() if value))


def _adjoins(previous: Block, current: Block) -> bool:
    if current.tight:
        return True
    if current.kind not in _TIGHT:
        return False
    return previous.kind == current.kind or (
        previous.kind == "paragraph" and current.kind == "item" and previous.text.endswith(":")
    )
