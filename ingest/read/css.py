"""What the styles of a page hide from its reader, as far as the page itself says them.

Styles that are written on an element, and simple rules of the page's own style sheets: by tag,
class or identifier. Style sheets in other files are not there to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ingest.read.colours import Colour, alike, colour_of

if TYPE_CHECKING:
    from lxml.etree import _Element

Styles = Mapping[str, str]

_SELECTOR: Final = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?", re.IGNORECASE)
_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_LONGEST_SHEET: Final = 200_000
_LENGTH: Final = re.compile(r"(-?\d{0,6}(?:\.\d{1,6})?)(px|em|rem|pt|%|vw|vh|cm|mm|in|ch|ex)?")
_PIXELS: Final = {"em": 16.0, "rem": 16.0, "ch": 8.0, "ex": 8.0, "vw": 10.0, "vh": 8.0, "%": 10.0}
_FAR: Final = -500.0  # pixels to the left or the top of where a thing would be
_SIDES: Final = ("left", "top", "right", "bottom")
_MOVED: Final = re.compile(
    r"(?:translate(?:x|y|3d)?\(|,)\s*(-\d{3,}[a-z%]{0,3})|scale\(\s*0\s*[,)]"
)
_CUT: Final = re.compile(
    r"rect\(\s*(?:0|1px|0px|auto)(?:[\s,]+(?:0|1px|0px|auto)){3}\s*\)|inset\(\s*(?:50|100)%.*\)"
)
_PAINTED: Final = ("url(", "gradient")
_WHITE: Final[Colour] = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rules of a page's own style sheets; ``others`` if it also takes some from elsewhere."""

    rules: Mapping[str, list[tuple[str, Styles]]] = field(default_factory=dict)
    others: bool = False


def read_sheet(tree: _Element) -> Sheet:
    """The simple rules of all <style> elements, under ".class", "#id" or the tag's name."""
    rules: dict[str, list[tuple[str, Styles]]] = {}
    for style in tree.iter("style"):
        if (style.get("media") or "all").split(",")[0].strip() not in ("all", "screen"):
            continue
        for selectors, block in _rules(_COMMENT.sub(" ", (style.text or "")[:_LONGEST_SHEET])):
            said = declared(block)
            for selector in selectors.split(",") if said else ():
                found = _SELECTOR.fullmatch(selector.strip())
                if found and found.group():
                    tag = (found[1] or "").lower()
                    key = f"{found[2]}{found[3]}" if found[2] else tag
                    rules.setdefault(key, []).append((tag, said))
    linked = tree.xpath("//link[contains(@rel, 'stylesheet')]")
    return Sheet(rules, bool(linked))


def is_unseen(element: _Element, sheet: Sheet, openable: bool = False) -> bool:
    """Whether an element with all that is in it is not to be seen on the page.

    What is ``openable`` is shown after a click: that it is not displayed tells nothing.
    """
    styles = styles_of(element, sheet)
    return bool(styles) and (
        (styles.get("display") == "none" and not openable)
        or _is_gone(styles)
        or _is_away(styles)
        or _is_pale(element, sheet, styles)
    )


def declared(block: str) -> dict[str, str]:
    """The properties in "color: red; left: 0 !important", in lower case."""
    found = {}
    for part in block.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.lower().replace("!important", "").strip()
    return found


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and what they declare, without what holds for some media only."""
    position, depth, selectors = 0, 0, ""
    conditional = 0
    for brace in re.finditer(r"[{}]", sheet):
        before = sheet[position : brace.start()]
        position = brace.end()
        if brace.group() == "{":
            depth += 1
            selectors = before.rpartition(";")[2].strip()
            if selectors.startswith("@") and not conditional:
                conditional = depth
        else:
            if depth and not conditional:
                yield selectors, before
            if depth == conditional:
                conditional = 0
            depth = max(0, depth - 1)


def styles_of(element: _Element, sheet: Sheet) -> dict[str, str]:
    """What holds for an element, the more special over the more general."""
    keys = [str(element.tag), *(f".{name}" for name in (element.get("class") or "").split())]
    if element.get("id"):
        keys.append(f"#{element.get('id')}")
    styles: dict[str, str] = {}
    if element.get("bgcolor"):
        styles["background-color"] = str(element.get("bgcolor")).lower()
    if element.get("color") and element.tag == "font":
        styles["color"] = str(element.get("color")).lower()
    for key in keys if sheet.rules else ():
        for tag, said in sheet.rules.get(key, ()):
            if tag in ("", element.tag):
                styles |= said
    written = element.get("style")
    return styles | declared(written) if written else styles


def _is_gone(styles: Styles) -> bool:
    return (
        styles.get("visibility") in ("hidden", "collapse")
        or re.fullmatch(r"0*(?:\.0*)?%?", styles.get("opacity", "1")) is not None
        or styles.get("color") == "transparent"
    )


def _is_away(styles: Styles) -> bool:
    """Whether a thing is put outside the page or cut off."""
    moved = [styles.get("text-indent"), styles.get("margin-left"), styles.get("margin-top")]
    if styles.get("position") in ("absolute", "fixed", "relative"):
        moved += [styles.get(side) for side in _SIDES]
    if any(pixels is not None and pixels <= _FAR for pixels in map(pixels, moved)):
        return True
    shift = _MOVED.search(styles.get("transform", ""))
    if shift and (shift[1] is None or (pixels(shift[1]) or 0) <= _FAR):
        return True
    if _CUT.fullmatch(styles.get("clip", "")) or _CUT.fullmatch(styles.get("clip-path", "")):
        return True
    sides = [pixels(styles.get(name)) for name in ("width", "height", "max-height", "max-width")]
    closed = any(side is not None and 0 <= side <= 1 for side in sides)
    return closed and "hidden" in (styles.get("overflow", ""), styles.get("overflow-y", ""))


def _is_pale(element: _Element, sheet: Sheet, styles: Styles) -> bool:
    """Whether text has the colour of what it stands on."""
    colour = colour_of(styles.get("color", ""))
    if colour is None:
        return False
    ground = _ground(element, sheet)
    if ground is None or not alike(colour, ground):
        return False
    # What is inside may be written in other colours: it is judged by itself.
    return not element.xpath(".//*[contains(@style, 'color') or contains(@style, 'background')]")


def _ground(element: _Element, sheet: Sheet) -> Colour | None:
    """The colour behind an element, white by default; None where that can't be told."""
    known = True
    for around in (element, *element.iterancestors()):
        styles = styles_of(around, sheet)
        said = styles.get("background-color") or styles.get("background", "")
        if any(word in styles.get("background-image", said) for word in _PAINTED):
            return None
        for word in (said, *said.split()):
            colour = colour_of(word)
            if colour is not None:
                return colour
        known = known and not (sheet.others and (around.get("class") or around.get("id")))
    return _WHITE if known else None


def pixels(length: str | None) -> float | None:
    found = _LENGTH.fullmatch((length or "").strip())
    if found is None or not found[1].strip("-."):
        return None
    return float(found[1]) * _PIXELS.get(found[2] or "px", 1.0)
