"""Numbers and dates of spreadsheets, written so that they can be read in any country.

A cell holds a number and a format, which is a small language. What it says of decimals, thousands,
percentages, currencies and words around the number is kept. The rest depends on the computer that a
spreadsheet is opened on: "4/5/22" is in April or in May, "1,234" is over a thousand or little more
than one. So dates are ISO 8601, as precise as the format shows them (2022-05-04, 2022-05, 2022),
thousands are parted by a blank and decimals by a point.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final

# The formats that have a number and no text in the file.
_BUILT_IN: Final = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
    49: "@",
}
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKETS: Final = re.compile(r"\[(?!\$)[^\]]*\]")
_CURRENCY: Final = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_DIGITS: Final = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?,*")
_DATE: Final = re.compile(r"[dyhs]|m", re.IGNORECASE)
_ELAPSED: Final = re.compile(r"\[h+\]|\[m+\]|\[s+\]", re.IGNORECASE)
_GENERAL: Final = "General"
_LONGEST: Final = 255  # characters of a format that a spreadsheet program takes
_HUGE: Final = 1e15
_LAST_DAY: Final = 2_958_465  # 9999-12-31


def format_code(number: int, own: dict[int, str]) -> str:
    """The format of a cell style's number; the file's own formats go before the built-in ones."""
    return own.get(number) or _BUILT_IN.get(number, _GENERAL)


def shown(value: float, code: str, from_1904: bool = False) -> str:
    """What a cell with this value and format shows; nothing for a format that hides it."""
    sections = _sections(code)
    signed = True
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, signed = sections[1], False  # the format writes the sign, or brackets
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    section = section.strip()
    if not section:
        return ""
    if section.lower() in ("general", "@"):
        return plain(value)
    if _ELAPSED.search(section):
        return _duration(value)
    if _is_date(section):
        return _date(value, section, from_1904)
    return _number(value if signed else -value, _BRACKETS.sub("", section))


def hides_text(code: str) -> bool:
    """Whether a format shows nothing in place of a text."""
    sections = _sections(code)
    return len(sections) > 3 and not sections[3].strip()


def plain(value: float) -> str:
    """The shortest writing of a number: 12, 12.5, never 12.499999999999998."""
    if abs(value) >= _HUGE or (value and abs(value) < 1e-9):
        return f"{value:.6g}"
    text = f"{round(value, 10):.10f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[str, ...]:
    """The parts of a format: for positive numbers, negative ones, zero and text."""
    return tuple(re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*\Z)', code[:_LONGEST]))


@lru_cache(maxsize=512)
def _is_date(section: str) -> bool:
    bare = _QUOTED.sub("", _CURRENCY.sub("", _BRACKETS.sub("", section)))
    return bool(_DATE.search(bare)) and not re.search(r"[#0?]", re.sub(r"\.0+", "", bare))


def _date(value: float, section: str, from_1904: bool) -> str:
    bare = _QUOTED.sub("", _CURRENCY.sub("", _BRACKETS.sub("", section))).lower()
    bare = bare.replace("am/pm", "")
    clock = "h" in bare or "s" in bare
    day, month, year = "d" in bare, "m" in bare and not clock, "y" in bare
    days = value + (1462 if from_1904 else 0)
    if not 0 <= days < _LAST_DAY or (days < 1 and not clock):
        return plain(value)
    if days < 60 and not from_1904:
        days += 1  # the calendar of spreadsheets has a 29 February 1900
    moment = dt.datetime(1899, 12, 30) + dt.timedelta(seconds=round(days * 86_400))
    if clock and not (day or year):
        return f"{moment:%H:%M:%S}" if "s" in bare and "h" in bare else f"{moment:%H:%M}"
    if clock:
        return f"{moment:%Y-%m-%d %H:%M}"
    if day or not year:
        return f"{moment:%Y-%m-%d}"
    return f"{moment:%Y-%m}" if month else f"{moment:%Y}"


def _duration(value: float) -> str:
    minutes = round(abs(value) * 1440)
    return f"{'-' if value < 0 else ''}{minutes // 60}:{minutes % 60:02d}"


def _number(value: float, section: str) -> str:
    """The number in place of the format's digits, with the words and signs around them."""
    section = _CURRENCY.sub(lambda found: f'"{found[1]}"', section)
    words: list[str] = []

    def keep(found: re.Match[str]) -> str:
        text = found.group()
        words.append(text[1:-1] if text[0] == '"' else text[1] if text[0] == "\\" else " ")
        return "\0"

    bare = _QUOTED.sub(keep, section)
    masks = list(_DIGITS.finditer(bare))
    if not masks:
        filled = bare if words or bare.strip() else plain(value)
    elif "/" in bare or "e" in bare.lower():
        filled = bare[: masks[0].start()] + plain(value)
    elif len(masks) > 1:
        filled = _grouped(value, masks, bare)
    else:
        digits = _digits(value, masks[0].group(), bare.count("%"))
        filled = bare[: masks[0].start()] + digits + bare[masks[0].end() :]
    texts = iter(words)
    return " ".join(re.sub("\0", lambda _: next(texts), filled).split())


def _digits(value: float, mask: str, percents: int) -> str:
    if value == 0 and not mask.strip("?,."):
        return ""
    if abs(value) >= _HUGE:
        return plain(value)
    whole, _, fraction = mask.rstrip(",").partition(".")
    scaled = value * 100**percents / 1000 ** (len(mask) - len(mask.rstrip(",")))
    most, least = len(fraction), len(fraction.rstrip("#?"))
    text = f"{scaled:,.{most}f}".replace(",", " ") if "," in whole else f"{scaled:.{most}f}"
    if most > least:
        kept = text.rstrip("0")
        text = text[: max(len(kept), len(text) - most + least)].rstrip(".")
    leading = whole.count("0")
    return text.zfill(leading + len(text) - len(text.partition(".")[0])) if leading > 1 else text


def _grouped(value: float, masks: list[re.Match[str]], bare: str) -> str:
    """Digits in groups, as telephone numbers are written: filled from the right."""
    places = "".join(found.group() for found in masks)
    digits = f"{abs(value):.0f}".zfill(len(places) - places.index("0") if "0" in places else 0)
    filled = bare
    for found in reversed(masks):
        first = found is masks[0]
        size = len(digits) if first else min(len(digits), len(found.group()))
        group, digits = digits[len(digits) - size :], digits[: len(digits) - size]
        filled = filled[: found.start()] + group + filled[found.end() :]
    return filled
