"""Colours as pages and documents write them, compared as eyes do."""

from __future__ import annotations

import re
from typing import Final

Colour = tuple[int, int, int]

_NAMES: Final[dict[str, Colour]] = {
    "white": (255, 255, 255),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240),
    "azure": (240, 255, 255),
    "mintcream": (245, 255, 250),
    "black": (0, 0, 0),
    "silver": (192, 192, 192),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "lightgray": (211, 211, 211),
    "lightgrey": (211, 211, 211),
    "red": (255, 0, 0),
    "maroon": (128, 0, 0),
    "yellow": (255, 255, 0),
    "olive": (128, 128, 0),
    "lime": (0, 255, 0),
    "green": (0, 128, 0),
    "aqua": (0, 255, 255),
    "cyan": (0, 255, 255),
    "teal": (0, 128, 128),
    "blue": (0, 0, 255),
    "navy": (0, 0, 128),
    "fuchsia": (255, 0, 255),
    "magenta": (255, 0, 255),
    "purple": (128, 0, 128),
    "orange": (255, 165, 0),
}
_HEXADECIMAL: Final = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_LEVELS: Final = re.compile(
    r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]{1,6})(%)?\s*)?\)"
)
_WHITE: Final = 0xF5  # each level of a colour that is white to the eye is at least this
_NEAR: Final = 12  # of 255: levels no further apart look the same


def colour_of(text: str) -> Colour | None:
    """Red, green and blue from 0 to 255; None for no colour or one that is not known here."""
    text = text.strip()
    if text in _NAMES:
        return _NAMES[text]
    digits = _HEXADECIMAL.fullmatch(text)
    if digits:
        code = digits[1] if len(digits[1]) > 4 else "".join(digit * 2 for digit in digits[1])
        red, green, blue = bytes.fromhex(code[:6])
        return red, green, blue
    levels = _LEVELS.fullmatch(text)
    if levels:
        return int(levels[1]), int(levels[2]), int(levels[3])
    return None


def alike(one: Colour, other: Colour) -> bool:
    """Whether text in one colour can't be seen on the other."""
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def is_white(colour: str | None) -> bool:
    """Whether six hexadecimal digits stand for white or nearly so."""
    try:
        levels = bytes.fromhex(colour or "")
    except ValueError:
        return False
    return len(levels) == 3 and min(levels) >= _WHITE
