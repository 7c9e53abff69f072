"""The paragraphs of a shape: lists with their marks, without what nobody can see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ingest.read.blocks import Block, block
from ingest.read.pptx_shapes import A
from ingest.read.safe_xml import local, whole
from ingest.read.symbols import drawn

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_LEAST_SIZE: Final = 200  # hundredths of a point
_CHANGING: Final = ("slidenum", "datetime")  # fields that are worked out whenever a slide is shown


def paragraphs(shape: _Element, listed: bool) -> Iterator[Block]:
    """The paragraphs of a shape; ``listed`` where they have bullets unless they say otherwise."""
    ground = _colour(next((p for p in shape if local(p) == "spPr"), None))
    found = [
        (paragraph, text)
        for paragraph in shape.iter(f"{A}p")
        if (text := text_of(paragraph, ground)).strip()
    ]
    counts: dict[int, int] = {}
    for paragraph, text in found:
        mark = _mark(paragraph.find(f"{A}pPr"), listed and len(found) > 1, counts)
        yield block(mark + text, "item") if mark else block(text)


def text_of(paragraph: _Element, ground: str | None = None) -> str:
    """The text of one paragraph; what has the colour ``ground`` of its shape is left out."""
    parts: list[str] = []
    for child in paragraph.iter(f"{A}r", f"{A}br", f"{A}fld", _MATHS):
        if child.tag == f"{A}br":
            parts.append("\n")
        elif child.tag == _MATHS:
            if not any(above.tag == f"{_MC}Fallback" for above in child.iterancestors()):
                parts.append(child.text or "")
        elif not _is_unseen(child.find(f"{A}rPr"), ground) and not (
            child.tag == f"{A}fld" and child.get("type", "").startswith(_CHANGING)
        ):
            parts.append(_drawn(child))
    return "".join(parts)


def _drawn(run: _Element) -> str:
    """The text of a run, as its font draws it where that is one of symbols."""
    text = run.findtext(f"{A}t", "")
    properties = run.find(f"{A}rPr")
    if properties is None:
        return text
    # The font for symbols is also named by runs of words, which it does not draw.
    kinds = ("latin", "sym") if len(text.strip()) == 1 else ("latin",)
    for kind in kinds:
        font = properties.find(f"{A}{kind}")
        if font is not None:
            text = drawn(text, font.get("typeface"))
    return text


def _mark(properties: _Element | None, listed: bool, counts: dict[int, int]) -> str:
    """The bullet or number that a paragraph begins with."""
    depth = whole(properties.get("lvl")) if properties is not None else 0
    for deeper in [known for known in counts if known > depth]:
        del counts[deeper]
    own = {local(child) for child in properties} if properties is not None else set()
    if "buAutoNum" in own:
        counts[depth] = counts.get(depth, 0) + 1
        return f"{counts[depth]}. "
    counts.pop(depth, None)
    if "buNone" in own:
        return ""
    return "• " if listed or "buChar" in own or "buBlip" in own else ""


def _is_unseen(properties: _Element | None, ground: str | None) -> bool:
    if properties is None:
        return False
    if whole(properties.get("sz"), _LEAST_SIZE) < _LEAST_SIZE:
        return True
    if properties.find(f"{A}solidFill/*/{A}alpha[@val='0']") is not None:
        return True
    return ground is not None and _colour(properties) == ground


def _colour(properties: _Element | None) -> str | None:
    """The plain colour that something is filled with, where it says one."""
    fill = properties.find(f"{A}solidFill/*") if properties is not None else None
    if fill is None or len(fill):
        return None  # none, or one that is changed by shades
    return fill.get("val", "").upper() or None
