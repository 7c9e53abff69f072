"""Which of its projects a document's events are of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import Final

from ingest.describe.layout import lines, lowered
from ingest.gazetteer import fold
from ingest.register.cells import Parts
from ingest.register.lists import COLLECTION, is_item
from ingest.types import Description, EventKind, Span, Text, Value

_ITEMS: Final = re.compile(r"(?:\d{1,2}[.) –-]{1,3})?(?:ordre du jour|agenda|points?|sommaire)\b")
_HEAD: Final = 6  # lines
_PROSE: Final = 80  # characters of a line that is no title
_NUMBERED: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})[.)°][ ]|point \d")


def projects_of(description: Description, content: str = "") -> tuple[Value, ...]:
    """The projects that a document is about: those in its title, else the best supported of those
    that it tells itself: what it only names need not be what its events are of, and a newsletter
    is none. The one project that it names heads it, where it does so in its ``content``."""
    title = fold(description.title.text)
    known = tuple(p for p in description.projects if not COLLECTION.search(lowered(p.text)))
    named = tuple(p for p in known if fold(p.text) in title)
    told = tuple(p for p in known if p.origin != "library")[:1]
    if named or told or len(known) != 1:
        return named or told
    return known if _heads(content, known[0]) else ()


def _heads(content: str, project: Value) -> bool:
    """Whether a name stands alone in one of the first lines, or in the first paragraph."""
    first = [line.of(content) for line in islice(lines(content), _HEAD)]
    if any(line.strip(" :–—-") == project.text for line in first):
        return True
    prose = next((line for line in first if len(line) >= _PROSE), "")
    return _named(project).search(prose) is not None


def named_in(surface: str, projects: Sequence[Value]) -> tuple[Value, ...]:
    """Those of ``projects`` that a part of the text names: the one the document is about, the
    first, and others by a name of one word, which no heading in capitals is."""
    return tuple(
        p
        for number, p in enumerate(projects)
        if (not number or " " not in p.text) and p.text in surface and _named(p).search(surface)
    )


def project_of_all(text: Text, description: Description, many: bool = False) -> tuple[Value, ...]:
    """The project that everything in a document is of, if there is one: it is in the title, before
    the first heading under it, or in several sections. Of the items of a newsletter, which tells of
    ``many`` things, one may be a project's and the others not."""
    projects = projects_of(description, text.content)
    if len(projects) != 1:
        return ()
    project = projects[0]
    if fold(project.text) in fold(description.title.text):
        return projects
    sections = _sections(text, description, project)
    of_all = not sections or None in sections or len(sections) > 1
    return projects if of_all and not many else ()


def own_projects(
    parts: Parts, text: Text, description: Description, kind: EventKind
) -> tuple[Value, ...]:
    """The projects of the document's own event. Where it is the first item of a newsletter, those
    that the item names; a meeting is not of the project that one item of its minutes is about."""
    found, title = projects_of(description, text.content), description.title.span
    if title is None or not found:
        return found
    if is_item(parts, title):
        following = (h.span.start for h in text.headings if h.span.start >= title.end)
        item = Span(title.start, min(following, default=len(parts.low))).of(parts.content)
        return tuple(project for project in found if project.text in item)
    if kind != "meeting" or len(found) > 1 or project_of_all(text, description):
        return found
    heads = [s for s in _sections(text, description, found[0]) if s is not None]
    told = any(
        _NUMBERED.match(s.of(parts.low)) or _named(found[0]).search(s.of(parts.content))
        for s in heads
    )
    return () if told else found


def _sections(text: Text, description: Description, project: Value) -> set[Span | None]:
    """The headings under which a document names a project, None for what stands above the first;
    but for its list of items."""
    title = description.title.span
    below = title.end if title is not None else 0
    heads: list[Span] = []
    for heading in sorted(text.headings, key=lambda h: h.span):
        if not heads and 0 <= heading.span.start - below <= 1:
            below = heading.span.end  # a second line of the title
        elif heading.span.start >= below:
            heads.append(heading.span)
    starts = [head.start for head in heads]
    sections: set[Span | None] = set()
    for match in _named(project).finditer(text.content):
        number = bisect_right(starts, match.start())
        head = heads[number - 1] if number else None
        if head is None or not _ITEMS.fullmatch(head.of(text.content).lower().strip(" :")):
            sections.add(head)
    return sections


def _named(project: Value) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(project.text)}(?!\w)")
