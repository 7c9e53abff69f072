"""Markdown: its structure is kept, its marks are dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from ingest.errors import ReadError
from ingest.read.blocks import Block, assemble, block
from ingest.read.limits import Clock, Limits
from ingest.read.tables import table
from ingest.sentences import label
from ingest.types import Text

if TYPE_CHECKING:
    from markdown_it.token import Token

_SOFT: Final = "\0"  # a break in the source that a page would not show; no text has it
_FRONT: Final = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FACTS: Final = {
    "title": "title",
    "titre": "title",
    "date": "date",
    "published": "date",
    "lang": "language",
    "language": "language",
    "langue": "language",
    "author": "author",
    "auteur": "author",
}
_PAIR: Final = re.compile(r"([A-Za-z_-]{2,20})[ \t]*:[ \t]*(.+)")


def read_markdown(text: str, limits: Limits, clock: Clock) -> Text:
    """The text with headings, lists and tables; raises ``EMPTY`` or ``TOO_LARGE``."""
    from markdown_it import MarkdownIt

    if len(text) > limits.max_characters:
        raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    result = assemble(
        _blocks(parser.parse(body), clock), "md", _front_matter(front[1] if front else ""), limits
    )
    if not result.content:
        raise ReadError("EMPTY", "no text")
    return result


def _front_matter(front: str) -> dict[str, str]:
    """The few facts of "name: value" lines. Not YAML, which could carry more than facts."""
    found: dict[str, str] = {}
    for line in front.split("\n"):
        pair = _PAIR.fullmatch(line.rstrip())
        name = _FACTS.get(pair[1].lower()) if pair else None
        if pair and name and name not in found:
            found[name] = pair[2].strip().strip("\"'")
    return found


def _blocks(tokens: Sequence[Token], clock: Clock) -> Iterator[Block]:
    lists: list[int | None] = []  # the next number of each open list, None for bullets
    mark = ""  # of the list item whose first text is still to come
    position = 0
    while position < len(tokens):
        if not position % 1000:
            clock.check()
        token = tokens[position]
        kind = token.type
        if kind == "table_open":
            rows, position = _rows(tokens, position)
            # Markdown can't leave the header row out: an empty one says that there is none.
            yield from table(rows, header=True if any(rows[0]) else None)
        elif kind == "bullet_list_open":
            lists.append(None)
        elif kind == "ordered_list_open":
            lists.append(int(token.attrGet("start") or 1))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif kind == "list_item_open":
            number = lists[-1]
            mark = "• " if number is None else f"{number}. "
            lists[-1] = None if number is None else number + 1
        elif kind == "heading_open":
            yield block(_inline(tokens[position + 1]), "heading", int(token.tag[1]))
            position += 1
        elif kind == "inline":
            text = _inline(token)
            yield block(mark + text, "item") if mark and text else block(text, tight=bool(lists))
            mark = "" if text else mark
        elif kind in ("fence", "code_block"):
            yield block(token.content, "code")
        elif kind == "html_block":
            yield from _page(token.content, clock)
        position += 1


def _rows(tokens: Sequence[Token], position: int) -> tuple[list[list[str]], int]:
    rows: list[list[str]] = []
    while tokens[position].type != "table_close":
        if tokens[position].type == "tr_open":
            rows.append([])
        elif tokens[position].type == "inline":
            rows[-1].append(_inline(tokens[position]))
        position += 1
    return rows, position


def _inline(token: Token) -> str:
    """The text of a paragraph as its reader sees it: no marks, no addresses, no pictures."""
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(_SOFT)
        elif child.type == "hardbreak" or (
            child.type == "html_inline" and child.content.lower().startswith("<br")
        ):
            parts.append("\n")
    lines = "".join(parts).split(_SOFT)
    text = lines[0]
    headed = len(lines) > 1 and _is_bold(token.children or ()) and not lines[1][:1].islower()
    for before, line in pairwise(lines):
        # Authors write "Date: …" and "Place: …" below each other and mean two lines.
        text += ("\n" if headed or label(line) or label(before) else " ") + line
        headed = False
    return text


def _is_bold(children: Sequence[Token]) -> bool:
    """Whether the first line of a paragraph is all in bold, which heads what follows."""
    kinds = [child.type for child in takewhile(lambda c: c.type != "softbreak", children)]
    kinds = [
        kind
        for kind, child in zip(kinds, children, strict=False)
        if kind != "text" or child.content
    ]
    return (
        len(kinds) > 2
        and (kinds[0], kinds[-1]) == ("strong_open", "strong_close")
        and kinds.count("strong_open") == 1
    )


def _page(content: str, clock: Clock) -> Iterator[Block]:
    from ingest.read.html import fragment

    return fragment(content, clock)
