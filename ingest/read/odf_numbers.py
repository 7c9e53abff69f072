"""The numbers that OpenDocument texts count for headings and lists: "2.", "b)", "Article 3"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.read.counted import counted
from ingest.read.odf_names import STYLE, TEXT
from ingest.read.safe_xml import local, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMS: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LONGEST: Final = 40  # of a number with its words
_HEADINGS: Final = "#"  # the list that all headings are of; no style is called so

# By the style of a list and its level, from 1.
Counts = dict[tuple[str, int], int]


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered: its form, what is around it, how many levels it shows."""

    form: str
    prefix: str
    suffix: str
    shown: int
    start: int


Levels = Mapping[tuple[str, int], Level]


def number(levels: Levels, counts: Counts, style: str, depth: int) -> str:
    """The number of the paragraph that was counted last; empty where the level has none."""
    level = levels.get((style, depth))
    if level is None:
        return ""
    numbers = [
        counted(counts.get((style, above), 1), levels[style, above].form)
        for above in range(max(1, depth - level.shown + 1), depth + 1)
        if (style, above) in levels
    ]
    return " ".join(f"{level.prefix}{'.'.join(numbers)}{level.suffix}".split())[:_LONGEST]


def heading_number(levels: Levels, counts: Counts, depth: int) -> str:
    """The number of the next heading, counted with all before it; empty where it has none."""
    level = levels.get((_HEADINGS, depth))
    start = 1 if level is None else level.start
    counts[_HEADINGS, depth] = counts.get((_HEADINGS, depth), start - 1) + 1
    for deeper in [key for key in counts if key[0] == _HEADINGS and key[1] > depth]:
        del counts[deeper]
    return number(levels, counts, _HEADINGS, depth)


def numbered(roots: tuple[_Element | None, ...]) -> Iterator[tuple[tuple[str, int], Level]]:
    """The levels of lists that are numbered rather than marked, those of headings among them."""
    kinds = (f"{TEXT}list-style", f"{TEXT}outline-style")
    for root in roots:
        for style in root.iter(*kinds) if root is not None else ():
            outline = style.tag == f"{TEXT}outline-style"
            name = _HEADINGS if outline else style.get(f"{STYLE}name", "")
            for level in style:
                form = level.get(f"{STYLE}num-format")
                if form and local(level) in ("list-level-style-number", "outline-level-style"):
                    yield (name, whole(level.get(f"{TEXT}level"), 1)), _level(level, form)


def _level(level: _Element, form: str) -> Level:
    return Level(
        _FORMS.get(form, "decimal"),
        level.get(f"{STYLE}num-prefix", ""),
        level.get(f"{STYLE}num-suffix", ""),
        max(1, whole(level.get(f"{TEXT}display-levels"), 1)),
        whole(level.get(f"{TEXT}start-value"), 1),
    )
