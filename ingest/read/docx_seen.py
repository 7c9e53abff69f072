"""Which runs of a Word document a reader can't see: hidden, white on white, or too small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ingest.read.colours import is_white
from ingest.read.docx_parts import Styles, W, switched, value
from ingest.read.safe_xml import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEAST_SIZE: Final = 3  # half points
_PLAIN: Final = frozenset({"clear", "nil", ""})
# What may colour the ground that a text stands on, from the run outwards.
_GROUNDS: Final = {
    f"{W}p": f"{W}pPr/{W}shd",
    f"{W}tc": f"{W}tcPr/{W}shd",
    f"{W}tbl": f"{W}tblPr/{W}tblStyle",
}


def is_unseen(run: _Element, styles: Styles) -> bool:
    """Whether a run is hidden by itself or its styles, white on nothing, or a form's prompt."""
    properties = run.find(f"{W}rPr")
    own = switched(properties, "vanish")
    if own is None and styles.hidden:
        own = value(properties, "rStyle") in styles.hidden or _hidden_paragraph(run, styles)
    if own:
        return True
    if properties is None:
        return False
    if value(properties, "rStyle") in styles.prompts and _in_prompt(run):
        return True
    if whole(value(properties, "sz"), _LEAST_SIZE) < _LEAST_SIZE:
        return True
    return is_white(value(properties, "color")) and not _on_ground(run, properties)


def _in_prompt(run: _Element) -> bool:
    """Whether a run stands in a control that nobody has filled in."""
    return any(
        control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        for control in run.iterancestors(f"{W}sdt")
    )


def _hidden_paragraph(run: _Element, styles: Styles) -> bool:
    paragraph = next(run.iterancestors(f"{W}p"), None)
    return value(paragraph, "pPr/pStyle") in styles.hidden


def _on_ground(run: _Element, properties: _Element) -> bool:
    """Whether something coloured is under a run: a shade, a cell, a table's style, a box."""
    if properties.find(f"{W}highlight") is not None or _shades(properties.find(f"{W}shd")):
        return True
    for above in run.iterancestors():
        if above.tag in (f"{W}txbxContent", f"{W}background"):
            return True  # the shape around a text box has its own colour
        path = _GROUNDS.get(above.tag)
        found = above.find(path) if path else None
        if found is not None and (found.tag == f"{W}tblStyle" or _shades(found)):
            return True
    return False


def _shades(shade: _Element | None) -> bool:
    if shade is None:
        return False
    fill = shade.get(f"{W}fill", "auto")
    return (fill != "auto" and not is_white(fill)) or shade.get(f"{W}val", "") not in _PLAIN
