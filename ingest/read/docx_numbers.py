"""The numbers that Word counts for paragraphs: "2.", "b)", "Article 3", "1.2"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ingest.read.counted import counted
from ingest.read.docx_parts import W, value
from ingest.read.safe_xml import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE: Final = re.compile(r"%([1-9])")
_LONGEST: Final = 40  # of a number with its words


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; ``text`` has "%1" where a level's count stands."""

    form: str
    text: str
    start: int
    plain: bool  # all counts in digits, whatever the form of their levels


@dataclass(frozen=True, slots=True)
class Lists:
    """Which list the paragraphs of a number belong to, its levels, and where it begins anew."""

    lists: dict[str, str]
    levels: dict[tuple[str, int], Level]
    anew: dict[tuple[str, int], int]


@dataclass(slots=True)
class Counts:
    """How far each level of each list has been counted."""

    lists: Lists
    values: dict[tuple[str, int], int] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def mark(self, number: str, depth: int) -> str:
        """What stands before the next paragraph of a list; empty for a bullet or no number."""
        key = self.lists.lists.get(number, "")
        level = self.lists.levels.get((key, depth))
        if level is None or level.form in ("bullet", "none"):
            return ""
        for deeper in [known for known in self.values if known[0] == key and known[1] > depth]:
            del self.values[deeper]
        anew = self.lists.anew.get((number, depth))
        if anew is not None and (number, depth) not in self.begun:
            self.begun.add((number, depth))
            self.values[key, depth] = anew
        elif (key, depth) in self.values:
            self.values[key, depth] += 1
        else:
            self.values[key, depth] = level.start
        text = _PLACE.sub(lambda found: self._counted(key, int(found[1]) - 1, level), level.text)
        return " ".join(text.split())[:_LONGEST]

    def _counted(self, key: str, depth: int, asking: Level) -> str:
        level = self.lists.levels.get((key, depth), asking)
        count = self.values.setdefault((key, depth), level.start)
        return counted(count, "decimal" if asking.plain else level.form)


def read_lists(numbering: _Element | None) -> Lists:
    """The lists of a document; the part may be missing."""
    lists = Lists({}, {}, {})
    if numbering is None:
        return lists
    for form in numbering.iterchildren(f"{W}abstractNum"):
        key = form.get(f"{W}abstractNumId", "")
        for level in form.iterchildren(f"{W}lvl"):
            depth = whole(level.get(f"{W}ilvl"))
            lists.levels[key, depth] = _level(level, depth)
    for instance in numbering.iterchildren(f"{W}num"):
        number = instance.get(f"{W}numId", "")
        lists.lists[number] = value(instance, "abstractNumId") or ""
        for change in instance.iterchildren(f"{W}lvlOverride"):
            depth = whole(change.get(f"{W}ilvl"))
            own = change.find(f"{W}lvl")
            if own is not None:  # a list of its own
                _part(lists, number)
                lists.levels[lists.lists[number], depth] = _level(own, depth)
            start = value(change, "startOverride")
            if start is not None:
                lists.anew[number, depth] = whole(start, 1)
    return lists


def _part(lists: Lists, number: str) -> None:
    """Give a number a list of its own, as that which it had."""
    base, own = lists.lists[number], f"{lists.lists[number]} {number}"
    lists.lists[number] = own
    for (key, depth), level in list(lists.levels.items()):
        if key == base:
            lists.levels[own, depth] = level


def _level(level: _Element, depth: int) -> Level:
    form = value(level, "numFmt") or "decimal"
    text = value(level, "lvlText")
    plain = level.find(f"{W}isLgl") is not None
    start = whole(value(level, "start"), 1)
    return Level(form, f"%{depth + 1}." if text is None else text, start, plain)
