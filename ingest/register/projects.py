"""Which of its projects a document's events are of."""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.gazetteer import fold
from ingest.types import Description, Text, Value


def projects_of(description: Description) -> tuple[Value, ...]:
    """The projects that a document is about: those in its title, else the best supported of those
    that it tells itself: what it only names need not be what its events are of."""
    title = fold(description.title.text)
    named = tuple(p for p in description.projects if fold(p.text) in title)
    return named or tuple(p for p in description.projects if p.origin != "library")[:1]


def project_of_all(text: Text, description: Description) -> tuple[Value, ...]:
    """The project that everything in a document is of, if there is one: it is in the title, before
    the first heading under it, or in several sections. Of the items of a newsletter one may be a
    project's, and the others not."""
    projects = projects_of(description)
    return projects if len(projects) == 1 and _is_of_all(text, description, projects[0]) else ()


def _is_of_all(text: Text, description: Description, project: Value) -> bool:
    if fold(project.text) in fold(description.title.text):
        return True
    title = description.title.span
    below = title.end if title is not None else 0
    starts: list[int] = []
    for heading in sorted(text.headings, key=lambda h: h.span):
        if not starts and 0 <= heading.span.start - below <= 1:
            below = heading.span.end  # a second line of the title
        elif heading.span.start >= below:
            starts.append(heading.span.start)
    told = re.finditer(rf"(?<!\w){re.escape(project.text)}(?!\w)", text.content)
    sections = {bisect_right(starts, match.start()) for match in told}
    return not sections or 0 in sections or len(sections) > 1
