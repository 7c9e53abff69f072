"""The visible text of a Word paragraph: deleted, hidden and worked-out letters left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from ingest.read.docx_parts import Styles, W, switched, value
from ingest.read.docx_seen import is_unseen
from ingest.read.symbols import drawn

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
FALLBACK: Final = f"{_MC}Fallback"
BOX: Final = f"{W}txbxContent"
_RUN: Final = f"{W}r"
_MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
SKIPPED: Final = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sectPr")}
    | {FALLBACK, BOX}
)
_BREAKS: Final = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}ptab": " ",
}
_LISTED: Final = ("TOC", "TOA", "INDEX")  # fields that gather what the document holds elsewhere


def text_of(element: _Element, styles: Styles) -> str:
    """The visible text of a paragraph, without that of the boxes tied to it."""
    parts: list[str] = []
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{W}t":
            parts.append(drawn(child.text or "", _font(child)))
        elif child.tag == _MATHS:
            parts.append(child.text or "")
        elif child.tag in _BREAKS:
            parts.append(_BREAKS[child.tag])
        elif child.tag == f"{W}sym":
            parts.append(_symbol(child))
        elif child.tag not in SKIPPED and not (child.tag == _RUN and is_unseen(child, styles)):
            stack.append(iter(child))
    return "".join(parts)


def runs_on(paragraph: _Element) -> bool:
    """Whether what follows continues the paragraph: its mark is deleted, or it is a drop cap."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return False
    frame = properties.find(f"{W}framePr")
    if frame is not None and frame.get(f"{W}dropCap", "none") != "none":
        return True
    return any(properties.find(f"{W}rPr/{W}{gone}") is not None for gone in ("del", "moveFrom"))


def flowing(paragraphs: Iterable[_Element]) -> Iterator[list[_Element]]:
    """The paragraphs as they read, each with those before it that it continues."""
    together: list[_Element] = []
    for paragraph in paragraphs:
        together.append(paragraph)
        if not runs_on(paragraph):
            yield together
            together = []
    if together:
        yield together


def boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes anchored in a paragraph, each once."""
    for box in paragraph.iter(BOX):
        above = {ancestor.tag for ancestor in box.iterancestors()}
        nested = any(True for _ in box.iterancestors(BOX))
        if FALLBACK not in above and not nested:
            yield box


def is_bold(paragraph: _Element) -> bool:
    """Whether every run of the paragraph is bold: how headings are made without styles."""
    runs = [run for run in paragraph.iter(_RUN) if run.findtext(f"{W}t", "").strip()]
    return bool(runs) and all(switched(run.find(f"{W}rPr"), "b") for run in runs)


def is_contents(control: _Element) -> bool:
    """Whether a content control holds a list of contents that a program made."""
    said = value(control, "sdtPr/docPartObj/docPartGallery")
    return said is not None and said.lower() == "table of contents"


def contents(body: _Element) -> frozenset[_Element]:
    """The paragraphs that a field fills with contents or an index, where no style says so."""
    found: set[_Element] = set()
    fields: list[list[_Element] | None] = []  # open fields; a list for those that are contents
    here: _Element | None = None
    for element in body.iter(f"{W}p", f"{W}fldChar", f"{W}instrText"):
        if element.tag == f"{W}p":
            here = element
            for field in fields:
                if field is not None:
                    field.append(element)
        elif element.tag == f"{W}instrText":
            words = (element.text or "").split()
            if fields and fields[-1] is None and words and words[0].upper() in _LISTED:
                fields[-1] = [] if here is None else [here]
        elif element.get(f"{W}fldCharType") == "begin":
            fields.append(None)
        elif element.get(f"{W}fldCharType") == "end" and fields:
            listed = fields.pop() or []
            if listed and _goes_on(element):
                listed.pop()
            found.update(listed)
    return frozenset(found)


def _goes_on(end: _Element) -> bool:
    """Whether a paragraph has text after the end of a field."""
    run = end.getparent()
    after = run.itersiblings() if run is not None else ()
    return any(text.text for sibling in after for text in sibling.iter(f"{W}t"))


def _font(element: _Element) -> str | None:
    run = element.getparent()
    fonts = run.find(f"{W}rPr/{W}rFonts") if run is not None else None
    return None if fonts is None else fonts.get(f"{W}ascii")


def _symbol(element: _Element) -> str:
    """The character that a symbol of a font stands for."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    if not 0x20 <= code < 0xD800 and not 0xE000 <= code <= 0xFFFF:
        return ""
    return drawn(chr(code), element.get(f"{W}font"))
