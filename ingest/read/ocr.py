"""Recognise the text of a picture of a page, with Tesseract where it is installed.

The program is called for one page at a time, on one core and for a limited time; what it finds
comes with places on the page, so that scans and printed pages are put together the same way.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import fmean, median
from typing import TYPE_CHECKING, Final

from ingest.clean import tidy
from ingest.errors import ReadError
from ingest.read.limits import Clock
from ingest.read.page_lines import Line
from ingest.read.safe_xml import parse_xml
from ingest.workers.kin import start_helper

if TYPE_CHECKING:
    from lxml.etree import _Element

RESOLUTION: Final = 300  # dots per inch, which the program knows letters best at
MOST_PIXELS: Final = 12_000_000  # an A4 page has 8.7 million
MISSING: Final = "no text recognition: install tesseract-ocr and tesseract-ocr-fra"

_LANGUAGES: Final = ("fra", "eng")
_H: Final = "{http://www.w3.org/1999/xhtml}"
_LINES: Final = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
_LEAST_SURE: Final = 40  # of 100; below it a line is the grain of a photograph
_SAME_SIZE: Final = 0.25
_POINTS: Final = 72


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture in a format of Netpbm or PNG, with its pixels to the inch."""

    data: bytes
    width: int
    height: int
    resolution: float


@dataclass(frozen=True, slots=True)
class _Found:
    """A line as the program reports it: its box in pixels, its letters' size, how sure it is."""

    text: str
    box: tuple[int, int, int, int]
    size: float
    sure: float
    turned: bool


@lru_cache(maxsize=1)
def languages() -> str:
    """What is recognised, as the program wants it ("fra+eng"); empty where it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return ""
    try:
        listed = subprocess.run(  # noqa: S603  (a fixed command)
            [program, "--list-langs"], capture_output=True, timeout=20, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    known = listed.stdout.decode("utf-8", "replace").split()
    return "+".join(language for language in _LANGUAGES if language in known)


def recognise(picture: Picture, clock: Clock) -> list[Line] | None:
    """The lines of a picture, with places in points; None when it could not be done in time.

    Raises ``TOO_LARGE`` when the time for the whole file is used up.
    """
    program, wanted = shutil.which("tesseract"), languages()
    if program is None or not wanted:
        return None
    command = [program, "stdin", "stdout", "-l", wanted, "--psm", "1"]
    command += ["--dpi", str(round(picture.resolution)), "-c", "tessedit_create_hocr=1"]
    # One thread: there is a worker a core already.
    environment = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8", "PATH": os.defpath}
    if "TESSDATA_PREFIX" in os.environ:
        environment["TESSDATA_PREFIX"] = os.environ["TESSDATA_PREFIX"]
    limit = clock.page_time()
    started = time.monotonic()
    try:
        done = subprocess.run(  # noqa: S603  (a fixed command; the picture is its input)
            command,
            input=picture.data,
            capture_output=True,
            timeout=limit,
            check=True,
            env=environment,
            # Ends with this process if that is killed; safe, for readers have no other threads.
            preexec_fn=start_helper if os.name == "posix" else None,
        )
        page = parse_xml(done.stdout, doctype=True)
    except (OSError, subprocess.SubprocessError, ReadError):
        return None
    finally:
        clock.recognising += time.monotonic() - started
    return _placed(_found(page), picture)


def page_ranges(numbers: Iterable[int]) -> str:
    """Numbers of pages in short: "1-3, 7"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def sure(lines: Sequence[Line]) -> bool:
    """Whether lines are a text rather than shapes that look like letters here and there."""
    words = [word for line in lines for word in re.findall(r"[^\W\d_]{3,}", line.text)]
    letters = sum(map(len, words))
    return len(words) >= 3 and letters >= 0.5 * sum(len(line.text.strip()) for line in lines)


def _found(page: _Element) -> list[_Found]:
    lines = []
    for line in page.iter(f"{_H}span"):
        if line.get("class") not in _LINES:
            continue
        words = [word for word in line.iter(f"{_H}span") if word.get("class") == "ocrx_word"]
        text = tidy(" ".join("".join(word.itertext()).strip() for word in words)).strip()
        told = _told(line)
        if not text or len(told.get("bbox", ())) < 4:
            continue
        box = told["bbox"]
        lines.append(
            _Found(
                text,
                (int(box[0]), int(box[1]), int(box[2]), int(box[3])),
                next(iter(told.get("x_size", ())), 0.0),
                fmean([next(iter(_told(word).get("x_wconf", ())), 0.0) for word in words]),
                "textangle" in told,
            )
        )
    return [line for line in lines if line.sure >= _LEAST_SURE and any(map(str.isalnum, line.text))]


def _told(element: _Element) -> dict[str, tuple[float, ...]]:
    """The properties in a title of hOCR: "bbox 10 20 30 40; x_size 27.5"."""
    found = {}
    for part in element.get("title", "").split(";"):
        name, *values = part.split() or [""]
        if all(re.fullmatch(r"-?\d{1,9}(?:\.\d{1,9})?", value) for value in values):
            found[name] = tuple(map(float, values))
    return found


def _placed(found: Sequence[_Found], picture: Picture) -> list[Line]:
    """The lines in points from the lower left corner, those of nearly one size given the same."""
    if not found:
        return []
    scale = _POINTS / picture.resolution
    body = median(line.size for line in found for _ in line.text.split())
    height = picture.height * scale
    upright = sum(line.turned for line in found) * 2 < len(found)
    lines = []
    top = 0.0
    for line in found:
        near = abs(line.size - body) <= _SAME_SIZE * body
        size = round((body if near else line.size) * scale, 1)
        left, _, right, bottom = (side * scale for side in line.box)
        if not upright:  # its places are those of the page on its side: the order is kept
            top += 1.2 * size
            left, right, bottom = 0.0, 0.5 * size * len(line.text), top
        placed = Line(line.text, False, size, False, left, right, height - bottom, height)
        lines.append(placed if upright else replace(placed, page_height=0.0))
    return lines
