"""How the cells of a workbook look, as far as it says what they show: formats, white on white."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.read.numbers import format_code
from ingest.read.safe_xml import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_WHITE: Final = "FFFFFF"


@dataclass(frozen=True, slots=True)
class Look:
    """The number format of a cell, and whether it is written in white on nothing."""

    code: str = "General"
    unseen: bool = False


def read_looks(styles: _Element | None) -> list[Look]:
    """The looks that cells refer to by number; none without a part of styles."""
    if styles is None:
        return []
    own = {
        whole(form.get("numFmtId")): form.get("formatCode", "")
        for form in styles.iterfind(f"{_S}numFmts/{_S}numFmt")
    }
    white = [_is_white(font.find(f"{_S}color")) for font in styles.iterfind(f"{_S}fonts/{_S}font")]
    filled = [_is_filled(fill) for fill in styles.iterfind(f"{_S}fills/{_S}fill")]
    looks = []
    for form in styles.iterfind(f"{_S}cellXfs/{_S}xf"):
        unseen = _at(white, form.get("fontId")) and not _at(filled, form.get("fillId"))
        looks.append(Look(format_code(whole(form.get("numFmtId")), own), unseen))
    return looks


def _at(flags: list[bool], number: str | None) -> bool:
    place = whole(number)
    return place < len(flags) and flags[place]


def _is_white(colour: _Element | None) -> bool:
    """White by its digits. The theme's first colour is white too, and is what headers are given."""
    return colour is not None and colour.get("rgb", "")[-6:].upper() == _WHITE


def _is_filled(fill: _Element) -> bool:
    pattern = fill.find(f"{_S}patternFill")
    if pattern is None:
        return True  # a gradient
    if pattern.get("patternType", "none") == "none":
        return False
    return not _is_white(pattern.find(f"{_S}fgColor"))
